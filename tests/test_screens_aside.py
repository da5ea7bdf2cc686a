"""The books beside the story: that they fit, that all of each can be reached, what they tell."""

from itertools import combinations

import pytest

from game.play import playthrough
from game.ui import boxes, reading, words_aside
from game.ui.boxes import PRESSED, Focus, transcript
from game.ui.screen import (
    Go,
    Screen,
    Stay,
)
from game.ui.screens import index
from game.ui.screens.journal import JournalScreen
from game.ui.screens.people import PeopleScreen
from tests import screens
from tests.asides import NAMES, REASON, SIZES, TEXTS, desk, made, pages, played, told, turned


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
    assert view.back in ("close", "leave")


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
    words = " ".join(told(JournalScreen(play, 0, scene.chapter), desk()).split())
    question = story.chapters[scene.chapter].questions[0].text
    for part in (answer, scene.source_checks[0].record, question, "I am not sure."):
        # A page may end within any of them.
        assert " ".join(part.split()[:8]) in words


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


def test_a_card_lies_on_what_was_open_and_tab_goes_on_from_where_it_was() -> None:
    start = reading.begin(desk(), PeopleScreen(played())).focused("person:lenin")
    opened, _ = reading.take(start, start.screen.press("person:lenin", start.desk))
    assert opened.screen == index.build("person/lenin", played(), desk())
    closed, _ = reading.take(opened, opened.screen.press("close", opened.desk))
    assert (closed.screen, closed.at) == (start.screen, Focus("person:lenin", is_lit=False))
    assert closed.focus == ""


def test_one_book_takes_the_place_of_another() -> None:
    here = index.build("help", played(), desk())
    assert here.press("journal", desk()).move == Go("journal", played())
    assert here.press("help", desk()).move == Stay()


@pytest.mark.parametrize("place", ["help", "settings", "people", "saves"])
def test_without_a_game_there_is_no_journal(place: str) -> None:
    here = index.build(place, None, desk())
    assert all(here.press(key, desk()).move == Stay() for key in ("journal", "railway", "menu"))
