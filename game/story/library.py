"""The stories and packs that lie here, and the one that is asked for with what is laid on it."""

from collections.abc import Collection, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from game.story import lay, packs
from game.story.lay import LeftOut
from game.story.layers import Layers
from game.story.load import load
from game.story.model import Story
from game.story.packs import Pack
from game.story.problem import Problem


class Shelved(NamedTuple):
    """A pack for the story that is open, or for one that is not here.

    ``problems`` keep one that is switched on out of the story, or say why it cannot be.
    ``lines`` are the lines of source that the problems point at.
    """

    pack: Pack
    is_on: bool = False
    problems: tuple[Problem, ...] = ()
    lines: tuple[str, ...] = ()

    @property
    def can_be_switched(self) -> bool:
        return self.is_on or not self.problems


class Found(NamedTuple):
    """``story`` is None where it cannot be read; ``problems`` and their ``lines`` say why."""

    folder: Path
    story: Story | None
    problems: tuple[Problem, ...]
    lines: tuple[str, ...]
    stories: tuple[Pack, ...]
    packs: tuple[Shelved, ...]

    @property
    def left_out(self) -> list[str]:
        """The titles of the packs that are switched on and cannot be laid on."""
        return [shelved.pack.title for shelved in self.packs if shelved.problems and shelved.is_on]


def found(asked: Path, listed: Sequence[Pack], on: Collection[str]) -> Found:
    """Read a story with the packs that are switched on, or a pack on its story."""
    layers = packs.layers(asked.resolve(), listed, on)
    read = lay.read(layers)
    left = {each.folder: each for each in read.left_out}
    own = left.get(asked.resolve())
    problems = own.problems if own else read.problems
    story = None if own else read.story
    here = next((each for each in listed if each.path == layers.folder), None)
    ours = packs.extending(here.id, listed) if here is not None else ()
    shelved = [_shelved(each, layers, left.get(each.path)) for each in ours]
    return Found(
        layers.folder,
        story,
        problems,
        layers.lines_at(problem.mark for problem in problems),
        tuple(each for each in listed if not each.extends),
        (*shelved, *_lost(listed)),
    )


def switched(shelved: Sequence[Shelved], number: int, kept: Sequence[str]) -> tuple[str, ...]:
    """The packs that are on when one of a list is switched; those of other stories stay as kept."""
    ours = {each.pack.id: each.is_on for each in shelved if each.can_be_switched}
    asked = shelved[number].pack.id
    ours[asked] = not ours[asked]
    others = (each for each in kept if each not in ours)
    return (*others, *(each for each, is_on in ours.items() if is_on))


def _lost(listed: Collection[Pack]) -> Iterator[Shelved]:
    """The packs for stories that are not here, each with the sentence that says so."""
    here = {each.id for each in listed if not each.extends}
    for pack in listed:
        if pack.extends and pack.extends not in here:
            problems = load(pack.path).problems
            lines = Layers(pack.path).lines_at(problem.mark for problem in problems)
            yield Shelved(pack, problems=problems, lines=lines)


def _shelved(pack: Pack, layers: Layers, left: LeftOut | None) -> Shelved:
    problems = left.problems if left else ()
    lines = layers.lines_at(problem.mark for problem in problems)
    return Shelved(pack, pack.path in layers.packs, problems, lines)
