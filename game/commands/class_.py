"""Lay the games of a class side by side, on one page for the teacher."""

import argparse
import sys
from collections import Counter
from pathlib import Path

from game.commands import kept
from game.commands.output import written
from game.report import classroom, gather, rows, tally, words
from game.report.classroom import Wanted
from game.report.gather import Gathered
from game.story.problem import printable


def add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "folder", type=Path, metavar="FOLDER", help="where the hand-ins or saved games lie"
    )
    parser.add_argument(
        "-o", "--output", type=Path, default=Path("class.html"), metavar="FILE",
        help="a .html page (class.html if nothing is said), or a .csv table",
    )  # fmt: skip
    parser.add_argument("--names", action="store_true", help="name pupils as they named themselves")
    parser.add_argument("--story", type=Path, metavar="FOLDER", help="the story that they are of")
    parser.add_argument("--data", type=Path, metavar="FOLDER", help="look for their story here too")


def run(arguments: argparse.Namespace) -> int:
    folder, output = arguments.folder, arguments.output
    if not kept.is_page(output):
        return 2
    if not folder.is_dir():
        print(f"{printable(str(folder))} is not a folder.", file=sys.stderr)
        return 2
    try:
        found = gather.gather(folder, skip=output)
    except OSError as cause:
        print(f"{printable(str(folder))} cannot be read: {cause.strerror}.", file=sys.stderr)
        return 2
    for path in found.strange:
        print(f"{printable(str(path))} cannot be read, and is left out.", file=sys.stderr)
    if not found.games:
        print(f"There are no games in {printable(str(folder))}.", file=sys.stderr)
        return 2
    return _written(found, arguments)


def _written(found: Gathered, arguments: argparse.Namespace) -> int:
    """Of several stories the page is about the one named, or the one that most games are of."""
    most = Counter(game.story for game in found.games).most_common(1)[0][0]
    laid = {pack for game in found.games if game.story == most for pack in game.packs}
    story = kept.story_of(most, arguments.story, arguments.data, laid)
    if isinstance(story, int):
        return story
    own = [game for game in found.games if game.story == story.id]
    if not own:
        print(f"No game there is of '{printable(story.title)}'.", file=sys.stderr)
        return 2
    left_out = words.left_out(found.older, len(found.games) - len(own), len(found.strange))
    those = tally.pupils(story, own, has_names=arguments.names)
    if arguments.output.suffix.lower() == ".csv":
        page = rows.table(those)
    else:
        page = classroom.classroom(story, those, Wanted(arguments.names, left_out))
    if not written(arguments.output, page):
        return 2
    print(f"{arguments.output}: {words.pupils(len(own))}. Open it to read it.")
    return 0
