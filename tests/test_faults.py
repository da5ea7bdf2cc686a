"""The fourteen faults that other checkers were tried on: each is found, at its line.

Two cases hold them, because the paths are looked at only when every file can be read. A line with
"# fault: code" has a fault, and ``check`` must name that code at that very line.
"""

import json
import re
from pathlib import Path

import pytest

from game import paths
from game.cli import main
from tests.cases import building

_FAULT = re.compile(r"# fault: ([a-z-]+)")
_CASES = ("faults.read", "faults.paths")
_SEEDED = 14

Fault = tuple[str, int, str]


def seeded(story: Path) -> set[Fault]:
    return {
        (file.relative_to(story.parent).as_posix(), number, found[1])
        for file in story.rglob("*.yaml")
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1)
        if (found := _FAULT.search(line))
    }


def test_all_fourteen_faults_are_found_at_their_lines(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paths, "assets", lambda: building.ASSETS)
    count = 0
    for case in _CASES:
        story = building.build(case, tmp_path / case)
        wanted = seeded(story)
        count += len(wanted)
        assert main(["check", "--json", str(story)]) == 1
        problems = json.loads(capsys.readouterr().out)["problems"]
        assert wanted <= {(each["file"], each["line"], each["code"]) for each in problems}
    assert count == _SEEDED
