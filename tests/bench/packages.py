"""``python -m tests.bench.packages FOLDER``: how large the packages are, and how fast they start.

FOLDER is where ``python -m game.packaging`` left them. Measured is the time from the start of the
process until something can be seen in the window, the median of five starts after a first one. What
Wine says of the package for Windows is no figure of Windows. It needs xwd, of Debian's x11-apps.
"""

import os
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from statistics import median

from game.packaging import parcels
from tests import packages, wine, xvfb
from tests.bench import table
from tests.bench.table import Row
from tests.packages import Packaged
from tests.xvfb import until

_STARTS = 5
# What others need, as it was measured on this kind of machine: Ren'Py from its own distribution,
# and a trial game of a hundred lines that was packed alike.
_SIZE, _START = "Ren'Py 61 to 66 MB, a trial game 13 to 17 MB", "Ren'Py 0.54 s"
_TRIAL = {"Linux": "a trial game 0.21 to 0.25 s", "Windows": "a trial game 0.79 to 0.88 s"}
_UNPACKED = {"Linux": "a trial game 41 MB", "Windows": "a trial game 33 MB in 456 files"}
_HEADER = 4_096


def main(folder: Path) -> int:
    print(table.busy())
    for path in sorted(folder.iterdir()):
        if path.suffix in (".gz", ".deb", ".zip", ".exe", ".msi"):
            size = f"{path.stat().st_size / 1e6:.1f} MB"
            print(table.told(Row(path.name, size, f"40 MB; {_SIZE}")))
    with xvfb.screen() as display, packages.place() as place:
        for row in (*_linux(folder, place, display), *_windows(folder, place, display)):
            print(table.told(row))
    print(table.busy())
    return 0


def _linux(folder: Path, place: Path, display: str) -> Iterator[Row]:
    program = packages.unpacked(_one(folder, "*.tar.gz"), place)
    yield Row("unpacked, Linux", parcels.size(program), _UNPACKED["Linux"])
    environment = {"DISPLAY": display, "HOME": str(place)}
    seconds = _starts((program / "power-struggle",), place, environment)
    yield Row("start to first picture, Linux", seconds, f"{_START}, {_TRIAL['Linux']}")


def _windows(folder: Path, place: Path, display: str) -> Iterator[Row]:
    what = "start to first picture, Windows under Wine"
    if wine.MISSING:
        yield Row(what, "not measured: no Wine here")
        return
    with wine.windows(place, display) as windows:
        program = packages.unpacked(_one(folder, "*.zip"), windows.disk)
        yield Row("unpacked, Windows", parcels.size(program), _UNPACKED["Windows"])
        command = (wine.WINE, program / "PowerStruggle.exe", "--data", r"C:\games")
        seconds = _starts(command, place, windows.environment)
        yield Row(what, seconds, f"no figure of Windows; {_TRIAL['Windows']}")


def _one(folder: Path, pattern: str) -> Path:
    return sorted(folder.glob(pattern))[-1]


def _starts(command: Sequence[str | Path], place: Path, environment: Mapping[str, str]) -> str:
    seconds = [_start(command, place, environment) for _ in range(_STARTS + 1)]
    return f"{median(seconds[1:]):.2f} s, the first {seconds[0]:.2f} s"


def _start(command: Sequence[str | Path], place: Path, environment: Mapping[str, str]) -> float:
    began = time.monotonic()
    real = Packaged(command, place / "bench", environment, root=True)
    try:
        window = until(lambda: _window(real), "the window")
        until(lambda: _is_painted(window, environment), "something in the window")
        return time.monotonic() - began
    finally:
        real.kill()
        with suppress(OSError):
            (place / "bench.stderr").unlink()


def _window(real: Packaged) -> str:
    return real.hands("search", "--onlyvisible", "--class", "power-?struggle").split("\n")[0]


def _is_painted(window: str, environment: Mapping[str, str]) -> bool:
    """Whether the middle of the picture that the screen holds is no longer black."""
    words = ["xwd", "-silent", "-id", window]
    words_environment = {"DISPLAY": environment["DISPLAY"], "PATH": os.environ["PATH"]}
    shot = subprocess.run(words, env=words_environment, capture_output=True, check=False).stdout
    return len(shot) > _HEADER and any(shot[len(shot) // 2 : len(shot) // 2 + _HEADER])


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
