"""The last pass over a plate: darker corners, the tooth of the paper, warm white and lifted ink."""

import functools
import itertools
import math
from collections.abc import Sequence

from PIL import Image, ImageChops, ImageFilter, ImageOps

from game.stage.images import ink

_WARM = (242, 230, 204)
_LIFT = 6
_TOOTH = 0.5
# Of the darkest and lightest points of a picture, this share is let go.
_FEW = 0.02


def corners(size: tuple[int, int], strength: float = 0.45) -> Image.Image:
    """A mask: nothing in the middle, dark towards the corners."""
    scale = [int(value * strength) for value in range(256)]
    return _corners().resize(size, Image.Resampling.BICUBIC).point(scale)


def papered(
    image: Image.Image, tooth: Image.Image, left: int = 0, top: int = 0, bite: float = _TOOTH
) -> Image.Image:
    """Printed on paper: its fibres show, white is warm and black is never quite black.

    ``bite`` is how much of the tooth is to be seen.
    """
    alpha = image.getchannel("A") if image.mode == "RGBA" else None
    flat = image.convert("RGB")
    grain = ink.tiled(tooth, image.size, left, top)
    flat = Image.blend(
        flat, ImageChops.overlay(flat, Image.merge("RGB", (grain, grain, grain))), bite
    )
    flat = flat.point(_warmed())
    if alpha is not None:
        flat.putalpha(alpha)
    return flat


def page(tooth: Image.Image, size: tuple[int, int], colour: tuple[int, int, int]) -> Image.Image:
    """Blank paper."""
    blank = Image.new("RGB", size, colour)
    grain = ink.tiled(tooth, size)
    return ImageChops.overlay(blank, Image.merge("RGB", (grain, grain, grain)))


def contrast(image: Image.Image) -> list[int]:
    """A table that spreads the greys of a picture from black to white, but for a few of them."""
    counts = image.convert("L").histogram()
    few = sum(counts) * _FEW
    low, high = _reached(counts, few), 255 - _reached(counts[::-1], few)
    if low >= high:
        return list(range(256))
    return [min(255, max(0, (value - low) * 255 // (high - low))) for value in range(256)]


def _reached(counts: Sequence[int], few: float) -> int:
    sums = itertools.accumulate(counts)
    return next((value for value, count in enumerate(sums) if count > few), 0)


def duotone(
    image: Image.Image,
    inks: tuple[str, str, str],
    pitch: int,
    noise: Image.Image,
    spread: Sequence[int],
) -> Image.Image:
    """A photograph or plate in dark, middle and paper colour, under a slanted dot screen.

    ``spread`` is the ``contrast`` of the picture, or of the whole that it is a piece of.
    """
    grey = image.convert("L").point(list(spread))
    grey = grey.filter(ImageFilter.UnsharpMask(2, 60, 2))
    dark, middle, light = inks
    toned = ImageOps.colorize(grey, black=dark, white=light, mid=middle, midpoint=118)
    dots = ImageChops.subtract(_screen(grey.size, pitch), grey, 0.35, 70)
    halftone = Image.composite(
        Image.new("RGB", grey.size, ink.colour(dark)),
        Image.new("RGB", grey.size, ink.colour(light)),
        dots,
    )
    printed = Image.blend(toned, ImageChops.multiply(toned, halftone), 0.5)
    grain = ink.tiled(noise, grey.size)
    return Image.blend(
        printed, ImageChops.overlay(printed, Image.merge("RGB", (grain, grain, grain))), 0.12
    )


@functools.lru_cache(maxsize=1)
def _corners() -> Image.Image:
    side = 64
    places = [(place + 0.5) / side * 2 - 1 for place in range(side)]
    aways = (math.hypot(across, down * 0.9) for down in places for across in places)
    shares = (min(1.0, max(0.0, (away - 0.62) / 0.75)) for away in aways)
    return Image.frombytes("L", (side, side), bytes(int(255 * share**1.5) for share in shares))


def _warmed() -> list[int]:
    table = []
    for warm in _WARM:
        kept = (warm * 0.35 / 255 + 0.65) * (255 - _LIFT) / 255
        table += [int(_LIFT * warm / 255 + value * kept) for value in range(256)]
    return table


def _screen(size: tuple[int, int], pitch: int) -> Image.Image:
    """Thresholds of a dot screen at 45 degrees."""
    side = pitch * 2
    places = [2 * math.pi * (place + 0.5) / side for place in range(side)]
    pairs = ((across, down) for down in places for across in places)
    waves = ((math.cos(across + down) + math.cos(across - down)) / 2 for across, down in pairs)
    tile = bytes(int(255 * (wave + 1) / 2) for wave in waves)
    return ink.tiled(Image.frombytes("L", (side, side), tile), size)
