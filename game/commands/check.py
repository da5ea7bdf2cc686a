"""The command "check": every mistake in a story, where it is, and what to write instead."""

import argparse
import json
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path

from game import paths
from game.checks import facts
from game.checks.check import check
from game.checks.facts import Facts
from game.checks.reading import Reading, measure
from game.commands import endings, stories
from game.stage import catalogue
from game.story import collector, lay
from game.story.layers import Layers
from game.story.load import load
from game.story.model import Story
from game.story.problem import Problem, explain

_SEVERITIES = ("error", "warning", "advice")
# Of more chapters than these nobody wants to read every number.
_MOST_CHAPTERS = 20
_COUNTED = {
    "error": ("error", "errors"),
    "warning": ("warning", "warnings"),
    "advice": ("piece of advice", "pieces of advice"),
}


def add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "folder", nargs="*", type=Path,
        help="a folder with a story.yaml, or packs that are to go together (default: here)",
    )  # fmt: skip
    parser.add_argument(
        "--endings", action="store_true", help="name for each ending the choices that lead there"
    )
    parser.add_argument("--json", action="store_true", help="print the same for a program")


def run(arguments: argparse.Namespace) -> int:
    asked: list[Path] = arguments.folder or [stories.here(None)]
    if not all(map(stories.is_story, asked)):
        return 2
    with collector.paused():
        layers = stories.layers(asked[0])
        layers = layers._replace(packs=(*layers.packs, *asked[1:]))
        problems, known = _checked(layers)
        story = known.story if known and arguments.endings else None
        if arguments.json:
            print(_as_json(problems, known, story))
        else:
            print(_as_text(problems, known, layers))
            print(*(endings.told(story) if story else ()), sep="\n", end="\n" if story else "")
    return 1 if any(problem.severity == "error" for problem in problems) else 0


def _checked(layers: Layers) -> tuple[tuple[Problem, ...], Facts | None]:
    read = lay.read(layers)
    if read.story is None or read.left_out:
        left = (problem for pack in read.left_out for problem in pack.problems)
        return read.problems + tuple(left), None
    known = _gathered(read.story, layers)
    found = check(known)
    if layers.packs:
        before = load(layers.folder).story
        theirs = set(check(_gathered(before, layers))) if before else set()
        found = tuple(problem for problem in found if problem not in theirs)
    return read.problems + found, known


def _gathered(story: Story, layers: Layers) -> Facts:
    return facts.gather(story, layers.folder, catalogue.scan(paths.assets()))


def _as_text(problems: Iterable[Problem], known: Facts | None, layers: Layers) -> str:
    """Return the errors first, then the warnings, then the advice; at last what was looked at."""
    lines: list[str] = []
    counts = []
    for severity in _SEVERITIES:
        group = [problem for problem in problems if problem.severity == severity]
        lines += _explained(group, layers)
        if group:
            counts.append(f"{len(group)} {_COUNTED[severity][len(group) > 1]}")
    lines.append(f"{', '.join(counts) or 'No mistakes found'}.")
    if known is None:
        lines.append("The paths are looked at when no error is left.")
    else:
        lines += (_looked_at(known), *_reading(measure(known.story, known.paces)))
    return "\n".join(lines)


def _explained(problems: Iterable[Problem], layers: Layers) -> Iterator[str]:
    """Yield each problem with its line; what is wrong in one file comes together."""
    roots = layers.roots()
    for file, group in groupby(problems, lambda problem: problem.mark.file):
        lines = dict(enumerate(layers.lines_of(file, roots), 1))
        yield from (explain(problem, lines.get(problem.mark.line, "")) + "\n" for problem in group)


def _looked_at(known: Facts) -> str:
    story, found = known.story, known.paths
    numbers = (
        (len(story.chapters), "chapter"),
        (len(story.scenes), "scene"),
        (sum(bool(scene.choices) for scene in story.scenes.values()), "decision"),
        (sum(not scene.choices for scene in story.scenes.values()), "ending"),
    )
    looked = ", ".join(f"{count} {word}{'s' * (count != 1)}" for count, word in numbers)
    if known.walks is None:
        return f"Looked at {looked}, on every path: {found.states} different situations."
    return f"Looked at {looked}; not on every path, but on {known.walks.runs} taken by chance."


def _reading(found: Reading) -> Iterator[str]:
    """Yield how much there is to read."""
    if found.texts:
        shortest, longest = (key(found.texts, key=found.texts.__getitem__) for key in (min, max))
        few, many = found.texts[shortest], found.texts[longest]
        between = f"{few} ('{shortest}') to {many} ('{longest}')" if few < many else f"{few}"
        yield f"Words in the texts of decisions: {between}; 200 to 350 read well."
    minutes = list(found.sittings.values())
    parts = (found.parts(number) for number in range(1, len(found.minutes) + 1))
    each = ", ".join(" + ".join(map(str, part)) for part in parts)
    if len(found.minutes) > _MOST_CHAPTERS:
        each = f"{min(minutes)} to {max(minutes)}"
    yield f"Minutes of reading, chapter by chapter: {each}; 15 to 25 fill a lesson."
    if found.easy:
        yield f"Told in short sentences too: {found.easy} of {len(found.texts)} decisions."


def _as_json(problems: Iterable[Problem], known: Facts | None, asked: Story | None) -> str:
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
    looked_at = None
    if known is not None:
        looked_at = {
            "chapters": len(known.story.chapters),
            "scenes": len(known.story.scenes),
            "decisions": sum(bool(scene.choices) for scene in known.story.scenes.values()),
            "endings": sum(not scene.choices for scene in known.story.scenes.values()),
            "situations": known.paths.states,
            "every_path": known.paths.complete,
            "reading": measure(known.story, known.paces)._asdict(),
        }
    said = {"problems": listed, "looked_at": looked_at}
    if asked is not None:
        said["endings"] = endings.as_json(asked)
    return json.dumps(said, indent=2, ensure_ascii=False)
