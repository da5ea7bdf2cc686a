"""What PyYAML says when it cannot read on, and what we say instead."""

import re
from typing import NamedTuple

from game.story import misread

ANCHOR = (
    "A text that begins with * or & cannot be read as it stands.",
    'Put quotation marks round it: text: "*The Times* wrote nothing."',
)
TAG_SAID = "What begins with ! cannot be read as it stands."
TAG = "Write 'not' for '!' in a condition; put quotation marks round a text."
DEEP = "No field of a story needs that: look for a bracket too many."


class Slip(NamedTuple):
    """``heard`` finds it in what PyYAML says; ``opened``: it is to be mended where it began."""

    heard: str
    said: str
    hint: str
    code: str = "yaml"
    opened: bool = False


# The two parsers of PyYAML do not always use the same words.
SLIPS = (
    Slip(
        misread.VALUES,
        "This cannot be read: there is a second colon in this line.",
        'Put quotation marks round a text that has a colon in it: title: "One: two"',
    ),
    Slip(
        misread.TOKEN,
        "This cannot be read: no text can begin with this letter.",
        "Put quotation marks round the text.",
    ),
    Slip(
        misread.OPEN,
        "This cannot be read: a quotation mark is opened here and never closed.",
        "Close it; for a text with quotation marks in it, use the other kind round it.",
        opened=True,
    ),
    Slip(
        misread.BRACKET,
        "This cannot be read: a bracket is opened here and never closed.",
        "Close it, or put quotation marks round a text that begins with a bracket.",
        opened=True,
    ),
    Slip(
        misread.NAME,
        "This cannot be read: here is a text that has no name and belongs to none.",
        "Write 'name: text' with a space after the colon, or indent it like the text above.",
        opened=True,
    ),
    Slip(
        misread.BLOCK,
        "This cannot be read: it does not fit what stands before it.",
        "Look whether it begins as far to the right as what it goes with, and at quotation marks.",
    ),
    Slip(
        "node content",
        "This cannot be read: a text or a closing bracket is missing here.",
        "Close the bracket, or put quotation marks round a text that begins with one.",
    ),
    Slip(
        "unknown escape character|hexdecimal number",
        'This cannot be read: a backslash means something else in a text between " and ".',
        "Write it twice, or put the text between ' and '.",
    ),
    Slip(misread.SIGN, *ANCHOR, code="anchor", opened=True),
    Slip("expected whitespace or line break", TAG_SAID, TAG, "tag", opened=True),
    Slip("maximum nesting depth", "This is nested far too deep.", DEEP, "too-deep"),
)
TAB = Slip(
    "",
    "This cannot be read: a tab stands where only spaces may stand.",
    "Use spaces, two for each step.",
)


def slip(heard: str) -> Slip:
    for known in SLIPS:
        if re.search(known.heard, heard):
            return known
    hint = "Compare it with a scene that works."
    return Slip("", f"This cannot be read: {heard.strip()}.", hint)
