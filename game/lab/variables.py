"""The variables in the folders of lab.yaml: who is here, at which computer, on which day."""

import os
import re
import sys
from collections.abc import Iterable, Mapping
from datetime import datetime
from hashlib import sha256
from pathlib import Path

from game import paths

KNOWN = ("user", "computer", "home", "program", "date")
# A hand-in knows the seat as well; games have a folder for each seat anyway.
HAND_IN = (*KNOWN, "seat")
LONGEST = 60
_VARIABLE = re.compile(r"\{([^{}]*)\}")
# What a file system would take for a way elsewhere, or refuse.
_UNSAFE = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')
# Windows keeps these names for devices, with any ending.
_DEVICE = re.compile(
    r"(con|prn|aux|nul|com\d|lpt\d|com[¹²³]|lpt[¹²³]|conin\$|conout\$)(\..*)?", re.I
)


def unknown(text: str, known: Iterable[str] = KNOWN) -> tuple[str, ...]:
    names = frozenset(known)
    return tuple(name for name in _VARIABLE.findall(text) if name not in names)


def filled(text: str, program: Path, seat: str = "") -> Path:
    """Return the folder that a text of lab.yaml names; it may begin at the program.

    Where nobody is asked for a seat, it is the computer.
    """
    values = {**_values(program), "seat": named(seat or computer())}
    return program / _VARIABLE.sub(lambda found: values.get(found[1], found[0]), text)


def _values(program: Path) -> Mapping[str, str]:
    return {
        "user": named(user()),
        "computer": named(computer()),
        "home": str(paths.home()),
        "program": str(program),
        "date": _today(),
    }


def _today() -> str:
    """The day by the clock of this computer, which may make no sense to the system."""
    try:
        return f"{datetime.now().astimezone():%Y-%m-%d}"
    except (OSError, OverflowError, ValueError):
        return "no-date"


def named(text: str) -> str:
    """A name as part of a path: it leads nowhere else, and every file system takes it."""
    shown = "".join(letter if letter.isprintable() else "-" for letter in text)
    plain = _UNSAFE.sub("-", shown).strip(". ") or "unknown"
    if _DEVICE.fullmatch(plain):
        plain = f"{plain.partition('.')[0]}-"
    if len(plain) <= LONGEST:
        return plain
    code = sha256(text.encode("utf-8", "backslashreplace")).hexdigest()[:8]
    return f"{plain[: LONGEST - 9].rstrip('. ')}-{code}"


def user() -> str:
    """Who has logged in; asked of the system where the environment does not say."""
    said = os.environ.get("USERNAME") or os.environ.get("USER") or os.environ.get("LOGNAME")
    if said or sys.platform == "win32":
        return said or ""
    import pwd  # noqa: PLC0415 - Windows does not have it

    try:
        return pwd.getpwuid(os.getuid()).pw_name
    except KeyError:
        return ""


def computer() -> str:
    if sys.platform == "win32":
        return os.environ.get("COMPUTERNAME", "")
    return os.uname().nodename
