"""Small round portraits beside the words about a person."""

from collections.abc import Sequence
from typing import NamedTuple

from game.stage.likeness import shows
from game.story.lists import Person
from game.story.model import Illustration, Scene
from game.ui.art import Medallion
from game.ui.boxes import Box, Rect, Role
from game.ui.flow import Piece, place
from game.ui.screen import Desk
from game.ui.space import Space


class Link(NamedTuple):
    """Where pressing something leads, and what it is called."""

    name: str
    key: str


NO_LINK = Link("", "")


def face(person: Person, scene: Scene | None, desk: Desk) -> Medallion | None:
    """How a person looked when a scene happens; None where there is no likeness."""
    if person.picture or person.figure in desk.faces:
        return Medallion(person.id, own=person)
    if not _figures(person, desk):
        return None
    year = scene.when.year if scene is not None and scene.when else 0
    return Medallion(person.id, year, own=person if person.expression else None)


def before_others(person: Person, drawn: Illustration, desk: Desk) -> Illustration | None:
    """A picture of the house's parts, with this person for its hero; None where they are not in it.

    A small picture is cut round its hero.
    """
    figures = _figures(person, desk)
    cast = sorted(drawn.cast, key=lambda placed: placed.part.id not in figures)
    if drawn.picture or not cast or cast[0].part.id not in figures:
        return None
    return drawn._replace(cast=tuple(cast))


def _figures(person: Person, desk: Desk) -> frozenset[str]:
    """The figures that show a person: the one that the story names, or those of that name."""
    if person.figure in desk.faces:
        return frozenset((person.figure,))
    return frozenset(name for name, whom in desk.faces.items() if shows(name, whom, person.id))


def room(units: float, space: Space) -> int:
    """How much narrower lines are beside a portrait of this size."""
    return space.tall(units) + space.px(10)


def beside(
    rows: Sequence[Piece], art: Medallion, units: float, space: Space, link: Link = NO_LINK
) -> Piece:
    """Lines to the right of a portrait, in the middle of its height; they stay with the next.

    A portrait may lead where the name beside it does.
    """
    side = space.tall(units)
    column, tall = [], 0
    for number, row in enumerate(rows):
        tall += row.gap if number else 0
        column.append((tall, row))
        tall += row.height
    height = max(side, tall)
    role: Role = "link" if link.key else "graph"
    seen = Box(Rect(0, (height - side) // 2, side, side), role, *link, art=art)
    told = place(tuple(column), room(units, space), (height - tall) // 2)
    return Piece(height, (seen, *told), rows[0].gap if rows else 0, glued=True)
