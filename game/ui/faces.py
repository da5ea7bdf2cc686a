"""Small round portraits beside the words about a person."""

from collections.abc import Sequence

from game.story.model import Scene
from game.ui.art import Medallion
from game.ui.boxes import Box, Rect
from game.ui.flow import Piece, place
from game.ui.screen import Desk
from game.ui.space import Space


def face(person: str, scene: Scene | None, desk: Desk) -> Medallion | None:
    """How a person looked when a scene happens; None where there is no likeness."""
    if person not in desk.faces:
        return None
    return Medallion(person, scene.when.year if scene is not None and scene.when else 0)


def room(units: float, space: Space) -> int:
    """How much narrower lines are beside a portrait of this size."""
    return space.tall(units) + space.px(10)


def beside(rows: Sequence[Piece], art: Medallion, units: float, space: Space) -> Piece:
    """Lines to the right of a portrait, in the middle of its height; they stay with the next."""
    side = space.tall(units)
    column, tall = [], 0
    for number, row in enumerate(rows):
        tall += row.gap if number else 0
        column.append((tall, row))
        tall += row.height
    height = max(side, tall)
    seen = Box(Rect(0, (height - side) // 2, side, side), "graph", art=art)
    told = place(tuple(column), room(units, space), (height - tall) // 2)
    return Piece(height, (seen, *told), rows[0].gap if rows else 0, glued=True)
