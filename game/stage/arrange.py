"""Where every part of a picture goes: pure geometry on a stage of 1280 x 720.

The stage has a margin beyond its edges, so that the view can move a little to the hero.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal, NamedTuple

from game.stage import spread
from game.stage.catalogue import (
    FACINGS,
    SIZES,
    SLOTS,
    Backdrop,
    Catalogue,
    Figure,
    Part,
    Prop,
    Seat,
)
from game.stage.view import HEIGHT, WIDTH, Frame, Point, View, close_up, look_at
from game.story.model import Illustration, Placed

Look = Literal["layer", "figure", "prop", "crowd", "distant"]
_LOOKS: Mapping[str, Look] = {"crowd": "crowd", "distant": "distant"}
# Half of what a head needs to be seen clear of a thing behind it.
_HEAD = 70.0
# Desks lie at the depth of 0.7: who sits at one is behind it, and their hands are on it.
_BEFORE_DESK, _ON_DESK = 0.66, 0.72


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


class Head(NamedTuple):
    """The middle of somebody's head, and how tall the whole drawing is."""

    placed: Placed
    x: float
    y: float
    height: float


@dataclass(frozen=True, slots=True)
class Arrangement:
    """``sprites`` back to front; ``hero`` is the middle of the first figure's head."""

    view: View
    sprites: tuple[Sprite, ...]
    hero: Point | None
    troubles: tuple[str, ...] = ()
    heads: tuple[Head, ...] = ()


class _Stand(NamedTuple):
    """A figure's place before it becomes sprites. Who sits is placed by the lap."""

    placed: Placed
    figure: Figure
    pose: str
    x: float
    feet: float
    height: float
    depth: float
    seat: Seat | None = None

    @property
    def anchor(self) -> tuple[float, float]:
        return self.figure.anchor if self.seat is None else self.figure.lap

    @property
    def is_flipped(self) -> bool:
        """Without a word from the author, people look towards the middle of the picture."""
        facing = self.placed.facing or (self.seat.facing if self.seat is not None else "")
        return facing == "left" if facing in FACINGS else self.x > WIDTH / 2

    @property
    def head(self) -> Point:
        scale = self.height / self.figure.height
        across = (self.figure.head[0] - self.anchor[0]) * (-scale if self.is_flipped else scale)
        return Point(self.x + across, self.feet + (self.figure.head[1] - self.anchor[1]) * scale)


def arrange(illustration: Illustration, catalogue: Catalogue, frame: Frame) -> Arrangement:
    """Put an illustration's parts on the stage and choose the view of it."""
    troubles: list[str] = []
    backdrop = _backdrop(illustration, catalogue, troubles)
    rough = _stands(illustration, catalogue, backdrop, troubles)
    view = look_at(frame, _focus(illustration, backdrop, rough))
    stands = _placed(rough, view, frame.covered, backdrop)
    sprites = [sprite for stand in stands for sprite in _figure(stand, catalogue)]
    heads = tuple(stand.head for stand in stands)
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
    known = tuple(
        Head(stand.placed, *head, stand.height) for stand, head in zip(stands, heads, strict=True)
    )
    return Arrangement(view, tuple(sprites), hero, tuple(troubles), known)


def nearer(arrangement: Arrangement, frame: Frame, focus: float | None) -> Arrangement:
    """The same stage seen nearer: a strip round the hero's head, or round the focus."""
    x = WIDTH / 2 if focus is None else focus * WIDTH
    hero = arrangement.hero
    middle = hero if hero is not None else Point(x, HEIGHT * 0.45)
    return replace(arrangement, view=close_up(frame, middle))


def _backdrop(
    illustration: Illustration, catalogue: Catalogue, troubles: list[str]
) -> Backdrop | None:
    if illustration.backdrop is None:
        return None
    backdrop = catalogue.backdrops.get(illustration.backdrop.id)
    if backdrop is None:
        troubles.append(f"There is no backdrop '{illustration.backdrop.id}'.")
    return backdrop


def _focus(
    illustration: Illustration, backdrop: Backdrop | None, stands: Sequence[_Stand]
) -> float:
    if illustration.focus is not None:
        return illustration.focus * WIDTH
    if stands:
        return stands[0].x
    return backdrop.focus if backdrop is not None else WIDTH / 2


def _stands(
    illustration: Illustration,
    catalogue: Catalogue,
    backdrop: Backdrop | None,
    troubles: list[str],
) -> tuple[_Stand, ...]:
    known = []
    for placed in illustration.cast:
        figure = catalogue.figures.get(placed.part.id)
        if figure is None:
            troubles.append(f"There is no figure '{placed.part.id}'.")
            continue
        if placed.pose in figure.sitting and (backdrop is None or backdrop.seat is None):
            troubles.append(f"'{placed.part.id}' sits, and this backdrop has no chair.")
        known.append((placed, figure))
    return tuple(_stand(*pair, number, backdrop) for number, pair in enumerate(known))


def _stand(placed: Placed, figure: Figure, number: int, backdrop: Backdrop | None) -> _Stand:
    """Where the author wants a figure; the first one steps to a spot of the backdrop nearby."""
    size = SIZES.get(placed.size) or SIZES["near" if number == 0 else "mid"]
    x = SLOTS.get(placed.at, SLOTS["right" if number == 0 else "far_right"]) * WIDTH
    pose = figure.look(placed.expression, placed.pose)[1]
    wanted = _Stand(placed, figure, pose, x, size.feet, size.height, size.depth)
    if pose in figure.sitting:
        return _seated(wanted, backdrop.seat if backdrop is not None else None)
    spot = None if number or backdrop is None else spread.nearest(x, backdrop.spots)
    if spot is None:
        return wanted
    if spot.height and placed.size != "close":
        return wanted._replace(x=spot.x, feet=spot.feet, height=spot.height)
    return wanted._replace(x=spot.x)


def _seated(stand: _Stand, seat: Seat | None) -> _Stand:
    """At the table; where there is none, standing."""
    if seat is None:
        standing = [pose for pose in stand.figure.poses if pose not in stand.figure.sitting]
        return stand._replace(pose=standing[0] if standing else stand.pose)
    x = spread.within(stand.x, seat.left, seat.right)
    return stand._replace(x=x, feet=seat.y, height=seat.height, depth=_BEFORE_DESK, seat=seat)


def _placed(
    stands: Sequence[_Stand], view: View, covered: float, backdrop: Backdrop | None
) -> tuple[_Stand, ...]:
    """Keep figures clear of the page, of each other and of whatever stands in the backdrop."""
    posts = backdrop.posts if backdrop is not None else ()
    widths = [stand.height * 0.27 for stand in stands]
    edge = max(widths, default=0) * 0.5
    left, right = view.left + covered * view.width + edge, view.left + view.width - edge
    places = spread.apart([stand.x for stand in stands], widths, left, right)
    moved = []
    for stand, x in zip(stands, places, strict=True):
        if stand.seat is not None:
            moved.append(stand._replace(x=spread.within(x, stand.seat.left, stand.seat.right)))
            continue
        head = stand.feet - stand.height * 0.75
        walls = [post for post in posts if post.top < head + 60 and post.bottom > head - 60]
        clear = spread.clear(x, stand.height * 0.085, [(p.left, p.right) for p in walls])
        moved.append(stand._replace(x=spread.within(clear, left, right)))
    return tuple(moved)


def _figure(stand: _Stand, catalogue: Catalogue) -> Iterator[Sprite]:
    """Whoever sits has the table before them, and their hands on it."""
    figure = stand.figure
    place, scale = Point(stand.x, stand.feet), stand.height / figure.height
    feeling = figure.look(stand.placed.expression, stand.placed.pose)[0]
    names = [(f"{figure.drawing}.{feeling}.{stand.pose}", stand.depth)]
    if stand.seat is not None:
        names.append((f"{figure.drawing}.hands.{stand.pose}", _ON_DESK))
    for name, depth in names:
        part = catalogue.parts.get(name)
        if part is not None:
            yield _sprite(part, place, stand.anchor, scale, flipped=stand.is_flipped)._replace(
                depth=depth, look="figure"
            )


def _layers(backdrop: Backdrop, catalogue: Catalogue) -> Iterator[Sprite]:
    for layer in backdrop.layers:
        part = catalogue.parts.get(layer.part)
        if part is not None:
            yield Sprite(
                part, part.left, part.top, 1.0, flipped=False, depth=layer.depth, look="layer"
            )


def _prop(
    placed: Placed, prop: Prop, catalogue: Catalogue, heads: Sequence[Point]
) -> tuple[Sprite, ...]:
    """A row across the picture stays where it is; anything else keeps clear of the heads.

    Of the thing as drawn and the thing turned round, the one that has to move less is taken.
    """
    if prop.across:
        return tuple(_copies(prop, catalogue, 0.0, turned=False))
    wanted = SLOTS.get(placed.at, 0.27) * WIDTH
    ways = (False, True) if placed.facing not in ("left", "right") else (placed.facing == "right",)
    found = []
    for turned in ways:
        x = _clear(tuple(_copies(prop, catalogue, wanted, turned=turned)), wanted, heads)
        found.append((abs(x - wanted), turned, x))
    _, turned, x = min(found)
    return tuple(_copies(prop, catalogue, x, turned=turned))


def _clear(sprites: Sequence[Sprite], x: float, heads: Sequence[Point]) -> float:
    if not sprites:
        return x
    left = min(sprite.left for sprite in sprites)
    right = max(sprite.left + sprite.width for sprite in sprites)
    middle, half = (left + right) / 2, (right - left) / 2
    walls = [(head.x - _HEAD, head.x + _HEAD) for head in heads]
    return x + spread.clear(middle, half, walls) - middle


def _copies(prop: Prop, catalogue: Catalogue, x: float, *, turned: bool) -> Iterator[Sprite]:
    for copy in prop.copies:
        part = catalogue.parts.get(copy.part)
        if part is not None:
            place = Point(x + copy.x, copy.y)
            scale = copy.height / prop.units
            flipped = copy.flipped != turned
            yield _sprite(part, place, prop.anchor, scale, flipped=flipped)._replace(
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
