"""The way so far as a railway: the main line is the record, and junctions not taken are closed."""

from typing import NamedTuple

from game.play import state
from game.play.playthrough import Playthrough, Turn


class Station(NamedTuple):
    """A scene on the line; ``same`` is None where nothing is decided yet or there is no record.

    ``closed`` holds the texts of the choices that were to be seen there and not taken.
    """

    scene: str
    title: str
    same: bool | None
    closed: tuple[str, ...]


def line(play: Playthrough, chapter: str = "") -> tuple[Station, ...]:
    """Return the stations of a chapter, or of all; the last one is the scene that is open."""
    here = Station(play.scene.id, play.scene.title, None, ())
    stations = (*(_station(play, turn) for turn in play.turns), here)
    scenes = play.story.scenes
    return tuple(at for at in stations if chapter in ("", scenes[at.scene].chapter))


def lately(play: Playthrough, most: int = 5) -> tuple[int, int]:
    """Return how often the player went another way in the last decisions, and of how many."""
    ways = (turn.comparison.same for turn in play.turns)
    with_record = [same for same in ways if same is not None]
    last = with_record[-most:] if most > 0 else []
    return last.count(False), len(last)


def _station(play: Playthrough, turn: Turn) -> Station:
    scene = play.story.scenes[turn.before.scene]
    closed = (
        offer.choice.text
        for offer in state.offers(scene, turn.before.values)
        if offer.choice.id != turn.decision.choice
    )
    return Station(scene.id, scene.title, turn.comparison.same, tuple(closed))
