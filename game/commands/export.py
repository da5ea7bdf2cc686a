"""Write a story in a form that other programs open."""

import argparse
import sys
from pathlib import Path

from game.author import twine
from game.author.put import put
from game.commands.stories import here, opened


def add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", nargs="?", type=Path, metavar="FOLDER", help="another story")
    parser.add_argument("--twee", action="store_true", help="as Twee 3, for Twine (the only form)")
    parser.add_argument("-o", "--output", type=Path, default=Path("story.twee"), metavar="FILE")


def run(arguments: argparse.Namespace) -> int:
    story = opened(here(arguments.folder))
    if isinstance(story, int):
        return story
    try:
        put(arguments.output, twine.exported(story))
    except OSError as cause:
        print(f"{arguments.output} cannot be written: {cause.strerror}.", file=sys.stderr)
        return 2
    print(f"{arguments.output}: {len(story.scenes)} passages. In Twine: Library, then Import.")
    return 0
