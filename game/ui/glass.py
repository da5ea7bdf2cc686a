"""What is seen: the window, its fonts and paper, and the picture that fades into the next."""

import time
from dataclasses import replace
from pathlib import Path

import pygame

from game.ui import window
from game.ui.boxes import View
from game.ui.fade import FULL, REDUCED, Fade
from game.ui.gallery import Gallery
from game.ui.notice import notice
from game.ui.paint.fonts import Fonts
from game.ui.paint.painter import Hot, Painter
from game.ui.settings import Settings
from game.ui.space import Space
from game.ui.theme import theme

# A window that is being dragged is composed anew only once it has been still so long.
STILL = 0.3


class Glass:
    """The window of these settings. A new size or another size of text needs new paper."""

    def __init__(self, gallery: Gallery, assets: Path, settings: Settings) -> None:
        self._gallery = gallery
        self._assets = assets
        self._fade = Fade()
        self._sized = 0.0
        self.open(settings)

    def open(self, settings: Settings) -> None:
        """Open the window, or change it, as the settings say."""
        wanted = window.size(settings.window)
        self.frame = window.open_at(wanted, is_full=settings.fullscreen)
        self.renew(settings)

    def renew(self, settings: Settings) -> None:
        """Begin with fresh paper: the size of the window, the text or the colours are others."""
        fonts = Fonts(self._assets / "fonts", is_dyslexic=settings.font == "opendyslexic")
        self.space = Space(*self.frame.get_size(), settings.text_size / 100, fonts)
        look = theme(is_stark=settings.high_contrast)
        self._painter = Painter(fonts, look, self.space, self._gallery)

    def resize(self, settings: Settings) -> bool:
        """Follow the size of the window; pictures are stretched until it has been still."""
        self.frame = pygame.display.get_surface() or self.frame
        if self.frame.get_size() == (self.space.width, self.space.height):
            return False
        self._sized = time.monotonic()
        self._gallery.is_paused = True
        self.renew(settings)
        return True

    @property
    def is_moving(self) -> bool:
        return self._fade.is_running

    @property
    def is_waiting(self) -> bool:
        """Whether the window was changed a moment ago."""
        return bool(self._sized)

    def settle(self) -> bool:
        """Whether the window has now been still for long enough, so that it is drawn anew."""
        if not self._sized or time.monotonic() - self._sized < STILL:
            return False
        self._sized = 0.0
        self._gallery.is_paused = False
        return True

    def fade(self, settings: Settings) -> None:
        """Let what is seen now fade into what is drawn next."""
        self._fade.begin(self.frame, REDUCED if settings.motion == "reduced" else FULL)

    def draw(self, view: View, hot: Hot, said: str, *, is_bare: bool) -> None:
        """Draw a view, with a notice over it; a bare one is its picture alone."""
        if is_bare:
            shown = tuple(box for box in view.boxes if box.role == "picture")
            view = replace(view, boxes=shown or view.boxes)
        if said:
            view = replace(view, boxes=(*view.boxes, notice(said, self.space)))
        self._painter.paint(self.frame, view, hot)
        self._fade.mix(self.frame)
        pygame.display.flip()
