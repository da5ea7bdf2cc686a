"""The list of kept games: which were kept by hand, and the newest first by what it tells."""

from dataclasses import replace
from pathlib import Path

import pytest

from game.play import save, slots
from game.play.playthrough import begin
from game.play.save import Slot
from game.ui import deeds, reading, words_aside
from game.ui.boxes import transcript
from game.ui.deeds import Shelf
from game.ui.screen import Keep
from game.ui.screens import way
from game.ui.screens.saves import SavesScreen
from game.ui.screens.title import TitleScreen
from tests import screens

FOLDER = Path("saves")


def slot(path: Path, minute: int) -> Slot:
    play = screens.decided(screens.story().start.id)
    game = replace(save.of(play), written=f"2026-11-26T01:{minute:02}:00+00:00")
    return Slot(path, game, "")


THOSE = (
    slot(slots.autosave(FOLDER), 1),
    slot(slots.quick(FOLDER), 2),
    slot(slots.numbered(FOLDER, 4), 3),
    slot(slots.numbered(FOLDER, 3), 9),
    slot(slots.numbered(FOLDER, 1), 5),
    slot(slots.aside(FOLDER, "3f2a", 1), 8),
)


def test_the_newest_is_first_by_the_times_that_are_told() -> None:
    view = SavesScreen(None).view(
        replace(screens.desk(), slots=THOSE), screens.space((1280, 720), 100)
    )
    cards = {box.shortcut: box.key for box in view.boxes if box.key.startswith("load:")}
    by_itself = ["load:autosave.json", "load:other-3f2a-1.json", "load:quick.json"]
    by_hand = ["load:save-3.json", "load:save-1.json", "load:save-4.json"]
    assert [cards[mark] for mark in sorted(cards)] == by_itself + by_hand
    lefts = {box.key: box.rect.left for box in view.boxes if box.key in cards.values()}
    assert {lefts[key] for key in by_itself}.isdisjoint({lefts[key] for key in by_hand})
    assert words_aside.PUT_ASIDE in transcript(view)


@pytest.mark.parametrize(
    ("place", "is_left"), [("comparison", True), ("check/0", True), ("scene/0", False)]
)
def test_a_game_is_called_by_the_scene_that_its_page_is_about(place: str, *, is_left: bool) -> None:
    play = screens.decided(screens.story().start.id)
    kept = Slot(slots.numbered(FOLDER, 1), save.of(play, place=place), "")
    desk = replace(screens.desk(), slots=(kept,))
    view = SavesScreen(None).view(desk, screens.space((1280, 720), 100))
    scene = play.left if is_left else play.scene
    assert scene.title in transcript(view)
    assert (play.left.title in transcript(view)) is is_left


def test_what_another_game_takes_the_place_of_was_not_kept_by_hand(tmp_path: Path) -> None:
    shelf = Shelf.of(tmp_path, "a-story")
    now = reading.begin(screens.desk(), TitleScreen())
    play = screens.decided(screens.story().start.id)
    now = deeds.write(now, Keep(play, "scene/0"), shelf)
    desk = deeds.listed(now.desk, shelf)
    for deed in way.begun_at(screens.story().start.id, desk).deeds:
        assert isinstance(deed, Keep)
        now = deeds.write(now, deed, shelf)
    found = save.listing(shelf.saves)
    assert all(slots.is_by_itself(each.path) for each in found)
    games = [each.save.decisions for each in found if each.save is not None]
    assert sorted(map(len, games)) == [0, 1]
    now = deeds.write(now, Keep(begin(screens.story()), "scene/0", "new"), shelf)
    by_hand = [each for each in save.listing(shelf.saves) if not slots.is_by_itself(each.path)]
    assert [each.path.name for each in by_hand] == ["save-1.json"]
