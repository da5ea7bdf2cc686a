"""The menu, and the question before a decision is taken back."""

from dataclasses import dataclass, replace

from game.play.playthrough import Playthrough
from game.ui import leaf, page, words, words_handin
from game.ui.boxes import View
from game.ui.cards import Card, deck
from game.ui.page import Head, Page
from game.ui.pieces import Label, button, row, say
from game.ui.screen import Desk, Keep, Pop, Quit, Restart, Step, Turn
from game.ui.screens import way
from game.ui.space import Space


@dataclass(frozen=True, slots=True)
class MenuScreen:
    """The picture is that of the scene, or of the last decision for who ``looks_back`` at it."""

    play: Playthrough
    number: int = 0
    looks_back: bool = False

    def view(self, desk: Desk, space: Space) -> View:
        width = page.column(space)
        labels = [
            Label(words.GO_ON, "close", "1"),
            Label(words.JOURNAL, "journal", "2"),
            Label(words.PEOPLE_LONG, "people", "3"),
            Label(words.RAILWAY, "railway", "4"),
            Label(words_handin.HAND_IN, "hand-in", "5"),
            Label(words.SAVES, "saves", "6"),
            Label(words.SETTINGS, "settings", "7"),
            Label(words.HELP, "help", "8"),
            Label(words.TO_TITLE, "title"),
            Label(words.QUIT, "quit", "9"),
        ]
        rows = [row([button(label, space, width)], width, space, space.px(9)) for label in labels]
        return page.view(
            Page(
                words.MENU,
                Head(desk.story.title, words.MENU),
                tuple(rows),
                self.number,
                page.plate(self.play.left if self.looks_back else self.play.scene, space),
                can_return=True,
                tabs=(),
                escape="close",
            ),
            space,
        )

    def press(self, key: str, desk: Desk) -> Step:
        if key == "back":
            return Step(Pop())
        number = leaf.of(key)
        if number is not None:
            return Step(Turn(replace(self, number=number)))
        if key == "title":
            return Step(Restart("title"))
        if key == "quit":
            return Step(deeds=(Quit(),))
        return way.elsewhere(key, self.play, desk)


@dataclass(frozen=True, slots=True)
class TakeBackScreen:
    """Undoing a decision is asked about, and remembered as a change of mind.

    No digit does it: one may be typed by somebody who believes to be writing.
    """

    play: Playthrough

    def view(self, desk: Desk, space: Space) -> View:
        turn = self.play.turns[-1]
        width = page.column(space)
        scene = desk.story.scenes[turn.before.scene]
        cards = (
            Card(words.TAKE_BACK, words.TAKE_BACK_ABOUT, "take", ""),
            Card(words.LEAVE_AS_IS, "", "close", ""),
        )
        body = (
            *say(words.YOU_DECIDED, space.small, width, space, space.px(12)),
            *say(turn.comparison.chosen.text, space.heading, width, space, space.px(2)),
            *(piece._replace(gap=space.px(14)) for piece in deck(cards, width, space)),
        )
        return page.view(
            Page(
                words.CHANGE_MIND,
                Head(scene.title, words.CHANGE_MIND),
                body,
                0,
                page.plate(scene, space),
                can_return=True,
                tabs=(),
                escape="close",
            ),
            space,
        )

    def press(self, key: str, desk: Desk) -> Step:
        if key == "take":
            before = self.play.undo()
            return Step(Restart("scene/99", before), (Keep(before, "scene/99"),))
        return Step(Pop()) if key == "back" else way.looking_back(key, self.play, desk)
