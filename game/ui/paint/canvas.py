"""Smooth lines and shapes: drawn three times as large, then scaled down."""

from collections.abc import Sequence

import pygame
import pygame.transform as change

from game.ui.theme import Colour

Point = tuple[float, float]
_TIMES = 3


def smooth(t: float) -> float:
    """From 0 to 1 without a corner at either end."""
    t = min(1.0, max(0.0, t))
    return t * t * (3 - 2 * t)


class Canvas:
    """A transparent drawing of this size in pixels."""

    def __init__(self, width: int, height: int) -> None:
        self.width, self.height = max(1, width), max(1, height)
        size = (self.width * _TIMES, self.height * _TIMES)
        self._sheet = pygame.Surface(size, pygame.SRCALPHA)

    def _all(self, points: Sequence[Point]) -> list[Point]:
        return [(x * _TIMES, y * _TIMES) for x, y in points]

    def line(self, points: Sequence[Point], colour: Colour, thick: float) -> None:
        found = self._all(points)
        wide = max(1, round(thick * _TIMES))
        pygame.draw.lines(self._sheet, colour, False, found, wide)  # noqa: FBT003
        for x, y in found[1:-1]:
            pygame.draw.circle(self._sheet, colour, (x, y), wide / 2)

    def shape(self, points: Sequence[Point], colour: Colour) -> None:
        pygame.draw.polygon(self._sheet, colour, self._all(points))

    def disc(self, x: float, y: float, radius: float, colour: Colour) -> None:
        pygame.draw.circle(self._sheet, colour, (x * _TIMES, y * _TIMES), radius * _TIMES)

    def ring(self, x: float, y: float, radius: float, colour: Colour, thick: float) -> None:
        wide = max(1, round(thick * _TIMES))
        pygame.draw.circle(self._sheet, colour, (x * _TIMES, y * _TIMES), radius * _TIMES, wide)

    def block(self, left: float, top: float, width: float, height: float, colour: Colour) -> None:
        corners = [(left, top), (left + width, top), (left + width, top + height)]
        self.shape([*corners, (left, top + height)], colour)

    def diamond(self, x: float, y: float, radius: float, colour: Colour) -> None:
        self.shape([(x - radius, y), (x, y - radius), (x + radius, y), (x, y + radius)], colour)

    def done(self) -> pygame.Surface:
        return change.smoothscale(self._sheet, (self.width, self.height))
