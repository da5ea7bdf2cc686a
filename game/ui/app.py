"""The window and its loop: events in, pictures out. Nothing is drawn while nothing changes."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pygame

from game.ui import deeds, hands, hearing, nib, window
from game.ui import reading as readings
from game.ui.boxes import View
from game.ui.deeds import Shelf
from game.ui.gallery import READY, Gallery
from game.ui.glass import Glass
from game.ui.hands import Act
from game.ui.paint.painter import Hot
from game.ui.reading import Reading
from game.ui.screen import (
    Broken,
    Deed,
    Extend,
    Forget,
    Hand,
    Keep,
    Lay,
    Open,
    Quit,
    Reload,
    Restart,
    Say,
    Settle,
    Sit,
    Step,
    Writing,
)  # fmt: skip
from game.ui.screens import school
from game.ui.settings import Settings
from game.ui.sound import Sound
from game.ui.wings import CUT

# Screens that list the games that were kept.
_LISTS = frozenset({"saves", "title"})
_PRESSES = frozenset({pygame.KEYDOWN, pygame.TEXTINPUT, pygame.MOUSEBUTTONDOWN, pygame.MOUSEWHEEL})


class App:
    """Holds what pygame needs; everything else is in ``reading``, a value."""

    def __init__(self, reading: Reading, gallery: Gallery, shelf: Shelf, assets: Path) -> None:
        self.reading = reading
        self.gallery = gallery
        self.shelf = shelf
        self.sound = Sound(assets / "sounds", reading.desk.settings)
        self.another: Reload | Open | Extend | Sit | None = None
        self._clock = pygame.time.Clock()
        self._hover = self._heard = ""
        self._kept: Keep | None = None
        self._is_bare = False
        self._is_open = True
        self._takers = self._takes()
        self.glass = Glass(gallery, assets, self.settings)
        self._see()

    @property
    def settings(self) -> Settings:
        return self.reading.desk.settings

    def _see(self) -> None:
        """Look at the screen again: what is drawn and what can be pressed are this one view."""
        self.view: View = self.reading.view(self.glass.space)
        window.name(self.view.title)
        self._is_dirty = True
        heard = hearing.ambience(self.view, self._heard)
        if heard != self._heard:
            self._heard = heard
            self.sound.ambience(heard)
        window.listen(is_writing=isinstance(self.reading.screen, Writing))

    def run(self) -> None:
        held = window.Held()
        while self._is_open:
            self.frame()
            for event in held.fresh(self.events(), lambda: self.reading.screen):
                self.handle(event)

    def frame(self) -> bool:
        """Draw what has changed or moves; false where there is nothing to draw."""
        if self._is_dirty:
            self.draw()
        elif self.glass.is_moving:
            self.glass.step()
        else:
            return False
        return True

    def events(self) -> list[pygame.Event]:
        """Wait for something to happen; while something moves, for the next frame only."""
        if self.glass.is_moving:
            self.glass.look_ahead(self.reading)
            self._clock.tick(self.glass.frames)
            return pygame.event.get()
        events = window.wait(self._meanwhile)
        self._is_dirty |= not events
        return events

    def _meanwhile(self) -> bool:
        self.glass.look_ahead(self.reading)
        return self.glass.settle()

    def draw(self) -> None:
        hot = Hot(self.reading.focus, self._hover)
        self.glass.draw(self.view, hot, self.reading.notice, is_bare=self._is_bare)
        self._is_dirty = False

    def handle(self, event: pygame.Event) -> None:
        """Take one event. Mouse, keys and tests all end in ``press``."""
        if event.type in _PRESSES:
            self.glass.wake()
            window.rest(self.reading.desk.lab.kiosk.idle_minutes)
        taken = self._takers.get(event.type)
        if taken is not None:
            taken(event)

    def _takes(self) -> dict[int, Callable[[pygame.Event], None]]:
        return {
            pygame.QUIT: lambda _: self._take(Step(deeds=(Quit(),))),
            pygame.WINDOWSIZECHANGED: self._resize,
            pygame.WINDOWEXPOSED: self._expose,
            pygame.KEYDOWN: self._key,
            pygame.TEXTINPUT: self._text,
            pygame.TEXTEDITING: self._text,
            pygame.MOUSEMOTION: self._move,
            pygame.MOUSEBUTTONDOWN: self._button,
            pygame.MOUSEWHEEL: self._wheel,
            READY: self._ready,
            CUT: lambda _: self.glass.hang(),
            nib.DRAFT: lambda _: self._jot(),
            window.IDLE: lambda _: self._take(school.idle(self.reading.desk)),
        }

    def _expose(self, _: pygame.Event) -> None:
        self._is_dirty = True

    def _wheel(self, event: pygame.Event) -> None:
        self._act(hands.wheel(event, self.view))

    def _ready(self, _: pygame.Event) -> None:
        """A picture has come."""
        if self.gallery.has_come():
            self.glass.arrive()
            self._is_dirty = True

    def _resize(self, _: pygame.Event) -> None:
        if self.glass.resize(self.settings):
            self._see()

    def _key(self, event: pygame.Event) -> None:
        if self._is_bare:
            self._is_bare, self._is_dirty = False, True
            return
        screen = self.reading.screen
        is_writing = isinstance(screen, Writing)
        if isinstance(screen, Writing):
            written = nib.keyed(screen, event, self.view.find("entry"), self.glass.space)
            if written is not None:
                self._take(written)
                return
        self._act(hands.key(event, self.view, self.reading.at, is_writing=is_writing))

    def _text(self, event: pygame.Event) -> None:
        screen = self.reading.screen
        if isinstance(screen, Writing):
            self._take(nib.typed(screen, event))

    def _move(self, event: pygame.Event) -> None:
        self.glass.look(*event.pos)
        found = self.view.at(*event.pos)
        key = found.key if found is not None else ""
        if key != self._hover:
            self._hover, self._is_dirty = key, True
            shape = pygame.SYSTEM_CURSOR_HAND if key else pygame.SYSTEM_CURSOR_ARROW
            pygame.mouse.set_cursor(shape)

    def _button(self, event: pygame.Event) -> None:
        if self._is_bare:
            self._is_bare, self._is_dirty = False, True
        elif event.button == pygame.BUTTON_RIGHT:
            self.press(self.view.escape)
        elif event.button == pygame.BUTTON_MIDDLE:
            self._command("hide")
        elif event.button == pygame.BUTTON_LEFT:
            found = self.view.at(*event.pos)
            screen = self.reading.screen
            if found is not None and found.role == "entry" and isinstance(screen, Writing):
                self._take(nib.placed(screen, found, event.pos, self.glass.space))
            elif found is not None:
                self.press(found.key)

    def _act(self, act: Act) -> None:
        if act.command:
            self._command(act.command)
        elif act.focus:
            self.reading = self.reading.focused(act.focus)
            self._is_dirty = True
        elif act.press:
            self.press(act.press)

    def _command(self, command: str) -> None:
        self._jot()
        match command:
            case "fullscreen":
                full = replace(self.settings, fullscreen=not self.settings.fullscreen)
                self._take(Step(deeds=(Settle(full),)))
            case "hide":
                self._is_bare, self._is_dirty = True, True
            case "mute":
                self._take(
                    Step(deeds=(Settle(replace(self.settings, mute=not self.settings.mute)),))
                )
            case "picture":
                self._say(deeds.picture(self.glass.frame, self.shelf))
            case "keep":
                self._quick()
            case "fetch":
                self._take(deeds.fetch(self.reading.desk, self.shelf))

    def _quick(self) -> None:
        """Keep the game beside the autosave; where a story is broken, read it again instead."""
        if isinstance(self.reading.screen, Broken):
            self.press("reload")
        elif self._kept is not None:
            self._do(self._kept._replace(slot="quick"))
            self._is_dirty = True

    def _say(self, sentence: str) -> None:
        self.reading = self.reading.saying(sentence)
        self._is_dirty = True

    def press(self, key: str) -> None:
        """Press the box of a key: the one way in for mouse, keyboard and tests."""
        if key:
            self.sound.play("press")
            self._take(self.reading.screen.press(key, self.reading.desk), key)

    def _take(self, step: Step, key: str = "") -> None:
        before, draft = self.reading.screen, self.reading.draft
        self.reading, due = readings.take(self.reading, step)
        for deed in due:
            self._do(deed)
        if isinstance(step.move, Lay | Restart) and step.move.place in _LISTS:
            self.reading = replace(self.reading, desk=deeds.listed(self.reading.desk, self.shelf))
        if draft is None and self.reading.draft is not None:
            nib.soon()
        if self.reading.screen != before:
            self._fade_from_here(key)
        self._see()
        if type(self.reading.screen) is not type(before):
            self.sound.play(self.view.sound or "page")

    def _jot(self) -> None:
        """Write down what stands only on the screen yet."""
        if self.reading.draft is not None:
            self._take(Step())

    def _fade_from_here(self, key: str = "") -> None:
        if not isinstance(self.reading.screen, Writing):
            self.glass.leave(key)

    def _do(self, deed: Deed) -> None:
        match deed:
            case Keep() | Forget() | Hand():
                self._kept = deed if isinstance(deed, Keep) else self._kept
                self.reading = deeds.write(self.reading, deed, self.shelf)
            case Settle():
                self._settle(deed)
            case Say(sentence):
                self._say(sentence)
            case Reload() | Open() | Extend() | Sit():
                self.another, self._is_open = deed, False
            case Quit():
                self._is_open = False

    def _settle(self, deed: Settle) -> None:
        before = self.settings
        self.reading = deeds.settle(self.reading, deed, self.shelf)
        self.sound.settle(deed.settings)
        if (before.fullscreen, before.window) != (deed.settings.fullscreen, deed.settings.window):
            self.glass.open(self.settings)
        elif replace(before, name=deed.settings.name) != deed.settings:
            self.glass.renew(self.settings)

    def close(self) -> None:
        for deed in readings.take(self.reading, Step())[1]:
            self._do(deed)
        self.gallery.close()
        self.glass.close()
        self.sound.close()
