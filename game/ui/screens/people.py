"""People, words, dates and sources: what there is to look up, and what of it was met so far."""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from game.play import mentions
from game.play.playthrough import Playthrough
from game.story.lists import Person, Source, Term
from game.story.markup import Span
from game.story.model import Event, Story
from game.ui import leaf, spread, words, words_aside
from game.ui.art import Art, Bead, Emblem
from game.ui.boxes import View
from game.ui.entries import (
    Answer,
    answer_height,
    answers,
    glued,
    named,
    rail_width,
    railed,
    section,
    sign_width,
    signed,
    ticked,
)  # fmt: skip
from game.ui.flow import Piece
from game.ui.pieces import paragraph, say
from game.ui.screen import Desk, Step, Turn
from game.ui.screens import aside
from game.ui.space import Space
from game.ui.spread import Spread

Tab = Literal["people", "words", "dates", "sources"]
TABS: tuple[Tab, ...] = ("people", "words", "dates", "sources")


@dataclass(frozen=True, slots=True)
class PeopleScreen:
    """``play`` is None where nothing has been read yet."""

    play: Playthrough | None
    tab: Tab = "people"
    number: int = 0

    def view(self, desk: Desk, space: Space) -> View:
        width = spread.column(space)
        found, note = self._entries(desk.story, width, space)
        tabs = [
            Answer(text, f"tab:{tab}", tab == self.tab) for tab, text in words_aside.TABS.items()
        ]
        under = Piece(space.px(16))
        return spread.view(
            Spread(
                words.PEOPLE_NAME,
                found or say(words_aside.NO_ENTRIES, space.body, width, space),
                number=self.number,
                can_return=False,
                escape="close",
                head=(answers(tabs, width, space, 0), under),
                beside=(*note, under),
                away=aside.AWAY,
            ),
            space,
        )

    def _entries(
        self, story: Story, width: int, space: Space
    ) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
        """The entries, and the line that stands over the second page."""
        met = mentions.met(self.play) if self.play else frozenset()
        cited = mentions.cited(self.play) if self.play else frozenset()
        sign: Art = Emblem("seen")
        match self.tab:
            case "people":
                note = words_aside.people_met(_count("person", met), len(story.people))
                found = _people(story.people.values(), met, width, space)
            case "words":
                note = words_aside.words_met(_count("term", met), len(story.glossary))
                found = _terms(story.glossary.values(), met, width, space)
            case "dates":
                note, sign = words_aside.DATES_NOTE, Bead(is_passed=True)
                found = _events(story, self._read, width, space)
            case "sources":
                note = words_aside.cited_of(len(cited), len(story.sources))
                found = _sources(story.sources.values(), cited, width, space)
        return found, _note(note, sign, width, space) if self.play else ()

    @property
    def _read(self) -> frozenset[str]:
        turns = self.play.turns if self.play else ()
        return frozenset(turn.before.scene for turn in turns)

    def press(self, key: str, desk: Desk) -> Step:
        kind, _, name = key.partition(":")
        for tab in TABS:
            if kind == "tab" and name == tab:
                return Step(Turn(PeopleScreen(self.play, tab)))
        page = leaf.of(key)
        if page is not None:
            return Step(Turn(replace(self, number=page)))
        if key == ("people" if self.tab == "dates" else "timeline"):
            tab = "people" if self.tab == "dates" else "dates"
            return Step(Turn(PeopleScreen(self.play, tab)))
        return aside.elsewhere("people", key, self.play, desk)


def _note(text: str, sign: Art, width: int, space: Space) -> tuple[Piece, ...]:
    """What the sign on this page means, as high as the row of tabs beside it."""
    style = space.style("italic", 17, 1.42, "soft")
    rows = say(text, style, width - sign_width(space), space)
    over = max(0, (answer_height(space) - style.leading) // 2)
    return (Piece(over), *signed(rows, sign, space))


def _count(kind: str, met: frozenset[str]) -> int:
    return sum(link.startswith(f"{kind}:") for link in met)


def _people(
    people: Iterable[Person], met: frozenset[str], width: int, space: Space
) -> tuple[Piece, ...]:
    """Those met so far first: who was that again?"""
    known: list[Person] = []
    others: list[Person] = []
    for person in people:
        (known if f"person:{person.id}" in met else others).append(person)
    pieces: list[Piece] = []
    for title, group in ((words_aside.MET, known), (words_aside.NOT_MET, others)):
        if group and met:
            pieces += section(title, width, space)
        for person in group:
            pieces += _person(person, width, space)
    return tuple(pieces)


def _person(person: Person, width: int, space: Space) -> tuple[Piece, ...]:
    key = f"person:{person.id}"
    spoken = words_aside.person_name(person)
    head = named(person.name, person.dates, (key, spoken), width, space)
    about = say(person.role, space.small, width, space)
    return (*(glued(head) if about else head), *about)


def _terms(
    terms: Iterable[Term], met: frozenset[str], width: int, space: Space
) -> tuple[Piece, ...]:
    pieces: list[Piece] = []
    for term in sorted(terms, key=lambda term: _letters(term.term)):
        key = f"term:{term.id}"
        inner = width - (sign_width(space) if key in met else 0)
        head = named(term.term, "", (key, ""), inner, space)
        pieces += glued(_ticked(head, width, space) if key in met else head)
        pieces += say(term.text, space.small, width, space)
    return tuple(pieces)


def _letters(word: str) -> str:
    """What a word is found by in the alphabet: no capitals, accents or signs, and no article."""
    plain = unicodedata.normalize("NFKD", word.casefold()).removeprefix("the ")
    return "".join(letter for letter in plain if letter.isalnum() or letter == " ")


def _ticked(pieces: Sequence[Piece], width: int, space: Space) -> tuple[Piece, ...]:
    return ticked(pieces, width, space, words_aside.KNOWN)


def _events(story: Story, read: frozenset[str], width: int, space: Space) -> tuple[Piece, ...]:
    """The timeline, along a rail: where the reader has been, the bead is full."""
    inner = width - rail_width(space)
    gap = space.px(13)
    pieces: list[Piece] = []
    for event in story.timeline:
        is_read = event.scene is not None and event.scene.id in read
        told = _event(event, story, inner, space, gap)
        pieces += railed(told, Bead(is_read), gap, space, is_first=not pieces)
    return tuple(pieces)


def _event(event: Event, story: Story, width: int, space: Space, gap: int) -> tuple[Piece, ...]:
    style = space.style("label", 16, 1.4, "red", most=1.7)
    date = glued(say(event.date, style, width, space, gap))
    text = say(event.text, space.style("text", 17, 1.42), width, space)
    if event.scene is None:
        return (*date, *text)
    told = (Span(f"{words_aside.TOLD_IN} "), Span(story.scenes[event.scene.id].title, "emphasis"))
    return (*date, *glued(text), *paragraph(told, space.small, width, space))


def _sources(
    sources: Iterable[Source], cited: frozenset[str], width: int, space: Space
) -> tuple[Piece, ...]:
    """Grouped by what kind of witness they are, for that is how they are weighed."""
    pieces: list[Piece] = []
    works = tuple(sources)
    for kind, title in words_aside.KINDS.items():
        group = [work for work in works if work.kind == kind]
        if group:
            pieces += section(title, width, space)
        for work in group:
            pieces += _source(work, cited, width, space)
    return tuple(pieces)


def _source(work: Source, cited: frozenset[str], width: int, space: Space) -> tuple[Piece, ...]:
    before, title, after = words_aside.source_title(work)
    spans = (Span(before), Span(title, "emphasis"), Span(after))
    inner = width - (sign_width(space) if work.id in cited else 0)
    head = paragraph(spans, space.style("text", 17, 1.4), inner, space, space.px(10))
    if work.id in cited:
        head = _ticked(head, width, space)
    note = say(work.note, space.small, width, space)
    return (*(glued(head) if note else head), *note)
