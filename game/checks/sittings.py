"""Whether what is read in one go fits a lesson."""

from collections.abc import Iterator
from itertools import groupby, pairwise
from typing import NamedTuple

from game.checks.facts import Facts, advice
from game.play import pace
from game.play.pace import Pace
from game.story.model import Scene, Story
from game.story.problem import Problem

LONGEST, SHORTEST = 25, 8


class _Cut(NamedTuple):
    """A scene at which a sitting may be divided, and the minutes before and after."""

    scene: str
    before: int
    after: int


def long(facts: Facts) -> Iterator[Problem]:
    for each in facts.paces:
        if each.minutes > LONGEST:
            yield _long(each, facts.story)


def _long(each: Pace, story: Story) -> Problem:
    message = f"'{each.sitting.title}' takes about {each.minutes} minutes to read; "
    message += f"{LONGEST} fill a lesson."
    cut = min(_cuts(each, story), key=lambda cut: abs(cut.before - cut.after), default=None)
    if cut is None:
        hint = "Shorten it, or make several scenes of it."
        return advice(story.scenes[each.sitting.first].mark, "long-sitting", message, hint)
    hint = "Let a sitting begin with this scene: write 'sitting:' and a title. "
    hint += f"About {cut.before} minutes are before it, {cut.after} after it."
    return advice(story.scenes[cut.scene].mark, "long-sitting", message, hint)


def _cuts(each: Pace, story: Story) -> Iterator[_Cut]:
    before = each.words.all - sum(words.all for words in each.scenes.values())
    for name, words in each.scenes.items():
        cut = _Cut(name, pace.minutes(before), pace.minutes(each.words.all - before))
        if story.scenes[name].choices and min(cut.before, cut.after) >= SHORTEST:
            yield cut
        before += words.all


def short(facts: Facts) -> Iterator[Problem]:
    """Yield where a chapter was divided for nothing; a chapter may be as short as it likes."""
    scenes = facts.story.scenes
    for _, group in groupby(facts.paces, _chapter):
        for before, after in pairwise(group):
            least = min(before, after, key=lambda each: each.minutes)
            if least.minutes < SHORTEST:
                yield _short(least, scenes[after.sitting.first])


def _chapter(each: Pace) -> str:
    return each.sitting.chapter


def _short(each: Pace, divided: Scene) -> Problem:
    count = "a minute" if each.minutes == 1 else f"{each.minutes} minutes"
    message = f"'{each.sitting.title}' takes about {count} to read, less than half a lesson."
    hint = "Take 'sitting' out of this scene, or let another scene begin it."
    return advice(divided.mark, "short-sitting", message, hint)
