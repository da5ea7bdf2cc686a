"""One person or one word: who or what it is, and where the reader has met it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from game.play import mentions
from game.play.mentions import Mention
from game.play.playthrough import Playthrough
from game.story import who
from game.story.lists import Person, Term
from game.story.model import Scene, Story
from game.ui import faces, leaf, spread, words_aside
from game.ui.art import Medallion, Rule, Vignette
from game.ui.boxes import View
from game.ui.entries import glued
from game.ui.flow import Piece
from game.ui.pieces import lead, paragraph, picture, say
from game.ui.screen import Desk, Step, Turn
from game.ui.screens import aside
from game.ui.space import Space
from game.ui.spread import Spread

_FACE = 116


@dataclass(frozen=True, slots=True)
class CardScreen:
    """``link`` names whom or what: "person:lenin", "term:soviet"."""

    link: str
    play: Playthrough | None
    number: int = 0

    @property
    def kind(self) -> str:
        return self.link.partition(":")[0]

    def view(self, desk: Desk, space: Space) -> View:
        width = spread.column(space)
        found = mentions.mentions(self.play, self.link) if self.play else ()
        title, left, seen = self._entry(found, desk, width, space)
        if seen is not None:
            left += _first_met(seen, width, space)
        met = self._met(found, desk.story, width, space)
        # In a single column there is no facing page, so that the list may follow at once.
        two = spread.has_two(space)
        return spread.view(
            Spread(
                title,
                left if two else (*left, Piece(space.px(16)), *met),
                met if two else None,
                number=self.number,
                can_return=False,
                escape="close",
                away=aside.AWAY,
            ),
            space,
        )

    def _entry(
        self, found: Sequence[Mention], desk: Desk, width: int, space: Space
    ) -> tuple[str, tuple[Piece, ...], Scene | None]:
        """The title, what is said, and the scene whose picture stands beneath it."""
        name = self.link.partition(":")[2]
        scenes = [desk.story.scenes[mention.scene] for mention in found if mention.scene]
        first = scenes[0] if scenes else None
        if self.kind == "person":
            person = desk.story.people[name]
            face = faces.face(person, first, desk)
            return person.name, _person(person, face, width, space), _seen(person, scenes, desk)
        term = desk.story.glossary[name]
        return term.term, _term(term, width, space), first

    def _met(
        self, found: Sequence[Mention], story: Story, width: int, space: Space
    ) -> tuple[Piece, ...]:
        pieces = list(spread.slab(words_aside.WHERE_MET[self.kind], "", "slate", space, width))
        if not found:
            pieces += say(self._nowhere(story), space.note, width, space, space.px(14))
        for mention in found:
            pieces += _mention(self._unlinked(mention), story, width, space)
        return tuple(pieces)

    def _unlinked(self, mention: Mention) -> Mention:
        """A mention that does not lead to the page it stands on: there its words are bold."""
        sentence = tuple(
            span._replace(style="strong", link="") if span.link == self.link else span
            for span in mention.sentence
        )
        return mention._replace(sentence=sentence)

    def _nowhere(self, story: Story) -> str:
        if self.link == f"person:{who.decides(story)}":
            return words_aside.YOU_DECIDE
        return words_aside.NOT_MENTIONED[self.kind] if self.play else words_aside.NO_STORY_YET

    def press(self, key: str, desk: Desk) -> Step:
        page = leaf.of(key)
        if page is not None:
            return Step(Turn(replace(self, number=page)))
        if key == self.link:
            return Step()
        return aside.elsewhere("", key, self.play, desk)


def _headed(above: str, title: str, width: int, space: Space) -> tuple[Piece, ...]:
    return (
        *glued(say(above.upper(), space.eyebrow, width, space)),
        *glued(say(title, space.title, width, space, space.px(2), "heading")),
        picture(width, space.px(10), Rule(), gap=space.px(6))._replace(glued=True),
    )


def _person(person: Person, face: Medallion | None, width: int, space: Space) -> tuple[Piece, ...]:
    above = "  ·  ".join(part for part in (words_aside.A_PERSON, person.dates) if part)
    says = words_aside.pronounced(person.says) if person.says else ""
    spoken = space.style("italic", 19, 1.42, "soft")
    inner = width - (faces.room(_FACE, space) if face else 0)
    told = (
        *say(says, spoken, inner, space, space.px(8)),
        *say(person.role, space.heading, inner, space, space.px(14)),
    )
    return (
        *_headed(above, person.name, width, space),
        *(told if face is None else (faces.beside(told, face, _FACE, space),)),
        *say(person.text, space.body, width, space, space.px(8)),
        *say(person.credit if person.picture else "", space.small, width, space, space.px(6)),
    )


def _seen(person: Person, scenes: Sequence[Scene], desk: Desk) -> Scene | None:
    """The first scene where they are to be seen; or that of the first meeting, and nobody in it.

    Whoever stands there would be taken for the person of the card.
    """
    drawn = [(scene, scene.illustration) for scene in scenes if scene.illustration]
    for scene, seen in drawn:
        if hero := faces.before_others(person, seen, desk):
            return replace(scene, illustration=hero)
    if drawn and drawn[0][0] is scenes[0] and not drawn[0][1].picture:
        scene, seen = drawn[0]
        return replace(scene, illustration=seen._replace(cast=(), props=()))
    return None


def _term(term: Term, width: int, space: Space) -> tuple[Piece, ...]:
    return (
        *_headed(words_aside.A_WORD, term.term, width, space),
        *say(term.text, space.body, width, space, space.px(12)),
    )


def _first_met(scene: Scene, width: int, space: Space) -> tuple[Piece, ...]:
    """The scene of the first meeting; left out where the text needs the room."""
    if scene.illustration is None or not spread.has_two(space):
        return ()
    art = Vignette(scene.illustration, scene.chapter, "sepia")
    named = ", ".join(part for part in (scene.title, scene.date) if part)
    return (
        lead(picture(width, round(width * 0.36), art, scene.illustration.alt), space.px(20)),
        *say(named, space.note, width, space, space.px(8)),
    )


def _mention(mention: Mention, story: Story, width: int, space: Space) -> tuple[Piece, ...]:
    title, above = _where(mention, story)
    style = space.style("label", 19, 1.3, most=1.7)
    text = space.style("text", 17, 1.42)
    return (
        *glued(say(title, style, width, space, space.px(14))),
        *glued(say(above, space.small, width, space)),
        *paragraph(mention.sentence, text, width, space, space.px(2)),
    )


def _where(mention: Mention, story: Story) -> tuple[str, str]:
    """What stands over a mention: a scene, a chapter or the story, and when and where it is."""
    scene = story.scenes.get(mention.scene)
    if scene is not None:
        return scene.title, "  ·  ".join(part for part in (scene.date, scene.place) if part)
    chapter = story.chapters.get(mention.chapter)
    return (chapter.title, chapter.years) if chapter else (story.title, "")
