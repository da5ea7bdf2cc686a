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
