"""A new story, and somebody who puts new scenes into it by commands."""

import difflib
import json
from pathlib import Path

import pytest

from game.cli import main

DECISION = "1-the-beginning/first-decision.yaml"


def the_pump(folder: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """A new story as the template has it."""
    made = folder / "the-pump"
    assert main(["new", "story", str(made), "--title", 'Cholera: "the pump"']) == 0
    capsys.readouterr()
    return made


def new(folder: Path, *words: str) -> int:
    return main(["new", "scene", *words, "--story", str(folder)])


def checked(folder: Path, capsys: pytest.CaptureFixture[str]) -> list[str]:
    """The codes of all that "check" says about a story."""
    capsys.readouterr()
    main(["check", "--json", str(folder)])
    return [problem["code"] for problem in json.loads(capsys.readouterr().out)["problems"]]


def changed(before: str, after: str) -> list[str]:
    lines = difflib.ndiff(before.splitlines(), after.splitlines())
    return [line for line in lines if line[0] in "+-"]
