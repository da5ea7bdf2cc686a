"""The window of the preview: the game's own window, which follows the files and has keys more."""

import contextlib
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import pygame

from game.lab.wishes import TEXT_SIZES, Words
from game.play import order
from game.play.playthrough import begin, replay
from game.story.layers import Layers
from game.story.model import Scene, Story
from game.story.problem import Problem
from game.ui import reading as readings
from game.ui import window
from game.ui import words_preview as words
from game.ui.app import App
from game.ui.art import Plate
from game.ui.boxes import Box
from game.ui.deeds import Shelf
from game.ui.editor import Editor
from game.ui.gallery import Gallery
from game.ui.preview import panel, stand, tags, watch
from game.ui.preview.jump import JumpScreen
from game.ui.preview.stand import Wanted
from game.ui.preview.watch import CHANGED, Looked
from game.ui.reading import Reading
from game.ui.screen import Broken, Restart, Settle, Step, Writing
from game.ui.screens import index
from game.ui.screens.problems import ProblemsScreen

# Pressed to take away what lies over the page.
_LIFT = "lift"


class Live(App):
    """``story`` is the last that could be read, as it is written; the desk has it adjusted.

    ``make`` writes a new scene, and says what it did.
    """

    make: Callable[[str], str] = staticmethod(words.cannot_make)

    def __init__(
        self, reading: Reading, gallery: Gallery, shelf: Shelf, assets: Path, wanted: Wanted
    ) -> None:
        self.story: Story | None = None
        self.wanted = wanted
        self.layers = Layers(gallery.folder)
        self.problems: tuple[Problem, ...] = ()
        self.lines: tuple[str, ...] = ()
        self._was_broken = False
        self._keys = self._tours()
        super().__init__(reading, gallery, shelf, assets)

    def _takes(self) -> dict[int, Callable[[pygame.Event], None]]:
        return {**super()._takes(), CHANGED: self._changed}

    def _tours(self) -> Mapping[int, Callable[[int], None]]:
        return {
            pygame.K_o: self._option,
            pygame.K_i: lambda _: self._look(stand.tagged),
            pygame.K_a: self._light,
            pygame.K_e: lambda _: self._easy(),
            pygame.K_z: self._size,
            pygame.K_x: self._next,
            pygame.K_j: lambda _: self._jump(),
            pygame.K_w: lambda _: self._advice(),
            pygame.K_F4: lambda _: self._make(),
            pygame.K_F3: lambda _: self._look(stand.explained),
        }

    @property
    def scene(self) -> Scene | None:
        """The scene that the screen is about, as it is written in its file."""
        play = stand.before(self.reading.stack)
        return self.story.scenes.get(play.scene.id) if play and self.story else None

    # What changes in the folder.

    def _changed(self, event: pygame.Event) -> None:
        looked: Looked = event.looked
        before = self.faults
        self._was_broken |= bool(before)
        self.problems, self.lines = looked.problems, looked.lines
        if looked.has_pictures:
            self.gallery.forget()
            self.glass.forget()
        if looked.story is not None and looked.story != self.story:
            self._read(looked.story)
        elif self.story is None:
            self.reading = readings.begin(
                self.reading.desk, ProblemsScreen(self.problems, self.lines)
            )
        if self._was_broken and looked.is_judged and not self.faults:
            self._was_broken = False
            self.reading = self.reading.saying(words.MENDED)
        elif self.faults:
            self._warn(before)
        self._see()

    def _warn(self, before: list[panel.Fault]) -> None:
        """New mistakes are seen at once, whatever lies over the page or was said of the old."""
        if self.faults != before:
            self.wanted = replace(self.wanted, has_keys=False)
        if self.reading.notice == words.MENDED:
            self.reading = self.reading.saying("")

    def _read(self, story: Story) -> None:
        self.story = story
        self.gallery.packs = story.packs
        if isinstance(self.reading.screen, Broken):
            self._show(self.wanted.scene)
        else:
            self._renew()

    def _renew(self) -> None:
        """Look at the same place again, in the story as it is now wanted."""
        play = stand.play_of(self.reading.screen)
        if play is not None and self.story is not None and play.origin not in self.story.scenes:
            self._show(play.origin)
        elif self.story is not None:
            with contextlib.suppress(KeyError, IndexError):
                # What a screen shows may be gone; then its scene is shown from the beginning.
                fresh = stand.renewed(self.reading, self._adjusted(self.story))
                fresh.view(self.glass.space)
                self.reading = fresh
                return
            self._show(self.wanted.scene)

    def _adjusted(self, story: Story) -> Story:
        now = self.wanted
        return stand.adjusted(story, now.values, now.scene, now.mood, is_open=now.is_open)

    # What is shown.

    def _show(self, scene: str) -> None:
        """Begin at a scene, or at the story's own start where it is gone."""
        if self.story is None:
            return
        there = scene if scene in self.story.scenes else self.story.start.id
        self.wanted = replace(self.wanted, scene=there, mood="", is_open=False)
        story = self._adjusted(self.story)
        desk = replace(self.reading.desk, story=story)
        start = readings.begin(desk, index.build("title", None, desk))
        shown = readings.laid(start, index.build("scene/0", begin(story, there), desk))
        self.reading = shown if there == scene else shown.saying(words.lost(scene))

    def _see(self) -> None:
        try:
            super()._see()
        except (KeyError, IndexError):
            self._show(self.wanted.scene)
            super()._see()
        boxes = (*self.view.boxes, *self._laid())
        escape = self.view.escape if self._lifted == self.wanted else _LIFT
        self.view = replace(self.view, boxes=boxes, escape=escape)
        window.name(self._caption())

    @property
    def faults(self) -> list[panel.Fault]:
        """What is to be told: errors and warnings always, advice when it was asked for."""
        found = panel.of_scene(self.problems, self.lines, self.scene)
        return [each for each in found if self.wanted.has_advice or not each.is_advice]

    def _laid(self) -> tuple[Box, ...]:
        """What lies over the page."""
        space = self.glass.space
        laid: list[Box] = []
        if self.wanted.has_tags:
            laid += tags.over(self.view.boxes, self.gallery.catalogue, space)
        if self.wanted.has_keys:
            laid += panel.keys(space, len(self.faults))
        elif self.faults and not isinstance(self.reading.screen, Broken):
            laid += panel.mistakes(self.faults, space)
        return tuple(laid)

    def _caption(self) -> str:
        said = [words.to_mend(len(self.faults))] if self.faults else []
        said += stand.caption(self.wanted, stand.play_of(self.reading.screen))
        said += [f"{self.settings.text_size} %"] if self.settings.text_size != 100 else []
        return words.caption(self.scene.id if self.scene else self.view.title, said)

    # What keys do.

    def _key(self, event: pygame.Event) -> None:
        tour = self._keys.get(event.key)
        if event.key == pygame.K_F5:
            self._again()
        elif tour is None or event.mod & (pygame.KMOD_CTRL | pygame.KMOD_ALT) or self._is_written:
            super()._key(event)
        elif self.story is not None:
            self.reading = self.reading.saying("")
            tour(-1 if event.mod & pygame.KMOD_SHIFT else 1)
            self._see()

    def press(self, key: str) -> None:
        """A scene is made outside; the folder has changed then, and is read again."""
        if key.startswith(panel.MAKE):
            self._say(self.make(key.removeprefix(panel.MAKE)))
        elif key == _LIFT:
            self.wanted = self._lifted
            self._see()
        elif key == "back" and stand.decided(self.reading.screen) is not None:
            self._undo()
        else:
            super().press(key)

    @property
    def _lifted(self) -> Wanted:
        has_advice = any(fault.is_advice for fault in self.faults)
        is_tagged = any(isinstance(box.art, Plate) for box in self.view.boxes)
        return stand.lifted(self.wanted, has_advice=has_advice, is_tagged=is_tagged)

    @property
    def _is_written(self) -> bool:
        return isinstance(self.reading.screen, Writing)

    def _again(self) -> None:
        for looked in watch.look(self.layers, lambda _: (), has_pictures=True):
            self._changed(pygame.event.Event(CHANGED, looked=looked))

    def _command(self, command: str) -> None:
        if command == "picture":
            self._say(words.TAKE_PICTURE)
        elif command not in ("keep", "fetch"):
            super()._command(command)

    def _look(self, otherwise: Callable[[Wanted], Wanted]) -> None:
        self.wanted = otherwise(self.wanted)

    def _option(self, by: int) -> None:
        """Show what the next choice leads to, closed or not; after the last the scene again."""
        base = stand.before(self.reading.stack)
        if base is None or self.story is None or base.is_over:
            self._say(words.NO_OPTIONS)
            return
        chosen = stand.option(base, stand.play_of(self.reading.screen), by)
        self._want(base.scene.id, is_open=bool(chosen))
        again = replay(self._adjusted(self.story), base.origin, base.decisions).play
        after = again.choose(chosen) if chosen else again
        self._take(Step(Restart("comparison" if chosen else "scene/0", after)))

    def _undo(self) -> None:
        """Back to the scene of the last decision: nobody who writes has to think it over."""
        before = stand.decided(self.reading.screen)
        if before is not None and self.story is not None:
            self._want(before.scene.id, is_open=False)
            again = replay(self._adjusted(self.story), before.origin, before.decisions).play
            self._take(Step(Restart("scene/0", again)))

    def _want(self, scene: str, *, is_open: bool) -> None:
        mood = self.wanted.mood if scene == self.wanted.scene else ""
        self.wanted = replace(self.wanted, scene=scene, mood=mood, is_open=is_open)
        self._renew()

    def _light(self, by: int) -> None:
        scene = self.scene
        drawn = scene.illustration if scene else None
        if scene is None or drawn is None or drawn.picture:
            self._say(words.no_light(drawn))
            return
        now = self.wanted.mood if self.wanted.scene == scene.id else ""
        mood = stand.light(drawn, list(self.gallery.catalogue.moods), now, by)
        self.wanted = replace(self.wanted, scene=scene.id, mood=mood)
        self._renew()
        self._say(words.light(mood or drawn.mood, is_own=not mood))

    def _easy(self) -> None:
        reading: Words = "full" if self.settings.is_easy else "easy"
        self._settle(Settle(replace(self.settings, reading=reading)))
        if self.settings.is_easy and self.scene and self.scene.text_easy is None:
            self._say(words.NO_EASY)

    def _size(self, by: int) -> None:
        at = TEXT_SIZES.index(self.settings.text_size) + by
        size = TEXT_SIZES[at % len(TEXT_SIZES)]
        self._settle(Settle(replace(self.settings, text_size=size)))

    def _next(self, by: int) -> None:
        if self.story is not None:
            ids = order.scenes(self.story)
            now = self.scene.id if self.scene else ids[0]
            self._show(ids[(ids.index(now) + by) % len(ids)])

    def _jump(self) -> None:
        self.reading = readings.laid(self.reading, JumpScreen(Editor()))

    def _make(self) -> None:
        scene = panel.missing(self.faults)
        if scene:
            self.press(f"{panel.MAKE}{scene}")

    def _advice(self) -> None:
        self.wanted = replace(self.wanted, has_advice=not self.wanted.has_advice)
        if self.wanted.has_advice and not self.faults:
            self._say(words.NO_ADVICE)
