"""What is heard behind a screen."""

from game.ui.art import Plate
from game.ui.boxes import View
from game.ui.sound import ambience_for


def ambience(view: View, heard: str) -> str:
    """The sound of the place that is shown; an open book does not change what is heard."""
    plate = next((box.art for box in view.boxes if isinstance(box.art, Plate)), None)
    if plate is None or plate.illustration.backdrop is None:
        return heard
    return ambience_for(plate.illustration.backdrop.id, plate.illustration.mood)
