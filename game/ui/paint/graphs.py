"""Meters, rails, beads and signs."""

import itertools
from collections.abc import Callable
from typing import NamedTuple

import pygame

from game.ui import words
from game.ui.art import (
    Art,
    Beads,
    Emblem,
    Fork,
    Meter,
    Power,
    Quill,
    Railway,
    Rule,
)  # fmt: skip
from game.ui.boxes import Font
from game.ui.paint.canvas import Canvas, Point
from game.ui.paint.fonts import Fonts
from game.ui.theme import Theme, rgb


class Pen(NamedTuple):
    """What drawings need: a size in pixels, colours, fonts, pixels for a unit and one of text."""

    width: int
    height: int
    theme: Theme
    fonts: Fonts
    unit: float
    reading: float


def draw(art: Art, pen: Pen) -> pygame.Surface:
    """Return the drawing of anything but a picture."""
    made = _DRAWERS[type(art)](art, pen)
    return made if isinstance(made, pygame.Surface) else made.done()


def _rule(_: Rule, pen: Pen) -> Canvas:
    canvas = Canvas(pen.width, pen.height)
    slab, slant, high = 150 * pen.unit, 8 * pen.unit, min(pen.height, 7 * pen.unit)
    canvas.shape([(0, 0), (slab, 0), (slab - slant, high), (0, high)], pen.theme["signal"])
    start = slab + 8 * pen.unit
    canvas.line([(start, high / 2), (pen.width, high / 2)], pen.theme["rule"], 1.6 * pen.unit)
    return canvas


def _meter(art: Meter, pen: Pen) -> Canvas:
    """Ten blocks; what was won or lost is hatched beside what there was."""
    canvas = Canvas(pen.width, pen.height)
    canvas.block(0, 0, pen.width, pen.height, pen.theme["empty"])

    def at(value: int) -> float:
        return pen.width * (value - art.low) / max(1, art.high - art.low)

    falls = art.after < art.before
    canvas.block(0, 0, at(min(art.before, art.after)), pen.height, pen.theme["slate"])
    start, end = sorted((at(art.before), at(art.after)))
    canvas.block(start, 0, end - start, pen.height, pen.theme["signal" if falls else "slate"])
    step = max(2.0, 4 * pen.unit)
    x = start
    while falls and x < end:
        canvas.line([(x, pen.height), (min(end, x + pen.height), 0)], pen.theme["paper"], 1)
        x += step
    for tick in range(1, 10):
        x = pen.width * tick / 10
        canvas.line([(x, 0), (x, pen.height)], pen.theme["paper"], 1.6 * pen.unit)
    if not falls and end > start:
        canvas.line([(start, 0), (start, pen.height)], pen.theme["ochre"], 2.4 * pen.unit)
    return canvas


def _smooth(t: float) -> float:
    t = min(1.0, max(0.0, t))
    return t * t * (3 - 2 * t)


def _fork(art: Fork, pen: Pen) -> pygame.Surface:
    """One rail that splits at a switch; the gap says how often the reader went another way."""
    canvas = Canvas(pen.width, pen.height)
    part = art.another / max(1, art.of)
    gap = (0.45 + 0.55 * part) * 40 * pen.unit if art.another else 0.0
    middle = pen.height * 0.4
    switch, end = pen.width * 0.22, pen.width - _names_width(pen)
    bend = pen.width * 0.42

    def up(x: float) -> float:
        return middle - _smooth((x - switch) / bend) * gap * 0.35

    def down(x: float) -> float:
        return middle + _smooth((x - switch) / bend) * gap * 0.65

    for number in range(46):
        x = end * number / 45
        _sleeper(canvas, x, (up(x), down(x)), pen)
    xs = [end * number / 90 for number in range(91)]
    canvas.line([(x, up(x)) for x in xs], pen.theme["ink"], 3.4 * pen.unit)
    if art.another:
        canvas.line([(x, down(x)) for x in xs if x >= switch], pen.theme["signal"], 4.2 * pen.unit)
    canvas.diamond(switch, middle, 9 * pen.unit, pen.theme["signal"])
    made = canvas.done()
    if art.another:
        _rail_names(made, up(end), down(end), pen)
    return made


def _sleeper(canvas: Canvas, x: float, rails: tuple[float, float], pen: Pen) -> None:
    half = 6 * pen.unit
    upper, lower = rails
    if lower - upper < 2 * half:
        canvas.line([(x, upper - half), (x, lower + half)], pen.theme["rail"], 2.4 * pen.unit)
        return
    canvas.line([(x, upper - half), (x, upper + half)], pen.theme["rail"], 2.4 * pen.unit)
    canvas.line([(x, lower - half), (x, lower + half)], pen.theme["faded"], 2.4 * pen.unit)


def _names_font(pen: Pen) -> Font:
    return Font("italic", max(14, round(16 * pen.unit)))


def _names_width(pen: Pen) -> int:
    font = _names_font(pen)
    widths = [pen.fonts.width(name, font) for name in (words.YOUR_ROAD, words.HISTORY_ROAD)]
    return max(widths) + round(12 * pen.unit)


def _rail_names(made: pygame.Surface, upper: float, lower: float, pen: Pen) -> None:
    """Each line is named at its end."""
    font = _names_font(pen)
    half = pen.fonts.height(font) / 2
    left = pen.width - _names_width(pen) + 10 * pen.unit
    made.blit(pen.fonts.words(words.HISTORY_ROAD, font, pen.theme["ink"]), (left, upper - half - 1))
    made.blit(pen.fonts.words(words.YOUR_ROAD, font, pen.theme["red"]), (left, lower - half + 1))


def _beads(art: Beads, pen: Pen) -> Canvas:
    canvas = Canvas(pen.width, pen.height)
    middle = pen.height / 2
    step = pen.width / (art.total + 1)
    canvas.line(
        [(step * 0.6, middle), (pen.width - step * 0.6, middle)], pen.theme["rail"], 1.8 * pen.unit
    )
    for number in range(art.total):
        x = step * (number + 1)
        if number < art.done:
            canvas.disc(x, middle, 5 * pen.unit, pen.theme["slate"])
        elif number == art.done:
            canvas.diamond(x, middle, 9 * pen.unit, pen.theme["signal"])
        else:
            canvas.disc(x, middle, 4.5 * pen.unit, pen.theme["card"])
            canvas.ring(x, middle, 4.5 * pen.unit, pen.theme["rail"], 1.8 * pen.unit)
    return canvas


def _railway(art: Railway, pen: Pen) -> Canvas:
    """Stations on the main line where the reader went with history, below it where not."""
    canvas = Canvas(pen.width, pen.height)
    if not art.stops:
        return canvas
    main, ours = pen.height * 0.36, pen.height * 0.74
    step = pen.width / len(art.stops)
    places = [step * (number + 0.5) for number in range(len(art.stops))]
    for number in range(max(2, round(pen.width / (16 * pen.unit)))):
        x = number * 16 * pen.unit + 4
        canvas.line(
            [(x, main - 5 * pen.unit), (x, main + 5 * pen.unit)], pen.theme["rule"], 2 * pen.unit
        )
    canvas.line([(0, main), (pen.width, main)], pen.theme["ink"], 3 * pen.unit)
    _own_line(canvas, art, places, (main, ours), pen)
    for x, stop in zip(places, art.stops, strict=True):
        for junction in range(min(3, stop.closed)):
            away = (10 + 7 * junction) * pen.unit
            start = (x + 6 * pen.unit, main - 2)
            canvas.line(
                [start, (x + 12 * pen.unit + away / 2, main - away)],
                pen.theme["rail"],
                1.6 * pen.unit,
            )
        if not stop.is_passed:
            canvas.disc(x, main, 6 * pen.unit, pen.theme["paper"])
            canvas.ring(x, main, 6 * pen.unit, pen.theme["rail"], 2 * pen.unit)
            continue
        canvas.disc(x, main, 7 * pen.unit, pen.theme["ink"])
        if stop.same is False:
            canvas.diamond(x, ours, 9 * pen.unit, pen.theme["signal"])
        else:
            canvas.disc(x, main, 4 * pen.unit, pen.theme["signal"])
    return canvas


def _own_line(
    canvas: Canvas, art: Railway, places: list[float], levels: tuple[float, float], pen: Pen
) -> None:
    """The reader's line, from station to station, on the main line or below it."""
    main, below = levels
    passed = [
        (x, below if stop.same is False else main)
        for x, stop in zip(places, art.stops, strict=True)
        if stop.is_passed
    ]
    if not passed:
        return
    way: list[Point] = [(0.0, main), *passed]
    for (x0, y0), (x1, y1) in itertools.pairwise(way):
        points = [
            (x0 + (x1 - x0) * part / 16, y0 + (y1 - y0) * _smooth(part / 16)) for part in range(17)
        ]
        canvas.line(points, pen.theme["signal"], 3.6 * pen.unit)


def _power(art: Power, pen: Pen) -> Canvas:
    """Bands one on another, from left to right through the scenes; white lines part them."""
    canvas = Canvas(pen.width, pen.height)
    count = len(art.labels)
    if not count or not art.total:
        return canvas
    xs = [pen.width * number / max(1, count - 1) for number in range(count)]
    if count == 1:
        xs = [0.0, float(pen.width)]
    floor = [float(pen.height)] * len(xs)
    for band in art.bands:
        shares = band.shares if count > 1 else band.shares * 2
        ceiling = [
            low - pen.height * share / art.total for low, share in zip(floor, shares, strict=True)
        ]
        upper = list(zip(xs, ceiling, strict=True))
        lower = list(zip(xs, floor, strict=True))
        canvas.shape([*upper, *reversed(lower)], rgb(band.colour))
        canvas.line(upper, pen.theme["paper"], 1.6 * pen.unit)
        floor = ceiling
    return canvas


def _quill(_: Quill, pen: Pen) -> Canvas:
    canvas = Canvas(pen.width, pen.height)
    w, h = pen.width, pen.height
    canvas.shape(
        [
            (w * 0.2, h * 0.78),
            (w * 0.34, h * 0.36),
            (w * 0.92, h * 0.04),
            (w * 0.74, h * 0.56),
            (w * 0.44, h * 0.72),
        ],
        pen.theme["red"],
    )
    canvas.line([(w * 0.1, h * 0.96), (w * 0.78, h * 0.2)], pen.theme["ink"], max(1.2, h * 0.06))
    return canvas


def _emblem(art: Emblem, pen: Pen) -> Canvas:
    """How sure we are: a full disc, a half disc, an open ring; a padlock; a drop."""
    canvas = Canvas(pen.width, pen.height)
    x, y, radius = pen.width / 2, pen.height / 2, min(pen.width, pen.height) * 0.42
    thick = max(1.5, radius * 0.2)
    if art.kind == "locked":
        canvas.ring(x, y - radius * 0.25, radius * 0.55, pen.theme["soft"], thick)
        canvas.block(
            x - radius * 0.8, y - radius * 0.1, radius * 1.6, radius * 1.1, pen.theme["soft"]
        )
    elif art.kind == "ledger":
        canvas.disc(x, y + radius * 0.25, radius * 0.7, pen.theme["signal"])
        canvas.shape(
            [(x - radius * 0.6, y), (x, y - radius), (x + radius * 0.6, y)], pen.theme["signal"]
        )
    elif art.kind == "seen":
        marks = [
            (x - radius, y),
            (x - radius * 0.2, y + radius * 0.7),
            (x + radius, y - radius * 0.8),
        ]
        canvas.line(marks, pen.theme["slate"], thick)
    else:
        _sureness(canvas, art.kind, (x, y, radius), pen)
    return canvas


def _sureness(canvas: Canvas, kind: str, where: tuple[float, float, float], pen: Pen) -> None:
    x, y, radius = where
    thick = max(1.5, radius * 0.2)
    canvas.ring(x, y, radius, pen.theme["slate"], thick)
    if kind == "documented":
        canvas.disc(x, y, radius * 0.6, pen.theme["slate"])
    elif kind == "judgement":
        half = radius * 0.6
        canvas.disc(x, y, half, pen.theme["slate"])
        canvas.block(x, y - half - 1, half + 1, 2 * half + 2, pen.theme["paper"])


_DRAWERS: dict[type, Callable[..., Canvas | pygame.Surface]] = {
    Rule: _rule, Meter: _meter, Fork: _fork, Beads: _beads, Railway: _railway, Power: _power,
    Quill: _quill, Emblem: _emblem,
}  # fmt: skip
