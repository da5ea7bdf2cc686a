"""The markup of a story's texts: paragraphs, emphasis, strong, and links to people and terms."""

import re
from typing import Literal, NamedTuple

from game.story.model import Prose
from game.story.problem import Mark

Style = Literal["plain", "emphasis", "strong"]

_LINK = re.compile(r"\[([^\[\]\n]+)\]\((person|term):([a-z0-9][a-z0-9-]*)\)")
_TOKEN = re.compile(
    r"\[(?P<words>[^\[\]\n]+)\]\((?P<link>(?:person|term):[a-z0-9][a-z0-9-]*)\)"
    r"|\*\*(?P<strong>[^*\n]+)\*\*|\*(?P<emphasis>[^*\n]+)\*"
)
_ODD_LINK = re.compile(r"\[[^\[\]\n]*\]\([^)\n]*\)")
_BREAK = re.compile(r"\n\s*\n")


class Span(NamedTuple):
    """Words that look the same; ``link`` is "" or "person:lenin" or "term:soviet"."""

    text: str
    style: Style = "plain"
    link: str = ""


class Link(NamedTuple):
    kind: Literal["person", "term"]
    id: str
    mark: Mark


def _spans(text: str, style: Style = "plain") -> list[Span]:
    spans: list[Span] = []
    at = 0
    for token in _TOKEN.finditer(text):
        if token.start() > at:
            spans.append(Span(text[at : token.start()], style))
        if token["link"]:
            spans.append(Span(token["words"].replace("*", ""), style, token["link"]))
        elif token["strong"]:
            spans += _spans(token["strong"], "strong")
        else:
            spans += _spans(token["emphasis"], "emphasis")
        at = token.end()
    if at < len(text):
        spans.append(Span(text[at:], style))
    return spans


def paragraphs(prose: Prose) -> tuple[tuple[Span, ...], ...]:
    """Return the paragraphs of a text, each as spans; line breaks inside one become spaces."""
    parts = (" ".join(part.split()) for part in _BREAK.split(prose.source))
    return tuple(tuple(_spans(part)) for part in parts if part)


def plain(prose: Prose) -> str:
    """Return the text without markup, its paragraphs parted by empty lines."""
    return "\n\n".join("".join(span.text for span in part) for part in paragraphs(prose))


def links(prose: Prose) -> tuple[Link, ...]:
    if "](" not in prose.source:
        return ()
    return tuple(
        Link("person" if found[2] == "person" else "term", found[3], prose.mark)
        for found in _LINK.finditer(prose.source)
    )


def odd_links(prose: Prose) -> tuple[str, ...]:
    """Return what looks like a link and is not one that we know."""
    if "](" not in prose.source:
        return ()
    return tuple(
        found[0] for found in _ODD_LINK.finditer(prose.source) if not _LINK.fullmatch(found[0])
    )
