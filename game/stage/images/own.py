"""A teacher's own picture, cut to the frame and brought into the look of the book."""

from collections.abc import Mapping
from pathlib import Path

from PIL import Image

from game.stage.images import files, finish
from game.stage.spread import within
from game.stage.view import Frame

INKS: Mapping[str, tuple[str, str, str]] = {
    "slate": ("#1B2A38", "#5E788A", "#F2E6CC"),
    "red": ("#2A0D0C", "#B3442F", "#F2E6CC"),
    "sepia": ("#17151A", "#8A5A3C", "#F2E6CC"),
}


def plate(path: Path, frame: Frame, focus: float, noise: Image.Image) -> Image.Image:
    """The whole frame in sepia, with ``focus`` in the middle of what no page covers."""
    picture = filled(opaque(files.read(path)), frame, focus)
    return finish.duotone(picture, INKS["sepia"], max(4, round(frame.height / 150)), noise)


def opaque(image: Image.Image) -> Image.Image:
    """Laid on paper where it is transparent."""
    if image.mode != "RGBA":
        return image.convert("RGB")
    ground = Image.new("RGBA", image.size, (246, 237, 216, 255))
    ground.alpha_composite(image)
    return ground.convert("RGB")


def filled(image: Image.Image, frame: Frame, focus: float) -> Image.Image:
    """Enlarged and cut so that it fills the frame."""
    scale = max(frame.width / image.width, frame.height / image.height)
    width, height = frame.width / scale, frame.height / scale
    middle = (frame.covered + (1 - frame.covered) / 2) * width
    left = within(focus * image.width - middle, 0, image.width - width)
    top = (image.height - height) * 0.35
    box = (left, top, left + width, top + height)
    return image.resize((frame.width, frame.height), Image.Resampling.LANCZOS, box)
