"""What the pages beside the story are made of: sections, entries, signs, bars, rows of answers."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from game.story.markup import Span
from game.ui.art import Art, Bead, Emblem
from game.ui.boxes import Box, Rect, Role
from game.ui.flow import Piece, spread
from game.ui.pieces import centred, runs, say
from game.ui.space import Space
from game.ui.typeset import lines


class Answer(NamedTuple):
    """One of several things that can be so; ``name`` is said where its words are too short."""

    text: str
    key: str
    is_on: bool
    name: str = ""


def glued(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """The same pieces, all in one column with what follows them."""
    return tuple(piece._replace(glued=True) for piece in pieces)


def section(title: str, width: int, space: Space, gap: float = 18) -> tuple[Piece, ...]:
    """The heading of a part of a list: a thin line, and words in capitals beneath it."""
    style = space.style("label", 16, 1.35, "red", most=1.6)
    rows = lines((Span(title.upper()),), style, width, space.measure)
    top = space.px(10)
    height = top + len(rows) * style.leading
    words_of = runs(rows, style, 0, top)
    box = Box(Rect(0, 0, width, height), "heading", title, look="line", runs=words_of)
    return (Piece(height, (box,), space.px(gap), glued=True),)


def named(
    title: str, beside: str, link: tuple[str, str], width: int, space: Space
) -> tuple[Piece, ...]:
    """The name of an entry, and a few words at the right where there is room for them.

    ``link`` is the key that opens the entry, and what is said of it.
    """
    style = space.style("label", 19, 1.3, most=1.7)
    note = space.small
    key, name = link
    rows = lines((Span(title),), style, width, space.measure)
    wide = space.measure.width(beside, note.font)
    long = max((row.width for row in rows), default=0)
    height = max(space.px(24), len(rows) * style.leading)
    role: Role = "link" if key else "text"
    rect = Rect(0, 0, min(width, long + space.px(2)), height)
    boxes = [Box(rect, role, name or title, key, "quiet", runs(rows, style, 0, 0))]
    if not beside:
        return (Piece(height, tuple(boxes), space.px(12)),)
    if len(rows) == 1 and long + wide + space.px(16) <= width:
        at = runs(lines((Span(beside),), note, width, space.measure), note, 0, 0)
        low = (style.leading - note.leading) // 2 + space.px(1)
        boxes.append(Box(Rect(width - wide, low, wide, note.leading), "text", runs=at))
        return (Piece(height, tuple(boxes), space.px(12)),)
    under = say(beside, note, width, space)
    return (Piece(height, tuple(boxes), space.px(12), glued=True), *under)


def signed(pieces: Sequence[Piece], art: Art, space: Space, name: str = "") -> tuple[Piece, ...]:
    """Pieces moved to the right, with a small drawn sign before the first of them."""
    side = space.tall(18)
    found = []
    for number, piece in enumerate(pieces):
        rect = Rect(0, max(0, (piece.height - side) // 2), side, side)
        sign = () if number else (Box(rect, "graph", name, art=art),)
        found.append(_moved(piece, sign_width(space), *sign))
    return tuple(found)


def sign_width(space: Space) -> int:
    """How much narrower pieces must be that are to have a sign."""
    return space.tall(18) + space.px(10)


def barred(pieces: Sequence[Piece], tint: str, space: Space) -> tuple[Piece, ...]:
    """Pieces moved to the right, with a bar beside them that goes on from one to the next."""
    thick = max(2, space.px(4))
    found = []
    for number, piece in enumerate(pieces):
        last = number == len(pieces) - 1
        reach = piece.height + (0 if last else pieces[number + 1].gap)
        bar = Box(Rect(0, 0, thick, reach), "graph", look="bar", tint=tint)
        found.append(_moved(piece, bar_width(space), bar))
    return tuple(found)


def ticked(pieces: Sequence[Piece], width: int, space: Space, name: str) -> tuple[Piece, ...]:
    """Pieces with a tick at the right of the first, so that all begin at the same edge."""
    side = space.tall(18)
    first, *others = pieces
    rect = Rect(width - side, max(0, (first.height - side) // 2), side, side)
    tick = Box(rect, "graph", name, art=Emblem("seen"))
    return (first._replace(boxes=(*first.boxes, tick)), *others)


def _moved(piece: Piece, left: int, *others: Box) -> Piece:
    """The piece moved to the right, with more boxes that stay where they are."""
    return piece._replace(boxes=(*(box.moved(left, 0) for box in piece.boxes), *others))


def bar_width(space: Space) -> int:
    """How much narrower pieces must be that are to have a bar."""
    return space.px(18)


def railed(
    pieces: Sequence[Piece], bead: Bead, gap: int, space: Space, *, is_first: bool
) -> tuple[Piece, ...]:
    """An entry beside an upright rail, which goes on over the ``gap`` beneath it."""
    side, thick = space.tall(13), max(2, space.px(2))
    found = []
    for number, piece in enumerate(pieces):
        last = number == len(pieces) - 1
        reach = piece.height + (gap if last else pieces[number + 1].gap)
        top = piece.height // 2 if is_first and not number else 0
        rail = Rect((side - thick) // 2, top, thick, reach - top)
        others = [Box(rail, "graph", look="bar", tint="rail")]
        if not number:
            ball = Rect(0, (piece.height - side) // 2, side, side)
            others.append(Box(ball, "graph", art=bead))
        found.append(_moved(piece, rail_width(space), *others))
    return tuple(found)


def rail_width(space: Space) -> int:
    """How much narrower an entry must be that stands beside a rail."""
    return space.tall(26)


def answers(those: Sequence[Answer], width: int, space: Space, gap: float = 6) -> Piece:
    """Buttons side by side of which one is chosen: white on slate, with a red strip beneath."""
    height = answer_height(space)
    between = space.px(5)
    boxes = [_answer(answer, height, width, space) for answer in those]
    places = spread([box.rect.width for box in boxes], width, between)
    placed = tuple(
        box.moved(left, row * (height + between))
        for box, (row, left) in zip(boxes, places, strict=True)
    )
    rows = max((row for row, _ in places), default=0) + 1
    return Piece(rows * (height + between) - between, placed, space.px(gap))


def answer_height(space: Space) -> int:
    return max(space.px(34), round(space.label.leading * 1.42))


def _answer(answer: Answer, height: int, most: int, space: Space) -> Box:
    style = space.label._replace(colour="white" if answer.is_on else "ink")
    natural = space.measure.width(answer.text, style.font) + 2 * space.px(10)
    rect = Rect(0, 0, min(most, max(natural, height)), height)
    return Box(
        rect, "tick", answer.name or answer.text, answer.key, "tab",
        centred(answer.text, style, rect, space), tint="slate" if answer.is_on else "",
        is_on=answer.is_on,
    )  # fmt: skip
