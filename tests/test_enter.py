"""What Enter and the keys that turn pages do: nothing that is to be answered is passed over."""

from dataclasses import replace
from pathlib import Path

import pygame
import pytest

from game.play import notes, save
from game.play.playthrough import begin
from game.play.save import Slot
from game.ui import hands, reading, words
from game.ui.boxes import View
from game.ui.reading import Reading
from game.ui.screens.chapter_end import ChapterEndScreen
from game.ui.screens.check import CheckScreen
from game.ui.screens.ending import EndingScreen
from game.ui.screens.handin import HandInScreen
from game.ui.screens.question import QuestionScreen
from game.ui.screens.scene import SceneScreen
from game.ui.screens.settings import SettingsScreen
from game.ui.screens.title import TitleScreen
from game.ui.space import Space
from tests import screens

NARROW, WIDE = screens.space((1024, 768), 200), screens.space((1280, 720), 100)
BOTH = pytest.mark.parametrize("on", [NARROW, WIDE], ids=["large", "usual"])
ENTER, DOWN = pygame.K_RETURN, pygame.K_PAGEDOWN


def opened(place: str, scene: str) -> Reading:
    return reading.begin(screens.desk(), screens.screen(place, screens.decided(scene)))


def pressed(now: Reading, key: int, on: Space) -> Reading:
    event = pygame.Event(pygame.KEYDOWN, key=key, scancode=0, mod=0, unicode="")
    act = hands.key(event, now.view(on), now.at, is_writing=False)
    if act.focus:
        return now.focused(act.focus)
    return reading.take(now, now.screen.press(act.press, now.desk))[0] if act.press else now


def at_the_last_page(now: Reading, on: Space) -> Reading:
    while now.view(on).forward:
        now = pressed(now, DOWN, on)
    return now


def name(view: View, key: str) -> str:
    found = view.find(key)
    return found.name if found is not None else ""


@BOTH
def test_a_source_check_is_marked_answered_and_told_before_enter_goes_on(
    on: Space,
) -> None:
    now = at_the_last_page(opened("check/0", "the-garden"), on)
    marked = pressed(now, ENTER, on)
    assert marked.focus.startswith("answer:")
    told = pressed(marked, ENTER, on)
    assert isinstance(told.screen, CheckScreen)
    assert told.screen.picked
    assert "The record says" in [box.name for box in told.view(on).boxes]
    last = at_the_last_page(told, on)
    following = pressed(last, ENTER, on)
    assert following.focus == ""
    assert following.screen == CheckScreen(told.screen.play, 1)


@BOTH
def test_enter_marks_an_answer_again_after_a_look_at_the_menu(on: Space) -> None:
    now = pressed(at_the_last_page(opened("check/0", "the-garden"), on), ENTER, on)
    menu = pressed(now, pygame.K_ESCAPE, on)
    assert menu.screen != now.screen
    back = pressed(menu, pygame.K_ESCAPE, on)
    assert back.screen == now.screen
    again = pressed(back, ENTER, on)
    assert again.screen == now.screen
    assert again.focus == now.focus != ""


@BOTH
@pytest.mark.parametrize(("place", "scene"), [("content", "kornilov"), ("scene/9", "kornilov")])
def test_enter_marks_what_is_to_be_chosen_and_no_link_above_it(
    place: str, scene: str, on: Space
) -> None:
    now = at_the_last_page(opened(place, scene), on)
    marked = pressed(now, ENTER, on).focus
    box = now.view(on).find(marked)
    assert box is not None
    assert box.role == "card"


@BOTH
def test_enter_leads_through_the_questions_of_a_chapter_and_then_on(on: Space) -> None:
    now = opened("chapter-end", "the-garden")
    assert isinstance(now.screen, ChapterEndScreen)
    for number in range(len(now.screen.chapter.questions)):
        while not now.view(on).first:
            now = pressed(now, ENTER, on)
        now = pressed(now, ENTER, on)
        assert now.focus == f"question:{number}"
        now = pressed(now, ENTER, on)
        assert isinstance(now.screen, QuestionScreen)
        now, _ = reading.take(now, now.screen.press("onward", now.desk))
    while isinstance(now.screen, ChapterEndScreen):
        before = now
        now = pressed(now, ENTER, on)
        assert now != before


@BOTH
def test_answered_questions_are_passed_over(on: Space) -> None:
    play = screens.decided("the-garden")
    for number in range(9):
        play = play.note(notes.question(play.left.chapter, number), "Yes.")
    now = reading.begin(screens.desk(), ChapterEndScreen(play))
    assert all(view.first == "" for view in screens.pages(now.screen, on))


def test_what_was_put_away_is_not_opened_again_by_enter() -> None:
    scene = SceneScreen(begin(screens.story(), "the-cart"))
    now = reading.begin(screens.desk(), scene)
    link = next(box.key for box in now.view(NARROW).focusable() if box.key.startswith("person:"))
    looked = pressed(now.focused(link), ENTER, NARROW)
    back, _ = reading.take(looked, looked.screen.press("close", looked.desk))
    assert back.focus == ""
    assert back.screen == now.screen
    for key in (ENTER, pygame.K_RIGHT):
        turned = pressed(back, key, NARROW)
        assert turned.screen == replace(scene, number=1)
    after = pressed(back, pygame.K_TAB, NARROW).focus
    assert after == pressed(now.focused(link), pygame.K_TAB, NARROW).focus


@BOTH
def test_enter_closes_the_book_also_after_a_look_at_the_hand_in(on: Space) -> None:
    scenes = [scene for scene in screens.story().scenes.values() if scene.choices]
    over = next(play for play in map(screens.decided, (each.id for each in scenes)) if play.is_over)
    now = at_the_last_page(reading.begin(screens.desk(), EndingScreen(over)), on)
    looked = pressed(now.focused("hand-in"), ENTER, on)
    assert isinstance(looked.screen, HandInScreen)
    back, _ = reading.take(looked, looked.screen.press("close", looked.desk))
    assert isinstance(back.screen, EndingScreen)
    assert not isinstance(pressed(back, ENTER, on).screen, EndingScreen | HandInScreen)


def test_page_down_presses_what_says_that_it_turns_the_page() -> None:
    now = at_the_last_page(opened("comparison", "the-garden"), WIDE)
    assert name(now.view(WIDE), "onward") == words.TURN
    assert isinstance(pressed(now, DOWN, WIDE).screen, CheckScreen)
    check = at_the_last_page(opened("check/0", "the-garden"), WIDE)
    assert pressed(check, DOWN, WIDE) == check


def test_settings_are_opened_from_a_question_and_closed_again() -> None:
    chapter = screens.story().scenes["the-garden"].chapter
    now = opened(f"question/{chapter}/0", "the-garden")
    event = pygame.Event(pygame.KEYDOWN, key=pygame.K_F2, scancode=0, mod=0, unicode="")
    act = hands.key(event, now.view(WIDE), now.at, is_writing=True)
    laid, _ = reading.take(now, now.screen.press(act.press, now.desk))
    assert isinstance(laid.screen, SettingsScreen)
    back, _ = reading.take(laid, laid.screen.press("close", laid.desk))
    assert back.screen == now.screen


@pytest.mark.parametrize("size", screens.SIZES, ids=str)
def test_a_page_says_how_many_choices_follow_overleaf(size: tuple[int, int]) -> None:
    on, parted = screens.space(size, 200), 0
    for scene in screens.story().scenes.values():
        first = screens.screen("scene/0", begin(screens.story(), scene.id))
        views = list(screens.pages(first, on)) if scene.choices else []
        dealt = [sum(box.role == "card" for box in view.boxes) for view in views]
        for number, view in enumerate(views[:-1]):
            more = sum(dealt[number + 1 :])
            wanted = words.more_choices(more) if dealt[number] and more else words.TURN
            assert name(view, view.forward) == wanted
            parted += bool(dealt[number] and more)
            assert screens.faults(view, on) == []
    assert parted or size[0] > 1024


def test_a_book_that_was_closed_is_not_opened_again_by_one_more_enter() -> None:
    ended = save.Save("", "", "the-garden", (), place="ending/3")
    for place, marks in (("ending/3", True), ("scene/0", False)):
        slot = Slot(Path("autosave.json"), replace(ended, place=place), "")
        now = reading.begin(replace(screens.desk(), slots=(slot,)), TitleScreen())
        after = pressed(now, ENTER, WIDE)
        assert (after.screen == now.screen and after.focus == "resume") is marks
