"""Play in a window."""

import argparse
import sys
from pathlib import Path

from game import paths
from game.lab import places, share


def add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--story", type=Path, metavar="FOLDER", help="play another story")
    parser.add_argument("--scene", metavar="ID", default="", help="begin at this scene")
    parser.add_argument("--window", metavar="1280x720", default="", help="the size of the window")
    parser.add_argument("--fullscreen", action="store_true", help="fill the screen")
    parser.add_argument("--data", type=Path, metavar="FOLDER", help="keep saves and settings here")


def run(arguments: argparse.Namespace) -> int:
    # Imported here so that the other commands work where pygame does not.
    from game.ui import play  # noqa: PLC0415

    found = places.places(arguments.data)
    far = share.opened(found)
    wishes = play.Wishes(
        arguments.story or paths.story(),
        found.data,
        arguments.scene,
        arguments.window,
        is_full=arguments.fullscreen,
        lab=found.found.lab,
        share=far,
    )
    sentence = play.play(wishes)
    if far is not None:
        far.close()
    if sentence:
        print(sentence, file=sys.stderr)
        return 2
    return 0
