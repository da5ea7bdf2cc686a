"""The story holds the decisions and the source checks that it was planned to hold.

The two lists are in tests/facts. The numbers in front count the sections of the essay.
"""

from pathlib import Path
from typing import NamedTuple

import pytest

from game import paths
from game.story.load import load
from game.story.model import Story

HERE = Path(__file__).parent / "facts"


class Line(NamedTuple):
    """A line of a list: what it is about, and what stands after the colon."""

    number: str
    scene: str
    kind: str
    told: str


def lines(name: str) -> list[Line]:
    found = []
    for line in (HERE / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            about, colon, told = line.partition(": ")
            assert colon, f"'{line}' has no colon"
            number, scene, kind = (about + " -").split()[:3]
            found.append(Line(number, scene, kind, told))
    return found


DECISIONS, CHECKS = lines("decisions.txt"), lines("checks.txt")


@pytest.fixture(scope="module")
def story() -> Story:
    loaded = load(paths.story())
    assert loaded.story is not None, loaded.problems[:3]
    return loaded.story


def test_no_number_is_listed_twice() -> None:
    numbers = [line.number for line in DECISIONS + CHECKS]
    assert sorted(numbers) == sorted(set(numbers))


@pytest.mark.parametrize("line", DECISIONS, ids=lambda line: line.number)
def test_the_decision_is_offered(line: Line, story: Story) -> None:
    scene = story.scenes[line.scene]
    wanted = line.told.split(", ")
    assert {choice.id for choice in scene.choices} == set(wanted)
    assert scene.history is not None
    assert scene.history.choice.id == wanted[0]


@pytest.mark.parametrize("line", CHECKS, ids=lambda line: line.number)
def test_the_mistake_is_asked_about(line: Line, story: Story) -> None:
    checks = story.scenes[line.scene].source_checks
    (check,) = [each for each in checks if each.kind == line.kind and line.told in each.essay]
    assert check.question
    assert [answer.right for answer in check.answers].count(True) == 1
    assert check.sources
