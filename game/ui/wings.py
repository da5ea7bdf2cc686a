"""The wings of the theatre: the sheets of one picture, cut in the background while it is read."""

import threading
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Literal, NamedTuple

import pygame

from game.stage.catalogue import Catalogue
from game.stage.pixels import Pixels, Sheet
from game.ui import memory
from game.ui.art import Plate
from game.ui.paint.papers import surface

CUT = pygame.event.custom_type()
_SOLID = 128
# What moves in the air by the mood of a picture, where its place has no weather of its own.
AIRS = {"lamplight": "dust", "archive": "dust", "fire": "smoke"}

# A sheet stands on the ground and rises, hangs from above and comes down, or does neither.
Way = Literal[1, 0, -1]


class Hung(NamedTuple):
    """A sheet ready to be drawn, its place in the picture and the way it comes there."""

    surface: pygame.Surface
    left: int
    top: int
    depth: float
    way: Way


class Wanted(NamedTuple):
    """A picture that is to be cut, and its size in pixels."""

    art: Plate
    width: int
    height: int


class Wings:
    """Keeps the sheets of the picture last asked for, and no others: they are large."""

    def __init__(self, catalogue: Catalogue, beside: Callable[[Plate], Path]) -> None:
        self._catalogue = catalogue
        self._beside = beside
        self._asked: SimpleQueue[Wanted | None] = SimpleQueue()
        self._cut: SimpleQueue[tuple[Wanted, tuple[Hung, ...]]] = SimpleQueue()
        self._wanted: Wanted | None = None
        self._hung: tuple[Hung, ...] = ()
        self._worker = threading.Thread(target=self._work, name="wings", daemon=True)
        self._is_working = False

    def ready(self, wanted: Wanted) -> tuple[Hung, ...]:
        """The sheets back to front; none of a picture that is not yet cut, or was not ordered."""
        self._take()
        return self._hung if wanted == self._wanted else ()

    def order(self, wanted: Wanted) -> None:
        """Have a picture cut; CUT is posted when it is. The sheets of any other are let go."""
        if wanted == self._wanted:
            return
        self._wanted, self._hung = wanted, ()
        if not self._is_working:
            self._worker.start()
            self._is_working = True
        self._asked.put(wanted)

    def weather(self, art: Plate) -> str:
        """What moves in the air of a picture."""
        backdrop = art.illustration.backdrop
        found = self._catalogue.backdrops.get(backdrop.id) if backdrop is not None else None
        if found is None:
            return ""
        return found.weather or AIRS.get(art.illustration.mood or found.mood, "")

    def drop(self) -> None:
        """Let go of the sheets, where nothing moves."""
        self._wanted, self._hung = None, ()

    def wait(self, seconds: float = 10.0) -> None:
        """Wait until the picture last asked for is cut: for tests and for measuring."""
        self._take()
        while self._wanted is not None and not self._hung:
            try:
                wanted, hung = self._cut.get(timeout=seconds)
            except Empty:
                return
            self._hang(wanted, hung)
            if not hung:
                return

    def close(self) -> None:
        """Let the worker end after the picture in hand."""
        if self._is_working:
            self._asked.put(None)

    def _take(self) -> None:
        while True:
            try:
                self._hang(*self._cut.get_nowait())
            except Empty:
                return

    def _hang(self, wanted: Wanted, hung: tuple[Hung, ...]) -> None:
        if wanted == self._wanted:
            self._hung = hung

    def _work(self) -> None:
        memory.give_back()
        while (wanted := self._latest()) is not None:
            self._cut.put((wanted, self._made(wanted)))
            if pygame.display.get_init():
                pygame.event.post(pygame.event.Event(CUT))

    def _latest(self) -> Wanted | None:
        """Wait for a picture that is asked for; of several, only the last one matters."""
        wanted = self._asked.get()
        while wanted is not None:
            try:
                wanted = self._asked.get_nowait()
            except Empty:
                break
        return wanted

    def _made(self, wanted: Wanted) -> tuple[Hung, ...]:
        """A picture that cannot be cut stays the flat one it is.

        Every sheet becomes a surface at once, so that its bytes are not kept beside it.
        """
        # Imported here, because Pillow takes longer than the first frame may.
        compose = import_module("game.stage.compose")
        art, width, height = wanted
        size, folder = (width, height, art.covered), self._beside(art)
        try:
            sheets: Iterator[Sheet] = compose.layers(
                art.illustration, self._catalogue, *size, folder
            )
            return tuple(_hung(sheet, height) for sheet in sheets)
        except (OSError, ValueError, MemoryError, pygame.error):
            return ()


def _hung(sheet: Sheet, height: int) -> Hung:
    way: Way = 1
    if sheet.pixels.mode == "RGB" or sheet.depth > 1:
        way = 0
    elif _is_solid(sheet.pixels, -sheet.top):
        way = 0 if _is_solid(sheet.pixels, height - 1 - sheet.top) else -1
    made = surface(sheet.pixels)
    if sheet.depth > 1:
        # Snow is mostly nothing: kept as runs of pixels it takes a twentieth of the time.
        made.set_alpha(255, pygame.RLEACCEL)
    return Hung(made, sheet.left, sheet.top, sheet.depth, way)


def _is_solid(pixels: Pixels, row: int) -> bool:
    """Whether a row of a sheet shows more than shadows; a row outside it shows nothing."""
    if not 0 <= row < pixels.height:
        return False
    alphas = pixels.data[row * pixels.width * 4 + 3 : (row + 1) * pixels.width * 4 : 4]
    return sum(alpha > _SOLID for alpha in alphas) > pixels.width // 100
