"""Picture files become pictures, within limits; anything odd is a ``BadImage`` with a sentence."""

import contextlib
import io
import stat
import struct
from pathlib import Path
from typing import NamedTuple

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
# A larger picture is made in strips of so many rows.
_SMALL, _STRIP = 4_000_000, 256


class BadImage(Exception):
    """A file that cannot be shown; its text is a sentence for people."""


class Wanted(NamedTuple):
    """How a picture is wanted: not much larger than a size, and laid on paper where it is clear."""

    width: int = LARGEST_SIDE
    height: int = LARGEST_SIDE
    paper: tuple[int, int, int] | None = None


WHOLE = Wanted()


def read(path: Path, wanted: Wanted = WHOLE) -> Image.Image:
    """The picture in a file, fully decoded, as RGB, or as RGBA where it is clear."""
    return _read(path, wanted)


def refuse_link(path: Path) -> None:
    """A story that comes from anyone shows no picture from elsewhere."""
    # A name that the system does not take is told of by whoever opens the file.
    with contextlib.suppress(OSError):
        if path.is_symlink():
            raise BadImage(f"The picture '{path.name}' is a link; put the file itself there.")


def size(path: Path) -> tuple[int, int]:
    """Width and height from the head of the file alone."""
    return _read(path, None).size


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


def _read(path: Path, wanted: Wanted | None) -> Image.Image:
    try:
        made = _decoded(path, wanted)
        # As it was held when it was taken.
        return made if wanted is None else ImageOps.exif_transpose(made)
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
    if (_weight(path) if held is None else len(held)) > LARGEST_FILE:
        raise BadImage(f"The picture '{path.name}' is larger than 30 MB; save it smaller.")
    if path.suffix.lower() != svg.ENDING:
        return path if held is None else io.BytesIO(held)
    try:
        return io.BytesIO(svg.png(path.read_bytes() if held is None else held))
    except BadDrawing as cause:
        raise BadImage(f"The picture '{path.name}' {cause}") from None


def _weight(path: Path) -> int:
    """How many bytes are in a file; a pipe or a device would be read without end."""
    told = path.stat()
    if not stat.S_ISREG(told.st_mode):
        raise BadImage(f"The picture '{path.name}' is not a file.")
    return told.st_size


def _decoded(path: Path, wanted: Wanted | None) -> Image.Image:
    with Image.open(_source(path), formats=FORMATS) as image:
        width, height = image.size
        if max(width, height) > LARGEST_SIDE or width * height > LARGEST_AREA:
            raise BadImage(f"The picture '{path.name}' has too many pixels: {width} x {height}.")
        if wanted is None:
            return Image.new("L", image.size)
        return _made(image, wanted)


def _made(image: Image.Image, wanted: Wanted) -> Image.Image:
    """Strip by strip where it is huge: of such a photograph there is only one copy in memory."""
    width, height = image.size
    factor = max(1, min(width // wanted.width, height // wanted.height))
    if width * height <= _SMALL:
        made = _strip(image, factor, wanted)
    else:
        is_clear = _is_clear(image) and wanted.paper is None
        size = (-(-width // factor), -(-height // factor))
        made = Image.new("RGBA" if is_clear else "RGB", size)
        rows = factor * max(1, _STRIP // factor)
        for top in range(0, height, rows):
            strip = image.crop((0, top, width, min(height, top + rows)))
            made.paste(_strip(strip, factor, wanted), (0, top // factor))
    made.info = dict(image.info)
    return made


def _is_clear(image: Image.Image) -> bool:
    return image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info


def _strip(image: Image.Image, factor: int, wanted: Wanted) -> Image.Image:
    """In RGB or RGBA, and as many times smaller; of 16 bits the upper eight are kept."""
    if image.mode.startswith("I"):
        deep = image.convert("I").reduce(factor)
        return deep.point(lambda value: value * (1 / 256) + 0).convert("RGB")
    if not _is_clear(image):
        return _smaller(image, "RGB", factor)
    clear = _smaller(image, "RGBA", factor)
    if wanted.paper is None:
        return clear
    ground = Image.new("RGBA", clear.size, (*wanted.paper, 255))
    ground.alpha_composite(clear)
    return ground.convert("RGB")


def _smaller(image: Image.Image, mode: str, factor: int) -> Image.Image:
    """The picture itself where nothing is to be done: of a part every copy takes its time."""
    image.load()
    made = image if image.mode == mode else image.convert(mode)
    return made if factor == 1 else made.reduce(factor)
