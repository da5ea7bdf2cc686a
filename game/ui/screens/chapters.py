"""All chapters: a lesson may begin with any of them."""

from dataclasses import dataclass, replace

from game.lab import lesson
from game.play.playthrough import Playthrough
from game.ui import charts, leaf, spread, words
from game.ui.boxes import View
from game.ui.cards import Card, deck
from game.ui.flow import Piece
from game.ui.pieces import say
from game.ui.screen import Desk, Pop, Step, Turn
from game.ui.screens import way
from game.ui.space import Space
from game.ui.spread import Spread


@dataclass(frozen=True, slots=True)
class ChaptersScreen:
    number: int = 0

    def view(self, desk: Desk, space: Space) -> View:
        width = spread.column(space)
        cards = [
            Card(chapter.title, chapter.years, f"chapter:{chapter.id}", str(number))
            for number, chapter in enumerate(lesson.chapters(desk.lab.lesson, desk.story), 1)
        ]
        dealt = deck(cards, width, space)
        return spread.view(
            Spread(
                words.CHAPTERS,
                (
                    *spread.slab(words.CHAPTERS, "", "red", space, width),
                    *say(words.CHAPTERS_ABOUT, space.small, width, space, space.px(12)),
                    *(piece._replace(gap=space.px(11)) for piece in dealt),
                ),
                number=self.number,
                escape="close",
            ),
            space,
        )

    def press(self, key: str, desk: Desk) -> Step:
        kind, _, name = key.partition(":")
        if kind == "chapter":
            return way.begun(desk, desk.story.chapters[name].start.id)
        if key == "back":
            return Step(Pop())
        number = leaf.of(key)
        if number is not None:
            return Step(Turn(replace(self, number=number)))
        return way.elsewhere(key, None, desk)


@dataclass(frozen=True, slots=True)
class RailwayScreen:
    """The whole line so far, chapter by chapter."""

    play: Playthrough
    number: int = 0

    def view(self, desk: Desk, space: Space) -> View:
        width = spread.column(space)
        pieces: list[Piece] = [
            *spread.slab(words.RAILWAY, "", "red", space, width),
            *say(words.RAILWAY_ABOUT, space.small, width, space, space.px(12)),
        ]
        for chapter in desk.story.chapters.values():
            line = charts.line(self.play, chapter.id, width, space)
            if len(line) > 1:
                head = say(chapter.title, space.heading, width, space, space.px(18), "heading")
                pieces += [piece._replace(glued=True) for piece in head]
                pieces += [line[0]._replace(glued=True), *line[1:]]
        return spread.view(
            Spread(words.RAILWAY, tuple(pieces), number=self.number, escape="close"), space
        )

    def press(self, key: str, desk: Desk) -> Step:
        if key == "back":
            return Step(Pop())
        number = leaf.of(key)
        if number is not None:
            return Step(Turn(replace(self, number=number)))
        return way.elsewhere(key, self.play, desk)
