"""Writing the game that is played without losing one that lies there already.

Two programs may be open on one save, or somebody goes on with an older game: what would be lost is
put aside first, under a name of its own.
"""

import contextlib
from collections.abc import Iterator
from pathlib import Path

from game import files
from game.play import games, save, slots
from game.play.save import BadSave, NewerSave, Save

_MOST = 500


def write(saves: Path, game: Save, rubbed: Save | None = None) -> str:
    """Write the autosave; return the name of the slot to which another game was put aside, or "".

    ``rubbed`` is the game with the words in it that its player has just rubbed out: nothing is put
    aside for their sake. Raises OSError, with everything as it was.
    """
    place = slots.autosave(saves)
    aside = _kept_aside(place, rubbed or game)
    save.write(place, game)
    return aside.stem if aside is not None else ""


def _kept_aside(place: Path, game: Save) -> Path | None:
    try:
        there = save.read(place).save
    except NewerSave:
        return _copied(place)
    except BadSave:
        return None
    if not there.decisions or games.replaces(game, there) or _is_elsewhere(there, place):
        return None
    return put_aside(place.parent, there)


def put_aside(saves: Path, game: Save) -> Path:
    """Write a game that another one takes the place of, and return where it lies."""
    spare = next(spare for spare in _spares(saves, game) if _is_free(spare, game))
    save.write(spare, game)
    return spare


def _copied(place: Path) -> Path | None:
    """What only a newer version of the program can read is left to it, byte by byte."""
    content = place.read_bytes()
    beside = slots.free(place.parent)
    for slot in save.listing(place.parent):
        with contextlib.suppress(OSError):
            if slot.path != place and slot.path.read_bytes() == content:
                return None
    files.write_bytes(beside, content)
    return beside


def _is_elsewhere(game: Save, place: Path) -> bool:
    """Whether a slot holds the very same game."""
    others = (slot.save for slot in save.listing(place.parent) if slot.path != place)
    return any(
        other is not None and (other.decisions, other.notes) == (game.decisions, game.notes)
        for other in others
    )


def _spares(saves: Path, game: Save) -> Iterator[Path]:
    name = games.name_of(game)[:8]
    for number in range(1, _MOST):
        yield slots.aside(saves, name, number)
    raise OSError("too many games of one name")


def _is_free(spare: Path, game: Save) -> bool:
    """A slot that was made here before may be written over by a longer form of its game."""
    try:
        return games.replaces(game, save.read(spare).save)
    except BadSave:
        return not spare.exists()
