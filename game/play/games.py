"""Which game is which: a name of its own for each, and whether one goes on from another."""

import os
from hashlib import sha256

from game.play.playthrough import Decision, Playthrough
from game.play.save_text import Save

# A game keeps its name among its notes, so that it is in every save of it.
_NOTE = "game"


def named(play: Playthrough) -> Playthrough:
    """A new game gets a name that no other one has."""
    return play if play.notes.get(_NOTE) else play.note(_NOTE, os.urandom(5).hex())


def name_of(game: Save) -> str:
    """The name of a game; one from before there were names is called by how it began."""
    name = game.notes.get(_NOTE, "")
    if name.isalnum() and name.isascii() and len(name) <= 20:
        return name
    first = game.decisions[:1]
    text = f"{game.story} {game.name} {game.origin} {first}"
    return sha256(text.encode("utf-8", "backslashreplace")).hexdigest()[:10]


def is_same(one: Save, other: Save) -> bool:
    """Two forms of one game, the one perhaps longer than the other."""
    name = one.notes.get(_NOTE, "")
    if name and name == other.notes.get(_NOTE):
        return True
    return goes_on(one, other) or goes_on(other, one)


def goes_on(longer: Save, game: Save) -> bool:
    """The longer game has all decisions of the other, as they were, and perhaps more."""
    if _beginning(longer) != _beginning(game) or len(longer.decisions) < len(game.decisions):
        return False
    return all(
        (mine.scene, mine.choice) == (other.scene, other.choice)
        and other.reason in ("", mine.reason)
        for mine, other in zip(longer.decisions, game.decisions, strict=False)
    )


def _beginning(game: Save) -> tuple[str, ...]:
    return game.story, game.origin, game.name, game.notes.get(_NOTE, "")


def replaces(new: Save, old: Save) -> bool:
    """Nothing of the old game is lost where the new one is put in its place.

    What was decided in it is in the new one as well, or was taken back there.
    """
    if not _is_one(new, old):
        return False
    back = {(turn, each.scene, each.choice) for turn, each in new.taken_back}
    for turn, theirs in enumerate(old.decisions, 1):
        mine = new.decisions[turn - 1] if turn <= len(new.decisions) else None
        if (turn, theirs.scene, theirs.choice) not in back and not _holds(mine, theirs):
            return False
    return all(new.notes.get(key) for key, said in old.notes.items() if said)


def _is_one(new: Save, old: Save) -> bool:
    """Both are of one game; whoever plays it may have changed their name."""
    if old.notes.get(_NOTE):
        return new.notes.get(_NOTE) == old.notes[_NOTE] and new.story == old.story
    return _beginning(new) == _beginning(old)


def _holds(mine: Decision | None, theirs: Decision) -> bool:
    if mine is None or (mine.scene, mine.choice) != (theirs.scene, theirs.choice):
        return False
    return bool(mine.reason or not theirs.reason)
