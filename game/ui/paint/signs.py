"""Small signs: the bar beneath a title, beads on a wire, the quill, how sure we are."""

from game.ui.art import Bead, Beads, Emblem, Quill, Rule
from game.ui.paint.canvas import Canvas
from game.ui.paint.pen import Pen


def rule(_: Rule, pen: Pen) -> Canvas:
    canvas = Canvas(pen.width, pen.height)
    slab, slant, high = 150 * pen.unit, 8 * pen.unit, min(pen.height, 7 * pen.unit)
    canvas.shape([(0, 0), (slab, 0), (slab - slant, high), (0, high)], pen.theme["signal"])
    start = slab + 8 * pen.unit
    canvas.line([(start, high / 2), (pen.width, high / 2)], pen.theme["rule"], 1.6 * pen.unit)
    return canvas


def beads(art: Beads, pen: Pen) -> Canvas:
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


def bead(art: Bead, pen: Pen) -> Canvas:
    canvas = Canvas(pen.width, pen.height)
    x, y, radius = pen.width / 2, pen.height / 2, min(pen.width, pen.height) * 0.42
    canvas.disc(x, y, radius, pen.theme["slate" if art.is_passed else "card"])
    if not art.is_passed:
        canvas.ring(x, y, radius, pen.theme["rail"], max(1.5, radius * 0.36))
    return canvas


def quill(_: Quill, pen: Pen) -> Canvas:
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


def emblem(art: Emblem, pen: Pen) -> Canvas:
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
