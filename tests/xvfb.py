"""A screen that nobody sees, the real program on it, and hands for its keyboard and its mouse.

Nothing here sleeps and hopes: whatever is waited for is looked for until it is there, or until a
deadline at which the test says what it saw instead.
"""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from game.play import save
from game.play.save import Save

TOOLS = ("Xvfb", "setxkbmap", "xdotool")
MISSING = ", ".join(tool for tool in TOOLS if shutil.which(tool) is None)
SIZE, SCREEN = (1280, 720), (1600, 1000)
_PATIENCE = 30.0
_Found = TypeVar("_Found")


@contextmanager
def screen(layout: str = "us", size: tuple[int, int] = SCREEN) -> Iterator[str]:
    """An X server with a keyboard and a number of its own; yields what DISPLAY is to be."""
    reads, writes = os.pipe()
    what = ("-screen", "0", "x".join(map(str, (*size, 24))), "-nolisten", "tcp", "-noreset")
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writes), *what], pass_fds=(writes,), stderr=subprocess.DEVNULL
    )
    os.close(writes)
    try:
        with os.fdopen(reads) as told:
            number = told.readline().strip()
        assert number, "Xvfb did not start"
        # It comes with the X server, which has it draw up its keyboards.
        subprocess.run(["setxkbmap", "-display", f":{number}", layout], check=True)
        yield f":{number}"
    finally:
        server.terminate()
        server.wait()


def until(look: Callable[[], _Found], wanted: str, seen: Callable[[], object] = str) -> _Found:
    """Look until what is found is true, and return it; else say what is seen in its place."""
    deadline = time.monotonic() + _PATIENCE
    while not (found := look()):
        assert time.monotonic() < deadline, f"waited in vain for {wanted}; there is {seen()!r}"
        time.sleep(0.01)
    return found


def kept(data: Path, slot: str = "autosave") -> Save | None:
    """The game as it lies on the disk, without its time and name; None where there is none."""
    for path in data.glob(f"saves/*/{slot}.json"):
        found = save.read(path).save
        notes = {key: said for key, said in found.notes.items() if key != "game"}
        return replace(found, written="", notes=notes)
    return None


class Program:
    """``python -m game play`` in a process of its own, and what can be seen of it from outside."""

    def __init__(
        self,
        display: str,
        data: Path,
        *words: str,
        at: Path | None = None,
        changed: Mapping[str, str] | None = None,
    ) -> None:
        self.data = data
        self._told = data.parent / f"{data.name}.stderr"
        self._window = ""
        self._environment = {
            **os.environ,
            "DISPLAY": display,
            "SDL_VIDEODRIVER": "x11",
            "POWER_STRUGGLE_CACHE": str(data.parent / "cache"),
            **(changed or {}),
        }
        command = [sys.executable, "-m", "game", "play", "--data", str(data), *words]
        with self._told.open("ab") as told:
            self.process = subprocess.Popen(command, stderr=told, env=self._environment, cwd=at)

    def hands(self, *words: str | int) -> str:
        """What xdotool says; the empty string where it cannot do what it is told."""
        done = subprocess.run(
            ["xdotool", *map(str, words)],
            env=self._environment,
            capture_output=True,
            text=True,
            check=False,
        )
        return done.stdout.strip() if not done.returncode else ""

    @property
    def window(self) -> str:
        if not self._window:
            self._window = until(self._find, "the window")
        return self._window

    def _find(self) -> str:
        assert self.is_alive, f"it ended: {self.said}"
        return self.hands("search", "--onlyvisible", "--pid", self.process.pid)

    @property
    def is_alive(self) -> bool:
        return self.process.poll() is None

    @property
    def title(self) -> str:
        return self.hands("getwindowname", self.window)

    @property
    def size(self) -> tuple[int, int]:
        told = self.hands("getwindowgeometry", "--shell", self.window)
        lines = dict(line.split("=", 1) for line in told.splitlines())
        return int(lines.get("WIDTH", 0)), int(lines.get("HEIGHT", 0))

    @property
    def said(self) -> str:
        """Everything it wrote to its standard error."""
        return self._told.read_text(encoding="utf-8", errors="replace")

    def press(self, *keys: str) -> None:
        self.hands("key", "--delay", 8, *keys)

    def types(self, text: str) -> None:
        """Type on keys that the keyboard has; others xdotool would lay on it for a moment."""
        self.hands("type", "--delay", 20, text)

    def click(self, across: int, down: int, button: int = 1) -> None:
        # Its own "click" waits a tenth of a second each time.
        here = ("mousemove", "--window", self.window, across, down)
        self.hands(*here, "mousedown", button, "mouseup", button)

    def resize(self, width: int, height: int) -> None:
        self.hands("windowsize", self.window, width, height)

    def shows(self, title: str) -> None:
        until(lambda: self.title == title, title, lambda: self.title)

    def ends(self) -> int:
        """Wait for the end and return the exit code."""
        return self.process.wait(_PATIENCE)

    def kill(self) -> None:
        self.process.kill()
        self.process.wait()


@contextmanager
def program(
    display: str,
    data: Path,
    *words: str,
    at: Path | None = None,
    changed: Mapping[str, str] | None = None,
) -> Iterator[Program]:
    """The program as long as it is needed; whatever happens, it never shows a traceback.

    ``at`` is the folder it is started in: from one with a package ``game``, that one is run.
    """
    size = "x".join(map(str, SIZE))
    running = Program(display, data, "--window", size, *words, at=at, changed=changed)
    try:
        yield running
    finally:
        running.kill()
    assert "Traceback" not in running.said
