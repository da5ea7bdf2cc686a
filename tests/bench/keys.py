"""Follows the historical road with keys and says for each how long the picture took to change.

Run by windows.py: ``python -m tests.bench.keys SCENE COUNT``. Prints for each key what it did, the
milliseconds to a changed picture on the screen, and those to the scene's own picture.
"""

import sys
import tempfile
import time
from pathlib import Path

import pygame

from game import paths
from game.ui import play, window
from game.ui.app import App
from game.ui.art import Plate
from tests.twin import next_key

# For so long the reader looks at each page: quick for a reader, long for a machine.
READS = 0.6
_TURNS = {"forward": pygame.K_PAGEDOWN}


def frame() -> bytes:
    surface = pygame.display.get_surface()
    return surface.get_buffer().raw if surface is not None else b""


def read(app: App, seconds: float) -> None:
    """The loop of the program, for a while."""
    clock, end = pygame.time.Clock(), time.monotonic() + seconds
    while time.monotonic() < end:
        app.frame()
        for event in pygame.event.get():
            app.handle(event)
        app.glass.look_ahead(app.reading)
        clock.tick(60)


def event(app: App, key: str) -> pygame.Event:
    box = app.view.find(key)
    digit = box.shortcut if box is not None else ""
    code = pygame.KSCAN_1 + int(digit) - 1 if digit else 0
    pressed = ord(digit) if digit else _TURNS.get(key, pygame.K_RETURN)
    return pygame.Event(pygame.KEYDOWN, key=pressed, scancode=code, mod=0, unicode="")


def has_picture(app: App) -> bool:
    """Whether the picture of this screen is on it, or it has none."""
    plates = [box for box in app.view.boxes if isinstance(box.art, Plate)]
    return all(
        app.gallery.picture(box.art, box.rect.width, box.rect.height) is not None
        for box in plates
        if isinstance(box.art, Plate)
    )


def press(app: App, key: str) -> tuple[float, float]:
    """Press a key; return the milliseconds to another frame, and to one with its picture."""
    pressed, before, changed = event(app, key), frame(), 0.0
    start = time.perf_counter()
    app.handle(pressed)
    while not changed or not has_picture(app):
        app.frame()
        gone = (time.perf_counter() - start) * 1000
        if not changed and frame() != before:
            changed = gone
        if changed and not has_picture(app):
            for came in pygame.event.get():
                app.handle(came)
        if gone > 5_000:
            break
    return changed, (time.perf_counter() - start) * 1000


def main() -> None:
    scene, count = sys.argv[1], int(sys.argv[2])
    window.start()
    with tempfile.TemporaryDirectory() as data:
        app = play.opened(play.Wishes(paths.story(), Path(data), scene, "1280x720", is_full=False))
        read(app, 2)
        for _ in range(count):
            screen = app.reading.screen
            key = next_key(app.view, getattr(screen, "play", None))
            was = getattr(getattr(screen, "play", None), "scene", None)
            changed, pictured = press(app, key)
            now = getattr(getattr(app.reading.screen, "play", None), "scene", None)
            what = "scene" if was != now else "page"
            print(what, f"{changed:.2f} {pictured:.2f}", key, flush=True)
            read(app, READS)
        app.close()


if __name__ == "__main__":
    main()
