"""How chapters and scenes are announced: their intros and the content notes."""

from dataclasses import dataclass, replace

from game.play import labels, sittings
from game.play.playthrough import Playthrough
from game.ui import evidence, leaf, page, words
from game.ui.boxes import View
from game.ui.cards import Card, deck
from game.ui.flow import Piece
from game.ui.page import Head, Page
from game.ui.pieces import Label, prose, say
from game.ui.screen import Desk, Go, Keep, Lay, Step, Turn
from game.ui.screens import sitting, way
from game.ui.screens.chapter_end import chapter_number
from game.ui.screens.scene import eyebrow
from game.ui.space import Space


@dataclass(frozen=True, slots=True)
class OpeningScreen:
    """A chapter begins: its years, its intro, and the chapter's content note.

    A sitting of it begins so too, where somebody begins with it or comes back to it.
    """

    play: Playthrough
    number: int = 0

    def view(self, desk: Desk, space: Space) -> View:
        scene = self.play.scene
        chapter = desk.story.chapters[scene.chapter]
        width = page.column(space)
        body: tuple[Piece, ...] = ()
        if chapter.intro is not None and not self._is_resumed:
            body += prose((chapter.intro,), space.body, width, space, space.px(10))
        if chapter.content:
            body += note(chapter.content, width, space)
        head = self._head(desk)
        return page.view(
            Page(
                head.title,
                head,
                body,
                self.number,
                page.plate(scene, space),
                Label(words.GO_ON, "onward", look="bookmark"),
                can_return=bool(self.play.turns),
            ),
            space,
        )

    @property
    def _is_resumed(self) -> bool:
        """Whether the chapter was begun before: the reader stopped within it and comes back."""
        return bool(self.play.turns) and self.play.left.chapter == self.play.scene.chapter

    def _head(self, desk: Desk) -> Head:
        if sittings.divides(desk.story, self.play.scene):
            return sitting.head(self.play, desk)
        chapter = desk.story.chapters[self.play.scene.chapter]
        number = words.chapter_number(chapter_number(chapter, desk))
        return Head(f"{number}  ·  {chapter.years}" if chapter.years else number, chapter.title)

    def press(self, key: str, desk: Desk) -> Step:
        if key == "onward":
            return way.go(way.after("opening", self.play, desk), self.play)
        if key == "back":
            place = way.before_end(self.play) if self._is_resumed else "chapter-end"
            return way.go(place, self.play)
        number = leaf.of(key)
        if number is not None:
            return Step(Turn(replace(self, number=number)))
        return way.elsewhere(key, self.play, desk)


@dataclass(frozen=True, slots=True)
class ContentScreen:
    """What the next scene holds that some readers would rather only be told about."""

    play: Playthrough

    def view(self, desk: Desk, space: Space) -> View:
        scene = self.play.scene
        width = page.column(space)
        cards = [Card(words.READ_SCENE, "", "read", "1")]
        if scene.summary is not None:
            cards.append(Card(words.READ_SUMMARY, "", "summary", "2"))
        body = (
            *note(scene.content, width, space),
            *say(words.CONTENT_ABOUT, space.small, width, space, space.px(10)),
            *(piece._replace(gap=space.px(14)) for piece in deck(cards, width, space)),
        )
        return page.view(
            Page(
                scene.title,
                Head(eyebrow(scene), scene.title),
                body,
                0,
                page.plate(scene, space),
                can_return=bool(self.play.turns),
            ),
            space,
        )

    def press(self, key: str, desk: Desk) -> Step:
        if key == "read":
            return way.go("scene/0", self.play)
        if key == "summary":
            return Step(Go("brief", self.play), (Keep(self.play, "brief"),))
        if key == "back" and self.play.turns:
            return Step(Lay("take-back", self.play))
        return way.elsewhere(key, self.play, desk)


def note(content: tuple[str, ...], width: int, space: Space) -> tuple[Piece, ...]:
    """What is in it, in plain words."""
    said = words.content(content)
    return (
        *evidence.headed(labels.CONTENT, width, space, 18),
        *say(said, evidence.text(space), width, space, space.px(2)),
    )
