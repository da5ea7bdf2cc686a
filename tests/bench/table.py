"""What is printed: one line for each number, with the goal beside it."""

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median
from tempfile import gettempdir
from typing import NamedTuple

# Programs are measured as they are from the second start on: compiled, wherever they lie.
COMPILED = {
    "PYTHONDONTWRITEBYTECODE": "",
    "PYTHONPYCACHEPREFIX": str(Path(gettempdir()) / "power-struggle-bench"),
}


class Row(NamedTuple):
    """A number as measured, and the goal it is held to; "" where there is none."""

    what: str
    found: str
    goal: str = ""


def of(what: str, values: Sequence[float], unit: str, goal: str = "", digits: int = 1) -> Row:
    """The median, with the least and the most beside it where there are several."""
    found = f"{median(values):,.{digits}f} {unit}"
    if len(values) > 1:
        found += f"  ({min(values):,.{digits}f} to {max(values):,.{digits}f})"
    return Row(what, found, goal)


def told(row: Row) -> str:
    return f"{row.what:<52}{row.found:<38}{row.goal}"


def busy() -> str:
    """How much else the machine has to do; above 0.5 or so times tell little."""
    return f"{os.getloadavg()[0]:.1f} processes want one of {os.cpu_count()} processors"


def repeated(times: int, measure: Callable[[], float]) -> list[float]:
    """The first time, which warms up, is not counted."""
    measure()
    return [measure() for _ in range(times)]
