"""Where something stands in a story, and what is wrong there."""

from typing import Literal, NamedTuple

Severity = Literal["error", "warning", "advice"]


class Mark(NamedTuple):
    """A place in a story's files; lines and columns count from 1."""

    file: str
    line: int = 1
    column: int = 1


class Problem(NamedTuple):
    """One thing wrong in a story: where, what, and what to write instead."""

    mark: Mark
    code: str
    message: str
    hint: str = ""
    severity: Severity = "error"
