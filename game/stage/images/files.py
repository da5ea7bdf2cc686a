"""Picture files become pictures, within limits; anything odd is a ``BadImage`` with a sentence."""

import io
import struct
from pathlib import Path

from PIL import Image, ImageOps

from game.stage.images import svg
from game.stage.images.svg import BadDrawing
from game.stage.pixels import Pixels
from game.story import packed
from game.story.packed import BadPack

FORMATS = ("PNG", "JPEG", "WEBP")
LARGEST_FILE = 30_000_000
LARGEST_SIDE = 10_000
LARGEST_AREA = 50_000_000


class BadImage(Exception):
    """A file that cannot be shown; its text is a sentence for people."""


def read(path: Path) -> Image.Image:
    """The picture in a file, fully decoded, as RGB or RGBA."""
    return _read(path, decode=True)


def size(path: Path) -> tuple[int, int]:
    """Width and height from the head of the file alone."""
    return _read(path, decode=False).size


def load(path: Path) -> Pixels:
    """The same picture as plain bytes."""
    return pixels(read(path))


def pixels(image: Image.Image) -> Pixels:
    if image.mode == "RGBA":
        return Pixels(image.width, image.height, "RGBA", image.tobytes())
    return Pixels(image.width, image.height, "RGB", image.convert("RGB").tobytes())


def write(picture: Pixels, path: Path) -> None:
    """Save as PNG."""
    flat = Image.frombytes(picture.mode, (picture.width, picture.height), picture.data)
    flat.save(path, "PNG")


def jpeg(picture: Pixels) -> bytes:
    """The picture as it is put into a page for a browser."""
    flat = Image.frombytes(picture.mode, (picture.width, picture.height), picture.data)
    made = io.BytesIO()
    flat.convert("RGB").save(made, "JPEG", quality=82, optimize=True)
    return made.getvalue()


def _read(path: Path, *, decode: bool) -> Image.Image:
    try:
        return _decoded(path, decode=decode)
    except BadImage:
        raise
    except FileNotFoundError:
        raise BadImage(f"There is no picture '{path.name}'.") from None
    except (OSError, ValueError, SyntaxError, struct.error, Warning, MemoryError, BadPack) as cause:
        message = f"The picture '{path.name}' cannot be read; save it as PNG, JPEG or WebP."
        raise BadImage(message) from cause
    except Image.DecompressionBombError as cause:
        raise BadImage(f"The picture '{path.name}' has too many pixels.") from cause


def _source(path: Path) -> Path | io.BytesIO:
    """The file, or what a story's .zip holds under this name; a drawing as a picture."""
    place = packed.split(path)
    is_packed = place is not None and place[0] != path
    held = packed.content(path, LARGEST_FILE) if is_packed else None
    if (path.stat().st_size if held is None else len(held)) > LARGEST_FILE:
        raise BadImage(f"The picture '{path.name}' is larger than 30 MB; save it smaller.")
    if path.suffix.lower() != svg.ENDING:
        return path if held is None else io.BytesIO(held)
    try:
        return io.BytesIO(svg.png(path.read_bytes() if held is None else held))
    except BadDrawing as cause:
        raise BadImage(f"The picture '{path.name}' {cause}") from None


def _decoded(path: Path, *, decode: bool) -> Image.Image:
    with Image.open(_source(path), formats=FORMATS) as image:
        width, height = image.size
        if max(width, height) > LARGEST_SIDE or width * height > LARGEST_AREA:
            raise BadImage(f"The picture '{path.name}' has too many pixels: {width} x {height}.")
        if not decode:
            return Image.new("L", image.size)
        return _upright(image)


def _upright(image: Image.Image) -> Image.Image:
    """As it was held when it was taken, in RGB or RGBA; of 16 bits the upper eight are kept."""
    turned = ImageOps.exif_transpose(image)
    if turned.mode.startswith("I"):
        return turned.convert("I").point(lambda value: value * (1 / 256) + 0).convert("RGB")
    clear = turned.mode in ("RGBA", "LA", "PA") or "transparency" in turned.info
    wanted = "RGBA" if clear else "RGB"
    return turned if turned.mode == wanted else turned.convert(wanted)
