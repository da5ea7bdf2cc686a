"""Draw the railway of a whole story: as a page to look through, or as a drawing."""

import argparse
import sys
from pathlib import Path

from game import paths
from game.author import map_html, map_svg, tracks
from game.commands.output import place, written
from game.commands.stories import base, here, opened
from game.stage import catalogue, compose
from game.stage.images.files import jpeg
from game.story.layers import beside
from game.story.model import Story

_WIDTH, _HEIGHT = 480, 270


def add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", nargs="?", type=Path, metavar="FOLDER", help="another story")
    parser.add_argument(
        "-o", "--output", type=Path, metavar="FILE",
        help="a .html page (map.html if nothing is said) or a .svg drawing",
    )  # fmt: skip
    parser.add_argument("--plain", action="store_true", help="leave the pictures out of the page")


def run(arguments: argparse.Namespace) -> int:
    folder = here(arguments.folder)
    story = opened(folder)
    if isinstance(story, int):
        return story
    path = place(arguments.output, folder, "map.html")
    kind = path.suffix.lower()
    if kind not in (".html", ".htm", ".svg"):
        print("A map is written as .html or .svg: write for example -o map.html.", file=sys.stderr)
        return 2
    plan = tracks.plan(story)
    if kind == ".svg":
        text = map_svg.drawing(plan, story.title)
    else:
        shown = {} if arguments.plain else _pictures(story, base(folder))
        text = map_html.page(plan, story.title, shown)
    if not written(path, text):
        return 2
    chapters, stations, rails = len(story.chapters), len(plan.stations), len(plan.rails)
    print(f"{path}: {chapters} chapters, {stations} scenes, {rails} ways.")
    return 0


def _pictures(story: Story, folder: Path) -> dict[str, bytes]:
    parts = catalogue.scan(paths.assets())
    return {
        scene.id: jpeg(
            compose.plate(
                drawn, parts, _WIDTH, _HEIGHT, folder=beside(folder, story.packs, drawn.mark)
            )
        )
        for scene in story.scenes.values()
        if (drawn := scene.illustration) is not None
    }
