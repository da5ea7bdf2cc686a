"""Opening the story that a command is about, and saying what is wrong where it cannot be."""

import sys
from collections.abc import Collection, Iterable
from pathlib import Path

from game import paths
from game.author import shelf
from game.author.ids import Refused
from game.author.shelf import Book
from game.story import lay, packed, packs
from game.story.files import COVER
from game.story.layers import Layers
from game.story.model import Story
from game.story.problem import explain, nearest, printable


def opened(folder: Path | None, on: Collection[str] = (), data: Path | None = None) -> Story | int:
    """Return a whole story, the shipped one by default, or an exit code after saying why not.

    A pack is opened with its story; those in ``on`` are laid on as well.
    """
    where = folder or paths.story()
    if not is_story(where):
        return 2
    asked = layers(where, on, data)
    read = lay.read(asked)
    problems = [*read.problems, *(each for left in read.left_out for each in left.problems)]
    lines = asked.lines_at(problem.mark for problem in problems)
    for problem, line in zip(problems, lines, strict=True):
        _say(explain(problem, line) + "\n")
    if read.story is None or any(left.folder == where.resolve() for left in read.left_out):
        _say("This story can be played when these mistakes are mended.")
        return 1
    for left in read.left_out:
        _say(f"So the pack '{printable(left.title)}' is left out.\n")
    return read.story


def layers(where: Path, on: Collection[str] = (), data: Path | None = None) -> Layers:
    """Return what is to be read for a story with packs, or for a pack and its story."""
    if not on and not packs.pack(where).extends:
        return Layers(where)
    listed = packs.found([paths.story()], paths.stories(data or paths.data()))
    return packs.layers(where, listed, on)


def base(where: Path) -> Path:
    """Return the folder of a story, or of the story that a pack extends."""
    return layers(where).folder


def extended(where: Path) -> Path | None:
    """Return the folder of the story that a pack extends; a story extends none."""
    found = base(where)
    return None if found == where.resolve() or found == where else found


def book(where: Path) -> Book:
    """Return what can be known of a story or a pack while it still has mistakes."""
    return shelf.opened(where, extended(where))


def is_story(where: Path) -> bool:
    """Tell whether there is a folder or a .zip; say what to name where not."""
    why = not_a_story(where)
    if why:
        _say(why)
    return not why


def not_a_story(where: Path) -> str:
    """Return what to name instead of what is neither a folder nor a .zip; "" for what is."""
    if where.is_dir() or packed.is_pack(where):
        return ""
    what = "is not a folder" if where.exists() else "does not exist"
    return f"'{printable(str(where))}' {what}. Name the folder of a story."


def here(folder: Path | None) -> Path:
    """Return the folder named, or the story that one stands in or before, or the shipped one."""
    return folder or _standing() or paths.story()


def own(folder: Path | None) -> Path:
    """Return the folder named, or the story that one stands in or before, to write into it.

    Nobody who stands elsewhere means to write into the story that came with the program.
    """
    found = folder or _standing()
    if found is None:
        raise Refused(
            "You stand in no story, so nothing is written. Name the folder of yours, or begin one: "
            "power-struggle new story FOLDER"
        )
    return found


def _standing() -> Path | None:
    working = Path.cwd()
    places = (working, *working.parents, working / "story")
    return next((place for place in places if (place / COVER).is_file()), None)


def has_scene(story: Story, scene: str) -> bool:
    """Tell whether a scene named on the command line exists; say what to write where not."""
    if not scene or scene in story.scenes:
        return True
    _say(f"There is no scene '{printable(scene)}'. {nearest(scene, story.scenes)}".strip())
    return False


def has_packs(wanted: Iterable[str], data: Path) -> bool:
    """Tell whether packs named on the command line are here; say which there are where not."""
    listed = packs.found([], paths.stories(data))
    known = sorted({each.id for each in listed if each.extends})
    for name in wanted:
        if name not in known:
            there = f"Known are: {', '.join(known)}." if known else "There are none."
            _say(f"There is no pack '{printable(name)}' here. {nearest(name, known) or there}")
            return False
    return True


def _say(text: str) -> None:
    print(text, file=sys.stderr)
