"""Everything that is drawn and not a picture, by its kind; and the bars of meters and of power."""

from collections.abc import Callable, Mapping

import pygame

from game.ui.art import Art, Bead, Beads, Emblem, Fork, Meter, Power, Quill, Railway, Rule
from game.ui.paint import rails, signs
from game.ui.paint.canvas import Canvas
from game.ui.paint.pen import Pen
from game.ui.theme import rgb


def draw(art: Art, pen: Pen) -> pygame.Surface:
    """Return the drawing of anything but a picture."""
    made = _DRAWERS[type(art)](art, pen)
    return made if isinstance(made, pygame.Surface) else made.done()


def _meter(art: Meter, pen: Pen) -> Canvas:
    """Ten blocks; what was won or lost is set off from what there was.

    What was lost is hatched, and what others paid is hatched both ways: no colour is needed to tell
    them from what was won.
    """
    canvas = Canvas(pen.width, pen.height)
    canvas.block(0, 0, pen.width, pen.height, pen.theme["empty"])

    def at(value: int) -> float:
        return pen.width * (value - art.low) / max(1, art.high - art.low)

    is_bad = art.after < art.before or art.is_cost
    canvas.block(0, 0, at(min(art.before, art.after)), pen.height, pen.theme["slate"])
    start, end = sorted((at(art.before), at(art.after)))
    canvas.block(start, 0, end - start, pen.height, pen.theme["signal" if is_bad else "slate"])
    if is_bad:
        _hatch(canvas, start, end, pen, is_crossed=art.is_cost)
    for tick in range(1, 10):
        x = pen.width * tick / 10
        canvas.line([(x, 0), (x, pen.height)], pen.theme["paper"], 1.6 * pen.unit)
    if not is_bad and end > start:
        canvas.line([(start, 0), (start, pen.height)], pen.theme["ochre"], 2.4 * pen.unit)
    return canvas


def _hatch(canvas: Canvas, start: float, end: float, pen: Pen, *, is_crossed: bool) -> None:
    x, step = start, max(2.0, 4 * pen.unit)
    while x < end:
        right = min(end, x + pen.height)
        canvas.line([(x, pen.height), (right, 0)], pen.theme["paper"], 1)
        if is_crossed:
            canvas.line([(x, 0), (right, pen.height)], pen.theme["paper"], 1)
        x += step


def _power(art: Power, pen: Pen) -> Canvas:
    """Bands one under another, from left to right through the scenes; white lines part them."""
    canvas = Canvas(pen.width, pen.height)
    count = len(art.labels)
    if not count or not art.total:
        return canvas
    xs = [pen.width * number / max(1, count - 1) for number in range(count)]
    if count == 1:
        xs = [0.0, float(pen.width)]
    columns = _columns(art, pen)
    columns = columns if count > 1 else columns * 2
    ceiling = [0.0] * len(xs)
    for number, band in enumerate(art.bands):
        floor = [high + column[number] for high, column in zip(ceiling, columns, strict=True)]
        upper = list(zip(xs, ceiling, strict=True))
        lower = list(zip(xs, floor, strict=True))
        canvas.shape([*upper, *reversed(lower)], rgb(band.colour))
        if number:
            canvas.line(upper, pen.theme["paper"], 1.2 * pen.unit)
        ceiling = floor
    return canvas


def _columns(art: Power, pen: Pen) -> list[list[float]]:
    """How high each band is at each scene. The smallest share can be seen; the largest gives it."""
    least = min(4 * pen.unit, pen.height / max(1, 2 * len(art.bands)))
    found = []
    for shares in zip(*(band.shares for band in art.bands), strict=True):
        heights = [max(least, pen.height * share / art.total) if share else 0.0 for share in shares]
        largest = heights.index(max(heights))
        heights[largest] = max(0.0, heights[largest] - max(0.0, sum(heights) - pen.height))
        found.append(heights)
    return found


_DRAWERS: Mapping[type, Callable[..., Canvas | pygame.Surface]] = {
    Rule: signs.rule,
    Beads: signs.beads,
    Bead: signs.bead,
    Quill: signs.quill,
    Emblem: signs.emblem,
    Meter: _meter,
    Power: _power,
    Fork: rails.fork,
    Railway: rails.railway,
}
