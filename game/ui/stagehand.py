"""Moves what moves: keeps the time since things began, and tells how all stands at a moment."""

import time
from collections.abc import Callable

from game.ui import theatre
from game.ui.theatre import Eye, Pose

# A pause between two frames counts for no more than this, so that nothing ever jumps.
_LONGEST = 0.1
FRAMES, FEWER = 60, 30


class Stagehand:
    """Holds the mouse, the wind, what is lifted and when the sheets began to rise."""

    def __init__(self, clock: Callable[[], float] = time.perf_counter) -> None:
        self._clock = clock
        self._last = clock()
        self._stirred = self._last
        self._eye = self._wanted = Eye()
        self._risen = 0.0
        self._began = 0.0
        self._drift = self._wind = 0.0
        self._lit: frozenset[str] = frozenset()
        self._lifts: dict[str, tuple[float, float, float]] = {}
        self.has_weather = False
        self.has_depth = False

    @property
    def is_following(self) -> bool:
        """Whether the sheets are on their way to the mouse."""
        return self.has_depth and self._eye != self._wanted

    @property
    def is_rising(self) -> bool:
        return bool(self._risen) and self._clock() < self._began + self._risen

    @property
    def is_lifting(self) -> bool:
        now = self._clock()
        return any(now < began + theatre.HOVER for _, _, began in self._lifts.values())

    @property
    def is_blowing(self) -> bool:
        still = self._clock() - self._stirred
        return self.has_weather and (self._wind > 0 or still < theatre.BLOWS)

    @property
    def is_moving(self) -> bool:
        return self.is_following or self.is_rising or self.is_lifting or self.is_blowing

    @property
    def frames(self) -> int:
        """How many frames a second are wanted; the weather alone is slow."""
        quick = self.is_following or self.is_rising or self.is_lifting
        return FRAMES if quick else FEWER

    def stir(self) -> None:
        """The reader did something."""
        self._stirred = self._clock()

    def look(self, wanted: Eye) -> None:
        """The mouse is elsewhere."""
        self.stir()
        if not theatre.is_dead(self._wanted, wanted):
            self._wanted = wanted

    def rest(self) -> None:
        """Begin from the flat picture: everything is at its place until the mouse moves."""
        self._eye = self._wanted = Eye()
        self._drift = self._wind = 0.0
        self._risen = 0.0

    def enter(self, count: int, after: float) -> None:
        """So many sheets begin to stand up, after so many seconds."""
        self._began, self._risen = self._clock() + after, theatre.risen(count)

    def lift(self, keys: frozenset[str]) -> None:
        """These keys are lifted now, and no others."""
        if keys == self._lit:
            return
        now = self._clock()
        shares = self._shares(now)
        for key in keys ^ self._lit:
            self._lifts[key] = (shares.get(key, 0.0), float(key in keys), now)
        self._lit = keys

    def finish(self) -> None:
        """Everything is where it was going."""
        self._risen = 0.0
        self._lifts = dict.fromkeys(self._lit, (1.0, 1.0, 0.0))

    def pose(self) -> Pose:
        """How all stands now."""
        now = self._clock()
        gone = min(_LONGEST, max(0.0, now - self._last))
        self._last = now
        self._eye = theatre.followed(self._eye, self._wanted, gone)
        if self.has_weather:
            self._wind = theatre.blown(self._wind, now - self._stirred, gone)
            self._drift += gone * theatre.ease(self._wind)
        rising = now - self._began if self._risen else float("inf")
        return Pose(self._eye, rising, self._drift, self._wind, self._shares(now))

    def _shares(self, now: float) -> dict[str, float]:
        return {
            key: theatre.lifted(was, wanted, now - began)
            for key, (was, wanted, began) in self._lifts.items()
        }
