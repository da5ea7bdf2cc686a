"""The line to write in: where its letters, its cursor and its selection are."""

from typing import NamedTuple

from game.ui import words
from game.ui.boxes import Box, Rect, Run
from game.ui.editor import Editor
from game.ui.flow import Piece
from game.ui.space import Space
from game.ui.typeset import Measure, Style

_LEAST_ROWS = 3


class Row(NamedTuple):
    """Part of the text on one line; ``start`` is the index of its first letter."""

    start: int
    text: str


def line(editor: Editor, width: int, space: Space, gap: int = 0) -> Piece:
    """The box to write in. It grows with its text, and nothing in it is ever hidden."""
    style = _style(space)
    pad = _pad(space)
    shown, cursor = editor.shown, editor.shown_cursor
    rows = wrap(shown, style, width - 2 * pad, space.measure)
    height = 2 * pad + max(_LEAST_ROWS, len(rows)) * style.leading
    boxes = [
        Box(Rect(0, 0, width, height), "entry", shown or words.WRITE_HERE, "entry", "entry"),
        *_selection(editor, rows, style, space),
    ]
    runs = tuple(
        Run(row.text, pad, pad + number * style.leading, style.font)
        for number, row in enumerate(rows)
        if row.text
    )
    if not shown:
        runs = (Run(words.WRITE_HERE, pad, pad, style.font, "rail"),)
    boxes.append(Box(Rect(0, 0, width, height), "graph", runs=runs))
    boxes.append(_caret(cursor, rows, style, space))
    return Piece(height, tuple(boxes), gap or space.px(12))


def index_at(editor: Editor, width: int, space: Space, x: int, y: int) -> int:
    """The index of the letter nearest to a place in the box."""
    style, pad = _style(space), _pad(space)
    rows = wrap(editor.text, style, width - 2 * pad, space.measure)
    row = rows[min(max(0, (y - pad) // style.leading), len(rows) - 1)]
    for count in range(len(row.text)):
        middle = (
            space.measure.width(row.text[:count], style.font)
            + space.measure.width(row.text[: count + 1], style.font)
        ) / 2
        if x - pad < middle:
            return row.start + count
    return row.start + len(row.text.rstrip(" ") if row is not rows[-1] else row.text)


def wrap(text: str, style: Style, width: int, measure: Measure) -> tuple[Row, ...]:
    """The rows of a text; no letter is lost, spaces stay at the ends of rows."""
    rows: list[Row] = []
    start = 0
    while start < len(text):
        end = _fits(text, start, style, width, measure)
        rows.append(Row(start, text[start:end]))
        start = end
    return tuple(rows) or (Row(0, ""),)


def _fits(text: str, start: int, style: Style, width: int, measure: Measure) -> int:
    """Where the row that begins at ``start`` ends: after a space if there is one."""
    end = start + 1
    while end < len(text) and measure.width(text[start : end + 1], style.font) <= width:
        end += 1
    if end == len(text):
        return end
    space = text.rfind(" ", start, end + 1)
    return space + 1 if space > start else end


def _style(space: Space) -> Style:
    return space.style("text", 19, 1.45)


def _pad(space: Space) -> int:
    return space.px(12)


def _across(row: Row, index: int, style: Style, space: Space) -> int:
    return _pad(space) + space.measure.width(row.text[: max(0, index - row.start)], style.font)


def _caret(cursor: int, rows: tuple[Row, ...], style: Style, space: Space) -> Box:
    number = max(at for at, row in enumerate(rows) if row.start <= cursor)
    left = _across(rows[number], cursor, style, space)
    top = _pad(space) + number * style.leading
    rect = Rect(left, top, max(2, space.px(2)), style.font.pixels + space.px(6))
    return Box(rect, "graph", look="caret")


def _selection(
    editor: Editor, rows: tuple[Row, ...], style: Style, space: Space
) -> tuple[Box, ...]:
    low, high = editor.span
    found = []
    for number, row in enumerate(rows):
        start, end = max(low, row.start), min(high, row.start + len(row.text))
        if start < end and not editor.composing:
            left = _across(row, start, style, space)
            right = _across(row, end, style, space)
            rect = Rect(left, _pad(space) + number * style.leading, right - left, style.leading)
            found.append(Box(rect, "graph", look="chosen"))
    return tuple(found)
