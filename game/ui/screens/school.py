"""What a school brings in: the end of a lesson, and a code that it takes to close the program."""

from dataclasses import dataclass, replace

from game.play.playthrough import Playthrough
from game.ui import editor, leaf, page, spread, words, words_handin, words_school
from game.ui.boxes import View
from game.ui.cards import Card, deck
from game.ui.editor import Editor
from game.ui.entries import Answer, answers
from game.ui.flow import Piece
from game.ui.page import Head, Page
from game.ui.pieces import Label, button, row, say
from game.ui.screen import Desk, Lay, Pop, Quit, Restart, Sit, Step, Turn
from game.ui.screens import way
from game.ui.space import Space
from game.ui.spread import Spread
from game.ui.writing import line

_LONGEST = 20
_EMPTY = editor.start("", _LONGEST)


@dataclass(frozen=True, slots=True)
class LeaveScreen:
    """A line for the code of a teacher; what is typed is not shown."""

    editor: Editor = _EMPTY

    def view(self, desk: Desk, space: Space) -> View:
        width = spread.column(space)
        keep = button(Label(words_school.LEAVE_NOW, "onward", look="bookmark"), space)
        keep = replace(keep, rect=keep.rect._replace(width=keep.rect.width + space.px(22)))
        hidden = editor.start("•" * len(self.editor.text), _LONGEST)
        stay = Label(words_school.STAY, "close")
        shown = spread.view(
            Spread(
                words_school.LEAVE,
                (
                    *spread.slab(words_school.LEAVE, "", "slate", space, width),
                    *say(words_school.LEAVE_PROMPT, space.body, width, space, space.px(16)),
                    line(hidden, width, space),
                    row([keep], width, space, space.px(12)),
                ),
                can_return=False,
                escape="close",
                away=stay,
            ),
            space,
        )
        return replace(shown, onward="onward")

    def write(self, edited: Editor) -> Step:
        return Step(Turn(replace(self, editor=edited)))

    def press(self, key: str, desk: Desk) -> Step:
        if key == "onward":
            return Step(Turn(LeaveScreen()), (Quit(self.editor.text.strip()),))
        return Step(Pop()) if key == "close" else Step()


@dataclass(frozen=True, slots=True)
class LessonEndScreen:
    """The part of the story that was chosen for a lesson has been read."""

    play: Playthrough

    def view(self, desk: Desk, space: Space) -> View:
        width = page.column(space)
        cards = (
            Card(words_handin.HAND_IN, words_handin.CHAPTER_ABOUT, "hand-in", "1"),
            Card(words_school.LOOK_BACK, "", "journal", "2"),
            Card(words_school.TO_TITLE, "", "title", "3"),
        )
        body = (
            *say(words_school.LESSON_END_ABOUT, space.body, width, space, space.px(12)),
            *(piece._replace(gap=space.px(14)) for piece in deck(cards, width, space)),
        )
        head = Head(desk.story.title, words_school.LESSON_END)
        plate = page.plate(self.play.left, space)
        return page.view(
            Page(words_school.LESSON_END, head, body, 0, plate, can_return=True), space
        )

    def press(self, key: str, desk: Desk) -> Step:
        if key == "title":
            return Step(Restart("title"))
        if key == "back":
            return Step(Lay("take-back", self.play))
        return way.looking_back(key, self.play, desk)


@dataclass(frozen=True, slots=True)
class SeatsScreen:
    """Several pupils use this computer, or one after the other any of them: who is it now?"""

    number: int = 0

    def view(self, desk: Desk, space: Space) -> View:
        width = spread.column(space)
        tens = range(1, desk.lab.seats + 1, 10)
        rows = [_seats(first, min(first + 9, desk.lab.seats), width, space) for first in tens]
        return spread.view(
            Spread(
                words_school.SEATS,
                (
                    *spread.slab(words_school.SEATS, "", "slate", space, width),
                    *say(words_school.SEATS_ABOUT, space.body, width, space, space.px(14)),
                    *rows,
                ),
                number=self.number,
                can_return=False,
                escape="leave",
                away=Label(words.QUIT, "leave"),
            ),
            space,
        )

    def press(self, key: str, desk: Desk) -> Step:
        kind, _, seat = key.partition(":")
        if kind == "seat":
            return Step(deeds=(Sit(seat),))
        if key == "leave":
            return Step(Lay("leave"))
        page = leaf.of(key)
        return Step(Turn(replace(self, number=page))) if page is not None else Step()


def _seats(first: int, last: int, width: int, space: Space) -> Piece:
    those = [
        Answer(str(seat), f"seat:{seat}", is_on=False, name=words_school.seat(str(seat)))
        for seat in range(first, last + 1)
    ]
    return answers(those, width, space, 10)


def idle(desk: Desk) -> Step:
    """Nobody has touched anything for a while: the next one finds the title, or the seats."""
    return Step(Restart("title"), (Sit(""),) if desk.lab.seats else ())
