"""Rails: the switch where two roads part, and the railway of a chapter."""

import itertools

import pygame

from game.ui import words
from game.ui.art import Fork, Railway, Stop
from game.ui.boxes import Font
from game.ui.paint.canvas import Canvas, Point, smooth
from game.ui.paint.pen import Pen


def fork(art: Fork, pen: Pen) -> pygame.Surface:
    """One rail that splits at a switch; the gap says how often the reader went another way."""
    canvas = Canvas(pen.width, pen.height)
    part = art.another / max(1, art.of)
    gap = (0.45 + 0.55 * part) * 40 * pen.words if art.another else 0.0
    middle = pen.height * 0.4
    switch, end = pen.width * 0.22, pen.width - _names_width(pen)
    bend = pen.width * 0.42

    def up(x: float) -> float:
        return middle - smooth((x - switch) / bend) * gap * 0.35

    def down(x: float) -> float:
        return middle + smooth((x - switch) / bend) * gap * 0.65

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
    return Font("italic", max(14, round(16 * pen.words)))


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


def railway(art: Railway, pen: Pen) -> pygame.Surface:
    """Stations on the main line where the reader went with history, below it where not."""
    canvas = Canvas(pen.width, pen.height)
    if not art.stops:
        return canvas.done()
    main, ours = pen.height * 0.46, pen.height * 0.82
    step = pen.width / len(art.stops)
    places = [step * (number + 0.5) for number in range(len(art.stops))]
    half = 5 * pen.unit
    for number in range(max(2, round(pen.width / (13 * pen.unit)))):
        x = number * 13 * pen.unit + 4
        canvas.line([(x, main - half), (x, main + half)], pen.theme["rule"], 2 * pen.unit)
    canvas.line([(0, main), (pen.width, main)], pen.theme["ink"], 3 * pen.unit)
    for x, stop in zip(places, art.stops, strict=True):
        for junction in range(min(3, stop.closed)):
            _closed(canvas, x, main, junction, pen)
    _own_line(canvas, art, places, (main, ours), pen)
    for x, stop in zip(places, art.stops, strict=True):
        _station(canvas, (x, main, ours), stop, pen)
    made = canvas.done()
    _numbers(made, places, main, pen)
    return made


def _closed(canvas: Canvas, x: float, main: float, junction: int, pen: Pen) -> None:
    """A junction that was not taken: a short line that ends at a buffer."""
    across, up = (30 + 13 * junction) * pen.unit, (13 + 11 * junction) * pen.unit
    end = (x + across, main - up)
    points = [(x + across * part / 8, main - up * smooth(part / 8)) for part in range(9)]
    canvas.line(points, pen.theme["rail"], 2 * pen.unit)
    stop = 4.5 * pen.unit
    canvas.line(
        [(end[0], end[1] - stop), (end[0], end[1] + stop)], pen.theme["rail"], 2.6 * pen.unit
    )


def _station(canvas: Canvas, place: tuple[float, float, float], stop: Stop, pen: Pen) -> None:
    x, main, ours = place
    if not stop.is_passed:
        canvas.disc(x, main, 7 * pen.unit, pen.theme["paper"])
        canvas.ring(x, main, 7 * pen.unit, pen.theme["rail"], 2 * pen.unit)
        return
    canvas.disc(x, main, 8 * pen.unit, pen.theme["ink"])
    if stop.same is False:
        canvas.disc(x, main, 4 * pen.unit, pen.theme["paper"])
        canvas.diamond(x, ours, 10 * pen.unit, pen.theme["signal"])
    else:
        canvas.disc(x, main, 5 * pen.unit, pen.theme["signal"])


def _numbers(made: pygame.Surface, places: list[float], main: float, pen: Pen) -> None:
    """The number of each station, as in the list beneath.

    It stands over the main line and before the junctions: the reader's own line is below that.
    """
    font = Font("label", max(13, round(14 * pen.words)))
    for number, x in enumerate(places, 1):
        word = pen.fonts.words(str(number), font, pen.theme["soft"])
        left = max(0.0, x - word.get_width() - 2 * pen.unit)
        made.blit(word, (left, main - 8 * pen.unit - word.get_height()))


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
            (x0 + (x1 - x0) * part / 16, y0 + (y1 - y0) * smooth(part / 16)) for part in range(17)
        ]
        canvas.line(points, pen.theme["signal"], 3.6 * pen.unit)
