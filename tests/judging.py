"""All that is said about a story: its mistakes, or else what the checks think of it."""

from pathlib import Path

from game.checks import facts
from game.checks.check import check
from game.stage.catalogue import Catalogue
from game.story.load import load
from game.story.problem import Problem


def judged(folder: Path, parts: Catalogue) -> tuple[Problem, ...]:
    loaded = load(folder)
    if loaded.story is None:
        return loaded.problems
    return loaded.problems + check(facts.gather(loaded.story, folder, parts))
