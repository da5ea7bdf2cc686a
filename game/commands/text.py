"""``power-struggle text``: the same story, comparison and saves, in a terminal."""

import shutil
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from pathlib import Path

from game.commands import stories
from game.lab import places, share
from game.play import slots
from game.play.playthrough import begin
from game.story.model import Story
from game.terminal import converse, sheet, talk, title
from game.terminal.converse import Terminal
from game.terminal.title import Opened
from game.ui import settings


def add(parser: ArgumentParser) -> None:
    parser.add_argument("--story", type=Path, metavar="FOLDER", help="play another story")
    parser.add_argument("--scene", default="", metavar="ID", help="begin a new game at this scene")
    parser.add_argument("--name", default="", help="your name or seat, kept with the game")
    parser.add_argument(
        "--easy", action="store_true", help="read in short sentences, where a scene has them"
    )
    parser.add_argument("--data", type=Path, metavar="FOLDER", help="keep saves here")


def run(arguments: Namespace) -> int:
    story = stories.opened(arguments.story)
    if isinstance(story, int):
        return story
    if not stories.has_scene(story, arguments.scene):
        return 2
    _forgive()
    found = places.places(arguments.data)
    far = share.opened(found)
    is_easy = arguments.easy or settings.read(found.data, found.found.lab).settings.is_easy
    terminal = Terminal(_hear, print, shutil.get_terminal_size((80, 24)).columns, is_easy)
    saves = slots.folder(found.data, story.id)
    opened = _opened(story, saves, arguments.scene, terminal)
    if opened is not None:
        converse.converse(opened, terminal, converse.keeper(opened, saves, arguments.name))
    if far is not None:
        far.close()
    return 0


def _opened(story: Story, saves: Path, scene: str, terminal: Terminal) -> Opened | None:
    if scene:
        return Opened(talk.begin(begin(story, scene)), is_new=True)
    return converse.open_title(title.title(story, saves), terminal)


def _forgive() -> None:
    """Take bytes that are no text as question marks: they must not end the game."""
    reconfigure: Callable[..., None] | None = getattr(sys.stdin, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(errors="replace")


def _hear(prompt: str) -> str | None:
    """Ask for a line. Where it comes from a file it is shown, as if it had been typed."""
    try:
        line = input(prompt)
    except EOFError:
        print()
        return None
    if not sys.stdin.isatty():
        print(sheet.clean(line))
    print()
    return line
