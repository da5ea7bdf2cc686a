"""Packs are laid on a story: what they add is added, and what does not go together stays out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from game.story import behind, collector, files, load, merge, parts, resolve, taken
from game.story.files import Shelf
from game.story.layers import Layers
from game.story.model import Extension, Story
from game.story.page import Kind
from game.story.parts import Parts
from game.story.problem import Mark, Problem
from game.story.read_pack import PackCover

# Nobody would know any more what comes from where.
MOST = 20


class LeftOut(NamedTuple):
    """A pack that was not laid on, and why not."""

    id: str
    title: str
    folder: Path
    problems: tuple[Problem, ...]


class Extended(NamedTuple):
    """A story as ``load`` reads it, with all packs laid on that can be, and the others."""

    story: Story | None
    problems: tuple[Problem, ...]
    left_out: tuple[LeftOut, ...] = ()


@dataclass(frozen=True, slots=True)
class _Read:
    """A pack when its files have been read, and nothing has been compared with anything yet."""

    folder: Path
    shelf: Shelf
    parts: Parts

    @property
    def order(self) -> str:
        """Packs go by their ids, so that the outcome is the same on every computer."""
        return self.parts.pack.id if self.parts.pack else ""

    def left(self, problems: Sequence[Problem]) -> LeftOut:
        cover = self.parts.pack
        title = cover.title if cover and cover.title else self.folder.name
        found = tuple(sorted(problems))
        return LeftOut(self.order, title, self.folder, found)

    def extension(self, cover: PackCover) -> Extension:
        told = cover.id, cover.title, cover.author, cover.illustration
        return Extension(*told, self.folder, self.shelf.name, behind.scenes(self.parts))


def read(layers: Layers) -> Extended:
    """Read a story and lay packs on it, in the order of their ids."""
    story, problems = load.load(layers.folder)
    if story is None or not layers.packs:
        return Extended(story, problems)
    with collector.paused():
        return _laid(story, layers)


def _laid(base: Story, layers: Layers) -> Extended:
    opened = [_opened(folder, label, base) for label, folder in list(layers.roots().items())[1:]]
    story, left_out, laid = base, [], []
    for pack in sorted(opened, key=lambda pack: pack.order):
        cover = pack.parts.pack
        problems = _against(pack, base, story)
        if problems or cover is None:
            left_out.append(pack.left(problems))
        else:
            story = merge.merged(story, pack.parts, pack.extension(cover))
            laid.append(pack.parts)
    return Extended(behind.led(story, laid), (), tuple(left_out))


def _opened(folder: Path, label: str, base: Story) -> _Read:
    """Read all files of a pack. A chapter that the story has is only added to."""
    found = Parts()
    shelf = files.survey(folder, found.problems, label)
    if not shelf.is_closed:
        parts.lists(shelf, found)
        for name in shelf.scenes:
            _chapter(name, shelf, found, base)
    return _Read(folder, shelf, found)


def _chapter(name: str, shelf: Shelf, found: Parts, base: Story) -> None:
    cover = shelf.covers.get(name)
    if name not in base.chapters and cover is not None:
        parts.chapter(name, shelf, found)
        return
    if cover is not None:
        there = base.chapters[name].mark
        found.problems.append(taken.chapter(name, Mark(cover.label), there))
    elif name not in base.chapters:
        first = next(iter(shelf.scenes[name].values()))
        found.problems.append(taken.no_chapter(name, Mark(first.label), base))
    parts.scenes(name, shelf, found)


def _against(pack: _Read, base: Story, story: Story) -> list[Problem]:
    """What stands against laying a pack on a story that others may be laid on already."""
    found = pack.parts
    if found.pack is None:
        if not found.problems:
            message = "This extends no story."
            hint = "Write 'extends:' and the id of a story in its story.yaml, or open it by itself."
            cover = Mark(f"{pack.shelf.name}/{files.COVER}")
            found.problems.append(Problem(cover, "extends", message, hint))
        return found.problems
    if found.pack.extends.id != base.id:
        return [found.pack.astray(base.id)]
    if len(story.packs) >= MOST:
        message = f"{MOST} packs are laid on this story already."
        hint = "Switch one of them off."
        return [Problem(found.pack.mark, "too-many-packs", message, hint)]
    return [
        *found.problems,
        *taken.names(found, story, found.pack),
        *taken.additions(found, base, story, found.pack),
        *behind.wrong(found, base),
        *resolve.unknown(found.mentions, _known(found, base), found.misnamed),
        *resolve.chapter_starts(found.chapters.values(), {**base.scenes, **found.scenes}),
        *resolve.falling_ledgers(
            [*found.scenes.values(), *merge.added_alone(base, found)],
            {**base.variables, **found.pack.variables},
        ),
    ]


def _known(found: Parts, base: Story) -> Mapping[Kind, set[str]]:
    """What a pack may mention: what is in it and in the story, but not what is in other packs."""
    own = parts.known(found)
    theirs: Mapping[Kind, Mapping[str, object]] = {
        "scene": base.scenes,
        "onward": base.scenes,
        "person": base.people,
        "term": base.glossary,
        "source": base.sources,
        "variable": base.variables,
        "contender": base.contenders,
        "section": base.sections,
        "curriculum": base.curriculum,
    }
    return {kind: own[kind].union(theirs[kind]) for kind in own}
