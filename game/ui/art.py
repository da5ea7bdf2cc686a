"""Everything drawn that is not words, as data: pictures, meters, the railway, the power share."""

from pathlib import Path
from typing import Literal, NamedTuple

from game.story.lists import Person
from game.story.model import Illustration


class Plate(NamedTuple):
    """A scene's picture, filling its box; a page covers the share ``covered`` of its left side."""

    illustration: Illustration
    chapter: str
    covered: float = 0.0


class Vignette(NamedTuple):
    """A small picture in two inks."""

    illustration: Illustration
    chapter: str
    ink: Literal["slate", "red", "sepia"]


class Cover(NamedTuple):
    """The picture on a story's cover, small; ``story`` is its folder or .zip."""

    illustration: Illustration
    story: Path


class Medallion(NamedTuple):
    """A round portrait of a person in one ink, as they looked in a year (0 is any).

    ``own`` is the person where the story itself says how they look.
    """

    person: str
    year: int = 0
    ink: Literal["slate", "red", "sepia"] = "sepia"
    own: Person | None = None


class Meter(NamedTuple):
    """A number between two limits, before and after a decision; ``is_cost`` is what others pay."""

    low: int
    high: int
    before: int
    after: int
    is_cost: bool = False


class Fork(NamedTuple):
    """Rails that part: in how many of the last decisions the reader went another way."""

    another: int
    of: int


class Stop(NamedTuple):
    """A station: ``same`` is None where the record is silent or nothing is decided yet."""

    title: str
    same: bool | None
    is_passed: bool
    closed: int


class Railway(NamedTuple):
    """The main line is history; the reader's line leaves it and comes back."""

    stops: tuple[Stop, ...]


class Beads(NamedTuple):
    """How far through a chapter: beads on a wire."""

    done: int
    total: int


class Band(NamedTuple):
    name: str
    colour: str
    shares: tuple[int, ...]


class Power(NamedTuple):
    """How power was shared, scene after scene, as bands one on another up to ``total``."""

    bands: tuple[Band, ...]
    labels: tuple[str, ...]
    total: int


class Bead(NamedTuple):
    """A bead on an upright rail: full where the reader has been."""

    is_passed: bool


class Rule(NamedTuple):
    """The red slanted bar and thin line beneath a title."""


class Quill(NamedTuple):
    """The mark of what rests on one person's own word alone."""


class Emblem(NamedTuple):
    """A drawn sign beside words: how sure we are, a locked door, a red drop."""

    kind: Literal["documented", "judgement", "supposition", "locked", "ledger", "seen"]


Picture = Plate | Vignette | Cover | Medallion
Art = Picture | Meter | Fork | Railway | Beads | Bead | Power | Rule | Quill | Emblem
