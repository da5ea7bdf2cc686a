"""The page with a torn edge at the left of a picture: the form of every screen of the story."""

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from game.story.markup import Span
from game.story.model import Scene, Story
from game.ui import corner, leaf, words
from game.ui.art import Art, Beads, Plate, Rule
from game.ui.boxes import Box, Rect, Run, View
from game.ui.cards import turn
from game.ui.flow import Column, Piece, bottom, place, pour
from game.ui.pieces import Label, button, centred, paragraph, picture, say
from game.ui.space import Space

# What parts the small line over a title.
PART = "  ·  "
TABS = (
    Label(words.JOURNAL, "journal", name=words.JOURNAL_NAME),
    Label(words.PEOPLE, "people", name=words.PEOPLE_NAME),
    Label(words.MENU, "menu", name=words.MENU_NAME),
)


class Head(NamedTuple):
    """What stands at the top: a small line on every page, and a title on the first.

    The title on the cover is larger than any other. The last part of the small line, a date, may
    be a ``link`` to a word that explains it.
    """

    eyebrow: str
    title: str
    is_cover: bool = False
    link: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """A screen as a page beside a picture; ``body`` flows over as many pages as it needs.

    ``last`` is the button at the foot of the last page; ``can_return`` offers a way back on the
    first. ``prompt`` is pressed by Enter on the last page.
    """

    name: str
    head: Head
    body: tuple[Piece, ...]
    number: int
    art: Plate | None
    last: Label | None = None
    can_return: bool = False
    tabs: tuple[Label, ...] = TABS
    beads: Beads | None = None
    escape: str = "menu"


def width_of(space: Space) -> int:
    """How wide the page is: wider for larger text, never more than 62 % of the window."""
    units = 520 if space.text <= 1 else 520 + 330 * (space.text - 1)
    return min(round(space.width * 0.62), max(space.px(units), round(units * space.reading)))


def covered(space: Space) -> float:
    """The share of the window that the page covers; the picture keeps its hero clear of it."""
    return round(width_of(space) / space.width, 2)


def plate(scene: Scene, space: Space) -> Plate | None:
    """The picture of a scene as it stands beside a page."""
    if scene.illustration is None:
        return None
    return Plate(scene.illustration, scene.chapter, covered(space))


def cover(story: Story, space: Space) -> Plate | None:
    """The picture of the title; where a story has none of its own, that of its first scene."""
    if story.illustration is None:
        return plate(story.scenes[story.start.id], space)
    return Plate(story.illustration, "", covered(space))


def margin(space: Space) -> int:
    return space.px(44)


def column(space: Space) -> int:
    """How wide the text is."""
    return width_of(space) - margin(space) - space.px(50)


def view(page: Page, space: Space) -> View:
    wide = width_of(space)
    foot = _foot_height(space)
    top = space.px(26)
    room = space.height - top - foot
    running = _running(page.head, space)
    above = _height(running)
    columns = pour((*_opening(page.head, space), *page.body), room - above, room)
    number = min(max(page.number, 0), len(columns) - 1)
    boxes = [Box(Rect(0, 0, space.width, space.height), "picture", _alt(page.art), art=page.art)]
    boxes.append(Box(Rect(0, 0, wide, space.height), "page", look="torn"))
    head, under = running, above
    opening = _opening(page.head, space)
    tall = _height(opening)
    if number and tall + bottom(columns[number]) <= room:
        # There is room for the whole title again: so it is on most pages with choices.
        head, under = opening, tall
    if number:
        boxes += place(pour(head, room)[0], margin(space), top)
    boxes += place(columns[number], margin(space), top + (under if number else 0))
    last = number == len(columns) - 1
    boxes += _foot(page, number, columns, space)
    boxes += corner.boxes(corner.Beside(page.tabs, page.beads, page.art), wide, space)
    onward = "" if not last else page.last.key if page.last is not None else ""
    has_back = number > 0 or page.can_return
    return View(
        page.name,
        tuple(boxes),
        onward=onward if last else leaf.to(number + 1),
        forward="" if last else leaf.to(number + 1),
        earlier=leaf.to(number - 1) if number else "",
        back=leaf.to(number - 1) if number else "back" if has_back else "",
        escape=page.escape,
        passed=_passed(columns[: number + 1]),
    )


def spare(head: Head, body: Sequence[Piece], space: Space) -> int:
    """How many pixels are left under a body on the first page; below 0 where not all fits."""
    room = space.height - space.px(26) - _foot_height(space)
    return room - _height((*_opening(head, space), *body))


def spare_later(head: Head, body: Sequence[Piece], space: Space) -> int:
    """The same on any page after the first."""
    room = space.height - space.px(26) - _foot_height(space)
    return room - _height(_running(head, space)) - _height(body)


def _passed(columns: Sequence[Column]) -> tuple[Box, ...]:
    """The cards before those of the last of some columns, if that has any."""
    *before, last = [_cards(column) for column in columns]
    return tuple(itertools.chain.from_iterable(before)) if last else ()


def _cards(column: Column) -> tuple[Box, ...]:
    return tuple(box for box in _boxes((column,)) if box.role == "card")


def _boxes(columns: Sequence[Column]) -> Iterator[Box]:
    return (box for column in columns for _, piece in column for box in piece.boxes)


def _height(pieces: Sequence[Piece]) -> int:
    """How high pieces are one below the other, at the top of a column."""
    return sum(piece.height + (piece.gap if number else 0) for number, piece in enumerate(pieces))


def _alt(art: Plate | None) -> str:
    return art.illustration.alt if art is not None else ""


def _opening(head: Head, space: Space) -> tuple[Piece, ...]:
    width = column(space)
    pieces = [*paragraph(_parts(head), space.eyebrow, width, space)] if head.eyebrow else []
    style = space.cover if head.is_cover else space.title
    pieces += say(head.title, style, width, space, space.px(2), "heading")
    pieces.append(picture(width, space.px(10), Rule(), gap=space.px(6)))
    glued = [piece._replace(glued=True) for piece in pieces]
    return (*glued[:-1], glued[-1], Piece(space.px(2)))


def _parts(head: Head) -> tuple[Span, ...]:
    """The small line; its last part leads to what explains it."""
    before, mark, last = head.eyebrow.upper().rpartition(PART)
    return (Span(before + mark), Span(last, link=head.link))


def _running(head: Head, space: Space) -> tuple[Piece, ...]:
    """The small line over the pages that follow: where it is too long, without the place."""
    style, width = space.eyebrow, column(space)
    spans = _parts(head)
    if len(space.lines(spans, style, width)) > 1:
        spans = spans[1:]
    line = paragraph(spans, style, width, space) if head.eyebrow else ()
    return (
        *line,
        picture(column(space), space.px(10), Rule(), gap=space.px(4)),
        Piece(space.px(10)),
    )


def _foot_height(space: Space) -> int:
    return max(space.px(36), round(space.label.leading * 1.5)) + space.px(26)


def _foot(page: Page, number: int, columns: Sequence[Column], space: Space) -> list[Box]:
    """The way back at the left, the number of the page in the middle, the way on at the right."""
    left, wide, count = margin(space), column(space), len(columns)
    boxes = []
    called = turn(_boxes(columns[number : number + 1]), _boxes(columns[number + 1 :]))
    forward = Label(called, leaf.to(number + 1), look="bookmark")
    ahead = forward if number < count - 1 else page.last
    key = leaf.to(number - 1) if number else "back"
    behind = Label(words.BACK, key) if number or page.can_return else None
    back = button(behind, space) if behind else None
    top = space.height - _foot_height(space) + space.px(10)
    if back is not None:
        boxes.append(back.moved(left, top))
    on = button(ahead, space) if ahead else None
    if on is not None:
        on = _right(on, left + wide, space).moved(0, top)
    if count > 1:
        start = left + (back.rect.width if back else 0)
        end = on.rect.left if on else left + wide
        text = words.page_of(number + 1, count)
        style = space.small
        box = Box(
            Rect(start, top, max(1, end - start), (back or on or _ghost(space)).rect.height), "text"
        )
        if space.measure.width(text, style.font) < box.rect.width:
            boxes.append(replace(box, runs=centred(text, style, box.rect, space)))
    if on is not None:
        boxes.append(on)
    return boxes


def _ghost(space: Space) -> Box:
    return button(Label("", ""), space)


def _right(box: Box, right: int, space: Space) -> Box:
    """A bookmark sticks out to the right edge of the column, with an arrow's room."""
    width = box.rect.width + space.px(22)
    rect = Rect(right - width, box.rect.top, width, box.rect.height)
    return replace(box, rect=rect)


def aside(text: str, art: Art, space: Space, width: int, gap: int) -> tuple[Piece, ...]:
    """A note in italics with a small drawn sign before it."""
    sign = space.tall(22)
    inner = width - sign - space.px(10)
    rows = say(text, space.note, inner, space, gap)
    found = []
    for number, piece in enumerate(rows):
        boxes = tuple(box.moved(sign + space.px(10), 0) for box in piece.boxes)
        if number == 0:
            boxes = (*boxes, Box(Rect(0, 0, sign, sign), "graph", art=art))
        found.append(piece._replace(boxes=boxes))
    return tuple(found)


def shifted(runs: Sequence[Run], left: int, top: int) -> tuple[Run, ...]:
    return tuple(run._replace(left=run.left + left, top=run.top + top) for run in runs)
