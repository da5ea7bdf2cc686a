"""What is seen: the window, its fonts and paper, and everything that moves in it."""

import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pygame

from game.ui import ahead, theatre, turning, window
from game.ui.art import Picture
from game.ui.boxes import View
from game.ui.gallery import Gallery, Order
from game.ui.notice import notice
from game.ui.paint.fonts import Fonts
from game.ui.paint.painter import Hot, Painter
from game.ui.paint.scenery import Scenery
from game.ui.reading import Reading
from game.ui.settings import Settings
from game.ui.space import Space
from game.ui.stagehand import FEWER, Stagehand
from game.ui.theatre import FLAT, Pose
from game.ui.theme import theme
from game.ui.turning import Left, Shown, Turning
from game.ui.wings import Wings

# A window that is being dragged is composed anew only once it has been still so long.
_STILL = 0.3


class Glass:
    """The window of these settings. A new size or another size of text needs new paper."""

    def __init__(
        self,
        gallery: Gallery,
        assets: Path,
        settings: Settings,
        clock: Callable[[], float] = time.perf_counter,
    ) -> None:
        self._gallery = gallery
        self._assets = assets
        self._scenery = Scenery(Wings(gallery.catalogue, gallery.beside))
        self._clock = clock
        self._hand = Stagehand(clock)
        self._turning = Turning(clock)
        self._left: Left | None = None
        self._ahead: Reading | None = None
        self._coming: Iterator[View] = iter(())
        # Whether there is one more frame to draw, and whether it has to be a whole one.
        self._is_last = self._is_stale = False
        self._is_slow = False
        self._frames: list[float] = []
        self._sized = 0.0
        self.open(settings)

    def open(self, settings: Settings) -> None:
        """Open the window, or change it, as the settings say."""
        self._shown: Shown | None = None
        wanted = window.size(settings.window)
        seen = window.open_at(wanted, is_full=settings.fullscreen)
        self._size, self.frame = seen.get_size(), window.canvas(seen)
        self.renew(settings)

    def renew(self, settings: Settings) -> None:
        """Begin with fresh paper: the size of the window, the text or the colours are others."""
        fonts = Fonts(self._assets / "fonts", is_dyslexic=settings.font == "opendyslexic")
        self.space = Space(*self.frame.get_size(), settings.text_size / 100, fonts)
        look = theme(is_stark=settings.high_contrast)
        self._painter = Painter(fonts, look, self.space, self._gallery, self._scenery)
        self._is_reduced = settings.motion == "reduced"
        if self.is_flat:
            self._scenery.wings.drop()

    def resize(self, settings: Settings) -> bool:
        """Follow the size of the window; pictures are stretched until it has been still."""
        seen = pygame.display.get_surface()
        if seen is None or seen.get_size() == self._size:
            return False
        self._size, self.frame = seen.get_size(), window.canvas(seen)
        self._sized = self._clock()
        self._gallery.is_paused = True
        self._turning.finish()
        self.renew(settings)
        return True

    @property
    def is_flat(self) -> bool:
        """Whether nothing is to move: the reader wants it so, or the machine is too slow."""
        return self._is_reduced or self._is_slow

    @property
    def is_moving(self) -> bool:
        """Whether there is a frame to come; the last one is drawn when all has come to rest."""
        return self._is_last or self._turning.is_running or self._is_alive

    @property
    def _is_alive(self) -> bool:
        return self._hand.is_moving and not self.is_flat

    @property
    def frames(self) -> int:
        """How many frames a second are wanted."""
        return 60 if self._turning.is_running else self._hand.frames

    def settle(self) -> bool:
        """Whether the window has now been still for long enough, so that it is drawn anew."""
        if not self._sized or self._clock() - self._sized < _STILL:
            return False
        self._sized = 0.0
        self._gallery.is_paused = False
        return True

    def look(self, x: int, y: int) -> None:
        """The mouse is here now; the sheets follow it."""
        self._hand.look(theatre.eye(x, y, self.space.width, self.space.height))

    def wake(self) -> None:
        """The reader pressed something: whatever is on its way arrives at once."""
        self._is_stale |= self._turning.is_running or self._hand.is_rising
        self._is_last |= self.is_moving
        self._hand.stir()
        self._hand.finish()
        self._turning.finish()

    def hang(self) -> None:
        """The sheets of a picture have come: they begin where the flat one is."""
        if not self._hand.has_depth:
            self._hand.rest()
            self._is_last = self._is_stale = True

    def leave(self, key: str) -> None:
        """What is seen now is to become what is drawn next, after this key was pressed."""
        if self._shown is None:
            return
        if self._turning.is_running or self._hand.is_rising or self._is_stale:
            # Not as it was on its way, but as it was to be.
            self._paint(self._shown)
        if key:
            self._turning.finish()
        self._left = Left(self._shown, self.frame.copy(), key)

    def arrive(self) -> None:
        """A picture has come: it fades in, unless its sheets are there before it."""
        picture = self._painter.picture(self._shown.view) if self._shown is not None else None
        if picture is None or self.is_flat or not self._scenery.sheets(*picture):
            self.leave("")

    def draw(self, view: View, hot: Hot, said: str, *, is_bare: bool) -> None:
        """Draw a view, with a notice over it; a bare one is its picture alone."""
        if is_bare:
            shown = tuple(box for box in view.boxes if box.role == "picture")
            view = replace(view, boxes=shown or view.boxes)
        if said:
            view = replace(view, boxes=(*view.boxes, notice(said, view, self.space)))
        self._hand.lift(frozenset(key for key in hot if key))
        if self._left is not None:
            self._enter(self._left, view)
        self._shown = Shown(view, hot, self._pose(view))
        self._paint(self._shown)
        if self._left is not None:
            made = turning.changes(self._left, self._shown, self.frame, self._painter)
            self._turning.begin(made)
            self._left = None
        self._turning.mix(self.frame)
        window.show(self.frame)

    def step(self) -> None:
        """Draw the next frame of what moves, and nothing else."""
        if self._shown is None:
            return
        begun = self._clock()
        self._is_last, whole = self._is_alive, self._is_stale or not self._is_alive
        shown = self._shown._replace(pose=self._pose(self._shown.view))
        before, self._shown = self._shown, shown
        if whole or self._turning.is_running or self._hand.is_rising:
            self._paint(shown)
            self._turning.mix(self.frame)
            window.show(self.frame)
        else:
            self._part(before, shown)
        self._count(self._clock() - begun)

    def _count(self, seconds: float) -> None:
        """A machine on which motion does not run smoothly is spared it until the next start."""
        self._frames = [*self._frames[1 - theatre.COUNTED :], seconds]
        if not self.is_flat and theatre.is_slow(self._frames):
            self._is_slow = True
            self._scenery.wings.drop()

    def _paint(self, shown: Shown) -> None:
        self._is_stale = False
        self._painter.paint(self.frame, *shown)

    def _part(self, before: Shown, after: Shown) -> None:
        """Draw only where something is elsewhere now."""
        areas = turning.areas(before, after, self._painter)
        for area in areas:
            self._painter.paint(self.frame, *after, area)
        if areas:
            window.show(self.frame, areas)

    def _pose(self, view: View) -> Pose:
        if self.is_flat:
            return FLAT
        picture = self._painter.picture(view)
        self._hand.has_depth = self._hand.has_weather = False
        if picture is not None:
            self._hand.has_depth = bool(self._scenery.sheets(*picture))
            self._hand.has_weather = self._scenery.has_weather(*picture)
        return self._hand.pose()

    def _enter(self, left: Left, view: View) -> None:
        """Another picture than before stands up, if its sheets are there already."""
        picture = self._painter.picture(view)
        old = self._painter.picture(left.shown.view)
        if picture is not None and (old is None or old[0] != picture[0]):
            # What a book still covers need not begin to move.
            hidden = theatre.change(left.shown.view, view, left.key) == "take away"
            self._hand.enter(len(self._scenery.sheets(*picture)), theatre.BOOK / 2 * hidden)

    def look_ahead(self, reading: Reading) -> None:
        """Go one step ahead of the reader: what is seen there is set, and its pictures are made.

        There is time for that while nothing moves, or only the weather.
        """
        if self._shown is None or self._gallery.is_paused or self.frames > FEWER:
            return
        if self._ahead is not reading:
            self._ahead, self._coming = reading, ahead.views(reading, self.space)
        view = next(self._coming, None)
        if view is not None:
            is_free = self._painter.picture(self._shown.view) is None
            self._prepare(view, is_free=is_free)

    def _prepare(self, view: View, *, is_free: bool) -> None:
        """Have all pictures of a view made, and cut as well while no other is moving."""
        for box in view.boxes:
            if isinstance(box.art, Picture):
                self._gallery.order(Order(box.art, box.rect.width, box.rect.height))
        picture = self._painter.picture(view)
        if is_free and picture is not None and not self.is_flat:
            self._scenery.order(*picture)

    def wait(self) -> None:
        """Wait until the picture that was asked for is cut: for tests and for measuring."""
        self._scenery.wings.wait()

    def forget(self) -> None:
        """Have the next picture cut anew: a file that it is made of has changed."""
        self._scenery.wings.drop()

    def close(self) -> None:
        self._scenery.wings.close()
