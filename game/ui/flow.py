"""Pieces flow into columns: nothing is ever clipped, long texts become more pages."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from game.ui.boxes import Box, Rect, around


class Piece(NamedTuple):
    """Something that stays whole: a line of text, a card, a meter.

    Its boxes are placed from its own top left corner. ``gap`` is left free above it, but not at the
    top of a column. A ``glued`` piece stays in one column with the next; one that ``breaks`` begins
    a column. Boxes of pieces with the same ``paragraph`` are joined again once they are placed.
    """

    height: int
    boxes: tuple[Box, ...] = ()
    gap: int = 0
    glued: bool = False
    breaks: bool = False
    paragraph: int = 0


Column = tuple[tuple[int, Piece], ...]


def pour(pieces: Iterable[Piece], height: int, first: int | None = None) -> tuple[Column, ...]:
    """Return columns of pieces with their tops. The first column may have another height.

    A group of glued pieces higher than a whole column is parted all the same.
    """
    columns: list[list[tuple[int, Piece]]] = [[]]
    room = height if first is None else first
    used = 0
    for group in _groups(pieces):
        tall = _tall(group)
        gap = group[0].gap if columns[-1] else 0
        if columns[-1] and (group[0].breaks or used + gap + tall > room):
            columns.append([])
            room, used = height, 0
        for piece in group:
            gap = piece.gap if columns[-1] else 0
            if columns[-1] and used + gap + piece.height > room:
                columns.append([])
                room, used, gap = height, 0, 0
            columns[-1].append((used + gap, piece))
            used += gap + piece.height
    return tuple(tuple(column) for column in columns)


def _groups(pieces: Iterable[Piece]) -> Iterable[list[Piece]]:
    group: list[Piece] = []
    for piece in pieces:
        group.append(piece)
        if not piece.glued:
            yield group
            group = []
    if group:
        yield group


def _tall(group: Sequence[Piece]) -> int:
    return sum(piece.height + (piece.gap if number else 0) for number, piece in enumerate(group))


def place(column: Column, left: int, top: int) -> tuple[Box, ...]:
    """Return the boxes of a column at its place, the lines of each paragraph as one box."""
    boxes: list[Box] = []
    lines: list[Box] = []
    others: list[Box] = []
    before = 0
    for down, piece in column:
        placed = [box.moved(left, top + down) for box in piece.boxes]
        if piece.paragraph != before:
            boxes += _joined(lines) + others
            lines, others, before = [], [], piece.paragraph
        if piece.paragraph:
            lines += placed[:1]
            others += placed[1:]
        else:
            boxes += placed
    return tuple(boxes + _joined(lines) + others)


def _joined(lines: Sequence[Box]) -> list[Box]:
    """One box for the lines of a paragraph; their runs keep their places."""
    if not lines:
        return []
    rect = around([line.rect for line in lines])
    runs = tuple(
        run._replace(
            left=run.left + line.rect.left - rect.left, top=run.top + line.rect.top - rect.top
        )
        for line in lines
        for run in line.runs
    )
    return [replace(lines[0], rect=rect, runs=runs)]


def bottom(column: Column) -> int:
    """Where the last piece of a column ends."""
    return max((down + piece.height for down, piece in column), default=0)


def blank(height: int) -> Piece:
    return Piece(height)


def whole(boxes: Sequence[Box], gap: int = 0, *, glued: bool = False) -> Piece:
    """A piece from boxes that are already placed within it."""
    height = max((box.rect.bottom for box in boxes), default=0)
    return Piece(height, tuple(boxes), gap, glued)


def spread(widths: Sequence[int], room: int, gap: int) -> tuple[tuple[int, int], ...]:
    """Places (row, left) for things of these widths, in rows no wider than ``room``."""
    places: list[tuple[int, int]] = []
    row, left = 0, 0
    for width in widths:
        if left and left + width > room:
            row, left = row + 1, 0
        places.append((row, left))
        left += width + gap
    return tuple(places)


def full(width: int, height: int) -> Rect:
    return Rect(0, 0, width, height)
