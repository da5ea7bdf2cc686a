"""Light and shadow round a shape: contact shadows, rims, glows and fading to the dark."""

import functools
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


def padded(image: Image.Image, margin: int) -> Image.Image:
    """With empty space all round, so that no effect is cut off."""
    whole = Image.new("RGBA", (image.width + 2 * margin, image.height + 2 * margin))
    whole.paste(image, (margin, margin))
    return whole


def shadow(alpha: Image.Image, cast: Shadow) -> Image.Image:
    """A soft copy of a shape, moved. Blurred small, where the eye sees no difference."""
    step = 4 if cast.blur >= 6 else 2
    small = alpha.reduce(step).filter(ImageFilter.GaussianBlur(cast.blur / step))
    soft = small.resize((small.width * step, small.height * step), Image.Resampling.BILINEAR)
    whole = Image.new("L", alpha.size)
    whole.paste(soft, (round(cast.right), round(cast.down)))
    return whole.point([int(value * cast.strength) for value in range(256)])


def lit(image: Image.Image, rim: Rim, key: str) -> Image.Image:
    """With light along the edge that looks towards (``right``, ``down``) pixels back."""
    alpha = image.getchannel("A")
    moved = Image.new("L", alpha.size)
    moved.paste(alpha, (_whole(rim.right), _whole(rim.down)))
    edge = ImageChops.subtract(alpha, moved).filter(ImageFilter.GaussianBlur(rim.soft))
    edge = ImageChops.multiply(edge, alpha)
    edge = edge.point([min(255, int(value * rim.strength * 1.3)) for value in range(256)])
    image.paste((*ink.colour(key), 255), (0, 0), edge)
    image.putalpha(alpha)
    return image


def fade(image: Image.Image, dark: str, span: tuple[int, int], share: float) -> Image.Image:
    """Down to the dark: nothing at the first row of ``span``, ``share`` at the last."""
    top, bottom = span
    rows = Image.new("L", (1, image.height))
    for y in range(image.height):
        way = min(1.0, max(0.0, (y - top) / max(1, bottom - top)))
        rows.putpixel((0, y), int(255 * share * way))
    alpha = image.getchannel("A")
    image.paste((*ink.colour(dark), 255), (0, 0), rows.resize(image.size))
    image.putalpha(alpha)
    return image


def glow(radius: int, strength: float) -> Image.Image:
    """A round mask, brightest in the middle, ``radius`` pixels to its edge."""
    scale = [int(value * strength) for value in range(256)]
    return _disc().resize((2 * radius, 2 * radius), Image.Resampling.BICUBIC).point(scale)


@functools.lru_cache(maxsize=1)
def _disc() -> Image.Image:
    mask = Image.new("L", (_SMALL, _SMALL))
    half = _SMALL / 2
    for y in range(_SMALL):
        for x in range(_SMALL):
            away = ((x + 0.5 - half) ** 2 + (y + 0.5 - half) ** 2) ** 0.5 / half
            mask.putpixel((x, y), int(255 * max(0.0, 1 - away) ** 1.6))
    return mask


def _whole(value: float) -> int:
    """At least one pixel in its direction."""
    rounded = round(value)
    return rounded or (0 if value == 0 else 1 if value > 0 else -1)
