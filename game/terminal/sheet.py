"""Paragraphs become lines of a width, with nothing in them that could steer a terminal."""

import re
import textwrap
import unicodedata
from collections.abc import Iterable

_NARROWEST, _WIDEST = 20, 100
_LABEL = re.compile(r"(\d+\. |- )")


def clean(text: str) -> str:
    """Return text without escapes and other letters that cannot be seen; spaces stay spaces."""
    return "".join(letter if letter.isprintable() else _instead(letter) for letter in text)


def laid(paragraphs: Iterable[str], width: int) -> str:
    """Return the paragraphs wrapped, with empty lines between them, but not within a list."""
    width = min(max(width, _NARROWEST), _WIDEST)
    text = ""
    was_item = False
    for paragraph in (" ".join(clean(each).split()) for each in paragraphs):
        if not paragraph:
            continue
        label = _LABEL.match(paragraph)
        indent = " " * len(label[0]) if label else ""
        gap = "" if not text else "\n" if label and was_item else "\n\n"
        text += gap + textwrap.fill(
            paragraph, width, subsequent_indent=indent, break_on_hyphens=False
        )
        was_item = label is not None
    return text


def _instead(letter: str) -> str:
    space = letter in "\n\t\r" or unicodedata.category(letter).startswith("Z")
    return " " if space else ""
