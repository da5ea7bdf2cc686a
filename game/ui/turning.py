"""What happens between two screens, and which parts of a frame have to be drawn again."""

import time
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

import pygame

from game.ui import theatre
from game.ui.boxes import Box, Rect, View
from game.ui.fade import FULL, REDUCED, Book, Changing, Fade, Leaf
from game.ui.paint import scenery
from game.ui.paint.painter import Hot, Painter
from game.ui.theatre import FLAT, Pose

# When a leaf is turned so far, all of it is beyond its hinge.
_GONE = 0.66


class Shown(NamedTuple):
    """What is drawn: a view, what is lit in it, and how it stands."""

    view: View
    hot: Hot
    pose: Pose = FLAT


class Left(NamedTuple):
    """A screen that is being left, how it looked, and the key that was pressed."""

    shown: Shown
    frame: pygame.Surface
    key: str


class Turning:
    """Mixes what is left of the old screen into the new one until its time is over."""

    def __init__(self, clock: Callable[[], float] = time.perf_counter) -> None:
        self._clock = clock
        self._changes: tuple[tuple[float, Changing], ...] = ()

    @property
    def is_running(self) -> bool:
        return bool(self._changes)

    def finish(self) -> None:
        self._changes = ()

    def begin(self, made: Iterable[Changing]) -> None:
        """Begin with these; a leaf or book that is still on its way goes on, over them."""
        now = self._clock()
        going = tuple(pair for pair in self._changes if not isinstance(pair[1], Fade))
        self._changes = (*((now, change) for change in made), *going)

    def mix(self, target: pygame.Surface) -> None:
        now = self._clock()
        self._changes = tuple(
            (began, change) for began, change in self._changes if now - began < change.lasts
        )
        for began, change in self._changes:
            change.mix(target, now - began)


def changes(left: Left, new: Shown, frame: pygame.Surface, painter: Painter) -> list[Changing]:
    """How a screen becomes the next one, which has been painted on the frame."""
    if left.frame.get_size() != frame.get_size():
        return []
    if new.pose.is_flat:
        return [Fade(left.frame, REDUCED)]
    word = theatre.change(left.shown.view, new.view, left.key)
    if word in ("leaf", "leaf back"):
        return list(_torn(left, new, painter, is_back=word == "leaf back"))
    if word in ("fold", "fold back"):
        return [_fold(left, new, frame, is_back=word == "fold back")]
    if word in ("lay", "take away"):
        return [_book(left, new, painter, is_away=word == "take away")]
    return [Fade(left.frame, FULL)]


def _book(left: Left, new: Shown, painter: Painter, *, is_away: bool) -> Changing:
    book, desk = painter.book(*(left.shown if is_away else new))
    return Book(book, desk, None if is_away else left.frame)


def _torn(left: Left, new: Shown, painter: Painter, *, is_back: bool) -> Iterator[Changing]:
    """A page is turned beside its picture, which fades if it is another one."""
    old_page, new_page = painter.leaf(*left.shown), painter.leaf(*new)
    area = painter.stage(new.view)
    if left.shown.view.title != new.view.title and area is not None:
        yield Fade(left.frame, FULL, area)
    if is_back:
        yield Leaf(*new_page, (0, 0), (old_page[0], (0, 0)), is_back=True, share=_GONE)
    else:
        yield Leaf(*old_page, (0, 0), share=_GONE)


def _fold(left: Left, new: Shown, frame: pygame.Surface, *, is_back: bool) -> Changing:
    """A leaf of the open book is turned; the other page stays until it is covered."""
    book = next(box.rect for box in new.view.boxes if box.look == "book")
    half = book.width // 2
    sides = [pygame.Rect(book.left + across, book.top, half, book.height) for across in (0, half)]
    (old_left, old_right), (new_left, new_right) = (
        [picture.subsurface(side).copy() for side in sides] for picture in (left.frame, frame)
    )
    hinge = (sides[1].left, book.top)
    if is_back:
        return Leaf(new_right, old_left, hinge, (old_right, sides[1].topleft), is_back=True)
    return Leaf(old_right, new_left, hinge, (old_left, sides[0].topleft))


def areas(before: Shown, after: Shown, painter: Painter) -> list[Rect]:
    """Where a frame has to be drawn again when a view stands otherwise than before."""
    found = []
    stage = painter.stage(after.view)
    if stage is not None and _places(before, painter) != _places(after, painter):
        found.append(stage)
    cards = [box for box in after.view.boxes if box.look == "card"]
    moved = [box for box in cards if _lift(before, box) != _lift(after, box)]
    return [*found, *(painter.around(box) for box in moved)]


def _places(shown: Shown, painter: Painter) -> object:
    """Where everything in a picture is."""
    picture = painter.picture(shown.view)
    if picture is None:
        return None
    sheets = painter.scenery.sheets(*picture)
    return (scenery.places(sheets, picture[1], shown.pose), shown.pose.wind and shown.pose.drift)


def _lift(shown: Shown, box: Box) -> float:
    return shown.pose.lifts.get(box.key, 0.0)
