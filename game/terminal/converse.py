"""The conversation itself: lines in, text out, and the game kept after every decision."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from game.play import keeping, save, slots
from game.play.playthrough import Playthrough
from game.terminal import sheet, talk, words
from game.terminal import title as titles
from game.terminal.show import Paragraphs
from game.terminal.talk import Talk
from game.terminal.title import Entry, Opened, Title

Hear = Callable[[str], str | None]


@dataclass(slots=True)
class Terminal:
    """Who we talk with. ``hear`` asks for a line and returns None at the end of all input.

    ``is_easy`` is true for a player who would rather read short sentences.
    """

    hear: Hear
    tell: Callable[[str], None]
    width: int = 80
    is_easy: bool = False

    def say(self, paragraphs: Iterable[str]) -> None:
        text = sheet.laid(paragraphs, self.width)
        if text:
            self.tell(text + "\n")


@dataclass(slots=True)
class Keeper:
    """Writes a game down whenever it has changed, and says once where that cannot be done.

    ``kept`` is what needs no writing; ``puts_aside`` is set for a new game, which takes the place
    of another: that one is moved to a slot of its own before anything is written.
    """

    saves: Path
    name: str
    kept: tuple[Playthrough, str]
    puts_aside: bool
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
        return (*said, words.aside(aside)) if aside else said

    def keep_as(self, now: Talk) -> Paragraphs:
        """Write the game to a slot of its own, as the player asked."""
        path = slots.free(self.saves)
        try:
            save.write(path, self._save(now))
        except OSError as cause:
            return (words.cannot_keep(cause.strerror or str(cause)),)
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


def keeper(opened: Opened, saves: Path, name: str = "") -> Keeper:
    kept = (opened.talk.play, talk.place(opened.talk))
    return Keeper(saves, name or opened.name, kept, puts_aside=opened.is_new)


def open_title(shown: Title, terminal: Terminal) -> Opened | None:
    """Return what the player opens on the first page, or None where they leave."""
    terminal.say(titles.view(shown))
    while (line := terminal.hear(words.TITLE_PROMPT)) is not None:
        found = titles.answer(shown, line)
        if isinstance(found, Entry):
            return found.opens
        terminal.say(found)
    return None


def converse(opened: Opened, terminal: Terminal, keeper: Keeper) -> None:
    """Talk until the player leaves, or there is nothing more to hear."""
    now = opened.talk
    terminal.say((*opened.says, *talk.view(now, is_easy=terminal.is_easy)))
    while (line := terminal.hear(talk.prompt(now))) is not None:
        now, says, shows, deed = talk.answer(now, line)
        if deed == "quit":
            break
        if deed in ("easy", "full"):
            terminal.is_easy = deed == "easy"
        if deed == "keep":
            says = (*says, *keeper.keep_as(now))
        says = (*keeper.keep(now), *says)
        terminal.say((*says, *(talk.view(now, is_easy=terminal.is_easy) if shows else ())))
    if not keeper.has_failed:
        decided = now.play.turns or now.play.taken_back
        terminal.say((words.KEPT if decided else words.NOT_KEPT,))
