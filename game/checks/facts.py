"""What the rules look at: the story, the pictures there are, and every way through the story."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from game.play import sittings
from game.play.explorer import Exploration, explore
from game.play.record import Record, follow
from game.play.walks import Walks, walk
from game.stage.catalogue import Catalogue
from game.story.layers import place
from game.story.load import find
from game.story.model import Story
from game.story.problem import Mark, Problem
from game.story.rules import Condition

# A story that is not told in so many situations has more ways than anyone can look at: of a
# thousand scenes, ten times as many show no more than five per cent.
MOST_STATES = 20_000
MOST_RUNS, MOST_STEPS, SEED = 100, 100_000, 1917


@dataclass(frozen=True, slots=True)
class Facts:
    """``folder`` is where the story lies; a scene's own picture stands beside its file.

    ``begun`` explores from the start of each sitting, as a class does that plays only one.
    ``record`` is the way of whoever decides as it was really done.
    ``walks`` are made where there are too many ways through a story to look at all of them.
    """

    story: Story
    folder: Path
    catalogue: Catalogue
    paths: Exploration
    begun: Exploration
    walks: Walks | None
    record: Record

    def find(self, mark: Mark, words: str) -> Mark:
        """Return where words stand in the part of a story that begins at a mark."""
        folder, label = place(self.folder, self.story.packs, mark.file)
        return find(folder, mark, words, label)


def gather(story: Story, folder: Path, catalogue: Catalogue) -> Facts:
    paths, record = explore(story, MOST_STATES), follow(story)
    if not paths.complete:
        runs = max(1, min(MOST_RUNS, MOST_STEPS // len(story.scenes)))
        return Facts(story, folder, catalogue, paths, paths, walk(story, runs, SEED), record)
    starts = [sitting.first for sitting in sittings.of_story(story, record)]
    begun = explore(story, MOST_STATES, starts)
    return Facts(story, folder, catalogue, paths, begun, None, record)


def warning(mark: Mark, code: str, message: str, hint: str) -> Problem:
    """Something a player will meet, and should not."""
    return Problem(mark, code, message, hint, "warning")


def advice(mark: Mark, code: str, message: str, hint: str) -> Problem:
    """Good practice."""
    return Problem(mark, code, message, hint, "advice")


def words(conditions: Sequence[Condition]) -> str:
    """Return conditions as they are written in a story."""
    return " and ".join(f"'{_word(condition)}'" for condition in conditions)


def _word(condition: Condition) -> str:
    variable, comparator, value, _ = condition
    if value == 0 and comparator in ("==", "!="):
        return variable if comparator == "!=" else f"not {variable}"
    return f"{variable} {comparator} {value}"
