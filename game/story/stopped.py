"""Where the parser stopped: what is to be said there, and what was meant."""

import itertools
from collections.abc import Callable
from typing import NamedTuple

from game.story import glance, misread, slips
from game.story.problem import Mark, Problem
from game.story.slipped import Meant

_MOST_GUESSES = 12
_MOST_LETTERS = 400_000


class Spot(NamedTuple):
    """A letter, its line and its column, each from 0."""

    letter: int
    line: int
    column: int


class Stop(NamedTuple):
    """What the parser says, where it stopped, and where what it could not read began."""

    said: str
    place: Spot | None
    began: Spot | None

    @property
    def line(self) -> int:
        return self.place.line if self.place else 0


# Reads a text to its end, or says where that was not possible.
Reads = Callable[[str], Stop | None]


def told(stop: Stop, text: str, file: str, reads: Reads) -> tuple[Problem, str]:
    """Return what to say, and the text as it was meant where that is clear."""
    heard = stop.said
    found = slips.slip(heard)
    place, at = stop.place, stop.began if found.opened and stop.began else stop.place
    if place is not None and text[place.letter : place.letter + 1] == "\t":
        heard, found, at = misread.TAB, slips.TAB, place
    elif meant := _glanced(stop, text, reads):
        mark = Mark(file, meant.line + 1, meant.column + 1)
        return Problem(mark, "yaml", meant.said, meant.hint), "\n".join(meant.lines)
    # Between brackets the parser stops where the slip is; the bracket itself may be closed.
    is_closed = found.heard == misread.BRACKET and place and at and place.line == at.line
    look = place if is_closed else at
    meant = misread.meant(heard, text, look.line, look.column) if look else None
    if meant is not None:
        mark = Mark(file, meant.line + 1, meant.column + 1)
        return Problem(mark, found.code, meant.said, meant.hint), "\n".join(meant.lines)
    mark = Mark(file, at.line + 1, at.column + 1) if at else Mark(file)
    return Problem(mark, found.code, found.said, found.hint), ""


def _glanced(stop: Stop, text: str, reads: Reads) -> Meant | None:
    """What shows in the lines alone, if the parser gets on otherwise when that is mended."""
    most = min(_MOST_GUESSES, 1 + _MOST_LETTERS // (len(text) + 1))
    for meant in itertools.islice(glance.guesses(text, stop.line), most):
        other = reads("\n".join(meant.lines))
        if other is None or (other.said, other.line) != (stop.said, stop.line):
            return meant
    return None


def odd_spaces(text: str, file: str, reads: Reads) -> tuple[Problem, str] | None:
    """What to say of spaces that made a name another one, and the text without them."""
    lines = text.replace("\r\n", "\n").split("\n")
    spaced, without = glance.odd_spaces(lines), glance.odd_spaces(lines, "")
    if spaced is None or without is None:
        return None
    # At the edge of a file no space may stand at all.
    is_at_edge = reads("\n".join(spaced.lines)) and not reads("\n".join(without.lines))
    meant = without if is_at_edge else spaced
    mark = Mark(file, meant.line + 1, meant.column + 1)
    return Problem(mark, "yaml", meant.said, meant.hint), "\n".join(meant.lines)


def signed(problem: Problem, text: str) -> str:
    """The text with quotation marks round what begins with an asterisk, if it does."""
    if problem.code != "anchor" or not _begins_with(text, problem.mark, "*"):
        return ""
    meant = misread.meant("directive name", text, problem.mark.line - 1, problem.mark.column - 1)
    return "\n".join(meant.lines) if meant else ""


def _begins_with(text: str, mark: Mark, letter: str) -> bool:
    line = text.split("\n")[mark.line - 1] if mark.line <= text.count("\n") + 1 else ""
    return line.startswith(letter, mark.column - 1)
