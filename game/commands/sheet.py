"""``power-struggle sheet``: all parts, or all scenes as they are read, on one picture."""

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from game import paths
from game.commands import stories
from game.stage import catalogue
from game.story.problem import printable


def add(parser: ArgumentParser) -> None:
    parser.add_argument(
        "what", choices=("parts", "scenes"), help="what pictures are made of, or every scene"
    )
    parser.add_argument(
        "-o", "--output", type=Path, metavar="FILE.png", required=True, help="write it here"
    )
    parser.add_argument(
        "--story", type=Path, metavar="FOLDER", help="whose scenes (default: the story here)"
    )


def run(arguments: Namespace) -> int:
    # Imported here so that the other commands work where pygame does not.
    from game.ui import sheets  # noqa: PLC0415

    known = catalogue.scan(paths.assets())
    if arguments.what == "parts":
        return _written(sheets.write_parts(known, arguments.output), arguments.output)
    folder = stories.here(arguments.story)
    story = stories.opened(folder)
    if isinstance(story, int):
        return story
    return _written(
        sheets.write_scenes(story, stories.base(folder), known, arguments.output), arguments.output
    )


def _written(trouble: str, path: Path) -> int:
    name = printable(str(path))
    if trouble:
        print(f"'{name}' cannot be written: {printable(trouble)}.", file=sys.stderr)
        return 2
    print(f"{name} is written.")
    return 0
