"""Questions beside a scene, easy reading and the title's own picture, in the window."""

from dataclasses import replace

import pytest

from game.play.playthrough import begin
from game.story.model import Illustration, Story
from game.story.problem import Mark
from game.ui import editor, page
from game.ui.boxes import transcript
from game.ui.screen import Desk, Go, Keep, Writing
from game.ui.screens import index
from game.ui.screens.question import QuestionScreen
from game.ui.screens.scene import SceneScreen
from game.ui.settings import Settings
from tests import nights, screens
from tests.nights import ON, followed, shown


@pytest.fixture(scope="module")
def desk() -> Desk:
    return nights.desk()


@pytest.mark.parametrize(
    ("place", "key", "back", "asks"),
    [
        ("scene/0", "before", "scene/0", "Who is missing?"),
        ("brief", "before", "brief/0", "Who is missing?"),
        ("comparison/0", "after", "comparison/0", "Could it have waited?"),
        ("chapter-end", "question:1", "chapter-end/at-1", "Who decided, in the end?"),
    ],
)
def test_a_question_leads_to_a_line_and_back(
    place: str, key: str, back: str, asks: str, desk: Desk
) -> None:
    play = begin(desk.story)
    play = play if key == "before" else play.choose("wait")
    asked = followed(index.build(place, play, desk).press(key, desk), desk)
    assert isinstance(asked, QuestionScreen)
    assert asks in transcript(asked.view(desk, ON))
    assert screens.faults(asked.view(desk, ON), ON) == []
    assert isinstance(asked, Writing)
    written = QuestionScreen(asked.play, asked.asked, asked.back, editor.start("It is."))
    step = written.press("onward", desk)
    assert isinstance(step.move, Go)
    assert step.move.place == back
    assert isinstance(step.deeds[0], Keep)
    assert list(step.deeds[0].play.notes.values()) == ["It is."]
    again = followed(step, desk).view(desk, ON)
    assert "Change your answer" in transcript(again)


def test_a_question_is_put_before_the_text_and_never_answered(desk: Desk) -> None:
    play = begin(desk.story)
    told = shown("scene/0", play, desk)
    assert told.index("Before you read: Who is missing?") < told.index("The corridors are")
    after = shown("comparison", play.choose("wait"), desk)
    assert "Could it have waited?" in after
    assert "until the congress met" not in after


def test_scene_and_record_are_told_in_short_sentences_if_asked_for(desk: Desk) -> None:
    easy = replace(desk, settings=Settings(reading="easy"))
    play = begin(desk.story)
    assert "It is loud here." in shown("scene/0", play, easy)
    assert "It is loud here." not in shown("scene/0", play, desk)
    decided = play.choose("wait")
    assert "He waited for the congress." in shown("comparison", decided, easy)
    assert "He tied the rising" in shown("comparison", decided, desk)
    assert "It is loud here." in shown("journal", decided, easy)
    # A scene that is told in one way only is told in that way.
    assert "The palace is dark." in shown("scene/0", decided, easy)


@pytest.mark.parametrize(
    "place",
    ["question/x/0", "question/1-smolny/9", "question/1-smolny/²", "before/x", "before/palace/x"],
)
def test_a_question_that_is_not_there_leads_to_where_the_reader_is(place: str, desk: Desk) -> None:
    play = begin(desk.story).choose("wait")
    assert isinstance(index.build(place, play, desk), SceneScreen)


def test_the_title_shows_the_picture_of_the_story(desk: Desk) -> None:
    drawn = Illustration(
        "A book.", None, "", (), (), None, "cover.png", "own", "", Mark("story.yaml")
    )
    story: Story = replace(desk.story, illustration=drawn)
    found = page.cover(story, ON)
    assert found is not None
    assert (found.illustration, found.chapter) == (drawn, "")
    assert page.cover(desk.story, ON) is None
