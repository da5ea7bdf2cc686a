"""How chapters and scenes are announced: their intros and the content notes."""

from dataclasses import dataclass, replace

from game.play import content, labels, sittings
from game.play.playthrough import Playthrough
from game.story.markup import Span
from game.story.model import Chapter, Prose
from game.ui import evidence, leaf, page, words
from game.ui.boxes import View
from game.ui.cards import Card, deck
from game.ui.flow import Piece
from game.ui.page import Head, Page
from game.ui.pieces import Label, paragraph, prose, say
from game.ui.screen import Desk, Go, Keep, Step, Turn
from game.ui.screens import sitting, way
from game.ui.screens.chapter_end import chapter_number
from game.ui.screens.scene import explained, eyebrow
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
        told = self._told(chapter)
        if told is not None:
            body += prose((told,), space.body, width, space, space.px(10))
        if chapter.content and desk.settings.content_notes:
            body += self._note(desk, width, space)
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

    def _told(self, chapter: Chapter) -> Prose | None:
        """The intro, or the summary in its place for whoever wishes to pass the chapter over."""
        if chapter.summary is not None and content.wants_summaries(self.play, chapter.id):
            return chapter.summary
        return None if self._is_resumed else chapter.intro

    def _note(self, desk: Desk, width: int, space: Space) -> tuple[Piece, ...]:
        """What is in the chapter, and what there is for whoever would rather not read all of it."""
        chapter = desk.story.chapters[self.play.scene.chapter]
        said = (Span(f"{labels.CONTENT}. ", "strong"), Span(f"{words.content(chapter.content)} "))
        text = evidence.text(space)
        if desk.lab.lesson.content == "summaries" or not content.offers(desk.story, chapter):
            return paragraph(said, text, width, space, space.px(12))
        is_brief = content.wants_summaries(self.play, chapter.id)
        has_any = bool(content.scenes(desk.story, chapter.id))
        about = labels.SUMMARIES_ABOUT if has_any else labels.NO_SUMMARIES
        offer = words.READ_IN_FULL if is_brief else words.READ_SUMMARIES
        return (
            *paragraph((*said, Span(offer, link="summaries")), text, width, space, space.px(12)),
            *(say(about, space.note, width, space, space.px(8)) if is_brief else ()),
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
        if key == "summaries":
            return self._summaries()
        number = leaf.of(key)
        if number is not None:
            return Step(Turn(replace(self, number=number)))
        return way.elsewhere(key, self.play, desk)

    def _summaries(self) -> Step:
        """Take on the wish for summaries, or drop it."""
        chapter = self.play.scene.chapter
        is_brief = content.wants_summaries(self.play, chapter)
        play = content.wish(self.play, chapter, summaries=not is_brief)
        return Step(Turn(OpeningScreen(play)), (Keep(play, "opening"),))


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
                Head(eyebrow(scene), scene.title, link=explained(scene, desk.story)),
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
        if key == "back":
            return way.behind(self.play)
        return way.elsewhere(key, self.play, desk)


def note(tags: tuple[str, ...], width: int, space: Space) -> tuple[Piece, ...]:
    """What is in it, in plain words."""
    said = words.content(tags)
    return (
        *evidence.headed(labels.CONTENT, width, space, 18),
        *say(said, evidence.text(space), width, space, space.px(2)),
    )
