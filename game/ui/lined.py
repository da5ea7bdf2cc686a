"""A page with a line to write in: the line, what belongs to it and the way on are never apart.

Where there is no room for all of it, first the hint beneath the line goes, then the line shows only
part of its text, then the title goes. What was asked is only then left on a page before.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from game.ui import page, writing
from game.ui.boxes import View
from game.ui.editor import Editor
from game.ui.flow import Piece
from game.ui.page import Head, Page
from game.ui.pieces import say
from game.ui.space import Space

# With fewer rows than these, a title is worth less than another row.
_GOOD, _ENOUGH = 3, 2
# Whoever writes sees the page with the line, which is the last.
LAST = 99


class Lined(NamedTuple):
    """What is asked, the line, and the hint beneath it; ``page`` has all but its body."""

    page: Page
    asked: tuple[Piece, ...]
    editor: Editor
    hint: str


class _Way(NamedTuple):
    """One way to lay it out: the head, what stands beneath the line, and how few rows will do."""

    head: Head
    below: tuple[Piece, ...]
    least: int


def view(lined: Lined, space: Space) -> View:
    for way in _ways(lined, space):
        body = (*lined.asked, _line(lined, 1, space), *way.below)
        rows = _rows(page.spare(way.head, body, space), lined, space)
        if rows >= way.least:
            body = (*lined.asked, _line(lined, rows, space), *way.below)
            return page.view(replace(lined.page, head=way.head, body=body, number=0), space)
    return _parted(lined, space)


def _ways(lined: Lined, space: Space) -> Iterator[_Way]:
    """From the best to the last."""
    head, wanted = lined.page.head, writing.wanted(lined.editor, page.column(space), space)
    left = _said(writing.left(lined.editor), space)
    below = left or _said(lined.hint, space)
    yield _Way(head, below, wanted)
    yield _Way(head, left, min(wanted, _GOOD))
    for less in (head._replace(title=""), Head("", "")):
        yield _Way(less, left, min(wanted, _ENOUGH))


def _parted(lined: Lined, space: Space) -> View:
    """What is asked on its own pages, and then the line with as many rows as there is room for."""
    left = _said(writing.left(lined.editor), space)
    head = lined.page.head
    spare = page.spare_later(head, (_line(lined, 1, space), *left), space)
    line = _line(lined, max(1, _rows(spare, lined, space)), space)._replace(breaks=True)
    return page.view(replace(lined.page, body=(*lined.asked, line, *left)), space)


def _said(text: str, space: Space) -> tuple[Piece, ...]:
    return say(text, space.note, page.column(space), space, space.px(10))


def _line(lined: Lined, rows: int, space: Space) -> Piece:
    return writing.line(lined.editor, page.column(space), space, rows=rows)._replace(glued=True)


def _rows(spare: int, lined: Lined, space: Space) -> int:
    """How many rows there are where so many pixels are left beneath a single one; 0 for none."""
    if spare < 0:
        return 0
    wanted = writing.wanted(lined.editor, page.column(space), space)
    return min(wanted, 1 + spare // writing.leading(space))
