"""The same game in this process, on a screen that is not there: it knows what must be seen.

A test tells both to do the same, the real program with real keys and clicks, the twin by name; then
the title of the window and the saved game of the one must be those of the other.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pygame

from game import paths
from game.play.playthrough import Playthrough
from game.ui import play
from game.ui.app import App
from game.ui.boxes import Box, View
from tests.xvfb import SIZE, Program, kept, until

# What is pressed first where it is offered; what leads on comes last.
_FIRST = ("resume", "begin", "read")


class Twin:
    def __init__(self, app: App, data: Path, program: Program) -> None:
        self.app = app
        self._data = data
        self._program = program
        # The names of the keys of digits, where a keyboard has other signs on them.
        self.digits: dict[str, str] = {}

    @property
    def view(self) -> View:
        return self.app.view

    @property
    def play(self) -> Playthrough | None:
        return getattr(self.app.reading.screen, "play", None)

    def box(self, key: str) -> Box:
        found = self.view.find(key)
        assert found is not None, f"no {key!r} on {self.view.title!r}"
        return found

    def key(self, key: str) -> None:
        """Press it on the keyboard: its digit, or the keys that turn pages, or Enter."""
        shortcut = self.box(key).shortcut
        turns = {self.view.forward: "Next", self.view.earlier: "Prior"}
        # Where Enter would mark something first, the way on is the last button.
        enter = ("shift+Tab", "Return") if self.view.find(self.view.first) else ("Return",)
        one = self.digits.get(shortcut, shortcut) or turns.get(key)
        self._program.press(*((one,) if one else enter))
        self.app.press(key)

    def click(self, key: str) -> None:
        rect = self.box(key).rect
        self._program.click(rect.left + rect.width // 2, rect.top + rect.height // 2)
        self.app.press(key)

    @property
    def is_seen(self) -> bool:
        """Whether the real program shows the twin's screen."""
        return self._program.title == pygame.display.get_caption()[0]

    def agree(self) -> None:
        """Wait until the real program is where the twin is, on the screen and on the disk."""
        self._program.shows(pygame.display.get_caption()[0])
        mine = kept(self._data)
        until(lambda: self.is_kept, f"{mine} on the disk", lambda: kept(self._program.data))

    @property
    def is_kept(self) -> bool:
        """Whether the real program has written down what the twin has."""
        return kept(self._data) == kept(self._program.data)

    @property
    def has_decided_alike(self) -> bool:
        """The same, but for the page that is open."""
        mine, real = kept(self._data), kept(self._program.data)
        if mine is None or real is None:
            return mine is real
        return (mine.decisions, mine.notes) == (real.decisions, real.notes)


@contextmanager
def twin(
    program: Program, data: Path, scene: str = "", size: tuple[int, int] = SIZE
) -> Iterator[Twin]:
    """Open the twin of a program, with ``data`` for what it writes."""
    pygame.display.init()
    app = play.opened(play.Wishes(paths.story(), data, scene, "", is_full=False))
    # A window is never opened larger than the desktop, and a desktop that is not there is small.
    pygame.display.set_mode(size)
    app.handle(pygame.Event(pygame.WINDOWSIZECHANGED))
    try:
        yield Twin(app, data, program)
    finally:
        app.close()
        pygame.display.quit()


def historical(twin: Twin) -> str:
    return next_key(twin.view, twin.play)


def next_key(view: View, play: Playthrough | None) -> str:
    """What leads on along the historical road, with every page read and every check answered."""
    keys = [box.key for box in view.focusable()]
    for key in _FIRST:
        if key in keys:
            return key
    if play is not None and any(key.startswith("choice:") for key in keys):
        record = play.scene.history
        wanted = f"choice:{record.choice.id}" if record is not None else ""
        return wanted if wanted in keys else next(key for key in keys if key.startswith("choice:"))
    is_answered = any(box.is_on and box.key.startswith("answer:") for box in view.boxes)
    return "answer:1" if "answer:1" in keys and not is_answered else view.onward
