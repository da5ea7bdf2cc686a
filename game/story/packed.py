"""A story in one .zip, read in memory and never unpacked: it may come from anyone."""

import io
import re
import stat
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

ENDING = ".zip"
# The list of what is in a .zip: 20,000 files with names of a hundred letters need less.
MOST_LIST = 3_000_000
MOST_TEXT = 40_000_000
_AWAY = re.compile(r"(/|[A-Za-z]:|(.*/)?\.\.(/|$))", re.DOTALL)
_AGAIN = "Make the .zip again from the story's folder, without a password; or name the folder."
_COVER = "story.yaml"
_MOST_FOLDERS = 3
_ERRORS = (
    BadZipFile, EOFError, KeyError, NotImplementedError, OSError, RuntimeError, ValueError,
    zlib.error,
)  # fmt: skip


class BadPack(Exception):
    """A .zip that is not read; its text is a sentence for people, ``hint`` what to do."""

    def __init__(self, sentence: str, hint: str = _AGAIN) -> None:
        super().__init__(sentence)
        self.hint = hint


class Entry(NamedTuple):
    """A file or a folder in a .zip, asked as the system's own entries are."""

    name: str
    path: str
    kind: int

    def is_dir(self) -> bool:
        return self.kind == stat.S_IFDIR

    def is_symlink(self) -> bool:
        return self.kind == stat.S_IFLNK


class Contents(NamedTuple):
    """The entries of each folder by its path, and the bytes of each file that is text."""

    folders: Mapping[str, tuple[Entry, ...]]
    held: Mapping[str, bytes]
    files: int


class _Measured(io.BufferedReader):
    """A file of which nobody takes more at once than the list of a .zip may have."""

    def read(self, size: int | None = -1, /) -> bytes:
        if size is not None and 0 <= size <= MOST_LIST:
            return super().read(size)
        data = super().read(MOST_LIST + 1)
        if len(data) > MOST_LIST:
            raise BadPack("This .zip lists too many files.", "Keep one story in it alone.")
        return data


def is_pack(path: Path) -> bool:
    return path.suffix.lower() == ENDING and path.is_file()


def split(path: Path) -> tuple[Path, str] | None:
    """Return the .zip that a path leads into, and the rest of it; None where there is none."""
    for place in (path, *path.parents):
        if is_pack(place):
            return place, path.relative_to(place).as_posix()
    return None


def contents(pack: Path, most_bytes: int) -> Contents:
    """Read the list of a .zip and its text files, none much longer than ``most_bytes``."""
    with _opened(pack) as archive:
        found = _members(archive)
        held: dict[str, bytes] = {}
        left = MOST_TEXT
        for name, info in found.items():
            if name.lower().endswith((".yaml", ".yml")) and name.count("/") < 2:
                held[str(pack / name)] = data = _read(archive, info, most_bytes + 1)
                left -= len(data)
                if left < 0:
                    raise BadPack(f"This .zip holds more text than {MOST_TEXT // 1_000_000} MB.")
        return Contents(_folders(pack, found), held, len(archive.infolist()))


def content(path: Path, most_bytes: int) -> bytes:
    """Return the bytes of one file in a .zip, never many more than ``most_bytes``."""
    place = split(path)
    if place is None:
        raise FileNotFoundError(str(path))
    with _opened(place[0]) as archive:
        info = _members(archive).get(place[1])
        if info is None or _kind(info) != stat.S_IFREG:
            raise FileNotFoundError(place[1])
        return _read(archive, info, most_bytes + 1)


@contextmanager
def _opened(pack: Path) -> Iterator[ZipFile]:
    try:
        with _Measured(io.FileIO(pack)) as file, ZipFile(file) as archive:
            yield archive
    except FileNotFoundError:
        raise
    except _ERRORS as cause:
        raise BadPack(
            "This .zip cannot be read: it is damaged, or it is something else."
        ) from cause


def _members(archive: ZipFile) -> dict[str, ZipInfo]:
    """Files by their names below the folder of story.yaml; two of one name are refused."""
    named: dict[str, ZipInfo] = {}
    for info in archive.infolist():
        name = info.filename.replace("\\", "/")
        if _AWAY.match(name):
            raise BadPack("A file in this .zip has a name that leads out of it.")
        if name.endswith("/") or name.startswith("__MACOSX/"):
            continue
        if name in named:
            raise BadPack("Two files in this .zip have the same name.")
        named[name] = info
    root = _root(named)
    return {name[len(root) :]: info for name, info in named.items() if name.startswith(root)}


def _root(names: Mapping[str, ZipInfo]) -> str:
    """Return the one folder that a .zip was made of, or "" where story.yaml lies at the top.

    Who packs a folder that was unpacked has one more round it, and again one.
    """
    for deep in range(_MOST_FOLDERS + 1):
        tops = [name[: -len(_COVER)] for name in names if _is_cover(name, deep)]
        if len(tops) > 1:
            several = "There are several stories in this .zip."
            raise BadPack(several, "Make a .zip for each of them.")
        if tops:
            return tops[0]
    return ""


def _is_cover(name: str, deep: int) -> bool:
    return name.count("/") == deep and name.rpartition("/")[2] == _COVER


def _folders(pack: Path, found: Mapping[str, ZipInfo]) -> dict[str, tuple[Entry, ...]]:
    listed: dict[str, dict[str, Entry]] = {str(pack): {}}
    for name, info in found.items():
        folder, _, rest = name.partition("/")
        path = str(pack / folder)
        if not rest:
            listed[str(pack)][folder] = Entry(folder, path, _kind(info))
            continue
        listed[str(pack)].setdefault(folder, Entry(folder, path, stat.S_IFDIR))
        if "/" not in rest:
            inner = listed.setdefault(path, {})
            inner[rest] = Entry(rest, str(pack / name), _kind(info))
    return {path: tuple(entries.values()) for path, entries in listed.items()}


def _kind(info: ZipInfo) -> int:
    """Return what an entry is; a .zip made on Windows does not say, and has only files."""
    kind = stat.S_IFMT(info.external_attr >> 16)
    return kind if kind in (stat.S_IFLNK, stat.S_IFDIR) else stat.S_IFREG


def _read(archive: ZipFile, info: ZipInfo, most: int) -> bytes:
    if info.flag_bits & 1:
        raise BadPack("This .zip is locked with a password.")
    if info.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
        raise BadPack("This .zip is packed in a way that is not read here.")
    with archive.open(info) as file:
        return file.read(most)
