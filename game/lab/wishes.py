"""The settings that a school may choose, each with what it may be."""

import re
from collections.abc import Mapping
from typing import Literal, NamedTuple

from game.lab.lab import Value
from game.story.reader import YES

Motion = Literal["full", "reduced"]
Font = Literal["literata", "opendyslexic"]
Words = Literal["full", "easy"]

TEXT_SIZES = (100, 115, 130, 150, 175, 200)
MOTIONS: tuple[Motion, ...] = ("full", "reduced")
READINGS: tuple[Words, ...] = ("full", "easy")
FONTS: tuple[Font, ...] = ("literata", "opendyslexic")

_CODE = re.compile(r"[a-z]{2,3}(-[a-z0-9]{2,8})?")


class Wish(NamedTuple):
    """``words`` are the only answers where there are some; else yes or no, or a number."""

    is_what: str
    example: str
    words: tuple[str, ...] = ()
    most: int = 0


_YES_NO = Wish("either yes or no", "yes", ("yes", "no"))
_VOLUME = Wish("a volume from 0 to 100", "40", most=100)
_LANGUAGE = Wish("a language in two or three letters", "en")
# The words of the program are there in these; a story is read as it is written.
SPOKEN = ("en",)
NAMES: Mapping[str, Wish] = {
    "fullscreen": _YES_NO,
    "window": Wish("a size", "1280x720"),
    "text_size": Wish(
        "one of " + ", ".join(map(str, TEXT_SIZES)), "115", tuple(map(str, TEXT_SIZES))
    ),
    "font": Wish("one of " + ", ".join(FONTS), "literata", FONTS),
    "reading": Wish("one of " + ", ".join(READINGS), "easy", READINGS),
    "high_contrast": _YES_NO,
    "motion": Wish("one of " + ", ".join(MOTIONS), "reduced", MOTIONS),
    "volume": _VOLUME,
    "effects": _VOLUME,
    "ambience": _VOLUME,
    "mute": _YES_NO,
    "ask_reason": _YES_NO,
    "content_notes": _YES_NO,
    "language": _LANGUAGE,
}


def value(name: str, text: str) -> Value | None:
    """What a text means for a setting; None where it means nothing."""
    wish = NAMES[name]
    if wish is _YES_NO:
        return YES.get(text.lower())
    if wish is _LANGUAGE:
        return text.lower() if _CODE.fullmatch(text.lower()) else None
    if wish.most:
        return int(text) if text.isdecimal() and len(text) < 4 and int(text) <= wish.most else None
    if wish.words:
        return _word(text, wish.words)
    across, _, down = text.partition("x")
    return text if _is_length(across) and _is_length(down) else None


def settings(name: str, value: Value) -> dict[str, Value]:
    """The settings of the window that a wish is about."""
    return {"effects": value, "ambience": value} if name == "volume" else {name: value}


def unspoken(values: Mapping[str, Value]) -> str:
    """The language that is wished for and is not there; "" where it is, or none is wished for."""
    wanted = str(values.get("language", SPOKEN[0]))
    return "" if wanted.partition("-")[0] in SPOKEN else wanted


def _word(text: str, words: tuple[str, ...]) -> Value | None:
    if text not in words:
        return None
    return int(text) if text.isdecimal() else text


def _is_length(text: str) -> bool:
    return text.isdecimal() and 3 <= len(text) <= 5 and not text.startswith("0")
