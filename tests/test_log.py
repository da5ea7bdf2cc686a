"""The log stays small, names nobody, and is never in the way."""

from pathlib import Path

import pytest

from game import cli, log
from game.lab import variables


@pytest.fixture(autouse=True)
def own(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.setenv("HOME", str(tmp_path / "anna"))
    monkeypatch.setenv("POWER_STRUGGLE_DATA", str(tmp_path / "own"))
    monkeypatch.setattr(variables, "user", lambda: "anna")
    monkeypatch.setattr(variables, "computer", lambda: "LAB-07")
    return tmp_path / "own"


def test_nobody_is_named(tmp_path: Path) -> None:
    said = log.nameless(f"{tmp_path}/anna/games of anna at LAB-07; bananna is a fruit")
    assert said == "~/games of (user) at (computer); bananna is a fruit"


def test_it_is_two_small_files(own: Path) -> None:
    for _ in range(300):
        log.note("x" * 1_000)
    assert sorted(path.name for path in own.iterdir()) == [log.BEFORE, log.FILE]
    assert all(path.stat().st_size < log.LARGEST + 2_000 for path in own.iterdir())


def test_where_it_cannot_be_written_it_is_done_without(own: Path) -> None:
    own.write_text("a file where the folder should be")
    log.note("lost")
    assert own.is_file()


def test_a_bug_is_told_and_written_down(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from game.ui import play

    def breaks(_: play.Wishes) -> str:
        raise ZeroDivisionError

    monkeypatch.setattr(play, "play", breaks)
    assert cli.main(["play"]) == 2
    said = capsys.readouterr().err
    assert "mistake of its own (ZeroDivisionError)" in said
    assert "Traceback" not in said
    text = log.place().read_text(encoding="utf-8")
    assert "Traceback" in text
    assert text.count("began on") == 1


def test_without_a_terminal_nothing_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stderr", None)
    log.tell("Nobody can read this.")
