"""``power-struggle schema``: help for editors, which complete and explain what is written."""

import json
import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from game import paths
from game.author import editor, shelf
from game.author.ids import Refused
from game.author.put import put
from game.author.schema import pictures, schema
from game.commands import stories
from game.stage import catalogue
from game.story.files import COVER
from game.story.problem import printable


def add(parser: ArgumentParser) -> None:
    parser.add_argument(
        "folder", nargs="?", type=Path, help="the folder of your story (default: here)"
    )
    parser.add_argument(
        "--of", choices=editor.FILES, default="scene", help="with -o: which kind of file"
    )
    parser.add_argument(
        "-o", "--output", type=Path, metavar="FILE.json", help="only one schema, into this file"
    )


def run(arguments: Namespace) -> int:
    try:
        where = stories.here if arguments.output else stories.own
        folder = where(arguments.folder)
        shelf.refuse_packed(folder)
    except Refused as why:
        print(printable(str(why)), file=sys.stderr)
        return 2
    if not (folder / COVER).is_file():
        print(f"There is no story.yaml in '{printable(str(folder))}'.", file=sys.stderr)
        return 2
    parts = pictures(catalogue.scan(paths.assets()))
    try:
        if arguments.output:
            known = editor.known_in(folder, parts, stories.extended(folder))
            text = json.dumps(schema(arguments.of, known), indent=1, ensure_ascii=False)
            put(arguments.output, text + "\n")
            print(f"{printable(str(arguments.output))}: the schema of a '{arguments.of}' file.")
        else:
            editor.written(folder, parts, stories.extended(folder))
            print(
                f"{printable(str(folder / editor.FOLDER))}: settings for Visual Studio Code and "
                "its YAML extension. Open the folder with it."
            )
    except OSError as why:
        said = printable(why.strerror or str(why)).lower()
        print(f"This cannot be written: {said}. Choose a folder of your own.", file=sys.stderr)
        return 2
    return 0
