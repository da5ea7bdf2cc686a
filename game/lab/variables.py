"""The variables in the folders of lab.yaml: who is here, at which computer, on which day."""

import os
import re
import sys
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

KNOWN = ("user", "computer", "home", "program", "date")
_VARIABLE = re.compile(r"\{([^{}]*)\}")
# What a file system would take for a way elsewhere, or refuse.
_UNSAFE = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')


def unknown(text: str) -> tuple[str, ...]:
    return tuple(name for name in _VARIABLE.findall(text) if name not in KNOWN)


def filled(text: str, program: Path) -> Path:
    """Return the folder that a text of lab.yaml names; it may begin at the program."""
    values = _values(program)
    return program / _VARIABLE.sub(lambda found: values.get(found[1], found[0]), text)


def _values(program: Path) -> Mapping[str, str]:
    return {
        "user": named(user()),
        "computer": named(computer()),
        "home": str(Path.home()),
        "program": str(program),
        "date": f"{datetime.now().astimezone():%Y-%m-%d}",
    }


def named(text: str) -> str:
    """A name as part of a path: it leads nowhere else."""
    return _UNSAFE.sub("-", text).strip(". ") or "unknown"


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
