"""Make the skeleton of a story from one that was written with another program."""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from game.author import from_twine, twee
from game.author.from_twine import Imported
from game.author.ids import Refused
from game.author.put import put
from game.story.files import CHAPTER
from game.story.problem import printable


def add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE.twee", help="a story in Twee")
    parser.add_argument(
        "folder", type=Path, metavar="FOLDER", help="a folder that is not there yet"
    )
    parser.add_argument("--twee", action="store_true", help="the file is Twee (the only form)")


def run(arguments: argparse.Namespace) -> int:
    try:
        made = from_twine.imported(_read(arguments.file))
        if arguments.folder.exists():
            raise Refused(f"There is something at '{arguments.folder}' already. Name a new folder.")
        for name, text in made.files.items():
            put(arguments.folder / name, text)
    except Refused as cause:
        print(cause, file=sys.stderr)
        return 2
    except OSError as cause:
        print(f"This could not be done: {cause.strerror}.", file=sys.stderr)
        return 2
    name = printable(str(arguments.folder))
    scenes = sum("/" in path and not path.endswith(f"/{CHAPTER}") for path in made.files)
    print(f"{name}: {scenes} scenes. What is missing: power-struggle check {name}")
    for line in _told(made):
        print(line)
    return 0


def _told(made: Imported) -> Iterator[str]:
    """Yield what became of the scenes of a story of ours."""
    if not made.is_ours:
        return
    for what, scenes in (
        ("Changed in Twine", made.changed),
        ("New", made.new),
        ("Gone", made.gone),
    ):
        if scenes:
            yield f"{what}: {', '.join(scenes)}."
    if made.changed:
        yield (
            "The files of changed scenes are written anew: braces have become lines, and notes "
            "behind # are gone."
        )
    if not (made.changed or made.new or made.gone):
        yield "Nothing was changed in Twine: every file is as it was."


def _read(path: Path) -> str:
    if not path.is_file():
        raise Refused(f"There is no file '{path}'. In Twine: Build, then Export As Twee.")
    if path.stat().st_size > twee.MOST_LETTERS:
        raise Refused(
            f"'{path}' is larger than {twee.MOST_LETTERS // 1_000_000} MB. Divide it in Twine."
        )
    return path.read_text(encoding="utf-8", errors="replace")
