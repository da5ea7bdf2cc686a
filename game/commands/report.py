"""Make the hand-in of a kept game: a page that any browser shows and prints."""

import argparse
import sys
from pathlib import Path

from game.commands import kept
from game.commands.output import written
from game.play.save import BadSave, Save
from game.report import bundle, handin, rows, tally
from game.story.model import Story
from game.story.problem import printable


def add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("save", type=Path, metavar="SAVE", help="a saved game, or a hand-in")
    parser.add_argument(
        "-o", "--output", type=Path, metavar="FILE", help="a .html page, or a .csv table"
    )
    parser.add_argument("--story", type=Path, metavar="FOLDER", help="the story that it is of")
    parser.add_argument("--data", type=Path, metavar="FOLDER", help="look for its story here too")


def run(arguments: argparse.Namespace) -> int:
    path: Path = arguments.save
    try:
        game = bundle.read(path)
    except BadSave as cause:
        print(f"{printable(str(path))}: {cause}", file=sys.stderr)
        return 2
    output: Path = arguments.output or Path(f"{path.stem}.html")
    if not kept.is_page(output):
        return 2
    if output.resolve() == path.resolve():
        print("That would write over the game itself. Name another file with -o.", file=sys.stderr)
        return 2
    story = kept.story_of(game.story, arguments.story, arguments.data, game.packs)
    if isinstance(story, int):
        return story
    if not written(output, _made(story, game, output)):
        return 2
    print(f"{output}: open it in a browser to read or print it.")
    return 0


def _made(story: Story, game: Save, output: Path) -> str:
    if output.suffix.lower() == ".csv":
        return rows.table(tally.pupils(story, (game,), has_names=True))
    return handin.hand_in(story, game)
