"""``power-struggle preview``: the picture of a scene as a PNG file, without a window."""

import re
import sys
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from pathlib import Path

from game import paths
from game.commands import stories
from game.stage import catalogue, compose
from game.stage.images import files
from game.story.model import Illustration
from game.story.problem import printable

# What the page of a decision covers.
_PAGE = 0.4
_LARGEST = 7680


def add(parser: ArgumentParser) -> None:
    parser.add_argument("scene", metavar="SCENE", help="the name of a scene file, without .yaml")
    parser.add_argument(
        "-o", "--output", type=Path, metavar="FILE.png", required=True, help="where to put it"
    )
    parser.add_argument("--story", type=Path, metavar="FOLDER", help="look in another story")
    parser.add_argument(
        "--size", type=size, default=(1280, 720), metavar="1280x720", help="in pixels"
    )
    parser.add_argument(
        "--covered", action="store_true", help="composed for a page over the left side"
    )


def size(text: str) -> tuple[int, int]:
    found = re.fullmatch(r"(\d{1,4})x(\d{1,4})", text)
    if found is None:
        raise ArgumentTypeError(f"'{text}' is not a size; write it as 1280x720")
    width, height = int(found[1]), int(found[2])
    if not (16 <= width <= _LARGEST and 16 <= height <= _LARGEST):
        raise ArgumentTypeError(f"each side has 16 to {_LARGEST} pixels")
    return width, height


def run(arguments: Namespace) -> int:
    story = stories.opened(arguments.story)
    if isinstance(story, int):
        return story
    if not stories.has_scene(story, arguments.scene):
        return 2
    scene = story.scenes.get(arguments.scene)
    if scene is None or scene.illustration is None:
        _say(f"The scene '{printable(arguments.scene)}' has no picture. Give it an illustration.")
        return 2
    folder = (arguments.story or paths.story()) / scene.chapter
    return _draw(scene.illustration, folder, arguments)


def _draw(illustration: Illustration, folder: Path, arguments: Namespace) -> int:
    parts = catalogue.scan(paths.assets())
    for trouble in (*parts.troubles, *compose.troubles(illustration, parts, folder)):
        _say(trouble)
    covered = _PAGE if arguments.covered else 0.0
    width, height = arguments.size
    picture = compose.plate(illustration, parts, width, height, covered, folder)
    output: Path = arguments.output
    try:
        files.write(picture, output)
    except OSError as cause:
        why = cause.strerror or "it is not a place for a file"
        _say(f"'{printable(str(output))}' cannot be written: {why}. Name another file.")
        return 2
    print(f"{printable(str(output))}: {picture.width} x {picture.height}.")
    return 0


def _say(text: str) -> None:
    print(text, file=sys.stderr)
