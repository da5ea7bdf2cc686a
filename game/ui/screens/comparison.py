"""The open book after a decision: the reader's choice and what follows, beside the record."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from game.play import labels, notes
from game.play.changes import changes
from game.play.comparison import account
from game.play.playthrough import Playthrough, Turn
from game.story.model import Ref, Story
from game.ui import charts, evidence, leaf, page, spread, words
from game.ui.art import Meter, Quill, Vignette
from game.ui.boxes import View
from game.ui.flow import Piece
from game.ui.pieces import Label, picture, prose, say
from game.ui.screen import Desk, Go, Keep, Lay, Step
from game.ui.screen import Turn as Turned
from game.ui.screens import way
from game.ui.space import Space
from game.ui.spread import Spread


@dataclass(frozen=True, slots=True)
class ComparisonScreen:
    """``number`` is the page that is open."""

    play: Playthrough
    number: int = 0

    def view(self, desk: Desk, space: Space) -> View:
        turn, width = self.play.turns[-1], spread.column(space)
        yours, record = _yours(desk.story, turn, width, space), _record(desk, turn, width, space)
        history = turn.comparison.history
        ours = _sources(desk.story, turn.comparison.chosen.sources, width, space)
        theirs = _sources(desk.story, history.sources if history else (), width, space)
        after = self._after(width, space)
        foot = charts.fork(self.play, spread.across(space), space)
        whole = self._book((*yours, *ours, *after), (*record, *theirs), foot)
        pages = spread.count(whole, space)
        if pages > spread.count(self._book((*yours, *after), record, ()), space):
            # Rather than a page for sources or the railway alone, leave out the pictures.
            yours, record = _undrawn(yours), _undrawn(record)
            plain = self._book((*yours, *ours, *after), (*record, *theirs), foot)
            whole = plain if spread.count(plain, space) < pages else whole
        return spread.view(whole, space)

    def _book(
        self, left: tuple[Piece, ...], right: tuple[Piece, ...], foot: tuple[Piece, ...]
    ) -> Spread:
        last = Label(words.TURN, "onward", look="bookmark")
        return Spread(words.COMPARISON, left, right, foot, self.number, last, sound="stamp")

    def _after(self, width: int, space: Space) -> tuple[Piece, ...]:
        """A question to think about, which may be passed over like everything here."""
        scene = self.play.left
        if scene.after is None:
            return ()
        said = self.play.notes.get(notes.after(scene.id), "")
        head = evidence.headed(labels.AFTER, width, space, 16)
        return *head, *evidence.asked(scene.after.text, said, "after", width, space)

    def press(self, key: str, desk: Desk) -> Step:
        if key == "after":
            return Step(Go(f"after/{self.play.left.id}/comparison/{self.number}", self.play))
        if key == "onward":
            return way.go(way.after("comparison", self.play, desk), self.play)
        if key == "back":
            return Step(Lay("take-back", self.play))
        number = leaf.of(key)
        if number is not None:
            turned = Turned(replace(self, number=number))
            return Step(turned, (Keep(self.play, f"comparison/{number}"),))
        return way.looking_back(key, self.play, desk)


def _yours(story: Story, turn: Turn, width: int, space: Space) -> tuple[Piece, ...]:
    chosen = turn.comparison.chosen
    verdict = labels.VERDICTS[turn.comparison.same]
    return (
        *spread.slab(words.YOUR_CHOICE, verdict, "slate", space, width),
        *_vignette(story, turn, "slate", width, space),
        *evidence.headed(chosen.text, width, space),
        *prose((chosen.outcome,), evidence.text(space), width, space, space.px(3)),
        *_meters(story, turn, width, space),
        *evidence.certainty(
            chosen.certainty, chosen.evidence_for, chosen.evidence_against, width, space
        ),
        *evidence.labelled(labels.RETURNS, chosen.returns, width, space),
        *evidence.labelled(labels.COST, chosen.cost, width, space),
    )


def _record(desk: Desk, turn: Turn, width: int, space: Space) -> tuple[Piece, ...]:
    story = desk.story
    history = turn.comparison.history
    head = spread.slab(words.HISTORY, labels.what_was_done(story.decides), "red", space, width)
    if history is None:
        return (*head, *say(labels.NO_RECORD, evidence.text(space), width, space, space.px(16)))
    told = account(history, is_easy=desk.settings.is_easy)
    return (
        *head,
        *_vignette(story, turn, "red", width, space),
        *evidence.headed(turn.comparison.done, width, space),
        *prose((told,), evidence.text(space), width, space, space.px(3)),
        *evidence.fact(history.fact, width, space),
        *evidence.labelled(labels.BECAUSE, history.because, width, space),
        *(page.aside(history.quill, Quill(), space, width, space.px(12)) if history.quill else ()),
        *evidence.certainty(history.certainty, "", "", width, space),
        *evidence.historians(history.historians, width, space),
    )


def _vignette(story: Story, turn: Turn, ink: str, width: int, space: Space) -> tuple[Piece, ...]:
    """A picture in two inks; left out where the text is so large that it needs the room."""
    scene = story.scenes[turn.before.scene]
    if scene.illustration is None or not spread.has_two(space):
        return ()
    art = Vignette(scene.illustration, scene.chapter, "red" if ink == "red" else "slate")
    return (picture(width, round(width * 0.27), art, gap=space.px(14)),)


def _undrawn(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """The pieces without their picture."""
    return tuple(
        piece for piece in pieces if not any(isinstance(box.art, Vignette) for box in piece.boxes)
    )


def _sources(story: Story, named: Sequence[Ref], width: int, space: Space) -> tuple[Piece, ...]:
    return evidence.sources(story, [ref.id for ref in named], width, space)


def _meters(story: Story, turn: Turn, width: int, space: Space) -> tuple[Piece, ...]:
    return tuple(
        charts.meter(
            change.variable.label,
            Meter(*change.limits, change.before, change.after, change.is_cost),
            width,
            space,
        )._replace(gap=space.px(14 if not number else 5))
        for number, change in enumerate(changes(story, turn))
    )
