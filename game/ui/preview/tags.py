"""Where everything on a picture comes from: names over the parts, as they stand in the file."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from game.stage.arrange import Sprite, arrange
from game.stage.catalogue import SLOTS, Catalogue
from game.stage.view import HEIGHT, WIDTH, Frame, View
from game.story.model import Illustration, Placed
from game.ui import words_preview as words
from game.ui.art import Plate
from game.ui.boxes import Box, Rect
from game.ui.pieces import centred
from game.ui.space import Space

_NOWHERE = 0.73


class Tag(NamedTuple):
    """What is said, and where the top of the thing is, in pixels from the picture's corner."""

    text: str
    x: float
    y: float


def over(shown: Iterable[Box], catalogue: Catalogue, space: Space) -> Iterator[Box]:
    """The names that lie over every picture shown."""
    for box in shown:
        if isinstance(box.art, Plate):
            yield from boxes(tags(box.art, box.rect, catalogue), box.rect, space)


def tags(plate: Plate, rect: Rect, catalogue: Catalogue) -> tuple[Tag, ...]:
    drawn = plate.illustration
    top = rect.height * 0.03
    middle = rect.width * (plate.covered + (1 - plate.covered) / 2)
    if drawn.picture:
        return (Tag(words.own_picture(drawn.picture, drawn.mark.line), middle, top),)
    frame = Frame(rect.width, rect.height, plate.covered)
    arranged = arrange(drawn, catalogue, frame)
    scale = frame.width / arranged.view.width
    people = (_person(placed, arranged.sprites, catalogue) for placed in drawn.cast)
    things = (_thing(placed, arranged.sprites, catalogue) for placed in drawn.props)
    placed = zip((*drawn.cast, *drawn.props), (*people, *things), strict=True)
    return (
        Tag(_place(drawn, catalogue), middle, rect.height * 0.9),
        *(_tag(each, sprite, arranged.view, scale) for each, sprite in placed),
    )


def _place(drawn: Illustration, catalogue: Catalogue) -> str:
    backdrop = catalogue.backdrops.get(drawn.backdrop.id) if drawn.backdrop else None
    usual = backdrop.mood if backdrop else ""
    return words.place(backdrop.name if backdrop else "", drawn.mood, usual, drawn.mark.line)


def _person(placed: Placed, sprites: tuple[Sprite, ...], known: Catalogue) -> Sprite | None:
    figure = known.figures.get(placed.part.id)
    start = f"{figure.drawing}." if figure else ""
    return next((each for each in sprites if start and each.part.name.startswith(start)), None)


def _thing(placed: Placed, sprites: tuple[Sprite, ...], known: Catalogue) -> Sprite | None:
    prop = known.props.get(placed.part.id)
    parts = {copy.part for copy in prop.copies} if prop else set()
    return next((each for each in sprites if each.part.name in parts), None)


def _tag(placed: Placed, sprite: Sprite | None, view: View, scale: float) -> Tag:
    """A part that there is no drawing of has its name where it would stand."""
    said = (placed.at, placed.size, placed.facing, placed.expression, placed.pose)
    text = words.part(placed.part.id, [word for word in said if word], placed.mark.line)
    if sprite is None:
        x = (SLOTS.get(placed.at, _NOWHERE) * WIDTH - view.left) * scale
        return Tag(words.not_drawn(text), x, HEIGHT * scale / 2)
    x = (sprite.left + sprite.width / 2 - view.left) * scale
    return Tag(text, x, (sprite.top - view.top) * scale)


def boxes(found: tuple[Tag, ...], rect: Rect, space: Space) -> Iterator[Box]:
    """The tags as slips of paper, kept within the picture and apart from each other."""
    style = space.style("label", 15, 1.35, most=1.3)
    taken: list[Rect] = []
    for text, x, y in found:
        wide = min(space.measure.width(text, style.font) + 2 * space.px(10), rect.width)
        high = style.leading + space.px(6)
        left = min(max(rect.left, rect.left + round(x) - wide // 2), rect.right - wide)
        top = min(max(rect.top + space.px(70), rect.top + round(y)), rect.bottom - high)
        slip = Rect(left, top, wide, high)
        while any(slip.meets(other) for other in taken) and slip.top < rect.bottom - 2 * high:
            slip = slip.moved(0, high)
        taken.append(slip)
        yield Box(slip, "notice", text, look="ribbon", runs=centred(text, style, slip, space))
