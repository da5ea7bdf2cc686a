"""Hearing what is typed in a terminal, or comes from a file or a pipe."""

import getpass
import sys
from collections.abc import Callable

from game.lab.lab import Lab
from game.terminal import numbers, sheet, words, words_school

Hear = Callable[[str], str | None]
# A terminal that was closed says so again and again; somebody who plays does it once or twice.
_MOST = 20


def forgive() -> None:
    """Take bytes that are no text as question marks: they must not end the game."""
    reconfigure: Callable[..., None] | None = getattr(sys.stdin, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(errors="replace")


def of(lab: Lab) -> Hear:
    """Return the way to hear a line; on a kiosk Ctrl-C and Ctrl-D end nothing."""
    return _stubborn if lab.kiosk.is_on and sys.stdin.isatty() else hear


def hear(prompt: str) -> str | None:
    """Ask for a line. Where it comes from a file it is shown, as if it had been typed."""
    try:
        line = input(prompt)
    except EOFError:
        print()
        return None
    if not sys.stdin.isatty():
        print(sheet.clean(line))
    print()
    return line


def unseen(prompt: str) -> str | None:
    """Ask for what nobody is to see."""
    if not sys.stdin.isatty():
        return hear(prompt)
    try:
        return getpass.getpass(prompt)
    except (EOFError, KeyboardInterrupt):
        print()
        return ""


def seat(ask: Hear, most: int) -> str | None:
    """Return the seat that is typed, "" where there are none; None at the end of all input."""
    if not most:
        return ""
    while (line := ask(words_school.seats(most))) is not None:
        number = numbers.picked(line, most)
        if number is not None:
            return str(number + 1)
        print(f"{words.choose_from(most)}\n")
    return None


def _stubborn(prompt: str) -> str | None:
    for _ in range(_MOST):
        try:
            line = hear(prompt)
        except KeyboardInterrupt:
            print()
            continue
        if line is not None:
            return line
    return None
