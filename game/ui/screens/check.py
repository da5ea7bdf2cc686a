"""A source check: what the essay says, a question, then the record and how one can tell."""

from dataclasses import dataclass, replace

from game.play import labels, notes
from game.play.playthrough import Playthrough
from game.story.model import SourceCheck
from game.ui import evidence, leaf, spread, words
from game.ui.boxes import View
from game.ui.cards import Card, deck
from game.ui.flow import Piece
from game.ui.pieces import Label, marked, say
from game.ui.screen import Desk, Keep, Step, Turn
from game.ui.screens import way
from game.ui.space import Space
from game.ui.spread import Spread


@dataclass(frozen=True, slots=True)
class CheckScreen:
    """``which`` check of the scene just decided; ``number`` is the page that is open.

    It counts from the page that has the heading ``at``, if there is one.
    """

    play: Playthrough
    which: int
    number: int = 0
    at: str = ""

    @property
    def scene(self) -> str:
        return self.play.left.id

    @property
    def check(self) -> SourceCheck:
        checks = self.play.left.source_checks
        return checks[min(self.which, len(checks) - 1)]

    @property
    def note(self) -> str:
        return notes.check(self.scene, self.which)

    @property
    def picked(self) -> str:
        """The text of the answer that the reader has picked; "" before."""
        return self.play.notes.get(self.note, "")

    def view(self, desk: Desk, space: Space) -> View:
        width = spread.column(space)
        is_open = bool(self.picked) or not self.check.answers
        label = words.GO_ON if is_open else words.SKIP
        shown = spread.view(
            Spread(
                labels.SOURCE_CHECK,
                self._asked(width, space),
                self._told(desk, width, space) if is_open else _waiting(width, space),
                number=self.number,
                last=Label(label, "onward", look="bookmark"),
                at=self.at,
            ),
            space,
        )
        if is_open or shown.forward:
            return shown
        cards = (box.key for box in shown.focusable() if box.role == "card")
        return replace(shown, first=next(cards, ""))

    def _asked(self, width: int, space: Space) -> tuple[Piece, ...]:
        check = self.check
        cards = [
            Card(answer.text, "", f"answer:{number}", str(number), is_on=answer.text == self.picked)
            for number, answer in enumerate(check.answers, 1)
        ]
        dealt = deck(cards, width, space)
        story = self.play.story
        beside = words.THE_ESSAY_TOO if story.sections else words.ANY_SOURCE
        return (
            *spread.slab(labels.SOURCE_CHECK, beside, "slate", space, width),
            *evidence.headed(labels.source_says(story), width, space, 16),
            *marked(check.essay, space.style("italic", 19, 1.45), width, space, space.px(4)),
            *evidence.headed(check.question, width, space, 18),
            *(piece._replace(gap=space.px(10)) for piece in dealt),
        )

    def _told(self, desk: Desk, width: int, space: Space) -> tuple[Piece, ...]:
        check = self.check
        text = evidence.text(space)
        pieces = list(spread.slab(labels.RECORD_SAYS, "", "red", space, width))
        pieces += marked(check.record, text, width, space, space.px(14))
        pieces += evidence.headed(labels.TELL, width, space)
        pieces += marked(check.tell, text, width, space, space.px(2))
        if check.debated:
            pieces += say(labels.DEBATED, space.note, width, space, space.px(8))
        for number, answer in enumerate(check.answers, 1):
            chosen = answer.text == self.picked
            label = words.answer(number, is_right=answer.right, is_chosen=chosen)
            pieces += evidence.labelled(label, answer.because, width, space)
        pieces += evidence.sources(desk.story, [ref.id for ref in check.sources], width, space)
        return tuple(pieces)

    def press(self, key: str, desk: Desk) -> Step:
        kind, _, which = key.partition(":")
        if kind == "answer":
            answer = self.check.answers[int(which) - 1]
            play = self.play.note(self.note, answer.text)
            told = replace(self, play=play, number=0, at=labels.RECORD_SAYS)
            return Step(Turn(told), (Keep(play, f"check/{self.which}"),))
        if key == "onward":
            return way.go(way.after(f"check/{self.which}", self.play, desk), self.play)
        if key == "back":
            before = f"check/{self.which - 1}" if self.which else "comparison"
            return way.go(before, self.play)
        page = leaf.of(key)
        if page is not None:
            return Step(Turn(replace(self, number=page, at="")))
        return way.looking_back(key, self.play, desk)


def _waiting(width: int, space: Space) -> tuple[Piece, ...]:
    """The right page before an answer: nothing is given away. It has no page to itself."""
    if not spread.has_two(space):
        return ()
    return (
        *spread.slab(labels.RECORD_SAYS, "", "red", space, width),
        *say(
            words.THINK_FIRST, space.style("italic", 18, 1.42, "soft"), width, space, space.px(16)
        ),
    )
