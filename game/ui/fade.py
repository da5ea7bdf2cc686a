"""One screen becomes the next: it fades, a leaf is turned, a book is laid. Nothing flashes."""

from typing import Protocol

import pygame

from game.ui import theatre
from game.ui.boxes import Rect
from game.ui.theatre import Strip

FULL, REDUCED = 0.28, 0.15
_STRIPS = 64
# How much larger a leaf looks when it stands upright, and how much darker.
_NEARER, _DARKER = 0.06, 80
_SHADE = 60


class Changing(Protocol):
    """Lays what is left of the old screen over the new one, until it is over."""

    @property
    def lasts(self) -> float: ...

    def mix(self, target: pygame.Surface, seconds: float) -> None: ...


class Fade:
    """The old frame, or an area of it, grows thin."""

    def __init__(self, old: pygame.Surface, lasts: float, area: Rect | None = None) -> None:
        self._old = old
        self._area = area or Rect(0, 0, *old.get_size())
        self.lasts = lasts

    def mix(self, target: pygame.Surface, seconds: float) -> None:
        part = min(1.0, seconds / self.lasts)
        self._old.set_alpha(round(255 * (1 - part) ** 1.5))
        target.blit(self._old, self._area[:2], self._area)


class Book:
    """A book is laid on a desk that covers what was seen, or both are taken away again."""

    lasts = theatre.BOOK

    def __init__(
        self, book: pygame.Surface, desk: pygame.Surface, old: pygame.Surface | None
    ) -> None:
        """``old`` is the frame the book is laid on; without one, the book is taken away."""
        self._book = book
        self._desk = desk
        self._old = old

    def mix(self, target: pygame.Surface, seconds: float) -> None:
        part = seconds / self.lasts
        if self._old is None:
            self._over(target, self._desk, 1 - 1.5 * part)
        else:
            target.blit(self._desk, (0, 0))
            self._over(target, self._old, 1 - 1.5 * part)
        below = theatre.laid(part, is_away=self._old is None)
        target.blit(self._book, (0, round(below * target.get_height())))

    def _over(self, target: pygame.Surface, sheet: pygame.Surface, share: float) -> None:
        if share > 0:
            sheet.set_alpha(round(255 * min(1.0, share)))
            target.blit(sheet, (0, 0))


class Leaf:
    """A leaf is turned over its left edge; ``under`` stays where it lies until it is over.

    ``back`` is what is seen once it has passed the upright, its right edge being at the hinge.
    Turned ``is_back``, the same happens the other way round. ``share`` is how far it is turned:
    not quite over where its hinge is the edge of the window, beyond which nobody sees it.
    """

    lasts = theatre.LEAF

    def __init__(
        self,
        front: pygame.Surface,
        back: pygame.Surface,
        hinge: tuple[int, int],
        under: tuple[pygame.Surface, tuple[int, int]] | None = None,
        *,
        is_back: bool = False,
        share: float = 1.0,
    ) -> None:
        self._front = front
        self._back = back
        self._hinge = hinge
        self._under = under
        self._is_back = is_back
        self._share = share
        self._shade = _gradient(_SHADE, front.get_height())

    def mix(self, target: pygame.Surface, seconds: float) -> None:
        part = theatre.ease(seconds / self.lasts)
        part = self._share * (1 - part if self._is_back else part)
        if self._under is not None:
            target.blit(*self._under)
        strips = theatre.bent(part, _STRIPS)
        self._cast(target, strips[-1])
        for number, strip in enumerate(strips):
            self._strip(target, number, strip)

    def _cast(self, target: pygame.Surface, edge: Strip) -> None:
        """The shadow beneath the free edge, strongest while that is high."""
        x = self._hinge[0] + round(edge.far * self._front.get_width())
        self._shade.set_alpha(round(200 * min(1.0, edge.height * 1.6)))
        target.blit(self._shade, (x - _SHADE // 4, self._hinge[1]))

    def _strip(self, target: pygame.Surface, number: int, strip: Strip) -> None:
        width, height = self._front.get_size()
        ends = sorted((round(strip.near * width), round(strip.far * width)))
        if ends[0] == ends[1]:
            return
        begin, end = width * number // _STRIPS, width * (number + 1) // _STRIPS
        is_front = strip.far > strip.near
        shown = self._front if is_front else self._back
        left = begin if is_front else self._back.get_width() - end
        cut = shown.subsurface((max(0, left), 0, end - begin, shown.get_height()))
        tall = round(height * (1 + _NEARER * strip.height))
        made = pygame.transform.scale(cut, (ends[1] - ends[0], tall))
        if strip.height > 0:
            dark = 255 - round(_DARKER * abs(strip.height) * (0.4 if is_front else 1))
            made.fill((dark, dark, dark), special_flags=pygame.BLEND_RGB_MULT)
        place = (self._hinge[0] + ends[0], self._hinge[1] - (tall - height) // 2)
        target.blit(made, place)


def _gradient(width: int, height: int) -> pygame.Surface:
    """From dark at the left to nothing at the right."""
    small = pygame.Surface((width, 1), pygame.SRCALPHA)
    for x in range(width):
        small.set_at((x, 0), (5, 7, 11, round(110 * (1 - x / width) ** 2)))
    return pygame.transform.scale(small, (width, height))
