"""The books beside the story: that they fit, that all of each can be reached, what they say."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import pygame
import pytest

from game.play import playthrough, save
from game.play.playthrough import Playthrough
from game.play.save import Slot
from game.story.problem import Mark, Problem
from game.ui import blank, boxes, keys, knobs, reading, words_aside
from game.ui.boxes import PRESSED, View, transcript
from game.ui.screen import (
    Desk,
    Forget,
    Go,
    Keep,
    Lay,
    Pop,
    Quit,
    Reload,
    Restart,
    Say,
    Screen,
    Settle,
    Stay,
    Turn,
)
from game.ui.screens import index
from game.ui.screens.journal import JournalScreen
from game.ui.screens.people import PeopleScreen
from game.ui.screens.problems import ProblemsScreen
from game.ui.screens.saves import SavesScreen
from game.ui.screens.settings import NameScreen, SettingsScreen
from game.ui.settings import Settings
from game.ui.space import Space
from tests import screens

SIZES = ((1024, 768), (1280, 720), (1920, 1080))
TEXTS = (100, 130, 200)
REASON = "Nobody else would have written it down."
SAVES = Path("/nowhere/saves")
PROBLEMS = (
    Problem(
        Mark("story/01/the-cart.yaml", 16, 11),
        "unknown-scene",
        "There is no scene 'winter-palce'.",
        "Did you mean 'winter-palace'?",
    ),
    Problem(Mark("story/01/the-cart.yaml", 3, 1), "missing", "A scene needs a 'text'."),
    Problem(Mark("story/story.yaml", 2, 900), "long", "This is long.", "Write less. " * 20),
)
LINES = ("    goto: winter-palce", "", "word " * 300)


def played(turns: int = 6) -> Playthrough:
    """A game in which the first choice was always taken, and once taken back."""
    play = playthrough.begin(screens.story())
    for number in range(turns):
        offered = [offer.choice.id for offer in play.offers if offer.is_open]
        if number == 2:
            play = play.choose(offered[-1]).undo()
        play = play.choose(offered[0], REASON)
    return play


def kept(file: str, turns: int, place: str = "scene/0") -> Slot:
    game = save.of(played(turns), "Anna", place)
    return Slot(SAVES / file, replace(game, written="2026-11-25T18:20:00+00:00"), "")


def desk(**changes: object) -> Desk:
    slots = (
        kept("autosave.json", 6, "comparison/0"),
        *(kept(f"save-{number}.json", number) for number in range(5)),
        Slot(SAVES / "save-9.json", None, save.UNREADABLE),
    )
    return replace(screens.desk(**changes), slots=slots)


def made() -> Mapping[str, Screen]:
    play, on = played(), desk()
    places = ("people", "timeline", "settings", "saves", "help", "person/lenin", "term/soviet")
    found = {place: index.build(place, play, on) for place in places}
    found |= {f"{place} at first": index.build(place, None, on) for place in places}
    found["words"] = PeopleScreen(play, "words")
    found["sources"] = PeopleScreen(play, "sources")
    found["journal"] = JournalScreen(play, 0)
    found["journal of a chapter"] = JournalScreen(play, 0, "01-the-pen")
    found["journal at first"] = JournalScreen(played(0), 0)
    found["name"] = NameScreen.of(Settings(name="Seat 14"))
    found["a game to delete"] = SavesScreen(play, asked="save-2.json")
    found["problems"] = ProblemsScreen(PROBLEMS, LINES)
    return found


NAMES = tuple(made())


def pages(first: Screen, on: Space, at: Desk) -> Iterator[tuple[Screen, View]]:
    """All pages of a screen, as turning them shows them."""
    here = first
    for _ in range(400):
        view = here.view(at, on)
        yield here, view
        move = here.press(view.forward, at).move if view.forward else Stay()
        if not isinstance(move, Turn):
            return
        here = move.screen
    pytest.fail("The pages have no end.")


def told(first: Screen, at: Desk, on: Space | None = None) -> str:
    shown = on or screens.space((1280, 720), 100)
    return "\n".join(transcript(view) for _, view in pages(first, shown, at))


def turned(screen: Screen, key: str, at: Desk) -> Screen:
    move = screen.press(key, at).move
    assert isinstance(move, Turn)
    return move.screen


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("size", SIZES)
def test_nothing_is_cut_off_or_lies_on_something_else(
    size: tuple[int, int], text: int, name: str
) -> None:
    on = screens.space(size, text)
    at = desk(text_size=text)
    for _, view in pages(made()[name], on, at):
        assert screens.faults(view, on) == []
        pressed = [box for box in view.boxes if box.role in PRESSED]
        for one, other in combinations(pressed, 2):
            assert not one.rect.meets(other.rect), (one.text, other.text)


@pytest.mark.parametrize("name", [name for name in NAMES if name != "a game to delete"])
def test_every_page_leads_back_to_the_first(name: str) -> None:
    on, at = screens.space((1024, 768), 200), desk(text_size=200)
    read = list(pages(made()[name], on, at))
    here, view = read[-1]
    for before in reversed(read[:-1]):
        here = turned(here, view.earlier, at)
        view = here.view(at, on)
        assert view == before[1]
    assert not view.earlier
    assert view.back in ("close", "quit")


@pytest.mark.parametrize("name", NAMES)
def test_all_that_can_be_pressed_can_be_reached_with_tab_and_leads_somewhere(name: str) -> None:
    on, at = screens.space((1280, 720), 100), desk()
    for here, view in pages(made()[name], on, at):
        visited = [boxes.step(view, "", 1)]
        for _ in view.focusable()[1:]:
            visited.append(boxes.step(view, visited[-1], 1))
        assert set(visited) == {box.key for box in view.boxes if box.role in PRESSED}
        for key in visited:
            step = here.press(key, at)
            is_here = key in ("entry", getattr(here, "link", ""))
            assert step.deeds or not isinstance(step.move, Stay) or is_here, key


def test_the_journal_opens_where_the_reader_is_and_tells_what_was_decided() -> None:
    play, on = played(), screens.space((1280, 720), 100)
    journal = index.build("journal", play, desk())
    assert play.scene.title in transcript(journal.view(desk(), on))
    chapters = dict.fromkeys(play.story.scenes[turn.before.scene].chapter for turn in play.turns)
    words = "\n".join(told(JournalScreen(play, 0, chapter), desk()) for chapter in chapters)
    for turn in play.turns:
        scene = play.story.scenes[turn.before.scene]
        assert scene.title in words
        assert turn.comparison.chosen.text in words
        history = turn.comparison.history
        assert history is None or history.fact in words
    assert words.count(f"“{REASON}”") == len(play.turns)
    assert words.count(words_aside.CHANGED_MIND) == 1


def test_the_journal_keeps_what_was_answered() -> None:
    story = screens.story()
    scene = next(scene for scene in story.scenes.values() if scene.source_checks and scene.choices)
    answer = scene.source_checks[0].answers[0].text
    play = screens.decided(scene.id).note(f"check/{scene.id}/0", answer)
    play = play.note(f"question/{scene.chapter}/0", "I am not sure.")
    words = told(JournalScreen(play, 0, scene.chapter), desk())
    question = story.chapters[scene.chapter].questions[0].text
    for part in (answer, scene.source_checks[0].record, question, "I am not sure."):
        assert part in words


def test_the_journal_does_not_tell_what_is_not_yet_read() -> None:
    play = playthrough.begin(screens.story())
    words = told(JournalScreen(play, 0), desk())
    assert play.scene.title in words
    assert play.scene.text.source.split(".")[0] not in words


def test_the_journal_leads_from_chapter_to_chapter() -> None:
    play, on = played(), screens.space((1280, 720), 100)
    *_, (here, last) = pages(JournalScreen(play, 0, "01-the-pen"), on, desk())
    following = last.find(last.onward)
    assert following is not None
    assert following.text == words_aside.NEXT_CHAPTER
    there = turned(here, last.onward, desk())
    assert isinstance(there, JournalScreen)
    assert there.chapter == following.key.partition(":")[2]


def test_people_met_so_far_come_first() -> None:
    words = told(PeopleScreen(played()), desk())
    met, not_met = words.split(words_aside.NOT_MET)
    assert met.count("Vladimir Lenin") == 1
    assert "Vladimir Lenin" not in not_met
    assert "Ramón Mercader" in not_met


def test_before_the_story_begins_nobody_is_met() -> None:
    words = told(PeopleScreen(None), desk())
    assert "Vladimir Lenin" in words
    assert words_aside.MET not in words


def test_every_list_is_complete() -> None:
    story, play = screens.story(), played()
    people = told(PeopleScreen(play), desk())
    assert all(person.name in people for person in story.people.values())
    terms = told(PeopleScreen(play, "words"), desk())
    assert all(term.term in terms and term.text in terms for term in story.glossary.values())
    dates = told(PeopleScreen(play, "dates"), desk())
    assert all(event.date in dates and event.text in dates for event in story.timeline)
    sources = told(PeopleScreen(play, "sources"), desk())
    assert all(work.title in sources for work in story.sources.values())


def test_the_tabs_lead_to_the_lists() -> None:
    here: Screen = PeopleScreen(played(), number=3)
    for tab in ("words", "dates", "sources", "people"):
        here = turned(here, f"tab:{tab}", desk())
        assert here == PeopleScreen(played(), tab)


def test_a_card_says_who_it_is_and_where_they_were_met() -> None:
    words = told(index.build("person/lenin", played(), desk()), desk())
    lenin = screens.story().people["lenin"]
    assert all(part in words for part in (lenin.name, lenin.dates, lenin.role, lenin.says))
    assert "Dawn in London" in words
    nobody = told(index.build("person/lenin", None, desk()), desk())
    assert words_aside.NO_STORY_YET in nobody


def test_a_card_lies_on_what_was_open_and_leaves_the_focus_where_it_was() -> None:
    start = reading.begin(desk(), PeopleScreen(played())).focused("person:lenin")
    opened, _ = reading.take(start, start.screen.press("person:lenin", start.desk))
    assert opened.screen == index.build("person/lenin", played(), desk())
    closed, _ = reading.take(opened, opened.screen.press("close", opened.desk))
    assert (closed.screen, closed.focus) == (start.screen, "person:lenin")


def test_one_book_takes_the_place_of_another() -> None:
    here = index.build("help", played(), desk())
    assert here.press("journal", desk()).move == Go("journal", played())
    assert here.press("help", desk()).move == Stay()


@pytest.mark.parametrize("place", ["help", "settings", "people", "saves"])
def test_without_a_game_there_is_no_journal(place: str) -> None:
    here = index.build(place, None, desk())
    assert all(here.press(key, desk()).move == Stay() for key in ("journal", "railway", "menu"))


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
    assert played(6).scene.title in words
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
    assert SavesScreen(play).press(other, desk()).deeds == (Keep(play, "comparison/0", "new"),)
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
    assert here.press("quit", at).deeds == (Quit(),)


def test_without_a_story_there_is_help_and_there_are_settings() -> None:
    at = Desk(blank.STORY, Settings(), ())
    here: Screen = ProblemsScreen(PROBLEMS, LINES)
    assert here.press("help", at).move == Lay("help")
    for place in ("journal", "people", "timeline", "railway", "menu", "saves"):
        assert here.press(place, at).move == Stay()
        assert index.build("help", None, at).press(place, at).move == Stay()
