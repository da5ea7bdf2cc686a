"""Where saved games lie: a folder for each story, and in it the names of the slots."""

import re
from hashlib import sha256
from pathlib import Path

# Names that Windows keeps for devices, with any ending.
_DEVICES = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?")
_ASIDE = "other-"
_NUMBERED = re.compile(r"save-([1-9][0-9]{0,5})\.json(\.bak)?")


def folder(data: Path, story: str) -> Path:
    """Return the folder for the saves of one story; it is made when something is written."""
    return data / "saves" / file_name(story)


def autosave(saves: Path) -> Path:
    return saves / "autosave.json"


def quick(saves: Path) -> Path:
    return saves / "quick.json"


def numbered(saves: Path, number: int) -> Path:
    return saves / f"save-{number}.json"


def aside(saves: Path, name: str, number: int) -> Path:
    """Return a place for a game that another one took the place of; nobody kept it by hand."""
    return saves / f"{_ASIDE}{name}-{number}.json"


def is_by_itself(path: Path) -> bool:
    """Whether a game was kept by the program and not by hand in a slot of its own."""
    return path.name in (
        autosave(path.parent).name,
        quick(path.parent).name,
    ) or path.name.startswith(_ASIDE)


def free(saves: Path) -> Path:
    """Return the next numbered slot that is not taken."""
    try:
        names = [path.name for path in saves.iterdir()]
    except OSError:
        names = []
    taken = {int(found[1]) for name in names if (found := _NUMBERED.fullmatch(name))}
    return numbered(saves, max(taken, default=0) + 1)


def order(path: Path) -> int:
    """How new a slot is among those of its folder, whatever the clock says; 0 is not known."""
    if path.name in (autosave(path.parent).name, quick(path.parent).name):
        return 10_000_000 if path.name == autosave(path.parent).name else 9_000_000
    found = _NUMBERED.fullmatch(path.name)
    return int(found[1]) if found else 0


def file_name(text: str) -> str:
    """Return a name that every file system takes; different texts have different names."""
    plain = re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")[:40]
    if plain and plain == text and not _DEVICES.fullmatch(plain):
        return plain
    code = sha256(text.encode("utf-8", "backslashreplace")).hexdigest()[:8]
    return f"{plain}-{code}".lstrip("-")
