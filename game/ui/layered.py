"""The stories and packs that lie here, and the story that is asked for with what is laid on it."""

from collections.abc import Collection, Iterator
from pathlib import Path
from typing import NamedTuple

from game import paths
from game.story import lay, packs
from game.story.lay import LeftOut
from game.story.layers import Layers
from game.story.load import load
from game.story.model import Story
from game.story.packs import Pack
from game.story.problem import Problem
from game.ui.screen import Shelved


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


def found(asked: Path, data: Path, on: Collection[str]) -> Found:
    """Read a story with the packs that are switched on, or a pack on its story."""
    listed = packs.found([paths.story(), asked], paths.stories(data))
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
