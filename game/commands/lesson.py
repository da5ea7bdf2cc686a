"""Print a lesson card for a chapter, its key for the teacher, or a log for pupils to fill in."""

import argparse
import sys
from pathlib import Path

from game import files
from game.author import lesson
from game.commands.stories import opened
from game.story.model import Chapter, Story
from game.story.problem import nearest, printable


def add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("chapter", metavar="CHAPTER", help="its folder, or its number from 1")
    parser.add_argument("--story", type=Path, metavar="FOLDER", help="of another story")
    parser.add_argument("-o", "--output", type=Path, metavar="FILE", help="a .html page")
    kind = parser.add_mutually_exclusive_group()
    kind.add_argument("--answers", action="store_true", help="the teacher's key")
    kind.add_argument("--blank", action="store_true", help="a decision log for pupils")


def run(arguments: argparse.Namespace) -> int:
    story = opened(arguments.story)
    if isinstance(story, int):
        return story
    chapter = _chapter(story, arguments.chapter)
    if chapter is None:
        hint = nearest(arguments.chapter, story.chapters)
        known = hint or "Known are: " + ", ".join(story.chapters) + "."
        name = printable(arguments.chapter)
        print(f"There is no chapter '{name}'. {known}", file=sys.stderr)
        return 2
    kind = "key" if arguments.answers else "log" if arguments.blank else "card"
    make = {"key": lesson.key, "log": lesson.log, "card": lesson.card}[kind]
    output = arguments.output or Path(f"{chapter.id}-{kind}.html")
    try:
        files.write_text(output, make(story, chapter))
    except OSError as cause:
        print(f"{output} cannot be written: {cause.strerror}.", file=sys.stderr)
        return 2
    print(f"{output}: open it in a browser and print it.")
    return 0


def _chapter(story: Story, wanted: str) -> Chapter | None:
    if wanted in story.chapters:
        return story.chapters[wanted]
    chapters = list(story.chapters.values())
    if wanted.isdecimal() and 0 < int(wanted) <= len(chapters):
        return chapters[int(wanted) - 1]
    return None
