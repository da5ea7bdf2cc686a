"""The markup of a story's texts: paragraphs, emphasis, strong, and links to people and terms."""

import re
from typing import Literal, NamedTuple

from game.story.model import Prose
from game.story.problem import Mark

Style = Literal["plain", "emphasis", "strong"]
LinkKind = Literal["person", "term"]

_LINK = re.compile(r"\[([^\[\]]+)\]\((person|term):([a-z0-9][a-z0-9-]*)\)")
_TOKEN = re.compile(
    r"\[(?P<words>[^\[\]\n]+)\]\((?P<link>(?:person|term):[a-z0-9][a-z0-9-]*)\)"
    r"|\*\*(?P<strong>[^*\n]+)\*\*|\*(?P<emphasis>[^*\n]+)\*"
)
_ODD_LINK = re.compile(r"\[[^\[\]]*\]\([^)\[\n]*\)")
_BREAK = re.compile(r"\n\s*\n")


class Span(NamedTuple):
    """Words that look the same; ``link`` is "" or "person:lenin" or "term:soviet"."""

    text: str
    style: Style = "plain"
    link: str = ""


class Link(NamedTuple):
    kind: LinkKind
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


def inline(text: str) -> tuple[Span, ...]:
    """Return one paragraph as spans."""
    return tuple(_spans(" ".join(text.split())))


def unmarked(text: str) -> str:
    """Return the words of one paragraph, without its markup."""
    if "*" not in text and "](" not in text:
        return text
    return "".join(span.text for span in inline(text))


def plain(prose: Prose) -> str:
    """Return the text without markup, its paragraphs parted by empty lines."""
    return "\n\n".join("".join(span.text for span in part) for part in paragraphs(prose))


def words(prose: Prose) -> int:
    """Return how many words are read; most texts have little markup, and none is soon said."""
    source = prose.source
    shown = plain(prose) if "*" in source or "[" in source else source
    return len(shown.split())


def targets(text: str) -> list[tuple[LinkKind, str]]:
    """Return what a text links to, each as kind and id."""
    found = _LINK.finditer(text)
    return [("person" if link[2] == "person" else "term", link[3]) for link in found]


def links(prose: Prose) -> tuple[Link, ...]:
    return tuple(Link(kind, name, prose.mark) for kind, name in targets(prose.source))


def odd_links(text: str) -> tuple[str, ...]:
    """Return what looks like a link and is not one that we know."""
    found = (link[0] for link in _ODD_LINK.finditer(text))
    return tuple(" ".join(link.split()) for link in found if not _LINK.fullmatch(link))
