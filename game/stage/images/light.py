"""Light and shadow round a shape: contact shadows, rims, glows and fading to the dark."""

import functools
import math
from typing import NamedTuple

from PIL import Image, ImageChops, ImageFilter

from game.stage.images import ink

_SMALL = 96


class Shadow(NamedTuple):
    """Blur and offset in pixels."""

    blur: float
    right: float
    down: float
    strength: float


class Rim(NamedTuple):
    """A lit edge: how far it reaches (to the side and down), how soft and how strong."""

    right: float
    down: float
    soft: float
    strength: float


def padded(mask: Image.Image, margin: int) -> Image.Image:
    """With empty space all round, so that no effect is cut off."""
    whole = Image.new("L", (mask.width + 2 * margin, mask.height + 2 * margin))
    whole.paste(mask, (margin, margin))
    return whole


def shadow(alpha: Image.Image, cast: Shadow) -> Image.Image:
    """A soft copy of a shape, moved. Blurred small, where the eye sees no difference."""
    step = 4 if cast.blur >= 6 else 2
    small = alpha.reduce(step).filter(ImageFilter.GaussianBlur(cast.blur / step))
    soft = small.resize((small.width * step, small.height * step), Image.Resampling.BILINEAR)
    whole = Image.new("L", alpha.size)
    whole.paste(soft, (round(cast.right), round(cast.down)))
    return whole.point([int(value * cast.strength) for value in range(256)])


def light_edge(image: Image.Image, alpha: Image.Image, rim: Rim, key: str) -> None:
    """Put light along the edge that looks towards (``right``, ``down``) pixels back."""
    moved = Image.new("L", alpha.size)
    moved.paste(alpha, (_whole(rim.right), _whole(rim.down)))
    # As far as a blur of this softness reaches.
    margin = math.ceil(3 * (rim.soft + 1))
    edge = padded(ImageChops.subtract(alpha, moved), margin)
    edge = edge.filter(ImageFilter.GaussianBlur(rim.soft))
    edge = edge.crop((margin, margin, margin + alpha.width, margin + alpha.height))
    edge = ImageChops.multiply(edge, alpha)
    edge = edge.point([min(255, int(value * rim.strength * 1.3)) for value in range(256)])
    image.paste(ink.colour(key), (0, 0), edge)


def fade(image: Image.Image, dark: str, span: tuple[int, int], share: float) -> None:
    """Let it sink to the dark: nothing at the first row of ``span``, ``share`` at the last."""
    begin, end = span
    top, length = max(0, begin), max(1, end - begin)
    ways = (min(1.0, max(0.0, (y - begin) / length)) for y in range(top, image.height))
    rows = bytes(int(255 * share * way) for way in ways)
    if rows:
        mask = Image.frombytes("L", (1, len(rows)), rows)
        mask = mask.resize((image.width, len(rows)), Image.Resampling.NEAREST)
        image.paste(ink.colour(dark), (0, top), mask)


def glow(radius: int, strength: float) -> Image.Image:
    """A round mask, brightest in the middle, ``radius`` pixels to its edge."""
    scale = [int(value * strength) for value in range(256)]
    return _disc().resize((2 * radius, 2 * radius), Image.Resampling.BICUBIC).point(scale)


@functools.lru_cache(maxsize=1)
def _disc() -> Image.Image:
    half = _SMALL / 2
    squares = [(place + 0.5 - half) ** 2 for place in range(_SMALL)]
    aways = ((across + down) ** 0.5 / half for down in squares for across in squares)
    values = bytes(int(255 * max(0.0, 1 - away) ** 1.6) for away in aways)
    return Image.frombytes("L", (_SMALL, _SMALL), values)


def _whole(value: float) -> int:
    """At least one pixel in its direction."""
    rounded = round(value)
    return rounded or (0 if value == 0 else 1 if value > 0 else -1)
