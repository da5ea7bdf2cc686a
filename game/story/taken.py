"""Names that two parts of one story cannot both have; a problem names both places."""

from collections.abc import Iterator, Mapping
from typing import Protocol

from game.story.model import Scene, Story
from game.story.parts import Parts
from game.story.problem import Mark, Problem, nearest
from game.story.read_pack import Addition, PackCover
from game.story.resolve import MOST_GUESSES

# A choice is picked with a key, and these are as many as there are.
MOST_CHOICES = 9


class _Marked(Protocol):
    @property
    def mark(self) -> Mark: ...


def names(found: Parts, story: Story, pack: PackCover) -> Iterator[Problem]:
    """Yield what a pack brings under a name that is taken."""
    if pack.id == story.id:
        yield _taken("id", pack.id, pack.place, story.mark, f"{pack.id}-more")
    for other in story.packs:
        if other.id == pack.id:
            there = Mark(f"{other.label}/story.yaml")
            yield _taken("id", pack.id, pack.place, there, f"{pack.id}-2")
    kinds: tuple[tuple[str, Mapping[str, _Marked] | None, Mapping[str, _Marked]], ...] = (
        ("variable", pack.variables, story.variables),
        ("contender", pack.contenders, story.contenders),
        ("person", found.people, story.people),
        ("term", found.glossary, story.glossary),
        ("source", found.sources, story.sources),
        ("scene", found.scenes, story.scenes),
        ("chapter", found.chapters, story.chapters),
    )
    for kind, ours, theirs in kinds:
        for name, thing in (ours or {}).items():
            if name in theirs:
                other_name = _free(f"{pack.id}-{name}", theirs)
                yield _taken(kind, name, thing.mark, theirs[name].mark, other_name)


def chapter(name: str, mark: Mark, there: Mark) -> Problem:
    """The cover of a chapter that the story has got already."""
    message = f"The chapter '{name}' has a chapter.yaml already: {_at(there)}."
    hint = "Delete this file: the scenes beside it are added to that chapter all the same."
    return Problem(mark, "taken", message, hint)


def no_chapter(name: str, mark: Mark, base: Story) -> Problem:
    """A folder that is no chapter of the story, and has no cover of its own."""
    message = f"The story has no chapter '{name}'."
    hint = nearest(name, base.chapters) or "Name the folder as a chapter of the story is named."
    return Problem(mark, "no-chapter", message, f"{hint} A new chapter needs a chapter.yaml.")


def additions(found: Parts, base: Story, story: Story, pack: PackCover) -> Iterator[Problem]:
    """Yield what cannot be added to a scene; ``base`` is the story without any pack."""
    for number, addition in enumerate(found.additions or ()):
        scene = story.scenes.get(addition.scene.id)
        if scene is None or scene.id not in base.scenes:
            yield _nowhere(addition, found, base if number < MOST_GUESSES else None)
            continue
        for name in addition.power:
            if name not in pack.contenders and name in story.contenders:
                yield _share(name, addition, scene)
        if addition.choices:
            yield from _choices(addition, scene, pack)


def _nowhere(addition: Addition, found: Parts, base: Story | None) -> Problem:
    name = addition.scene.id
    message = f"There is no scene '{name}' in the story that this extends."
    guess = nearest(name, base.scenes) if base is not None else ""
    hint = guess or "Write the name of a scene's file, without '.yaml'."
    if name in found.scenes:
        hint = f"It is a scene of this pack: write the choice in {found.scenes[name].mark.file}."
    return Problem(addition.scene.mark, "unknown-scene", message, hint)


def _share(name: str, addition: Addition, scene: Scene) -> Problem:
    message = f"How much {name} had at '{scene.id}' is there already: {_at(scene.mark)}."
    hint = "Name only contenders of this pack in 'power'."
    return Problem(addition.mark, "taken", message, hint)


def _choices(addition: Addition, scene: Scene, pack: PackCover) -> Iterator[Problem]:
    if not scene.choices:
        message = f"'{scene.id}' is an ending: a choice would take it away."
        hint = "Add the choice to the scene before it."
        yield Problem(addition.scene.mark, "added-to-ending", message, hint)
        return
    known = {choice.id: choice for choice in scene.choices}
    for choice in addition.choices:
        if choice.id in known:
            other_name = _free(f"{pack.id}-{choice.id}", known)
            yield _taken("choice", choice.id, choice.mark, known[choice.id].mark, other_name)
    count = len(scene.choices) + len(addition.choices)
    if count > MOST_CHOICES:
        message = f"'{scene.id}' would have {count} choices, and there are {MOST_CHOICES} keys."
        hint = "Add them to another scene, or make a scene in between."
        yield Problem(addition.scene.mark, "choices-full", message, hint)


def _taken(kind: str, name: str, mark: Mark, there: Mark, other_name: str) -> Problem:
    message = f"The {kind} '{name}' is there already: {_at(there)}."
    hint = f"Give this one another name, for example '{other_name}'."
    if kind in ("person", "term", "source"):
        hint += " What is there already can be mentioned without being written again."
    return Problem(mark, "taken", message, hint)


def _at(mark: Mark) -> str:
    return f"{mark.file}:{mark.line}"


def _free(name: str, known: Mapping[str, object]) -> str:
    """A name that nobody has yet."""
    while name in known:
        name += "-2"
    return name
