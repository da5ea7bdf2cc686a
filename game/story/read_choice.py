"""Nodes become choices and what history says beside them, one line for each field."""

import re
from collections.abc import Iterable, Sequence
from typing import get_args

from game.story.model import (
    Answer,
    Certainty,
    Choice,
    Historian,
    History,
    Ref,
    SourceCheck,
)  # fmt: skip
from game.story.page import Page
from game.story.read_rules import branches, conditions, effects, points
from game.story.reader import ID, Reader
from game.story.source import Mapping, Node

CERTAINTIES: Sequence[Certainty] = get_args(Certainty)
# In what way an essay can go wrong; "stands" is a sentence that holds.
SLIPS = (
    "date", "person", "place", "sequence", "cause", "conflation", "number", "term", "overclaim",
    "omission", "contradiction", "sourcing", "stands",
)  # fmt: skip


def certainty(read: Reader, default: Certainty) -> Certainty:
    return read.word("certainty", CERTAINTIES, default)


def choices(nodes: list[Node], page: Page, historical: str) -> tuple[Choice, ...]:
    """Return a scene's choices; ``historical`` is the id of the one that was really taken."""
    found: dict[str, Choice] = {}
    for node in nodes:
        choice = _choice(node, page, historical)
        if choice.id in found:
            message = f"Two choices of this scene are called '{choice.id}'."
            page.report(choice.mark, "double-choice", message, "Give each an 'id' of its own.")
        else:
            found[choice.id] = choice
    return tuple(found.values())


def _choice(node: Node, page: Page, historical: str) -> Choice:
    with Reader(node, "A choice", page) as read:
        text = read.text("text", needed=True)
        name = _id(read, text)
        return Choice(
            id=name,
            text=text,
            detail=read.text("detail"),
            outcome=read.needed_prose("outcome"),
            certainty=certainty(read, "documented" if name == historical else "supposition"),
            evidence_for=read.text("for"),
            evidence_against=read.text("against"),
            returns=read.text("returns"),
            cost=read.text("cost"),
            sources=read.refs("source", "sources"),
            goto=branches(read, "goto"),
            requires=conditions(read, "requires"),
            locked=read.text("locked"),
            effects=effects(read, "effects"),
            shift=points(read, "shift"),
            mark=read.mark,
        )


def _id(read: Reader, text: str) -> str:
    """Return the id of a choice, or one made of the first words of its text."""
    given = read.text("id")
    if not given:
        return "-".join(re.findall("[a-z0-9]+", text.lower())[:5])
    if not ID.fullmatch(given):
        message = f"'{given}' cannot be the id of a choice."
        hint = "Use small letters a to z, numbers and hyphens: press-on"
        read.report(read.place("id"), "id", message, hint)
    return given


def history(node: Node, page: Page) -> History:
    with Reader(node, "The history", page) as read:
        historians = [_historian(item, page) for item in read.items("historians")]
        return History(
            choice=read.part("choice", needed=True) or Ref("", read.mark),
            title=read.text("title"),
            text=read.needed_prose("text"),
            text_easy=read.prose("text_easy"),
            because=read.text("because"),
            fact=read.text("fact"),
            quill=read.text("quill"),
            certainty=certainty(read, "documented"),
            sources=_once(read.refs("source", "sources"), (work for _, work in historians)),
            historians=tuple([historian for historian, _ in historians]),
            mark=read.mark,
        )


def _historian(node: Node, page: Page) -> tuple[Historian, tuple[Ref, ...]]:
    """A historian, and where it stands: among the sources of what is said beside it."""
    with Reader(node, "A historian", page) as read:
        who = read.text("who", needed=True)
        said = Historian(who, read.text("says", needed=True), read.mark)
        return said, read.refs("source", "sources")


def _once(sources: tuple[Ref, ...], more: Iterable[tuple[Ref, ...]]) -> tuple[Ref, ...]:
    """All sources, each where it is named first."""
    found: dict[str, Ref] = {}
    for ref in (*sources, *(ref for refs in more for ref in refs)):
        found.setdefault(ref.id, ref)
    return tuple(found.values())


def source_checks(read: Reader, name: str) -> tuple[SourceCheck, ...]:
    """Return the list; where there is only one, it need not stand in a list."""
    node = read.group(name)
    items = [node] if isinstance(node, Mapping) else read.items(name)
    return tuple([_source_check(item, read.page) for item in items])


def _source_check(node: Node, page: Page) -> SourceCheck:
    with Reader(node, "A source check", page) as read:
        return SourceCheck(
            essay=read.marked("essay", needed=True),
            record=read.marked("record", needed=True),
            tell=read.marked("tell", needed=True),
            kind=read.word("kind", SLIPS, ""),
            debated=read.yes("debated"),
            question=read.text("question"),
            answers=tuple([_answer(item, page) for item in read.items("answers")]),
            sources=read.refs("source", "sources"),
            mark=read.mark,
        )


def _answer(node: Node, page: Page) -> Answer:
    with Reader(node, "An answer", page) as read:
        text = read.text("text", needed=True)
        return Answer(text, read.yes("right"), read.text("because"))
