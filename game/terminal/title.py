"""The first page: go on, begin, or open a saved game."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from game.lab import lesson
from game.lab.lab import Lesson
from game.play import games, save, slots
from game.play.playthrough import Playthrough, begin
from game.play.save import Slot
from game.story.model import Prose, Story
from game.terminal import numbers, show, talk, words, words_packs
from game.terminal.show import Paragraphs
from game.terminal.talk import Talk

_ALL = Lesson()


class Opened(NamedTuple):
    """The talk that begins, and what to say first.

    ``is_new``: it is no game that was kept, or one of which not all decisions fit any more.
    """

    talk: Talk
    says: Paragraphs = ()
    is_new: bool = False
    name: str = ""


class ToPacks(NamedTuple):
    """The list of packs is opened, and what is switched there changes the story."""


class Entry(NamedTuple):
    """A line of the menu; the last one opens nothing, and leaves."""

    text: str
    opens: Opened | ToPacks | None


@dataclass(frozen=True, slots=True)
class Title:
    """``says`` is about saved games that cannot be read."""

    story: Story
    menu: tuple[Entry, ...]
    says: Paragraphs = ()


def title(story: Story, saves: Path, wanted: Lesson = _ALL, *, has_packs: bool = False) -> Title:
    """Return the first page with the games that were kept, and what a lesson may begin with."""
    listed = save.listing(saves)
    going = [slot for slot in listed if slot.path == slots.autosave(saves)]
    others = [slot for slot in listed if slot.path != slots.autosave(saves)]
    titles = [pack.title for pack in story.packs]
    first = lesson.first(wanted, story)
    parts = lesson.parts(wanted, story)
    chapters = (
        Entry(
            words.begin_with(story.chapters[part.chapter].title, part.title),
            _new(story, part.first),
        )
        for part in parts
        if part.first != first
    )
    menu = (
        *_games(story, going, words.RESUME),
        Entry(_begin(wanted, story, first), _new(story, first)),
        *chapters,
        *_games(story, others),
        *([Entry(words_packs.entry(titles), ToPacks())] if has_packs else ()),
        Entry(words.LEAVE, None),
    )
    return Title(story, menu, tuple(f"{s.path.name}: {s.sentence}" for s in listed if not s.save))


def _begin(wanted: Lesson, story: Story, first: str) -> str:
    chapter, part = lesson.opening(wanted, story)
    if first == story.start.id or chapter is None:
        return words.BEGIN
    return words.begin_with(chapter.title, part or chapter.title)


def _new(story: Story, scene: str) -> Opened:
    return Opened(talk.begin(games.named(begin(story, scene))), is_new=True)


def view(shown: Title) -> Paragraphs:
    story = shown.story
    return (
        show.sentence(story.title),
        show.sentence(story.subtitle) if story.subtitle else "",
        *(words.with_pack(pack.title) for pack in story.packs),
        *show.prose(Prose(story.about, story.mark)),
        *shown.says,
        *(f"{number}. {entry.text}" for number, entry in enumerate(shown.menu, 1)),
        words.HELP_HINT,
    )


def answer(shown: Title, line: str) -> Entry | Paragraphs:
    """Return the line of the menu that was picked, or what to say to any other answer."""
    word = line.strip().casefold()
    if word == "quit":
        return shown.menu[-1]
    if word in ("help", "?"):
        return talk.helped(shown.story)
    if word == "again":
        return view(shown)
    number = numbers.picked(word, len(shown.menu))
    return (words.choose_from(len(shown.menu)),) if number is None else shown.menu[number]


def _games(story: Story, listed: Iterable[Slot], name: str = "") -> tuple[Entry, ...]:
    found = []
    for slot in listed:
        if slot.save is not None:
            play, sentence = save.resume(story, slot.save)
            said = (slot.sentence, sentence, *_previously(play))
            label = name or slot.path.stem
            text = words.game(label, play.scene.title, len(play.turns), slot.save.written)
            is_cut = len(play.turns) < len(slot.save.decisions)
            at = talk.resume(play, slot.save.place)
            opened = Opened(at, said, is_new=is_cut, name=slot.save.name)
            found.append(Entry(text, opened))
    return tuple(found)


def _previously(play: Playthrough) -> Paragraphs:
    """Return the last decision, for somebody who comes back after a week."""
    if not play.turns:
        return ()
    turn = play.turns[-1]
    title = play.story.scenes[turn.before.scene].title
    return (words.previously(title, show.sentence(turn.comparison.chosen.text)),)
