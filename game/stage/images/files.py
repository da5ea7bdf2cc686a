"""Picture files become pictures, within limits; anything odd is a ``BadImage`` with a sentence."""

import io
import struct
from pathlib import Path

from PIL import Image

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
    """The file, or what a story's .zip holds under this name."""
    place = packed.split(path)
    if place is None or place[0] == path:
        too_large = path.stat().st_size > LARGEST_FILE
        found: Path | io.BytesIO = path
    else:
        data = packed.content(path, LARGEST_FILE)
        too_large = len(data) > LARGEST_FILE
        found = io.BytesIO(data)
    if too_large:
        raise BadImage(f"The picture '{path.name}' is larger than 30 MB; save it smaller.")
    return found


def _decoded(path: Path, *, decode: bool) -> Image.Image:
    with Image.open(_source(path), formats=FORMATS) as image:
        width, height = image.size
        if max(width, height) > LARGEST_SIDE or width * height > LARGEST_AREA:
            raise BadImage(f"The picture '{path.name}' has too many pixels: {width} x {height}.")
        if not decode:
            return Image.new("L", image.size)
        clear = image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info
        return image.convert("RGBA" if clear else "RGB")
