"""What the player's decisions cost other people. It is told, never scored."""

from typing import NamedTuple

from game.play.changes import changes
from game.play.playthrough import Playthrough, Turn


class Entry(NamedTuple):
    scene: str
    title: str
    cost: str
    amount: int


def entries(play: Playthrough) -> tuple[Entry, ...]:
    """Return every choice that names a cost or raises a ledger."""
    all_of_them = (_entry(play, turn) for turn in play.turns)
    return tuple(entry for entry in all_of_them if entry.cost or entry.amount)


def _entry(play: Playthrough, turn: Turn) -> Entry:
    scene = play.story.scenes[turn.before.scene]
    risen = (
        change.after - change.before
        for change in changes(play.story, turn)
        if change.variable.kind == "ledger"
    )
    return Entry(scene.id, scene.title, turn.comparison.chosen.cost, sum(risen))
