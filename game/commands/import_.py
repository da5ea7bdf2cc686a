"""Make the skeleton of a story from one that was written with another program."""

import argparse
import sys
from pathlib import Path

from game.author import twee, twine
from game.author.ids import Refused
from game.author.put import put


def add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE.twee", help="a story in Twee")
    parser.add_argument(
        "folder", type=Path, metavar="FOLDER", help="a folder that is not there yet"
    )
    parser.add_argument("--twee", action="store_true", help="the file is Twee (the only form)")


def run(arguments: argparse.Namespace) -> int:
    try:
        made = twine.imported(_read(arguments.file))
        if arguments.folder.exists():
            raise Refused(f"There is something at '{arguments.folder}' already. Name a new folder.")
        for name, text in made.items():
            put(arguments.folder / name, text)
    except Refused as cause:
        print(cause, file=sys.stderr)
        return 2
    except OSError as cause:
        print(f"This could not be done: {cause.strerror}.", file=sys.stderr)
        return 2
    asked = f"power-struggle check {arguments.folder}"
    print(f"{arguments.folder}: {len(made) - 2} scenes. What is missing: {asked}")
    return 0


def _read(path: Path) -> str:
    if not path.is_file():
        raise Refused(f"There is no file '{path}'. In Twine: Build, then Export As Twee.")
    if path.stat().st_size > twee.MOST_LETTERS:
        raise Refused(f"'{path}' is larger than 5 MB. Divide it in Twine.")
    return path.read_text(encoding="utf-8", errors="replace")
