"""A flat picture as plain bytes, so that nobody outside needs to know what made it."""

from typing import Literal, NamedTuple

Mode = Literal["RGB", "RGBA"]


class Pixels(NamedTuple):
    """Rows from the top, three or four bytes a pixel, no padding."""

    width: int
    height: int
    mode: Mode
    data: bytes


class Sheet(NamedTuple):
    """A picture with its place on the stage; ``depth`` 0 is the horizon, 1 the glass."""

    pixels: Pixels
    left: int
    top: int
    depth: float
