"""Contact sheets: pictures in rows under headings, on pages small enough for any viewer."""

import errno
import itertools
import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import pygame

from game.ui.boxes import Font
from game.ui.paint.fonts import Fonts
from game.ui.theme import BOOK

_ACROSS, _TALLEST = 1920, 2400
_GAP, _NAME, _MORE, _HEAD = 14, 20, 17, 40


class Cell(NamedTuple):
    """One picture on a sheet; ``more`` is the small line beneath its name, ``said`` some more."""

    picture: pygame.Surface
    name: str
    more: str
    said: str = ""


class Section(NamedTuple):
    title: str
    cells: Iterable[Cell]


Placed = tuple[pygame.Surface, int, int]


class _Row(NamedTuple):
    """Cells beside each other, and the title of their section."""

    title: str
    is_first: bool
    height: int
    placed: tuple[Placed, ...]


def write(sections: Iterable[Section], fonts: Fonts, path: Path) -> Iterator[Path]:
    """Write the sheet, and yield each of its pages when it is there: F.png, or F-1.png, F-2.png.

    Raises OSError where that cannot be done.
    """
    if not path.parent.is_dir():
        # Told before anything is drawn, which takes a while.
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT))
    drawn = pages(sections, fonts)
    first = list(itertools.islice(drawn, 2))
    for number, page in enumerate(itertools.chain(first, drawn), 1):
        name = path.with_stem(f"{path.stem}-{number}") if first[1:] else path
        try:
            pygame.image.save(page, name)
        except pygame.error as cause:
            raise OSError(str(cause)) from cause
        yield name


def pages(sections: Iterable[Section], fonts: Fonts) -> Iterator[pygame.Surface]:
    """As many rows on each as there is room for; a section that goes on has its title again."""
    placed: list[Placed] = []
    top = _GAP
    for row in _rows(sections, fonts):
        if placed and top + _HEAD + row.height > _TALLEST:
            yield _sheet(placed, top)
            placed, top = [], _GAP
        if row.is_first or not placed:
            placed.append((fonts.words(row.title, Font("display", 26), BOOK["red"]), _GAP, top))
            top += _HEAD
        placed += [(picture, x, top + y) for picture, x, y in row.placed]
        top += row.height
    if placed:
        yield _sheet(placed, top)


def _sheet(placed: Iterable[Placed], height: int) -> pygame.Surface:
    sheet = pygame.Surface((_ACROSS + _GAP, height + _GAP))
    sheet.fill(BOOK["paper"])
    for picture, x, y in placed:
        sheet.blit(picture, (x, y))
    return sheet


def _rows(sections: Iterable[Section], fonts: Fonts) -> Iterator[_Row]:
    for section in sections:
        left, tall, is_first = _GAP, 0, True
        row: list[Placed] = []
        for cell in section.cells:
            width = cell.picture.get_width()
            if row and left + width > _ACROSS:
                yield _Row(section.title, is_first, tall + _GAP, tuple(row))
                left, tall, is_first, row = _GAP, 0, False, []
            row += _cell(cell, left, fonts)
            left, tall = left + width + _GAP, max(tall, _height(row))
        if row:
            yield _Row(section.title, is_first, tall + _GAP, tuple(row))


def _height(row: Iterable[Placed]) -> int:
    return max(y + picture.get_height() for picture, _, y in row)


def _cell(cell: Cell, left: int, fonts: Fonts) -> Iterator[Placed]:
    width, height = cell.picture.get_size()
    name = fonts.words(cell.name, Font("label", 15), BOOK["ink"])
    more = fonts.words(cell.more, Font("label", 12), BOOK["soft"])
    yield cell.picture, left, 0
    for words, y in ((name, height + 2), (more, height + _NAME)):
        kept = words.subsurface((0, 0, min(width, words.get_width()), words.get_height()))
        yield kept, left, y
    if cell.said:
        font, colour = fonts.font(Font("text", 12)), BOOK["ink"]
        said = font.render(cell.said, antialias=True, color=colour, bgcolor=None, wraplength=width)
        yield said, left, height + _NAME + _MORE
