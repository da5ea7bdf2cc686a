"""What the window knows between two events, as a value: the screens, the focus, the notice."""

from dataclasses import dataclass, replace

from game.play.playthrough import Playthrough
from game.ui import words_school
from game.ui.boxes import Focus, View
from game.ui.screen import (
    Deed,
    Desk,
    Draft,
    Go,
    Lay,
    Move,
    Pop,
    Quit,
    Say,
    Screen,
    Settle,
    Sign,
    Stack,
    Step,
    follow,
)  # fmt: skip
from game.ui.screens import index
from game.ui.settings import fixed
from game.ui.space import Space


@dataclass(frozen=True, slots=True)
class Reading:
    """``focuses`` keeps the focused key of every screen in the stack, so that it comes back.

    What the focus led to and was put away again does not stay marked: Enter would open it anew.
    ``draft`` is what was written and lies nowhere yet.
    """

    desk: Desk
    stack: Stack
    focuses: tuple[str, ...]
    notice: str = ""
    draft: Draft | None = None
    is_lit: bool = True

    @property
    def screen(self) -> Screen:
        return self.stack[-1]

    @property
    def focus(self) -> str:
        """The key of the box that is marked."""
        return self.at.key if self.is_lit else ""

    @property
    def at(self) -> Focus:
        return Focus(self.focuses[-1] if self.focuses else "", self.is_lit)

    def focused(self, key: str) -> "Reading":
        return replace(self, focuses=(*self.focuses[:-1], key), is_lit=True)

    def saying(self, notice: str) -> "Reading":
        return replace(self, notice=notice)

    def view(self, space: Space) -> View:
        return self.screen.view(self.desk, space)


def begin(desk: Desk, screen: Screen) -> Reading:
    return Reading(desk, (screen,), ("",))


def take(reading: Reading, step: Step) -> tuple[Reading, tuple[Deed, ...]]:
    """The reading after a step, and the deeds that are still to be done.

    A draft waits for the next draft; whatever else is done, it is written down first.
    """

    def build(place: str, play: Playthrough | None) -> Screen:
        return index.build(place, play, reading.desk)

    drafts = [deed for deed in step.deeds if isinstance(deed, Draft)]
    written = (reading.draft.deed,) if reading.draft is not None and not drafts else ()
    others = tuple(deed for deed in step.deeds if not isinstance(deed, Draft))
    step = _allowed(step._replace(deeds=(*written, *others)), reading.desk)
    stack = follow(reading.stack, step.move, build)
    if not stack:
        step = _allowed(Step(deeds=(*step.deeds, Quit())), reading.desk)
        stack = follow(reading.stack, step.move, build)
    draft = drafts[-1] if drafts else None
    is_lit = not isinstance(step.move, Pop) and (reading.is_lit or isinstance(step.move, Lay))
    now = replace(reading, stack=stack, notice="", draft=draft, is_lit=is_lit)
    return replace(now, focuses=_focuses(reading, stack, step.move)), step.deeds


def _focuses(before: Reading, stack: Stack, move: Move) -> tuple[str, ...]:
    """What is marked on every screen: as it was, but nothing where a screen has been gone to."""
    kept = len(stack) - isinstance(move, Go)
    return tuple(
        before.focuses[number]
        if number < min(kept, len(before.stack)) and _same(before.stack[number], screen)
        else ""
        for number, screen in enumerate(stack)
    )


def _allowed(step: Step, desk: Desk) -> Step:
    """The step as a school allows it: what it has locked stays, and leaving may take a code."""
    signed = (_signed(deed, desk) if isinstance(deed, Sign) else deed for deed in step.deeds)
    deeds = tuple(
        Settle(fixed(deed.settings, desk.lab.locked)) if isinstance(deed, Settle) else deed
        for deed in signed
    )
    kiosk = desk.lab.kiosk
    codes = [deed.code for deed in deeds if isinstance(deed, Quit)]
    if not (codes and kiosk.is_on) or (kiosk.code and kiosk.code in codes):
        return step._replace(deeds=deeds)
    stay = tuple(deed for deed in deeds if not isinstance(deed, Quit))
    if not any(codes):
        return Step(Lay("leave"), stay)
    return Step(step.move, (*stay, Say(words_school.NOT_THE_CODE)))


def _signed(deed: Sign, desk: Desk) -> Settle:
    return Settle(replace(desk.settings, name=" ".join(deed.name.split())))


def _same(before: Screen, after: Screen) -> bool:
    """The same screen, perhaps in another state: it keeps its focus."""
    return type(before) is type(after)


def laid(reading: Reading, screen: Screen) -> Reading:
    """The same with one more screen on top."""
    return replace(reading, stack=(*reading.stack, screen), focuses=(*reading.focuses, ""))
