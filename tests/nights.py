"""The small story of two nights, and its screens on a usual window."""

import functools
from pathlib import Path

from game.play.playthrough import Playthrough
from game.story.load import load
from game.story.model import Story
from game.ui.boxes import transcript
from game.ui.screen import Desk, Go, Screen, Step
from game.ui.screens import index
from game.ui.settings import Settings
from tests import screens

FOLDER = Path(__file__).parent / "stories" / "two-nights"
ON = screens.space((1280, 720), 100)


@functools.cache
def two_nights() -> Story:
    loaded = load(FOLDER)
    assert loaded.story is not None, loaded.problems
    return loaded.story


def desk() -> Desk:
    return Desk(two_nights(), Settings(), ())


def shown(place: str, play: Playthrough, desk: Desk) -> str:
    return transcript(index.build(place, play, desk).view(desk, ON))


def followed(step: Step, desk: Desk) -> Screen:
    assert isinstance(step.move, Go)
    return index.build(step.move.place, step.move.play, desk)
