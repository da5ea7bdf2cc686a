"""What a technician needs to know about the other stories that the title offers."""

from collections.abc import Iterator
from pathlib import Path

from game import paths
from game.commands.seen import Seen
from game.story import packs


def others(story: Path, data: Path) -> Iterator[Seen]:
    """Each with how many mistakes are in it."""
    from game.story.load import load  # noqa: PLC0415 - one broken library hides nothing else

    folders = paths.stories(data)
    here = story.resolve()
    found = [pack for pack in packs.found([], folders) if pack.path != here]
    if not found:
        yield Seen(f"none but that one; more would lie in {paths.shown(folders[0])}")
    for pack in found:
        where = paths.shown(pack.path)
        count = len(load(pack.path).problems)
        if count:
            what = "1 mistake" if count == 1 else f"{count} mistakes"
            advice = f'To see them, write: power-struggle check "{where}"'
            yield Seen(f"{where} has {what}", "notice", advice)
        else:
            yield Seen(f"'{pack.title}' in {where}, no mistakes")
