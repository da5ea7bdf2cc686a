"""The colours of the book by name, and a stark set for those who need contrast."""

from collections.abc import Mapping

Colour = tuple[int, int, int]
Theme = Mapping[str, Colour]

BOOK: Theme = {
    "paper": (246, 237, 216),
    "card": (252, 246, 232),
    "cream": (242, 230, 204),
    "white": (255, 251, 240),
    "ink": (23, 21, 26),
    "soft": (74, 64, 56),
    "red": (179, 33, 26),
    "signal": (198, 40, 31),
    "slate": (47, 69, 88),
    "ochre": (211, 154, 58),
    "rule": (205, 187, 151),
    "rail": (138, 122, 98),
    "empty": (220, 203, 166),
    "faded": (216, 168, 148),
    "desk": (58, 42, 32),
    "shadow": (10, 6, 8),
    "gutter": (60, 34, 16),
    "edge": (227, 211, 176),
    "focus": (0, 90, 180),
    "mark": (176, 205, 232),
}
STARK: Theme = {
    **BOOK,
    "paper": (255, 255, 255),
    "card": (255, 255, 255),
    "cream": (255, 255, 255),
    "white": (255, 255, 255),
    "ink": (0, 0, 0),
    "soft": (0, 0, 0),
    "red": (140, 0, 0),
    "signal": (140, 0, 0),
    "slate": (0, 32, 80),
    "rule": (0, 0, 0),
    "rail": (60, 60, 60),
    "desk": (0, 0, 0),
}


def theme(*, is_stark: bool) -> Theme:
    return STARK if is_stark else BOOK


def rgb(text: str) -> Colour:
    """The colour of six hexadecimal digits after a hash; grey where it is not one."""
    digits = text.removeprefix("#")
    try:
        return int(digits[0:2], 16), int(digits[2:4], 16), int(digits[4:6], 16)
    except ValueError:
        return 110, 110, 110
