"""Making a page to hand in, and saying in a sentence what became of it."""

from pathlib import Path
from typing import NamedTuple

from game.lab import outbox
from game.lab.lab import AS_IT_CAME
from game.lab.outbox import Given, Outbox
from game.play import games, save
from game.play.playthrough import Playthrough
from game.report import bundle, handin
from game.ui import folder
from game.ui import words_handin as words
from game.ui.screen import Desk


class Sender(NamedTuple):
    """The folder of a pupil's games, and the way from there to the folder of a school."""

    data: Path
    outbox: Outbox | None = None
    to: Path | None = None


def hand_in(play: Playthrough, name: str, sender: Sender) -> str:
    """Write the page of a game, have it brought, and return what to tell the pupil."""
    game = save.of(play, name)
    page = handin.hand_in(play.story, game)
    file = outbox.file_name(name or "hand-in", games.name_of(game))
    data, box, to = sender
    box = box or Outbox(data, bundle.replaces)
    return told(box.give(outbox.folder(data), file, page, to), to)


def own_folder(desk: Desk, sender: Sender) -> Path | None:
    """The folder of hand-ins on a computer of the pupil's own, where it can be shown.

    On one that a school has set up, nothing leads out of the program.
    """
    found = outbox.folder(sender.data)
    is_own = desk.lab == AS_IT_CAME and sender.to is None
    return found if is_own and found.is_dir() and folder.shower() else None


def show(desk: Desk) -> str:
    """Show the folder of what was handed in, and return what to tell the pupil."""
    found = desk.handed.folder if desk.handed is not None else None
    return words.SHOWN if found is not None and folder.show(found) else words.NOT_SHOWN


def told(given: Given, to: Path | None) -> str:
    if given.place is None:
        return words.held(given.trouble) if given.waits else words.failed(given.trouble)
    if given.waits:
        return words.waits(given.place.name)
    if to is not None:
        return words.WRITTEN
    # On the own screen of a pupil the folder is named in full, so that it can be found.
    return words.kept(given.place.name, str(given.place.parent))
