"""OpenDyslexic: all that is read is set in it, evenly, and has room."""

import pygame
import pytest

from game import paths
from game.ui.boxes import Face, Font
from game.ui.paint.fonts import Fonts
from game.ui.space import Space
from tests import screens

FACES: tuple[Face, ...] = ("text", "italic", "bold", "display", "label")
INK = (0, 0, 0)


@pytest.fixture(name="fonts", scope="module")
def _fonts() -> Fonts:
    return Fonts(paths.assets() / "fonts", is_dyslexic=True)


@pytest.mark.parametrize("face", FACES)
def test_titles_and_buttons_are_set_in_it_too(face: Face, fonts: Fonts) -> None:
    assert fonts.font(Font(face, 20)).name == "OpenDyslexic"


@pytest.mark.parametrize("face", FACES)
def test_a_capital_stands_no_further_off_than_any_letter(face: Face, fonts: Fonts) -> None:
    font = Font(face, 20)
    for pair in ("Se", "We", "ev", "va"):
        apart = sum(fonts.width(letter, font) for letter in pair)
        assert fonts.width(pair, font) == apart


@pytest.mark.parametrize("face", FACES)
@pytest.mark.parametrize(
    "text", ["Seva", "“(1933)”; jf", "Надя", "e\u0301", "\u4e16\u754c", "\u0301"]
)
def test_words_are_as_wide_as_they_are_measured(text: str, face: Face, fonts: Fonts) -> None:
    font = Font(face, 22)
    drawn = fonts.words(text, font, INK)
    assert drawn.get_width() == max(1, fonts.width(text, font))
    assert drawn.get_height() == fonts.height(font)


def test_every_letter_is_drawn(fonts: Fonts) -> None:
    font = Font("text", 40)
    drawn = fonts.words("Seva", font, INK)
    inked = pygame.mask.from_surface(drawn).get_bounding_rects()
    assert len(inked) == len("Seva")


@pytest.mark.parametrize("size", screens.SIZES)
@pytest.mark.parametrize("text", screens.TEXTS)
def test_everything_has_room(size: tuple[int, int], text: int, fonts: Fonts) -> None:
    on = Space(*size, text / 100, fonts)
    found: list[str] = []
    for number, (place, play) in enumerate(screens.places()):
        if number % 23 == 0:
            for view in screens.pages(screens.screen(place, play), on):
                found += screens.faults(view, on)
    assert found == []
