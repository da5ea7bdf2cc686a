"""Everything that can be set, as data: its name, what it does, and the answers there are."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import NamedTuple

from game.lab import wishes
from game.lab.lab import Value
from game.ui import settings, words_aside
from game.ui.settings import Settings


class Option(NamedTuple):
    """An answer, and the settings it would make."""

    text: str
    settings: Settings
    is_on: bool


class Knob(NamedTuple):
    """``id`` names it in keys; ``about`` is one sentence in small type."""

    id: str
    title: str
    about: str
    options: tuple[Option, ...]


class Group(NamedTuple):
    title: str
    knobs: tuple[Knob, ...]


_VOLUMES = range(0, 101, 20)
_SIZES = ("1024x768", "1280x720", "1366x768", "1600x900", "1920x1080")


def groups(now: Settings) -> tuple[Group, ...]:
    """All settings but the name, which is written."""
    return (
        Group(
            words_aside.READING,
            (_text_size(now), _font(now), _words(now), _contrast(now), _motion(now)),
        ),
        Group(words_aside.WINDOW, (_fullscreen(now), _window(now))),
        Group(words_aside.SOUND, (_effects(now), _ambience(now), _mute(now))),
        Group(words_aside.LESSON, (_ask(now), _notes(now))),
    )


def find(now: Settings, knob: str, option: int) -> Settings:
    """The settings after an answer; the same where there is no such answer."""
    for group in groups(now):
        for each in group.knobs:
            if each.id == knob and 0 <= option < len(each.options):
                return each.options[option].settings
    return now


def is_fixed(knob: Knob, now: Settings, locked: Mapping[str, Value]) -> bool:
    """Whether no answer of a knob would change anything that a school leaves open."""
    return bool(locked) and all(
        settings.fixed(option.settings, locked) == now for option in knob.options
    )


def as_it_came(now: Settings) -> Settings:
    return Settings(name=now.name, finished=now.finished)


def _options(now: Settings, made: Iterable[tuple[str, Settings]]) -> tuple[Option, ...]:
    return tuple(Option(text, new, new == now) for text, new in made)


def _text_size(now: Settings) -> Knob:
    made = ((f"{size} %", replace(now, text_size=size)) for size in wishes.TEXT_SIZES)
    return Knob("text", words_aside.TEXT_SIZE, words_aside.TEXT_SIZE_ABOUT, _options(now, made))


def _font(now: Settings) -> Knob:
    made = ((words_aside.FONTS[font], replace(now, font=font)) for font in wishes.FONTS)
    return Knob("font", words_aside.FONT, words_aside.FONT_ABOUT, _options(now, made))


def _words(now: Settings) -> Knob:
    made = (
        (words_aside.SENTENCES[reading], replace(now, reading=reading))
        for reading in wishes.READINGS
    )
    return Knob("words", words_aside.WORDS, words_aside.WORDS_ABOUT, _options(now, made))


def _contrast(now: Settings) -> Knob:
    usual, high = words_aside.CONTRASTS
    made = ((usual, replace(now, high_contrast=False)), (high, replace(now, high_contrast=True)))
    return Knob("contrast", words_aside.CONTRAST, words_aside.CONTRAST_ABOUT, _options(now, made))


def _motion(now: Settings) -> Knob:
    made = ((words_aside.MOTIONS[motion], replace(now, motion=motion)) for motion in wishes.MOTIONS)
    return Knob("motion", words_aside.MOTION, words_aside.MOTION_ABOUT, _options(now, made))


def _fullscreen(now: Settings) -> Knob:
    made = _yes_no(replace(now, fullscreen=True), replace(now, fullscreen=False))
    return Knob("full", words_aside.FULLSCREEN, words_aside.FULLSCREEN_ABOUT, _options(now, made))


def _window(now: Settings) -> Knob:
    """A size from a school's file is offered too, for it is the one in use."""
    sizes = (*_SIZES, *(() if now.window in _SIZES else (now.window,)))
    made = ((size.replace("x", "×"), replace(now, window=size)) for size in sizes)
    return Knob("window", words_aside.WINDOW_SIZE, words_aside.WINDOW_ABOUT, _options(now, made))


def _nearest(volume: int) -> int:
    """The step that stands for a volume between two of them."""
    return min(_VOLUMES, key=lambda step: abs(step - volume))


def _effects(now: Settings) -> Knob:
    now = replace(now, effects=_nearest(now.effects))
    made = ((str(step), replace(now, effects=step)) for step in _VOLUMES)
    return Knob("effects", words_aside.EFFECTS, words_aside.EFFECTS_ABOUT, _options(now, made))


def _ambience(now: Settings) -> Knob:
    now = replace(now, ambience=_nearest(now.ambience))
    made = ((str(step), replace(now, ambience=step)) for step in _VOLUMES)
    return Knob("ambience", words_aside.AMBIENCE, words_aside.AMBIENCE_ABOUT, _options(now, made))


def _mute(now: Settings) -> Knob:
    loud, silent = words_aside.MUTES
    made = ((loud, replace(now, mute=False)), (silent, replace(now, mute=True)))
    return Knob("mute", words_aside.MUTE, words_aside.MUTE_ABOUT, _options(now, made))


def _ask(now: Settings) -> Knob:
    made = _yes_no(replace(now, ask_reason=True), replace(now, ask_reason=False))
    return Knob("ask", words_aside.ASK, words_aside.ASK_ABOUT, _options(now, made))


def _notes(now: Settings) -> Knob:
    made = _yes_no(replace(now, content_notes=True), replace(now, content_notes=False))
    return Knob("notes", words_aside.NOTES, words_aside.NOTES_ABOUT, _options(now, made))


def _yes_no(yes: Settings, no: Settings) -> tuple[tuple[str, Settings], ...]:
    return tuple(zip(words_aside.YES_NO, (yes, no), strict=True))
