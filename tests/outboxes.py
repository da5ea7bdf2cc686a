"""An outbox with a folder to bring hand-ins to, which can be lost and come back."""

from dataclasses import replace
from pathlib import Path

import pytest

from game.lab import outbox
from game.lab.outbox import Given, Outbox
from game.play import save
from game.play.playthrough import Playthrough, begin
from game.report import bundle, handin
from tests.making import smolny


def play(*choices: str, token: str = "aaaa", reason: str = "") -> Playthrough:
    now = begin(smolny()).note("game", token)
    for each in choices:
        now = now.choose(each, reason)
    return now


def page(*choices: str, token: str = "aaaa", reason: str = "") -> str:
    return made(play(*choices, token=token, reason=reason))


def made(now: Playthrough) -> str:
    """The page of a game, the same whenever it is made."""
    return handin.hand_in(smolny(), replace(save.of(now, "Anna"), written=""))


def chosen(folder: Path) -> list[tuple[str, ...]]:
    """What was decided in every hand-in of a folder."""
    found = (bundle.read(path) for path in sorted(folder.glob("*.html")))
    return [tuple(each.choice for each in game.decisions) for game in found]


class Room:
    def __init__(self, folder: Path) -> None:
        self.root, self.there = folder / "here", folder / "there"
        self.box = self.opened()

    def opened(self) -> Outbox:
        """The program as it is started again."""
        self.box = Outbox(self.root, bundle.replaces)
        return self.box

    def give(self, text: str, name: str = "Anna", to: Path | None = None) -> Given:
        here = outbox.folder(self.root)
        return self.box.give(here, outbox.file_name(name, "aaaa"), text, to or self.there)


def patient(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Room:
    """A room where what has arrived is seen at once: nothing waits for a clock to run out."""
    monkeypatch.setattr(outbox, "PATIENCE", 60)
    return Room(folder)


def lost(room: Room) -> None:
    """A file where the folder was: nothing can be written there."""
    room.there.parent.mkdir(exist_ok=True)
    if room.there.is_dir():
        room.there.rename(room.there.with_name("unplugged"))
    room.there.touch()


def back(room: Room) -> None:
    room.there.unlink()
    if room.there.with_name("unplugged").exists():
        room.there.with_name("unplugged").rename(room.there)
