"""What the window costs: starting, waiting, turning; on a screen of its own, without a card."""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from game.play.playthrough import begin
from tests import xvfb
from tests.bench import table
from tests.bench.stories import shipped
from tests.bench.table import Row
from tests.xvfb import Program, program, until

_IDLE = 20.0
_SIZE = ("--window", "1280x720")


def _environment(display: str, place: Path) -> Mapping[str, str]:
    driver = {"DISPLAY": display, "SDL_VIDEODRIVER": "x11"} if display else {}
    return {
        **os.environ,
        "SDL_VIDEODRIVER": "dummy",
        "SDL_AUDIODRIVER": "dummy",
        "POWER_STRUGGLE_CACHE": str(place / "cache"),
        **table.COMPILED,
        **driver,
    }


class Started(NamedTuple):
    """From the start of the process to its first frame, in seconds; to the first with a picture,
    and to the first with the picture as it is composed.
    """

    first: float
    first_processor: float
    pictured: float
    pictured_processor: float
    composed: float
    composed_processor: float


def _started(display: str, place: Path) -> Started:
    words = ("play", "--data", str(place / "data"), *_SIZE)
    module = (sys.executable, "-m", "tests.bench.first_frame")
    environment = _environment(display, place)
    done = subprocess.run(
        [*module, str(time.monotonic()), *words],
        env=environment,
        stdout=subprocess.PIPE,
        check=True,
    )
    return Started(*map(float, done.stdout.split()[-6:]))


def starting() -> Iterator[Row]:
    with xvfb.screen() as number, tempfile.TemporaryDirectory() as place:
        for name, display, goal in (("a window", number, "270 ms"), ("no screen", "", "")):
            runs = [_started(display, Path(place)) for _ in range(10)][1:]
            yield from _rows(f"start to first frame, {name}", runs, goal)
        fresh = [_fresh(number) for _ in range(6)][1:]
        yield from _rows("start to first frame, on a new machine", fresh, "270 ms")


def _fresh(display: str) -> Started:
    """Where no picture was ever composed."""
    with tempfile.TemporaryDirectory() as place:
        return _started(display, Path(place))


def _rows(what: str, runs: Sequence[Started], goal: str) -> Iterator[Row]:
    columns = [[value * 1000 for value in column] for column in zip(*runs, strict=True)]
    names = (what, "  ... with a picture", "  ... with its picture as composed")
    for name, wall, used in zip(names, columns[::2], columns[1::2], strict=True):
        yield table.of(name, wall, "ms", goal, 0)
        yield table.of("  ... of processor", used, "ms", goal, 0)
        goal = ""


def _processor(process: int) -> float:
    """Seconds of processor so far; the kernel's other count knows only hundredths."""
    tasks = Path(f"/proc/{process}/task").glob("*/schedstat")
    return sum(int(task.read_text().split()[0]) for task in tasks) / 1e9


def _memory(process: int) -> float:
    with Path(f"/proc/{process}/status").open() as lines:
        found = dict(line.split(":", 1) for line in lines)
    return int(found["VmRSS"].split()[0]) / 1024


def _rested(real: Program) -> None:
    """Wait until it has used no processor for two seconds."""
    used = [-1.0]

    def is_still() -> bool:
        time.sleep(2)
        used.append(_processor(real.process.pid))
        return used[-1] - used[-2] < 0.02

    until(is_still, "a program at rest")


def waiting() -> Iterator[Row]:
    """A choice that waits, with its picture, after a chapter's worth of scenes."""
    words = ("--scene", _with_choice())
    with (
        xvfb.screen() as display,
        tempfile.TemporaryDirectory() as place,
        program(display, Path(place) / "data", *words, changed=table.COMPILED) as real,
    ):
        real.press("Next", "Next", "Next", "Next", "Next", "Next")
        _rested(real)
        yield table.of("memory at a choice", [_memory(real.process.pid)], "MB", "106 MB", 0)
        start, used = time.monotonic(), _processor(real.process.pid)
        time.sleep(_IDLE)
        share = (_processor(real.process.pid) - used) / (time.monotonic() - start)
        yield table.of("processor while it waits", [share * 100], "% of a core", "0.5 %", 2)
        yield from _after(real)


def _after(real: Program) -> Iterator[Row]:
    """The same once thirty pages have been turned."""
    for _ in range(30):
        real.press("1", "Return", "Next", "Next", "Return")
        time.sleep(0.3)
    _rested(real)
    yield table.of("memory after some scenes", [_memory(real.process.pid)], "MB", "", 0)


def _with_choice() -> str:
    """A scene with a choice, a picture and a record."""
    story = shipped()
    scenes = (begin(story, name).scene for name in story.scenes)
    return next(scene.id for scene in scenes if scene.history and len(scene.choices) > 2)


def turning() -> Iterator[Row]:
    with xvfb.screen() as display, tempfile.TemporaryDirectory() as place:
        done = subprocess.run(
            [sys.executable, "-m", "tests.bench.keys", _with_choice(), "60"],
            env=_environment(display, Path(place)),
            stdout=subprocess.PIPE,
            text=True,
            check=True,
        )
    lines = [line.split() for line in done.stdout.splitlines() if line[:4] in ("page", "scen")]
    pages = [float(line[1]) for line in lines]
    scenes = [float(line[2]) for line in lines if line[0] == "scene"]
    yield table.of("key to changed picture", pages, "ms", "20 ms")
    yield table.of("  ... to the next scene with its own picture", scenes, "ms", "20 ms")
