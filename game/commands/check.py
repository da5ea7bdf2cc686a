"""The command "check": every mistake in a story, where it is, and what to write instead."""

import argparse
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from game import paths
from game.author import named
from game.author.ids import Refused
from game.checks import facts
from game.checks.check import check
from game.checks.facts import Facts
from game.checks.reading import Reading, measure
from game.commands import endings, findings, stories
from game.play.explorer import Share
from game.stage import catalogue
from game.story import collector, lay, misnamed
from game.story.layers import Layers
from game.story.load import load
from game.story.model import Story
from game.story.problem import Problem

# Of more chapters than these nobody wants to read every number.
_MOST_CHAPTERS = 20


def add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "folder", nargs="*", type=Path,
        help="a folder with a story.yaml (default: here), packs that are to go together, or the "
        "name of a scene or a chapter of the story that you stand in",
    )  # fmt: skip
    parser.add_argument(
        "--endings", action="store_true", help="name for each ending the choices that lead there"
    )
    parser.add_argument(
        "--all", action="store_true",
        help=f"tell every finding, not the first {findings.MOST_ALIKE} of a kind only",
    )  # fmt: skip
    forms = parser.add_mutually_exclusive_group()
    forms.add_argument("--json", action="store_true", help="print the same for a program")
    forms.add_argument("--github", action="store_true", help="print what GitHub shows at the lines")
    parser.epilog = "Exit code: 0 without errors, 1 with errors, 2 where no such story is found."


def run(arguments: argparse.Namespace) -> int:
    asked: list[Path] = arguments.folder or [stories.here(None)]
    only = _only(asked)
    asked = [stories.here(None)] if only else asked
    if not all(map(stories.is_story, asked)):
        return 2
    with collector.paused():
        layers = stories.layers(asked[0])
        layers = layers._replace(packs=(*layers.packs, *asked[1:]))
        problems, known = _checked(layers)
        shown = [problem for problem in problems if only in f"/{problem.mark.file}"]
        for line in _told(shown, known, layers, arguments):
            print(line)
        others = len(problems) - len(shown)
        if others and not (arguments.json or arguments.github):
            print(f"{others} more in other files: power-struggle check")
    return 1 if any(problem.severity == "error" for problem in problems) else 0


def _only(asked: Sequence[Path]) -> str:
    """The part of the names of files that is looked at, where no folder but a scene is named."""
    if len(asked) != 1 or asked[0].exists():
        return ""
    try:
        book = stories.book(stories.here(None))
    except Refused:
        return ""
    said = str(asked[0])
    scene = named.scene(book, said)
    if scene:
        return f"/{book.known[scene].chapter}/{scene}.yaml"
    for path in book.folder.glob("*/*"):
        if misnamed.ending(path.name) and said in (path.name, misnamed.stem(path.name)):
            return f"/{path.parent.name}/{path.name}"
    chapter = named.chapter(book, said)
    return f"/{chapter}/" if chapter else ""


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
        found = tuple(each for each in found if each not in theirs and _mends(each, layers))
    return read.problems + found, known


def _mends(problem: Problem, layers: Layers) -> bool:
    """Whether a pack's author can follow it: advice about a file of the story that the pack is for
    would have the story speak of what is only in the pack.
    """
    _, *labels = layers.roots()
    own = tuple(f"{label}/" for label in labels)
    return problem.severity != "advice" or problem.mark.file.startswith(own)


def _gathered(story: Story, layers: Layers) -> Facts:
    return facts.gather(story, layers.folder, catalogue.scan(paths.assets()))


def _told(
    problems: Sequence[Problem], known: Facts | None, layers: Layers, asked: argparse.Namespace
) -> Iterator[str]:
    story = known.story if known and asked.endings else None
    if asked.json:
        ways = endings.as_json(story) if story else None
        yield findings.for_programs(problems, _as_values(known) if known else None, ways)
    elif asked.github:
        yield from findings.for_github(problems, layers)
    else:
        most = len(problems) if asked.all else findings.MOST_ALIKE
        colour = findings.shows_colour()
        yield from findings.for_people(problems, layers, most, in_colour=colour)
        yield from _looked_at(known)
        yield from endings.told(story) if story else ()


def _looked_at(known: Facts | None) -> Iterator[str]:
    if known is None:
        yield "The paths are looked at when no error is left."
        return
    yield _paths(known)
    if known.walks is None:
        yield from _shares(known.paths.shares)
    yield from _reading(measure(known.story, known.paces))


def _paths(known: Facts) -> str:
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


def _shares(shares: Mapping[tuple[str, str], Share]) -> Iterator[str]:
    """Yield how often choices are open, and which is open least often."""
    some = {name: each for name, each in shares.items() if 0 < each.open < each.situations}
    if not some:
        return
    (scene, choice), rarest = min(some.items(), key=lambda item: item[1].open / item[1].situations)
    always = sum(each.open == each.situations for each in shares.values())
    yield (
        f"Of {len(shares)} choices {always} are open to whoever comes to them, {len(some)} to some;"
        f" '{choice}' of '{scene}' least often, in {rarest.open} of {rarest.situations} situations."
    )


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


def _as_values(known: Facts) -> dict[str, object]:
    """Return what was looked at, as JSON has it."""
    story, found = known.story, known.paths
    return {
        "chapters": len(story.chapters),
        "scenes": len(story.scenes),
        "decisions": sum(bool(scene.choices) for scene in story.scenes.values()),
        "endings": sum(not scene.choices for scene in story.scenes.values()),
        "situations": found.states,
        "every_path": found.complete,
        "choices": [
            {"scene": scene, "choice": choice, **share._asdict()}
            for (scene, choice), share in found.shares.items()
        ],
        "reading": measure(story, known.paces)._asdict(),
    }
