"""Sittings: how a chapter is divided, how long each takes, and the leaf between two of them."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.lab import lesson
from game.lab.lab import AS_IT_CAME, Lab, Lesson
from game.play import pace, record, save, sittings
from game.play.playthrough import Playthrough, begin
from game.play.save import Slot
from game.play.sittings import Sitting
from game.story.model import Scene, Story
from game.terminal import talk, title
from game.terminal.talk import Talk
from game.ui import reading, words
from game.ui.boxes import transcript
from game.ui.reading import Reading
from game.ui.screen import Desk, Keep, Screen
from game.ui.screens import index, way
from game.ui.screens.chapter_end import ChapterEndScreen
from game.ui.screens.comparison import ComparisonScreen
from game.ui.screens.menu import TakeBackScreen
from game.ui.screens.opening import OpeningScreen
from game.ui.screens.scene import SceneScreen
from game.ui.screens.school import LessonEndScreen
from game.ui.screens.sitting import SittingScreen
from game.ui.screens.title import TitleScreen
from game.ui.settings import Settings
from tests.any_story import SCENES, stories
from tests.making import choice, prose, scene, story
from tests.screens import SIZES, TEXTS, faults, pages, space
from tests.screens import story as shipped

ON = space((1280, 720), 100)


def long(made: Scene, sitting: str = "", minutes: int = 20) -> Scene:
    """The scene with so much to read that it fills a sitting."""
    text = prose("word " * (minutes * pace.WORDS_A_MINUTE))
    return replace(made, text=text, sitting=sitting)


def winter() -> Story:
    """Two chapters; the first is divided on the way of the record, and beside it."""
    return story(
        long(scene("frost", choice("wait", "snow"), choice("leave", "barn"), record="wait")),
        scene("barn", choice("sleep", "loft"), choice("go", "thaw")),
        long(scene("loft", choice("rest", "thaw")), "Under the roof"),
        long(
            scene("snow", choice("dig", "ice"), choice("slide", "pond"), record="dig"), "Deep snow"
        ),
        scene("ice", choice("skate", "thaw"), record="skate"),
        scene("pond", choice("swim", "ice")),
        scene("lost", choice("shout", "ice")),
        scene("thaw", choice("look", "spring"), record="look", chapter="02-two"),
        scene("spring", chapter="02-two"),
    )


STORY = winter()


def parts(made: Story = STORY) -> tuple[Sitting, ...]:
    return sittings.of_story(made, record.follow(made))


def test_a_sitting_lasts_until_the_next_and_what_is_beside_the_record_belongs_to_its_way() -> None:
    assert [(each.name, each.title, each.scenes) for each in parts()] == [
        ("1.1", "One", ("frost", "barn", "lost")),
        ("1.2", "Deep snow", ("snow", "ice", "pond")),
        ("1.3", "Under the roof", ("loft",)),
        ("2.1", "Two", ("thaw", "spring")),
    ]


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("1", ["1.1", "1.2", "1.3"]),
        ("01-one", ["1.1", "1.2", "1.3"]),
        ("1.2", ["1.2"]),
        ("2", ["2.1"]),
        ("1.4", []),
        (".", []),
        ("", []),
    ],
)
def test_a_sitting_is_named_by_its_chapter_and_its_number(name: str, found: list[str]) -> None:
    assert [each.name for each in sittings.named(parts(), name)] == found


def test_only_what_the_record_passes_is_counted_and_beside_it_every_decision() -> None:
    found = {each.sitting.name: each for each in pace.of_story(STORY, record.follow(STORY))}
    assert list(found["1.1"].scenes) == ["frost"]
    assert list(found["1.2"].scenes) == ["snow", "ice"]
    assert list(found["1.3"].scenes) == ["loft"]
    assert list(found["2.1"].scenes) == ["thaw", "spring"]
    assert [each.minutes for each in found.values()] == [20, 20, 20, 1]


@given(stories(), st.sets(st.sampled_from(SCENES)))
def test_every_scene_of_any_story_is_in_one_sitting(made: Story, begun: set[str]) -> None:
    """Wherever its sittings begin."""
    scenes = {
        each.id: replace(each, sitting=f"From {each.id}" if each.id in begun else "")
        for each in made.scenes.values()
    }
    divided = replace(made, scenes=scenes)
    found = parts(divided)
    assert sorted(name for part in found for name in part.scenes) == sorted(scenes)
    assert begun <= {part.first for part in found}
    assert len({part.name for part in found}) == len(found)
    paces = pace.of_story(divided, record.follow(divided))
    assert [each.sitting for each in paces] == list(found)
    assert [each.ends for each in paces].count(True) == len(divided.chapters)


def test_every_scene_of_the_shipped_story_is_in_one_sitting_that_fits_a_lesson() -> None:
    made = shipped()
    paces = pace.of_story(made, record.follow(made))
    scenes = [name for each in paces for name in each.sitting.scenes]
    assert sorted(scenes) == sorted(made.scenes)
    # "check" advises from 25 on; a few words more than that are no failure.
    assert [(each.sitting.name, each.minutes) for each in paces if each.minutes > 27] == []


def desk(lab: Lab = AS_IT_CAME, *slots: Slot) -> Desk:
    return Desk(STORY, Settings(ask_reason=False), slots, lab=lab)


def at(place: str, play: Playthrough | None = None, lab: Lab = AS_IT_CAME) -> Reading:
    here = desk(lab)
    return reading.begin(here, index.build(place, play, here))


def pressed(now: Reading, *keys: str) -> Reading:
    for key in keys:
        now, _ = reading.take(now, now.screen.press(key, now.desk))
    return now


COMPARED = begin(STORY).choose("wait")


def test_between_two_sittings_is_a_leaf_and_enter_goes_on() -> None:
    now = pressed(at("comparison", COMPARED), "onward")
    assert isinstance(now.screen, SittingScreen)
    view = now.view(ON)
    assert view.onward == "onward"
    said = transcript(view)
    for wanted in ("Deep snow", "Chapter 1", "One", words.GOOD_PLACE, "about 20 minutes"):
        assert wanted.lower() in said.lower()
    assert isinstance(pressed(now, "onward").screen, SceneScreen)
    assert isinstance(pressed(now, "back").screen, ComparisonScreen)


def test_back_from_its_first_scene_is_the_leaf_and_then_what_was_before() -> None:
    sitting = pressed(at("scene/0", COMPARED), "back")
    assert isinstance(sitting.screen, SittingScreen)
    assert isinstance(pressed(sitting, "back").screen, ComparisonScreen)
    chapter = pressed(at("scene/0", begin(STORY, "ice").choose("skate")), "back")
    assert isinstance(chapter.screen, OpeningScreen)
    assert isinstance(pressed(chapter, "back").screen, ChapterEndScreen)
    within = pressed(at("scene/0", begin(STORY).choose("leave")), "back")
    assert isinstance(within.screen, TakeBackScreen)
    assert pressed(at("scene/0"), "back").stack == at("scene/0").stack


@pytest.mark.parametrize(
    ("play", "screen"),
    [
        (begin(STORY).choose("leave"), SceneScreen),
        (begin(STORY).choose("leave").choose("sleep"), SittingScreen),
        (begin(STORY, "ice").choose("skate"), ChapterEndScreen),
    ],
    ids=["within a sitting", "beside the record", "another chapter"],
)
def test_there_is_no_leaf_elsewhere(play: Playthrough, screen: type[Screen]) -> None:
    assert isinstance(pressed(at("comparison", play), "onward").screen, screen)


def test_who_stops_there_comes_back_to_the_sitting_and_not_to_the_leaf() -> None:
    here = desk()
    arrived = index.build("comparison", COMPARED, here).press("onward", here)
    (kept,) = arrived.deeds
    assert isinstance(kept, Keep)
    stopped = pressed(at(kept.place, kept.play), "stop")
    assert isinstance(stopped.screen, TitleScreen)
    back = way.resumed(here, save.of(kept.play, "", kept.place))
    resumed, _ = reading.take(stopped, back)
    assert isinstance(resumed.screen, OpeningScreen)
    said = transcript(resumed.view(ON))
    assert "Deep snow" in said
    assert words.GOOD_PLACE not in said
    assert isinstance(pressed(resumed, "onward").screen, SceneScreen)
    assert isinstance(pressed(resumed, "back").screen, ComparisonScreen)


def test_a_chapter_is_begun_with_any_of_its_sittings() -> None:
    chapters = at("chapters")
    keys = [box.key for box in chapters.view(ON).focusable() if ":" in box.key]
    assert keys == ["chapter:01-one", "sitting:1.2", "sitting:1.3", "chapter:02-two"]
    for key, begins in (("chapter:01-one", "frost"), ("sitting:1.3", "loft")):
        begun = pressed(chapters, key).screen
        assert isinstance(begun, OpeningScreen)
        assert begun.play.scene.id == begins
    assert pressed(chapters, "sitting:1.9").screen == chapters.screen


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("size", SIZES, ids=str)
def test_a_long_title_has_room_everywhere(size: tuple[int, int], text: int) -> None:
    wordy = "What somebody who has never been asked would say to them, and why it was not heard"
    scenes = {**STORY.scenes, "snow": replace(STORY.scenes["snow"], sitting=wordy)}
    made, on = replace(STORY, scenes=scenes), space(size, text)
    here = replace(desk(), story=made)
    compared = begin(made).choose("wait")
    for place, play in (("chapters", None), ("sitting", compared), ("opening", compared)):
        screen = index.build(place, play, here)
        for view in pages(screen, on, here):
            assert faults(view, on) == [], place


def test_a_lesson_may_be_one_sitting() -> None:
    one = Lab(lesson=Lesson(chapters=("1.2",)))
    assert lesson.first(one.lesson, STORY) == "snow"
    assert lesson.unknown(Lesson(chapters=("1.2", "1.7", "3")), STORY) == ("1.7", "3")
    keys = [box.key for box in at("chapters", lab=one).view(ON).focusable() if ":" in box.key]
    assert keys == ["sitting:1.2"]
    play = begin(STORY, "snow").choose("slide")
    assert isinstance(pressed(at("comparison", play, one), "onward").screen, SceneScreen)
    done = play.choose("swim").choose("skate")
    assert isinstance(
        pressed(at("comparison", done, one), "onward", "onward").screen, LessonEndScreen
    )


def test_a_lesson_ends_where_the_next_sitting_would_begin() -> None:
    first = Lab(lesson=Lesson(chapters=("1.1",)))
    assert isinstance(pressed(at("comparison", COMPARED, first), "onward").screen, LessonEndScreen)


def test_the_terminal_stops_there_too() -> None:
    compared = Talk(COMPARED, "comparison")
    paused = talk.answer(compared, "").talk
    said = " ".join(talk.view(paused))
    for wanted in (words.GOOD_PLACE, "'Deep snow', about 20 minutes", "'quit' to stop"):
        assert wanted in said
    assert talk.answer(paused, "quit").deed == "quit"
    assert talk.answer(paused, "").talk == Talk(COMPARED)
    assert talk.resume(COMPARED, talk.place(paused)) == Talk(COMPARED)


def test_the_terminal_begins_with_any_of_them(tmp_path: Path) -> None:
    shown = title.title(STORY, tmp_path)
    lines = [entry.text for entry in shown.menu]
    assert lines[1:4] == [
        "Begin with a chapter: One, Deep snow",
        "Begin with a chapter: One, Under the roof",
        "Begin with a chapter: Two",
    ]
    opened = shown.menu[1].opens
    assert isinstance(opened, title.Opened)
    assert "Chapter 1: One. Deep snow." in talk.view(opened.talk)
