"""What the reader has set: text, motion, window, sound; kept as one small file of JSON."""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import NamedTuple, TypeVar

from game import files
from game.lab.lab import AS_IT_CAME, Lab, Value
from game.lab.wishes import FONTS, MOTIONS, READINGS, TEXT_SIZES, Font, Motion, Words
from game.story.reader import ID

FILE = "settings.json"
LONGEST_NAME = 40

_LARGEST = 100_000
_MOST_IDS = 200
_WINDOW = re.compile(r"[1-9][0-9]{2,4}x[1-9][0-9]{2,4}")
_UNREADABLE = "Your settings could not be read, so they are as they came."
_Value = TypeVar("_Value", int, str, Motion, Font, Words)


@dataclass(frozen=True, slots=True)
class Settings:
    """``finished`` is true once the story was played to an end: then all chapters are open.

    ``reading`` "easy" asks for scenes in short sentences, where a story has them.
    ``effects`` and ``ambience`` are volumes, 0 to 100; ``mute`` silences both and keeps them.
    ``packs`` are the ids of those that are switched on.
    """

    text_size: int = 100
    font: Font = "literata"
    reading: Words = "full"
    high_contrast: bool = False
    motion: Motion = "full"
    fullscreen: bool = False
    window: str = "1280x720"
    effects: int = 60
    ambience: int = 40
    mute: bool = False
    ask_reason: bool = True
    content_notes: bool = True
    name: str = ""
    finished: bool = False
    packs: tuple[str, ...] = ()

    @property
    def is_easy(self) -> bool:
        return self.reading == "easy"


class Read(NamedTuple):
    """Settings that can be used, and a sentence about what was wrong with them, or ""."""

    settings: Settings
    sentence: str


def read(folder: Path, lab: Lab = AS_IT_CAME) -> Read:
    """Read the reader's settings; what they leave open is as usual in the lab, or as it came."""
    usual = fixed(Settings(), lab.usual)
    settings, sentence = _read(folder, usual, _UNREADABLE)
    return Read(fixed(settings, lab.locked), sentence)


def switched_on(settings: Settings, lab: Lab) -> tuple[str, ...]:
    """The packs that are switched on: those that a school decided for, or else the reader."""
    return settings.packs if lab.packs is None else lab.packs


def fixed(settings: Settings, values: Mapping[str, Value]) -> Settings:
    """The settings with some of them as a school decided."""
    if not values:
        return settings
    text = json.dumps(dict(values))
    return from_text(text, settings)[0]


def write(folder: Path, settings: Settings, locked: Iterable[str] = ()) -> None:
    """Put the settings in place of the old ones. Raises OSError, with the old ones untouched.

    What a school has locked stays as it is in the file: it was never the reader's own wish.
    """
    path = folder / FILE
    own = _own(path) if locked else {}
    theirs = {name: own[name] for name in locked if name in own}
    wished = {name: each for name, each in asdict(settings).items() if name not in set(locked)}
    files.write_text(path, _text({**wished, **theirs}))


def to_text(settings: Settings) -> str:
    return _text(asdict(settings))


def _text(values: Mapping[str, object]) -> str:
    # Half a letter cannot be written as UTF-8; as a backslash escape it is correct JSON.
    text = json.dumps(values, indent=2, ensure_ascii=False) + "\n"
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def _own(path: Path) -> Mapping[str, object]:
    """What the file holds now; nothing where it cannot be read."""
    try:
        if path.stat().st_size > _LARGEST:
            return {}
        values: object = json.loads(path.read_bytes().decode("utf-8-sig"))
    except (OSError, ValueError, RecursionError):
        return {}
    return values if isinstance(values, dict) else {}


def from_text(text: str, usual: Settings) -> tuple[Settings, tuple[str, ...]]:
    """Return the settings and the names of those not understood. Raises ValueError."""
    values: object = json.loads(text)
    if not isinstance(values, dict):
        raise TypeError
    reader = _Reader(values)
    settings = Settings(
        text_size=reader.one_of("text_size", TEXT_SIZES, usual.text_size),
        font=reader.one_of("font", FONTS, usual.font),
        reading=reader.one_of("reading", READINGS, usual.reading),
        high_contrast=reader.flag("high_contrast", usual=usual.high_contrast),
        motion=reader.one_of("motion", MOTIONS, usual.motion),
        fullscreen=reader.flag("fullscreen", usual=usual.fullscreen),
        window=reader.window("window", usual.window),
        effects=reader.one_of("effects", range(101), usual.effects),
        ambience=reader.one_of("ambience", range(101), usual.ambience),
        mute=reader.flag("mute", usual=usual.mute),
        ask_reason=reader.flag("ask_reason", usual=usual.ask_reason),
        content_notes=reader.flag("content_notes", usual=usual.content_notes),
        name=reader.name("name", usual.name),
        finished=reader.flag("finished", usual=usual.finished),
        packs=reader.ids("packs", usual.packs),
    )
    return settings, reader.not_understood()


def _read(folder: Path, usual: Settings, sentence: str) -> Read:
    path = folder / FILE
    try:
        if not path.exists():
            return Read(usual, "")
        if path.stat().st_size > _LARGEST:
            return Read(usual, sentence)
        settings, wrong = from_text(path.read_bytes().decode("utf-8-sig"), usual)
    except (OSError, ValueError, TypeError, RecursionError):
        return Read(usual, sentence)
    if wrong:
        return Read(settings, f"These settings were not understood: {', '.join(wrong)}.")
    return Read(settings, "")


class _Reader:
    """Takes the known values out of a mapping and remembers what was wrong."""

    def __init__(self, values: Mapping[object, object]) -> None:
        self._left = {str(name): value for name, value in values.items()}
        self._wrong: list[str] = []

    def one_of(self, name: str, allowed: Iterable[_Value], usual: _Value) -> _Value:
        if name not in self._left:
            return usual
        value = self._left.pop(name)
        for each in allowed:
            # True equals 1, but nobody means that.
            if type(value) is type(each) and value == each:
                return each
        self._wrong.append(name)
        return usual

    def ids(self, name: str, usual: tuple[str, ...]) -> tuple[str, ...]:
        value = self._left.pop(name, None)
        if isinstance(value, list):
            good = (each for each in value if isinstance(each, str) and ID.fullmatch(each))
            return tuple(dict.fromkeys(good))[:_MOST_IDS]
        if value is not None:
            self._wrong.append(name)
        return usual

    def flag(self, name: str, *, usual: bool) -> bool:
        return bool(self.one_of(name, (False, True), usual))

    def window(self, name: str, usual: str) -> str:
        value = self._left.get(name)
        fits = isinstance(value, str) and _WINDOW.fullmatch(value) is not None
        return self.one_of(name, (value,) if isinstance(value, str) and fits else (), usual)

    def name(self, name: str, usual: str) -> str:
        value = self._left.get(name)
        if not isinstance(value, str):
            return self.one_of(name, (), usual)
        del self._left[name]
        return "".join(letter for letter in value if letter.isprintable())[:LONGEST_NAME]

    def not_understood(self) -> tuple[str, ...]:
        """Names with wrong values, then names we do not know, cut so that they can be shown."""
        strange = ("".join(filter(str.isprintable, name))[:30] for name in self._left)
        return (*self._wrong, *list(strange)[:5])
