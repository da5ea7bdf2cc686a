"""Things to choose between, as cards: a number, what it says, and why it is closed where it is."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

from game.play.state import Offer
from game.ui import words
from game.ui.art import Cover, Emblem
from game.ui.boxes import Box, Rect, Run
from game.ui.flow import Piece
from game.ui.pieces import centred, runs
from game.ui.space import Space
from game.ui.typeset import Line, Style, lines, plain

# How wide the block with the number is, in units.
BLOCK = 52
# How large a picture on a card is, and how far from what stands around it.
_WIDE, _HIGH, _AIR = 132, 82, 16
# Kinds of cards that are parted only by the end of a page.
_MORE: Mapping[str, Callable[[int], str]] = {
    "choice": words.more_choices,
    "answer": words.more_answers,
}


class Seen(NamedTuple):
    """A picture on a card; the letter stands there until it has come, and where there is none."""

    cover: Cover | None
    letter: str


class Card(NamedTuple):
    """``mark`` is the number that presses it, or any short sign; ``below`` the smaller line."""

    text: str
    below: str
    key: str
    mark: str
    is_open: bool = True
    is_on: bool = False
    seen: Seen | None = None


def of_offers(offers: Iterable[Offer]) -> tuple[Card, ...]:
    """The choices of a scene; closed ones show their reason and have no number."""
    found = []
    number = 0
    for choice, is_open in offers:
        number += is_open
        below = choice.detail if is_open else choice.locked
        mark = str(number) if is_open else ""
        found.append(Card(choice.text, below, f"choice:{choice.id}", mark, is_open))
    return tuple(found)


def deck(cards: Iterable[Card], width: int, space: Space) -> tuple[Piece, ...]:
    return tuple(_piece(card, width, space) for card in cards)


def turn(here: Iterable[Box], later: Iterable[Box]) -> str:
    """What turning the page is called: more of what can be chosen here, if there is more of it."""
    kind = next(_kinds(here), "")
    more = _MORE.get(kind)
    count = sum(other == kind for other in _kinds(later))
    return more(count) if more is not None and count else words.TURN


def _kinds(boxes: Iterable[Box]) -> Iterator[str]:
    return (box.key.partition(":")[0] for box in boxes if box.role == "card")


class _Set(NamedTuple):
    """The set lines of a card: upper and lower, with their styles."""

    upper: tuple[Line, ...]
    heading: Style
    lower: tuple[Line, ...]
    detail: Style

    @property
    def height(self) -> int:
        return len(self.upper) * self.heading.leading + len(self.lower) * self.detail.leading


def _piece(card: Card, width: int, space: Space) -> Piece:
    left = space.px(BLOCK + 22) + (space.px(_WIDE + _AIR) if card.seen else 0)
    room = width - left - space.px(14)
    heading = space.style("label", 20, 1.24, "ink" if card.is_open else "soft", most=1.8)
    detail = space.style("text", 16, 1.36, "soft")
    upper = lines(plain(card.text), heading, room, space.measure)
    lower = lines(plain(card.below), detail, room, space.measure) if card.below else ()
    text = _Set(upper, heading, lower, detail)
    least = space.px(_HIGH + _AIR) if card.seen else space.px(58)
    height = max(text.height + 2 * space.px(11), least)
    top = (height - text.height) // 2
    words_of = runs(upper, heading, left, top)
    words_of += runs(lower, detail, left, top + len(upper) * heading.leading)
    rect = Rect(0, 0, width, height)
    name = f"{card.text}. {card.below}" if card.below else card.text
    if card.is_open:
        sign = (_mark(card.mark, rect, space),) if card.mark else ()
        shortcut = card.mark if card.mark.isdecimal() else ""
        box = Box(
            rect, "card", name, card.key, "card", sign + words_of, shortcut=shortcut,
            is_on=card.is_on,
        )  # fmt: skip
        return Piece(height, (box, *_seen(card, height, space)), space.px(9))
    closed = Box(rect, "card", f"{name} {words.CLOSED}", card.key, "card", words_of, is_closed=True)
    side = space.px(24)
    lock = Rect((space.px(BLOCK) - side) // 2, (height - side) // 2, side, side)
    return Piece(height, (closed, Box(lock, "graph", art=Emblem("locked"))), space.px(9))


def _seen(card: Card, height: int, space: Space) -> tuple[Box, ...]:
    """The picture on a card, over its letter. The two move with the card, whose key they have."""
    if card.seen is None:
        return ()
    wide, high = space.px(_WIDE), space.px(_HIGH)
    rect = Rect(space.px(BLOCK + 22), (height - high) // 2, wide, high)
    style = space.style("display", 44, 1.0, "cream", most=1.0)
    letter = centred(card.seen.letter, style, rect, space)
    blank = Box(rect, "graph", "", card.key, "bar", letter, tint="rail")
    if card.seen.cover is None:
        return (blank,)
    return (blank, replace(blank, art=card.seen.cover, look="bare", runs=()))


def _mark(mark: str, rect: Rect, space: Space) -> Run:
    style = space.style("display", 30, 1.0, "white", most=1.35)
    wide = space.measure.width(mark, style.font)
    high = space.measure.height(style.font)
    left = (space.px(BLOCK + 4) - wide) // 2
    return Run(mark, left, (rect.height - high) // 2, style.font, "white")
