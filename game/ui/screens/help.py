"""Help: all keys, what the signs mean, how sure we are, and for whom this works."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from game.play import labels
from game.play.playthrough import Playthrough
from game.story.markup import Span
from game.story.model import Story
from game.ui import charts, evidence, leaf, spread, words, words_aside
from game.ui.art import Art, Beads, Emblem, Fork, Meter, Quill
from game.ui.boxes import Box, Rect, View
from game.ui.entries import glued, section, sign_width, signed
from game.ui.flow import Piece
from game.ui.pieces import centred, paragraph, picture, say
from game.ui.screen import Desk, Step, Turn
from game.ui.screens import aside
from game.ui.space import Space
from game.ui.spread import Spread

_KEYS = (
    (words_aside.READ, words_aside.KEYS_READING),
    (words_aside.DECIDE, words_aside.KEYS_DECIDING),
    (words_aside.PLACES, words_aside.KEYS_PLACES),
    (words_aside.WINDOW_KEYS, words_aside.KEYS_WINDOW),
    (words_aside.WRITE, words_aside.KEYS_WRITING),
    (words_aside.MOUSE, words_aside.MOUSE_KEYS),
)
# From where to where the two meters go that are shown, as shares of their length.
_LOST_AND_WON = (0.7, 0.45), (0.4, 0.65)


@dataclass(frozen=True, slots=True)
class HelpScreen:
    play: Playthrough | None = None
    number: int = 0

    def view(self, desk: Desk, space: Space) -> View:
        width = spread.column(space)
        return spread.view(
            Spread(
                words.HELP,
                (
                    *spread.slab(words.HELP, words_aside.HELP_ABOUT, "slate", space, width),
                    *_keys(width, space),
                    *_signs(desk.story, width, space),
                    *_sure(desk.story, width, space),
                    *_access(width, space),
                ),
                number=self.number,
                can_return=False,
                escape="close",
                away=aside.AWAY,
            ),
            space,
        )

    def press(self, key: str, desk: Desk) -> Step:
        page = leaf.of(key)
        if page is not None:
            return Step(Turn(replace(self, number=page)))
        return aside.elsewhere("help", key, self.play, desk)


def _keys(width: int, space: Space) -> tuple[Piece, ...]:
    pieces: list[Piece] = []
    for title, keys in _KEYS:
        pieces += section(title, width, space)
        for number, (key, meaning) in enumerate(keys):
            pieces += _key(key, meaning, width, space, 8 if number else 7)
    return tuple(pieces)


def _key(key: str, meaning: str, width: int, space: Space, gap: float) -> tuple[Piece, ...]:
    """A key as a small cap of paper, and what it does beside it."""
    style = space.style("label", 15, 1.3, most=1.7)
    text = space.style("text", 16, 1.4)
    wide = space.measure.width(key, style.font) + space.px(18)
    left = max(space.tall(126), wide + space.px(10))
    rows = say(meaning, text, width - left, space, space.px(gap))
    high = round(style.leading * 1.05)
    cap = Rect(0, (rows[0].height - high) // 2 + space.px(1), wide, high)
    box = Box(cap, "text", key, look="ribbon", runs=centred(key, style, cap, space))
    found = []
    for number, piece in enumerate(rows):
        boxes = tuple(each.moved(left, 0) for each in piece.boxes)
        found.append(piece._replace(boxes=(box, *boxes) if not number else boxes, paragraph=0))
    return tuple(found)


def _signs(story: Story, width: int, space: Space) -> tuple[Piece, ...]:
    inner = width - sign_width(space)
    text = space.style("text", 16, 1.4)
    signs: Sequence[tuple[Art, str]] = (
        (Quill(), words_aside.QUILL_ABOUT),
        (Emblem("locked"), words_aside.LOCKED_ABOUT),
        (Emblem("seen"), words_aside.SEEN_ABOUT),
    )
    pieces = list(section(words_aside.SIGNS, width, space))
    for art, about in signs:
        pieces += signed(say(about, text, inner, space, space.px(7)), art, space)
    pieces += say(words_aside.LINK_ABOUT, text, width, space, space.px(9))
    pieces += _meters(story, width, space)
    pieces += glued(say(words_aside.BEADS_ABOUT, text, width, space, space.px(12)))
    pieces.append(picture(min(width, space.px(240)), space.px(30), Beads(3, 8), gap=space.px(4)))
    pieces += glued(say(words_aside.FORK_ABOUT, text, width, space, space.px(12)))
    pieces.append(picture(width, space.px(62), Fork(3, 5), gap=space.px(4)))
    return tuple(pieces)


def _meters(story: Story, width: int, space: Space) -> tuple[Piece, ...]:
    """What a meter says, by two of those that this story has."""
    shown = [variable for variable in story.variables.values() if variable.kind == "resource"][:2]
    if not shown:
        return ()
    text = space.style("text", 16, 1.4)
    pieces = list(say(words_aside.METER_ABOUT, text, width, space, space.px(12)))
    for variable, (before, after) in zip(shown, _LOST_AND_WON, strict=False):
        low, wide = variable.low, variable.high - variable.low
        art = Meter(low, variable.high, low + round(before * wide), low + round(after * wide))
        meter = charts.meter(variable.label, art, width, space)
        pieces.append(meter._replace(gap=space.px(7 if variable is shown[0] else 4)))
    return *glued(pieces[:-1]), pieces[-1]


def _sure(story: Story, width: int, space: Space) -> tuple[Piece, ...]:
    text = evidence.text(space)
    return (
        *section(labels.HOW_SURE, width, space),
        *say(words_aside.sure_about(story.decides), text, width, space, space.px(4)),
        *evidence.certainty("documented", "", "", width, space),
        *evidence.certainty("judgement", "", "", width, space),
        *evidence.certainty("supposition", "", "", width, space),
    )


def _access(width: int, space: Space) -> tuple[Piece, ...]:
    text = space.style("text", 16, 1.42)
    works = (Span(f"{words_aside.WORKS}: ", "strong"), Span(words_aside.ACCESS_ABOUT))
    lacks = (Span(f"{words_aside.LACKS}: ", "strong"), Span(words_aside.ACCESS_NOT))
    return (
        *section(words_aside.ACCESS, width, space),
        *paragraph(works, text, width, space, space.px(4)),
        *paragraph(lacks, text, width, space, space.px(9)),
        *say(words_aside.ACCESS_TELL, text, width, space, space.px(9)),
    )
