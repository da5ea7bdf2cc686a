"""From a folder to the window of the preview."""

import tempfile
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import pygame

from game import paths
from game.stage import catalogue, likeness
from game.story import packed
from game.story.layers import Layers
from game.ui import blank, reading, settings, window, words
from game.ui import words_preview as said
from game.ui.deeds import Shelf
from game.ui.gallery import Gallery
from game.ui.preview import watch
from game.ui.preview.live import Live
from game.ui.preview.stand import Wanted
from game.ui.preview.watch import CHANGED, Judge, Watcher
from game.ui.screen import Desk
from game.ui.screens.problems import ProblemsScreen


class Wishes(NamedTuple):
    """What was asked for on the command line; ``judge`` says what the checks think of a story.

    ``make`` writes a scene that is missing, and says what it did. ``packs`` are laid on the story.
    """

    story: Path
    data: Path
    scene: str
    size: str
    values: Mapping[str, int]
    judge: Judge
    make: Callable[[str], str] = said.cannot_make
    packs: tuple[Path, ...] = ()

    @property
    def layers(self) -> Layers:
        return Layers(self.story, self.packs)


def preview(wishes: Wishes) -> str:
    """Show a scene until the window is closed; return a sentence where it cannot be opened."""
    try:
        window.start()
        # Nothing of a preview is kept: its games and settings end with it.
        with tempfile.TemporaryDirectory(prefix="power-struggle-") as folder:
            _run(wishes, Path(folder))
    except window.NoDisplay as cause:
        return words.no_display(str(cause))
    finally:
        pygame.quit()
    return ""


def _run(wishes: Wishes, data: Path) -> None:
    app = opened(wishes, data)
    watcher = Watcher(wishes.layers, wishes.judge)
    watcher.start()
    try:
        app.run()
    finally:
        watcher.close()
        app.close()


def opened(wishes: Wishes, data: Path) -> Live:
    """Read the story as it is now, and open the window on it."""
    settled, _ = settings.read(wishes.data)
    if wishes.size:
        settled = replace(settled, window=wishes.size, fullscreen=False)
    gallery = Gallery(catalogue.scan(paths.assets()), wishes.story, paths.cache())
    desk = Desk(blank.STORY, settled, (), faces=likeness.faces(gallery.catalogue))
    start = reading.begin(desk, ProblemsScreen((), ()))
    wanted = Wanted(wishes.scene, wishes.values)
    shelf = replace(Shelf.of(data, "preview"), keeps=False)
    app = Live(start, gallery, shelf, paths.assets(), wanted)
    app.make, app.layers = wishes.make, wishes.layers
    first = next(watch.look(wishes.layers, wishes.judge))
    app.handle(pygame.event.Event(CHANGED, looked=first))
    is_packed = any(map(packed.is_pack, (wishes.story, *wishes.packs)))
    app.reading = app.reading.saying(said.START_PACKED if is_packed else said.START)
    return app
