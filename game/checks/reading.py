"""How much there is to read in a story: words in a scene, minutes in a chapter and a sitting."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from game.play import pace
from game.play.pace import Pace
from game.story import markup
from game.story.model import Story


class Reading(NamedTuple):
    """``texts`` has the words of each decision's text, ``minutes`` the reading of each chapter.

    ``sittings`` has the same of each sitting, by its name: "4.2" is the second of chapter 4.
    ``easy`` counts the decisions that are told in short sentences as well.
    """

    texts: Mapping[str, int]
    minutes: Mapping[str, int]
    sittings: Mapping[str, int]
    easy: int

    def parts(self, number: int) -> tuple[int, ...]:
        """The minutes of each sitting of a chapter, which is counted from 1."""
        here = f"{number}."
        return tuple(count for name, count in self.sittings.items() if name.startswith(here))


def measure(story: Story, paces: Sequence[Pace]) -> Reading:
    decisions = [scene for scene in story.scenes.values() if scene.choices]
    counts = dict.fromkeys(story.chapters, 0.0)
    for each in paces:
        counts[each.sitting.chapter] += each.words.all
    return Reading(
        {scene.id: markup.words(scene.text) for scene in decisions},
        {name: pace.minutes(count) for name, count in counts.items()},
        {each.sitting.name: each.minutes for each in paces},
        sum(scene.text_easy is not None for scene in decisions),
    )
