"""A notice lies where it covers nothing that is read or pressed."""

from pathlib import Path

import pytest

from game.play.playthrough import Playthrough, begin
from game.ui import deeds, reading, words, words_aside, words_school
from game.ui.boxes import PRESSED
from game.ui.deeds import Shelf
from game.ui.notice import notice
from game.ui.screen import Settle
from game.ui.screens import index
from tests import screens
from tests.screens import SIZES, TEXTS, space

SHORT, LONG = words.KEPT, words_school.OTHER_GAME
PLACES = ("title", "scene/0", "menu", "comparison", "check/0", "settings", "saves", "people")


def at(place: str) -> Playthrough | None:
    scene = next(each.id for each in screens.story().scenes.values() if each.source_checks)
    return None if place == "title" else screens.decided(scene)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("place", PLACES)
def test_it_covers_nothing(place: str, size: tuple[int, int], text: int) -> None:
    on, desk = space(size, text), screens.desk()
    view = index.build(place, at(place), desk).view(desk, on)
    page = next((box.rect for box in view.boxes if box.look == "torn"), None)
    book = next((box.rect for box in view.boxes if box.look == "book"), None)
    slip = notice(SHORT, view, on).rect
    assert 0 <= slip.left <= slip.right <= on.width
    assert 0 <= slip.top <= slip.bottom <= on.height
    pressed = [box.text for box in view.boxes if box.role in PRESSED and box.rect.meets(slip)]
    assert pressed == []
    if page is not None:
        assert not page.meets(slip)
    if book is not None and text == 100:
        words_under = [
            box.text
            for box in view.boxes
            if box.runs and box.rect.meets(slip) and box.rect.bottom <= book.bottom
        ]
        assert words_under == []


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("place", PLACES)
def test_a_long_one_stays_within_the_window(place: str, size: tuple[int, int], text: int) -> None:
    on, desk = space(size, text), screens.desk()
    view = index.build(place, at(place), desk).view(desk, on)
    box = notice(LONG, view, on)
    assert 0 <= box.rect.left <= box.rect.right <= on.width
    assert 0 <= box.rect.top <= box.rect.bottom <= on.height
    assert " ".join(box.text.split()) == LONG


def test_the_key_that_silences_says_so(tmp_path: Path) -> None:

    desk = screens.desk()
    now = reading.begin(desk, index.build("scene/0", begin(screens.story()), desk))
    shelf = Shelf.of(tmp_path, "a-story")
    silent = deeds.settle(now, Settle(screens.desk(mute=True).settings), shelf)
    assert silent.notice == words_aside.heard(is_mute=True)
    loud = deeds.settle(silent, Settle(screens.desk().settings), shelf)
    assert loud.notice == words_aside.heard(is_mute=False)
    same = deeds.settle(now, Settle(screens.desk(text_size=150).settings), shelf)
    assert same.notice == ""
