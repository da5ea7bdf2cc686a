"""What the reader will see next, found by going there without doing anything on the way."""

from game.ui import reading as readings
from game.ui.art import Plate
from game.ui.boxes import View
from game.ui.reading import Reading
from game.ui.space import Space

_FURTHEST = 8


def with_picture(reading: Reading, space: Space) -> View | None:
    """The first view on the reader's way on that has a picture; none beyond a choice."""
    for _ in range(_FURTHEST):
        view = reading.view(space)
        if any(isinstance(box.art, Plate) for box in view.boxes):
            return view
        if not view.onward:
            return None
        step = reading.screen.press(view.onward, reading.desk)
        reading, _deeds = readings.take(reading, step)
    return None
