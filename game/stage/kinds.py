"""The kinds of things a picture is made of: backdrops, figures, props, moods and baked parts."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from game.stage.spread import Spot

SLOTS: Mapping[str, float] = {
    "far_left": 0.12,
    "left": 0.27,
    "centre_left": 0.40,
    "centre": 0.50,
    "centre_right": 0.60,
    "right": 0.73,
    "far_right": 0.88,
}


class Size(NamedTuple):
    """How tall a figure's drawing is, where its feet stand and how deep, on a stage 1280 x 720."""

    height: float
    feet: float
    depth: float


SIZES: Mapping[str, Size] = {
    "far": Size(430, 640, 0.35),
    "mid": Size(620, 700, 0.50),
    "near": Size(840, 846, 0.65),
    "close": Size(1180, 1120, 0.75),
}
FACINGS = ("left", "right")


class Files(NamedTuple):
    """Flat ink, and the map of tone where there is one.

    Each is a path, but no ``Path``: to make thousands of these is long before a first frame.
    """

    flat: str
    tone: str | None


class Part(NamedTuple):
    """A baked picture, and where in its drawing it lies, in the drawing's units.

    ``scale`` is pixels for a unit; ``small``, if there, is two thirds as large. ``over`` lies on
    it, within its edges: the head on a body.
    """

    name: str
    files: Files
    small: Files | None
    left: float
    top: float
    width: float
    height: float
    scale: float
    over: "Part | None" = None


class Layer(NamedTuple):
    part: str
    depth: float


class Light(NamedTuple):
    """A patch of light on the backdrop."""

    x: float
    y: float
    radius: float
    colour: str
    strength: float


class Post(NamedTuple):
    """Something upright that must not grow out of a head."""

    left: float
    right: float
    top: float
    bottom: float


class Seat(NamedTuple):
    """Where people sit at a table: between which places, where on it their hands lie, how tall
    they are drawn, and which way they look; blank where that is left to the picture."""

    left: float
    right: float
    y: float
    height: float
    facing: str


@dataclass(frozen=True, slots=True)
class Backdrop:
    """``lettering`` is where words can be read. ``side`` is where the light comes from: -1 left,
    1 right, 0 as the mood says.

    ``key`` is the colour of that light, blank where the mood's will do.
    """

    name: str
    layers: tuple[Layer, ...]
    lights: tuple[Light, ...]
    halo: float
    focus: float
    spots: tuple[Spot, ...]
    posts: tuple[Post, ...]
    lettering: tuple[Post, ...]
    seat: Seat | None
    side: int
    key: str
    mood: str
    weather: str


@dataclass(frozen=True, slots=True)
class Figure:
    """``looks`` are the pairs of expression and pose that are drawn, the usual one first.

    ``quiet`` and ``loud`` are the poses taken when the author names none. ``years`` are those in
    which somebody looked so: the first and the last; 0 and 0 where it does not matter.
    ``person`` is who it is, as the people of the story are named. ``detail`` is how fine it is
    baked: 1 for those who stand in front. In the poses of ``sitting`` it sits at a table, and
    ``lap`` is where in its drawing the hands lie.
    """

    name: str
    drawing: str
    anchor: tuple[float, float]
    head: tuple[float, float]
    height: float
    expressions: tuple[str, ...]
    poses: tuple[str, ...]
    looks: tuple[tuple[str, str], ...]
    quiet: str
    loud: str
    sitting: tuple[str, ...]
    lap: tuple[float, float]
    years: tuple[int, int]
    person: str = ""
    detail: float = 1.0

    @property
    def seated(self) -> bool:
        """Whether it is never seen standing."""
        return set(self.poses) == set(self.sitting)

    def part(self, expression: str, pose: str) -> str:
        """The baked part of ``look``."""
        return ".".join((self.drawing, *self.look(expression, pose)))

    def look(self, expression: str, pose: str) -> tuple[str, str]:
        """The look nearest to what is asked for: the expression counts most, then the pose.

        Unknown and empty words take what is usual.
        """
        feeling = expression if expression in self.expressions else self.expressions[0]
        usual = self.loud if feeling == "fierce" else self.quiet
        stance = pose if pose in self.poses else usual
        return min(self.looks, key=lambda look: (look[0] != feeling, look[1] != stance))


class Copy(NamedTuple):
    """One drawing placed by its anchor within a prop; 0 across is the prop's own slot."""

    part: str
    x: float
    y: float
    height: float
    flipped: bool


@dataclass(frozen=True, slots=True)
class Prop:
    """A thing at a slot, or (``across``) a row over the whole width of the picture.

    ``posts`` are its poles, in the units of its drawing. ``years`` are as with figures.
    """

    name: str
    copies: tuple[Copy, ...]
    anchor: tuple[float, float]
    units: float
    depth: float
    look: str
    across: bool
    posts: tuple[Post, ...] = ()
    years: tuple[int, int] = (0, 0)


class Mood(NamedTuple):
    """Three inks and how strongly they pull, the colour of the air, and the colour of the light."""

    name: str
    shadow: str
    middle: str
    light: str
    pull: float
    gain: float
    haze: str
    haze_amount: float
    key: str
    side: int


# The side of a square of blank paper, in pixels.
PAGE = 512


@dataclass(frozen=True, slots=True)
class Catalogue:
    """``stamp`` changes when anything in the catalogue or in the baked parts does."""

    folder: Path
    backdrops: Mapping[str, Backdrop] = field(default_factory=dict)
    figures: Mapping[str, Figure] = field(default_factory=dict)
    props: Mapping[str, Prop] = field(default_factory=dict)
    moods: Mapping[str, Mood] = field(default_factory=dict)
    parts: Mapping[str, Part] = field(default_factory=dict)
    troubles: tuple[str, ...] = ()
    stamp: str = ""

    @property
    def noise(self) -> Path:
        return self.folder / "baked" / "noise.png"

    @property
    def paper(self) -> Path:
        return self.folder / "baked" / "paper.jpg"

    @property
    def page(self) -> Path:
        """A square of blank paper as it is printed."""
        return self.folder / "printed" / "page.jpg"
