"""What every package says of itself, and where the checkout is."""

import subprocess
import tomllib
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]
HERE = ROOT / "game" / "packaging"
# When nobody can say of what time the sources are.
_EPOCH = 1_700_000_000


class Project(NamedTuple):
    """``epoch`` is the time of the last commit: the same sources make the same packages."""

    name: str
    title: str
    version: str
    about: str
    publisher: str
    epoch: int

    @property
    def numbers(self) -> str:
        """The version in four numbers, as Windows wants it."""
        parts = [part for part in self.version.split(".") if part.isdecimal()]
        return ".".join([*parts, "0", "0", "0", "0"][:4])


def project() -> Project:
    said = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return Project(
        name=said["name"],
        title="The Power Struggle",
        version=said["version"],
        about=said["description"],
        publisher=said["authors"][0]["name"],
        epoch=_epoch(),
    )


def _epoch() -> int:
    words = ["git", "-C", str(ROOT), "log", "-1", "--format=%ct"]
    try:
        done = subprocess.run(words, capture_output=True, text=True, check=True)
        return int(done.stdout)
    except (OSError, subprocess.CalledProcessError, ValueError):
        return _EPOCH
