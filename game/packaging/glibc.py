"""Which versions of the C library the files of a package ask for, and one that they need not.

A Python that was built on a new system asks for the newest form of each function. What such a
function does has not changed where it is named here: glibc keeps both forms, and the older is asked
for, so that the package runs on systems that have only that.
"""

import struct
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from game.packaging import parcels
from game.packaging.work import Failed

# The oldest C library that is promised: RHEL 9 and its kin, Ubuntu 22.04, Debian 12.
FLOOR = (2, 34)
Version = tuple[int, int]
# Since 2.35 "hypot" no longer sets errno, of which Python takes no notice either way.
_OLDER = {"hypot": "GLIBC_2.2.5"}
_NEEDS, _OF_SYMBOLS, _SYMBOLS = 0x6FFFFFFE, 0x6FFFFFFF, 11


class Ask(NamedTuple):
    """A version that a file asks for: where that stands, and the functions that it is for."""

    name: str
    at: int
    functions: frozenset[str]


class _Section(NamedTuple):
    kind: int
    offset: int
    size: int
    link: int


class _Elf:
    """A program or library for 64-bit Linux, as far as one has to read it to find its versions."""

    def __init__(self, content: bytes) -> None:
        self.content = content
        start, size, count = struct.unpack_from("<Q10xHH", content, 40)
        self.sections = []
        for row in range(count):
            kind, offset, length, link = struct.unpack_from(
                "<4xI16xQQI", content, start + row * size
            )
            self.sections.append(_Section(kind, offset, length, link))

    def section(self, kind: int) -> _Section | None:
        return next((each for each in self.sections if each.kind == kind), None)

    def text(self, section: _Section, at: int) -> str:
        start = self.sections[section.link].offset + at
        return self.content[start : self.content.index(b"\0", start)].decode("ascii")

    def functions(self) -> dict[int, set[str]]:
        """The names that are looked for elsewhere, by the number of their version."""
        symbols, versions = self.section(_SYMBOLS), self.section(_OF_SYMBOLS)
        found: dict[int, set[str]] = {}
        if symbols is None or versions is None:
            return found
        for row in range(versions.size // 2):
            (number,) = struct.unpack_from("<H", self.content, versions.offset + 2 * row)
            (name,) = struct.unpack_from("<I", self.content, symbols.offset + 24 * row)
            found.setdefault(number & 0x7FFF, set()).add(self.text(symbols, name))
        return found

    def asks(self) -> Iterator[Ask]:
        needs = self.section(_NEEDS)
        if needs is None:
            return
        functions, file = self.functions(), needs.offset
        while True:
            count, inner, following = struct.unpack_from("<2xH4xII", self.content, file)
            at = file + inner
            for _ in range(count):
                number, name, after = struct.unpack_from("<6xHII", self.content, at)
                yield Ask(self.text(needs, name), at, frozenset(functions.get(number, ())))
                at += after
            if not following:
                return
            file += following


def asks(path: Path) -> tuple[Ask, ...]:
    """What a file asks for; nothing where it is no program and no library."""
    content = path.read_bytes()
    return tuple(_Elf(content).asks()) if content.startswith(b"\x7fELF\x02") else ()


def asked_of(package: Path) -> dict[Version, str]:
    """The versions of the C library that the files of a package ask for, each with a file."""
    found: dict[Version, str] = {}
    for path in parcels.paths(package):
        if not path.is_symlink():
            for ask in asks(path):
                if (version := _version(ask.name)) is not None:
                    found.setdefault(version, path.name)
    return found


def _version(name: str) -> Version | None:
    kind, _, numbers = name.partition("_")
    parts = numbers.split(".")
    return (int(parts[0]), int(parts[1])) if kind == "GLIBC" and parts[0].isdecimal() else None


def checked(package: Path) -> str:
    """The newest version that is asked for; it must not be newer than what is promised."""
    found = asked_of(package)
    newest = max(found)
    if newest > FLOOR:
        raise Failed(
            f"{found[newest]} asks for glibc {newest[0]}.{newest[1]}; "
            f"{FLOOR[0]}.{FLOOR[1]} is promised. Build with an older Python, or change FLOOR."
        )
    return f"{newest[0]}.{newest[1]}, for {found[newest]}"


def ask_for_less(path: Path) -> None:
    """Let a library ask for the older form of a function, where that is all that is new in it."""
    found = {ask.name: ask for ask in asks(path)}
    content = bytearray(path.read_bytes())
    for ask in found.values():
        wanted = {_OLDER.get(name) for name in ask.functions}
        older = found.get(wanted.pop() or "") if len(wanted) == 1 else None
        if older is not None and older.name != ask.name:
            # The hash of the version, and where its name stands; its number stays as it is.
            content[ask.at : ask.at + 4] = content[older.at : older.at + 4]
            content[ask.at + 8 : ask.at + 12] = content[older.at + 8 : older.at + 12]
    path.write_bytes(content)
