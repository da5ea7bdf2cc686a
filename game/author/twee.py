"""Twee 3, the plain text form of Twine stories: passages to text and back.

After the specification "Twee 3" of the Interactive Fiction Technology Foundation (2021); older
Twee without metadata is read too.
"""

import json
import re
from collections.abc import Iterable
from typing import NamedTuple

_HEADER = re.compile(
    r"::[ \t]*(?P<name>(?:\\.|[^\\\[\]{}\n])*?)[ \t]*"
    r"(?:\[(?P<tags>(?:\\.|[^\\\]\n])*)\])?[ \t]*(?P<meta>\{.*\})?[ \t]*"
)
# Within a passage such a line has a bar before it, lest it begin another.
_COLONS = re.compile(r"\\*::")
_LINK = re.compile(r"\[\[(?P<inside>[^\[\]\n]+?)\](?:\[[^\]\n]*\])?\]")
MOST_LETTERS = 20_000_000


class Passage(NamedTuple):
    """``position`` is where Twine's map shows it; None where nothing is said."""

    name: str
    tags: tuple[str, ...]
    text: str
    position: tuple[int, int] | None = None


class Link(NamedTuple):
    words: str
    target: str


def written(passages: Iterable[Passage]) -> str:
    """Return Twee 3."""
    return "\n\n".join(_passage(passage) for passage in passages) + "\n"


def _passage(passage: Passage) -> str:
    header = f":: {_escaped(passage.name)}"
    if passage.tags:
        header += f" [{' '.join(_escaped(tag) for tag in passage.tags)}]"
    if passage.position is not None:
        x, y = passage.position
        header += f' {{"position":"{x},{y}","size":"100,100"}}'
    lines = (f"\\{line}" if _COLONS.match(line) else line for line in passage.text.split("\n"))
    return "\n".join((header, *lines)).rstrip("\n")


def _escaped(text: str) -> str:
    return re.sub(r"([\\\[\]{}])", r"\\\1", text)


def _plain(text: str) -> str:
    return re.sub(r"\\(.)", r"\1", text).strip()


def read(text: str) -> tuple[Passage, ...]:
    """Return the passages of a Twee file; what stands before the first is left out."""
    found: list[Passage] = []
    lines: list[str] = []
    for line in text.replace("\r\n", "\n").replace("\r", "\n").removeprefix("\ufeff").split("\n"):
        header = _HEADER.fullmatch(line) if line.startswith("::") else None
        if header is not None:
            if found:
                found[-1] = found[-1]._replace(text=_body(lines))
            found.append(_begun(header))
            lines = []
        else:
            lines.append(line.removeprefix("\\") if _COLONS.match(line) else line)
    if found:
        found[-1] = found[-1]._replace(text=_body(lines))
    return tuple(found)


def _body(lines: list[str]) -> str:
    return "\n".join(lines).strip("\n")


def _begun(header: re.Match[str]) -> Passage:
    tags = tuple(_plain(tag) for tag in re.findall(r"(?:\\.|[^\\\s])+", header["tags"] or ""))
    return Passage(_plain(header["name"]), tags, "", _position(header["meta"] or ""))


def _position(metadata: str) -> tuple[int, int] | None:
    """Metadata that cannot be read is treated as none, as the specification says."""
    try:
        fields: object = json.loads(metadata)
    except ValueError:
        return None
    said = fields.get("position") if isinstance(fields, dict) else None
    numbers = re.fullmatch(r"(-?\d{1,6})(?:\.\d+)?,(-?\d{1,6})(?:\.\d+)?", str(said))
    return (int(numbers[1]), int(numbers[2])) if numbers else None


def links(text: str) -> tuple[Link, ...]:
    """Return the links of a passage: [[words->target]], [[target<-words]], [[words|target]]."""
    return tuple(_link(found["inside"]) for found in _LINK.finditer(text))


def _link(inside: str) -> Link:
    if "->" in inside:
        words, _, target = inside.rpartition("->")
    elif "<-" in inside:
        target, _, words = inside.partition("<-")
    else:
        words, _, target = inside.partition("|")
    target = target or words
    return Link(words.strip(), target.strip())


def without_links(text: str) -> str:
    """The text of a passage with its links taken out; a line that held only links goes too."""
    lines = []
    for line in text.split("\n"):
        rest = _LINK.sub("", line)
        if rest.strip(" \t*-+>1234567890.)") or not _LINK.search(line):
            lines.append(rest.rstrip())
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
