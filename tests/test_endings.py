"""What follows an ending in the window: the page of its chapter, and then the book is closed."""

import pytest

from game.play import labels
from game.play.playthrough import begin
from game.ui import words
from game.ui.boxes import transcript
from game.ui.screen import Desk, Restart, Settle
from game.ui.screens import index
from game.ui.settings import Settings
from tests import nights
from tests.nights import ON, followed, shown


@pytest.fixture(scope="module")
def desk() -> Desk:
    return nights.desk()


def test_after_an_ending_its_chapter_asks_what_it_has_to_ask(desk: Desk) -> None:
    over = begin(desk.story, "morning").choose("leave")
    ending = index.build("ending", over, desk)
    chapter = followed(ending.press("onward", desk), desk)
    told = transcript(chapter.view(desk, ON))
    assert "Was it worth it?" in told
    assert words.THE_END in told
    asked = followed(chapter.press("question:0", desk), desk)
    assert "Was it worth it?" in transcript(asked.view(desk, ON))
    assert followed(chapter.press("back", desk), desk) == index.build("ending/99", over, desk)
    step = chapter.press("onward", desk)
    assert step.move == Restart("title")
    assert step.deeds == (Settle(Settings(finished=True)),)


def test_an_ending_that_was_begun_with_closes_the_book(desk: Desk) -> None:
    """Nothing was decided, so there is no road to look back at."""
    step = index.build("ending", begin(desk.story, "home"), desk).press("onward", desk)
    assert step.move == Restart("title")


@pytest.mark.parametrize(
    ("choice", "kind"), [("stay", labels.ENDING_RECORD), ("leave", labels.ENDING)]
)
def test_an_ending_says_whether_it_is_that_of_the_record(
    choice: str, kind: str, desk: Desk
) -> None:
    told = shown("ending", begin(desk.story, "morning").choose(choice), desk)
    assert kind.upper() in told.upper()
