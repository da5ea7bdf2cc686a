"""Write a story in a form that other programs open."""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from game.author import gathered, twee, twine
from game.author.put import put
from game.commands.output import place
from game.commands.stories import base, here, opened
from game.story.model import Story
from game.story.problem import printable


def add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", nargs="?", type=Path, metavar="FOLDER", help="another story")
    parser.add_argument("--twee", action="store_true", help="as Twee 3, for Twine (the only form)")
    parser.add_argument("-o", "--output", type=Path, metavar="FILE")


def run(arguments: argparse.Namespace) -> int:
    folder = here(arguments.folder)
    story = opened(folder)
    if isinstance(story, int):
        return story
    path = place(arguments.output, folder, "story.twee")
    text = twine.exported(story, gathered.gathered(base(folder), story))
    try:
        put(path, text)
    except OSError as cause:
        print(f"{path} cannot be written: {cause.strerror}.", file=sys.stderr)
        return 2
    name = printable(str(path))
    print(f"{name}: {len(story.scenes)} scenes. In Twine: Library, then Import.")
    for line in _told(story):
        print(line)
    if len(text) > twee.MOST_LETTERS:
        print("It is too long to be imported here again: divide the story first.")
    return 0


def _told(story: Story) -> Iterator[str]:
    """Yield what Twine shows, what it does not, and what is not in the file at all."""
    counts = (
        f"{count} {one if count == 1 else many}" for count, one, many in _hidden(story) if count
    )
    hidden = ", ".join(counts)
    yield "Twine shows the texts, and a link for each place that a choice leads to."
    if hidden:
        yield f"Twine does not show, and never asks: {hidden}."
    yield (
        "All this is kept in the passages with the tag 'power-struggle'. Leave them as they are, "
        "and 'power-struggle import' brings everything back."
    )
    if pictures := list(gathered.pictures(story)):
        names = ", ".join(map(printable, pictures))
        yield f"Not in the file, and to be copied by hand: {names}."


def _hidden(story: Story) -> tuple[tuple[int, str, str], ...]:
    scenes = story.scenes.values()
    choices = [choice for scene in scenes for choice in scene.choices]
    asked = sum(bool(choice.requires) + (len(choice.goto) > 1) for choice in choices)
    return (
        (asked, "condition", "conditions"),
        (len(choices), "outcome", "outcomes"),
        (sum(len(choice.effects) for choice in choices), "effect", "effects"),
        (sum(scene.history is not None for scene in scenes), "history", "histories"),
        (sum(len(scene.source_checks) for scene in scenes), "source check", "source checks"),
        (sum(len(scene.advisers) for scene in scenes), "adviser", "advisers"),
        (sum(scene.illustration is not None for scene in scenes), "picture", "pictures"),
        (len(story.people), "person", "people"),
        (len(story.glossary), "word of the glossary", "words of the glossary"),
        (len(story.sources), "source", "sources"),
    )
