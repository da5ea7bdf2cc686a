"""What the reader will see next, found by going there without doing anything on the way."""

from collections.abc import Iterator

from game.ui import reading as readings
from game.ui.art import Plate
from game.ui.boxes import View
from game.ui.reading import Reading
from game.ui.space import Space

_FURTHEST = 10


def views(reading: Reading, space: Space) -> Iterator[View]:
    """What comes when the reader goes on, and takes the first card wherever cards are dealt.

    From a page it ends with the first book, from a book with the first page.
    """
    was_page = None
    for _ in range(_FURTHEST):
        view = reading.view(space)
        is_page = any(isinstance(box.art, Plate) for box in view.boxes)
        yield view
        key = view.onward or _card(view)
        if not key or was_page not in (None, is_page):
            return
        was_page = is_page
        step = reading.screen.press(key, reading.desk)
        reading, _deeds = readings.take(reading, step)


def _card(view: View) -> str:
    cards = (box.key for box in view.focusable() if box.role == "card")
    return next(cards, "")
