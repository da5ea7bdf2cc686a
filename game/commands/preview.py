"""``power-struggle preview``: a scene in a window that follows its file, or as a PNG file."""

import contextlib
import re
import sys
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from game import paths
from game.author import editor, scenes
from game.author.ids import Refused
from game.author.schema import pictures
from game.checks import facts
from game.checks.check import check
from game.commands import stories
from game.stage import catalogue, compose
from game.stage.images import files
from game.story import lay
from game.story.layers import Layers, beside
from game.story.model import Illustration, Story
from game.story.problem import Problem, nearest, printable
from game.story.reader import ID, WHOLE

# What the page of a decision covers.
_PAGE = 0.4
_LARGEST = 7680


def add(parser: ArgumentParser) -> None:
    parser.add_argument(
        "scene", metavar="SCENE", nargs="?", default="",
        help="the name of a scene file, without .yaml (default: where the story begins)",
    )  # fmt: skip
    parser.add_argument(
        "--story", type=Path, metavar="FOLDER", help="which story, or its .zip (default: here)"
    )
    parser.add_argument("--window", metavar="1280x720", default="", help="the size of the window")
    parser.add_argument(
        "--set", metavar="army=5", action="append", default=[], dest="values",
        help="begin with other numbers; may be given again",
    )  # fmt: skip
    parser.add_argument("--data", type=Path, metavar="FOLDER", help="your settings are here")
    parser.add_argument(
        "-o", "--output", type=Path, metavar="FILE.png", help="no window: write the picture here"
    )
    parser.add_argument(
        "--size", type=size, default=(1280, 720), metavar="1280x720", help="with -o: in pixels"
    )
    parser.add_argument(
        "--covered", action="store_true", help="with -o: composed for a page over the left side"
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
    arguments.story = stories.here(arguments.story)
    return _picture(arguments) if arguments.output else _window(arguments)


def _window(arguments: Namespace) -> int:
    """Open the window. A story with mistakes is shown with them, so it is not judged here."""
    folder: Path = arguments.story
    if not stories.is_story(folder):
        return 2
    layers = stories.layers(folder)
    read = lay.read(layers)
    story = None if read.left_out else read.story
    values = _values(arguments.values, story)
    if values is None or not (story is None or _has_scene(story, arguments.scene)):
        return 2
    # Imported here so that pictures can be drawn where pygame does not work.
    from game.ui.preview import open as window  # noqa: PLC0415

    scene = arguments.scene or (_first(story) if story else "")
    data = paths.data(arguments.data)
    wishes = window.Wishes(
        layers.folder,
        data,
        scene,
        arguments.window,
        values,
        _judge(layers, folder),
        lambda name: _made(folder, name),
        layers.packs,
    )
    sentence = window.preview(wishes)
    if sentence:
        _say(sentence)
    return 2 if sentence else 0


def _made(folder: Path, name: str) -> str:
    """Write a scene that something leads to, and say so."""
    try:
        book = stories.book(folder)
        path = scenes.written(book, scenes.plan(book, scenes.Wish(name)))
    except Refused as why:
        return str(why)
    except OSError as why:
        return f"It cannot be written: {(why.strerror or str(why)).lower()}."
    return f"{path.name} is there, beside the others. Open it and write over it."


def _first(story: Story) -> str:
    """Where the story begins; of a pack the first scene that it adds, or adds a choice to."""
    labels = tuple(f"{pack.label}/" for pack in story.packs)
    for scene in story.scenes.values() if labels else ():
        marks = (scene.mark, *(choice.mark for choice in scene.choices))
        if any(mark.file.startswith(labels) for mark in marks):
            return scene.id
    return story.start.id


def _judge(layers: Layers, folder: Path) -> Callable[[Story], tuple[Problem, ...]]:
    parts = catalogue.scan(paths.assets())

    def judge(story: Story) -> tuple[Problem, ...]:
        # The editor beside the window is to know the newest names as well.
        with contextlib.suppress(OSError):
            editor.refreshed(folder, pictures(parts), stories.extended(folder))
        found = check(facts.gather(story, layers.folder, parts))
        labels = tuple(f"{label}/" for label in layers.roots())
        # Whoever writes a pack is told what is in the pack, not what is in the story.
        own = labels[1:] or labels
        return tuple(problem for problem in found if problem.mark.file.startswith(own))

    return judge


def _has_scene(story: Story, scene: str) -> bool:
    if scene and scene not in story.scenes and ID.fullmatch(scene):
        _say(f"Write it: power-struggle new scene {scene}")
    return stories.has_scene(story, scene)


def _values(given: Sequence[str], story: Story | None) -> Mapping[str, int] | None:
    """Read "army=5"; None, and a sentence, where it makes no sense."""
    found = {}
    for text in given:
        name, _, number = text.partition("=")
        known = story.variables if story else {name: None}
        if not WHOLE.fullmatch(number):
            _say(f"'{printable(text)}' is not a number to begin with. Write: --set army=5")
            return None
        if name not in known:
            _say(f"There is no variable '{printable(name)}'. {nearest(name, known)}".strip())
            return None
        found[name] = int(number)
    return found


def _picture(arguments: Namespace) -> int:
    story = stories.opened(arguments.story)
    if isinstance(story, int):
        return story
    if not stories.has_scene(story, arguments.scene):
        return 2
    scene = story.scenes.get(arguments.scene or story.start.id)
    if scene is None or scene.illustration is None:
        _say(f"The scene '{printable(arguments.scene)}' has no picture. Give it an illustration.")
        return 2
    drawn = scene.illustration
    folder = beside(stories.base(arguments.story), story.packs, drawn.mark)
    return _draw(drawn, folder, arguments)


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
