"""Finished pictures kept as files, so that a picture seen before is there at once.

The folder may be deleted at any time, and where it cannot be written nothing is kept. Pictures
lie in it uncompressed: read back in a millisecond, and without Pillow, whose import alone takes
longer than a first frame may.
"""

import contextlib
import hashlib
import os
import struct
import zlib
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from threading import get_ident

from game.stage.catalogue import Catalogue
from game.stage.pixels import Mode, Pixels
from game.stage.view import Frame
from game.story import packed
from game.story.model import Illustration, Placed

# Raise this when finished pictures look different from the same parts.
LOOK = 2
LARGEST = 64_000_000
_HEAD = struct.Struct("<8sIII")
_MAGIC = b"PSplate1"
_ENDS = (".plate", ".part")
_BARE = "There is nothing to be seen."


def plate(
    illustration: Illustration,
    catalogue: Catalogue,
    frame: Frame,
    folder: Path | None = None,
    cache: Path | None = None,
) -> Pixels:
    """What ``compose.plate`` makes, from the cache folder if it is there.

    Raises ValueError where that is bare paper.
    """

    def make() -> Pixels:
        compose = import_module("game.stage.compose")
        if compose.is_bare(illustration, catalogue):
            raise ValueError(_BARE)
        made: Pixels = compose.plate(illustration, catalogue, *frame, folder)
        return made

    words = ("plate", frame, shown(illustration, folder), catalogue.stamp)
    return _kept(words, (frame.width, frame.height), cache, make)


def vignette(
    illustration: Illustration,
    catalogue: Catalogue,
    frame: Frame,
    ink: str,
    folder: Path | None = None,
    cache: Path | None = None,
) -> Pixels:
    """What ``compose.vignette`` makes, from the cache folder if it is there."""

    def make() -> Pixels:
        compose = import_module("game.stage.compose")
        size = (frame.width, frame.height)
        if compose.is_bare(illustration, catalogue):
            raise ValueError(_BARE)
        made: Pixels = compose.vignette(illustration, catalogue, *size, ink, folder)
        return made

    words = ("vignette", frame, ink, shown(illustration, folder), catalogue.stamp)
    return _kept(words, (frame.width, frame.height), cache, make)


def cover(
    illustration: Illustration,
    catalogue: Catalogue,
    frame: Frame,
    folder: Path,
    cache: Path | None = None,
) -> Pixels:
    """What ``compose.cover`` makes, from the cache folder if it is there."""

    def make() -> Pixels:
        compose = import_module("game.stage.compose")
        made: Pixels = compose.cover(illustration, catalogue, frame.width, frame.height, folder)
        return made

    words = ("cover", frame, shown(illustration, folder), catalogue.stamp)
    return _kept(words, (frame.width, frame.height), cache, make)


def portrait(
    figure: str,
    catalogue: Catalogue,
    side: int,
    ink: str,
    cache: Path | None = None,
    expression: str = "",
) -> Pixels:
    """What ``compose.portrait`` makes, from the cache folder if it is there."""

    def make() -> Pixels:
        compose = import_module("game.stage.compose")
        made: Pixels = compose.portrait(figure, catalogue, side, ink, expression)
        return made

    words = ("portrait", figure, expression, side, ink, catalogue.stamp)
    return _kept(words, (side, side), cache, make, "RGBA")


def photograph(path: Path, side: int, ink: str, cache: Path | None = None) -> Pixels:
    """What ``compose.photograph`` makes, from the cache folder if it is there."""

    def make() -> Pixels:
        compose = import_module("game.stage.compose")
        made: Pixels = compose.photograph(path, side, ink)
        return made

    return _kept(("photograph", side, ink, _file(path)), (side, side), cache, make, "RGBA")


def paper(width: int, height: int, catalogue: Catalogue, cache: Path | None = None) -> Pixels:
    """What ``compose.paper`` makes, from the cache folder if it is there."""

    def make() -> Pixels:
        compose = import_module("game.stage.compose")
        made: Pixels = compose.paper(width, height, catalogue)
        return made

    return _kept(("paper", width, height, catalogue.stamp), (width, height), cache, make)


def shown(illustration: Illustration, folder: Path | None) -> tuple[object, ...]:
    """Everything a picture depends on in its illustration, and nothing that does not show."""
    backdrop = illustration.backdrop.id if illustration.backdrop is not None else ""
    cast = tuple(_placed(placed) for placed in illustration.cast)
    props = tuple(_placed(placed) for placed in illustration.props)
    own = _own(illustration, folder)
    return (backdrop, illustration.mood, cast, props, illustration.focus, own)


def _placed(placed: Placed) -> tuple[str, ...]:
    place = (placed.at, placed.size, placed.facing, placed.expression, placed.pose)
    return (placed.part.id, *place)


def _own(illustration: Illustration, folder: Path | None) -> tuple[object, ...]:
    """A teacher's own picture, known by its place, size and time."""
    if not illustration.picture:
        return ()
    path = (folder or Path(illustration.mark.file).parent) / Path(illustration.picture).name
    return (illustration.colours, *_file(path))


def _file(path: Path) -> tuple[object, ...]:
    place = packed.split(path)
    try:
        found = (path if place is None else place[0]).stat()
    except OSError:
        return (str(path),)
    return (str(path), found.st_size, found.st_mtime_ns)


def _kept(
    words: tuple[object, ...],
    size: tuple[int, int],
    cache: Path | None,
    make: Callable[[], Pixels],
    mode: Mode = "RGB",
) -> Pixels:
    if cache is None:
        return make()
    key = hashlib.sha256(repr((LOOK, *words)).encode()).hexdigest()[:32]
    path = cache / f"{key}.plate"
    found = _read(path, size, mode)
    if found is None:
        found = make()
        _write(found, path)
    return found


def _read(path: Path, size: tuple[int, int], mode: Mode) -> Pixels | None:
    """A picture of this size; None where there is none or its file is damaged."""
    length = size[0] * size[1] * len(mode)
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD.size)
            data = file.read(length + 1)
    except OSError:
        return None
    if head != _HEAD.pack(_MAGIC, *size, zlib.crc32(data)) or len(data) != length:
        return None
    # What was seen last is removed last.
    with contextlib.suppress(OSError):
        os.utime(path)
    return Pixels(*size, mode, data)


def _write(picture: Pixels, path: Path) -> None:
    """Write beside the place and rename, so that nobody ever reads half a picture."""
    head = _HEAD.pack(_MAGIC, picture.width, picture.height, zlib.crc32(picture.data))
    with contextlib.suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        beside = path.with_name(f"{path.stem}-{os.getpid()}-{get_ident()}.part")
        try:
            beside.write_bytes(head + picture.data)
            beside.replace(path)
        except OSError:
            beside.unlink(missing_ok=True)
            raise
        _trim(path.parent)


def _trim(folder: Path) -> None:
    """Remove what was not seen for longest until the folder is small enough."""
    found = []
    for file in folder.iterdir():
        if file.suffix in _ENDS and not file.is_symlink():
            known = file.stat()
            found.append((known.st_mtime_ns, known.st_size, file))
    total = sum(size for _, size, _ in found)
    for _, size, file in sorted(found)[:-1]:
        if total <= LARGEST:
            return
        file.unlink(missing_ok=True)
        total -= size
