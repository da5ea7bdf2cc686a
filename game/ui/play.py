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
from game.play.playthrough import Playthrough, begin
from game.stage import catalogue, likeness
from game.story import library, packs
from game.story.library import Found
from game.story.problem import nearest
from game.ui import blank, reading, settings, window, words, words_packs, words_school
from game.ui.app import App
from game.ui.deeds import Shelf, listed
from game.ui.gallery import Gallery
from game.ui.reading import Reading
from game.ui.screen import Desk, Extend, Open, Reload, Screen, Sit
from game.ui.screens import index, way
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
    packs: tuple[str, ...] | None = None


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
    return next_wishes(wishes, app)


def next_wishes(wishes: Wishes, app: App) -> Wishes | None:
    """What a window that has ended wishes for next; None where nothing."""
    match app.another:
        case Open(story):
            return wishes._replace(story=story, scene="", packs=None)
        case Extend(on):
            return wishes._replace(story=app.gallery.folder, scene="", packs=on)
        case Sit(seat):
            return wishes._replace(seat=seat, scene="", packs=None)
        case Reload():
            return wishes
    return None


def opened(wishes: Wishes) -> App:
    """Read the story and the settings, and open the window on them."""
    # Stories that lie here are for every seat.
    listed = packs.found([paths.story(), wishes.story], paths.stories(wishes.data))
    if wishes.seat:
        wishes = wishes._replace(data=wishes.data / "seats" / wishes.seat)
    settled, sentence = settings.read(wishes.data, wishes.lab)
    found = library.found(wishes.story, listed, _on(wishes, settled))
    if wishes.size:
        settled = replace(settled, window=wishes.size)
    settled = replace(settled, fullscreen=settled.fullscreen or wishes.is_full)
    settled = settings.fixed(settled, wishes.lab.locked)
    if wishes.seat and not settled.name:
        settled = replace(settled, name=words_school.seat(wishes.seat))
    name = found.story.id if found.story is not None else wishes.story.name
    shelf = replace(
        Shelf.of(wishes.data, name, wishes.share),
        outbox=wishes.outbox,
        hand_in=wishes.hand_in(wishes.seat),
    )
    gallery = Gallery(catalogue.scan(paths.assets()), found.folder, paths.cache())
    gallery.packs = found.story.packs if found.story is not None else ()
    start = _reading(found, wishes, settled, shelf)
    # Whoever has just switched packs sees in the list what became of them.
    left = _left(found) if wishes.packs is None and found.story is not None else ""
    start = start.saying(sentence or _far(wishes) or left or start.notice)
    start = replace(start, desk=replace(start.desk, faces=likeness.faces(gallery.catalogue)))
    return App(start, gallery, shelf, paths.assets())


def _on(wishes: Wishes, settled: Settings) -> tuple[str, ...]:
    """The packs that are switched on: as a school decided, as was just said, or as is kept."""
    said = settled if wishes.packs is None else replace(settled, packs=wishes.packs)
    return settings.switched_on(said, wishes.lab)


def _reading(found: Found, wishes: Wishes, settled: Settings, shelf: Shelf) -> Reading:
    here = Desk(
        found.story or blank.STORY,
        settled,
        (),
        stories=found.stories,
        lab=wishes.lab,
        packs=found.packs,
    )
    if found.story is None:
        screen: Screen = ProblemsScreen(found.problems, found.lines)
        return reading.begin(here, screen)
    desk = listed(here, shelf)
    asks = wishes.lab.seats and not wishes.seat
    start = reading.begin(desk, index.build("seats" if asks else "title", None, desk))
    if wishes.packs is not None:
        return reading.laid(start, index.build("stories", None, desk))
    if asks or not wishes.scene:
        return start
    if wishes.scene not in found.story.scenes:
        hint = nearest(wishes.scene, found.story.scenes)
        return start.saying(words.no_scene(wishes.scene, hint))
    return reading.laid(start, _begun(begin(found.story, wishes.scene), desk))


def _begun(play: Playthrough, desk: Desk) -> Screen:
    """A scene that was asked for by its name, with its content note as on the way through."""
    return index.build(way.arrival(play, desk), play, desk)


def _left(found: Found) -> str:
    """A sentence where a pack is switched on and cannot be laid on."""
    return words_packs.left_out(found.left_out) if found.left_out else ""


def _far(wishes: Wishes) -> str:
    """A sentence where games cannot be brought to the share just now."""
    share = wishes.share
    return words_school.KEPT_HERE if share is not None and share.left.files else ""
