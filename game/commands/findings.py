"""What "check" has found: told to people, listed for a program, or marked on a page of GitHub."""

import json
import os
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path

from game.story.layers import Layers
from game.story.problem import Problem, Severity, explain, printable

SEVERITIES: Sequence[Severity] = ("error", "warning", "advice")
# Whoever reads so many of one kind has seen what it is about.
MOST_ALIKE = 25

_COUNTED = {
    "error": ("error", "errors"),
    "warning": ("warning", "warnings"),
    "advice": ("piece of advice", "pieces of advice"),
}
_COLOURS = {"error": "31", "warning": "33", "advice": "36"}
_NOTICES = {"error": "error", "warning": "warning", "advice": "notice"}


def for_people(
    problems: Sequence[Problem], layers: Layers, most: int = MOST_ALIKE, *, in_colour: bool = False
) -> Iterator[str]:
    """Yield the errors first, then the warnings, then the advice; at last how many there are.

    Of one kind only the first ``most`` are told, and then how many more there are.
    """
    counts = []
    for severity in SEVERITIES:
        group = [problem for problem in problems if problem.severity == severity]
        told, more = _first(group, most)
        yield from _explained(told, layers, in_colour=in_colour)
        for code, count in more.items():
            yield f"... and {count} more like these [{code}]; 'check --all' tells every one.\n"
        if group:
            counts.append(f"{len(group)} {_COUNTED[severity][len(group) > 1]}")
    yield f"{', '.join(counts) or 'No mistakes found'}."


def _first(problems: Iterable[Problem], most: int) -> tuple[list[Problem], dict[str, int]]:
    """Part problems into the first of every kind, and how many are left over of which."""
    counts: Counter[str] = Counter()
    told = []
    for problem in problems:
        counts[problem.code] += 1
        if counts[problem.code] <= most:
            told.append(problem)
    return told, {code: count - most for code, count in counts.items() if count > most}


def _explained(
    problems: Iterable[Problem], layers: Layers, *, in_colour: bool = False
) -> Iterator[str]:
    """Yield each problem with its line; what is wrong in one file comes together."""
    roots = layers.roots()
    for file, group in groupby(problems, lambda problem: problem.mark.file):
        lines = dict(enumerate(layers.lines_of(file, roots), 1))
        for problem in group:
            told = explain(problem, lines.get(problem.mark.line, ""))
            yield (_painted(told, problem) if in_colour else told) + "\n"


def _painted(told: str, problem: Problem) -> str:
    """Set the place in bold, and the word that says how bad it is in its colour."""
    word = f"{problem.severity}:"
    where, _, rest = told.partition(f" {word} ")
    return f"\x1b[1m{where}\x1b[0m \x1b[1;{_COLOURS[problem.severity]}m{word}\x1b[0m {rest}"


def shows_colour() -> bool:
    """Whether what is printed goes to a terminal that knows colours, and colours are wanted."""
    known = os.environ
    # A program without a console has nowhere to print to.
    if sys.stdout is None or not sys.stdout.isatty():
        return False
    if "NO_COLOR" in known or known.get("TERM") == "dumb":
        return False
    return os.name != "nt" or bool(known.keys() & {"WT_SESSION", "ANSICON", "TERM", "ConEmuANSI"})


def for_github(problems: Iterable[Problem], layers: Layers) -> Iterator[str]:
    """Yield a workflow command for each, which GitHub shows at the line of the file.

    The form: https://docs.github.com/actions/reference/workflow-commands-for-github-actions
    """
    roots = layers.roots()
    for problem in problems:
        mark = problem.mark
        where = f"file={_property(_path(mark.file, roots))},line={mark.line},col={mark.column}"
        said = _data(f"{problem.message} {problem.hint}".strip())
        yield f"::{_NOTICES[problem.severity]} {where},title={problem.code}::{said}"


def _path(file: str, roots: dict[str, Path]) -> str:
    """Return a file as seen from the folder one works in: there GitHub looks for it."""
    for label, folder in roots.items():
        if file == label or file.startswith(f"{label}/"):
            path = folder / file.removeprefix(label).lstrip("/")
            working = Path.cwd()
            return (path.relative_to(working) if working in path.parents else path).as_posix()
    return file


def _data(text: str) -> str:
    """A line break would end the command, so GitHub has signs for it."""
    escaped = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return printable(escaped)


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def for_programs(problems: Iterable[Problem], looked_at: object, endings: object = None) -> str:
    """Return JSON: every problem, and what was looked at, or null while there are errors."""
    listed = [
        {
            "file": problem.mark.file,
            "line": problem.mark.line,
            "column": problem.mark.column,
            "severity": problem.severity,
            "code": problem.code,
            "message": problem.message,
            "hint": problem.hint,
        }
        for problem in problems
    ]
    said = {"problems": listed, "looked_at": looked_at}
    if endings is not None:
        said["endings"] = endings
    return json.dumps(said, indent=2, ensure_ascii=False)
