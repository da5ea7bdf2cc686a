"""What programs and libraries for Windows say of themselves: the libraries they need, a version."""

import struct
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from game.packaging import parcels
from game.packaging.project import HERE
from game.packaging.work import Failed

_AMD64 = 0x8664
# What stands in front of the version in the properties of a file.
_FIXED = struct.pack("<I", 0xFEEF04BD)


class _Section(NamedTuple):
    address: int
    size: int
    offset: int


class _Image:
    """A portable executable, as far as one has to read it to find the names of its libraries."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        head = self._number(0x3C)
        self.machine, sections = struct.unpack_from("<HH", data, head + 4)
        optional = head + 24
        size = struct.unpack_from("<H", data, head + 20)[0]
        self.directories = optional + (112 if data[optional : optional + 2] == b"\x0b\x02" else 96)
        first = optional + size
        rows = (struct.unpack_from("<4I", data, first + 40 * n + 8) for n in range(sections))
        self.sections = [_Section(row[1], max(row[0], row[2]), row[3]) for row in rows]

    def _number(self, at: int) -> int:
        return int(struct.unpack_from("<I", self.data, at)[0])

    def _place(self, address: int) -> int:
        for section in self.sections:
            if section.address <= address < section.address + section.size:
                return address - section.address + section.offset
        return 0

    def needed(self) -> Iterator[str]:
        """The names of the libraries that are loaded with it, and those loaded when first used."""
        for number, size, name_at in ((1, 20, 12), (13, 32, 4)):
            at = self._place(self._number(self.directories + 8 * number))
            while at and (name := self._number(at + name_at)):
                start = self._place(name)
                yield self.data[start : self.data.index(b"\0", start)].decode("ascii").lower()
                at += size


def closed(package: Path) -> None:
    """Fail where a file needs a library that is neither here nor in every Windows 10."""
    files = [path for path in parcels.paths(package) if path.suffix in (".exe", ".dll", ".pyd")]
    here = {path.name.lower() for path in files}
    here |= {f"{name}.dll" for name in lists("of_windows")}
    missing = [
        f"{name}, for {path.name}"
        for path in files
        for name in _needed(path)
        if name not in here and not name.startswith(("api-ms-win-", "ext-ms-"))
    ]
    if missing:
        raise Failed(f"These libraries are missing: {'; '.join(missing)}")


def _needed(path: Path) -> list[str]:
    image = _Image(path.read_bytes())
    if image.machine != _AMD64:
        raise Failed(f"{path.name} is not for 64-bit Windows.")
    return list(image.needed())


def lists(name: str) -> list[str]:
    """One of the lists of libraries and files that are kept beside the launcher."""
    text = (HERE / "windows" / "libraries.toml").read_text(encoding="utf-8")
    return [str(each) for each in tomllib.loads(text)[name]]


def version(path: Path) -> str:
    """The version of Python's library: its number is a thousand for each release, and the level."""
    data = path.read_bytes()
    high, low = struct.unpack_from("<II", data, data.index(_FIXED) + 8)
    return f"{high >> 16}.{high & 0xFFFF}.{(low >> 16) // 1000}"
