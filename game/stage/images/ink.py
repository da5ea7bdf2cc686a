"""Flat ink and tone become print: dots, the three inks of a mood, and the haze of distance."""

import functools
from typing import NamedTuple

from PIL import Image, ImageChops, ImageColor, ImageFilter

from game.stage.catalogue import Mood

Colour = tuple[int, int, int]
_HARDNESS = 0.8
_TABLE = 17


class Tone(NamedTuple):
    """The smooth map of a part's tone: its colour, and how strong it is."""

    colour: Image.Image
    strength: Image.Image


class Part(NamedTuple):
    """A decoded part: flat ink, and its tone if it has any."""

    flat: Image.Image
    tone: Tone | None


def colour(code: str) -> Colour:
    """A colour written as #RRGGBB."""
    red, green, blue = ImageColor.getrgb(code)[:3]
    return red, green, blue


def tiled(tile: Image.Image, size: tuple[int, int], left: int = 0, top: int = 0) -> Image.Image:
    """A tile repeated over a picture, from a corner ``left`` and ``top`` pixels into it."""
    whole = Image.new(tile.mode, size)
    for y in range(-(top % tile.height), size[1], tile.height):
        for x in range(-(left % tile.width), size[0], tile.width):
            whole.paste(tile, (x, y))
    return whole


def stipple(part: Part, noise: Image.Image, left: int = 0, top: int = 0) -> Image.Image:
    """The tone broken into dots: where it is stronger than the noise there is ink."""
    if part.tone is None:
        return part.flat
    colour, strength = part.tone
    grain = tiled(noise, part.flat.size, left, top)
    dots = ImageChops.subtract(strength, grain, _HARDNESS, 128)
    dots = ImageChops.multiply(dots, strength.point([min(255, 24 * v) for v in range(256)]))
    ink = part.flat.convert("RGB")
    ink.paste(colour, (0, 0), dots)
    if part.flat.mode == "RGBA":
        ink.putalpha(part.flat.getchannel("A"))
    return ink


def haze(image: Image.Image, air: str, amount: float) -> Image.Image:
    """Everything a little nearer to the colour of the air."""
    if amount < 0.01:
        return image
    table = [
        int(value + (air_value - value) * amount)
        for air_value in colour(air)
        for value in range(256)
    ]
    if image.mode == "RGBA":
        table += range(256)
    return image.point(table)


def printed(image: Image.Image, mood: Mood) -> Image.Image:
    """The picture in the inks of a mood; red keeps its own."""
    if image.mode != "RGBA":
        return image.filter(_table(mood))
    inked = image.convert("RGB").filter(_table(mood))
    inked.putalpha(image.getchannel("A"))
    return inked


@functools.lru_cache(maxsize=16)
def _table(mood: Mood) -> ImageFilter.Color3DLUT:
    dark, middle, light = (_unit(code) for code in (mood.shadow, mood.middle, mood.light))

    def ink(red: float, green: float, blue: float) -> tuple[float, float, float]:
        grey = 0.3 * red + 0.59 * green + 0.11 * blue
        low, high = (dark, middle) if grey < 0.5 else (middle, light)
        way = grey * 2 % 1 if grey < 1 else 1.0
        most, least = max(red, green, blue), min(red, green, blue)
        over = min(1.0, max(0.0, (red - max(green, blue) * 1.3) / 0.35))
        signal = over * over * (3 - 2 * over) * (most - least) / (most + 1e-6)
        pull = mood.pull * (1 - 0.85 * signal)
        gain = mood.gain + (1 - mood.gain) * signal

        def mixed(index: int, own: float) -> float:
            toned = low[index] + (high[index] - low[index]) * way
            return min(1.0, max(0.0, (own + (toned - own) * pull) * gain))

        return mixed(0, red), mixed(1, green), mixed(2, blue)

    return ImageFilter.Color3DLUT.generate(_TABLE, ink)


def _unit(code: str) -> tuple[float, float, float]:
    red, green, blue = colour(code)
    return red / 255, green / 255, blue / 255
