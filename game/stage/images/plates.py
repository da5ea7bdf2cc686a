"""Sheets become one plate."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from PIL import Image

from game.stage.arrange import Arrangement
from game.stage.catalogue import Light
from game.stage.images import files, finish, ink, light, sheets, snow
from game.stage.images.sheets import Inked, Press
from game.stage.view import Point

DARK = "#05070B"
BARE = (201, 184, 150)


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
    canvas = Image.new("RGB", size(arrangement, press), BARE)
    troubles: list[str] = []
    for sheet in drawn(arrangement, press, air, troubles):
        if sheet.shadow is not None:
            corner = (sheet.left - sheet.margin, sheet.top - sheet.margin)
            canvas.paste(ink.colour(DARK), corner, sheet.shadow)
        mask = sheet.image.getchannel("A") if sheet.image.mode == "RGBA" else None
        canvas.paste(sheet.image, (sheet.left, sheet.top), mask)
    canvas = ink.printed(canvas, press.mood)
    canvas.paste(ink.colour(press.mood.shadow), (0, 0), finish.corners(canvas.size))
    return Plate(finish.papered(canvas, tooth), tuple(troubles))


def size(arrangement: Arrangement, press: Press) -> tuple[int, int]:
    """How large the plate is, in pixels."""
    view = arrangement.view
    return round(view.width * press.scale), round(view.height * press.scale)


def drawn(
    arrangement: Arrangement, press: Press, air: Atmosphere, troubles: list[str]
) -> Iterator[Inked]:
    """Back to front; the lights lie behind the first figure, on what stands behind it."""
    lights, below = list(_lights(arrangement.hero, press, air)), 0.0
    for sprite in arrangement.sprites:
        if lights and sprite.depth >= 0.34:
            yield from (light._replace(depth=below) for light in lights)
            lights = []
        below = sprite.depth
        try:
            inked = sheets.ink_sprite(sprite, press)
        except files.BadImage as cause:
            troubles.append(str(cause))
            continue
        if inked is not None:
            yield inked
    yield from (light._replace(depth=below) for light in lights)
    if air.weather == "snow":
        yield snow.whole(size(arrangement, press), press.scale)


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
        yield Inked(image, None, left, top, 0)
