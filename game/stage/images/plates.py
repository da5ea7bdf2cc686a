"""Sheets become one plate, or stay apart for a picture that moves."""

import random
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from PIL import Image

from game.stage.arrange import Arrangement
from game.stage.catalogue import Light
from game.stage.images import files, finish, ink, light, sheets
from game.stage.images.sheets import Inked, Press
from game.stage.pixels import Sheet
from game.stage.view import Point

_DARK = "#05070B"
_BARE = (201, 184, 150)
_FLAKES = 420


class Atmosphere(NamedTuple):
    """Light behind the hero, patches of light, and weather."""

    lights: tuple[Light, ...]
    halo: float
    weather: str


class Plate(NamedTuple):
    """``troubles`` are sentences about parts that had to be left out."""

    image: Image.Image
    troubles: tuple[str, ...]


def flat(arrangement: Arrangement, press: Press, air: Atmosphere, tooth: Image.Image) -> Plate:
    """Everything on one sheet of paper."""
    size = _size(arrangement, press)
    canvas = Image.new("RGB", size, _BARE)
    troubles: list[str] = []
    for sheet in _sheets(arrangement, press, air, troubles):
        if sheet.shadow is not None:
            canvas.paste(ink.colour(_DARK), (sheet.left, sheet.top), sheet.shadow)
        mask = sheet.image.getchannel("A") if sheet.image.mode == "RGBA" else None
        canvas.paste(sheet.image, (sheet.left, sheet.top), mask)
    canvas = ink.printed(canvas, press.mood)
    canvas.paste(ink.colour(press.mood.shadow), (0, 0), finish.corners(size))
    return Plate(finish.papered(canvas, tooth), tuple(troubles))


def apart(
    arrangement: Arrangement, press: Press, air: Atmosphere, tooth: Image.Image
) -> tuple[Sheet, ...]:
    """Every sheet by itself with its shadow; the last one darkens the corners."""
    made = []
    for sheet in _sheets(arrangement, press, air, []):
        image = sheet.image
        if sheet.shadow is not None:
            below = Image.new("RGBA", image.size, ink.colour(_DARK))
            below.putalpha(sheet.shadow)
            below.alpha_composite(image)
            image = below
        image = finish.papered(ink.printed(image, press.mood), tooth, sheet.left, sheet.top)
        made.append(Sheet(files.pixels(image), sheet.left, sheet.top, sheet.depth))
    size = _size(arrangement, press)
    frame = Image.new("RGBA", size, ink.colour(press.mood.shadow))
    frame.putalpha(finish.corners(size))
    return (*made, Sheet(files.pixels(frame), 0, 0, 2.0))


def _size(arrangement: Arrangement, press: Press) -> tuple[int, int]:
    view = arrangement.view
    return round(view.width * press.scale), round(view.height * press.scale)


def _sheets(
    arrangement: Arrangement, press: Press, air: Atmosphere, troubles: list[str]
) -> Iterator[Inked]:
    """Back to front; the lights lie just behind the first figure."""
    lights = list(_lights(arrangement.hero, press, air))
    for sprite in arrangement.sprites:
        if lights and sprite.depth >= 0.34:
            yield from lights
            lights = []
        try:
            inked = sheets.ink_sprite(sprite, press)
        except files.BadImage as cause:
            troubles.append(str(cause))
            continue
        if inked is not None:
            yield inked
    yield from lights
    if air.weather == "snow":
        yield _snow(arrangement, press)


def _lights(hero: Point | None, press: Press, air: Atmosphere) -> Iterable[Inked]:
    patches = list(air.lights)
    if hero is not None and air.halo > 0:
        patches.append(Light(hero.x, hero.y, 330, press.mood.key, air.halo))
    for patch in patches:
        mask = light.glow(max(1, round(patch.radius * press.scale)), patch.strength)
        image = Image.new("RGBA", mask.size, ink.colour(patch.colour))
        image.putalpha(mask)
        left = round((patch.x - patch.radius - press.view.left) * press.scale)
        top = round((patch.y - patch.radius - press.view.top) * press.scale)
        yield Inked(image, None, left, top, 0.33)


def _snow(arrangement: Arrangement, press: Press) -> Inked:
    chance = random.Random(3)  # noqa: S311 - the same flakes every time
    width, height = _size(arrangement, press)
    sizes = (0.8, 0.9, 1.1, 1.4, 2.0, 2.8)
    flakes = tuple(
        (
            chance.uniform(0, width),
            chance.uniform(0, height),
            chance.choice(sizes) * press.scale,
        )
        for _ in range(_FLAKES)
    )
    image = Image.new("RGBA", (width, height), (236, 240, 236))
    image.putalpha(finish.snowfall((width, height), flakes))
    return Inked(image, None, 0, 0, 1.1)
