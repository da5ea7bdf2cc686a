"""What the rules look at: the story, the pictures there are, and every way through the story."""

import functools
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from game.play import pace, spans
from game.play.compiled import compiled
from game.play.explorer import Exploration, explore
from game.play.pace import Pace
from game.play.record import Record, follow
from game.play.spans import Reach
from game.play.walks import Walks, walk
from game.stage.catalogue import Catalogue
from game.story.load import lines_of, stands
from game.story.model import Story
from game.story.problem import Mark, Problem
from game.story.rules import Condition, written

# A story that is not told in so many situations has more ways than anyone can look at: of a
# thousand scenes, ten times as many show no more than five per cent.
MOST_STATES = 20_000
MOST_RUNS, MOST_STEPS, SEED = 100, 100_000, 1917


@dataclass(frozen=True, slots=True)
class Facts:
    """``folder`` is where the story lies; a scene's own picture stands beside its file.

    ``begun`` explores from the start of each sitting, as a class does that plays only one.
    ``record`` is the way of whoever decides as it was really done, and ``paces`` say how long
    every sitting takes on it.
    ``lines`` reads a file of the story.
    ``walks`` are made where there are too many ways through a story to look at all of them;
    ``reach`` says between which values everything lies, however many ways there are.
    """

    story: Story
    folder: Path
    catalogue: Catalogue
    paths: Exploration
    begun: Exploration
    walks: Walks | None
    reach: Reach
    record: Record
    paces: tuple[Pace, ...]
    lines: Callable[[str], list[str]]

    def find(self, mark: Mark, words: str) -> Mark:
        """Return where words stand in the part of a story that begins at a mark."""
        return stands(self.lines(mark.file), mark, words)


def gather(story: Story, folder: Path, catalogue: Catalogue) -> Facts:
    rules, record = compiled(story), follow(story)
    paths = explore(story, MOST_STATES, rules=rules)
    begun, walks, paces = paths, None, pace.of_story(story, record)
    if paths.complete:
        begun = explore(story, MOST_STATES, [each.sitting.first for each in paces], rules)
    else:
        runs = max(1, min(MOST_RUNS, MOST_STEPS // len(story.scenes)))
        walks = walk(story, runs, SEED, rules)
    lines = _lines(story, folder.resolve())
    reach = spans.reach(rules, story.start.id)
    return Facts(story, folder, catalogue, paths, begun, walks, reach, record, paces, lines)


def _lines(story: Story, folder: Path) -> Callable[[str], list[str]]:
    """What reads files of a story, each once: several rules look for something in all of them."""

    roots = {pack.label: pack.folder for pack in story.packs}

    @functools.cache
    def read(file: str) -> list[str]:
        label = next((label for label in roots if file.startswith(f"{label}/")), folder.name)
        return lines_of(roots.get(label, folder), file, label)

    return read


def warning(mark: Mark, code: str, message: str, hint: str) -> Problem:
    """Something a player will meet, and should not."""
    return Problem(mark, code, message, hint, "warning")


def advice(mark: Mark, code: str, message: str, hint: str) -> Problem:
    """Good practice."""
    return Problem(mark, code, message, hint, "advice")


def words(conditions: Sequence[Condition]) -> str:
    """Return conditions as they are written in a story."""
    return " and ".join(f"'{written(condition)}'" for condition in conditions)
