"""What every drawing needs to know."""

from typing import NamedTuple

from game.ui.paint.fonts import Fonts
from game.ui.theme import Theme


class Pen(NamedTuple):
    """What drawings need: a size in pixels, colours, fonts, pixels for a unit and one of text."""

    width: int
    height: int
    theme: Theme
    fonts: Fonts
    unit: float
    words: float
