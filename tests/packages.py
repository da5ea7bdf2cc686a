"""Packages as schools get them, unpacked where it is hard: read-only, odd letters in the path."""

import os
import shutil
import subprocess
import tarfile
import tempfile
import time
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import Thread

import pytest

from game import paths
from game.packaging.contents import STORY
from tests.test_window import is_over
from tests.twin import Twin, historical
from tests.xvfb import Program, kept, until

# Where "python -m game.packaging" left what it made; without it nothing is tested here.
FOLDER = os.environ.get("POWER_STRUGGLE_PACKAGES", "")
# Where it left them when it made them once more.
AGAIN = os.environ.get("POWER_STRUGGLE_PACKAGES_AGAIN", "")
# Where an older checkout left what it made.
OLDER = os.environ.get("POWER_STRUGGLE_PACKAGES_OLDER", "")
ODD = "школа 7"
WINE = next((path for path in ("/usr/lib/wine/wine64",) if Path(path).exists()), "")
_NOBODY = 65534


def package(pattern: str) -> Path:
    """The newest package of a kind; a test that needs one is skipped, and says so."""
    return _newest(FOLDER, "POWER_STRUGGLE_PACKAGES", pattern)


def older(pattern: str) -> Path:
    return _newest(OLDER, "POWER_STRUGGLE_PACKAGES_OLDER", pattern)


def _newest(folder: str, variable: str, pattern: str) -> Path:
    found = sorted(Path(folder).glob(pattern)) if folder else []
    if not found:
        pytest.skip(f"{variable} names no folder with {pattern} in it")
    return found[-1]


@contextmanager
def place() -> Iterator[Path]:
    """A folder that everybody can go into, unlike those of pytest; it is gone afterwards."""
    folder = Path(tempfile.mkdtemp(prefix="power struggle "))
    folder.chmod(0o777)
    try:
        yield folder
    finally:
        _writable(folder)
        shutil.rmtree(folder, ignore_errors=True)


def unpacked(archive: Path, folder: Path) -> Path:
    """The program unpacked into a folder with a space and letters that are not Latin."""
    odd = folder / ODD
    odd.mkdir()
    if archive.suffix == ".zip":
        with zipfile.ZipFile(archive) as packed:
            packed.extractall(odd)
    else:
        with tarfile.open(archive) as packed:
            packed.extractall(odd, filter="data")
    (program,) = odd.iterdir()
    return program


def copied(program: Path, place: Path) -> Path:
    """The same once more, with a folder of its own, in which others may put something."""
    target = place / ODD / program.name
    shutil.copytree(program, target, copy_function=os.link, symlinks=True)
    return target


def locked(folder: Path) -> None:
    """Nobody may write here any more."""
    for path in [folder, *folder.rglob("*")]:
        if not path.is_symlink():
            path.chmod(path.stat().st_mode & ~0o222)


def _writable(folder: Path) -> None:
    for path in [folder, *folder.rglob("*")]:
        if path.is_dir() and not path.is_symlink():
            path.chmod(path.stat().st_mode | 0o700)


def settled(program: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the twin read the story that is in the package."""
    monkeypatch.setattr(paths, "story", lambda: program / "stories" / STORY)


def nobody() -> Mapping[str, object]:
    """Root may write anywhere, so it becomes somebody who may not."""
    if os.getuid():
        return {}
    return {"user": _NOBODY, "group": _NOBODY, "extra_groups": []}


class Packaged(Program):
    """A package that runs with an environment in which there is nothing but a screen and a home."""

    def __init__(
        self,
        command: Sequence[str | Path],
        data: Path,
        environment: Mapping[str, str],
        *,
        root: bool = False,
    ) -> None:
        self.data = data
        self._told = data.parent / f"{data.name}.stderr"
        self._window = ""
        self._environment = {"PATH": os.environ["PATH"], **environment}
        self.process = subprocess.Popen(  # type: ignore[call-overload]
            [str(word) for word in command],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            # A pipe, for under Wine Python cannot write into a file.
            stderr=subprocess.PIPE,
            env=dict(environment),
            cwd="/",
            **({} if root else nobody()),
        )
        self._ear = Thread(target=self._listen, daemon=True)
        self._ear.start()

    def kill(self) -> None:
        super().kill()
        self._ear.join(5)

    def _listen(self) -> None:
        assert self.process.stderr is not None
        with self.process.stderr as says, self._told.open("ab") as told:
            shutil.copyfileobj(says, told)

    def _find(self) -> str:
        assert self.process.poll() is None, f"it ended: {self.said}"
        found = self.hands("search", "--onlyvisible", "--class", "power-?struggle")
        # Without a window manager nobody else gives it the keyboard.
        return found if found and self.hands("windowfocus", found) == "" else ""

    def press(self, *keys: str) -> None:
        self.pressed = keys
        super().press(*keys)

    def picture(self, path: Path) -> None:
        """What is in the window, for somebody to look at."""
        words = ["import", "-window", self.window, str(path)]
        if shutil.which("import") is not None:
            subprocess.run(words, env=self._environment, check=False)

    def has_a_picture(self) -> bool:
        """Whether there is more on the right half than one colour; true where nobody can look."""
        if shutil.which("import") is None:
            return True
        words = ["import", "-window", self.window, "-gravity", "East", "-crop", "40%x60%", "txt:-"]
        done = subprocess.run(words, env=self._environment, capture_output=True, check=False)
        colours = {line.partition(b": ")[2] for line in done.stdout.splitlines()[1:]}
        return len(colours) > 99


@contextmanager
def running(program: Packaged) -> Iterator[Packaged]:
    try:
        yield program
    finally:
        program.kill()
    assert "Traceback" not in program.said


def to_the_end(same: Twin) -> None:
    """Go the historical road, and look at each decision that both are still at the same place."""
    same.agree()
    while not is_over(same):
        before = same.play
        same.key(historical(same))
        if same.play != before:
            same.agree()
    assert same.play is not None
    assert same.play.is_over


def decisions(data: Path) -> int:
    """How many decisions the saved game holds; -1 where there is none."""
    game = kept(data)
    return len(game.decisions) if game is not None else -1


def decides(real: Packaged, data: Path) -> int:
    """Play on without a twin until one decision more is on the disk; how many there are then."""
    before = decisions(data)
    until(lambda: _pages(real, data) > max(before, 0), "a decision", lambda: real.title)
    return decisions(data)


def _pages(real: Packaged, data: Path) -> int:
    """Turn a page, and try the first choice on it, if there is one."""
    for key in ("Return", "1"):
        real.press(key)
        time.sleep(0.2)
    return decisions(data)
