"""A saved game as text: what a save holds, and every doubt about a text that claims to be one."""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import TypeVar

from game.play.playthrough import LONGEST, Decision, Playthrough, TakenBack, kept

FORMAT = "power-struggle-save"
VERSION = 1
# The most letters of a whole save. Sixty decisions with a sentence each are about 10 kB.
LARGEST = 2_000_000

NOT_OURS = "This file is not a saved game of The Power Struggle."
DAMAGED = "This saved game is damaged and cannot be read."
NEWER = "This game was saved by a newer version of The Power Struggle and can only be opened there."

_Item = TypeVar("_Item")


class BadSave(Exception):
    """A saved game that cannot be used; its text is the sentence for the player."""


class NewerSave(BadSave):
    """A saved game that is whole, but not for this version."""


@dataclass(frozen=True, slots=True)
class Save:
    """A game as it is kept: the decisions, for everything else follows from them.

    ``place`` is for the screen that saved, ``written`` is the time in ISO form. ``packs`` were laid
    on the story: their titles by their ids.
    """

    story: str
    name: str
    origin: str
    decisions: tuple[Decision, ...] = ()
    taken_back: tuple[TakenBack, ...] = ()
    notes: Mapping[str, str] = field(default_factory=dict)
    place: str = ""
    written: str = ""
    packs: Mapping[str, str] = field(default_factory=dict)


def of(play: Playthrough, name: str = "", place: str = "") -> Save:
    return Save(
        story=play.story.id,
        name=kept(name),
        origin=play.origin,
        decisions=play.decisions,
        taken_back=play.taken_back,
        notes=play.notes,
        place=kept(place),
        written=_now(),
        packs={pack.id: kept(pack.title) for pack in play.story.packs},
    )


def _now() -> str:
    """The time by the clock of this computer, which may be wrong; "" where it makes no sense."""
    try:
        return datetime.now().astimezone().isoformat(timespec="seconds")
    except (OSError, OverflowError, ValueError):
        return ""


def to_text(save: Save) -> str:
    """Return JSON with one decision on each line, so that people can read it too."""
    fields = [
        ("format", json.dumps(FORMAT)),
        ("version", json.dumps(VERSION)),
        ("story", _json(save.story)),
        ("name", _json(save.name)),
        ("origin", _json(save.origin)),
        ("place", _json(save.place)),
        ("written", _json(save.written)),
        ("decisions", _lines(save.decisions)),
        ("taken_back", _lines((turn, *decision) for turn, decision in save.taken_back)),
        ("notes", _json(dict(save.notes))),
        *([("packs", _json(dict(save.packs)))] if save.packs else ()),
    ]
    return "{\n" + ",\n".join(f'"{name}": {value}' for name, value in fields) + "\n}\n"


def from_text(text: str) -> Save:
    """Return the save that a text holds, or raise BadSave; no other error, whatever the text."""
    fields = _fields(text)
    version = fields.get("version")
    if type(version) is not int or version < 1:
        raise BadSave(DAMAGED)
    if version > VERSION:
        raise NewerSave(NEWER)
    return Save(
        story=_text(fields.get("story")),
        name=_text(fields.get("name")),
        origin=_text(fields.get("origin")),
        decisions=_items(fields.get("decisions"), _decision),
        taken_back=_items(fields.get("taken_back"), _taken_back),
        notes=_texts(fields.get("notes")),
        place=_text(fields.get("place")),
        written=_text(fields.get("written")),
        packs=_texts(fields.get("packs", {})),
    )


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _lines(rows: Iterable[object]) -> str:
    lines = ",\n".join(_json(row) for row in rows)
    return f"[\n{lines}\n]" if lines else "[]"


def _fields(text: str) -> dict[str, object]:
    if len(text) > LARGEST:
        raise BadSave(NOT_OURS)
    try:
        found: object = json.loads(text)
    except (ValueError, RecursionError):
        raise BadSave(DAMAGED if FORMAT in text[:200] else NOT_OURS) from None
    if not isinstance(found, dict) or found.get("format") != FORMAT:
        raise BadSave(NOT_OURS)
    return found


def _text(value: object) -> str:
    if not isinstance(value, str) or len(value) > LONGEST:
        raise BadSave(DAMAGED)
    return value


def _texts(value: object) -> dict[str, str]:
    if not isinstance(value, dict):
        raise BadSave(DAMAGED)
    return {_text(key): _text(text) for key, text in value.items()}


def _items(value: object, read: Callable[[object], _Item]) -> tuple[_Item, ...]:
    if not isinstance(value, list):
        raise BadSave(DAMAGED)
    return tuple(read(item) for item in value)


def _decision(value: object) -> Decision:
    if not isinstance(value, list) or len(value) != 3:
        raise BadSave(DAMAGED)
    return Decision(*(_text(part) for part in value))


def _taken_back(value: object) -> TakenBack:
    if not isinstance(value, list) or not value or type(value[0]) is not int:
        raise BadSave(DAMAGED)
    if not 1 <= value[0] <= LARGEST:
        raise BadSave(DAMAGED)
    return TakenBack(value[0], _decision(value[1:]))
