"""Nodes become what stands around the scenes: the cover, chapters, people, terms and sources."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar, get_args

from game.story.dates import lifespan
from game.story.lists import Person, Source, Term
from game.story.model import Chapter, Contender, Event, Illustration, Ref
from game.story.page import Page
from game.story.problem import Mark
from game.story.read_question import questions
from game.story.read_scene import illustration
from game.story.reader import DEVICES, ID, Reader
from game.story.rules import Variable, VariableKind
from game.story.source import Mapping, Node, Scalar

KINDS_OF_SOURCE = ("document", "witness", "memoir", "press", "history", "essay")
KINDS_OF_VARIABLE: tuple[VariableKind, ...] = get_args(VariableKind)
_LONGEST_ID = 100
_COLOUR = re.compile("#[0-9A-Fa-f]{6}")
_RANGE: dict[VariableKind, tuple[int, int]] = {
    "resource": (-10, 10), "ledger": (0, 100), "flag": (0, 1),
}  # fmt: skip

Thing = TypeVar("Thing")


@dataclass(frozen=True, slots=True)
class Cover:
    """What story.yaml says. Where ``id`` is empty the folder's name takes its place."""

    id: str
    title: str
    subtitle: str
    author: str
    about: str
    decides: str
    start: Ref
    illustration: Illustration | None
    variables: dict[str, Variable]
    contenders: dict[str, Contender]
    sections: dict[str, str]
    curriculum: dict[str, str]
    chapters: tuple[Ref, ...]
    mark: Mark


def cover(node: Node, page: Page) -> Cover:
    with Reader(node, "A story", page) as read:
        about = read.prose("about")
        drawn = read.group("illustration")
        return Cover(
            id=identity(read),
            title=read.text("title", needed=True),
            subtitle=read.text("subtitle"),
            author=read.text("author"),
            about=about.source.strip() if about else "",
            decides=read.text("decides"),
            start=read.needed_ref("scene", "start"),
            illustration=illustration(drawn, page) if drawn else None,
            variables=named(read.pairs("variables"), page, variable),
            contenders=named(read.pairs("contenders"), page, contender),
            sections=named(read.pairs("sections"), page, _section),
            curriculum={
                name: _heading("curriculum", name, label, page)
                for name, (_, label) in read.pairs("curriculum").items()
            },
            chapters=tuple(Ref(item.text, page.mark(item)) for item in read.scalars("chapters")),
            mark=read.mark,
        )


def identity(read: Reader, *, needed: bool = False) -> str:
    """Return the name under which saves are kept; it is part of a folder's path."""
    given = read.text("id", needed=needed)
    is_name = ID.fullmatch(given) and len(given) <= _LONGEST_ID and given not in DEVICES
    if given and not is_name:
        message = f"'{given}' cannot be the id of a story."
        hint = "Use small letters a to z, numbers and hyphens: the-power-struggle"
        read.report(read.place("id"), "id", message, hint)
    return given


def chapter(id: str, node: Node, page: Page) -> Chapter:
    with Reader(node, "A chapter", page) as read:
        return Chapter(
            id=id,
            title=read.text("title", needed=True),
            years=read.text("years"),
            intro=read.prose("intro"),
            content=read.texts("content"),
            summary=read.prose("summary"),
            start=read.needed_ref("scene", "start"),
            questions=questions(read, "questions"),
            mark=read.mark,
        )


def people(node: Node, page: Page) -> dict[str, Person] | None:
    return _all(node, page, _person)


def glossary(node: Node, page: Page) -> dict[str, Term] | None:
    return _all(node, page, _term)


def sources(node: Node, page: Page) -> dict[str, Source] | None:
    return _all(node, page, _source)


def timeline(node: Node, page: Page) -> tuple[Event, ...]:
    if isinstance(node, Mapping | Scalar):
        hint = "Begin each event with '- ': - {date: 1917, text: ..., scene: ...}"
        page.report(page.mark(node), "not-a-list", "The timeline is a list of events.", hint)
        return ()
    return tuple(_event(item, page) for item in node.nodes)


def _all(
    node: Node, page: Page, reads: Callable[[str, Node, Page], Thing]
) -> dict[str, Thing] | None:
    """Return None where nobody can say what the file was to hold."""
    if isinstance(node, Mapping):
        return named(node.fields, page, reads)
    message = "This file is written as names, each with a colon and what belongs to it."
    page.report(page.mark(node), "not-a-mapping", message, "Write for example 'a-name: {...}'.")
    return None


def named(
    pairs: dict[str, tuple[Scalar, Node]], page: Page, reads: Callable[[str, Node, Page], Thing]
) -> dict[str, Thing]:
    for name, (key, _) in pairs.items():
        if not ID.fullmatch(name):
            message = f"'{name}' cannot be a name that is mentioned elsewhere."
            hint = "Use small letters a to z, numbers and hyphens: red-army"
            page.report(page.mark(key), "id", message, hint)
    return {name: reads(name, node, page) for name, (_, node) in pairs.items()}


def variable(name: str, node: Node, page: Page) -> Variable:
    with Reader(node, "A variable", page) as read:
        kind = read.word("kind", KINDS_OF_VARIABLE, "flag")
        low, high = _RANGE[kind]
        found = Variable(
            name=name,
            kind=kind,
            label=read.text("label", name, needed=kind != "flag"),
            about=read.text("about"),
            start=read.whole("start", 0),
            low=read.whole("low", low),
            high=read.whole("high", high),
            mark=read.mark,
        )
        if not found.low <= found.start <= found.high or found.low == found.high:
            message = f"'{name}' begins at {found.start}, outside {found.low} to {found.high}."
            read.report(
                read.mark,
                "range",
                message,
                "'low' is the least and 'high' the most: write a 'start' between them.",
            )
        return found


def contender(name: str, node: Node, page: Page) -> Contender:
    with Reader(node, "A contender", page) as read:
        colour = read.text("colour", "#555555")
        if not _COLOUR.fullmatch(colour):
            message = f"'{colour}' is not a colour."
            hint = 'Write a number sign and six digits in quotation marks: "#B3211A"'
            read.report(read.place("colour"), "colour", message, hint)
            colour = "#555555"
        return Contender(name, read.text("name", needed=True), colour, read.mark)


def _section(name: str, node: Node, page: Page) -> str:
    return _heading("section", name, node, page)


def _heading(what: str, name: str, node: Node, page: Page) -> str:
    if isinstance(node, Scalar):
        return " ".join(node.text.split())
    message = f"The {what} '{name}' is a heading, not a list or a group of fields."
    page.report(page.mark(node), "not-a-text", message, "Put quotation marks round the heading.")
    return ""


def _person(id: str, node: Node, page: Page) -> Person:
    with Reader(node, "A person", page) as read:
        years = lifespan(read.text("dates"))
        figure = read.part("figure")
        return Person(
            id=id,
            name=read.text("name", needed=True),
            says=read.text("says"),
            dates=read.text("dates"),
            born=read.whole("born", years.born),
            died=read.whole("died", years.died),
            role=read.text("role"),
            text=read.text("text"),
            figure=figure.id if figure else "",
            expression=read.text("expression"),
            picture=read.text("picture"),
            credit=read.text("credit"),
            mark=read.mark,
        )


def _term(id: str, node: Node, page: Page) -> Term:
    with Reader(node, "A term", page) as read:
        term = read.text("term", needed=True)
        return Term(id, term, read.text("text", needed=True), read.mark)


def _source(id: str, node: Node, page: Page) -> Source:
    with Reader(node, "A source", page) as read:
        return Source(
            id=id,
            author=read.text("author"),
            title=read.text("title", needed=True),
            year=read.text("year"),
            kind=read.word("kind", KINDS_OF_SOURCE, "history"),
            note=read.text("note"),
            mark=read.mark,
        )


def _event(node: Node, page: Page) -> Event:
    with Reader(node, "An event", page) as read:
        date = read.text("date", needed=True)
        return Event(date, read.text("text", needed=True), read.ref("scene", "scene"), read.mark)
