"""The open book after a decision: the reader's choice and what follows, beside the record."""

from dataclasses import dataclass, replace

from game.play import labels, notes
from game.play.changes import changes
from game.play.comparison import account
from game.play.playthrough import Playthrough, Turn
from game.story.model import Story
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
        turn = self.play.turns[-1]
        width = spread.column(space)
        return spread.view(
            Spread(
                words.COMPARISON,
                (*_yours(desk.story, turn, width, space), *self._after(width, space)),
                _record(desk, turn, width, space),
                charts.fork(self.play, spread.across(space), space),
                self.number,
                Label(words.TURN, "onward", look="bookmark"),
                sound="stamp",
            ),
            space,
        )

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
        *evidence.sources(story, [ref.id for ref in chosen.sources], width, space),
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
        *evidence.sources(story, [ref.id for ref in history.sources], width, space),
    )


def _vignette(story: Story, turn: Turn, ink: str, width: int, space: Space) -> tuple[Piece, ...]:
    """A picture in two inks; left out where the text is so large that it needs the room."""
    scene = story.scenes[turn.before.scene]
    if scene.illustration is None or not spread.has_two(space):
        return ()
    art = Vignette(scene.illustration, scene.chapter, "red" if ink == "red" else "slate")
    return (picture(width, round(width * 0.27), art, gap=space.px(14)),)


def _meters(story: Story, turn: Turn, width: int, space: Space) -> tuple[Piece, ...]:
    return tuple(
        charts.meter(
            change.variable.label,
            Meter(change.variable.low, change.variable.high, change.before, change.after),
            width,
            space,
        )._replace(gap=space.px(14 if not number else 5))
        for number, change in enumerate(changes(story, turn))
    )
