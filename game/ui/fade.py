"""One picture turns into the next: a short cross-fade, and nothing that flashes."""

import time

import pygame

FULL, REDUCED = 0.28, 0.15


class Fade:
    """Mixes the old frame into the new one until its time is over."""

    def __init__(self) -> None:
        self._old: pygame.Surface | None = None
        self._start = 0.0
        self._lasts = FULL

    def begin(self, frame: pygame.Surface, lasts: float) -> None:
        self._old = frame.copy()
        self._start = time.monotonic()
        self._lasts = lasts

    @property
    def is_running(self) -> bool:
        return self._old is not None

    def mix(self, target: pygame.Surface) -> None:
        """Lay what is left of the old frame over the new one."""
        if self._old is None:
            return
        part = (time.monotonic() - self._start) / self._lasts
        if part >= 1 or self._old.get_size() != target.get_size():
            self._old = None
            return
        self._old.set_alpha(round(255 * (1 - part) ** 1.5))
        target.blit(self._old, (0, 0))
