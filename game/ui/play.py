"""From a folder to an open window: the story is read, the last game found, the loop begun."""

from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import pygame

from game import paths
from game.play.playthrough import begin
from game.stage import catalogue
from game.story import load
from game.story.load import Loaded
from game.story.problem import nearest
from game.ui import blank, reading, settings, window, words
from game.ui.app import App
from game.ui.deeds import Shelf, listed
from game.ui.gallery import Gallery
from game.ui.reading import Reading
from game.ui.screen import Desk, Screen
from game.ui.screens import index
from game.ui.screens.problems import ProblemsScreen
from game.ui.settings import Settings


class Wishes(NamedTuple):
    """What was asked for on the command line; ``scene`` and ``size`` may be empty."""

    story: Path
    data: Path
    scene: str
    size: str
    is_full: bool


def play(wishes: Wishes) -> str:
    """Play until the window is closed; return a sentence where it cannot be opened."""
    try:
        window.start()
        while _once(wishes):
            pass
    except window.NoDisplay as cause:
        return words.no_display(str(cause))
    finally:
        pygame.quit()
    return ""


def _once(wishes: Wishes) -> bool:
    """Play the story as its files are now; true if they are to be read again."""
    app = opened(wishes)
    try:
        app.run()
    finally:
        app.close()
    return app.wants_reload


def opened(wishes: Wishes) -> App:
    """Read the story and the settings, and open the window on them."""
    loaded = load.load(wishes.story)
    settled, sentence = settings.read(wishes.data, paths.beside())
    if wishes.size:
        settled = replace(settled, window=wishes.size)
    settled = replace(settled, fullscreen=settled.fullscreen or wishes.is_full)
    name = loaded.story.id if loaded.story is not None else wishes.story.name
    shelf = Shelf.of(wishes.data, name)
    gallery = Gallery(catalogue.scan(paths.assets()), wishes.story, paths.cache())
    start = _reading(loaded, wishes, settled, shelf).saying(sentence)
    return App(start, gallery, shelf, paths.assets())


def _reading(loaded: Loaded, wishes: Wishes, settled: Settings, shelf: Shelf) -> Reading:
    if loaded.story is None:
        lines = tuple(load.line_of(wishes.story, problem.mark) for problem in loaded.problems)
        screen: Screen = ProblemsScreen(loaded.problems, lines)
        return reading.begin(Desk(blank.STORY, settled, ()), screen)
    desk = listed(Desk(loaded.story, settled, ()), shelf)
    start = reading.begin(desk, index.build("title", None, desk))
    if not wishes.scene:
        return start
    if wishes.scene not in loaded.story.scenes:
        hint = nearest(wishes.scene, loaded.story.scenes)
        return start.saying(words.no_scene(wishes.scene, hint))
    return reading.laid(start, index.build("scene/0", begin(loaded.story, wishes.scene), desk))
