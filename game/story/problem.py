"""Where something stands in a story, what is wrong there, and how that reads."""

import re
from collections.abc import Iterable
from difflib import get_close_matches
from typing import Literal, NamedTuple, Self

Severity = Literal["error", "warning", "advice"]

# Longer than any sentence of ours; what makes one longer is what somebody wrote.
_MOST_LETTERS, _SHOWN = 600, 60
_LONG_WORD = re.compile(r"[^\s'\"]{80,}")


class Mark(NamedTuple):
    """A place in a story's files; lines and columns count from 1."""

    file: str
    line: int = 1
    column: int = 1


class _Problem(NamedTuple):
    mark: Mark
    code: str
    message: str
    hint: str = ""
    severity: Severity = "error"


class Problem(_Problem):
    """One thing wrong in a story: where, what, and what to write instead, whatever was written."""

    __slots__ = ()

    def __new__(
        cls, mark: Mark, code: str, message: str, hint: str = "", severity: Severity = "error"
    ) -> Self:
        return super().__new__(cls, mark, code, _brief(message), _brief(hint), severity)


def _brief(sentence: str) -> str:
    """Shorten words and sentences that nobody would read to their end."""
    if len(sentence) <= _MOST_LETTERS:
        return sentence
    cut = _LONG_WORD.sub(lambda word: f"{word[0][:_SHOWN]}…", sentence)
    return cut if len(cut) <= _MOST_LETTERS else f"{cut[:_MOST_LETTERS]}…"


def nearest(word: str, known: Iterable[str]) -> str:
    """Return "Did you mean 'this'?" where a known name is near, else an empty text."""
    names = list(known)
    lowered = {name.lower().replace("_", "-"): name for name in names}
    close = get_close_matches(word.lower().replace("_", "-"), lowered, n=1, cutoff=0.6)
    return f"Did you mean '{lowered[close[0]]}'?" if close else ""


def printable(text: str) -> str:
    """Return text with unprintable letters taken out: a message must not steer a terminal."""
    if text.isprintable():
        return text
    return "".join(letter if letter.isprintable() else "�" for letter in text)


def explain(problem: Problem, line: str = "") -> str:
    """Return the problem as lines of text: place and sentence, the line itself, what to write."""
    mark = problem.mark
    where = f"{printable(mark.file)}:{mark.line}:{mark.column}"
    lines = [f"{where}: {problem.severity}: {printable(problem.message)} [{problem.code}]"]
    shown = line.rstrip("\n").replace("\t", " ")
    if shown.strip() and len(shown) <= 200:
        lines += [f"    {printable(shown)}", "    " + " " * (mark.column - 1) + "^"]
    if problem.hint:
        lines.append(f"    {printable(problem.hint)}")
    return "\n".join(lines)
