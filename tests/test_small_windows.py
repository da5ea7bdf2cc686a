"""No window is too small: what does not fit is not seen, and nothing ends the story."""

from collections.abc import Iterator
from pathlib import Path

import pygame
import pytest

from game import paths
from game.play.playthrough import Playthrough, begin
from game.ui import leaf, play, window
from game.ui.app import App
from game.ui.gallery import Gallery
from game.ui.paint.painter import Hot, Painter
from game.ui.paint.scenery import Scenery
from game.ui.theme import theme
from game.ui.wings import Wings
from tests import screens
from tests.drawing import shipped

SIZES = ((1, 1), (1, 600), (600, 1), (40, 30), (600, 30), (30, 600), (200, 150), window.LEAST)
ASIDE = ("settings", "name", "saves", "help", "journal", "railway", "hand-in", "people", "timeline")


@pytest.fixture
def app(tmp_path: Path) -> Iterator[App]:
    pygame.display.init()
    found = play.opened(play.Wishes(paths.story(), tmp_path, "", "", is_full=False))
    yield found
    found.close()
    pygame.display.quit()


def one_of_each() -> Iterator[tuple[str, Playthrough | None]]:
    """Every kind of screen, with the first scene that has it."""
    found: dict[str, tuple[str, Playthrough | None]] = {}
    for place, at in screens.places():
        found.setdefault(place.partition("/")[0], (place, at))
    yield from found.values()
    yield from ((place, begin(screens.story())) for place in ASIDE)


@pytest.mark.parametrize("text", screens.TEXTS)
@pytest.mark.parametrize("size", SIZES)
def test_every_screen_is_laid_out_and_painted(size: tuple[int, int], text: int) -> None:
    pygame.display.set_mode(size)
    gallery = Gallery(shipped(), Path())
    gallery.is_paused = True
    on, scenery = screens.space(size, text), Scenery(Wings(shipped(), gallery.beside))
    painter = Painter(screens.fonts(), theme(is_stark=False), on, gallery, scenery)
    target = pygame.Surface(size)
    for place, at in one_of_each():
        view = screens.screen(place, at).view(screens.desk(), on)
        painter.paint(target, view, Hot(view.boxes[-1].key))
        assert view.boxes
    pygame.display.quit()


@pytest.mark.parametrize("size", SIZES)
def test_leaves_are_turned_and_books_are_laid_in_any_window(
    app: App, size: tuple[int, int]
) -> None:
    app.press("begin")
    pygame.display.set_mode(size)
    app.handle(pygame.Event(pygame.WINDOWSIZECHANGED))
    for key in ("people", "people", leaf.to(1), "close", "journal", "close", "menu", "close"):
        app.draw()
        app.glass.step()
        app.press(key)
    app.draw()
    assert app.view.title
    assert (app.glass.space.width, app.glass.space.height) >= window.LEAST
    assert app.glass.frame.get_size() == (app.glass.space.width, app.glass.space.height)


def test_a_window_that_grows_again_is_painted_whole(app: App) -> None:
    for size in ((40, 30), (50, 40), (800, 600)):
        seen = pygame.display.set_mode(size)
        app.handle(pygame.Event(pygame.WINDOWSIZECHANGED))
        app.draw()
        corner = pygame.Rect(0, 0, *size)
        ours = pygame.image.tobytes(app.glass.frame.subsurface(corner), "RGB")
        assert pygame.image.tobytes(seen, "RGB") == ours
    assert app.glass.frame is seen
