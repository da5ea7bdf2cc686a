"""How the paper theatre moves: where everything is at a moment, told without a clock."""

import math
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Literal, NamedTuple

from game.stage.view import TRAVEL_X, TRAVEL_Y
from game.ui.boxes import View

# Of the way to the mouse, the share that is gone in a sixtieth of a second.
_FOLLOWS = 0.12
_DEAD, _THERE = 0.02, 0.01
# Sheets stand up like those of a pop-up book, one after another, from so many units below.
RISES = 0.42
_AFTER = 0.06
_LEAST_RISE, _MORE_RISE = 24.0, 36.0
LEAF = 0.35
# How far the free edge of a leaf that is turned goes ahead of its hinge.
_BEND = 0.4
HOVER = 0.12
# A book is laid on the page, or taken away from it.
BOOK = 0.35
# Weather moves for a few seconds after the reader did something and then dies down. Nobody can
# read beside falling snow for long, and a choice that waits must cost nothing.
BLOWS, _DIES = 3.0, 2.0
# A machine that needs longer than this for a frame, on average, is spared all motion.
SLOW = 1 / 30
COUNTED = 45

Change = Literal["fade", "leaf", "leaf back", "fold", "fold back", "lay", "take away"]


class Eye(NamedTuple):
    """Where the reader looks: -1 to 1 across and down, and 0 in the middle."""

    x: float = 0.0
    y: float = 0.0


class Pose(NamedTuple):
    """How everything stands at one moment.

    ``rising`` is for how long the sheets have been standing up, in seconds; ``drift`` how far the
    weather has come, in seconds of full wind, and ``wind`` how strong it is, 0 to 1; ``lifts``
    how far keys are lifted, 0 to 1.
    """

    eye: Eye = Eye()
    rising: float = math.inf
    drift: float = 0.0
    wind: float = 0.0
    lifts: Mapping[str, float] = MappingProxyType({})
    is_flat: bool = False


# One flat picture; nothing moves, and what is pressed is simply elsewhere.
FLAT = Pose(is_flat=True)


def eye(x: float, y: float, width: int, height: int) -> Eye:
    """The eye of a mouse in a window."""
    return Eye(_within(2 * x / max(1, width) - 1), _within(2 * y / max(1, height) - 1))


def is_dead(now: Eye, wanted: Eye) -> bool:
    """Whether a movement is so small that it is not followed."""
    return max(abs(now.x - wanted.x), abs(now.y - wanted.y)) < _DEAD


def followed(now: Eye, wanted: Eye, seconds: float) -> Eye:
    """The eye some time later: quick at first, then slower, until it is there."""
    left = (1 - _FOLLOWS) ** (seconds * 60)
    x, y = wanted.x + (now.x - wanted.x) * left, wanted.y + (now.y - wanted.y) * left
    if max(abs(x - wanted.x), abs(y - wanted.y)) < _THERE:
        return wanted
    return Eye(x, y)


def offset(depth: float, eye: Eye) -> tuple[float, float]:
    """How far a sheet is from its place, in units."""
    return eye.x * TRAVEL_X * depth, eye.y * TRAVEL_Y * depth


def rise(number: int, depth: float, seconds: float) -> float:
    """How far below its place the sheet of this number still is, in units."""
    share = ease_out((seconds - number * _AFTER) / RISES)
    return (_LEAST_RISE + _MORE_RISE * min(1.0, depth)) * (1 - share)


def risen(count: int) -> float:
    """After how many seconds so many sheets all stand."""
    return RISES + _AFTER * max(0, count - 1)


def ease_out(part: float) -> float:
    """Quick at first; 0 to 1."""
    return 1 - (1 - _share(part)) ** 3


def laid(part: float, *, is_away: bool) -> float:
    """How far below its place a book still is, or is already: a share of the window's height."""
    return 1 - ease_out(1 - _share(part)) if is_away else 1 - ease_out(part)


def ease(part: float) -> float:
    """Slow, quick, slow; 0 to 1."""
    part = _share(part)
    return part * part * (3 - 2 * part)


class Strip(NamedTuple):
    """A narrow strip of a leaf that turns: where its two ends are and how high, and its angle.

    All in widths of the leaf from its hinge; at angle 0 it lies on its own side, at pi on the
    other.
    """

    near: float
    far: float
    height: float
    angle: float


def bent(part: float, count: int) -> tuple[Strip, ...]:
    """A leaf being turned by its free edge, which goes ahead; from the hinge outwards."""
    x = height = 0.0
    strips = []
    for number in range(count):
        along = (number + 0.5) / count
        angle = math.pi * _share(_share(part) * (1 + _BEND) - _BEND * (1 - along))
        far = x + math.cos(angle) / count
        height += math.sin(angle) / count
        strips.append(Strip(x, far, height, angle))
        x = far
    return tuple(strips)


def lifted(was: float, wanted: float, seconds: float) -> float:
    """How far something under the mouse is lifted, so long after it began to be."""
    return was + (wanted - was) * ease_out(seconds / HOVER)


def blown(wind: float, still: float, seconds: float) -> float:
    """The wind some time later, when the reader has been ``still`` for so long."""
    step = seconds / (_DIES / 2 if still < BLOWS else _DIES)
    return _share(wind + step if still < BLOWS else wind - step)


def is_slow(frames: Sequence[float]) -> bool:
    """Whether the last frames, in seconds each, took too long for anything to move."""
    last = frames[-COUNTED:]
    return len(last) == COUNTED and sum(last) / COUNTED > SLOW


def change(before: View, after: View, key: str) -> Change:
    """How one screen becomes the next after a key: leaves turn, books are laid and taken away.

    What comes by itself, without a key, fades; so do books of one page, for large text.
    """
    here, there = _form(before), _form(after)
    if not key or "other" in (here, there):
        return "fade"
    if here != there:
        return "take away" if there == "page" else "lay" if here == "page" else "fade"
    if here == "narrow":
        return "fade"
    if key in (before.forward, before.onward):
        return "leaf" if here == "page" else "fold"
    if key in (before.earlier, before.back):
        return "leaf back" if here == "page" else "fold back"
    return "fade"


def _form(view: View) -> Literal["page", "book", "narrow", "other"]:
    """A torn page, an open book of two pages, one of a single page, or neither."""
    leaves = [box for box in view.boxes if box.look in ("torn", "book")]
    if len(leaves) != 1:
        return "other"
    if leaves[0].look == "torn":
        return "page"
    return "book" if leaves[0].is_on else "narrow"


def _share(value: float) -> float:
    return min(1.0, max(0.0, value))


def _within(value: float) -> float:
    return min(1.0, max(-1.0, value))
