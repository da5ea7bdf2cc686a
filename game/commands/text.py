"""``power-struggle text``: the same story, comparison and saves, in a terminal."""

import shutil
from argparse import ArgumentParser, Namespace
from dataclasses import replace
from pathlib import Path

from game.commands import hearing, stories
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
from game.terminal.title import Opened
from game.ui import handing, settings, words_school
from game.ui.handing import Sender


def add(parser: ArgumentParser) -> None:
    parser.add_argument("--story", type=Path, metavar="FOLDER", help="another story, or a pack")
    parser.add_argument("--scene", default="", metavar="ID", help="begin a new game at this scene")
    parser.add_argument("--name", default="", help="your name or seat, kept with the game")
    parser.add_argument(
        "--easy", action="store_true", help="read in short sentences, where a scene has them"
    )
    parser.add_argument("--data", type=Path, metavar="FOLDER", help="keep saves here")
    parser.add_argument("--packs", metavar="ID,ID", help="with these packs; '' is with none")


def run(arguments: Namespace) -> int:
    found = places.places(arguments.data)
    lab = found.found.lab
    settled = settings.read(found.data, lab).settings
    if arguments.packs is not None:
        asked = tuple(filter(None, arguments.packs.replace(",", " ").split()))
        settled = replace(settled, packs=asked)
        if not stories.has_packs(asked, found.data):
            return 2
    on = settings.switched_on(settled, lab)
    story = stories.opened(arguments.story, on, found.data)
    if isinstance(story, int):
        return story
    if not stories.has_scene(story, arguments.scene):
        return 2
    hearing.forgive()
    far = share.opened(found)
    outbox = Outbox(found.data, bundle.replaces, found.hand_in())
    _talk(story, arguments, found, outbox, far)
    if far is not None:
        far.close()
    outbox.close()
    return 0


def _talk(
    story: Story, arguments: Namespace, found: Places, outbox: Outbox, far: Share | None
) -> None:
    lab = found.found.lab
    seat = hearing.seat(hearing.of(lab), lab.seats)
    if seat is None:
        return
    data = found.data / "seats" / seat if seat else found.data
    terminal = _terminal(arguments, lab, Sender(data, outbox, found.hand_in(seat)))
    saves = slots.folder(data, story.id)
    opened = _opened(story, saves, arguments.scene, terminal)
    if opened is None:
        return
    known = arguments.name or opened.name or settings.read(data).settings.name
    known = known or (words_school.seat(seat) if seat else "")
    name = converse.named(terminal, known, is_new=opened.is_new)
    if name is not None:
        bring = far.push if far is not None else lambda: None
        converse.converse(opened, terminal, converse.keeper(opened, saves, name, bring))


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


def _opened(story: Story, saves: Path, scene: str, terminal: Terminal) -> Opened | None:
    if scene:
        return Opened(talk.begin(games.named(begin(story, scene))), is_new=True)
    return converse.open_title(title.title(story, saves, terminal.house.lab.lesson), terminal)
