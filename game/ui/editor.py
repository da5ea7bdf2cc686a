"""One line of text being written: the letters, the cursor and what is selected, as a value.

Positions count characters, but the cursor only ever stands between letters as a reader sees them:
an accent, a skin tone or a flag is not taken apart.
"""

import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Literal

Move = Literal["left", "right", "word_left", "word_right", "home", "end"]

MOST = 280
_JOINER, _NON_JOINER = "\u200d", "\u200c"
_ZERO_WIDTH = frozenset((_JOINER, _NON_JOINER))
_SKIN_TONES = range(0x1F3FB, 0x1F400)
_FLAG_LETTERS = range(0x1F1E6, 0x1F200)


@dataclass(frozen=True, slots=True)
class Editor:
    """``anchor`` is where a selection began; without one it is where the cursor is.

    ``composing`` is what an input method shows but has not handed over. A text longer than
    ``most`` is kept as it is; only nothing more can be added to it.
    """

    text: str = ""
    cursor: int = 0
    anchor: int = 0
    composing: str = ""
    most: int = MOST

    @property
    def span(self) -> tuple[int, int]:
        """Where the selection begins and ends."""
        return min(self.cursor, self.anchor), max(self.cursor, self.anchor)

    @property
    def selected(self) -> str:
        start, end = self.span
        return self.text[start:end]

    @property
    def room(self) -> int:
        """How many characters more there is place for."""
        return max(0, self.most - len(self.text))

    @property
    def shown(self) -> str:
        """The text with what an input method is composing, in place of the selection."""
        start, end = self.span if self.composing else (self.cursor, self.cursor)
        return self.text[:start] + self.composing + self.text[end:]

    @property
    def shown_cursor(self) -> int:
        """Where the cursor stands in ``shown``."""
        return self.span[0] + len(self.composing) if self.composing else self.cursor

    def typed(self, text: str) -> "Editor":
        """Put text in place of the selection, as much of it as there is room for."""
        text = _printable(text)
        start, end = self.span
        free = max(self.most - len(self.text) + end - start, end - start)
        fits = text[: before(text, free)]
        if not fits:
            return replace(self, composing="")
        return self._spliced(start, end, fits)

    def pasted(self, text: str) -> "Editor":
        """Put in text from elsewhere; ends of lines become spaces."""
        return self.typed(" ".join(text.splitlines()))

    def composed(self, text: str) -> "Editor":
        """Show what an input method is composing; "" when it has ended."""
        return replace(self, composing=_printable(text))

    def backspace(self, *, word: bool = False) -> "Editor":
        return self._erased("word_left" if word else "left")

    def delete(self, *, word: bool = False) -> "Editor":
        return self._erased("word_right" if word else "right")

    def cut(self) -> "Editor":
        """Take out what is ``selected``; keep that first."""
        return self if self.composing else self._spliced(*self.span, "")

    def moved(self, to: Move, *, select: bool = False) -> "Editor":
        """Move the cursor; a selection that is left without ``select`` is left at its own end."""
        if self.composing:
            return self
        if not select and self.selected and to in ("left", "right"):
            return self.placed(self.span[to == "right"])
        return self.placed(_MOVES[to](self.text, self.cursor), select=select)

    def placed(self, index: int, *, select: bool = False) -> "Editor":
        """Put the cursor at or just before a position, as a press of the mouse does."""
        place = before(self.text, index)
        return replace(self, cursor=place, anchor=self.anchor if select else place, composing="")

    def select_all(self) -> "Editor":
        return replace(self, cursor=len(self.text), anchor=0, composing="")

    def _erased(self, to: Move) -> "Editor":
        if self.composing:
            return self
        if self.selected:
            return self.cut()
        other = _MOVES[to](self.text, self.cursor)
        return self._spliced(min(self.cursor, other), max(self.cursor, other), "")

    def _spliced(self, start: int, end: int, new: str) -> "Editor":
        """Letters may grow together where texts meet, so the cursor looks for the next gap."""
        text = self.text[:start] + new + self.text[end:]
        place = after(text, start + len(new) - 1) if start + len(new) else 0
        return replace(self, text=text, cursor=place, anchor=place, composing="")


def start(text: str = "", most: int = MOST) -> Editor:
    """An editor with a text already in it and the cursor at its end."""
    text = _printable(" ".join(text.splitlines()))
    return Editor(text, len(text), len(text), "", most)


def before(text: str, index: int) -> int:
    """The last gap between letters at or before a position."""
    place = max(0, min(index, len(text)))
    while 0 < place < len(text) and _joined(text, place):
        place -= 1
    return place


def after(text: str, index: int) -> int:
    """The first gap between letters after a position."""
    place = min(index + 1, len(text))
    while 0 < place < len(text) and _joined(text, place):
        place += 1
    return place


def _joined(text: str, place: int) -> bool:
    """Whether the characters on both sides of a position are one letter to a reader."""
    left, right = text[place - 1], text[place]
    if unicodedata.category(right).startswith("M") or right in _ZERO_WIDTH:
        return True
    if left == _JOINER or ord(right) in _SKIN_TONES:
        return True
    return ord(right) in _FLAG_LETTERS and _flag_letters(text[:place]) % 2 == 1


def _flag_letters(text: str) -> int:
    """How many letters of flags stand at the end; they go in pairs."""
    kept = text
    while kept and ord(kept[-1]) in _FLAG_LETTERS:
        kept = kept[:-1]
    return len(text) - len(kept)


def _in_word(letter: str) -> bool:
    return letter.isalnum() or letter in "'’_" or _joined(f"a{letter}", 1)


def _word_left(text: str, place: int) -> int:
    while place > 0 and not _in_word(text[place - 1]):
        place -= 1
    while place > 0 and _in_word(text[place - 1]):
        place -= 1
    return before(text, place)


def _word_right(text: str, place: int) -> int:
    while place < len(text) and _in_word(text[place]):
        place += 1
    while place < len(text) and not _in_word(text[place]):
        place += 1
    return before(text, place)


_MOVES: Mapping[Move, Callable[[str, int], int]] = {
    "left": lambda text, place: before(text, place - 1),
    "right": after,
    "word_left": _word_left,
    "word_right": _word_right,
    "home": lambda _text, _place: 0,
    "end": lambda text, _place: len(text),
}


def _printable(text: str) -> str:
    """Without control characters, stray halves of letters and the like; spaces become plain."""
    return "".join(
        " " if letter.isspace() else letter
        for letter in text
        if letter.isspace() or letter.isprintable() or letter in _ZERO_WIDTH
    )
