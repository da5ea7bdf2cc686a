"""Finding the story that a kept game is of."""

import sys
from collections.abc import Collection
from pathlib import Path

from game import paths
from game.commands import stories
from game.lab import places
from game.story import packs
from game.story.model import Story
from game.story.problem import printable


def story_of(
    name: str, asked: Path | None, data: Path | None, laid: Collection[str] = ()
) -> Story | int:
    """The story as asked for; else the shipped one, or one of those that the title offers.

    Those packs are laid on that it was played with, as far as they are here.
    """
    own = places.places(data).data
    if asked is not None:
        return stories.opened(asked, laid, own)
    shipped = stories.opened(None, laid, own)
    if isinstance(shipped, int) or shipped.id == name:
        return shipped
    for pack in packs.found([], paths.stories(own)):
        if pack.id == name and not pack.extends:
            return stories.opened(pack.path, laid, own)
    told = f"This game is of another story, '{printable(name)}'."
    print(f"{told} Name its folder with --story FOLDER.", file=sys.stderr)
    return 2


def is_page(output: Path) -> bool:
    """Tell whether a page or a table can have this name; say what to write where not."""
    if output.suffix.lower() in (".html", ".htm", ".csv"):
        return True
    print(
        "A page is written as .html, a table as .csv: write for example -o page.html. "
        "A browser prints a page as PDF.",
        file=sys.stderr,
    )
    return False
