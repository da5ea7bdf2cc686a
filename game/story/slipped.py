"""The lines round a slip, what they begin with, and what is to be said of one that was meant."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

CANNOT = "This cannot be read: "
# Nobody writes longer lines, and patterns are slow on them.
LONGEST = 2_000
_KEY = re.compile(r"(?P<dash>(?:- +)*)(?P<name>[\w-]+):(?:\s|$)")


class Meant(NamedTuple):
    """Where the slip is (counted from 0), what to say, and the lines as they should be.

    Where nobody can say how they should be there are none.
    """

    line: int
    column: int
    said: str
    hint: str
    lines: tuple[str, ...]


class Place(NamedTuple):
    """Where the parser stopped."""

    lines: Sequence[str]
    line: int
    column: int

    @property
    def text(self) -> str:
        return self.lines[self.line]

    def with_line(self, at: int, text: str) -> tuple[str, ...]:
        return (*self.lines[:at], text, *self.lines[at + 1 :])

    def above(self) -> Iterator[int]:
        """The lines above that have something in them, from the nearest on."""
        return (at for at in range(self.line - 1, -1, -1) if is_told(self.lines[at]))


class Beginning(NamedTuple):
    """The columns of the dash and of the name that a line begins with, or -1, and the name."""

    dash: int
    key: int
    name: str

    def of(self, other: "Beginning") -> int:
        """The column that is to be the same where another line goes with this one."""
        return self.dash if other.dash >= 0 else self.key

    @property
    def shown(self) -> str:
        return f"'{self.name}'" if self.name else "'-'"


def beginning(line: str) -> Beginning:
    at = indent(line)
    found = _KEY.match(line[at:])
    dash = at if line.startswith(("- ", "-\n"), at) or line[at:] == "-" else -1
    return (
        Beginning(dash, at + len(found["dash"]), found["name"])
        if found
        else (Beginning(dash, -1, ""))
    )


def is_field(line: str) -> bool:
    """Whether a line is one of a list, or begins with a name and a colon."""
    found = beginning(line)
    return found.dash >= 0 or found.key >= 0


def is_told(line: str) -> bool:
    """Whether there is anything in a line but a note."""
    return bool(line.strip()) and not line.lstrip().startswith("#")


def indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def spaces(count: int) -> str:
    return "no spaces" if not count else "1 space" if count == 1 else f"{count} spaces"
