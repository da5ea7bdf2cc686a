"""Names that a new scene can have, and what to write instead of one that it cannot."""

import re
import unicodedata
from collections.abc import Collection

from game.story.reader import DEVICES, ID

# Names that mean something else.
_TAKEN = DEVICES | {"chapter"}
LONGEST = 60
# Words that stay small in a heading; nobody knows which of the others are names.
_SMALL = frozenset((
    "a", "an", "and", "as", "at", "but", "by", "for", "from", "in", "into", "nor", "of", "off",
    "on", "or", "over", "the", "to", "up", "with",
))  # fmt: skip


class Refused(Exception):
    """It cannot be done as asked; its text is a sentence, and what to write instead."""


def slug(words: str) -> str:
    """Make a name of words: "Winter Palace!" is "winter-palace"."""
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode()
    return "-".join(re.findall("[a-z0-9]+", plain.lower()))[:LONGEST].strip("-")


def title(id: str) -> str:
    """Make a heading of a name: "wilson-in-berlin" is "Wilson in Berlin"."""
    words = [word for word in re.split("[-_]+", id) if word]
    return " ".join(
        word if at and word in _SMALL else word[:1].upper() + word[1:]
        for at, word in enumerate(words)
    )


def fresh(id: str, taken: Collection[str]) -> str:
    """Return the name itself, or with the first number that makes it a new one."""
    number, found = 2, id
    while found in taken or found in _TAKEN:
        found, number = f"{id}-{number}", number + 1
    return found


def judge(id: str, taken: Collection[str], where: str = "") -> None:
    """Refuse what cannot be the name of a new scene."""
    offered = fresh(slug(id) or "new-scene", taken)
    instead = f"Write for example '{offered}'."
    if not ID.fullmatch(id):
        rule = "A name has small letters a to z, numbers and hyphens."
        raise Refused(f"'{id}' cannot be the name of a scene. {rule} {instead}")
    if len(id) > LONGEST:
        raise Refused(f"A name of {len(id)} letters is too long. {instead}")
    if id in _TAKEN:
        raise Refused(f"'{id}' already means something else, here or on Windows. {instead}")
    if id in taken:
        raise Refused(f"There is a scene '{id}' already{where}. {instead}")
