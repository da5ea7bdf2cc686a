"""What the books laid beside the story have in common: pages, closing, leading to each other."""

from game.play.playthrough import Playthrough
from game.ui import words
from game.ui.pieces import Label
from game.ui.screen import Desk, Go, Lay, Step
from game.ui.screens import way

AWAY = Label(words.CLOSE, "close")


def elsewhere(here: str, key: str, play: Playthrough | None, desk: Desk) -> Step:
    """Like everywhere, but one book takes the place of the other rather than lying on it."""
    step = way.elsewhere(key, play, desk)
    match step.move:
        case Lay(place, shown) if place in way.ASIDE:
            return Step() if place == here else Step(Go(place, shown))
    return step
