"""The way of the record: what is played when every decision is taken as it was really taken."""

from typing import NamedTuple

from game.play.playthrough import Decision, NotOffered, Turn, take
from game.play.state import State, start
from game.story.model import Story


class Record(NamedTuple):
    """The turns from the start of a story, and where they lead.

    ``closed`` is the choice of the record that is not open there; it is "" at the end of the way.
    A way that leads back into itself is followed for as many turns as the story has scenes.
    """

    turns: tuple[Turn, ...]
    last: State
    closed: str = ""


def follow(story: Story) -> Record:
    turns: list[Turn] = []
    at = start(story)
    for _ in story.scenes:
        history = story.scenes[at.scene].history
        if history is None:
            break
        try:
            turns.append(take(story, at, Decision(at.scene, history.choice.id)))
        except NotOffered:
            return Record(tuple(turns), at, history.choice.id)
        at = turns[-1].after
    return Record(tuple(turns), at)
