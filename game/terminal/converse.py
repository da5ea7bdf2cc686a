"""The conversation itself: lines in, text out, and the game kept after every decision."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from game.play import keeping, save, slots
from game.play.playthrough import Playthrough
from game.terminal import house, sheet, talk, words, words_school
from game.terminal import title as titles
from game.terminal.house import HOME, House
from game.terminal.show import Paragraphs
from game.terminal.talk import Deed, Talk
from game.terminal.title import Entry, Opened, Title, ToPacks

Hear = Callable[[str], str | None]


@dataclass(slots=True)
class Terminal:
    """Who we talk with. ``hear`` asks for a line and returns None at the end of all input.

    ``is_easy`` is true for a player who would rather read short sentences. ``asks`` hears what is
    not to be seen; ``hand_in`` makes the page of a game, and says what became of it.
    """

    hear: Hear
    tell: Callable[[str], None]
    width: int = 80
    is_easy: bool = False
    house: House = HOME
    asks: Hear | None = None
    hand_in: Callable[[Playthrough, str], str] | None = None

    def say(self, paragraphs: Iterable[str]) -> None:
        text = sheet.laid(paragraphs, self.width)
        if text:
            self.tell(text + "\n")


@dataclass(slots=True)
class Keeper:
    """Writes a game down whenever it has changed, and says once where that cannot be done.

    ``kept`` is what needs no writing; ``puts_aside`` is set for a new game, which takes the place
    of another: that one is moved to a slot of its own before anything is written. ``bring`` takes
    what was written to the share of a school.
    """

    saves: Path
    name: str
    kept: tuple[Playthrough, str]
    puts_aside: bool
    bring: Callable[[], None]
    has_failed: bool = False

    def keep(self, now: Talk) -> Paragraphs:
        """Write the autosave if there is anything new in it; return what to say about it."""
        found = (now.play, talk.place(now))
        if found == self.kept:
            return ()
        self.kept = found
        said = self._put_aside()
        try:
            aside = keeping.write(self.saves, self._save(now))
        except OSError as cause:
            trouble = words.cannot_keep(cause.strerror or str(cause))
            said = said if self.has_failed else (*said, trouble)
            self.has_failed = True
            return said
        self.bring()
        return (*said, words.aside(aside)) if aside else said

    def keep_as(self, now: Talk) -> Paragraphs:
        """Write the game to a slot of its own, as the player asked."""
        path = slots.free(self.saves)
        try:
            save.write(path, self._save(now))
        except OSError as cause:
            return (words.cannot_keep(cause.strerror or str(cause)),)
        self.bring()
        return (words.kept_as(path.stem),)

    def _save(self, now: Talk) -> save.Save:
        return save.of(now.play, self.name, talk.place(now))

    def _put_aside(self) -> Paragraphs:
        if not self.puts_aside:
            return ()
        self.puts_aside = False
        path = slots.free(self.saves)
        try:
            slots.autosave(self.saves).rename(path)
        except OSError:
            return ()
        return (words.aside(path.stem),)


def keeper(
    opened: Opened, saves: Path, name: str = "", bring: Callable[[], None] = lambda: None
) -> Keeper:
    kept = (opened.talk.play, talk.place(opened.talk))
    return Keeper(saves, name, kept, opened.is_new, bring)


def open_title(shown: Title, terminal: Terminal) -> Opened | ToPacks | None:
    """Return what the player opens on the first page, or None where they leave."""
    terminal.say(titles.view(shown))
    while (line := terminal.hear(words.TITLE_PROMPT)) is not None:
        found = titles.answer(shown, line)
        if not isinstance(found, Entry):
            terminal.say(found)
        elif found.opens is not None or may_leave(terminal):
            return found.opens
    return None


def may_leave(terminal: Terminal) -> bool:
    """Whether the program may be ended now: on a kiosk only by whoever knows the code."""
    kiosk = terminal.house.lab.kiosk
    if not kiosk.is_on:
        return True
    typed = (terminal.asks or terminal.hear)(words_school.CODE_PROMPT)
    if typed is None or (kiosk.code and typed.strip() == kiosk.code):
        return True
    terminal.say((words_school.NOT_THE_CODE,) if typed.strip() else ())
    return False


def named(terminal: Terminal, known: str, *, is_new: bool) -> str | None:
    """Return the name of whoever plays, asked for before a new game as a teacher wants it.

    None at the end of all input.
    """
    wanted = terminal.house.lab.lesson.name
    if wanted == "never":
        terminal.say((words_school.NO_NAMES,) if known else ())
        return ""
    if known or wanted == "open" or not is_new:
        return known
    terminal.say((words_school.NAME_ASKED,) if wanted == "asked" else ())
    while (line := terminal.hear(words_school.NAME_PROMPT)) is not None:
        name = " ".join(line.split())
        if name or wanted == "asked":
            return name
        terminal.say((words_school.NAME_NEEDED,))
    return None


def converse(opened: Opened, terminal: Terminal, keeper: Keeper) -> None:
    """Talk until the player leaves, or there is nothing more to hear."""
    now = house.settled(terminal.house, opened.talk)
    terminal.say((*opened.says, *talk.view(now, is_easy=terminal.is_easy)))
    while (line := terminal.hear(talk.prompt(now))) is not None:
        now, says, shows, deed = house.answer(terminal.house, now, line)
        if deed == "quit":
            if may_leave(terminal):
                break
            continue
        says = (*says, *_done(deed, now, terminal, keeper))
        says = (*keeper.keep(now), *says)
        terminal.say((*says, *(talk.view(now, is_easy=terminal.is_easy) if shows else ())))
    if not keeper.has_failed:
        decided = now.play.turns or now.play.taken_back
        terminal.say((words.KEPT if decided else words.NOT_KEPT,))


def _done(deed: Deed, now: Talk, terminal: Terminal, keeper: Keeper) -> Paragraphs:
    """Do what was asked for besides going on, and return what to say about it."""
    if deed in ("easy", "full"):
        terminal.is_easy = deed == "easy"
    if deed == "keep":
        return keeper.keep_as(now)
    if deed != "hand":
        return ()
    if not now.play.turns:
        return (words_school.NOTHING_TO_HAND_IN,)
    if terminal.hand_in is None:
        return (words_school.NOT_HERE,)
    return (terminal.hand_in(now.play, keeper.name),)
