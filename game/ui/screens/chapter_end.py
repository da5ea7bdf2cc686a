"""The end of a chapter: the railway, how power stood, and two questions to think about."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from game.play import notes, power
from game.play.playthrough import Playthrough
from game.story.model import Chapter
from game.ui import charts, evidence, leaf, spread, words
from game.ui.boxes import View
from game.ui.flow import Piece
from game.ui.pieces import Label, say
from game.ui.screen import Desk, Go, Step, Turn
from game.ui.screens import handin, way
from game.ui.space import Space
from game.ui.spread import Spread


@dataclass(frozen=True, slots=True)
class ChapterEndScreen:
    """``at`` is the question that was answered last: its page is open again."""

    play: Playthrough
    number: int = 0
    at: str = ""

    @property
    def chapter(self) -> Chapter:
        """The chapter of the last decision, which has just ended."""
        return self.play.story.chapters[self.play.left.chapter]

    def view(self, desk: Desk, space: Space) -> View:
        width = spread.column(space)
        chapter = self.chapter
        shares = power.shares(self.play)
        graphs = charts.power(desk.story, shares, width, space)
        questions = (*self._questions(chapter, width, space), *handin.offer(width, space))
        on = words.THE_END if way.closes(self.play) else words.GO_ON
        ended = words.chapter_number(chapter_number(chapter, desk))
        shown = spread.view(
            Spread(
                words.CHAPTER_END,
                (
                    *spread.slab(chapter.title, ended, "slate", space, width),
                    *say(words.RAILWAY_ABOUT, space.small, width, space, space.px(12)),
                    *charts.line(self.play, chapter.id, width, space),
                ),
                (*_power(graphs, width, space), *questions) if graphs else questions,
                number=self.number,
                at=self.at,
                last=Label(on, "onward", look="bookmark"),
                sound="bell",
            ),
            space,
        )
        here = (key for key in self._unanswered() if shown.find(key) is not None)
        return replace(shown, first=next(here, ""))

    def _unanswered(self) -> Iterator[str]:
        """The questions that are still to be looked at, those after the one last looked at."""
        last = self.at.partition(":")[2]
        first = int(last) + 1 if last.isdecimal() else 0
        for number in range(first, len(self.chapter.questions)):
            if not self.play.notes.get(notes.question(self.chapter.id, number)):
                yield f"question:{number}"

    def _questions(self, chapter: Chapter, width: int, space: Space) -> tuple[Piece, ...]:
        pieces: list[Piece] = []
        head = words.questions(len(chapter.questions))
        for number, question in enumerate(chapter.questions):
            said = self.play.notes.get(notes.question(chapter.id, number), "")
            if not number:
                pieces += evidence.headed(head, width, space, 18)
            key, gap = f"question:{number}", 8 if number else 3
            pieces += evidence.asked(question.text, said, key, width, space, gap)
        return tuple(pieces)

    def press(self, key: str, desk: Desk) -> Step:
        kind, _, which = key.partition(":")
        if kind == "question":
            return Step(Go(f"question/{self.chapter.id}/{which}", self.play))
        if key == "onward" and way.closes(self.play):
            return way.finished(desk)
        if key == "onward":
            return way.go(way.after("chapter-end", self.play, desk), self.play)
        if key == "back":
            return way.go(way.before_end(self.play), self.play)
        number = leaf.of(key)
        if number is not None:
            return Step(Turn(replace(self, number=number, at="")))
        return way.looking_back(key, self.play, desk)


def _power(graphs: tuple[Piece, ...], width: int, space: Space) -> tuple[Piece, ...]:
    head = spread.slab(words.POWER, words.POWER_ABOUT, "red", space, width)
    return (*head, *graphs)


def chapter_number(chapter: Chapter, desk: Desk) -> int:
    return list(desk.story.chapters).index(chapter.id) + 1
