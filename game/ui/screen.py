"""A screen is a value that says what is on it and where pressing leads; screens lie in a stack."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple, Protocol, runtime_checkable

from game.lab.lab import AS_IT_CAME, Lab
from game.play.playthrough import Playthrough
from game.play.save import Save, Slot
from game.story.library import Shelved
from game.story.model import Story
from game.story.packs import Pack
from game.story.problem import Problem
from game.ui.boxes import View
from game.ui.editor import Editor
from game.ui.settings import Settings
from game.ui.space import Space


@dataclass(frozen=True, slots=True)
class Desk:
    """What every screen may look at: the story, the reader's settings, the games that were kept.

    ``stories`` are those that can be read, this one among them, ``packs`` those that extend it;
    ``lab`` is what a school decided;
    ``faces`` are the figures there are, and whom each shows; ``handed`` is what became of a
    hand-in.
    """

    story: Story
    settings: Settings
    slots: tuple[Slot, ...]
    version: str = ""
    stories: tuple[Pack, ...] = ()
    lab: Lab = AS_IT_CAME
    faces: Mapping[str, str] = field(default_factory=dict)
    packs: tuple[Shelved, ...] = ()
    handed: "Handed | None" = None


class Handed(NamedTuple):
    """What was handed in, and what the pupil is told about it; the folder where they can see it."""

    play: Playthrough
    sentence: str
    folder: Path | None = None


class Keep(NamedTuple):
    """Write the playthrough and the reader's place down.

    ``slot`` "" is the autosave; what is kept by hand goes into a "new" one, what another game takes
    the place of "aside".
    ``whole`` is written instead, where not all of a kept game fits the story any more. ``rubbed``
    still has the words that the reader has just rubbed out: they need not be kept elsewhere.
    """

    play: Playthrough
    place: str
    slot: str = ""
    whole: Save | None = None
    rubbed: Playthrough | None = None


class Settle(NamedTuple):
    """Take on new settings and write them down."""

    settings: Settings


class Hand(NamedTuple):
    """Make the page of a playthrough that is handed in; or show the one that was made."""

    play: Playthrough
    is_shown: bool = False


class Forget(NamedTuple):
    """Delete a kept game."""

    path: Path


class Sign(NamedTuple):
    """Take on a name, and write it down with the settings."""

    name: str


class Draft(NamedTuple):
    """Words that are still being written: ``deed`` is done soon, and before any other."""

    deed: Keep | Sign


class Say(NamedTuple):
    """Tell the reader something, in a sentence."""

    sentence: str


class Quit(NamedTuple):
    """End the program; a school may want a code for that."""

    code: str = ""


class Reload(NamedTuple):
    """Read the story again from its files."""


class Open(NamedTuple):
    """Read another story, and begin with its title."""

    story: Path


class Extend(NamedTuple):
    """Read this story again with these packs laid on it, and show which there are."""

    packs: tuple[str, ...]


class Sit(NamedTuple):
    """Take the games and settings of a seat, "1" and so on; "" asks for the seat."""

    seat: str


Deed = Keep | Settle | Sign | Draft | Hand | Forget | Say | Quit | Reload | Open | Extend | Sit


class Stay(NamedTuple):
    """The screen stays as it is."""


class Turn(NamedTuple):
    """This screen in another state: another page, other words in its line."""

    screen: "Screen"


class Go(NamedTuple):
    """The screen of a place takes the place of this one; see ``screens.index`` for the places."""

    place: str
    play: Playthrough | None = None


class Lay(NamedTuple):
    """The screen of a place is laid on this one."""

    place: str
    play: Playthrough | None = None


class Pop(NamedTuple):
    """This screen is taken away; the one beneath comes back."""


class Restart(NamedTuple):
    """All screens are taken away; the title stays beneath the one of this place."""

    place: str
    play: Playthrough | None = None


Move = Stay | Turn | Go | Lay | Pop | Restart


class Step(NamedTuple):
    """Where pressing leads, and what is to be done on the way."""

    move: Move = Stay()
    deeds: tuple[Deed, ...] = ()


class Screen(Protocol):
    def view(self, desk: Desk, space: Space) -> View: ...

    def press(self, key: str, desk: Desk) -> Step: ...


@runtime_checkable
class Writing(Protocol):
    """A screen with a line to write in."""

    @property
    def editor(self) -> Editor: ...

    def write(self, editor: Editor) -> Step: ...


@runtime_checkable
class Broken(Protocol):
    """The screen that shows what is wrong with a story instead of the story."""

    @property
    def problems(self) -> tuple[Problem, ...]: ...


Stack = tuple[Screen, ...]
Build = Callable[[str, Playthrough | None], Screen]


def follow(stack: Stack, move: Move, build: Build) -> Stack:
    """The stack after a move; an empty stack ends the program."""
    match move:
        case Stay():
            found = stack
        case Turn(screen):
            found = (*stack[:-1], screen)
        case Go(place, play):
            found = (*stack[:-1], build(place, play))
        case Lay(place, play):
            found = (*stack, build(place, play))
        case Pop():
            found = stack[:-1]
        case Restart(place, play):
            found = (build("title", None),)
            found = found if place == "title" else (*found, build(place, play))
    return found
