"""What part of the stage is seen: 1280 x 720 of it, with a margin so that the view can move."""

import math
from typing import NamedTuple

from game.stage import spread

WIDTH, HEIGHT = 1280.0, 720.0
MARGIN_X, MARGIN_Y = 40.0, 24.0
# How far a sheet on the glass (depth 1) may move each way; others less, by their depth.
TRAVEL_X, TRAVEL_Y = 24.0, 14.0


class Frame(NamedTuple):
    """A picture in pixels, and the share of its left side that a page covers."""

    width: int
    height: int
    covered: float = 0.0


class Point(NamedTuple):
    x: float
    y: float


class View(NamedTuple):
    """The part of the stage that is seen."""

    left: float
    top: float
    width: float
    height: float


def look_at(frame: Frame, focus: float) -> View:
    """The view that fills the frame and has ``focus`` in the middle of what no page covers."""
    scale = max(frame.width / WIDTH, frame.height / HEIGHT)
    width, height = frame.width / scale, frame.height / scale
    middle = (frame.covered + (1 - frame.covered) / 2) * width
    left = spread.within(focus - middle, -MARGIN_X, WIDTH + MARGIN_X - width)
    return View(left, (HEIGHT - height) * 0.35, width, height)


def close_up(frame: Frame, middle: Point) -> View:
    """Nearer: a strip round a point that is nowhere cut off by the edge of the stage."""
    wide = max(560.0, min(1100.0, 330.0 * frame.width / frame.height))
    tall = wide * frame.height / frame.width
    if tall > HEIGHT:
        wide, tall = HEIGHT * frame.width / frame.height, HEIGHT
    return View(
        spread.within(middle.x - wide / 2, -MARGIN_X, WIDTH + MARGIN_X - wide),
        spread.within(middle.y + 20 - tall / 2, -MARGIN_Y, HEIGHT + MARGIN_Y - tall),
        wide,
        tall,
    )


def reach(depth: float, scale: float) -> tuple[int, int]:
    """How many pixels a sheet of this depth needs beyond the frame, so that no edge shows."""
    return math.ceil(TRAVEL_X * depth * scale) + 1, math.ceil(TRAVEL_Y * depth * scale) + 1
