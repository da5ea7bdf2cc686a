"""Prints the icon of the program: one drawing for large sizes, a bolder one for small."""

import io
from pathlib import Path

import resvg_py
from PIL import Image

LARGE, SMALL = (256, 128, 64, 48), (32, 24, 16)
NAME = "power-struggle"


def run() -> int:
    """Write one picture for each size, and all of them as the one file that Windows wants."""
    folder = Path(__file__).resolve().parents[2] / "assets" / "icon"
    pictures = [_picture(folder / "icon.svg", size) for size in LARGE]
    pictures += [_picture(folder / "small.svg", size) for size in SMALL]
    for picture in pictures:
        picture.save(folder / f"{picture.width}.png", optimize=True)
    first, *rest = pictures
    sizes = [picture.size for picture in pictures]
    first.save(folder / f"{NAME}.ico", sizes=sizes, append_images=rest)
    return 0


def _picture(drawing: Path, size: int) -> Image.Image:
    text = drawing.read_text(encoding="utf-8")
    made = resvg_py.svg_to_bytes(svg_string=text, width=size)
    return Image.open(io.BytesIO(bytes(made))).convert("RGBA")


if __name__ == "__main__":
    raise SystemExit(run())
