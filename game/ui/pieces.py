"""The things that screens are made of: paragraphs, headings, cards, buttons, ticks."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from game.story.markup import Span, inline, paragraphs
from game.story.model import Prose
from game.ui.art import Art
from game.ui.boxes import Box, Look, Rect, Role, Run
from game.ui.flow import Piece, spread
from game.ui.space import Space
from game.ui.typeset import Line, Style, plain, shortened


def paragraph(
    spans: Sequence[Span], style: Style, width: int, space: Space, gap: int = 0, role: Role = "text"
) -> tuple[Piece, ...]:
    """A paragraph as one piece for each line; first and last lines do not stand alone."""
    rows = space.lines(spans, style, width)
    name = hash((tuple(spans), style)) or 1
    found = []
    for number, line in enumerate(rows):
        boxes = [Box(Rect(0, 0, width, style.leading), role, runs=line.runs)]
        boxes += [Box(rect.moved(0, 0), "link", words, key) for key, rect, words in line.links]
        glued = number == 0 < len(rows) - 1 or number == len(rows) - 2 or role == "heading"
        found.append(
            Piece(style.leading, tuple(boxes), 0 if number else gap, glued, paragraph=name)
        )
    return tuple(found)


def say(
    text: str, style: Style, width: int, space: Space, gap: int = 0, role: Role = "text"
) -> tuple[Piece, ...]:
    """A paragraph without markup."""
    return paragraph(plain(text), style, width, space, gap, role) if text else ()


def marked(text: str, style: Style, width: int, space: Space, gap: int = 0) -> tuple[Piece, ...]:
    """One paragraph with markup."""
    return paragraph(inline(text), style, width, space, gap) if text else ()


def prose(
    texts: Iterable[Prose], style: Style, width: int, space: Space, gap: int = 0
) -> tuple[Piece, ...]:
    """All paragraphs of texts with markup; they are parted by half a line."""
    found: list[Piece] = []
    for text in texts:
        for spans in paragraphs(text):
            found += paragraph(
                spans, style, width, space, round(style.leading * 0.5) if found else gap
            )
    return tuple(found)


def lead(piece: Piece, gap: int = 0) -> Piece:
    """A piece that stays with the next one."""
    return piece._replace(glued=True, gap=gap or piece.gap)


def picture(width: int, height: int, art: Art, name: str = "", gap: int = 0) -> Piece:
    role: Role = "picture" if name else "graph"
    return Piece(height, (Box(Rect(0, 0, width, height), role, name, art=art),), gap)


def runs(rows: Sequence[Line], style: Style, left: int, top: int) -> tuple[Run, ...]:
    """The runs of lines set one below the other from a place."""
    return tuple(
        run._replace(left=left + run.left, top=top + number * style.leading + run.top)
        for number, line in enumerate(rows)
        for run in line.runs
    )


def centred(text: str, style: Style, rect: Rect, space: Space) -> tuple[Run, ...]:
    """One line in the middle of a rectangle, from its own corner, shortened if need be."""
    shown = shortened(text, style.font, rect.width - 4, space.measure)
    wide = space.measure.width(shown, style.font)
    top = (rect.height - space.measure.height(style.font)) // 2
    return (Run(shown, (rect.width - wide) // 2, top, style.font, style.colour),)


@dataclass(frozen=True, slots=True)
class Label:
    """What a button says and does."""

    text: str
    key: str
    shortcut: str = ""
    is_on: bool = False
    is_closed: bool = False
    look: Look = "tab"
    tint: str = ""
    name: str = ""


def button(label: Label, space: Space, width: int = 0) -> Box:
    """A button with its words on one line; without a width it is as wide as they are."""
    dark = label.look in ("bookmark", "slab")
    colour = "white" if dark else "soft" if label.is_closed else "ink"
    style = space.label._replace(colour=colour)
    height = max(space.px(36), round(style.leading * 1.5))
    natural = space.measure.width(label.text, style.font) + 2 * space.px(16)
    rect = Rect(0, 0, width or max(natural, space.px(64)), height)
    words = centred(label.text, style, rect, space)
    return Box(
        rect, "button", label.name or label.text, label.key, label.look, words, tint=label.tint,
        shortcut=label.shortcut, is_on=label.is_on, is_closed=label.is_closed,
    )  # fmt: skip


def row(boxes: Sequence[Box], width: int, space: Space, gap: int = 0) -> Piece:
    """Boxes side by side, in as many rows as they need."""
    between = space.px(12)
    places = spread([box.rect.width for box in boxes], width, between)
    height = max((box.rect.height for box in boxes), default=0)
    placed = tuple(
        box.moved(left, down * (height + between))
        for box, (down, left) in zip(boxes, places, strict=True)
    )
    rows = max((down for down, _ in places), default=-1) + 1
    return Piece(rows * height + max(0, rows - 1) * between, placed, gap)
