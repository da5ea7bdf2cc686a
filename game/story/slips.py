"""What PyYAML says when it cannot read on, and what we say instead."""

import re
from typing import NamedTuple

ANCHOR = (
    "Anchors (&) and aliases (*) are not used in stories.",
    "Put quotation marks round a text that begins with * or &.",
)
TAG = "Write 'not exiled' for '!exiled', or put the text in quotation marks."
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
        "mapping values are not allowed",
        "This cannot be read: there is a second colon in this line.",
        'Put quotation marks round a text that has a colon in it: title: "One: two"',
    ),
    Slip(
        "cannot start any token",
        "This cannot be read: no text can begin with this letter.",
        "Put quotation marks round the text.",
    ),
    Slip(
        "end of stream",
        "This cannot be read: a quotation mark is opened here and never closed.",
        "Close it; for a text with quotation marks in it, use the other kind round it.",
        opened=True,
    ),
    Slip(
        r"expected ',' or '[\]}]'",
        "This cannot be read: a bracket is opened here and never closed.",
        "Close it, or put quotation marks round a text that begins with a bracket.",
        opened=True,
    ),
    Slip(
        "could not find expected ':'",
        "This cannot be read: here is a text that has no name and belongs to none.",
        "Write 'name: text' with a space after the colon, or indent it like the text above.",
        opened=True,
    ),
    Slip(
        "expected <block end>|did not find expected (key|'-' indicator)",
        "This cannot be read: it does not fit what stands before it.",
        "Look at the indentation. An apostrophe inside '...' is written twice.",
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
    Slip("alphabetic or numeric character", *ANCHOR, code="anchor", opened=True),
    Slip(
        "expected whitespace or line break", "Stories have no YAML tags.", TAG, "tag", opened=True
    ),
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
