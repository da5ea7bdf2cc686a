"""Games are played on a copy on this computer, and a thread of its own brings them to the share."""

import contextlib
from functools import partial
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Event, Thread
from typing import Protocol

from game import files
from game.lab import copies
from game.lab.copies import Left
from game.lab.places import Places

# How long a share may take to answer at the start and at the end of a lesson, in seconds.
PATIENCE = 4.0
_AGAIN = 20.0
_NOT_REACHED = Left(1, "it does not answer")


class Bring(Protocol):
    """Bring over what is to be brought; ``whole``: look at the other end as well."""

    def __call__(self, *, whole: bool) -> Left: ...


class Share:
    """``left`` is what has still to be brought over; nobody who plays ever waits for it."""

    def __init__(self, bring: Bring) -> None:
        self._bring = bring
        self._asked: SimpleQueue[None] = SimpleQueue()
        self._met = Event()
        self.left = _NOT_REACHED
        self._asked.put(None)
        Thread(target=self._serve, daemon=True).start()

    def wait(self, seconds: float = PATIENCE) -> bool:
        """Wait until the share has been met, but no longer; true if all is as it should be."""
        return self._met.wait(seconds) and not self.left.files

    def push(self) -> None:
        """Bring over what has changed here; return at once."""
        self._met.clear()
        self._asked.put(None)

    def close(self, seconds: float = PATIENCE) -> bool:
        """Try once more, and wait for it; what is left is brought over the next time."""
        if self.left.files or not self._met.is_set():
            self.push()
            return self.wait(seconds)
        return True

    def _serve(self) -> None:
        """Meet when asked to, and again and again while something is left."""
        # Until the share was there once, nobody knows what is on it.
        is_stranger = True
        while True:
            self._listen()
            self.left = self._bring(whole=is_stranger)
            is_stranger = is_stranger and bool(self.left.files)
            if self._asked.empty():
                self._met.set()

    def _listen(self) -> None:
        """Wait to be asked; what was asked several times is done once."""
        with contextlib.suppress(Empty):
            self._asked.get(timeout=_AGAIN if self.left.files else None)
            while True:
                self._asked.get_nowait()


def reaches(folder: Path, seconds: float = PATIENCE) -> str:
    """Return "" where a folder can be written, else why not; a silent one is not waited for."""
    said: SimpleQueue[str] = SimpleQueue()
    Thread(target=lambda: said.put(_reaches(folder)), daemon=True).start()
    try:
        return said.get(timeout=seconds)
    except Empty:
        return "it does not answer"


def _reaches(folder: Path) -> str:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as cause:
        return (cause.strerror or type(cause).__name__).lower()
    return "" if files.can_write(folder) else "it cannot be written"


def opened(places: Places) -> Share | None:
    """The share of a school, met once or given up for now; None where there is none."""
    if places.kept.share is None:
        return None
    share = Share(partial(copies.meet, places.data, places.kept.share))
    share.wait()
    return share
