"""What screens ask for and only the outside can do: writing saves and settings, and saying so."""

from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

import pygame

from game.lab.outbox import Outbox
from game.lab.share import Share
from game.play import keeping, save, slots
from game.ui import settings as kept
from game.ui import words, words_aside, words_school
from game.ui.reading import Reading
from game.ui.screen import Desk, Forget, Hand, Handed, Keep, Say, Settle, Step
from game.ui.screens import way


@dataclass(frozen=True, slots=True)
class Shelf:
    """The folders that the window writes to: settings in ``data``, games in ``saves``.

    What is written is brought to the ``share`` of a school, if there is one; what is handed in goes
    by the ``outbox`` to ``hand_in``, if a school has named such a folder.
    """

    data: Path
    saves: Path
    share: Share | None = None
    outbox: Outbox | None = None
    hand_in: Path | None = None
    # A preview keeps nothing by itself: what is looked at is no game.
    keeps: bool = True

    @classmethod
    def of(cls, data: Path, story: str, share: Share | None = None) -> "Shelf":
        return cls(data, slots.folder(data, story), share)

    def push(self) -> None:
        if self.share is not None:
            self.share.push()


def write(reading: Reading, deed: Keep | Forget | Hand, shelf: Shelf) -> Reading:
    """Do what is done to the files of games."""
    match deed:
        case Keep():
            return keep(reading, deed, shelf)
        case Forget():
            return forget(reading, deed, shelf)
        case Hand():
            return hand_in(reading, deed, shelf)


def keep(reading: Reading, deed: Keep, shelf: Shelf) -> Reading:
    """Write a game down. Where that fails the reader is told, and the game goes on."""
    if not deed.slot and not shelf.keeps:
        return reading
    name = reading.desk.settings.name
    game = deed.whole or save.of(deed.play, name, deed.place)
    rubbed = save.of(deed.rubbed, name, deed.place) if deed.rubbed is not None else None
    try:
        aside = _kept(game, deed.slot, shelf.saves, rubbed)
    except OSError as cause:
        return reading.saying(words.not_kept(cause.strerror or str(cause)))
    shelf.push()
    if aside:
        return replace(reading, desk=listed(reading.desk, shelf)).saying(words_school.OTHER_GAME)
    if not deed.slot:
        return reading
    return replace(reading, desk=listed(reading.desk, shelf)).saying(words.KEPT)


def _kept(game: save.Save, slot: str, saves: Path, rubbed: save.Save | None) -> str:
    """Write a game to a slot; return the name of another that was in the way of the autosave."""
    if not slot:
        return keeping.write(saves, game, rubbed)
    if slot == "aside":
        keeping.put_aside(saves, game)
        return ""
    # The folder is looked through for a free place only where one is asked for.
    save.write(slots.quick(saves) if slot == "quick" else slots.free(saves), game)
    return ""


def forget(reading: Reading, deed: Forget, shelf: Shelf) -> Reading:
    """Delete a kept game and its backup, and nothing outside the folder of games."""
    try:
        if deed.path.parent == shelf.saves:
            deed.path.unlink(missing_ok=True)
            deed.path.with_name(deed.path.name + ".bak").unlink(missing_ok=True)
    except OSError as cause:
        return reading.saying(words.not_kept(cause.strerror or str(cause)))
    shelf.push()
    return replace(reading, desk=listed(reading.desk, shelf))


def hand_in(reading: Reading, deed: Hand, shelf: Shelf) -> Reading:
    """Make a page of a game; what became of it stands on the screen until the game goes on."""
    # Brought in here: pages are made by few readers, and the first picture is seen by all.
    from game.ui import handing  # noqa: PLC0415

    if deed.is_shown:
        return reading.saying(handing.show(reading.desk))
    name = reading.desk.settings.name
    if reading.desk.lab.lesson.name == "never":
        name = ""
    sender = handing.Sender(shelf.data, shelf.outbox, shelf.hand_in)
    sentence = handing.hand_in(deed.play, name, sender)
    own = handing.own_folder(reading.desk, sender) if shelf.share is None else None
    handed = Handed(deed.play, sentence, own)
    return replace(reading, desk=replace(reading.desk, handed=handed))


def settle(reading: Reading, deed: Settle, shelf: Shelf) -> Reading:
    """Take on new settings. Where they cannot be written they hold until the program ends."""
    settled = replace(reading, desk=replace(reading.desk, settings=deed.settings))
    try:
        kept.write(shelf.data, deed.settings, reading.desk.lab.locked)
    except OSError as cause:
        return settled.saying(words.not_kept(cause.strerror or str(cause)))
    shelf.push()
    is_other = deed.settings.mute != reading.desk.settings.mute
    return settled.saying(words_aside.heard(is_mute=deed.settings.mute)) if is_other else settled


def fetch(desk: Desk, shelf: Shelf) -> Step:
    """Go to the game that was kept with one key."""
    try:
        read = save.read(slots.quick(shelf.saves))
    except save.BadSave as cause:
        return Step(deeds=(Say(str(cause)),))
    return way.resumed(desk, read.save, read.sentence)


def listed(desk: Desk, shelf: Shelf) -> Desk:
    return replace(desk, slots=save.listing(shelf.saves))


def picture(frame: pygame.Surface, shelf: Shelf) -> str:
    """Write what is on the screen as a picture, and say where."""
    folder = shelf.data / "pictures"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / f"{datetime.now().astimezone():%Y-%m-%d-%H-%M-%S}.png"
        pygame.image.save(frame, path)
    except (OSError, OverflowError, ValueError, pygame.error) as cause:
        return words.not_kept(str(cause))
    return words.picture_kept(path.name)
