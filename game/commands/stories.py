"""Opening the story that a command is about, and saying what is wrong where it cannot be."""

import sys
from pathlib import Path

from game import paths
from game.story import packed
from game.story.files import COVER
from game.story.load import line_of, load
from game.story.model import Story
from game.story.problem import explain, nearest, printable


def opened(folder: Path | None) -> Story | int:
    """Return a whole story, the shipped one by default, or an exit code after saying why not."""
    where = folder or paths.story()
    if not is_story(where):
        return 2
    loaded = load(where)
    for problem in loaded.problems:
        _say(explain(problem, line_of(where, problem.mark)) + "\n")
    if loaded.story is None:
        _say("This story can be played when these mistakes are mended.")
        return 1
    return loaded.story


def is_story(where: Path) -> bool:
    """Tell whether there is a folder or a .zip; say what to name where not."""
    if where.is_dir() or packed.is_pack(where):
        return True
    what = "is not a folder" if where.exists() else "does not exist"
    _say(f"'{printable(str(where))}' {what}. Name the folder of a story.")
    return False


def here(folder: Path | None) -> Path:
    """Return the folder named, or the story that one stands in or before, or the shipped one."""
    if folder is not None:
        return folder
    working = Path.cwd()
    for place in (working, *working.parents, working / "story"):
        if (place / COVER).is_file():
            return place
    return paths.story()


def has_scene(story: Story, scene: str) -> bool:
    """Tell whether a scene named on the command line exists; say what to write where not."""
    if not scene or scene in story.scenes:
        return True
    _say(f"There is no scene '{printable(scene)}'. {nearest(scene, story.scenes)}".strip())
    return False


def _say(text: str) -> None:
    print(text, file=sys.stderr)
