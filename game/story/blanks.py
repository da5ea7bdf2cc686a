"""Spaces that look like ordinary ones and are not: word processors and web pages have them."""

import re
from collections.abc import Sequence

ODD = "\u00a0\u2000-\u200a\u202f\u205f\u3000"
# The two that word processors and web pages write.
COMMON = ("\u00a0", "\u202f")
_ODD = re.compile(f"[{ODD}]")
# Only here do they matter: before what a line begins with, and behind a hyphen or a name.
_BEFORE = re.compile(rf"[ {ODD}]*(?:[-–—•*][ {ODD}]+)*(?:[\w-]+:(?:[ {ODD}]+|$))?")
_MOST = 3


def are_in(text: str) -> bool:
    return _ODD.search(text) is not None


def column(line: str) -> int:
    """Where the first of them stands, from 0; -1 where there is none that matters."""
    found = _ODD.search(line, 0, _end(line))
    return found.start() if found else -1


def mended(line: str, by: str = " ") -> str:
    end = _end(line)
    return _ODD.sub(by, line[:end]) + line[end:]


def _end(line: str) -> int:
    found = _BEFORE.match(line)
    return found.end() if found else 0


def said(line: str, number: int) -> str:
    """The sentence about the line with this number."""
    count = len(_ODD.findall(line, 0, _end(line)))
    what = "stands a non-breaking space" if count < 2 else f"stand {count} non-breaking spaces"
    return f"In line {number} {what} (from a word processor or a web page)."


def hint(line: str, others: Sequence[int] = (), by: str = " ") -> str:
    """What to do, and the numbers of other lines with which the same has to be done."""
    one = len(_ODD.findall(line, 0, _end(line))) < 2
    typed = " and type an ordinary space" if one else " and type ordinary spaces"
    return f"Delete {'it' if one else 'them'}{typed if by else ''}{_also(others)}."


def _also(others: Sequence[int]) -> str:
    if not others:
        return ""
    shown = [str(number) for number in others[:_MOST]]
    if len(others) > _MOST:
        shown.append(f"{len(others) - _MOST} more")
    last = shown.pop()
    return f"; so too in line{'s' * bool(shown)} {', '.join(shown)}{' and ' * bool(shown)}{last}"
