"""``power-struggle sheet``: all parts, or all scenes as they are read, on a few pages."""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from pathlib import Path

from game import paths
from game.author import page_parts, told
from game.commands import stories
from game.stage import catalogue
from game.story.problem import printable


def add(parser: ArgumentParser) -> None:
    parser.add_argument(
        "what", choices=("parts", "scenes"), help="what pictures are made of, or every scene"
    )
    parser.add_argument(
        "-o",
        "--output",
        type=Path,
        metavar="FILE.png",
        required=True,
        help="write it here; what needs several pages becomes FILE-1.png, FILE-2.png ...",
    )
    parser.add_argument(
        "--story", type=Path, metavar="FOLDER", help="whose scenes (default: the story here)"
    )


def run(arguments: Namespace) -> int:
    # Imported here so that the other commands work where pygame does not.
    from game.ui import sheets  # noqa: PLC0415

    known = catalogue.scan(paths.assets())
    if arguments.what == "parts":
        guide = sheets.Guide(told.texts("seen.yaml"), page_parts.groups(known))
        _say("Every part is drawn now, and everybody in every pose; that takes a minute or so.")
        return _written(sheets.write_parts(known, guide, arguments.output), arguments.output)
    folder = stories.here(arguments.story)
    story = stories.opened(folder)
    if isinstance(story, int):
        return story
    _say(f"Pictures to be drawn: {len(story.scenes)}.")
    pages = sheets.write_scenes(story, stories.base(folder), known, arguments.output)
    return _written(pages, arguments.output)


def _written(pages: Iterator[Path], path: Path) -> int:
    """Tell of every page when it is there: the whole takes a while."""
    try:
        for page in pages:
            print(f"{printable(str(page))} is written.", flush=True)
    except OSError as cause:
        why = printable((cause.strerror or str(cause)).rstrip("."))
        _say(f"'{printable(str(path))}' cannot be written: {why}.")
        return 2
    return 0


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)
