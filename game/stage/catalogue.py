"""What the assets hold: backdrops, figures, props and moods by name, and the baked parts."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from game.stage import table
from game.stage.table import Table

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
    """Flat ink, and the map of tone where there is one."""

    flat: Path
    tone: Path | None


class Part(NamedTuple):
    """A baked picture, and where in its drawing it lies, in the drawing's units.

    ``scale`` is pixels for a unit; ``small``, if there, is two thirds as large.
    """

    name: str
    files: Files
    small: Files | None
    left: float
    top: float
    width: float
    height: float
    scale: float


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
    """Where a seated figure sits: its anchor, its height and which way it looks."""

    x: float
    y: float
    height: float
    facing: str


@dataclass(frozen=True, slots=True)
class Backdrop:
    """``side`` is where the light comes from: -1 left, 1 right, 0 as the mood says."""

    name: str
    layers: tuple[Layer, ...]
    lights: tuple[Light, ...]
    halo: float
    focus: float
    spots: tuple[float, ...]
    posts: tuple[Post, ...]
    seat: Seat | None
    side: int
    mood: str
    weather: str


@dataclass(frozen=True, slots=True)
class Figure:
    """``poses`` in the order calm, fierce, ... of their defaults; parts are named by all three."""

    name: str
    drawing: str
    anchor: tuple[float, float]
    head: tuple[float, float]
    height: float
    expressions: tuple[str, ...]
    poses: tuple[str, ...]
    quiet: str
    loud: str
    seated: bool

    def part(self, expression: str, pose: str) -> str:
        """The baked part for a feeling and a pose; unknown or empty words take the default."""
        feeling = expression if expression in self.expressions else self.expressions[0]
        usual = self.loud if feeling == "fierce" else self.quiet
        stance = pose if pose in self.poses and pose != "default" else usual
        return f"{self.drawing}.{feeling}.{stance}"


class Copy(NamedTuple):
    """One drawing placed by its anchor within a prop; 0 across is the prop's own slot."""

    part: str
    x: float
    y: float
    height: float
    flipped: bool


@dataclass(frozen=True, slots=True)
class Prop:
    """A thing at a slot, or (``across``) a row over the whole width of the picture."""

    name: str
    copies: tuple[Copy, ...]
    anchor: tuple[float, float]
    units: float
    depth: float
    look: str
    across: bool


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


@dataclass(frozen=True, slots=True)
class Catalogue:
    folder: Path
    backdrops: Mapping[str, Backdrop] = field(default_factory=dict)
    figures: Mapping[str, Figure] = field(default_factory=dict)
    props: Mapping[str, Prop] = field(default_factory=dict)
    moods: Mapping[str, Mood] = field(default_factory=dict)
    parts: Mapping[str, Part] = field(default_factory=dict)
    troubles: tuple[str, ...] = ()

    @property
    def noise(self) -> Path:
        return self.folder / "baked" / "noise.png"

    @property
    def paper(self) -> Path:
        return self.folder / "baked" / "paper.webp"


def scan(assets: Path) -> Catalogue:
    """Read the catalogue of a folder of assets; what is missing there is missing here."""
    lists = assets / "catalogue"
    backdrops = {name: _backdrop(name, row) for name, row in _rows(lists / "backdrops.json")}
    figures = {name: _figure(name, row) for name, row in _rows(lists / "figures.json")}
    props = {name: _prop(name, row) for name, row in _rows(lists / "props.json")}
    moods = {name: _mood(name, row) for name, row in _rows(lists / "moods.json")}
    parts = _parts(assets / "baked")
    empty = [name for name, found in (("pictures", backdrops), ("parts", parts)) if not found]
    troubles = tuple(f"There are no {name} in {assets}." for name in empty)
    return Catalogue(assets, backdrops, figures, props, moods, parts, troubles)


def _rows(path: Path) -> Iterator[tuple[str, Table]]:
    return table.read(path).tables()


def _backdrop(name: str, row: Table) -> Backdrop:
    drawing = row.text("drawing")
    seat = row.numbers("seat")
    return Backdrop(
        name,
        tuple(_layer(drawing, cells) for cells in row.rows("layers")),
        tuple(_light(cells) for cells in row.rows("lights")),
        row.number("halo", 0.3),
        row.number("focus", 880),
        row.numbers("spots"),
        tuple(Post(*_numbers(cells, 4)) for cells in row.rows("posts")),
        Seat(*seat, row.text("seat_facing", "right")) if len(seat) == 3 else None,
        int(row.number("side")),
        row.text("mood", "lamplight"),
        row.text("weather"),
    )


def _layer(drawing: str, cells: tuple[object, ...]) -> Layer:
    """A layer of the backdrop's own drawing, or of another one as ``drawing.layer``."""
    name = str(cells[0]) if cells else ""
    whole = name if "." in name else f"{drawing}.{name}"
    return Layer(whole, _numbers(cells[1:], 1)[0])


def _light(cells: tuple[object, ...]) -> Light:
    x, y, radius, strength = _numbers((*cells[:3], *cells[4:]), 4)
    return Light(x, y, radius, str(cells[3]) if len(cells) > 3 else "#FFFFFF", strength)


def _figure(name: str, row: Table) -> Figure:
    anchor, head = row.numbers("anchor"), row.numbers("head")
    return Figure(
        name,
        row.text("drawing"),
        (anchor[0], anchor[1]) if len(anchor) == 2 else (300, 985),
        (head[0], head[1]) if len(head) == 2 else (282, 140),
        row.number("height", 1140),
        row.words("expressions") or ("calm",),
        row.words("poses") or ("default",),
        row.text("quiet", "default"),
        row.text("loud", "default"),
        row.truth("seated"),
    )


def _prop(name: str, row: Table) -> Prop:
    anchor = row.numbers("anchor")
    return Prop(
        name,
        tuple(_copy(cells) for cells in row.rows("copies")),
        (anchor[0], anchor[1]) if len(anchor) == 2 else (300, 985),
        row.number("units", 1000),
        row.number("depth", 0.5),
        row.text("look", "prop"),
        row.truth("across"),
    )


def _copy(cells: tuple[object, ...]) -> Copy:
    x, y, height = _numbers(cells[1:], 3)
    return Copy(str(cells[0]) if cells else "", x, y, height, len(cells) > 4 and cells[4] is True)


def _mood(name: str, row: Table) -> Mood:
    inks = row.words("inks")
    shadow, middle, light = inks if len(inks) == 3 else ("#17151A", "#8A7A62", "#F2E6CC")
    return Mood(
        name,
        shadow,
        middle,
        light,
        row.number("pull", 0.4),
        row.number("gain", 1.0),
        row.text("haze", middle),
        row.number("haze_amount", 0.25),
        row.text("key", light),
        int(row.number("side", -1)),
    )


def _parts(folder: Path) -> Mapping[str, Part]:
    """Names in the index are looked up among the files there, never joined to a path."""
    try:
        files = {file.name: file for file in folder.iterdir() if not file.is_symlink()}
    except OSError:
        return {}
    parts = {}
    for name, row in table.read(folder / "index.json").tables("parts"):
        box = row.numbers("box")
        flat, small = files.get(row.text("flat")), files.get(row.text("small_flat"))
        if flat is not None and len(box) == 5:
            large = Files(flat, files.get(row.text("tone")))
            less = Files(small, files.get(row.text("small_tone"))) if small is not None else None
            parts[name] = Part(name, large, less, *box)
    return parts


def _numbers(cells: tuple[object, ...], count: int) -> tuple[float, ...]:
    found = [float(cell) if isinstance(cell, int | float) else 0.0 for cell in cells[:count]]
    return (*found, *([0.0] * (count - len(found))))
