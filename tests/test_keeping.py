"""Two copies of the program on one save, or an older game gone on with: no game is lost."""

import shutil
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.play import games, keeping, save, slots
from game.play.playthrough import Playthrough, begin
from game.ui import deeds, reading, words_school
from game.ui.deeds import Shelf
from game.ui.screen import Desk, Keep
from game.ui.screens import index
from game.ui.settings import Settings
from tests.making import smolny

STORY = smolny()


def game(*choices: str, token: str = "a", reason: str = "") -> Playthrough:
    now = begin(STORY).note("game", token)
    for each in choices:
        now = now.choose(each, reason)
    return now


def write(folder: Path, now: Playthrough) -> str:
    return keeping.write(folder, save.of(now, "Anna"))


def kept(folder: Path) -> dict[str, list[str]]:
    found = save.listing(folder)
    return {s.path.stem: [d.choice for d in s.save.decisions] for s in found if s.save}


def test_one_game_goes_on_in_its_place(tmp_path: Path) -> None:
    why = game("wait").give_reason("Yes.")
    for now in (game(), game("wait"), why, why.give_reason("Yes!"), why.choose("parley")):
        assert write(tmp_path, now) == ""
    assert kept(tmp_path) == {"autosave": ["wait", "parley"]}


def test_a_decision_taken_back_needs_no_place_of_its_own(tmp_path: Path) -> None:
    now = game("wait", "parley")
    for each in (now, now.undo(), now.undo().undo(), now.undo().undo().choose("flee")):
        assert write(tmp_path, each) == ""
    assert kept(tmp_path) == {"autosave": ["flee"]}


def test_two_copies_on_one_save_keep_both_games(tmp_path: Path) -> None:
    write(tmp_path, game())
    one, other = game("wait"), game("flee")
    write(tmp_path, one)
    assert write(tmp_path, other) == "other-a-1"
    write(tmp_path, one.choose("parley"))
    write(tmp_path, other)
    found = list(kept(tmp_path).values())
    assert ["wait", "parley"] in found
    assert ["flee"] in found
    assert len(found) <= 3


def test_a_reason_of_another_copy_is_not_lost(tmp_path: Path) -> None:
    write(tmp_path, game("wait", reason="I was afraid."))
    assert write(tmp_path, game("wait")) == "other-a-1"
    assert write(tmp_path, game("wait", reason="I was not afraid.")) == ""


def test_an_answer_of_another_copy_is_not_lost(tmp_path: Path) -> None:
    write(tmp_path, game("wait").note("after/smolny", "No."))
    assert write(tmp_path, game("wait")) == "other-a-1"


def test_going_on_with_an_older_game_loses_nothing(tmp_path: Path) -> None:
    write(tmp_path, game("wait", "parley", token="b"))
    assert write(tmp_path, game("flee")) == "other-b-1"
    assert kept(tmp_path)["other-b-1"] == ["wait", "parley"]


def test_what_is_kept_already_is_not_kept_again(tmp_path: Path) -> None:
    write(tmp_path, game("wait"))
    save.write(slots.free(tmp_path), save.of(game("wait"), "Anna"))
    assert write(tmp_path, game("flee", token="b")) == ""


def test_a_moment_that_somebody_kept_is_never_written_over(tmp_path: Path) -> None:
    save.write(slots.free(tmp_path), save.of(game("wait"), "Anna"))
    write(tmp_path, game("wait", "parley"))
    write(tmp_path, game("flee", token="b"))
    assert kept(tmp_path)["save-1"] == ["wait"]
    assert kept(tmp_path)["other-a-1"] == ["wait", "parley"]


def test_a_game_of_a_newer_version_is_left_as_it_is(tmp_path: Path) -> None:
    write(tmp_path, game("wait"))
    path = slots.autosave(tmp_path)
    newer = path.read_text(encoding="utf-8").replace('"version": 1', '"version": 7')
    path.write_text(newer, encoding="utf-8")
    for choice in ("wait", "flee"):
        write(tmp_path, game(choice, token="b"))
    assert slots.numbered(tmp_path, 1).read_text(encoding="utf-8") == newer
    assert not slots.numbered(tmp_path, 2).exists()


def test_a_game_from_before_games_had_names_goes_on(tmp_path: Path) -> None:
    old = begin(STORY).choose("wait")
    assert write(tmp_path, old) == ""
    assert write(tmp_path, old.choose("parley")) == ""
    other = replace(save.of(old), name="Надя")
    assert keeping.write(tmp_path, other).startswith("other-")


@settings(max_examples=80, deadline=None)
@given(st.lists(st.tuples(st.sampled_from("AB"), st.sampled_from(["go", "back"])), max_size=12))
def test_whatever_two_copies_do_every_decision_is_somewhere(
    tmp_path_factory: pytest.TempPathFactory, steps: Sequence[tuple[str, str]]
) -> None:
    folder = tmp_path_factory.mktemp("two")
    now = {"A": game(), "B": game()}
    for who, step in steps:
        mine = now[who]
        if step == "back":
            mine = mine.undo()
        elif not mine.is_over:
            offered = [each.choice.id for each in mine.offers if each.is_open]
            mine = mine.choose(offered[0 if who == "A" else -1], f"{who} {len(mine.turns)}")
        now[who] = mine
        write(folder, mine)
    games_there = [slot.save for slot in save.listing(folder) if slot.save is not None]
    for mine in now.values():
        wanted = save.of(mine, "Anna")
        assert any(games.replaces(found, wanted) for found in games_there) or not mine.turns


def test_two_windows_on_one_save_tell_and_lose_nothing(tmp_path: Path) -> None:
    desk = Desk(STORY, Settings(), ())
    shelf = Shelf.of(tmp_path, STORY.id)
    now = game("wait")
    one = other = reading.begin(desk, index.build("scene", now, desk))
    one = deeds.write(one, Keep(now, "scene/0"), shelf)
    one = deeds.write(one, Keep(now.choose("parley"), "comparison"), shelf)
    other = deeds.write(other, Keep(now.undo().choose("flee"), "comparison"), shelf)
    assert one.notice == ""
    assert other.notice == words_school.OTHER_GAME
    listed = [slot.save for slot in other.desk.slots if slot.save is not None]
    assert [[each.choice for each in found.decisions] for found in listed] == [
        ["flee"],
        ["wait", "parley"],
    ]


def test_a_profile_that_is_wiped_while_somebody_plays_is_written_anew(tmp_path: Path) -> None:
    desk = Desk(STORY, Settings(), ())
    shelf = Shelf.of(tmp_path / "data", STORY.id)
    now = reading.begin(desk, index.build("scene", game("wait"), desk))
    now = deeds.write(now, Keep(game("wait"), "scene/0"), shelf)
    shutil.rmtree(tmp_path / "data")
    now = deeds.write(now, Keep(game("wait", "parley"), "comparison"), shelf)
    assert now.notice == ""
    assert kept(shelf.saves) == {"autosave": ["wait", "parley"]}
    shutil.rmtree(tmp_path / "data")
    assert deeds.listed(now.desk, shelf).slots == ()
    assert deeds.fetch(now.desk, shelf).deeds
