"""The format of a story as a table: what each field is called, holds and means.

The reader in ``game.story`` asks for exactly these fields (a test sees to it). The help for editors
and the pages of the manual are made from this table, so that they cannot say anything else.
"""

from typing import Literal, NamedTuple

# What may stand after a field's colon. A "group" has fields of its own, "groups" is a list of them,
# "one or more" either; "names" are made up by the author, each with a group or a text of its own.
Shape = Literal[
    "text", "prose", "yes", "number", "share", "day", "word", "mention", "mentions", "texts",
    "picture", "conditions", "effects", "points", "goto", "group", "groups", "question",
    "questions", "one or more", "names", "headings", "ways",
]  # fmt: skip

SAID: dict[Shape, str] = {
    "text": "a text on one line",
    "prose": "paragraphs, with *emphasis* and links",
    "yes": "yes or no",
    "number": "a whole number",
    "share": "a share from 0 to 1",
    "day": "a date such as 1917-11-07",
    "word": "one word of a list",
    "mention": "a name that stands elsewhere in the story",
    "mentions": "names that stand elsewhere in the story",
    "texts": "a list of texts",
    "picture": "a name from the catalogue of parts",
    "conditions": "conditions, which must all hold",
    "effects": "numbers of the story, and how each changes",
    "points": "contenders, and a number for each",
    "goto": "the name of a scene, or a list of scenes with conditions",
    "group": "fields of its own",
    "groups": "a list, each with fields of its own",
    "question": "a question, or a question with its answer",
    "questions": "a list of questions",
    "one or more": "fields of its own, or a list of such",
    "names": "names of your own, each with its fields",
    "headings": "names of your own, each with a text",
    "ways": "choices of the story, and a scene for each",
}


class Field(NamedTuple):
    """``of`` is what a field mentions or holds: a kind of thing, the form of a group, a list of the
    catalogue. ``words`` are those of which one is to be written.
    """  # fmt: skip

    name: str
    shape: Shape
    about: str
    of: str = ""
    words: tuple[str, ...] = ()
    needed: bool = False


class Form(NamedTuple):
    """``what`` is what messages call it: "A scene". ``file`` is where it stands, if in its own."""

    what: str
    about: str
    fields: tuple[Field, ...]
    file: str = ""


def needed(name: str, shape: Shape, about: str, of: str = "") -> Field:
    """A field that must be there."""
    return Field(name, shape, about, of, needed=True)
