"""A scene: its picture, its text in pages, the advisers, and the choices as cards."""

import re
from dataclasses import dataclass, replace

from game.play import labels, notes, order, state
from game.play.playthrough import Playthrough
from game.story.markup import Span
from game.story.model import Scene, Story
from game.ui import faces, leaf, page, words
from game.ui.art import Beads, Quill
from game.ui.boxes import View
from game.ui.cards import deck, of_offers
from game.ui.flow import Piece
from game.ui.page import Head, Page
from game.ui.pieces import Label, button, paragraph, prose, row, say
from game.ui.screen import Desk, Go, Keep, Step, Turn
from game.ui.screens import way
from game.ui.space import Space

_FACE = 40
# A date by both calendars: 25 October/7 November 1917, 3/16 December; and the word for that.
_TWO_CALENDARS = re.compile(r"\d(?: [A-Z][a-z]+)? ?/ ?\d")
_OLD_STYLE = "old-style"


@dataclass(frozen=True, slots=True)
class SceneScreen:
    """``brief`` shows the summary in place of the text; ``number`` is the page that is open."""

    play: Playthrough
    number: int = 0
    brief: bool = False

    def view(self, desk: Desk, space: Space) -> View:
        scene = self.play.scene
        width = page.column(space)
        body = (
            *self._before(scene, width, space),
            *self._text(scene, desk, width, space),
            *_advisers(scene, desk, width, space),
            *self._choices(scene, width, space),
        )
        return page.view(
            Page(
                scene.title,
                Head(eyebrow(scene), scene.title, link=explained(scene, desk.story)),
                body,
                self.number,
                page.plate(scene, space),
                can_return=bool(self.play.turns),
                beads=beads(self.play),
            ),
            space,
        )

    def _before(self, scene: Scene, width: int, space: Space) -> tuple[Piece, ...]:
        """One line to read with; who wants to can write down what they expect."""
        if scene.before is None:
            return ()
        said = self.play.notes.get(notes.before(scene.id), "")
        spans = (
            Span(f"{labels.BEFORE}: {scene.before.text} "),
            Span(words.CHANGE_ANSWER if said else words.WRITE_ANSWER, link="before"),
        )
        return paragraph(spans, space.note, width, space, space.px(6))

    def _text(self, scene: Scene, desk: Desk, width: int, space: Space) -> tuple[Piece, ...]:
        if self.brief and scene.summary is not None:
            told = prose((scene.summary,), space.body, width, space, space.px(10))
            full = row([button(Label(words.READ_SCENE, "full"), space)], width, space, space.px(12))
            return told if desk.lab.lesson.content == "summaries" else (*told, full)
        texts = state.text(scene, self.play.state.values, is_easy=desk.settings.is_easy)
        pieces = prose(texts, space.body, width, space, space.px(10))
        if scene.quill:
            pieces += page.aside(scene.quill, Quill(), space, width, space.px(14))
        return pieces

    def _choices(self, scene: Scene, width: int, space: Space) -> tuple[Piece, ...]:
        if not scene.choices:
            return ()
        prompt = scene.prompt or labels.WHAT_DO_YOU_DO
        asked = say(prompt, space.style("bold", 20, 1.35, most=1.7), width, space, space.px(18))
        first, *rest = deck(of_offers(self.play.offers), width, space)
        all_of_them = (*asked, first._replace(gap=space.px(12)), *rest)
        return (*(piece._replace(glued=True) for piece in all_of_them[:-1]), all_of_them[-1])

    def press(self, key: str, desk: Desk) -> Step:
        kind, _, name = key.partition(":")
        number = leaf.of(key)
        if number is not None:
            return self._turn(number)
        if key == "back":
            return way.behind(self.play)
        if key == "full" and self.brief:
            return way.go("scene/0", self.play)
        if key == "before":
            place = f"{'brief' if self.brief else 'scene'}/{self.number}"
            return Step(Go(f"before/{self.play.scene.id}/{place}", self.play))
        if kind == "choice":
            return way.decide(self.play, name, desk)
        return way.elsewhere(key, self.play, desk)

    def _turn(self, number: int) -> Step:
        place = f"{'brief' if self.brief else 'scene'}/{number}"
        return Step(Turn(replace(self, number=number)), (Keep(self.play, place),))


def eyebrow(scene: Scene) -> str:
    """Date and place, as the small line over a title."""
    return "  ·  ".join(part for part in (scene.place, scene.date) if part)


def explained(scene: Scene, story: Story) -> str:
    """The link to the word that explains a date of two calendars, where a story has that word."""
    is_double = bool(_TWO_CALENDARS.search(scene.date))
    return f"term:{_OLD_STYLE}" if is_double and _OLD_STYLE in story.glossary else ""


def beads(play: Playthrough) -> Beads:
    """How far through its chapter a scene is, in the order of the story.

    What was passed by on the way lies behind, and so does what was before it where a game begins
    within the chapter.
    """
    every = (play.story.scenes[name] for name in order.scenes(play.story))
    main = [each.id for each in every if each.chapter == play.scene.chapter and each.choices]
    at = main.index(play.scene.id) if play.scene.id in main else len(main)
    return Beads(at, len(main))


def _advisers(scene: Scene, desk: Desk, width: int, space: Space) -> tuple[Piece, ...]:
    pieces: list[Piece] = []
    name_style = space.style("label", 17, 1.3, "red")
    for number, adviser in enumerate(scene.advisers):
        person = desk.story.people[adviser.who.id]
        gap = space.px(12 if number else 16)
        face = faces.face(person, scene, desk)
        inner = width - (faces.room(_FACE, space) if face else 0)
        link = faces.Link(person.name, f"person:{person.id}")
        head = paragraph((Span(link.name, link=link.key),), name_style, inner, space, gap)
        pieces += (
            [piece._replace(glued=True) for piece in head]
            if face is None
            else [faces.beside(head, face, _FACE, space, link)]
        )
        pieces += say(adviser.says, space.style("italic", 18, 1.42), width, space)
    if scene.dispatch:
        head = say(words.DISPATCH, name_style, width, space, space.px(16))
        pieces += [piece._replace(glued=True) for piece in head]
        pieces += say(scene.dispatch, space.style("text", 18, 1.42), width, space)
    return tuple(pieces)
