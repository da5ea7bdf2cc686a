"""A short record of what the program met with, for technicians; nobody is named in it.

It never grows beyond two small files, and where it cannot be written it is done without.
"""

import contextlib
import re
import sys
import traceback
from datetime import datetime
from pathlib import Path

from game import paths
from game.lab import variables

FILE, BEFORE = "log.txt", "log-before.txt"
LARGEST = 100_000


def place() -> Path:
    return paths.data() / FILE


def note(text: str) -> None:
    """Write a line down, with the time and without names."""
    path = place()
    # A clock that the system cannot make sense of is no reason to stop.
    with contextlib.suppress(OSError, OverflowError, ValueError):
        when = datetime.now().astimezone().isoformat(" ", "seconds")
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.exists() and path.stat().st_size > LARGEST:
            path.replace(path.with_name(BEFORE))
        with path.open("a", encoding="utf-8", errors="replace", newline="\n") as file:
            file.write(f"{when} {nameless(text)}\n")


def crash(cause: BaseException) -> str:
    """Write down where the program broke, and return a sentence that says so."""
    note("broke:\n" + "".join(traceback.format_exception(cause)).rstrip())
    return (
        f"The program met with a mistake of its own ({type(cause).__name__}) and had to stop. "
        f"Your game was kept at the last decision. What happened stands in {place()}; "
        "please send it to whoever gave you the program."
    )


def tell(sentence: str) -> None:
    """Say something where it is seen: in the terminal, or in a box where there is none."""
    if sys.stderr is not None:
        sys.stderr.write(sentence + "\n")
    elif sys.platform == "win32":
        import ctypes  # noqa: PLC0415 - only Windows has this library

        ctypes.windll.user32.MessageBoxW(None, sentence, "The Power Struggle", 0x10)


def nameless(text: str) -> str:
    """The text without the names of who is here, of the computer and of the home folder."""
    text = text.replace(str(paths.home()), "~")
    for name, instead in ((variables.user(), "(user)"), (variables.computer(), "(computer)")):
        if name:
            text = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", instead, text)
    return text
