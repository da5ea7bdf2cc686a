"""Print a lesson card for a chapter or sitting, its key for the teacher, or a log for pupils."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from game.author import lesson, named
from game.commands.output import place, written
from game.commands.stories import here, opened
from game.play import record, sittings
from game.play.sittings import Sitting
from game.story.model import Story
from game.story.problem import nearest, printable


def add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "chapter",
        metavar="CHAPTER",
        help="its folder, title or number; 4.2 is a sitting of it, and a scene the sitting with it",
    )
    parser.add_argument("--story", type=Path, metavar="FOLDER", help="of another story")
    parser.add_argument("-o", "--output", type=Path, metavar="FILE", help="a .html page")
    kind = parser.add_mutually_exclusive_group()
    kind.add_argument("--answers", action="store_true", help="the teacher's key")
    kind.add_argument("--blank", action="store_true", help="a decision log for pupils")


def run(arguments: argparse.Namespace) -> int:
    folder = here(arguments.story)
    story = opened(folder)
    if isinstance(story, int):
        return story
    found = _meant(story, arguments.chapter)
    if not found:
        hint = nearest(arguments.chapter, [*story.chapters, *story.scenes])
        known = hint or "Known are: " + ", ".join(story.chapters) + "."
        name = printable(arguments.chapter)
        print(f"There is no chapter '{name}'. {known}", file=sys.stderr)
        return 2
    chapter = story.chapters[found[0].chapter]
    sitting = found[0].name if _is_part(story, found, arguments.chapter) else ""
    kind = "key" if arguments.answers else "log" if arguments.blank else "card"
    make = {"key": lesson.key, "log": lesson.log, "card": lesson.card}[kind]
    name = f"{chapter.id}-{found[0].number}" if sitting else chapter.id
    path = place(arguments.output, folder, f"{name}-{kind}.html")
    if not written(path, make(story, chapter, sitting)):
        return 2
    print(f"{path}: open it in a browser and print it.")
    return 0


def _meant(story: Story, said: str) -> tuple[Sitting, ...]:
    """The sittings of a chapter, or the one that was named or has a scene of this name."""
    parts = sittings.of_story(story, record.follow(story))
    chapters = {each.id: (each.id, each.title) for each in story.chapters.values()}
    found = sittings.named(parts, said) or sittings.named(parts, named.of_words(said, chapters))
    if found:
        return found
    scenes = {each.id: (each.id, each.title) for each in story.scenes.values()}
    scene = named.of_words(said.removesuffix(".yaml"), scenes)
    part = named.of_words(said, {each.name: (each.title,) for each in parts})
    return tuple(each for each in parts if part == each.name or scene in each.scenes)


def _is_part(story: Story, found: Sequence[Sitting], said: str) -> bool:
    """Whether one sitting was meant, and not the whole of its chapter."""
    every = sittings.named(sittings.of_story(story, record.follow(story)), found[0].chapter)
    return said == found[0].name or len(found) < len(every)
