"""``power-struggle simulate``: many playthroughs by chance, and what they never reached."""

import argparse
import json
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from game.commands import endings, stories
from game.play.explorer import Exploration, explore
from game.play.walks import Walks, walk
from game.story.model import Story

_MOST_RUNS = 10_000_000


def add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "folder", nargs="?", type=Path, help="a folder with a story.yaml (default: the story here)"
    )
    parser.add_argument("--runs", type=_runs, default=1000, help="how many (default: 1000)")
    parser.add_argument("--seed", type=int, default=1, help="the same seed plays the same games")
    parser.add_argument(
        "--choices", action="store_true", help="say of every choice how often it was taken"
    )
    parser.add_argument("--json", action="store_true", help="print the same for a program")


def run(arguments: argparse.Namespace) -> int:
    story = stories.opened(stories.here(arguments.folder))
    if isinstance(story, int):
        return story
    began = time.perf_counter()
    walks = walk(story, arguments.runs, arguments.seed)
    seconds = time.perf_counter() - began
    tossed = walk(story, arguments.runs, arguments.seed, is_even=False)
    report = Report(story, walks, tossed, seconds)
    if arguments.json:
        print(json.dumps(_as_json(report), indent=2))
    else:
        print(*_as_text(report, lists_choices=arguments.choices), sep="\n")
    return 0 if report.is_whole else 1


@dataclass(frozen=True, slots=True)
class Report:
    """``tossed`` are the walks of players who toss a coin at every decision."""

    story: Story
    walks: Walks
    tossed: Walks
    seconds: float

    @property
    def per_second(self) -> int:
        return round(self.walks.made / self.seconds) if self.seconds else 0

    @property
    def scenes(self) -> list[str]:
        """The scenes that were never reached, endings left out."""
        return [
            name
            for name, times in self.walks.scenes.items()
            if not times and name not in self.walks.endings
        ]

    @property
    def endings(self) -> list[str]:
        return [name for name, times in self.walks.endings.items() if not times]

    @property
    def choices(self) -> list[tuple[str, str]]:
        """The choices never taken in scenes that were reached."""
        choices = self.walks.choices.items()
        return [where for where, times in choices if not times and self.walks.scenes[where[0]]]

    @property
    def is_whole(self) -> bool:
        walks = self.walks
        missed = self.scenes or self.endings or self.choices
        return not missed and not walks.stuck and not walks.unfinished


def _runs(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text[:9]) <= _MOST_RUNS:
        message = f"'{text}' is not a number of runs: write one from 1 to {_MOST_RUNS}."
        raise argparse.ArgumentTypeError(message)
    return int(text)


def _as_text(report: Report, *, lists_choices: bool) -> Iterator[str]:
    walks = report.walks
    yield (
        f"{walks.runs} games by chance (--seed {walks.seed}), {walks.made} decisions in all: "
        "tried evenly means that what was tried least is tried first,"
    )
    yield "and by a coin are as many games of players who toss one at every decision."
    yield ""
    yield from _table(report)
    yield ""
    yield from endings.told(report.story)
    yield ""
    if lists_choices:
        yield from _choices(report)
        yield ""
    yield from _troubles(report)
    yield from _never(report)


def _never(report: Report) -> Iterator[str]:
    if report.is_whole:
        yield "Every scene, every ending and every choice was reached."
        return
    if report.scenes or report.endings or report.choices:
        paths = explore(report.story)
        yield from _missed("Scenes never reached:", report.scenes, paths.scenes, paths)
        yield from _missed("Endings never reached:", report.endings, paths.endings, paths)
        choices = (f"{scene}: {choice}" for scene, choice in report.choices)
        known = frozenset(f"{scene}: {choice}" for scene, choice in paths.choices)
        yield from _missed("Choices never taken:", choices, known, paths)


def _table(report: Report) -> Iterator[str]:
    """Yield how often each ending was reached, the most often first."""
    even, tossed = report.walks.endings, report.tossed.endings
    wide = max((len(name) for name in even), default=0)
    yield f"{'Endings:':{wide + 2}}  {'tried evenly':>18}  {'by a coin':>18}"
    often = sorted(even.items(), key=lambda entry: -entry[1])
    runs = report.walks.runs
    for name, times in often:
        yield _row(name, wide, (times, runs), (tossed[name], runs))


def _choices(report: Report) -> Iterator[str]:
    """Yield for each scene how often each of its choices was taken there."""
    even, tossed = report.walks, report.tossed
    wide = max((len(choice) for _, choice in even.choices), default=0)
    yield f"{'Choices:':{wide + 2}}  {'tried evenly':>18}  {'by a coin':>18}"
    for scene in report.story.scenes.values():
        if scene.choices:
            yield scene.id
        for choice in scene.choices:
            where = scene.id, choice.id
            both = ((each.choices[where], each.scenes[scene.id]) for each in (even, tossed))
            yield _row(choice.id, wide, *both)


def _row(name: str, wide: int, *shares: tuple[int, int]) -> str:
    cells = (f"{count:9}  {count / max(1, whole):6.1%}" for count, whole in shares)
    return f"  {name:{wide}} {'   '.join(cells)}"


def _troubles(report: Report) -> Iterator[str]:
    for name, times in report.walks.stuck.items():
        yield f"Stuck without an open choice in '{name}': {times} times."
    if report.walks.unfinished:
        yield f"Never came to an end: {report.walks.unfinished} playthroughs."


def _missed(
    title: str, missed: Iterable[str], known: frozenset[str], paths: Exploration
) -> Iterator[str]:
    """Yield what was missed, and whether it can be reached at all."""
    names = list(missed)
    if names:
        yield title
    for name in names:
        if name in known:
            why = "It can be reached, but rarely: try more --runs."
        elif paths.complete:
            why = "No way leads there; 'power-struggle check' says more."
        else:
            why = "There are too many ways to look at all of them: try more --runs."
        yield f"  {name}  {why}"


def _by_scene(walks: Walks) -> dict[str, dict[str, int]]:
    found: dict[str, dict[str, int]] = {}
    for (scene, choice), times in walks.choices.items():
        found.setdefault(scene, {})[choice] = times
    return found


def _as_json(report: Report) -> dict[str, object]:
    walks = report.walks
    return {
        "story": report.story.id,
        "runs": walks.runs,
        "seed": walks.seed,
        "choices_made": walks.made,
        "seconds": round(report.seconds, 3),
        "choices_per_second": report.per_second,
        "endings": {
            name: {"count": times, "share": round(times / walks.runs, 4)}
            for name, times in walks.endings.items()
        },
        "endings_by_a_coin": {
            name: {"count": times, "share": round(times / walks.runs, 4)}
            for name, times in report.tossed.endings.items()
        },
        "ways": endings.as_json(report.story),
        "choices": _by_scene(walks),
        "choices_by_a_coin": _by_scene(report.tossed),
        "scenes": dict(walks.scenes),
        "scenes_never_reached": report.scenes,
        "endings_never_reached": report.endings,
        "choices_never_taken": [list(where) for where in report.choices],
        "stuck": dict(walks.stuck),
        "unfinished": walks.unfinished,
    }
