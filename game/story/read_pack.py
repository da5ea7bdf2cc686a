"""Nodes become a pack: what extends a story without touching its files, one line for each field."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from game.story.model import Choice, Contender, Echo, Illustration, Ref
from game.story.page import Page
from game.story.problem import Mark, Problem
from game.story.read_choice import choices
from game.story.read_cover import contender, identity, named, variable
from game.story.read_rules import points
from game.story.read_scene import echo, illustration
from game.story.reader import Reader
from game.story.rules import Variable
from game.story.source import Mapping, Node, Scalar


@dataclass(frozen=True, slots=True)
class PackCover:
    """What the story.yaml of a pack says; ``extends`` is the id of a story.

    ``place`` is where its own id stands.
    """

    id: str
    place: Mark
    title: str
    author: str
    about: str
    extends: Ref
    illustration: Illustration | None
    variables: dict[str, Variable]
    contenders: dict[str, Contender]
    mark: Mark

    def astray(self, story: str = "") -> Problem:
        """Say that this pack cannot be laid on a story, or that there is none for it here."""
        message = f"There is no story '{self.extends.id}' here that this could extend."
        hint = "Write the id of a story: 'extends: the-power-struggle'. A pack extends no pack."
        if story:
            message = f"This extends the story '{self.extends.id}', and not '{story}'."
            hint = f"Write 'extends: {story}', or choose the other story."
        return Problem(self.extends.mark, "extends", message, hint)


class Put(NamedTuple):
    """A scene of the pack comes after a choice of the story. ``mark`` is where the choice stands.

    ``scene`` and ``choice`` are their ids. Where nothing could be read, ``to`` is empty.
    """

    scene: str
    choice: str
    to: Ref
    mark: Mark


class Addition(NamedTuple):
    """What is added to a scene of the story that a pack extends.

    ``power`` is how much the contenders of the pack have there.
    """

    scene: Ref
    choices: tuple[Choice, ...]
    echoes: tuple[Echo, ...]
    power: dict[str, int]
    puts: tuple[Put, ...]
    mark: Mark


def is_pack(node: Node) -> bool:
    return isinstance(node, Mapping) and "extends" in node.fields


def pack(node: Node, page: Page) -> PackCover:
    with Reader(node, "A pack", page) as read:
        about = read.prose("about")
        drawn = read.group("illustration")
        return PackCover(
            id=identity(read, needed=True),
            place=read.place("id"),
            title=read.text("title", needed=True),
            author=read.text("author"),
            about=about.source.strip() if about else "",
            extends=read.part("extends", needed=True) or Ref("", read.mark),
            illustration=illustration(drawn, page) if drawn else None,
            variables=named(read.pairs("variables"), page, variable),
            contenders=named(read.pairs("contenders"), page, contender),
            mark=read.mark,
        )


def additions(node: Node, page: Page) -> tuple[Addition, ...]:
    """Return what is added, by the ids of scenes."""
    if not isinstance(node, Mapping):
        message = "This file is written as the names of scenes, each with what is added to it."
        hint = "Write for example 'name-of-a-scene: {choices: [...]}'."
        page.report(page.mark(node), "not-a-mapping", message, hint)
        return ()
    return tuple(
        _addition(Ref(name, page.mark(key)), value, page)
        for name, (key, value) in node.fields.items()
    )


def _addition(scene: Ref, node: Node, page: Page) -> Addition:
    with Reader(node, "An addition", page) as read:
        return Addition(
            scene=scene,
            choices=choices(read.items("choices"), page, ""),
            echoes=tuple([echo(item, page) for item in read.items("echoes")]),
            power=points(read, "power"),
            puts=tuple(_puts(read, scene.id)),
            mark=read.mark,
        )


def _puts(read: Reader, scene: str) -> Iterator[Put]:
    page = read.page
    for key, node in read.pairs("after_choice").values():
        to = Ref(node.text.strip() if isinstance(node, Scalar) else "", page.mark(node))
        page.mention("scene", to.id, to.mark)
        yield Put(scene, key.text, to, page.mark(key))
        if not to.id:
            message = f"After '{key.text}' comes the name of one scene."
            hint = f"Write '{key.text}: ' and the name of a scene's file, without '.yaml'."
            page.report(page.mark(key), "after-choice", message, hint)
