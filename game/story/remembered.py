"""A story as it was last read, so that a start need not read a hundred files again.

It lies in the cache folder as Python's own pickle, of which nothing is let in but the classes of
this package: whatever else a file there might hold is not run, and the story is read anew.
"""

import contextlib
import hashlib
import io
import os
import pickle
import struct
import sys
import time
import zlib
from collections.abc import Iterator
from pathlib import Path

from game.story import collector
from game.story.model import Story

_HEAD = struct.Struct("<8s32sI")
_MAGIC = b"PSstory1"
_OURS = "game.story."
# A file that was written a moment ago may be written again without a sign of it: the clocks of some
# disks know only every second second.
_YOUNG = 4.0
_MOST = 50_000_000
# What pickle says of data that are not what they seem.
_BROKEN = (
    pickle.UnpicklingError,
    AttributeError,
    EOFError,
    ImportError,
    LookupError,
    TypeError,
    ValueError,
)


def stamp(place: Path) -> bytes:
    """What tells a story and the program that reads it from any other; b"" where nothing does."""
    own = Path(__file__).parent
    told = hashlib.sha256(f"{sys.version} {place.resolve()}".encode())
    youngest = 0
    try:
        for item in (*_files(own), *_files(place)):
            found = item.stat()
            youngest = max(youngest, found.st_mtime_ns)
            told.update(f"{item.name} {found.st_size} {found.st_mtime_ns}\n".encode())
    except OSError:
        return b""
    return told.digest() if time.time() - youngest / 1e9 > _YOUNG else b""


def recall(place: Path, seal: bytes, cache: Path) -> Story | None:
    """The story of this stamp; None where there is none, or its file is damaged."""
    try:
        data = _path(place, cache).read_bytes()
        if not seal or len(data) > _MOST or data[: _HEAD.size] != _head(seal, data[_HEAD.size :]):
            return None
        with collector.paused():
            found = _Ours(io.BytesIO(data[_HEAD.size :])).load()
    except (OSError, *_BROKEN):
        return None
    return found if isinstance(found, Story) else None


def remember(story: Story, place: Path, seal: bytes, cache: Path) -> None:
    """Keep a story that was read without a mistake; what cannot be written is not kept."""
    path = _path(place, cache)
    beside = path.with_suffix(f".{os.getpid()}.part")
    if not seal:
        return
    data = pickle.dumps(story, protocol=5)
    with contextlib.suppress(OSError):
        cache.mkdir(parents=True, exist_ok=True)
        try:
            beside.write_bytes(_head(seal, data) + data)
            beside.replace(path)
        finally:
            beside.unlink(missing_ok=True)


class _Ours(pickle.Unpickler):
    """Makes the classes of the story and nothing else."""

    def find_class(self, module: str, name: str) -> type:
        if not module.startswith(_OURS):
            raise pickle.UnpicklingError(module)
        found: object = super().find_class(module, name)
        if not isinstance(found, type) or found.__module__ != module:
            raise pickle.UnpicklingError(name)
        return found


def _files(place: Path) -> Iterator[Path | os.DirEntry[str]]:
    """A story's files and those of its chapters, in order; or the one file that it is."""
    if place.is_file():
        yield place
        return
    for item in _listed(place):
        if item.is_dir():
            yield from _listed(Path(item.path))
        yield item


def _listed(folder: Path) -> list[os.DirEntry[str]]:
    with os.scandir(folder) as items:
        return sorted((item for item in items if item.name[0] != "."), key=lambda item: item.name)


def _path(place: Path, cache: Path) -> Path:
    name = hashlib.sha256(str(place.resolve()).encode()).hexdigest()[:24]
    return cache / f"{name}.story"


def _head(seal: bytes, data: bytes) -> bytes:
    return _HEAD.pack(_MAGIC, seal, zlib.crc32(data))
