"""What motion costs: ``python -m tests.bench.motion`` plays on a screen of its own and prints it.

For every motion: frames a second, the processor time of one frame, and the share of one core that
the program takes meanwhile. The X server's own work is not counted.
"""

import math
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import pygame

from game import paths
from game.ui import play, window
from game.ui.app import App

SIZES = ("1280x720", "1920x1080")
# A room with dust, and a winter with two sheets of snow before a crowd.
SCENES = ("when", "joffes-grave")
_SECONDS = 3.0


class Frame(NamedTuple):
    """What one frame took: by the clock, of the processor, and until the next one began."""

    wall: float
    processor: float
    whole: float


def told(frames: Sequence[Frame]) -> str:
    """The slowest frame is that of which one in twenty is slower."""
    count = max(1, len(frames))
    whole = sum(frame.whole for frame in frames) or 1.0
    processor = sum(frame.processor for frame in frames)
    walls = sorted(frame.wall for frame in frames) or [0.0]
    return (
        f"{count / whole:6.1f} frames/s {processor / count * 1000:7.2f} ms/frame"
        f" {walls[len(walls) * 19 // 20] * 1000:7.2f} ms at worst"
        f" {processor / whole * 100:6.1f} % of a core"
    )


@contextmanager
def screen() -> Iterator[str]:
    """An X server large enough for every window."""
    reads, writes = os.pipe()
    size = ("-screen", "0", "2200x1300x24", "-nolisten", "tcp")
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writes), *size], pass_fds=(writes,), stderr=subprocess.DEVNULL
    )
    os.close(writes)
    try:
        with os.fdopen(reads) as told:
            yield f":{told.readline().strip()}"
    finally:
        server.terminate()
        server.wait()


def memory() -> str:
    with Path("/proc/self/status").open() as lines:
        found = dict(line.split(":", 1) for line in lines)
    now, most = (int(found[name].split()[0]) // 1024 for name in ("VmRSS", "VmHWM"))
    return f"{now} MB, {most} MB at most"


def measure(scene: str, size: str) -> None:
    """Open the program on a scene and try every motion in it."""
    window.start()
    with tempfile.TemporaryDirectory() as data:
        os.environ["POWER_STRUGGLE_CACHE"] = str(Path(data) / "cache")
        app = play.opened(play.Wishes(paths.story(), Path(data), scene, size, is_full=False))
        stage = Stage(app)
        stage.settle()
        print(f"{size}  {scene}  {memory()}")
        stage.tell("sheets follow the mouse", stage.follow)
        stage.tell("weather alone", lambda: stage.play(2.0))
        stage.rest()
        stage.tell("a page is turned", lambda: stage.press(app.view.forward))
        stage.tell("a book is laid", lambda: stage.press("journal"))
        stage.tell("a book is taken away", lambda: stage.press(app.view.escape))
        print(f"  {memory()}")
        app.close()


class Stage:
    """The program without its own loop, so that every frame can be measured."""

    def __init__(self, app: App) -> None:
        self.app = app
        self._clock = pygame.time.Clock()
        self._frames: list[Frame] = []

    def settle(self) -> None:
        """Wait until the picture has come and its sheets are cut."""
        self.app.draw()
        self.app.gallery.wait()
        self.app.draw()
        self.app.glass.wait()
        self.play(1.0)

    def tell(self, name: str, act: Callable[[], None]) -> None:
        """Print what it costs to do something, as long as anything moves."""
        self._frames = []
        act()
        print(f"  {name:26}{told(self._frames)}")

    def play(self, seconds: float, each: Callable[[float], None] = lambda _: None) -> None:
        """Go through the loop for a while, as the program itself does."""
        begun = time.monotonic()
        while (gone := time.monotonic() - begun) < seconds:
            each(gone)
            start, processor = time.perf_counter(), time.process_time()
            for event in pygame.event.get():
                self.app.handle(event)
            is_drawn = self.app.frame()
            wall, spent = time.perf_counter() - start, time.process_time() - processor
            self._clock.tick(self.app.glass.frames)
            if is_drawn:
                self._frames.append(Frame(wall, spent, time.perf_counter() - start))

    def follow(self) -> None:
        """The mouse wanders round the whole window, once in four seconds."""
        width, height = self.app.glass.frame.get_size()

        def wander(gone: float) -> None:
            x, y = math.sin(gone * math.tau / 4), math.cos(gone * math.tau / 4)
            self.app.glass.look(round((x + 1) * width / 2), round((y + 1) * height / 2))

        self.play(_SECONDS, wander)

    def rest(self) -> None:
        """Wait as the program does, once nothing moves and what comes next has been made."""
        for _ in range(20):
            self.play(0.5)
            self.app.glass.look_ahead(self.app.reading)
        self.app.gallery.wait()
        wall, processor = time.perf_counter(), time.process_time()
        pygame.time.set_timer(pygame.USEREVENT, 5000, loops=1)
        self.app.events()
        share = (time.process_time() - processor) / (time.perf_counter() - wall)
        print(f"  {'at rest':26}{share * 100:6.2f} % of a core")

    def press(self, key: str) -> None:
        self.app.glass.wake()
        self.app.press(key)
        self.play(0.6)


def main() -> None:
    if len(sys.argv) > 2:
        measure(*sys.argv[1:3])
        return
    with screen() as display:
        environment = {**os.environ, "DISPLAY": display, "SDL_VIDEODRIVER": "x11"}
        for size in SIZES:
            for scene in SCENES:
                command = [sys.executable, "-m", "tests.bench.motion", scene, size]
                subprocess.run(command, env=environment, check=True)


if __name__ == "__main__":
    main()
