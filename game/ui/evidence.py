"""How sure we are and who says so: the pieces that comparisons, checks and endings share."""

from collections.abc import Iterable

from game.play import labels
from game.story.markup import Span
from game.story.model import Certainty, Historian, Story
from game.ui import words
from game.ui.art import Emblem
from game.ui.boxes import Box, Rect
from game.ui.flow import Piece
from game.ui.pieces import Label, button, paragraph, row, say
from game.ui.space import Space
from game.ui.typeset import Style


def text(space: Space) -> Style:
    """The text of the open book."""
    return space.style("text", 18, 1.42)


def headed(title: str, width: int, space: Space, gap: float = 12) -> tuple[Piece, ...]:
    """A heading that stays with the text beneath it."""
    rows = say(title, space.heading, width, space, space.px(gap), "heading")
    return tuple(piece._replace(glued=True) for piece in rows)


def labelled(label: str, words_of: str, width: int, space: Space) -> tuple[Piece, ...]:
    """A few words in bold, then the text, as one paragraph; nothing where there is no text."""
    if not words_of:
        return ()
    spans = (Span(f"{label}: ", "strong"), Span(words_of))
    return paragraph(spans, space.style("text", 16, 1.4), width, space, space.px(9))


def certainty(
    sure: Certainty, for_it: str, against: str, width: int, space: Space
) -> tuple[Piece, ...]:
    """The sign and words of how sure we are, and the evidence for and against."""
    sign = space.tall(20)
    left = sign + space.px(10)
    name = Span(f"{labels.heading(labels.CERTAINTY[sure])}. ", "strong")
    about = Span(labels.CERTAINTY_ABOUT[sure])
    style = space.style("text", 16, 1.4)
    rows = paragraph((name, about), style, width - left, space, space.px(12))
    found = []
    for number, piece in enumerate(rows):
        boxes = tuple(box.moved(left, 0) for box in piece.boxes)
        if not number:
            boxes = (*boxes, Box(Rect(0, 0, sign, sign), "graph", art=Emblem(sure)))
        found.append(piece._replace(boxes=boxes))
    return (
        *found,
        *labelled(labels.FOR, for_it, width, space),
        *labelled(labels.AGAINST, against, width, space),
    )


def fact(sentence: str, width: int, space: Space) -> tuple[Piece, ...]:
    """One checkable sentence in bold, with a red bar beside it."""
    if not sentence:
        return ()
    left = space.px(18)
    rows = say(sentence, space.style("bold", 17, 1.42), width - left, space, space.px(14))
    found = []
    for piece in rows:
        bar = Box(Rect(0, 0, space.px(4), piece.height), "graph", look="bar")
        found.append(piece._replace(boxes=(*(box.moved(left, 0) for box in piece.boxes), bar)))
    return tuple(found)


def historians(those: Iterable[Historian], width: int, space: Space) -> tuple[Piece, ...]:
    """Two named historians who see it differently."""
    found: list[Piece] = []
    for who in those:
        spans = (Span(f"{who.who}: ", "strong"), Span(who.says))
        found += paragraph(spans, space.style("text", 16, 1.4), width, space, space.px(5))
    if len(found) == 0:
        return ()
    head = say(labels.HISTORIANS, space.style("label", 17, 1.3, "red"), width, space, space.px(14))
    return (*(piece._replace(glued=True) for piece in head), *found)


def sources(story: Story, ids: Iterable[str], width: int, space: Space) -> tuple[Piece, ...]:
    """Who says so: author, title and year, in italics."""
    named = "; ".join(labels.cited(story.sources[name]) for name in ids)
    if not named:
        return ()
    return say(f"{labels.SOURCES}: {named}.", space.note, width, space, space.px(9))


def asked(
    question: str, said: str, key: str, width: int, space: Space, gap: float = 3
) -> tuple[Piece, ...]:
    """A question, what the reader has said to it, and a button that leads to a line to write in."""
    pieces = [
        piece._replace(glued=True)
        for piece in say(question, text(space), width, space, space.px(gap))
    ]
    pieces += say(said, space.note, width, space, space.px(4))
    label = Label(words.CHANGE_ANSWER if said else words.WRITE_ANSWER, key)
    return *pieces, row([button(label, space)], width, space, space.px(8))
