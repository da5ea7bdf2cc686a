"""The line to write in: where its letters, its cursor and its selection are."""

from typing import NamedTuple

from game.ui import words, words_writing
from game.ui.boxes import Box, Rect, Run
from game.ui.editor import Editor
from game.ui.flow import Piece
from game.ui.space import Space
from game.ui.typeset import Measure, Style

_LEAST_ROWS = 3
# Below this part of its room a line says how much is left.
_SOON, _MOST_SOON = 5, 100


class Row(NamedTuple):
    """Part of the text on one line; ``start`` is the index of its first letter."""

    start: int
    text: str


class _Part(NamedTuple):
    """The rows that are in sight, of all there are; ``first`` is the number of the topmost."""

    rows: tuple[Row, ...]
    first: int
    total: int


def wanted(editor: Editor, width: int, space: Space) -> int:
    """How many rows a line takes if there is room for all of its text."""
    return max(_LEAST_ROWS, len(_rows(editor.shown, width, space)))


def leading(space: Space) -> int:
    """How much higher one more row makes it."""
    return _style(space).leading


def line(editor: Editor, width: int, space: Space, gap: int = 0, rows: int = 0) -> Piece:
    """The box to write in. It grows with its text, and where it may not, its rows move in it."""
    style = _style(space)
    pad = _pad(space)
    shown = editor.shown
    high = rows or wanted(editor, width, space)
    part = _part(_rows(shown, width, space), editor.shown_cursor, high)
    rect = Rect(0, 0, width, 2 * pad + high * style.leading)
    runs = tuple(
        Run(row.text, pad, pad + number * style.leading, style.font)
        for number, row in enumerate(part.rows)
        if row.text
    )
    if not shown:
        runs = (Run(words.WRITE_HERE, pad, pad, style.font, "rail"),)
    boxes = (
        Box(rect, "entry", shown or words.WRITE_HERE, "entry", "entry"),
        *_selection(editor, part.rows, style, space),
        Box(rect, "graph", runs=runs),
        _caret(editor.shown_cursor, part.rows, style, space),
        *_slider(part, rect, space),
    )
    return Piece(rect.height, boxes, gap or space.px(12))


def left(editor: Editor) -> str:
    """How much room is left, said before there is none; "" while there is plenty."""
    if editor.room > min(_MOST_SOON, editor.most // _SOON):
        return ""
    return words_writing.left(editor.room, editor.most)


def index_at(editor: Editor, rect: Rect, space: Space, x: int, y: int) -> int:
    """The index of the letter nearest to a place in the box, which is ``rect``."""
    style, pad = _style(space), _pad(space)
    high = max(1, (rect.height - 2 * pad) // style.leading)
    rows = _part(_rows(editor.text, rect.width, space), editor.cursor, high).rows
    row = rows[min(max(0, (y - pad) // style.leading), len(rows) - 1)]
    return _index(editor, row, x - pad, space)


def index_below(editor: Editor, width: int, space: Space, by: int) -> int:
    """The index of the letter so many rows below the cursor; at an end of the text, that end."""
    rows = _rows(editor.text, width, space)
    here = _row_of(editor.cursor, rows)
    if not 0 <= here + by < len(rows):
        return 0 if by < 0 else len(editor.text)
    across = _across(rows[here], editor.cursor, _style(space), space) - _pad(space)
    return _index(editor, rows[here + by], across, space)


def _index(editor: Editor, row: Row, across: int, space: Space) -> int:
    """The index of the letter of a row that is nearest to a place in it."""
    style = _style(space)
    for count in range(len(row.text)):
        middle = (
            space.measure.width(row.text[:count], style.font)
            + space.measure.width(row.text[: count + 1], style.font)
        ) / 2
        if across < middle:
            return row.start + count
    if row.start + len(row.text) == len(editor.text):
        return len(editor.text)
    # Behind the last letter of a row stands the first of the next.
    return row.start + min(len(row.text.rstrip(" ")), len(row.text) - 1)


def _rows(text: str, width: int, space: Space) -> tuple[Row, ...]:
    return wrap(text, _style(space), width - 2 * _pad(space), space.measure)


def _part(rows: tuple[Row, ...], cursor: int, high: int) -> _Part:
    """As many rows as there is room for, with the cursor in the middle of them where it can be."""
    here = _row_of(cursor, rows)
    first = min(max(0, here - high // 2), max(0, len(rows) - high))
    return _Part(rows[first : first + high], first, len(rows))


def _row_of(cursor: int, rows: tuple[Row, ...]) -> int:
    return max(at for at, row in enumerate(rows) if row.start <= cursor)


def _slider(part: _Part, rect: Rect, space: Space) -> tuple[Box, ...]:
    """A bar at the right edge that shows which part of the text is in sight, if not all is."""
    if len(part.rows) == part.total:
        return ()
    wide, high = max(5, space.px(7)), rect.height * len(part.rows) // part.total
    least = max(high, _style(space).leading // 2)
    top = (rect.height - least) * part.first // max(1, part.total - len(part.rows))
    place = Rect(rect.right - wide, top, wide, least)
    return (Box(place, "graph", look="bar", tint="slate"),)


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
    number = _row_of(cursor, rows)
    across = _across(rows[number], cursor, style, space)
    top = _pad(space) + number * style.leading
    rect = Rect(across, top, max(2, space.px(2)), style.font.pixels + space.px(6))
    return Box(rect, "graph", look="caret")


def _selection(
    editor: Editor, rows: tuple[Row, ...], style: Style, space: Space
) -> tuple[Box, ...]:
    low, high = editor.span
    found = []
    for number, row in enumerate(rows):
        start, end = max(low, row.start), min(high, row.start + len(row.text))
        if start < end and not editor.composing:
            begins = _across(row, start, style, space)
            wide = _across(row, end, style, space) - begins
            rect = Rect(begins, _pad(space) + number * style.leading, wide, style.leading)
            found.append(Box(rect, "graph", look="chosen"))
    return tuple(found)
