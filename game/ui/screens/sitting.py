"""A leaf between two sittings of a chapter: a good place to stop."""

from dataclasses import dataclass, replace

from game.play import pace
from game.play.playthrough import Playthrough
from game.ui import leaf, page, words
from game.ui.boxes import View
from game.ui.page import Head, Page
from game.ui.pieces import Label, button, row, say
from game.ui.screen import Desk, Restart, Step, Turn
from game.ui.screens import handin, way
from game.ui.screens.chapter_end import chapter_number
from game.ui.space import Space


@dataclass(frozen=True, slots=True)
class SittingScreen:
    """``minutes`` is how long the sitting takes to read that begins with the scene now open."""

    play: Playthrough
    minutes: int
    number: int = 0

    @classmethod
    def of(cls, play: Playthrough, number: int = 0) -> "SittingScreen":
        return cls(play, pace.beginning_with(play.story, play.scene.id), number)

    def view(self, desk: Desk, space: Space) -> View:
        scene = self.play.scene
        width = page.column(space)
        body = (
            *say(words.GOOD_PLACE, space.body, width, space, space.px(10)),
            *say(words.what_follows(self.minutes), space.body, width, space, space.px(10)),
            row([button(Label(words.STOP_HERE, "stop"), space)], width, space, space.px(18)),
            *handin.offer(width, space),
        )
        return page.view(
            Page(
                scene.sitting,
                head(self.play, desk),
                body,
                self.number,
                page.plate(scene, space),
                Label(words.GO_ON, "onward", look="bookmark"),
                can_return=True,
            ),
            space,
        )

    def press(self, key: str, desk: Desk) -> Step:
        if key == "onward":
            return way.go(way.after("sitting", self.play, desk), self.play)
        if key == "stop":
            return Step(Restart("title"))
        if key == "back":
            return way.go(way.before_end(self.play), self.play)
        number = leaf.of(key)
        if number is not None:
            return Step(Turn(replace(self, number=number)))
        return way.elsewhere(key, self.play, desk)


def head(play: Playthrough, desk: Desk) -> Head:
    """The chapter as the small line over the title of the sitting."""
    chapter = desk.story.chapters[play.scene.chapter]
    number = words.chapter_number(chapter_number(chapter, desk))
    return Head(f"{number}  ·  {chapter.title}", play.scene.sitting)
