"""The open book: two columns side by side, or one where the text is large, in pages."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, replace

from game.ui import leaf, words
from game.ui.art import Art
from game.ui.boxes import Box, Rect, View
from game.ui.cards import turn
from game.ui.flow import Column, Piece, bottom, place, pour
from game.ui.pieces import Label, button, centred, runs, say
from game.ui.space import Space
from game.ui.typeset import lines, plain

# A column that never ends, for what is never parted.
_ENDLESS = 1_000_000


@dataclass(frozen=True, slots=True)
class Spread:
    """What an open book shows.

    With a ``right`` column the two stand face to face; without one, ``left`` flows through both.
    ``foot`` lies across both columns at the end. ``last`` is the bookmark on the last page.
    ``head`` and ``beside`` stand at the top of every page, over the first column and the second;
    ``away`` is a button at the foot of every page. ``number`` counts from the page where the key
    or heading ``at`` is, if there is one; a negative one counts from the end.
    """

    name: str
    left: tuple[Piece, ...]
    right: tuple[Piece, ...] | None = None
    foot: tuple[Piece, ...] = ()
    number: int = 0
    last: Label | None = None
    can_return: bool = True
    escape: str = "menu"
    sound: str = ""
    head: tuple[Piece, ...] = ()
    beside: tuple[Piece, ...] = ()
    away: Label | None = None
    at: str = ""


def has_two(space: Space) -> bool:
    """Whether there is room for two columns of readable width."""
    return not space.is_large and space.width >= space.height * 1.1


def book(space: Space) -> Rect:
    side, top, below = space.px(40), space.px(26), _below(space)
    return Rect(side, top, space.width - 2 * side, space.height - top - below)


def _below(space: Space) -> int:
    return max(space.px(54), round(space.label.leading * 1.5) + space.px(14))


def column(space: Space) -> int:
    """How wide a column is."""
    wide = book(space).width
    return round(wide / 2) - space.px(104) if has_two(space) else wide - space.px(96)


def across(space: Space) -> int:
    """How wide something is that lies across both columns."""
    return book(space).width - space.px(84) if has_two(space) else column(space)


def view(spread: Spread, space: Space) -> View:
    pages = _pages(spread, space)
    number = _number(spread, pages)
    boxes = [
        Box(Rect(0, 0, space.width, space.height), "page", look="shade"),
        Box(book(space), "page", look="book", is_on=has_two(space)),
        *_heads(spread, space),
        *pages[number],
        *_foot(spread, number, pages, space),
    ]
    is_last = number == len(pages) - 1
    ahead = "" if is_last else leaf.to(number + 1)
    onward = spread.last.key if is_last and spread.last is not None else ahead
    away = spread.away.key if spread.away else ""
    returns = "back" if spread.can_return else away
    return View(
        spread.name,
        tuple(boxes),
        onward=onward,
        forward=ahead,
        earlier=leaf.to(number - 1) if number else "",
        back=leaf.to(number - 1) if number else returns,
        escape=spread.escape,
        sound=spread.sound,
    )


def count(spread: Spread, space: Space) -> int:
    """How many pages it has."""
    return len(_pages(spread, space))


def _number(spread: Spread, pages: Sequence[tuple[Box, ...]]) -> int:
    number = spread.number
    if spread.at:
        holds = (any(spread.at in (box.key, box.name) for box in page) for page in pages)
        number += next((index for index, found in enumerate(holds) if found), 0)
    elif number < 0:
        number += len(pages)
    return min(max(number, 0), len(pages) - 1)


def _edge(space: Space) -> tuple[int, int]:
    """Left edge of the first column and top of the page."""
    whole = book(space)
    return whole.left + space.px(44 if has_two(space) else 48), whole.top + space.px(30)


def _inner(spread: Spread, space: Space) -> tuple[int, int, int]:
    """Left edge of the first column, top and height of both below what heads the page."""
    left, top = _edge(space)
    above = max(bottom(_headed(spread.head)), bottom(_headed(_right_head(spread, space))))
    return left, top + above, book(space).height - space.px(56) - above


def _headed(pieces: tuple[Piece, ...]) -> Column:
    return pour(pieces, _ENDLESS)[0]


def _right_head(spread: Spread, space: Space) -> tuple[Piece, ...]:
    return spread.beside if has_two(space) else ()


def _heads(spread: Spread, space: Space) -> tuple[Box, ...]:
    left, top = _edge(space)
    right = _headed(_right_head(spread, space))
    return place(_headed(spread.head), left, top) + _beside((right,), 0, left, top, space)


def _pages(spread: Spread, space: Space) -> list[tuple[Box, ...]]:
    left, top, height = _inner(spread, space)
    if not has_two(space):
        broken = tuple(
            piece._replace(breaks=not index, gap=0 if not index else piece.gap)
            for index, piece in enumerate(spread.right or ())
        )
        flow = (*spread.left, *broken, *spread.foot)
        return [place(found, left, top) for found in pour(flow, height)]
    if spread.right is None:
        single = pour((*spread.left, *spread.foot), height)
        return [
            place(single[index], left, top) + _beside(single, index + 1, left, top, space)
            for index in range(0, len(single), 2)
        ]
    return _facing(spread, space)


def _facing(spread: Spread, space: Space) -> list[tuple[Box, ...]]:
    """Two columns face to face; what lies across both stands at the foot of the last page."""
    left, top, height = _inner(spread, space)
    under = sum(piece.height + piece.gap for piece in spread.foot)
    ours, theirs = pour(spread.left, height), pour(spread.right or (), height)
    count = max(len(ours), len(theirs))
    deepest = max(bottom(columns[count - 1]) for columns in (ours, theirs) if len(columns) == count)
    if under and deepest + under > height:
        # Rather than a page for the foot alone, let shorter columns end a page earlier.
        ours, theirs = _shorter(spread, height, under)
        count = max(len(ours), len(theirs))
    pages = []
    for index in range(count):
        boxes: tuple[Box, ...] = ()
        if index < len(ours):
            boxes += place(ours[index], left, top)
        boxes += _beside(theirs, index, left, top, space)
        if index == count - 1 and spread.foot:
            foot = pour(spread.foot, height)[0]
            boxes += place(foot, left, top + height - under + (spread.foot[0].gap))
        pages.append(boxes)
    return pages


def _shorter(
    spread: Spread, height: int, under: int
) -> tuple[tuple[Column, ...], tuple[Column, ...]]:
    """Columns of which the last leave room for the foot.

    Where one does not, what stands in its way comes to the next page too, which is not empty then.
    """
    found = []
    for pieces in (spread.left, spread.right or ()):
        columns = pour(pieces, height)
        if bottom(columns[-1]) + under > height:
            last = [piece for _, piece in columns[-1]]
            columns = (*columns[:-1], *pour(last, height, height - under))
        found.append(columns)
    most = max(len(columns) for columns in found)
    ours, theirs = (columns for columns in found)
    return (*ours, *((),) * (most - len(ours))), (*theirs, *((),) * (most - len(theirs)))


def _beside(
    columns: tuple[Column, ...], index: int, left: int, top: int, space: Space
) -> tuple[Box, ...]:
    if index >= len(columns):
        return ()
    return place(columns[index], left + column(space) + space.px(124), top)


def _foot(spread: Spread, number: int, pages: Sequence[tuple[Box, ...]], space: Space) -> list[Box]:
    whole = book(space)
    top = whole.bottom + space.px(4)
    found = []
    start, end = whole.left, whole.right
    at_left = whole.left + space.px(44)
    key = leaf.to(number - 1) if number else "back"
    back = Label(words.BACK, key) if number or spread.can_return else None
    for behind in (spread.away, back):
        if behind is not None:
            found.append(button(behind, space).moved(at_left, top))
            start = found[-1].rect.right
            at_left = start + space.px(10)
    count = len(pages)
    called = turn(pages[number], itertools.chain.from_iterable(pages[number + 1 :]))
    ahead = Label(called, leaf.to(number + 1), look="bookmark")
    label = spread.last if number == count - 1 else ahead
    on = button(label, space) if label is not None else None
    if on is not None:
        width = on.rect.width + space.px(22)
        rect = Rect(whole.right - space.px(40) - width, top, width, on.rect.height)
        on = replace(on, rect=rect)
        end = rect.left
    if count > 1:
        found.append(_folio(words.page_of(number + 1, count), start, end, top, space))
    return [*found, on] if on is not None else found


def _folio(text: str, start: int, end: int, top: int, space: Space) -> Box:
    """The number of the page, in the middle of the book unless a button is in the way."""
    style = space.small._replace(colour="cream")
    middle = space.width // 2
    half = min(middle - start, end - middle)
    if 2 * half > space.measure.width(text, style.font) + 8:
        start, end = middle - half, middle + half
    rect = Rect(start, top, max(1, end - start), round(space.label.leading * 1.5))
    return Box(rect, "text", runs=centred(text, style, rect, space))


def slab(title: str, beside: str, tint: str, space: Space, width: int) -> tuple[Piece, ...]:
    """A coloured slab with a slanted end, and words in italics beside or beneath it."""
    style = space.style("display", 24, 1.3, "white", most=1.5)
    rows = lines(plain(title.upper()), style, width, space.measure)
    pad = space.px(16)
    wide, high = rows[0].width + 2 * pad + space.px(14), style.leading + space.px(10)
    box = Box(
        Rect(0, 0, wide, high), "heading", title, "", "slab",
        runs(rows[:1], style, pad, space.px(5)), tint=tint,
    )  # fmt: skip
    note = space.style("italic", 17, 1.3, "soft")
    room = width - wide - space.px(10)
    text = lines(plain(beside), note, max(room, 1), space.measure)
    if not beside or len(text) == 1:
        words_of = runs(text, note, 0, (high - note.leading) // 2)
        aside = Box(Rect(wide + space.px(8), 0, max(room, 1), high), "text", runs=words_of)
        return (Piece(high, (box, aside) if beside else (box,), glued=True),)
    below = say(beside, note, width, space, space.px(4))
    return (Piece(high, (box,), glued=True), *(piece._replace(glued=True) for piece in below))


def band(height: int, width: int, art: Art, name: str, gap: int = 0) -> Piece:
    """A drawing across both columns."""
    return Piece(height, (Box(Rect(0, 0, width, height), "graph", name, art=art),), gap)
