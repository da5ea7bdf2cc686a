"""Games of the terminal are kept, go on where they stopped, and give way to new ones."""

from pathlib import Path

import pytest

from game.play import save, slots
from game.play.playthrough import Decision
from game.terminal import words
from tests.terminal import TO_PALACE, Room, new_room


@pytest.fixture
def room(tmp_path: Path) -> Room:
    return new_room(tmp_path)


def test_the_end_of_input_keeps_the_game(room: Room) -> None:
    assert room.hears("1", "", "2", "2").endswith(words.KEPT + "\n")
    assert room.hears("2", "").endswith(words.NOT_KEPT + "\n")


def test_a_kept_game_goes_on_where_it_stopped(room: Room) -> None:
    room.hears(*TO_PALACE, "quit", name="Žofie")
    told = room.hears("1", "", "2")
    assert "1. Go on where you stopped: at 'The palace', 1 decision, 20" in told
    assert "Scene: The palace." in told
    assert [decision.choice for decision in room.kept.decisions] == ["wait", "parley"]
    assert room.kept.name == "Žofie"


def test_a_game_left_at_the_comparison_goes_on_there(room: Room) -> None:
    room.hears("1", "", "2", "2")
    assert room.kept.place == "comparison/0"
    told = room.later("1")
    assert told.startswith(
        "Last, at 'The corridor', you decided: Wait for the congress.\n\nYour dec"
    )


def test_a_new_game_puts_the_old_one_aside(room: Room) -> None:
    room.hears("1", "", "2", "2")
    told = room.hears("2", "", "1", "1")
    assert "The game that was kept here before is now 'save-1'." in told
    assert room.kept.decisions == (Decision("corridor", "press-on"),)
    assert save.read(slots.numbered(room.saves, 1)).save.decisions[0].choice == "wait"
    assert "4. save-1: at 'The palace', 1 decision" in room.hears()


def test_a_new_game_without_a_decision_changes_nothing(room: Room) -> None:
    room.hears("1", "", "2", "2")
    room.hears("2", "", "quit")
    assert room.kept.decisions == (Decision("corridor", "wait"),)
    assert len(save.listing(room.saves)) == 1


def test_a_moment_can_be_kept_in_a_place_of_its_own(room: Room) -> None:
    assert room.last("1", "", "2", "2", "save") == "This moment is kept as 'save-1'.\n"
    assert len(save.listing(room.saves)) == 2


def test_a_save_that_cannot_be_read_is_told(room: Room) -> None:
    room.saves.mkdir(parents=True)
    slots.autosave(room.saves).write_text("oh no")
    assert "autosave.json: This file is not a saved game of The Power Struggle." in room.hears()


def test_a_place_that_takes_no_files_is_told_once(tmp_path: Path) -> None:
    (tmp_path / "saves").write_text("in the way")
    told = new_room(tmp_path).hears("1", "", "2", "2", "Why not.", "", "2")
    assert told.count("Your game cannot be kept") == 1
    assert words.KEPT not in told
