"""Settings, kept games, help and problems: what pressing leads to, and what they say."""

from dataclasses import replace

import pygame
import pytest

from game.play import save
from game.ui import blank, keys, knobs, words_aside
from game.ui.boxes import transcript
from game.ui.screen import (
    Desk,
    Forget,
    Keep,
    Lay,
    Pop,
    Reload,
    Restart,
    Say,
    Screen,
    Settle,
    Stay,
    Turn,
)
from game.ui.screens import index
from game.ui.screens.problems import ProblemsScreen
from game.ui.screens.saves import SavesScreen
from game.ui.screens.settings import NameScreen, SettingsScreen
from game.ui.settings import Settings
from tests import screens
from tests.asides import LINES, PROBLEMS, SAVES, TEXTS, desk, kept, played, told, turned


@pytest.mark.parametrize("text", TEXTS)
def test_every_answer_settles_at_once_and_stays_in_sight(text: int) -> None:
    settings = Settings(text_size=text)
    on = screens.space((1024, 768), text)
    for group in knobs.groups(settings):
        for knob in group.knobs:
            for number, option in enumerate(knob.options):
                key = f"set:{knob.id}:{number}"
                step = SettingsScreen().press(key, desk(text_size=text))
                assert step.deeds == (Settle(option.settings),)
                assert isinstance(step.move, Turn)
                shown = step.move.screen.view(replace(desk(), settings=option.settings), on)
                box = shown.find(key)
                assert box is not None
                assert box.is_on


def test_what_is_set_is_marked_once_for_each_setting() -> None:
    settings = Settings(effects=35, window="1111x777", high_contrast=True)
    for group in knobs.groups(settings):
        for knob in group.knobs:
            assert sum(option.is_on for option in knob.options) == 1, knob.title


def test_all_can_be_put_back_but_the_name() -> None:
    odd = desk(name="Seat 14", text_size=175, mute=True, finished=True)
    step = SettingsScreen().press("reset", odd)
    assert step.deeds == (Settle(Settings(name="Seat 14", finished=True)),)


def test_a_name_is_written_and_kept() -> None:
    assert SettingsScreen().press("name", desk()).move == Lay("name")
    here = NameScreen.of(Settings())
    move = here.write(here.editor.typed("  Anna   K. ")).move
    assert isinstance(move, Turn)
    step = move.screen.press("onward", desk())
    assert step.move == Pop()
    assert step.deeds == (Settle(replace(desk().settings, name="Anna K.")),)
    assert move.screen.press("close", desk()).deeds == ()


def test_games_are_listed_with_where_they_are() -> None:
    words = told(SavesScreen(played()), desk())
    # It was kept at a comparison, which is about the scene of the last decision.
    assert played(6).left.title in words
    for part in ("6\u00a0decisions", "1\u00a0decision", "November\u00a02026", "Anna"):
        assert part in words
    assert save.UNREADABLE in words
    assert words_aside.SAVES_EMPTY in told(SavesScreen(None), screens.desk())


def test_a_game_is_resumed_where_it_was() -> None:
    step = SavesScreen(None).press("load:autosave.json", desk())
    assert isinstance(step.move, Restart)
    assert step.move.place == "comparison/0"
    assert step.move.play is not None
    assert step.move.play.decisions == played().decisions


def test_a_game_that_no_longer_fits_says_so() -> None:
    slot = kept("save-1.json", 3)
    assert slot.save is not None
    gone = slot.save.decisions[1]._replace(choice="gone")
    changed = replace(slot.save, decisions=(slot.save.decisions[0], gone))
    at = replace(desk(), slots=(slot._replace(save=changed),))
    (said,) = SavesScreen(None).press("load:save-1.json", at).deeds
    assert isinstance(said, Say)
    assert said.sentence.startswith("This story has changed since you saved")


def test_the_game_that_is_left_is_not_lost() -> None:
    other, same = "load:save-2.json", "load:autosave.json"
    play = played()
    assert SavesScreen(play).press(other, desk()).deeds == (Keep(play, "comparison/0", "aside"),)
    assert SavesScreen(play).press(same, desk()).deeds == ()
    assert SavesScreen(played(3)).press(other, desk()).deeds == ()
    assert SavesScreen(played(0)).press(other, desk()).deeds == ()


def test_a_damaged_game_cannot_be_loaded() -> None:
    assert SavesScreen(None).press("load:save-9.json", desk()).move == Stay()


def test_deleting_asks_once_more_and_can_be_left() -> None:
    asked = turned(SavesScreen(None), "delete:save-2.json", desk())
    view = asked.view(desk(), screens.space((1280, 720), 100))
    assert words_aside.DELETE_SURE in transcript(view)
    assert turned(asked, "delete:save-2.json", desk()) == SavesScreen(None)
    step = asked.press("forget:save-2.json", desk())
    assert step.deeds == (Forget(SAVES / "save-2.json"),)


def test_a_game_is_kept_at_the_place_where_the_reader_is() -> None:
    play = played()
    assert SavesScreen(play).press("keep", desk()).deeds == (Keep(play, "comparison/0", "new"),)
    other = played(3)
    assert SavesScreen(other).press("keep", desk()).deeds == (Keep(other, "scene/0", "new"),)
    assert SavesScreen(None).press("keep", desk()).deeds == ()


def test_help_names_every_key_that_leads_somewhere() -> None:
    words = told(index.build("help", None, desk()), desk()).upper()
    for code in keys.PLACES:
        assert pygame.key.name(code).upper() in words.replace(",", " ").split()


def test_problems_say_where_what_and_what_to_write() -> None:
    at = Desk(blank.STORY, Settings(), ())
    words = told(ProblemsScreen(PROBLEMS, LINES), at)
    for part in (
        "3 mistakes in 2 files",
        "story/01/the-cart.yaml, line 16",
        "There is no scene 'winter-palce'.",
        "goto: winter-palce",
        "Did you mean 'winter-palace'?",
    ):
        assert part in words


def test_the_story_is_read_again_with_a_button_and_with_f5() -> None:
    here, at = ProblemsScreen(PROBLEMS, LINES), Desk(blank.STORY, Settings(), ())
    assert here.press("reload", at).deeds == (Reload(),)
    assert here.press("quick-keep", at).deeds == (Reload(),)
    assert here.press("leave", at).move == Lay("leave")
    asked, on = index.build("leave", None, at), screens.space((1024, 768), 200)
    assert screens.faults(asked.view(at, on), on) == []


def test_without_a_story_there_is_help_and_there_are_settings() -> None:
    at = Desk(blank.STORY, Settings(), ())
    here: Screen = ProblemsScreen(PROBLEMS, LINES)
    assert here.press("help", at).move == Lay("help")
    for place in ("journal", "people", "timeline", "railway", "menu", "saves"):
        assert here.press(place, at).move == Stay()
        assert index.build("help", None, at).press(place, at).move == Stay()
