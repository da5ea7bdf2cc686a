"""The pictures: composed in the background while the reader reads, kept as surfaces for a while."""

import contextlib
import threading
import time
from collections import OrderedDict
from importlib import import_module
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import NamedTuple

import pygame

from game.stage import cache as plates
from game.stage.catalogue import Catalogue
from game.stage.kinds import PAGE
from game.stage.likeness import likeness
from game.stage.pixels import Pixels
from game.stage.view import Frame
from game.story.layers import beside, place
from game.story.model import Extension
from game.ui import memory
from game.ui.art import Cover, Medallion, Picture, Plate, Vignette
from game.ui.paint.papers import surface

# The pictures seen last are kept: as many as fit, and always that of this page and the next.
_FEWEST, _MOST_BYTES = 4, 12_000_000
_BRIEFLY = 0.015
READY = pygame.event.custom_type()


class Order(NamedTuple):
    """A picture to be made, and its size in pixels."""

    art: Picture
    width: int
    height: int


class Gallery:
    """Gives surfaces that are ready and orders the others; one worker composes them in turn.

    ``folder`` is the story's folder, where a scene's own picture lies in its chapter; finished
    plates are kept in ``cache`` if there is one. ``packs`` are laid on the story.
    """

    packs: tuple[Extension, ...] = ()

    def __init__(self, catalogue: Catalogue, folder: Path, cache: Path | None = None) -> None:
        self.catalogue = catalogue
        self.folder = folder
        self._cache = cache
        self._wanted: SimpleQueue[Order | None] = SimpleQueue()
        self._made: SimpleQueue[tuple[Order, Pixels | None]] = SimpleQueue()
        self._ordered: set[Order] = set()
        # What a frame was drawn without; only of these it is told when they are there.
        self._missed: set[Order] = set()
        self._ready: OrderedDict[Order, pygame.Surface | None] = OrderedDict()
        self._print: tuple[Order, pygame.Surface | None] | None = None
        self._worker = threading.Thread(target=self._work, name="gallery", daemon=True)
        self._is_working = False
        # While the window changes its size, what there is is stretched and nothing is composed.
        self.is_paused = False

    def grain(self) -> pygame.Surface:
        """A square of blank paper; printed beforehand, for every first frame has it."""
        with contextlib.suppress(OSError, pygame.error):
            return pygame.image.load(self.catalogue.page).convert()
        return surface(plates.paper(PAGE, PAGE, self.catalogue, self._cache))

    def picture(self, art: Picture, width: int, height: int) -> pygame.Surface | None:
        """The surface, or None while it is made; READY is posted when it is there after all."""
        order = Order(art, width, height)
        self._take()
        if order not in self._ready and not self.is_paused:
            self._missed.add(order)
            if self.order(order) and isinstance(art, Plate):
                self._wait_briefly(order)
        if order not in self._ready:
            return self._stretched(order)
        self._missed.discard(order)
        self._ready.move_to_end(order)
        return self._ready[order]

    def is_made(self, art: Picture, width: int, height: int) -> bool:
        """Whether there is the picture itself, and no other stands in for it."""
        return self._ready.get(Order(art, width, height)) is not None

    def is_lost(self, art: Picture, width: int, height: int) -> bool:
        """Whether a picture was to be made and cannot be."""
        order = Order(art, width, height)
        return order in self._ready and self._ready[order] is None

    def has_come(self) -> bool:
        """Whether something is there now that a frame was drawn without."""
        self._take()
        came = self._missed & self._ready.keys()
        self._missed -= came
        return bool(came)

    def _stretched(self, order: Order) -> pygame.Surface | None:
        """The same picture of another size, made to fit until the right one is there."""
        for made, found in reversed(self._ready.items()):
            if (
                found is not None
                and made.art[:2] == order.art[:2]
                and type(made.art) is type(order.art)
            ):
                return pygame.transform.scale(found, (order.width, order.height))
        return self._printed(order)

    def _printed(self, order: Order) -> pygame.Surface | None:
        """The picture as it was printed beforehand, if it was, until it is made."""
        art = order.art
        if not isinstance(art, Plate) or order not in self._ordered:
            return None
        if self._print is None or self._print[0] != order:
            self._print = (order, _print(art, self.catalogue, Frame(*order[1:], art.covered)))
        return self._print[1]

    def order(self, order: Order) -> bool:
        """Have a picture made in the background; false where that is done or under way."""
        if order in self._ordered or order in self._ready:
            return False
        if not self._is_working:
            self._worker.start()
            self._is_working = True
        self._ordered.add(order)
        self._wanted.put(order)
        return True

    def _wait_briefly(self, order: Order) -> None:
        """One that lies in the cache is there at once, and need not fade in later."""
        end = time.monotonic() + _BRIEFLY
        while order in self._ordered and (left := end - time.monotonic()) > 0:
            with contextlib.suppress(Empty):
                self._keep(*self._made.get(timeout=left))

    def wait(self, seconds: float = 10.0) -> None:
        """Wait until all ordered pictures are made: for tests, and for the first picture."""
        while self._ordered:
            try:
                self._keep(*self._made.get(timeout=seconds))
            except Empty:
                return

    def _take(self) -> None:
        while True:
            try:
                self._keep(*self._made.get_nowait())
            except Empty:
                return

    def _keep(self, order: Order, made: Pixels | None) -> None:
        self._ordered.discard(order)
        self._ready[order] = surface(made) if made is not None else None
        self._print = None
        size = sum(map(_bytes, self._ready.values()))
        while len(self._ready) > _FEWEST and size > _MOST_BYTES:
            size -= _bytes(self._ready.popitem(last=False)[1])

    def forget(self) -> None:
        """Let go of every finished picture: a file that one was made of has changed."""
        self._take()
        self._ready.clear()

    def close(self) -> None:
        """Let the worker end after the picture in hand."""
        if self._is_working:
            self._wanted.put(None)

    def _work(self) -> None:
        waiting: list[Order | None] = []
        while (order := self._next(waiting)) is not None:
            self._made.put((order, self._compose(order)))
            if order in self._missed and pygame.display.get_init():
                pygame.event.post(pygame.event.Event(READY))
            # Not before: the first picture is waited for, and most often it only has to be read.
            memory.give_back()

    def _next(self, waiting: list[Order | None]) -> Order | None:
        """What was looked for last and is missed; else what has waited longest. None is the end.

        Whoever leafs on faster than pictures are made is not shown what was there before.
        """
        if not waiting:
            waiting.append(self._wanted.get())
        with contextlib.suppress(Empty):
            while True:
                waiting.append(self._wanted.get_nowait())
        if None in waiting:
            return None
        missed = (order for order in reversed(waiting) if order in self._missed)
        order = next(missed, waiting[0])
        waiting.remove(order)
        return order

    def beside(self, art: Plate | Vignette) -> Path:
        """The folder that a scene's own picture lies in, which may be that of a pack."""
        return place(self.folder, self.packs, art.illustration.mark.file)[0] / art.chapter

    def _portrait(self, art: Medallion, side: int) -> Pixels:
        """The story's own picture of a person, or its own figure, or the one that fits the year."""
        own = art.own
        if own is not None and own.picture:
            path = beside(self.folder, self.packs, own.mark) / Path(own.picture).name
            return plates.photograph(path, side, art.ink, self._cache)
        figure = own.figure if own else ""
        if figure not in self.catalogue.figures:
            figure = likeness(self.catalogue, art.person, art.year)
        face = own.expression if own else ""
        return plates.portrait(figure, self.catalogue, side, art.ink, self._cache, face)

    def _compose(self, order: Order) -> Pixels | None:
        """A picture that cannot be made leaves the paper blank: it must never stop a lesson."""
        art, frame = order.art, Frame(order.width, order.height)
        try:
            if isinstance(art, Medallion):
                return self._portrait(art, order.width)
            if isinstance(art, Cover):
                return plates.cover(art.illustration, self.catalogue, frame, art.story, self._cache)
            folder = self.beside(art)
            if isinstance(art, Plate):
                frame = frame._replace(covered=art.covered)
                return plates.plate(art.illustration, self.catalogue, frame, folder, self._cache)
            return plates.vignette(
                art.illustration, self.catalogue, frame, art.ink, folder, self._cache
            )
        except (ImportError, OSError, ValueError, MemoryError):
            return None


def _print(art: Plate, catalogue: Catalogue, frame: Frame) -> pygame.Surface | None:
    printed = import_module("game.stage.printed")
    try:
        whole = pygame.image.load(printed.path(art.illustration, catalogue.folder))
        part = whole.subsurface(printed.cut(art.illustration, catalogue, frame))
        size = (frame.width, frame.height)
        made = part if part.get_size() == size else pygame.transform.smoothscale(part, size)
    except (OSError, ValueError, pygame.error):
        return None
    return made.convert() if pygame.display.get_surface() else made.copy()


def _bytes(made: pygame.Surface | None) -> int:
    return made.get_pitch() * made.get_height() if made is not None else 0
