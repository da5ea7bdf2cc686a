"""What was meant in a file that can be read, but not as it was meant. Only looked for then."""

import re

from game.story.glance import PROSE
from game.story.page import Page
from game.story.slipped import indent
from game.story.source import Mapping, Node, Scalar

_MARKED = re.compile(r"[–—•·‣]\s|-[a-z]")


def has_no_bar(name: str, key: Scalar, value: Node, page: Page) -> bool:
    """Whether a text stands below its name that a colon in it makes a group of fields."""
    if not isinstance(value, Mapping) or value.place.line <= key.place.line:
        return False
    line = _lines(page)[key.place.line].partition(" #")[0]
    is_open = line.rstrip().endswith(":")
    return is_open and (name in PROSE or any(" " in field for field in value.fields))


def is_list(node: Node) -> bool:
    """Whether a text was meant as a list: other signs than a hyphen and a space are before it."""
    return isinstance(node, Scalar) and _MARKED.match(node.text) is not None


def lost_line(name: str, fields: dict[str, tuple[Scalar, Node]], page: Page) -> str:
    """What to do about a missing text that stands in the field before it."""
    if name not in PROSE:
        return ""
    lines = _lines(page)
    for key, value in fields.values():
        at, column = value.place.line, key.place.column
        if isinstance(value, Scalar) and at == key.place.line and _goes_on(lines, at, column):
            rest = f"{key.text}:{lines[at].partition(f'{key.text}:')[2]}"
            if rest.partition(": ")[2].lstrip()[:1] not in ("|", ">", '"', "'", ""):
                return f"Write the line '{' ' * column}{name}: |' above line {at + 2}."
    return ""


def _goes_on(lines: list[str], at: int, column: int) -> bool:
    below = lines[at + 1] if at + 1 < len(lines) else ""
    return bool(below.strip()) and not below.lstrip().startswith("#") and indent(below) > column


def _lines(page: Page) -> list[str]:
    return page.text.replace("\r\n", "\n").split("\n")
