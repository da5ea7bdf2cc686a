"""``power-struggle text``: the same story, comparison and saves, in a terminal."""

import shutil
from argparse import ArgumentParser, Namespace
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from game.commands import hearing, stories
from game.commands.switching import Chosen, Switcher
from game.lab import places, share
from game.lab.lab import Lab
from game.lab.outbox import Outbox
from game.lab.places import Places
from game.lab.share import Share
from game.play import games, slots
from game.play.playthrough import begin
from game.report import bundle
from game.story.model import Story
from game.terminal import converse, talk, title
from game.terminal.converse import Terminal
from game.terminal.house import House
from game.terminal.title import Opened, ToPacks
from game.ui import handing, settings, words_school
from game.ui.handing import Sender


class Room(NamedTuple):
    """Where things are kept and brought to; ``packs`` are those named on the command line."""

    places: Places
    packs: tuple[str, ...] | None
    share: Share | None
    outbox: Outbox

    @property
    def lab(self) -> Lab:
        return self.places.found.lab

    def data(self, seat: str) -> Path:
        return self.places.data / "seats" / seat if seat else self.places.data

    def on(self, data: Path) -> tuple[str, ...]:
        """The packs that are on: as a school decided, as was named, or as the reader keeps it."""
        settled = settings.read(data, self.lab).settings
        wished = settled if self.packs is None else replace(settled, packs=self.packs)
        return settings.switched_on(wished, self.lab)

    def bring(self) -> None:
        if self.share is not None:
            self.share.push()


def add(parser: ArgumentParser) -> None:
    parser.add_argument("--story", type=Path, metavar="FOLDER", help="another story, or a pack")
    parser.add_argument("--scene", default="", metavar="ID", help="begin a new game at this scene")
    parser.add_argument("--name", default="", help="your name or seat, kept with the game")
    parser.add_argument(
        "--easy", action="store_true", help="read in short sentences, where a scene has them"
    )
    parser.add_argument("--data", type=Path, metavar="FOLDER", help="keep saves here")
    parser.add_argument(
        "--packs", metavar="ID,ID", help="with these packs, this time; '' is with none"
    )


def run(arguments: Namespace) -> int:
    found = places.places(arguments.data)
    named = None if arguments.packs is None else tuple(arguments.packs.replace(",", " ").split())
    if named is not None and not stories.has_packs(named, found.data):
        return 2
    hearing.forgive()
    # What lies on the share may be newer than what is kept here: settings too.
    far = share.opened(found)
    outbox = Outbox(found.data, bundle.replaces, found.hand_in())
    code = _play(arguments, Room(found, named, far, outbox))
    if far is not None:
        far.close()
    outbox.close()
    return code


def _play(arguments: Namespace, room: Room) -> int:
    seat = hearing.seat(hearing.of(room.lab), room.lab.seats)
    if seat is None:
        return 0
    data = room.data(seat)
    terminal = _terminal(arguments, room.lab, Sender(data, room.outbox, room.places.hand_in(seat)))
    switcher = Switcher(terminal, data, room.places.data, room.bring)
    opened = _opened(arguments, switcher, Chosen(arguments.story, room.on(data)))
    if isinstance(opened, int):
        return opened
    known = arguments.name or opened.name or settings.read(data).settings.name
    known = known or (words_school.seat(seat) if seat else "")
    name = converse.named(terminal, known, is_new=opened.is_new)
    if name is not None:
        saves = slots.folder(data, opened.talk.play.story.id)
        converse.converse(opened, terminal, converse.keeper(opened, saves, name, room.bring))
    return 0


def _terminal(arguments: Namespace, lab: Lab, sender: Sender) -> Terminal:
    settled = settings.read(sender.data, lab).settings
    return Terminal(
        hearing.of(lab),
        print,
        shutil.get_terminal_size((80, 24)).columns,
        is_easy=settled.is_easy or (arguments.easy and "reading" not in lab.locked),
        house=House(lab, settled.ask_reason, settled.content_notes, "reading" in lab.locked),
        asks=hearing.unseen,
        hand_in=lambda play, name: handing.hand_in(play, name, sender),
    )


def _opened(arguments: Namespace, switcher: Switcher, chosen: Chosen) -> Opened | int:
    """The game that is begun or gone on with; an exit code where there is none."""
    while True:
        story = stories.opened(chosen.story, chosen.on, switcher.home)
        if isinstance(story, int):
            return story
        if arguments.scene:
            return _begun(story, arguments.scene)
        opened = converse.open_title(_title(story, switcher, chosen), switcher.terminal)
        if not isinstance(opened, ToPacks):
            return opened or 0
        chosen = switcher.switch(chosen)


def _begun(story: Story, scene: str) -> Opened | int:
    if not stories.has_scene(story, scene):
        return 2
    return Opened(talk.begin(games.named(begin(story, scene))), is_new=True)


def _title(story: Story, switcher: Switcher, chosen: Chosen) -> title.Title:
    return title.title(
        story,
        slots.folder(switcher.data, story.id),
        switcher.lab.lesson,
        has_packs=switcher.has_packs(chosen),
    )
