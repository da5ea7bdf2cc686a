"""Switching packs on and off in the terminal, as the list of stories does it in the window."""

import itertools
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from game import paths
from game.lab.lab import Lab
from game.story import library
from game.story import packs as listed
from game.story.library import Found, Shelved
from game.story.packs import Pack
from game.terminal import packs, words_packs
from game.terminal.converse import Terminal
from game.terminal.show import Paragraphs
from game.ui import settings


class Chosen(NamedTuple):
    """A story, None for the shipped one, and the ids of the packs that are switched on."""

    story: Path | None
    on: tuple[str, ...]


class Switcher(NamedTuple):
    """``data`` is where the reader's settings are, ``home`` where further stories lie.

    ``bring`` takes what was written to the share of a school.
    """

    terminal: Terminal
    data: Path
    home: Path
    bring: Callable[[], None]

    @property
    def lab(self) -> Lab:
        return self.terminal.house.lab

    def has_packs(self, chosen: Chosen) -> bool:
        return any(pack.extends for pack in self._here(chosen))

    def switch(self, chosen: Chosen) -> Chosen:
        """Show the list until the reader goes back; return what is to be read now."""
        says: Paragraphs = words_packs.HEAD
        while True:
            found = library.found(_folder(chosen), self._here(chosen), chosen.on)
            wrong = (packs.faults(each) for each in found.packs if each.is_on)
            number = self._asked(found.packs, (*says, *itertools.chain.from_iterable(wrong)))
            if number is None:
                return chosen
            chosen, says = self._switched(found, number)

    def _here(self, chosen: Chosen) -> tuple[Pack, ...]:
        return listed.found([paths.story(), _folder(chosen)], paths.stories(self.home))

    def _asked(self, here: Sequence[Shelved], says: Paragraphs) -> int | None:
        """Show the list; return the pack to switch, and None to go back or at the end of input."""
        is_fixed = self.lab.packs is not None
        self.terminal.say((*says, *packs.view(here, is_fixed=is_fixed)))
        while (line := self.terminal.hear(words_packs.PROMPT)) is not None:
            reply = packs.answer(here, line, is_fixed=is_fixed)
            if reply is None or isinstance(reply, int):
                return reply
            self.terminal.say(reply)
        return None

    def _switched(self, found: Found, number: int) -> tuple[Chosen, Paragraphs]:
        """Switch a pack, write that down, and say what has become of it."""
        own = settings.read(self.data, self.lab).settings
        on = library.switched(found.packs, number, own.packs)
        pack = found.packs[number].pack
        says = [words_packs.switched(pack.title, is_on=pack.id in on)]
        try:
            settings.write(self.data, replace(own, packs=on), self.lab.locked)
            self.bring()
        except OSError as cause:
            says.append(words_packs.not_kept(cause.strerror or str(cause)))
        return Chosen(found.folder, on), tuple(says)


def _folder(chosen: Chosen) -> Path:
    return chosen.story or paths.story()
