"""A teacher's own picture, cut to the frame and brought into the look of the book."""

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from PIL import Image

from game.stage.images import files, finish
from game.stage.spread import within
from game.stage.view import Frame

INKS: Mapping[str, tuple[str, str, str]] = {
    "slate": ("#1B2A38", "#5E788A", "#F2E6CC"),
    "red": ("#2A0D0C", "#B3442F", "#F2E6CC"),
    "sepia": ("#17151A", "#8A5A3C", "#F2E6CC"),
}

_PAPER = (246, 237, 216)
# The torn edge of a page hides no more than this share of a picture for certain.
_TORN = 0.03
# Small letters on a map must be read through the tooth of the paper.
_BITE = 0.25


class Tiles(NamedTuple):
    """What repeats over a printed picture: the noise of its dots, the tooth of the paper."""

    noise: Image.Image
    tooth: Image.Image


def plate(path: Path, frame: Frame, focus: float, ink: str, tiles: Tiles) -> Image.Image:
    """The whole frame, with ``focus`` in the middle of what no page covers.

    ``ink`` is one of ``INKS``, or blank for the picture's own colours.
    """
    image = whole(path, (frame.width, frame.height))
    seen = filled(image, frame, focus)
    if ink:
        pitch = max(4, round(frame.height / 150))
        # What is light and what dark is judged by all of it, so that it is the same in any frame.
        printed = finish.duotone(seen, INKS[ink], pitch, tiles.noise, finish.contrast(image))
    else:
        printed = finish.papered(seen, tiles.tooth, bite=_BITE)
    made = Image.new("RGB", (frame.width, frame.height), _PAPER)
    made.paste(printed, (frame.width - printed.width, 0))
    return made


def whole(path: Path, size: tuple[int, int]) -> Image.Image:
    """All of the picture, not much larger than a size."""
    files.refuse_link(path)
    return files.read(path, files.Wanted(*size, _PAPER))


def filled(image: Image.Image, frame: Frame, focus: float) -> Image.Image:
    """Enlarged and cut so that it fills what no page covers, and as much more as it can.

    So a photograph that is no wider than the free part is seen whole; paper is left at its side.
    """
    hidden = frame.width * max(0.0, frame.covered - _TORN)
    scale = max((frame.width - hidden) / image.width, frame.height / image.height)
    width, height, under = (part / scale for part in (frame.width, frame.height, hidden))
    left = within(focus * image.width - (width + under) / 2, -under, image.width - width)
    top = (image.height - height) * 0.35
    gap = round(max(0.0, -left) * scale)
    box = (max(0.0, left), top, min(left + width, image.width), top + height)
    return image.resize((frame.width - gap, frame.height), Image.Resampling.LANCZOS, box)
