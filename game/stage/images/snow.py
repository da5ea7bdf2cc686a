"""Falling snow: always the same flakes, on one sheet or on two that can fall by themselves."""

import random
from collections.abc import Iterable
from typing import NamedTuple

from PIL import Image, ImageDraw

from game.stage.images.sheets import Inked

NEAR, FAR = 1.15, 1.05
_FLAKES = 420
_WHITE = (236, 240, 236)
_SIZES = (0.8, 0.9, 1.1, 1.4, 2.0, 2.8)
_LARGE = 1.2


class Flake(NamedTuple):
    """In pixels, and how white it is (0 to 255)."""

    x: float
    y: float
    radius: float
    shade: int


def whole(size: tuple[int, int], scale: float) -> Inked:
    """All flakes on one sheet."""
    return _sheet(size, flakes(size, scale), FAR)


def parted(size: tuple[int, int], scale: float) -> tuple[Inked, Inked]:
    """The small flakes, and the large ones before them."""
    found = flakes(size, scale)
    small = [flake for flake in found if flake.radius <= _LARGE * scale]
    large = [flake for flake in found if flake.radius > _LARGE * scale]
    return _sheet(size, small, FAR), _sheet(size, large, NEAR)


def flakes(size: tuple[int, int], scale: float) -> tuple[Flake, ...]:
    chance = random.Random(3)  # noqa: S311 - the same flakes every time
    return tuple(
        Flake(
            chance.uniform(0, size[0]),
            chance.uniform(0, size[1]),
            chance.choice(_SIZES) * scale,
            80 + number * 37 % 130,
        )
        for number in range(_FLAKES)
    )


def _sheet(size: tuple[int, int], found: Iterable[Flake], depth: float) -> Inked:
    mask = Image.new("L", size)
    pen = ImageDraw.Draw(mask)
    for x, y, radius, shade in found:
        pen.ellipse((x - radius, y - radius, x + radius, y + radius), fill=shade)
    image = Image.new("RGBA", size, _WHITE)
    image.putalpha(mask)
    return Inked(image, None, 0, 0, depth)
