"""What drifts in the air of a picture that stands still: dust in the light, smoke, rain.

Snow belongs to the picture itself and falls with its sheets. All of it is slow and faint, for it
must never draw the eye from the page.
"""

import functools
import math
import random
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

import pygame

from game.stage.view import HEIGHT, WIDTH
from game.ui.boxes import Rect
from game.ui.theatre import Pose

_LEVELS = 10


class Speck(NamedTuple):
    """A place in units, which of the drawings, and how much of it is seen (0 to 1)."""

    x: float
    y: float
    drawing: int
    strength: float


class _Seed(NamedTuple):
    """Where a speck begins, and two numbers by which it differs from others; all 0 to 1."""

    x: float
    y: float
    pace: float
    turn: float


class _Kind(NamedTuple):
    """``sizes`` are radii in units; rain is drawn as strokes of that length."""

    number: int
    sizes: tuple[float, ...]
    colour: tuple[int, int, int]
    most: int
    move: Callable[[_Seed, float], Speck]


def _dust(seed: _Seed, drift: float) -> Speck:
    sway = 16 * math.sin(2 * math.pi * (drift / (9 + 5 * seed.pace) + seed.turn))
    x = (seed.x * WIDTH + drift * (2 + 4 * seed.pace) + sway) % WIDTH
    y = (seed.y * HEIGHT - drift * (3 + 3 * seed.turn)) % HEIGHT
    glint = 0.6 + 0.4 * math.sin(2 * math.pi * (drift / (5 + 4 * seed.turn) + seed.pace))
    return Speck(x, y, int(seed.pace * 3), glint)


def _smoke(seed: _Seed, drift: float) -> Speck:
    life = (drift / (16 + 8 * seed.pace) + seed.turn) % 1
    sway = 40 * math.sin(2 * math.pi * (life * 0.8 + seed.y))
    x = seed.x * WIDTH + sway + 60 * life
    y = HEIGHT * (1.0 - 0.75 * life)
    return Speck(x, y, int(seed.pace * 2), math.sin(math.pi * life))


def _rain(seed: _Seed, drift: float) -> Speck:
    y = (seed.y * HEIGHT + drift * (430 + 170 * seed.pace)) % (HEIGHT + 60) - 30
    x = (seed.x * WIDTH - y * 0.12) % WIDTH
    return Speck(x, y, int(seed.pace * 2), 0.5 + 0.5 * seed.turn)


_KINDS: Mapping[str, _Kind] = {
    "dust": _Kind(60, (2.2, 3.0, 4.0), (255, 242, 208), 235, _dust),
    "smoke": _Kind(9, (75, 115), (176, 158, 144), 110, _smoke),
    "rain": _Kind(130, (20, 32), (222, 232, 238), 190, _rain),
}


def specks(weather: str, pose: Pose) -> Iterator[Speck]:
    """Where everything in the air is; nothing while there is no wind."""
    kind = _KINDS.get(weather)
    if kind is None or pose.wind <= 0:
        return
    for seed in _seeds(kind.number):
        speck = kind.move(seed, pose.drift)
        yield speck._replace(strength=speck.strength * pose.wind)


class Ambient:
    """Keeps the small drawings of one kind of weather at one scale."""

    def __init__(self) -> None:
        self._made: tuple[str, float] = ("", 0.0)
        self._drawings: list[list[pygame.Surface]] = []

    def draw(self, target: pygame.Surface, rect: Rect, weather: str, pose: Pose) -> None:
        scale = max(rect.width / WIDTH, rect.height / HEIGHT)
        if weather not in _KINDS or pose.wind <= 0:
            return
        if self._made != (weather, scale):
            self._made = (weather, scale)
            self._drawings = _drawings(weather, scale)
        shown = []
        for x, y, drawing, strength in specks(weather, pose):
            level = min(_LEVELS - 1, int(strength * _LEVELS))
            picture = self._drawings[drawing][level]
            left = rect.left + round(x * scale) - picture.get_width() // 2
            top = rect.top + round(y * scale) - picture.get_height() // 2
            shown.append((picture, (left, top)))
        target.fblits(shown)


@functools.lru_cache(maxsize=4)
def _seeds(number: int) -> tuple[_Seed, ...]:
    chance = random.Random(11)  # noqa: S311 - the same specks every time
    return tuple(_Seed(*(chance.random() for _ in range(4))) for _ in range(number))


def _drawings(weather: str, scale: float) -> list[list[pygame.Surface]]:
    """Every drawing at every strength."""
    kind = _KINDS[weather]
    draw = _stroke if weather == "rain" else _puff
    return [
        [
            draw(size * scale, (*kind.colour, round(kind.most * (level + 1) / _LEVELS)))
            for level in range(_LEVELS)
        ]
        for size in kind.sizes
    ]


def _puff(radius: float, colour: tuple[int, int, int, int]) -> pygame.Surface:
    """A soft round spot: drawn small, then enlarged."""
    small = pygame.Surface((32, 32), pygame.SRCALPHA)
    small.fill((*colour[:3], 0))
    for ring in range(16, 0, -1):
        alpha = round(colour[3] * (1 - (ring - 1) / 16) ** 1.2)
        pygame.draw.circle(small, (*colour[:3], alpha), (15.5, 15.5), ring)
    side = max(3, round(radius * 2.4))
    return pygame.transform.smoothscale(small, (side, side)).convert_alpha()


def _stroke(length: float, colour: tuple[int, int, int, int]) -> pygame.Surface:
    made = pygame.Surface(
        (max(2, round(length * 0.12) + 1), max(3, round(length))), pygame.SRCALPHA
    )
    made.fill((*colour[:3], 0))
    pygame.draw.aaline(made, colour, (made.get_width() - 1, 0), (0, made.get_height() - 1))
    return made.convert_alpha()
