"""All chapters and their sittings: a lesson may begin with any of them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from game.lab import lesson
from game.play import pace, record
from game.play.pace import Pace
from game.play.playthrough import Playthrough
from game.play.sittings import Sitting
from game.story.model import Chapter, Story
from game.ui import charts, leaf, spread, words
from game.ui.boxes import View
from game.ui.cards import BLOCK, Card, deck
from game.ui.flow import Piece
from game.ui.pieces import Label, button, row, say
from game.ui.screen import Desk, Pop, Step, Turn
from game.ui.screens import aside, way
from game.ui.space import Space
from game.ui.spread import Spread


@dataclass(frozen=True, slots=True)
class ChaptersScreen:
    """``paces`` are the sittings that are offered, and how long each takes to read."""

    paces: tuple[Pace, ...]
    number: int = 0

    @classmethod
    def of(cls, desk: Desk, number: int = 0) -> "ChaptersScreen":
        offered = {part.name for part in lesson.parts(desk.lab.lesson, desk.story)}
        every = pace.of_story(desk.story, record.follow(desk.story))
        return cls(tuple(each for each in every if each.sitting.name in offered), number)

    def view(self, desk: Desk, space: Space) -> View:
        width = spread.column(space)
        groups = groupby(self.paces, lambda each: each.sitting.chapter)
        chapters = (
            _chapter(list(paces), str(number), desk.story, width, space)
            for number, (_, paces) in enumerate(groups, 1)
        )
        return spread.view(
            Spread(
                words.CHAPTERS,
                (
                    *spread.slab(words.CHAPTERS, "", "red", space, width),
                    *say(words.CHAPTERS_ABOUT, space.small, width, space, space.px(12)),
                    *(piece for pieces in chapters for piece in pieces),
                ),
                number=self.number,
                escape="close",
            ),
            space,
        )

    def press(self, key: str, desk: Desk) -> Step:
        kind, _, name = key.partition(":")
        if kind in ("chapter", "sitting"):
            begun = (each.sitting for each in self.paces)
            found = [sitting for sitting in begun if name in (sitting.chapter, sitting.name)]
            return way.begun(desk, found[0].first) if found else Step()
        if key == "back":
            return Step(Pop())
        number = leaf.of(key)
        if number is not None:
            return Step(Turn(replace(self, number=number)))
        return way.elsewhere(key, None, desk)


def _chapter(
    paces: Sequence[Pace], mark: str, story: Story, width: int, space: Space
) -> Iterator[Piece]:
    """A chapter as a card, and under it a button for each sitting after its first."""
    first, *others = (each.sitting for each in paces)
    chapter = story.chapters[first.chapter]
    is_whole = first.number == 1
    about = (
        chapter.years if is_whole else chapter.title,
        words.reading([each.minutes for each in paces]),
    )
    card = Card(
        chapter.title if is_whole else first.title,
        "  ·  ".join(part for part in about if part),
        f"chapter:{chapter.id}" if is_whole else f"sitting:{first.name}",
        mark,
    )
    (piece,) = deck([card], width, space)
    yield piece._replace(gap=space.px(11), glued=bool(others))
    if others:
        yield _within(others, chapter, width, space)


def _within(others: Sequence[Sitting], chapter: Chapter, width: int, space: Space) -> Piece:
    left = space.px(BLOCK + 22)
    room = width - left
    buttons = []
    for each in others:
        name = words.from_sitting(each.title, chapter.title)
        label = Label(each.title, f"sitting:{each.name}", name=name)
        natural = button(label, space)
        buttons.append(natural if natural.rect.width <= room else button(label, space, room))
    below = row(buttons, room, space, space.px(6))
    return below._replace(boxes=tuple(box.moved(left, 0) for box in below.boxes))


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
        return aside.elsewhere("railway", key, self.play, desk)
