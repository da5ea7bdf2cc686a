"""Packs are switched on and off in the terminal as in the window, and no game is lost by it."""

import io
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from game import cli, paths
from game.lab import read
from game.play import save, slots
from game.ui import settings
from game.ui.settings import Settings
from tests.cases import building

NIGHT = "a-night"
BEFORE = ("of-another-story",)

Typed = Callable[..., str]


@pytest.fixture(name="home")
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a reader whose pack lies among the stories."""
    building.asked("clean.extended", tmp_path)
    monkeypatch.setattr(paths, "story", lambda: tmp_path / "story")
    monkeypatch.setattr(paths, "beside", lambda: tmp_path / "program")
    (tmp_path / "program").mkdir()
    shutil.move(tmp_path / "packs", tmp_path / "data" / paths.STORIES)
    settings.write(tmp_path / "data", Settings(packs=BEFORE))
    return tmp_path / "data"


@pytest.fixture
def typed(home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Typed:
    """Start the program, type lines, and return all that was printed."""

    def type_in(*lines: str, code: int = 0) -> str:
        monkeypatch.setattr("sys.stdin", io.StringIO("\n".join(lines) + "\n"))
        assert cli.main(["text", "--data", str(home)]) == code
        return capsys.readouterr().out

    return type_in


def on(home: Path) -> tuple[str, ...]:
    return settings.read(home).settings.packs


def test_packs_are_switched_from_the_first_page(home: Path, typed: Typed) -> None:
    told = typed("3", "1", "2", "1", "", "quit")
    assert "3. Packs: add scenes and choices to this story" in told
    assert "1. 'A night in Smolny', by A teacher. Off." in told
    assert "A kept game says which packs it was played with." in told
    assert "'A night in Smolny' is on now.\n\n1. 'A night in Smolny', by A teacher. On." in told
    assert "With the pack 'A night in Smolny'." in told
    assert "3. Sleep for an hour." in told
    assert on(home) == (*BEFORE, "night")
    told = typed("3", "1", "back", "1", "", "quit")
    assert "'A night in Smolny' is off now." in told
    assert "Sleep for an hour." not in told
    assert on(home) == BEFORE


def test_a_game_of_a_pack_that_is_off_is_told_and_stays_whole(home: Path, typed: Typed) -> None:
    typed("3", "1", "2", "1", "", "3", "", "", "", "quit")
    saves = slots.folder(home, "small")
    whole = save.read(slots.autosave(saves)).save
    assert [each.choice for each in whole.decisions] == ["sleep"]
    told = typed("4", "1", "2", "1", "", "1")
    assert "'A night in Smolny' was switched on when you saved, and is not now" in told
    assert save.read(slots.numbered(saves, 1)).save == whole


def test_what_a_school_has_decided_is_not_switched(home: Path, typed: Typed) -> None:
    (home.parent / "program" / read.FILE).write_text("packs: [night]\n", encoding="utf-8")
    told = typed("3", "1", "2", "quit")
    assert "'A night in Smolny', by A teacher. On. That was set by your school." in told
    assert told.count("That was set by your school.") == 2
    assert on(home) == BEFORE


def test_a_pack_with_a_mistake_is_left_out_and_can_be_switched_off(
    home: Path, typed: Typed
) -> None:
    lenin = home / paths.STORIES / NIGHT / "people.yaml"
    lenin.write_text("lenin: {name: Another}\n", encoding="utf-8")
    told = typed("3", "1", "1", "", "quit")
    assert "'A night in Smolny', by A teacher. On, but left out: it has 2 mistakes." in told
    assert "a-night/people.yaml, line 1: " in told
    assert "'A night in Smolny' is off now." in told
    assert on(home) == BEFORE


def test_a_pack_of_a_story_that_is_not_here_says_so(home: Path, typed: Typed) -> None:
    cover = home / paths.STORIES / "lost" / "story.yaml"
    cover.parent.mkdir()
    cover.write_text("title: Lost\nid: lost\nextends: gone\n", encoding="utf-8")
    told = typed("3", "2", "4", "again", "3", "quit")
    assert "2. 'Lost'. It cannot be switched on here; type its number to be told why." in told
    assert "lost/story.yaml, line 3: There is no story 'gone' here" in told
    assert "Type a number from 1 to 3, and press Enter." in told
    assert on(home) == BEFORE


def test_what_cannot_be_written_down_holds_until_the_end(
    typed: Typed, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(settings, "write", full)
    told = typed("3", "1", "2", "quit")
    assert "That cannot be written down (No space left on device)" in told
    assert "With the pack 'A night in Smolny'." in told


def test_without_packs_nothing_is_said_of_them(home: Path, typed: Typed) -> None:
    shutil.rmtree(home / paths.STORIES)
    assert "Packs" not in typed("quit")


def test_every_seat_has_its_own_packs(home: Path, typed: Typed) -> None:
    (home.parent / "program" / read.FILE).write_text("seats: 9\n", encoding="utf-8")
    typed("7", "3", "1", "2", "quit")
    assert on(home / "seats" / "7") == ("night",)
    assert on(home) == BEFORE
    assert "With the pack" in typed("7", "quit")
    assert "With the pack" not in typed("8", "quit")
