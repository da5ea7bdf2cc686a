"""Books that are looked things up in: none lies on itself, and words are in their alphabet."""

import unicodedata

import pytest

from game.play.playthrough import begin
from game.ui import reading
from game.ui.screens import index, way
from game.ui.screens.people import PeopleScreen
from tests import screens


@pytest.mark.parametrize("place", sorted(way.ASIDE - {"menu"}))
def test_no_book_is_laid_on_itself(place: str) -> None:
    desk, play = screens.desk(), begin(screens.story())
    now = reading.begin(desk, index.build("scene/0", play, desk))
    heights = []
    for _ in range(4):
        now, _due = reading.take(now, now.screen.press(place, desk))
        heights.append(len(now.stack))
    assert heights == [2, 2, 2, 2]


@pytest.mark.parametrize("key", ["journal", "people", "help", "settings", "saves"])
def test_another_book_takes_the_place_of_the_railway(key: str) -> None:
    desk, play = screens.desk(), begin(screens.story())
    now = reading.begin(desk, index.build("railway", play, desk))
    now, _ = reading.take(now, now.screen.press(key, desk))
    assert now.stack == (index.build(key, play, desk),)


def test_words_are_in_alphabetical_order() -> None:
    on, desk = screens.space((1280, 720), 100), screens.desk()
    keys = []
    for view in screens.pages(PeopleScreen(None, "words"), on, desk):
        keys += [box.key for box in view.boxes if box.key.startswith("term:")]
    names = [
        screens.story().glossary[key.removeprefix("term:")].term for key in dict.fromkeys(keys)
    ]
    assert len(names) == len(screens.story().glossary)
    bare = [unicodedata.normalize("NFKD", name).casefold().removeprefix("the ") for name in names]
    first = ["".join(filter(str.isalpha, name))[:3] for name in bare]
    assert first == sorted(first)
