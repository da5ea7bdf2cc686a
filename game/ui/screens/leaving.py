"""The question before the program is closed with Esc: it is easily pressed once too often."""

from dataclasses import dataclass, replace

from game.ui import page, words, words_school
from game.ui.boxes import View
from game.ui.cards import Card, deck
from game.ui.page import Head, Page
from game.ui.pieces import say
from game.ui.screen import Desk, Pop, Quit, Step
from game.ui.space import Space


@dataclass(frozen=True, slots=True)
class LeavingScreen:
    """Esc again goes back to where it was pressed."""

    def view(self, desk: Desk, space: Space) -> View:
        width = page.column(space)
        cards = (
            Card(words_school.LEAVE_NOW, "", "quit", "1"),
            Card(words_school.STAY, "", "close", "2"),
        )
        body = (
            *say(words.LEAVE_ABOUT, space.body, width, space, space.px(12)),
            *(piece._replace(gap=space.px(14)) for piece in deck(cards, width, space)),
        )
        head = Head(desk.story.title, words_school.LEAVE)
        plate = page.cover(desk.story, space) if desk.story.scenes else None
        shown = page.view(
            Page(words_school.LEAVE, head, body, 0, plate, tabs=(), escape="close"), space
        )
        return replace(shown, back="close")

    def press(self, key: str, desk: Desk) -> Step:
        if key == "quit":
            return Step(deeds=(Quit(),))
        return Step(Pop()) if key == "close" else Step()
