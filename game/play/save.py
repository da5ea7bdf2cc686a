"""Saved games as files: the newest, the one before it, and what may go wrong as a sentence."""

from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from game import files
from game.play import slots as places
from game.play.playthrough import Decision, Playthrough, replay
from game.play.save_text import (
    DAMAGED,
    LARGEST,
    NOT_OURS,
    BadSave,
    NewerSave,
    Save,
    from_text,
    of,
    to_text,
)
from game.story.model import Story

__all__ = (
    "BadSave",
    "NewerSave",
    "Read",
    "Resumed",
    "Save",
    "Slot",
    "from_text",
    "listing",
    "of",
    "read",
    "resume",
    "to_text",
    "write",
)

MISSING = "There is no saved game here."
UNREADABLE = "This saved game cannot be opened: the system does not let us read it."
OLDER = (
    "The newest save could not be read, so this is the one before it. "
    "Your last decision may be missing."
)


class Read(NamedTuple):
    """A save as read; ``sentence`` says where it is not the newest one."""

    save: Save
    sentence: str


class Resumed(NamedTuple):
    """The game as it goes on; ``sentence`` says what of it no longer fits the story."""

    play: Playthrough
    sentence: str


class Slot(NamedTuple):
    """A file in the list of saved games; without a save, ``sentence`` says why."""

    path: Path
    save: Save | None
    sentence: str


def write(path: Path, save: Save) -> None:
    """Put a save in place of the old one, which stays as the backup if it is good.

    Raises OSError, with the old save untouched.
    """
    # A lone surrogate cannot be UTF-8; written as a backslash escape it is correct JSON.
    text = to_text(save).encode("utf-8", "backslashreplace").decode("utf-8")
    files.write_text(path, text, keep=_is_good(path))


def read(path: Path) -> Read:
    """Return the save, or the one before it where this one is damaged. Raises only BadSave."""
    try:
        return Read(_load(path), "")
    except NewerSave:
        raise
    except BadSave as trouble:
        try:
            return Read(_load(files.backup(path)), OLDER)
        except BadSave:
            raise trouble from None


def resume(story: Story, save: Save) -> Resumed:
    """Play the decisions of a save again, as far as the story still has them."""
    play, dropped = replay(story, save.origin, save.decisions)
    taken_back = tuple(back for back in save.taken_back if _known(story, back.decision))
    play = replace(play, taken_back=taken_back, notes=save.notes)
    return Resumed(play, _changed(play, save, dropped))


def listing(folder: Path) -> tuple[Slot, ...]:
    """Return the saved games of a folder, the newest first, and after them those that are bad.

    Clocks of computers are often wrong: the autosave is always of the game that was played last,
    and slots count up. Only between games of other computers a clock decides.
    """
    try:
        names = {path.name.removesuffix(".bak") for path in folder.iterdir()}
    except OSError:
        return ()
    slots = [_slot(folder / name) for name in sorted(names) if name.endswith(".json")]
    by_clock = sorted(slots, key=lambda slot: slot.save.written if slot.save else "", reverse=True)
    return tuple(sorted(by_clock, key=_order))


def _order(slot: Slot) -> tuple[bool, int]:
    return slot.save is None, -places.order(slot.path)


def _slot(path: Path) -> Slot:
    try:
        found = read(path)
    except BadSave as trouble:
        return Slot(path, None, str(trouble))
    return Slot(path, found.save, found.sentence)


def _known(story: Story, decision: Decision) -> bool:
    scene = story.scenes.get(decision.scene)
    return scene is not None and any(choice.id == decision.choice for choice in scene.choices)


def _changed(play: Playthrough, save: Save, dropped: tuple[Decision, ...]) -> str:
    begun = not save.origin or save.origin in play.story.scenes
    missing = missing_packs(play.story, save) if save.decisions else ()
    if begun and not dropped and not missing:
        return ""
    changed = "This story has changed since you saved"
    if save.story != play.story.id:
        changed = "This game was saved in another story"
    elif missing:
        changed = _switched_off(missing)
    where = f"You are at '{play.scene.title}'."
    if not begun:
        return f"{changed}; the scene where you began is no longer there. {where}"
    if not dropped:
        return f"{changed}; your decisions fit all the same. {where}"
    return (
        f"{changed}; {len(dropped)} of your {len(save.decisions)} decisions no longer fit. {where}"
    )


def missing_packs(story: Story, save: Save) -> tuple[str, ...]:
    """The titles of the packs that a game was played with and that are not laid on now."""
    here = {pack.id for pack in story.packs}
    return tuple(title or name for name, title in save.packs.items() if name not in here)


def _switched_off(titles: tuple[str, ...]) -> str:
    *most, last = (f"'{title}'" for title in titles)
    if not most:
        return f"{last} was switched on when you saved, and is not now"
    return f"{', '.join(most)} and {last} were switched on when you saved, and are not now"


def _load(path: Path) -> Save:
    try:
        if not path.is_file():
            raise BadSave(MISSING)
        if path.stat().st_size > LARGEST * 4:
            raise BadSave(NOT_OURS)
        text = path.read_bytes().decode("utf-8-sig")
    except OSError:
        raise BadSave(UNREADABLE) from None
    except UnicodeDecodeError:
        raise BadSave(DAMAGED) from None
    return from_text(text)


def _is_good(path: Path) -> bool:
    """A damaged save must not take the place of a good backup."""
    try:
        _load(path)
    except NewerSave:
        return True
    except BadSave:
        return False
    return True
