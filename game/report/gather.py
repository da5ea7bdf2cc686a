"""The games of a class: what lies in a folder of saves and hand-ins, each game once."""

from collections.abc import Iterable, Iterator
from hashlib import sha256
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from game.play import games
from game.play.save import BadSave, Save
from game.report import bundle

# More files than a school year of a class leaves behind.
MOST = 5_000
_KEPT = (".json", *bundle.PAGES)
# What the program keeps beside games under the same ending.
_OURS = ("settings.json",)


class Gathered(NamedTuple):
    """``older`` are files of games that are here in a longer form; ``strange`` cannot be read."""

    games: tuple[Save, ...]
    older: int = 0
    strange: tuple[Path, ...] = ()


def gather(folder: Path, *, skip: Path | None = None) -> Gathered:
    """Read a folder and those within it. ``skip`` is what is about to be written there."""
    found: list[Save] = []
    strange: list[Path] = []
    for path in islice(_files(folder), MOST):
        if skip is not None and path.resolve() == skip.resolve():
            continue
        try:
            game = bundle.read(path)
        except BadSave as cause:
            if str(cause) != bundle.NOT_HANDED_IN:
                strange.append(path)
            continue
        if game.decisions:
            found.append(game)
    each = _each_once(found)
    return Gathered(each, len(found) - len(each), tuple(strange))


def _files(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.rglob("*")):
        parts = path.relative_to(folder).parts
        if path.suffix.lower() not in _KEPT or path.name in _OURS or path.is_symlink():
            continue
        if not any(part.startswith(".") for part in parts) and path.is_file():
            yield path


def _each_once(found: Iterable[Save]) -> tuple[Save, ...]:
    """One game of each pupil: of several forms of one game the longest, in an order by chance."""
    kept: list[Save] = []
    for game in sorted(found, key=lambda game: -len(game.decisions)):
        if not any(games.is_same(game, other) for other in kept):
            kept.append(game)
    return tuple(sorted(kept, key=_chance))


def _chance(game: Save) -> str:
    """An order that says nothing about who somebody is, and is the same every time."""
    text = f"{games.name_of(game)} {game.decisions}"
    return sha256(text.encode("utf-8", "backslashreplace")).hexdigest()
