"""What one gets wrong in a first scene is told in the line where it is, and as what it is."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from game import paths
from game.cli import main
from game.story import read_scene, source
from game.story.load import load
from game.story.page import Page
from game.story.problem import Problem

SPACE = "\u00a0"


class Slip(NamedTuple):
    """What is written instead of something, and what is said."""

    right: str
    wrong: str
    said: str
    hint: str


SLIPS = {
    "title": Slip(
        "title: The first decision",
        'title: "The first decision',
        "quotation mark is opened here",
        'title: "The first decision"',
    ),
    "title, with a credit below": Slip(
        "place: A street\n",
        'place: "A street\ndate: "1900"\n',
        "quotation mark is opened here",
        'place: "A street"',
    ),
    "apostrophe": Slip(
        "place: A street\n",
        "place: 'A street\n",
        "quotation mark is opened here",
        "place: 'A street'",
    ),
    "adviser": Slip('in it."}', "in it.}", "quotation mark is opened here", 'Write " before'),
    "dash": Slip("  - id: act", "  – id: act", "a hyphen and a space", "- id: act"),
    "bullet": Slip("  - id: act", "  • id: act", "a hyphen and a space", "- id: act"),
    "asterisk": Slip("  - id: act", "  * id: act", "a hyphen and a space", "- id: act"),
    "hyphen": Slip("  - id: act", "  -id: act", "a hyphen and a space", "- id: act"),
    "dash of an adviser": Slip("  - {who", "  – {who", "a hyphen and a space", "'- '"),
    "hyphen of an adviser": Slip("  - {who", "  -{who", "a hyphen and a space", "a space"),
    "odd spaces": Slip(
        "    outcome: |\n      Nobody",
        f"{4 * SPACE}outcome: |\n      Nobody",
        "4 non-breaking spaces",
        "ordinary spaces",
    ),
    "odd space": Slip(
        "    text: Act", f"{SPACE}   text: Act", "a non-breaking space", "an ordinary space"
    ),
    "odd space behind": Slip(
        "    text: Act", f"    text:{SPACE}Act", "a non-breaking space", "an ordinary space"
    ),
    "odd space at the edge": Slip(
        "place: A", f"{SPACE}place: A", "a non-breaking space", "Delete it."
    ),
    "bar": Slip(
        "text: |\n  Say where", "text:\n  [People](person:snow)", "he | behind", "'text: |'"
    ),
    "bar of an outcome": Slip(
        "    outcome: |\n      Say what", "    outcome:\n      Say: what", "he | behind", "|'"
    ),
    "outcome": Slip(
        "    outcome: |\n      Say", "      Say", "no 'outcome'", "'    outcome: |' above line"
    ),
}


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The story that 'new story' makes."""
    folder = tmp_path_factory.mktemp("fresh") / "mine"
    assert main(["new", "story", str(folder)]) == 0
    return folder


@pytest.mark.parametrize("name", SLIPS)
def test_a_slip_in_a_first_scene_is_told_where_it_is(
    name: str, fresh: Path, tmp_path: Path
) -> None:
    slip = SLIPS[name]
    story = shutil.copytree(fresh, tmp_path / "mine")
    file = story / "1-the-beginning" / "first-decision.yaml"
    text = file.read_text(encoding="utf-8")
    assert slip.right in text
    file.write_text(text.replace(slip.right, slip.wrong, 1), encoding="utf-8", newline="\n")
    line = text[: text.index(slip.right)].count("\n") + 1
    first = load(story).problems[0]
    assert first.mark.line == line
    assert slip.said in first.message
    assert slip.hint in first.hint
    assert "…" not in first.hint


def test_all_lines_of_a_finished_scene_can_have_a_slip() -> None:
    scene = next(paths.story().glob("*/no-war-no-peace.yaml"))
    lines = scene.read_text(encoding="utf-8").splitlines()
    tried = 0
    for number, wrong in _spoilt(lines):
        found = _problems("\n".join((*lines[:number], wrong, *lines[number + 1 :])))
        assert [problem.mark.line for problem in found] == [number + 1], (wrong, found)
        tried += 1
    assert tried > len(lines) // 4


def _spoilt(lines: list[str]) -> Iterator[tuple[int, str]]:
    """Lines with a sign for a list that is none, or with an odd space before their name."""
    for number, line in enumerate(lines):
        word = line.lstrip().removeprefix("- ").partition(":")[0]
        if line.lstrip().startswith(("- id:", "- {")):
            yield number, line.replace("- ", "– ", 1)
            yield number, line.replace("- ", "-", 1)
        if line.startswith(" ") and word.isidentifier() and ":" in line:
            yield number, f"{SPACE}{line[1:]}"


def _problems(text: str) -> list[Problem]:
    problems: list[Problem] = []
    node, text = source.read_on(text, "story/a.yaml", problems)
    if node is not None:
        read_scene.scene("a", "b", node, Page("story/a.yaml", text, problems))
    return problems
