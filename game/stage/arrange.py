"""Where every part of a picture goes: pure geometry on a stage of 1280 x 720.

The stage has a margin beyond its edges, so that the view can move a little to the hero.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal, NamedTuple

from game.stage import spread
from game.stage.catalogue import SIZES, SLOTS, Backdrop, Catalogue, Figure, Part, Prop
from game.story.model import Illustration, Placed

WIDTH, HEIGHT = 1280.0, 720.0
MARGIN_X, MARGIN_Y = 40.0, 24.0
Look = Literal["layer", "figure", "prop", "crowd", "distant"]
_LOOKS: Mapping[str, Look] = {"crowd": "crowd", "distant": "distant"}


class Frame(NamedTuple):
    """A picture in pixels, and the share of its left side that a page covers."""

    width: int
    height: int
    covered: float = 0.0


class View(NamedTuple):
    """The part of the stage that is seen."""

    left: float
    top: float
    width: float
    height: float


class Sprite(NamedTuple):
    """A part on the stage: its left top corner, its size and how deep it stands."""

    part: Part
    left: float
    top: float
    scale: float
    flipped: bool
    depth: float
    look: Look

    @property
    def width(self) -> float:
        return self.part.width * self.scale

    @property
    def height(self) -> float:
        return self.part.height * self.scale


class Point(NamedTuple):
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Arrangement:
    """``sprites`` back to front; ``hero`` is the middle of the first figure's head."""

    view: View
    sprites: tuple[Sprite, ...]
    hero: Point | None
    troubles: tuple[str, ...] = ()


class _Stand(NamedTuple):
    """A figure's place before it becomes sprites."""

    placed: Placed
    figure: Figure
    x: float
    feet: float
    height: float
    depth: float


def arrange(illustration: Illustration, catalogue: Catalogue, frame: Frame) -> Arrangement:
    """Put an illustration's parts on the stage and choose the view of it."""
    troubles: list[str] = []
    backdrop = _backdrop(illustration, catalogue, troubles)
    stands = _stands(illustration, catalogue, frame, backdrop, troubles)
    sprites = [sprite for stand in stands for sprite in _figure(stand, catalogue, backdrop)]
    heads = tuple(_head(stand, backdrop) for stand in stands)
    if backdrop is not None:
        sprites += _layers(backdrop, catalogue)
    for placed in illustration.props:
        prop = catalogue.props.get(placed.part.id)
        if prop is None:
            troubles.append(f"There is no prop '{placed.part.id}'.")
        else:
            sprites += _prop(placed, prop, catalogue, heads)
    sprites.sort(key=lambda sprite: sprite.depth)
    hero = heads[0] if heads else None
    focus = _focus(illustration, backdrop, hero)
    return Arrangement(look_at(frame, focus), tuple(sprites), hero, tuple(troubles))


def look_at(frame: Frame, focus: float) -> View:
    """The view that fills the frame and has ``focus`` in the middle of what no page covers."""
    scale = max(frame.width / WIDTH, frame.height / HEIGHT)
    width, height = frame.width / scale, frame.height / scale
    middle = (frame.covered + (1 - frame.covered) / 2) * width
    left = spread.within(focus - middle, -MARGIN_X, WIDTH + MARGIN_X - width)
    return View(left, (HEIGHT - height) * 0.35, width, height)


def close_up(arrangement: Arrangement, frame: Frame, focus: float | None) -> Arrangement:
    """The same stage seen nearer: a strip round the hero's head, or round the focus."""
    wide = max(560.0, min(1100.0, 330.0 * frame.width / frame.height))
    tall = wide * frame.height / frame.width
    if tall > HEIGHT:
        wide, tall = HEIGHT * frame.width / frame.height, HEIGHT
    hero = arrangement.hero
    x = WIDTH / 2 if focus is None else focus * WIDTH
    middle = hero if hero is not None else Point(x, HEIGHT * 0.45)
    view = View(
        spread.within(middle.x - wide / 2, -MARGIN_X, WIDTH + MARGIN_X - wide),
        spread.within(middle.y + 20 - tall / 2, -MARGIN_Y, HEIGHT + MARGIN_Y - tall),
        wide,
        tall,
    )
    return replace(arrangement, view=view)


def _backdrop(
    illustration: Illustration, catalogue: Catalogue, troubles: list[str]
) -> Backdrop | None:
    if illustration.backdrop is None:
        return None
    backdrop = catalogue.backdrops.get(illustration.backdrop.id)
    if backdrop is None:
        troubles.append(f"There is no backdrop '{illustration.backdrop.id}'.")
    return backdrop


def _focus(illustration: Illustration, backdrop: Backdrop | None, hero: Point | None) -> float:
    if illustration.focus is not None:
        return illustration.focus * WIDTH
    if hero is not None:
        return hero.x
    return backdrop.focus if backdrop is not None else WIDTH / 2


def _stands(
    illustration: Illustration,
    catalogue: Catalogue,
    frame: Frame,
    backdrop: Backdrop | None,
    troubles: list[str],
) -> tuple[_Stand, ...]:
    known = []
    for placed in illustration.cast:
        figure = catalogue.figures.get(placed.part.id)
        if figure is None:
            troubles.append(f"There is no figure '{placed.part.id}'.")
        elif figure.seated and (backdrop is None or backdrop.seat is None):
            troubles.append(f"'{placed.part.id}' sits, and this backdrop has no chair.")
        else:
            known.append((placed, figure))
    rough = [_stand(placed, figure, number) for number, (placed, figure) in enumerate(known)]
    return _placed(rough, frame, backdrop)


def _stand(placed: Placed, figure: Figure, number: int) -> _Stand:
    size = SIZES.get(placed.size) or SIZES["near" if number == 0 else "mid"]
    x = SLOTS.get(placed.at, SLOTS["right" if number == 0 else "far_right"]) * WIDTH
    return _Stand(placed, figure, x, size.feet, size.height, size.depth)


def _placed(stands: list[_Stand], frame: Frame, backdrop: Backdrop | None) -> tuple[_Stand, ...]:
    """Keep figures clear of the page, of each other and of whatever stands in the backdrop."""
    spots = backdrop.spots if backdrop is not None else ()
    posts = backdrop.posts if backdrop is not None else ()
    left = frame.covered * WIDTH + (130 if frame.covered else 70)
    wanted = [spread.nearest(stand.x, spots if n == 0 else ()) for n, stand in enumerate(stands)]
    widths = [stand.height * 0.27 for stand in stands]
    places = spread.apart(wanted, widths, left, WIDTH - 80)
    moved = []
    for stand, x in zip(stands, places, strict=True):
        head = stand.feet - stand.height * 0.75
        walls = [post for post in posts if post.top < head + 60 and post.bottom > head - 60]
        clear = spread.clear(x, stand.height * 0.085, [(p.left, p.right) for p in walls])
        moved.append(stand._replace(x=clear))
    return tuple(moved)


def _faces_left(stand: _Stand) -> bool:
    """Without a word from the author, people look towards the middle of the picture."""
    if stand.placed.facing in ("left", "right"):
        return stand.placed.facing == "left"
    return stand.x > WIDTH / 2


def _seat(stand: _Stand, backdrop: Backdrop | None) -> tuple[float, float, float, bool]:
    """Anchor, height and whether flipped."""
    if stand.figure.seated and backdrop is not None and backdrop.seat is not None:
        seat = backdrop.seat
        return seat.x, seat.y, seat.height, seat.facing == "left"
    return stand.x, stand.feet, stand.height, _faces_left(stand)


def _head(stand: _Stand, backdrop: Backdrop | None) -> Point:
    x, y, height, flipped = _seat(stand, backdrop)
    scale = height / stand.figure.height
    across = (stand.figure.head[0] - stand.figure.anchor[0]) * (-scale if flipped else scale)
    return Point(x + across, y + (stand.figure.head[1] - stand.figure.anchor[1]) * scale)


def _figure(stand: _Stand, catalogue: Catalogue, backdrop: Backdrop | None) -> Iterator[Sprite]:
    figure, placed = stand.figure, stand.placed
    x, y, height, flipped = _seat(stand, backdrop)
    scale = height / figure.height
    poses = figure.poses if figure.seated else (placed.pose,)
    for number, pose in enumerate(poses):
        part = catalogue.parts.get(figure.part(placed.expression, pose))
        if part is not None:
            # A seated figure's arms lie on the desk, in front of it.
            depth = (0.5, 0.72)[min(number, 1)] if figure.seated else stand.depth
            yield _sprite(part, Point(x, y), figure.anchor, scale, flipped=flipped)._replace(
                depth=depth, look="figure"
            )


def _layers(backdrop: Backdrop, catalogue: Catalogue) -> Iterator[Sprite]:
    for layer in backdrop.layers:
        part = catalogue.parts.get(layer.part)
        if part is not None:
            sprite = Sprite(part, part.left, part.top, 1.0, False, layer.depth, "layer")  # noqa: FBT003
            yield sprite


def _prop(
    placed: Placed, prop: Prop, catalogue: Catalogue, heads: tuple[Point, ...]
) -> Iterator[Sprite]:
    x = 0.0
    if not prop.across:
        walls = [(head.x - 70, head.x + 70) for head in heads]
        x = spread.clear(SLOTS.get(placed.at, 0.27) * WIDTH, 40, walls)
    for copy in prop.copies:
        part = catalogue.parts.get(copy.part)
        if part is not None:
            place = Point(x + copy.x, copy.y)
            scale = copy.height / prop.units
            yield _sprite(part, place, prop.anchor, scale, flipped=copy.flipped)._replace(
                depth=prop.depth, look=_LOOKS.get(prop.look, "prop")
            )


def _sprite(
    part: Part, place: Point, anchor: tuple[float, float], scale: float, *, flipped: bool
) -> Sprite:
    """A part whose anchor stands at a place."""
    left, top = part.left - anchor[0], part.top - anchor[1]
    if flipped:
        left = -left - part.width
    return Sprite(part, place.x + left * scale, place.y + top * scale, scale, flipped, 0.5, "prop")
