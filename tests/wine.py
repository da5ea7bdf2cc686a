"""Windows as far as it can be had here: Wine, with a disk of its own for each test."""

import os
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

WINE = Path("/usr/lib/wine/wine64")
MISSING = "" if WINE.exists() else "wine64"
_QUIET = {
    "WINEDEBUG": "-all",
    "WINEARCH": "win64",
    # No questions about Mono and Gecko, and no debugger that waits for somebody.
    "WINEDLLOVERRIDES": "mscoree=d;mshtml=d;winedbg.exe=d",
    "SDL_AUDIODRIVER": "dummy",
    "LC_ALL": "C.UTF-8",
}


class Windows:
    """One disk C:, and what is on it."""

    def __init__(self, folder: Path, display: str) -> None:
        self.disk = folder / "wine" / "drive_c"
        self.environment: Mapping[str, str] = {
            **_QUIET,
            "PATH": os.environ["PATH"],
            "HOME": str(folder),
            "DISPLAY": display,
            "WINEPREFIX": str(folder / "wine"),
        }

    def run(self, *words: str | Path, seconds: float = 180) -> tuple[int, str]:
        """Run a program to its end; its exit code and what it said.

        What it says goes into a pipe: Python 3.13 cannot write into a file here.
        """
        done = subprocess.run(
            [str(word) for word in (WINE, *words)],
            env=self.environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=seconds,
            check=False,
        )
        return done.returncode, done.stdout.decode("utf-8", "replace")

    @property
    def user(self) -> Path:
        """The folder of the user, whom Wine names after ours."""
        (found,) = (path for path in (self.disk / "users").iterdir() if path.name != "Public")
        return found

    def path(self, name: str) -> Path:
        """A path of Windows as one of ours."""
        return self.disk / name.removeprefix("C:\\").replace("\\", "/")


@contextmanager
def windows(folder: Path, display: str) -> Iterator[Windows]:
    made = Windows(folder, display)
    made.run("wineboot", "-i")
    made.run("winecfg", "-v", "win10")
    try:
        yield made
    finally:
        server = shutil.which("wineserver") or "/usr/lib/wine/wineserver"
        subprocess.run([server, "-k"], env=made.environment, check=False)
