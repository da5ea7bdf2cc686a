"""Tries one group of cases, and writes a line about each: the tests read it.

A process of its own may crash or grow; what it may use is limited by what the system counts.
"""

import json
import os
import shutil
import signal
import sys
import time
import traceback
from collections.abc import Iterator, Mapping
from pathlib import Path

from tests.hostile import case, groups, trial
from tests.hostile.case import Case

# Seconds of the processor for one case, however slow the machine is; bytes of addresses for all.
MOST_SECONDS, MOST_ADDRESSES = 30, 2_000_000_000

Seen = Mapping[str, tuple[int, ...]]


class TooLongError(BaseException):
    """Nothing that a case does may catch it."""


def _ends(_signal: int, _frame: object) -> None:
    raise TooLongError


def _limited() -> None:
    """Where the system counts, that is to say not on Windows."""
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MOST_ADDRESSES, MOST_ADDRESSES))
        signal.signal(signal.SIGPROF, _ends)


def _counting(seconds: float) -> None:
    if sys.platform != "win32":
        signal.setitimer(signal.ITIMER_PROF, seconds)


def _peak() -> int:
    """The most memory that this process ever held, in megabytes.

    Linux counts what the process that began this one had held as its own, but not here.
    """
    if sys.platform == "win32":
        return 0
    status = Path("/proc/self/status")
    if status.exists():
        told = dict(line.split(":", 1) for line in status.read_text("ascii").splitlines())
        return int(told["VmHWM"].split()[0]) // 1_000
    import resource

    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most // (1_000_000 if sys.platform == "darwin" else 1_000)


def _seen(place: Path, pack: Path) -> Seen:
    """Everything that lies about but for the story itself."""
    return dict(_lying(place, {pack, pack.resolve()}))


def _lying(folder: Path, but: set[Path]) -> Iterator[tuple[str, tuple[int, ...]]]:
    for path in sorted(folder.iterdir()):
        if path not in but:
            told = path.lstat()
            yield str(path), (told.st_mode, told.st_size, told.st_mtime_ns)
            if path.is_dir() and not path.is_symlink():
                yield from _lying(path, but)


def _tried(place: Path, one: Case) -> str:
    try:
        pack = case.build(one, place)
    except (OSError, NotImplementedError, AttributeError) as cause:
        return f"cannot be made here: {cause}"
    os.chdir(place / "outside")
    before = _seen(place, pack)
    _counting(MOST_SECONDS)
    try:
        outcome = trial.tried(pack, one)
    except TooLongError:
        return "goes on for too long"
    except BaseException:
        return f"crashes: {traceback.format_exc()}"
    finally:
        _counting(0)
        os.chdir(place.parent)
    return outcome if _seen(place, pack) == before else "writes outside its place"


def main(group: str, folder: Path) -> None:
    with (folder / f"{group}.lines").open("w", encoding="ascii") as told:
        _limited()
        for number, (name, one) in enumerate(groups.of(group).items()):
            told.write(f"{json.dumps(['begins', name])}\n")
            told.flush()
            place = folder / f"{group}-{number}"
            place.mkdir()
            begun = time.process_time()
            outcome = _tried(place, one)
            seconds = round(time.process_time() - begun, 2)
            told.write(f"{json.dumps([outcome, name, _peak(), seconds])}\n")
            told.flush()
            shutil.rmtree(place, ignore_errors=True)


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
