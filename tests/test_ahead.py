"""What comes next is known before the reader goes there, and going ahead changes nothing."""

import pytest

from game.play.playthrough import begin
from game.ui import ahead, reading
from game.ui.art import Plate, Vignette
from game.ui.reading import Reading
from game.ui.screens import index
from tests.screens import decided, desk, space, story

ON = space((1280, 720), 100)
SCENE = "no-war-no-peace"


def at(place: str) -> Reading:
    lies = desk()
    is_after = place.startswith(("why", "comparison", "check"))
    play = decided(SCENE) if is_after else begin(story(), SCENE)
    return reading.begin(lies, index.build(place, play, lies))


def kinds(place: str) -> list[str]:
    """What the pictures of each coming view are."""
    found = []
    for view in ahead.views(at(place), ON):
        arts = [box.art for box in view.boxes]
        plates = any(isinstance(art, Plate) for art in arts)
        small = any(isinstance(art, Vignette) for art in arts)
        found.append("page" if plates else "book with pictures" if small else "book")
    return found


@pytest.mark.parametrize("place", ["scene/0", "why", "title"])
def test_from_a_page_it_goes_to_the_first_book(place: str) -> None:
    *pages, last = kinds(place)
    assert set(pages) == {"page"}
    assert last == "book with pictures"


@pytest.mark.parametrize("place", ["comparison", "check/0"])
def test_from_a_book_it_goes_to_the_first_page(place: str) -> None:
    *books, last = kinds(place)
    assert "page" not in books
    assert last == "page"


def test_going_ahead_leaves_the_reader_where_they_are() -> None:
    here = at("scene/0")
    before = (here, here.screen, here.view(ON))
    assert list(ahead.views(here, ON))
    assert (here, here.screen, here.view(ON)) == before
