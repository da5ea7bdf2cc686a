"""The entries of the journal: a scene as it was read, the decision, and the record beside it."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from game.play import labels, notes, state
from game.play.comparison import account
from game.play.playthrough import Playthrough, TakenBack, Turn
from game.play.quoting import quoted
from game.story.markup import Span, inline
from game.story.model import Chapter, Scene, Story
from game.ui import words, words_aside
from game.ui.art import Quill
from game.ui.boxes import Box, Rect
from game.ui.entries import bar_width, barred, glued
from game.ui.flow import Piece
from game.ui.page import aside
from game.ui.pieces import marked, paragraph, prose, say
from game.ui.screen import Desk
from game.ui.space import Space
from game.ui.typeset import Style


class Answered(NamedTuple):
    """A question, and what the reader wrote."""

    question: str
    answer: str


def _text(space: Space) -> Style:
    return space.style("text", 17, 1.42)


def opening(chapter: Chapter, width: int, space: Space) -> tuple[Piece, ...]:
    """What was read as the chapter began."""
    if chapter.intro is None:
        return ()
    return prose((chapter.intro,), _text(space), width, space)


def entry(
    desk: Desk, turn: Turn, backs: Iterable[TakenBack], width: int, space: Space
) -> tuple[Piece, ...]:
    """A scene, changes of mind, the decision with its reason and outcome, and the record."""
    story, is_easy = desk.story, desk.settings.is_easy
    scene = story.scenes[turn.before.scene]
    read = state.text(scene, turn.before.values, is_easy=is_easy)
    inner = width - bar_width(space)
    yours = [piece for back in backs for piece in _back(story, back, inner, space)]
    yours += _decision(turn, inner, space)
    return (
        *_head(scene, width, space),
        *prose(read, _text(space), width, space, space.px(4)),
        *(aside(scene.quill, Quill(), space, width, space.px(10)) if scene.quill else ()),
        *_advice(scene, story, width, space),
        *barred(yours, "slate", space),
        *barred(_record(turn, inner, space, is_easy=is_easy), "signal", space),
    )


def checks(scene: Scene, said: Mapping[str, str], width: int, space: Space) -> tuple[Piece, ...]:
    """The source checks that the reader has answered."""
    inner = width - bar_width(space)
    pieces: list[Piece] = []
    for number, check in enumerate(scene.source_checks):
        picked = said.get(notes.check(scene.id, number), "")
        if picked:
            pieces += _labelled(labels.SOURCE_CHECK, check.question, inner, space)
            sentence = space.style("italic", 17, 1.42)
            pieces += marked(check.essay, sentence, inner, space, space.px(3))
            pieces += _told(words_aside.YOUR_ANSWER, (Span(picked),), inner, space)
            pieces += _told(labels.THE_RECORD, inline(check.record), inner, space)
    return barred(pieces, "rail", space)


def written(those: Iterable[Answered], width: int, space: Space) -> tuple[Piece, ...]:
    """Questions, each with what the reader wrote."""
    inner = width - bar_width(space)
    pieces: list[Piece] = []
    for question, answer in those:
        above = space.style("label", 15, 1.4, "soft", most=1.6)
        pieces += glued(say(words.A_QUESTION.upper(), above, inner, space, space.px(14)))
        pieces += glued(say(question, space.note, inner, space))
        pieces += say(answer, _text(space), inner, space, space.px(3))
    return barred(pieces, "slate", space)


def here(play: Playthrough, desk: Desk, width: int, space: Space) -> tuple[Piece, ...]:
    """Where the reader is now; the text of an ending, for after it nothing is decided."""
    label = () if play.is_over else say(words_aside.YOU_ARE_HERE, space.note, width, space)
    is_easy = desk.settings.is_easy
    texts = state.text(play.scene, play.state.values, is_easy=is_easy) if play.is_over else ()
    return (
        *_head(play.scene, width, space),
        *label,
        *prose(texts, _text(space), width, space, space.px(4)),
    )


def _head(scene: Scene, width: int, space: Space) -> tuple[Piece, ...]:
    when = "  ·  ".join(part for part in (scene.date, scene.place) if part)
    line = Box(Rect(0, 0, width, space.px(2)), "graph", look="line")
    rule = Piece(space.px(10), (line,), space.px(24), glued=True)
    return (
        rule,
        *glued(say(when, space.eyebrow, width, space)),
        *glued(say(scene.title, space.heading, width, space, 0, "heading")),
    )


def _advice(scene: Scene, story: Story, width: int, space: Space) -> tuple[Piece, ...]:
    pieces: list[Piece] = []
    for adviser in scene.advisers:
        who = Span(story.people[adviser.who.id].name, link=f"person:{adviser.who.id}")
        spans = (who, Span(f": {quoted(adviser.says)}"))
        pieces += paragraph(spans, space.note, width, space, space.px(8))
    if scene.dispatch:
        spans = (Span(f"{words.DISPATCH}: ", "strong"), Span(scene.dispatch))
        pieces += paragraph(spans, space.note, width, space, space.px(8))
    return tuple(pieces)


def _back(story: Story, back: TakenBack, width: int, space: Space) -> tuple[Piece, ...]:
    """A decision that was taken back stays in the journal."""
    scene = story.scenes.get(back.decision.scene)
    choices = scene.choices if scene is not None else ()
    text = next((each.text for each in choices if each.id == back.decision.choice), "")
    spans = (Span(f"{words_aside.CHANGED_MIND}: "), Span(text, "strong"), Span("."))
    return paragraph(spans, space.note, width, space, space.px(12)) if text else ()


def _labelled(label: str, title: str, width: int, space: Space) -> tuple[Piece, ...]:
    above = space.style("label", 15, 1.4, "soft", most=1.6)
    style = space.style("label", 19, 1.28, most=1.6)
    return (
        *glued(say(label.upper(), above, width, space, space.px(14))),
        *glued(say(title, style, width, space)),
    )


def _told(label: str, text: Iterable[Span], width: int, space: Space) -> tuple[Piece, ...]:
    spans = (Span(f"{label}: ", "strong"), *text)
    return paragraph(spans, space.style("text", 16, 1.42), width, space, space.px(4))


def _decision(turn: Turn, width: int, space: Space) -> tuple[Piece, ...]:
    chosen = turn.comparison.chosen
    reason = f"“{turn.decision.reason}”" if turn.decision.reason else ""
    return (
        *_labelled(words_aside.YOU_DECIDED, chosen.text, width, space),
        *glued(say(reason, space.style("italic", 17, 1.42), width, space, space.px(2))),
        *prose((chosen.outcome,), _text(space), width, space, space.px(4)),
    )


def _record(turn: Turn, width: int, space: Space, *, is_easy: bool) -> tuple[Piece, ...]:
    history = turn.comparison.history
    if history is None:
        return say(labels.NO_RECORD, space.note, width, space, space.px(12))
    return (
        *_labelled(labels.THE_RECORD, turn.comparison.done, width, space),
        *prose((account(history, is_easy=is_easy),), _text(space), width, space, space.px(4)),
        *say(history.fact, space.style("bold", 16, 1.42), width, space, space.px(6)),
    )
