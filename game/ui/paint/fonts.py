"""The typefaces: how wide words are, and words as surfaces; without its file, pygame's own."""

from collections import OrderedDict
from collections.abc import Mapping, Sequence
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
    "display": "OpenDyslexic-Bold.otf",
    "label": "OpenDyslexic-Bold.otf",
}
# OpenDyslexic is half as wide again: a smaller size of it reads as large; and much smaller than the
# narrow letters of titles and buttons.
_DYSLEXIC_SIZES: Mapping[Face, float] = {
    "text": 0.84,
    "italic": 0.86,
    "bold": 0.82,
    "display": 0.68,
    "label": 0.74,
}
# How much nearer its letters are set than they would be one by one, as a share of their size.
_NEARER = 0.045
# About what three full screens hold; drawing a line of words anew takes a tenth of a millisecond.
_MOST_WORDS = 300
_MOST_LETTERS = 2_000


class Fonts:
    """Fonts by face and size, and the surfaces of the last words drawn."""

    def __init__(self, folder: Path, *, is_dyslexic: bool = False) -> None:
        pygame.font.init()
        self._folder = folder
        self._files = _DYSLEXIC if is_dyslexic else _BOOK
        self._sizes = _DYSLEXIC_SIZES if is_dyslexic else {}
        # It moves most pairs of letters together, but none that begins with a capital: "S eva". So
        # they are set one by one, all equally near.
        self._is_apart = is_dyslexic
        self._letters: dict[tuple[str, Font, Colour], pygame.Surface] = {}
        self._fonts: dict[Font, pygame.font.Font] = {}
        self._widths: dict[tuple[str, Font], int] = {}
        self._words: OrderedDict[tuple[str, Font, Colour], pygame.Surface] = OrderedDict()

    def font(self, font: Font) -> pygame.font.Font:
        found = self._fonts.get(font)
        if found is None:
            found = self._fonts[font] = self._load(font)
        return found

    def _load(self, font: Font) -> pygame.font.Font:
        size = round(font.pixels * self._sizes.get(font.face, 1.0))
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
            found = self._widths[key] = self._measured(text, font)
        return found

    def _measured(self, text: str, font: Font) -> int:
        apart = sum(advance for _, advance in self._steps(text, font))
        return max(0, apart) or self.font(font).size(text)[0]

    def _steps(self, text: str, font: Font) -> tuple[tuple[int, int], ...]:
        """How far each letter reaches back over the last one, and how far it moves the next.

        None where the font itself sets letters in pairs.
        """
        if not self._is_apart:
            return ()
        metrics = [each for each in self.font(font).metrics(text) if each is not None]
        nearer = round(self.font(font).point_size * _NEARER)
        steps = tuple([(min(0, each[0]), each[4] - nearer) for each in metrics])
        return steps if len(steps) == len(text) else ()

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
        steps = self._steps(text, font)
        if len(text) > 1 and steps:
            return self._set(text, steps, font, colour)
        return self.font(font).render(text, True, colour)  # noqa: FBT003 - pygame's own

    def _set(
        self, text: str, steps: Sequence[tuple[int, int]], font: Font, colour: Colour
    ) -> pygame.Surface:
        """Letters side by side, each as far from the last one as that asks for."""
        size = (self.width(text, font), self.height(font))
        made = pygame.Surface(size, pygame.SRCALPHA)
        left = 0
        for letter, (back, advance) in zip(text, steps, strict=True):
            made.blit(self._letter(letter, font, colour), (left + back, 0))
            left += advance
        return made

    def _letter(self, letter: str, font: Font, colour: Colour) -> pygame.Surface:
        key = (letter, font, colour)
        found = self._letters.get(key)
        if found is None:
            if len(self._letters) >= _MOST_LETTERS:
                self._letters.clear()
            found = self._letters[key] = self._drawn(letter, font, colour)
        return found
