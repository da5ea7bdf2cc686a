"""What check has found, in its three forms."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from game.cli import main
from game.commands import findings
from game.story.layers import Layers
from game.story.problem import Mark, Problem
from tests.cases import building


def many(count: int) -> list[Problem]:
    marks = (Mark(f"story/1-october/scene-{number}.yaml") for number in range(count))
    return [
        Problem(mark, "no-picture", "This scene has no picture.", "", "advice") for mark in marks
    ]


def test_of_one_kind_only_the_first_are_told_and_the_rest_are_counted(tmp_path: Path) -> None:
    other = Problem(Mark("story/x.yaml"), "unreachable", "Nobody comes here.", "", "warning")
    told = list(findings.for_people([*many(7), other], Layers(tmp_path), most=3))
    assert told[0].startswith("story/x.yaml:1:1: warning: Nobody comes here.")
    assert [line for line in told if "scene-" in line] == told[1:4]
    assert told[4].startswith("... and 4 more like these [no-picture]; 'check --all'")
    assert told[5] == "1 warning, 7 pieces of advice."


def test_all_of_them_are_told_to_whoever_asks(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(findings, "MOST_ALIKE", 0)
    folder = str(building.build("unknown-scene", tmp_path))
    main(["check", folder])
    assert "There is no scene" not in (few := capsys.readouterr().out)
    assert "... and 1 more like these [unknown-scene]" in few
    main(["check", folder, "--all"])
    assert "There is no scene 'palce'." in capsys.readouterr().out


def test_github_shows_each_at_its_line_as_seen_from_where_one_works(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = building.build("unknown-scene", tmp_path / "books, 100%")
    monkeypatch.chdir(tmp_path)
    assert main(["check", str(folder), "--github"]) == 1
    assert capsys.readouterr().out == (
        "::error file=books%2C 100%25/story/1-october/smolny.yaml,line=33,col=11,"
        "title=unknown-scene::There is no scene 'palce'. Did you mean 'palace'? "
        "Or make it: power-struggle new scene palce\n"
    )


def test_what_goes_into_a_file_has_no_colour(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["check", str(building.build("unknown-scene", tmp_path))])
    assert "\x1b" not in capsys.readouterr().out


@pytest.mark.skipif(os.name == "nt", reason="there are no such terminals there")
@pytest.mark.parametrize(
    ("known", "is_coloured"),
    [({"TERM": "xterm"}, True), ({"TERM": "dumb"}, False), ({"NO_COLOR": "1"}, False)],
)
def test_a_terminal_shows_the_severity_in_colour(
    known: dict[str, str], *, is_coloured: bool, tmp_path: Path
) -> None:
    folder = building.build("unknown-scene", tmp_path)
    ours, theirs = os.openpty()
    environment = {**os.environ, "TERM": "xterm", **known}
    command = [sys.executable, "-m", "game", "check", str(folder)]
    assert subprocess.run(command, stdout=theirs, env=environment, check=False).returncode == 1
    os.close(theirs)
    said = os.read(ours, 65_536).decode()
    os.close(ours)
    assert ("\x1b[1;31merror:\x1b[0m" in said) is is_coloured
    assert "There is no scene 'palce'." in said


def test_programs_are_told_everything(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(findings, "MOST_ALIKE", 0)
    main(["check", str(building.build("unknown-scene", tmp_path)), "--json"])
    assert len(json.loads(capsys.readouterr().out)["problems"]) == 1
