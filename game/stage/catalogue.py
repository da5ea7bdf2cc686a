"""What the assets hold: backdrops, figures, props and moods by name, and the baked parts."""

import contextlib
import hashlib
import itertools
import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from game.stage import table
from game.stage.kinds import (
    FACINGS,
    SIZES,
    SLOTS,
    Backdrop,
    Catalogue,
    Copy,
    Figure,
    Files,
    Layer,
    Light,
    Mood,
    Part,
    Post,
    Prop,
    Seat,
    Size,
)
from game.stage.spread import Spot
from game.stage.table import Table

__all__ = (
    "FACINGS",
    "SIZES",
    "SLOTS",
    "Backdrop",
    "Catalogue",
    "Copy",
    "Figure",
    "Files",
    "Layer",
    "Light",
    "Mood",
    "Part",
    "Post",
    "Prop",
    "Seat",
    "Size",
    "scan",
)


def scan(assets: Path) -> Catalogue:
    """Read the catalogue of a folder of assets; what is missing there is missing here."""
    lists = assets / "catalogue"
    backdrops = {name: _backdrop(name, row) for name, row in _rows(lists / "backdrops.json")}
    figures = {name: _figure(name, row) for name, row in _rows(lists / "figures.json")}
    props = {name: _prop(name, row) for name, row in _rows(lists / "props.json")}
    moods = {name: _mood(name, row) for name, row in _rows(lists / "moods.json")}
    parts = _parts(assets / "baked")
    parts |= {part.name: part for part in _people(figures.values(), parts)}
    empty = [name for name, found in (("pictures", backdrops), ("parts", parts)) if not found]
    troubles = tuple(f"There are no {name} in {assets}." for name in empty)
    return Catalogue(assets, backdrops, figures, props, moods, parts, troubles, _stamp(assets))


def _stamp(assets: Path) -> str:
    """The index holds the stamp of every part, so the lists and the index are enough."""
    told = hashlib.sha256(str(assets).encode())
    for path in (*sorted((assets / "catalogue").glob("*.json")), assets / "baked" / "index.json"):
        with contextlib.suppress(OSError):
            told.update(path.read_bytes())
    return told.hexdigest()


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
        tuple(Spot(*_numbers(cells, 3)) for cells in row.rows("spots")),
        tuple(Post(*_numbers(cells, 4)) for cells in row.rows("posts")),
        tuple(Post(*_numbers(cells, 4)) for cells in row.rows("lettering")),
        Seat(*seat, row.text("seat_facing")) if len(seat) == 4 else None,
        int(row.number("side")),
        row.text("key"),
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
    anchor, head, years = row.numbers("anchor"), row.numbers("head"), row.numbers("years")
    lap = row.numbers("lap")
    expressions = row.words("expressions") or ("calm",)
    poses = row.words("poses") or ("default",)
    return Figure(
        name,
        row.text("drawing"),
        (anchor[0], anchor[1]) if len(anchor) == 2 else (300, 985),
        (head[0], head[1]) if len(head) == 2 else (282, 140),
        row.number("height", 1140),
        expressions,
        poses,
        _looks(row.words("looks"), expressions, poses),
        row.text("quiet", "default"),
        row.text("loud", "default"),
        row.words("sitting"),
        (lap[0], lap[1]) if len(lap) == 2 else (300, 560),
        (int(years[0]), int(years[1])) if len(years) == 2 else (0, 0),
        row.text("person"),
        row.number("detail", 1),
    )


def _looks(
    drawn: tuple[str, ...], expressions: tuple[str, ...], poses: tuple[str, ...]
) -> tuple[tuple[str, str], ...]:
    """Pairs written "calm.speaking"; without any, every expression in every pose."""
    pairs = tuple(itertools.product(expressions, poses))
    return tuple(pair for pair in pairs if ".".join(pair) in drawn) or pairs


def _prop(name: str, row: Table) -> Prop:
    anchor, years = row.numbers("anchor"), row.numbers("years")
    return Prop(
        name,
        tuple(_copy(cells) for cells in row.rows("copies")),
        (anchor[0], anchor[1]) if len(anchor) == 2 else (300, 985),
        row.number("units", 1000),
        row.number("depth", 0.5),
        row.text("look", "prop"),
        row.truth("across"),
        tuple(Post(*_numbers(cells, 4)) for cells in row.rows("posts")),
        (int(years[0]), int(years[1])) if len(years) == 2 else (0, 0),
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


def _parts(folder: Path) -> dict[str, Part]:
    """Names in the index are looked up among the files there, never joined to a path.

    The list of a folder says what is a link; to ask file by file takes seconds from a share.
    """
    try:
        with os.scandir(folder) as entries:
            files = {entry.name: entry.path for entry in entries if not entry.is_symlink()}
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


def _people(figures: Iterable[Figure], parts: Mapping[str, Part]) -> Iterator[Part]:
    """Every look whose body and head are baked apart: the one with the other over it."""
    for figure in figures:
        for expression, pose in figure.looks:
            body = parts.get(f"{figure.drawing}.body.{pose}")
            head = parts.get(f"{figure.drawing}.head.{expression}")
            if body is not None and head is not None:
                yield body._replace(name=f"{figure.drawing}.{expression}.{pose}", over=head)


def _numbers(cells: tuple[object, ...], count: int) -> tuple[float, ...]:
    found = [float(cell) if isinstance(cell, int | float) else 0.0 for cell in cells[:count]]
    return (*found, *([0.0] * (count - len(found))))
