"""From a folder to an open window: the story is read, the last game found, the loop begun."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import pygame

from game import paths
from game.lab.lab import AS_IT_CAME, Lab
from game.lab.outbox import Outbox
from game.lab.share import Share
from game.play.playthrough import begin
from game.stage import catalogue, likeness
from game.story import load, packs
from game.story.load import Loaded
from game.story.packs import Pack
from game.story.problem import nearest
from game.ui import blank, reading, settings, window, words, words_school
from game.ui.app import App
from game.ui.deeds import Shelf, listed
from game.ui.gallery import Gallery
from game.ui.reading import Reading
from game.ui.screen import Desk, Open, Reload, Screen, Sit
from game.ui.screens import index
from game.ui.screens.problems import ProblemsScreen
from game.ui.settings import Settings


class Wishes(NamedTuple):
    """What was asked for on the command line, where ``scene`` and ``size`` may be empty; and by a
    school, which may have a share that games are brought to, and a folder for hand-ins, by seat.
    """

    story: Path
    data: Path
    scene: str
    size: str
    is_full: bool
    lab: Lab = AS_IT_CAME
    share: Share | None = None
    seat: str = ""
    outbox: Outbox | None = None
    hand_in: Callable[[str], Path | None] = lambda _: None


def play(wishes: Wishes) -> str:
    """Play until the window is closed; return a sentence where it cannot be opened."""
    try:
        window.start()
        wanted: Wishes | None = wishes
        while wanted is not None:
            wanted = _once(wanted)
    except window.NoDisplay as cause:
        return words.no_display(str(cause))
    finally:
        pygame.quit()
    return ""


def _once(wishes: Wishes) -> Wishes | None:
    """Play the story as its files are now; return what is wished for next, None for the end."""
    app = opened(wishes)
    try:
        app.run()
    finally:
        app.close()
    match app.another:
        case Open(story):
            return wishes._replace(story=story, scene="")
        case Sit(seat):
            return wishes._replace(seat=seat, scene="")
        case Reload():
            return wishes
    return None


def opened(wishes: Wishes) -> App:
    """Read the story and the settings, and open the window on them."""
    if wishes.seat:
        wishes = wishes._replace(data=wishes.data / "seats" / wishes.seat)
    loaded = load.load(wishes.story)
    settled, sentence = settings.read(wishes.data, wishes.lab)
    if wishes.size:
        settled = replace(settled, window=wishes.size)
    settled = replace(settled, fullscreen=settled.fullscreen or wishes.is_full)
    settled = settings.fixed(settled, wishes.lab.locked)
    if wishes.seat and not settled.name:
        settled = replace(settled, name=words_school.seat(wishes.seat))
    name = loaded.story.id if loaded.story is not None else wishes.story.name
    shelf = replace(
        Shelf.of(wishes.data, name, wishes.share),
        outbox=wishes.outbox,
        hand_in=wishes.hand_in(wishes.seat),
    )
    gallery = Gallery(catalogue.scan(paths.assets()), wishes.story, paths.cache())
    start = _reading(loaded, wishes, settled, shelf).saying(sentence or _far(wishes))
    start = replace(start, desk=replace(start.desk, faces=likeness.faces(gallery.catalogue)))
    return App(start, gallery, shelf, paths.assets())


def _reading(loaded: Loaded, wishes: Wishes, settled: Settings, shelf: Shelf) -> Reading:
    stories = _stories(wishes)
    if loaded.story is None:
        lines = tuple(load.line_of(wishes.story, problem.mark) for problem in loaded.problems)
        screen: Screen = ProblemsScreen(loaded.problems, lines)
        return reading.begin(
            Desk(blank.STORY, settled, (), stories=stories, lab=wishes.lab), screen
        )
    desk = listed(Desk(loaded.story, settled, (), stories=stories, lab=wishes.lab), shelf)
    asks = wishes.lab.seats and not wishes.seat
    start = reading.begin(desk, index.build("seats" if asks else "title", None, desk))
    if asks or not wishes.scene:
        return start
    if wishes.scene not in loaded.story.scenes:
        hint = nearest(wishes.scene, loaded.story.scenes)
        return start.saying(words.no_scene(wishes.scene, hint))
    return reading.laid(start, index.build("scene/0", begin(loaded.story, wishes.scene), desk))


def _stories(wishes: Wishes) -> tuple[Pack, ...]:
    """The shipped story, the one that is open, and those that lie where stories are kept."""
    first = [paths.story(), wishes.story]
    return packs.found(first, paths.stories(wishes.data))


def _far(wishes: Wishes) -> str:
    """A sentence where games cannot be brought to the share just now."""
    share = wishes.share
    return words_school.KEPT_HERE if share is not None and share.left.files else ""
