"""The page about itself in an MSI: its maker writes the time and a number drawn by lot into it.

With those that follow from the sources in their place, the same sources make the same bytes.
"""

import struct
import uuid
from collections.abc import Iterator
from pathlib import Path

from game.packaging.work import Failed

# How such a page begins: no other program may write properties under this name.
_NAME = uuid.UUID("f29f85e0-4ff9-1068-ab91-08002b27b3d9").bytes_le
_BEFORE_NAME = 28
_CODE, _CREATED, _SAVED = 9, 12, 13
_TEXT, _TIME = 30, 64
# Windows counts tenths of microseconds since 1601.
_SINCE_1601, _TENTHS = 11_644_473_600, 10_000_000


def settle(msi: Path, code: uuid.UUID, epoch: int) -> None:
    """Write the number of the package, and the time of its sources, into it."""
    content = bytearray(msi.read_bytes())
    when = struct.pack("<Q", (epoch + _SINCE_1601) * _TENTHS)
    number = f"{{{code}}}".upper().encode("ascii")
    wanted = {_CODE: struct.pack("<I", len(number) + 1) + number, _CREATED: when, _SAVED: when}
    for name, at in _properties(content, msi):
        if name in wanted:
            kind = _TEXT if name == _CODE else _TIME
            value = struct.pack("<I", kind) + wanted.pop(name)
            if content[at : at + 4] != value[:4]:
                raise Failed(f"{msi.name}: property {name} of its summary is of another kind.")
            content[at : at + len(value)] = value
    if wanted:
        raise Failed(f"{msi.name}: its summary has no property {min(wanted)}.")
    msi.write_bytes(content)


def _properties(content: bytearray, msi: Path) -> Iterator[tuple[int, int]]:
    """The number of each property, and where in the file it stands."""
    found = content.find(_NAME)
    if found < 0:
        raise Failed(f"{msi.name} has no summary. Is it an MSI of wixl?")
    (offset,) = struct.unpack_from("<I", content, found + len(_NAME))
    section = found - _BEFORE_NAME + offset
    (count,) = struct.unpack_from("<I", content, section + 4)
    for row in range(count):
        number, at = struct.unpack_from("<II", content, section + 8 + 8 * row)
        yield number, section + at
