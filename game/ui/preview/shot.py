"""Pictures of the preview's window, taken without anybody looking: for the manual."""

import tempfile
from pathlib import Path
from typing import NamedTuple

import pygame

from game.ui import settings, window
from game.ui.preview import watch
from game.ui.preview.live import Live
from game.ui.preview.open import Wishes, opened
from game.ui.preview.watch import CHANGED
from game.ui.settings import Settings


class Change(NamedTuple):
    """What an author writes in place of something while the window is open."""

    file: Path
    before: str
    after: str


class Shot(NamedTuple):
    """A scene of a story, after letters were pressed and something was written."""

    story: Path
    scene: str
    keys: str = ""
    change: Change | None = None


def take(shot: Shot, path: Path) -> None:
    """Write the picture. Raises ``window.NoDisplay`` where no window at all can be opened."""
    window.start()
    with tempfile.TemporaryDirectory(prefix="power-struggle-") as folder:
        data = Path(folder)
        settings.write(data, Settings(motion="reduced", mute=True))
        app = opened(Wishes(shot.story, data, shot.scene, "1280x720", {}, lambda _: ()), data)
        try:
            _prepare(app, shot)
            _draw(app, path)
        finally:
            app.close()
            pygame.display.quit()


def _prepare(app: Live, shot: Shot) -> None:
    # The greeting belongs to the first moment of a preview.
    app.reading = app.reading.saying("")
    for letter in shot.keys:
        app.handle(pygame.event.Event(pygame.KEYDOWN, key=ord(letter), mod=0, scancode=0))
    if shot.change is not None:
        file, before, after = shot.change
        text = file.read_text(encoding="utf-8")
        file.write_text(text.replace(before, after, 1), encoding="utf-8")
        for looked in watch.look(shot.story, lambda _: ()):
            app.handle(pygame.event.Event(CHANGED, looked=looked))


def _draw(app: Live, path: Path) -> None:
    app.draw()
    app.gallery.wait()
    app.glass.wake()
    app.draw()
    pygame.image.save(app.glass.frame, path)
