"""A terminal that is typed into, on the small story of two nights."""

import shutil
from dataclasses import replace
from pathlib import Path

from game.play import save, slots
from game.story.model import Story
from game.terminal import converse, title
from game.terminal.converse import Terminal
from tests.nights import two_nights

# What is typed by somebody who is new and wants to stand before the palace.
TO_PALACE = ["1", "", "2", "2", "", "", "", "", ""]


class Room:
    """A terminal with a player whose lines are known, and a folder for the saves."""

    def __init__(self, story: Story, data: Path) -> None:
        self.story = story
        self.saves = slots.folder(data, story.id)
        self.told: list[str] = []

    def hears(self, *lines: str, name: str = "") -> str:
        """Start the program, type the lines, and return all that was printed."""
        rest = iter(lines)
        self.told = []
        terminal = Terminal(lambda _: next(rest, None), self.told.append)
        opened = converse.open_title(title.title(self.story, self.saves), terminal)
        if isinstance(opened, title.Opened):
            converse.converse(
                opened, terminal, converse.keeper(opened, self.saves, name or opened.name)
            )
        return "\n".join(self.told)

    def last(self, *lines: str) -> str:
        """Return what was said to the last line of a player who is new here."""
        shutil.rmtree(self.saves, ignore_errors=True)
        return self.later(*lines)

    def later(self, *lines: str) -> str:
        """Return what was said to the last line, before the goodbye."""
        self.hears(*lines)
        return self.told[-2]

    @property
    def kept(self) -> save.Save:
        """The game as it lies there, without the name that only it has."""
        found = save.read(slots.autosave(self.saves)).save
        notes = {key: said for key, said in found.notes.items() if key != "game"}
        return replace(found, notes=notes)


def new_room(data: Path) -> Room:
    """A terminal with the story of two nights, in which nobody has played yet."""
    return Room(two_nights(), data)
