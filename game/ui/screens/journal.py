"""The journal: everything read so far, what was decided and why, and what the record says."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import NamedTuple

from game.play import notes
from game.play.playthrough import Playthrough
from game.play.playthrough import Turn as Taken
from game.story.model import Chapter, Story
from game.ui import diary, leaf, spread, words, words_aside
from game.ui.boxes import View
from game.ui.diary import Answered
from game.ui.entries import Answer, answers
from game.ui.flow import Piece
from game.ui.pieces import Label
from game.ui.screen import Desk, Step, Turn
from game.ui.screens import aside, question
from game.ui.space import Space
from game.ui.spread import Spread


class Opened(NamedTuple):
    """A chapter that the reader has come to: its number in the book, and the turns taken in it."""

    number: int
    chapter: Chapter
    turns: tuple[tuple[int, Taken], ...]


@dataclass(frozen=True, slots=True)
class JournalScreen:
    """One chapter at a time, "" being the last one; a negative ``number`` counts from its end."""

    play: Playthrough
    number: int = -1
    chapter: str = ""

    def view(self, desk: Desk, space: Space) -> View:
        width = spread.column(space)
        all_of_them = opened(self.play)
        names = [each.chapter.id for each in all_of_them]
        at = names.index(self.chapter) if self.chapter in names else len(names) - 1
        shown = all_of_them[at]
        title = words_aside.chapter_of(shown.number, shown.chapter.title)
        slab = spread.slab(words.JOURNAL, title, "slate", space, width)
        tabs = (answers(_tabs(all_of_them, at), width, space, 0),)
        under = Piece(space.px(16))
        two = spread.has_two(space)
        return spread.view(
            Spread(
                words.JOURNAL_NAME,
                (*(() if two else slab), *self._entries(shown, desk, width, space)),
                number=self.number,
                last=_next(names[at + 1 :]),
                can_return=False,
                escape="close",
                head=(*(slab if two else tabs), under),
                beside=(*tabs, under),
                away=aside.AWAY,
            ),
            space,
        )

    def _entries(self, shown: Opened, desk: Desk, width: int, space: Space) -> tuple[Piece, ...]:
        pieces = list(diary.opening(shown.chapter, width, space))
        for number, turn in shown.turns:
            backs = [back for back in self.play.taken_back if back.turn == number]
            pieces += diary.entry(desk, turn, backs, width, space)
            scene = desk.story.scenes[turn.before.scene]
            pieces += diary.checks(scene, self.play.notes, width, space)
            asked = (notes.before(scene.id), notes.after(scene.id))
            pieces += diary.written(self._written(asked, desk.story), width, space)
        questions = range(len(shown.chapter.questions))
        every = (notes.question(shown.chapter.id, number) for number in questions)
        pieces += diary.written(self._written(every, desk.story), width, space)
        if self.play.scene.chapter == shown.chapter.id:
            pieces += diary.here(self.play, desk, width, space)
        return tuple(pieces)

    def _written(self, asked: Iterable[str], story: Story) -> tuple[Answered, ...]:
        """The questions that the reader has answered, with what they wrote."""
        found = ((question.find(story, note), self.play.notes.get(note, "")) for note in asked)
        return tuple(Answered(each.question.text, said) for each, said in found if each and said)

    def press(self, key: str, desk: Desk) -> Step:
        kind, _, name = key.partition(":")
        if kind in ("chapter", "next"):
            return Step(Turn(JournalScreen(self.play, 0, name)))
        page = leaf.of(key)
        if page is not None:
            return Step(Turn(replace(self, number=page)))
        return aside.elsewhere("journal", key, self.play, desk)


def opened(play: Playthrough) -> tuple[Opened, ...]:
    """The chapters come to so far, in the order of reading; the last is where the reader is."""
    turns: dict[str, list[tuple[int, Taken]]] = {}
    for number, turn in enumerate(play.turns, 1):
        chapter = play.story.scenes[turn.before.scene].chapter
        turns.setdefault(chapter, []).append((number, turn))
    turns.setdefault(play.scene.chapter, [])
    order = list(play.story.chapters)
    return tuple(
        Opened(order.index(name) + 1, play.story.chapters[name], tuple(taken))
        for name, taken in turns.items()
    )


def _tabs(those: Iterable[Opened], at: int) -> list[Answer]:
    return [
        Answer(
            str(each.number),
            f"chapter:{each.chapter.id}",
            index == at,
            words_aside.chapter_of(each.number, each.chapter.title),
        )
        for index, each in enumerate(those)
    ]


def _next(following: list[str]) -> Label | None:
    """The bookmark on a chapter's last page, if the reader has come further than that."""
    if not following:
        return None
    return Label(words_aside.NEXT_CHAPTER, f"next:{following[0]}", look="bookmark")
