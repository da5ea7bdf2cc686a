"""What lab.yaml does to the window: settings that stay, lessons that end, a kiosk."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from game.lab import lesson
from game.lab.lab import Kiosk, Lab, Lesson
from game.play.playthrough import Playthrough, begin
from game.ui import editor, reading, words_school
from game.ui.boxes import View, transcript
from game.ui.reading import Reading
from game.ui.screen import Desk, Quit, Restart, Say, Screen, Settle, Sit, Step, Turn
from game.ui.screens import index, school, way
from game.ui.screens.leaving import LeavingScreen
from game.ui.screens.opening import OpeningScreen
from game.ui.screens.school import LeaveScreen
from game.ui.screens.settings import NameScreen
from game.ui.settings import Settings
from game.ui.space import Space
from tests.making import smolny
from tests.screens import SIZES, TEXTS, faults, space

STORY = smolny()
ON = space((1280, 720), 100)


def desk(lab: Lab) -> Desk:
    return Desk(STORY, Settings(), (), lab=lab)


def opened(lab: Lab, place: str = "title") -> Reading:
    here = desk(lab)
    return reading.begin(here, index.build(place, None, here))


def pressed(now: Reading, *keys: str) -> Reading:
    for key in keys:
        now, deeds = reading.take(now, now.screen.press(key, now.desk))
        for deed in deeds:
            if isinstance(deed, Say):
                now = now.saying(deed.sentence)
    return now


def test_what_is_locked_stays_whatever_is_pressed() -> None:
    start = opened(Lab(locked={"mute": True, "text_size": 130}))
    wanted = Settings(mute=False, text_size=200, fullscreen=True)
    _, deeds = reading.take(start, Step(deeds=(Settle(wanted),)))
    assert deeds == (Settle(replace(wanted, mute=True, text_size=130)),)


def test_what_is_locked_is_shown_and_cannot_be_pressed() -> None:
    lab = Lab(locked={"text_size": 100, "motion": "full"})
    view = opened(lab, "settings").view(ON)
    keys = {box.key.partition(":")[2].partition(":")[0] for box in view.focusable()}
    assert "text" not in keys
    assert "font" in keys
    assert words_school.SET_BY_SCHOOL in transcript(view)


@pytest.mark.parametrize("lab", [Lab(), Lab(kiosk=Kiosk())])
def test_without_a_kiosk_anybody_may_leave(lab: Lab) -> None:
    _, deeds = reading.take(opened(lab), Step(deeds=(Quit(),)))
    assert deeds == (Quit(),)


@pytest.mark.parametrize("place", ["title", "seats"])
def test_escape_asks_before_the_program_is_closed(place: str) -> None:
    first = opened(Lab(seats=3), place)
    asked = pressed(first, first.view(ON).escape)
    assert isinstance(asked.screen, LeavingScreen)
    assert faults(asked.view(ON), ON) == []
    assert pressed(asked, asked.view(ON).escape).screen == first.screen
    # Nothing is done by one Enter more: it marks what the next one presses.
    assert asked.view(ON).onward == ""
    _, deeds = reading.take(asked, asked.screen.press("quit", asked.desk))
    assert deeds == (Quit(),)


@pytest.mark.parametrize("place", ["title", "seats"])
def test_escape_asks_for_the_code_of_a_kiosk(place: str) -> None:
    first = opened(Lab(seats=3, kiosk=Kiosk(is_on=True, code="1917")), place)
    assert isinstance(pressed(first, first.view(ON).escape).screen, LeaveScreen)


def test_a_kiosk_is_left_with_the_code_only() -> None:
    asked = pressed(opened(Lab(kiosk=Kiosk(is_on=True, code="1917"))), "quit")
    assert isinstance(asked.screen, LeaveScreen)
    wrong = replace(asked, stack=(*asked.stack[:-1], LeaveScreen(editor.start("1918"))))
    after = pressed(wrong, "onward")
    assert after.notice == words_school.NOT_THE_CODE
    assert isinstance(after.screen, LeaveScreen)
    assert not isinstance(pressed(after, "close").screen, LeaveScreen)
    right = replace(asked, stack=(*asked.stack[:-1], LeaveScreen(editor.start("1917"))))
    _, deeds = reading.take(right, right.screen.press("onward", right.desk))
    assert Quit("1917") in deeds


@pytest.mark.parametrize("typed", ["", "1917"])
def test_a_kiosk_without_a_code_is_never_left(typed: str) -> None:
    start = opened(Lab(kiosk=Kiosk(is_on=True)))
    _, deeds = reading.take(start, Step(deeds=(Quit(typed),)))
    assert not any(isinstance(deed, Quit) for deed in deeds)


def test_the_code_is_not_shown() -> None:
    screen = LeaveScreen(editor.start("1917"))
    assert "1917" not in transcript(screen.view(desk(Lab()), ON))


def test_a_lesson_begins_where_the_teacher_says() -> None:
    assert lesson.first(Lesson(), STORY) == "smolny"
    assert lesson.first(Lesson(first="palace"), STORY) == "palace"
    assert lesson.first(Lesson(first="nowhere"), STORY) == "smolny"
    assert lesson.first(Lesson(chapters=("2",)), STORY) == "morning"
    begun = way.begun(desk(Lab(lesson=Lesson(first="palace"))))
    assert begun.move.play.scene.id == "palace"  # type: ignore[union-attr]


def test_only_the_chapters_of_the_lesson_are_offered() -> None:
    view = opened(Lab(lesson=Lesson(chapters=("02-two",))), "chapters").view(ON)
    assert [box.key for box in view.focusable() if box.key.startswith("chapter:")] == [
        "chapter:02-two"
    ]


def test_a_lesson_ends_after_its_last_scene() -> None:
    play = begin(STORY).choose("wait")
    assert next_place(play, Lesson(last="smolny")) == "lesson-end"
    assert next_place(play, Lesson(last="palace")) == "scene/0"
    assert next_place(play, Lesson()) == "scene/0"


def test_a_lesson_ends_with_its_chapters_but_an_ending_is_an_ending() -> None:
    play = begin(STORY).choose("wait")
    assert next_place(play, Lesson(chapters=("1",))) == "scene/0"
    assert next_place(play.choose("parley"), Lesson(chapters=("1",))) == "ending"


def next_place(play: Playthrough, wanted: Lesson) -> str:
    """Where one comes when everything about the last decision has been read."""
    here, place = desk(Lab(lesson=wanted)), "comparison"
    while place.partition("/")[0] in ("comparison", "check", "chapter-end"):
        place = way.after(place, play, here)
    return place


def test_a_lesson_that_names_nothing_has_no_end() -> None:
    play = begin(STORY).choose("wait")
    assert not lesson.is_over(Lesson(), play)
    assert not lesson.is_over(Lesson(last="elsewhere", chapters=("99",)), play)


def test_what_a_lesson_names_and_is_not_there_is_known() -> None:
    wanted = Lesson(chapters=("1", "9", "02-two", "x"), first="palace", last="gone")
    assert lesson.unknown(wanted, STORY) == ("9", "x", "gone")
    assert lesson.unknown(Lesson(), STORY) == ()


def test_a_required_reason_is_waited_for() -> None:
    here = desk(Lab(lesson=Lesson(reason="required")))
    play = begin(STORY).choose("wait")
    now = reading.begin(here, index.build("why", play, here))
    assert pressed(now, "onward").notice == words_school.REASON_NEEDED
    assert type(pressed(now, "onward").screen) is type(now.screen)
    given = play.give_reason("Not yet.")
    now = reading.begin(here, index.build("why", given, here))
    assert type(pressed(now, "onward").screen) is not type(now.screen)


def test_a_lesson_may_ask_for_a_name_first() -> None:
    asked = pressed(opened(Lab(lesson=Lesson(name="asked"))), "begin")
    assert isinstance(asked.screen, NameScreen)
    assert isinstance(pressed(asked, "onward").screen, OpeningScreen)
    written = NameScreen(editor.start("Надя", 40), scene="smolny")
    step = written.press("onward", asked.desk)
    assert [deed.settings.name for deed in step.deeds if isinstance(deed, Settle)] == ["Надя"]
    assert isinstance(step.move, Restart)


def test_a_lesson_may_insist_on_a_name() -> None:
    asked = pressed(opened(Lab(lesson=Lesson(name="required"))), "begin")
    assert pressed(asked, "onward").notice == words_school.NAME_NEEDED
    named = Desk(STORY, Settings(name="7"), (), lab=asked.desk.lab)
    assert isinstance(way.begun(named).move, Restart)


def test_a_lesson_may_want_no_names() -> None:
    for wanted, offers in ((Lesson(), True), (Lesson(name="never"), False)):
        here = desk(Lab(lesson=wanted))
        views = turned(index.build("settings", None, here), here, ON)
        assert any(view.find("name") for view in views) is offers


def turned(first: Screen, here: Desk, on: Space) -> Iterator[View]:
    """The view of every page of a screen."""
    while True:
        view = first.view(here, on)
        yield view
        step = first.press(view.forward, here) if view.forward else Step()
        if not isinstance(step.move, Turn):
            return
        first = step.move.screen


def test_every_seat_is_asked_for_and_can_be_left() -> None:
    start = opened(Lab(seats=24), "seats")
    _, deeds = reading.take(start, start.screen.press("seat:24", start.desk))
    assert deeds == (Sit("24"),)
    title = opened(Lab(seats=24))
    _, deeds = reading.take(title, title.screen.press("seats", title.desk))
    assert deeds == (Sit(""),)
    assert school.idle(title.desk) == Step(Restart("title"), (Sit(""),))
    assert school.idle(desk(Lab())) == Step(Restart("title"))


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("text", TEXTS)
def test_the_screens_of_a_school_hold_at_every_size(size: tuple[int, int], text: int) -> None:
    on = space(size, text)
    play = begin(STORY).choose("wait")
    for place in ("seats", "leave", "lesson-end", "settings"):
        here = desk(Lab(seats=60, locked={"text_size": 100, "mute": True}))
        for view in turned(index.build(place, play, here), here, on):
            assert faults(view, on) == [], place
