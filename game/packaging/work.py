"""The workshop: commands that are run, Pythons that are found, and downloads that are pinned."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterable
from pathlib import Path

from game.packaging.project import HERE, Project

Words = Iterable[str | Path]
_VERSIONS = ((3, 13), (3, 12), (3, 11))


class Failed(Exception):
    """A step of the build that did not succeed; its text says which, and what to do."""


class Shop:
    """The folder in which a build is made, and its clock."""

    def __init__(self, folder: Path, project: Project) -> None:
        self.folder = folder
        self.project = project
        self.environment = {
            **os.environ,
            "SOURCE_DATE_EPOCH": str(project.epoch),
            "PYTHONHASHSEED": "0",
            "PYTHONDONTWRITEBYTECODE": "1",
            "PIP_DISABLE_PIP_VERSION_CHECK": "1",
            "LC_ALL": "C.UTF-8",
        }
        self._began = time.monotonic()

    def say(self, sentence: str) -> None:
        sys.stdout.write(f"[{time.monotonic() - self._began:5.1f} s] {sentence}\n")
        sys.stdout.flush()

    def fresh(self, name: str) -> Path:
        """An empty folder of this name."""
        folder = self.folder / name
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        return folder

    def run(self, *words: str | Path, cwd: Path | None = None) -> str:
        """Run a command; what it said, or a failure that shows the end of it."""
        done = subprocess.run(
            [str(word) for word in words],
            env=self.environment,
            cwd=cwd,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
            check=False,
        )
        if done.returncode:
            last = "\n".join(done.stdout.splitlines()[-25:])
            raise Failed(f"'{words[0]}' ended with {done.returncode}:\n{last}")
        return done.stdout

    def pip(self, python: Path, *words: str | Path) -> None:
        self.run(python, "-m", "pip", "--quiet", *words)

    def tools(self, python: Path) -> Path:
        """A Python of our own with the pinned tools and what goes into the package for Linux."""
        there = self.folder / "tools" / "bin" / "python"
        self.fresh("tools")
        self.run(python, "-m", "venv", self.folder / "tools")
        for pins in ("tools.txt", "linux.txt"):
            asked = ("--require-hashes", "--no-deps", "--only-binary=:all:", "-r", pinned(pins))
            self.pip(there, "install", *asked)
        return there


def pinned(name: str) -> Path:
    return HERE / "pins" / name


def python(*versions: tuple[int, int]) -> Path:
    """The first Python there is of the versions that are wanted, the newest first."""
    for version in versions or _VERSIONS:
        for found in _pythons(version):
            if _version(found) == version:
                return found
    names = " or ".join(f"{major}.{minor}" for major, minor in versions or _VERSIONS)
    raise Failed(f"This needs Python {names}. Install it, so that 'python{names[:4]}' starts it.")


def _pythons(version: tuple[int, int]) -> Iterable[Path]:
    name = "python{}.{}".format(*version)
    if sys.version_info[:2] == version:
        yield Path(sys.executable)
    if found := shutil.which(name):
        yield Path(found)
    for root in (Path.home() / ".pyenv" / "versions", Path("/opt")):
        yield from sorted(root.glob(f"*/bin/{name}"), reverse=True)


def _version(found: Path) -> tuple[int, int] | None:
    words = [str(found), "-c", "import sys; print(*sys.version_info[:2])"]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    numbers = done.stdout.split()
    return (int(numbers[0]), int(numbers[1])) if len(numbers) == 2 else None


def needed(*tools: str) -> None:
    """Say at once what has to be installed, not in the middle of the build."""
    missing = [tool for tool in tools if shutil.which(tool) is None]
    if missing:
        raise Failed(f"This needs {', '.join(missing)}. See game/packaging/README.md.")
