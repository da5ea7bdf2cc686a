"""The typefaces: how wide words are, and words as surfaces; without its file, pygame's own."""

from collections import OrderedDict
from collections.abc import Mapping
from pathlib import Path

import pygame
import pygame.font

from game.ui.boxes import Face, Font
from game.ui.theme import Colour

_BOOK: Mapping[Face, str] = {
    "text": "Literata-Regular.ttf",
    "italic": "Literata-Italic.ttf",
    "bold": "Literata-Bold.ttf",
    "display": "Oswald-Bold.ttf",
    "label": "Oswald-Medium.ttf",
}
_DYSLEXIC: Mapping[Face, str] = {
    "text": "OpenDyslexic-Regular.otf",
    "italic": "OpenDyslexic-Italic.otf",
    "bold": "OpenDyslexic-Bold.otf",
    "display": "Oswald-Bold.ttf",
    "label": "Oswald-Medium.ttf",
}
# OpenDyslexic is half as wide again: a smaller size of it reads as large .
_DYSLEXIC_SIZE = 0.86
# About what three full screens hold; drawing a line of words anew takes a tenth of a millisecond.
_MOST_WORDS = 300


class Fonts:
    """Fonts by face and size, and the surfaces of the last words drawn."""

    def __init__(self, folder: Path, *, is_dyslexic: bool = False) -> None:
        pygame.font.init()
        self._folder = folder
        self._files = _DYSLEXIC if is_dyslexic else _BOOK
        self._size = _DYSLEXIC_SIZE if is_dyslexic else 1.0
        self._fonts: dict[Font, pygame.font.Font] = {}
        self._widths: dict[tuple[str, Font], int] = {}
        self._words: OrderedDict[tuple[str, Font, Colour], pygame.Surface] = OrderedDict()

    def font(self, font: Font) -> pygame.font.Font:
        found = self._fonts.get(font)
        if found is None:
            found = self._fonts[font] = self._load(font)
        return found

    def _load(self, font: Font) -> pygame.font.Font:
        is_text = font.face in ("text", "italic", "bold")
        size = round(font.pixels * self._size) if is_text else font.pixels
        try:
            return pygame.font.Font(self._folder / self._files[font.face], size)
        except (OSError, pygame.error):
            return pygame.font.Font(None, round(size * 1.25))

    def width(self, text: str, font: Font) -> int:
        key = (text, font)
        found = self._widths.get(key)
        if found is None:
            if len(self._widths) > 20_000:
                self._widths.clear()
            found = self._widths[key] = self.font(font).size(text)[0]
        return found

    def height(self, font: Font) -> int:
        return self.font(font).get_height()

    def words(self, text: str, font: Font, colour: Colour) -> pygame.Surface:
        key = (text, font, colour)
        found = self._words.get(key)
        if found is None:
            found = self._drawn(text, font, colour)
            self._words[key] = found
            if len(self._words) > _MOST_WORDS:
                self._words.popitem(last=False)
        else:
            self._words.move_to_end(key)
        return found

    def _drawn(self, text: str, font: Font, colour: Colour) -> pygame.Surface:
        """Some letters have no width, and of them alone a font draws nothing."""
        if not self.width(text, font):
            return pygame.Surface((1, self.height(font)), pygame.SRCALPHA)
        return self.font(font).render(text, True, colour)  # noqa: FBT003 - pygame's own
