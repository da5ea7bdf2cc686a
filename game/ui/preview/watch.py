"""Watching a story's folder: by looking again and again, which works on every kind of drive."""

import contextlib
import os
import threading
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import pygame

from game.story import lay, packed
from game.story.files import MOST_FILES
from game.story.layers import Layers
from game.story.model import Story
from game.story.problem import Problem

CHANGED = pygame.event.custom_type()
PAUSE = 0.3
# An editor may write a file in several steps: it must have been left alone for so long.
_CALM = 0.06
_MOST_LINES = 20
_DEPTH = 2

Stamp = Mapping[str, tuple[int, int]]
Judge = Callable[[Story], tuple[Problem, ...]]


class Looked(NamedTuple):
    """What lies in the folder now; ``lines`` are those that the first problems point at.

    ``has_pictures``: something other than a text has changed. ``is_judged``: the advice is in.
    """

    story: Story | None
    problems: tuple[Problem, ...]
    lines: tuple[str, ...]
    has_pictures: bool = False
    is_judged: bool = False


def stamp(folder: Path) -> Stamp:
    """When every file was written and how long it is, or the one .zip; no file is opened."""
    return dict(_packed(folder) if packed.is_pack(folder) else _stamps(folder, _DEPTH))


def _packed(file: Path) -> Iterator[tuple[str, tuple[int, int]]]:
    """One that is just being packed again may be gone by now."""
    with contextlib.suppress(OSError):
        yield from _stamp(file)


def _stamps(folder: str | Path, depth: int) -> Iterator[tuple[str, tuple[int, int]]]:
    try:
        with os.scandir(folder) as entries:
            for count, entry in enumerate(entries):
                if entry.name.startswith(".") or count > MOST_FILES:
                    continue
                if depth > 1 and entry.is_dir(follow_symlinks=False):
                    yield from _stamps(entry.path, depth - 1)
                else:
                    # On Windows the entry itself is late to tell the time of writing.
                    yield from _stamp(Path(entry.path))
    except OSError:
        return


def _stamp(file: Path) -> Iterator[tuple[str, tuple[int, int]]]:
    told = file.stat(follow_symlinks=False)
    yield str(file), (told.st_mtime_ns, told.st_size)


def look(asked: Path | Layers, judge: Judge, *, has_pictures: bool = False) -> Iterator[Looked]:
    """Read the story, and say so at once; then say what the checks think of it."""
    layers = asked if isinstance(asked, Layers) else Layers(asked)
    read = lay.read(layers)
    left = [problem for pack in read.left_out for problem in pack.problems]
    story, problems = (None if left else read.story), (*read.problems, *left)
    yield Looked(story, problems, _lines(layers, problems), has_pictures)
    if story is not None:
        advice = tuple(sorted(problems + judge(story)))
        yield Looked(story, advice, _lines(layers, advice), is_judged=True)


def _lines(layers: Layers, problems: tuple[Problem, ...]) -> tuple[str, ...]:
    shown = layers.lines_at(problem.mark for problem in problems[:_MOST_LINES])
    return (*shown, *[""] * max(0, len(problems) - _MOST_LINES))


class Watcher:
    """Looks at a folder from a thread of its own, and posts CHANGED with what it found."""

    def __init__(self, asked: Path | Layers, judge: Judge) -> None:
        self._layers = asked if isinstance(asked, Layers) else Layers(asked)
        self._judge = judge
        self._is_ended = threading.Event()
        self._worker = threading.Thread(target=self._work, name="watcher", daemon=True)

    def start(self) -> None:
        self._worker.start()

    def close(self) -> None:
        self._is_ended.set()

    def _work(self) -> None:
        seen = self._stamp()
        self._tell(has_pictures=False)
        while not self._is_ended.wait(PAUSE):
            now = self._stamp()
            if now != seen:
                while not self._is_ended.wait(_CALM) and now != (again := self._stamp()):
                    now = again
                changed = {name for name, _ in seen.items() ^ now.items()}
                seen = now
                self._tell(has_pictures=not all(name.endswith(".yaml") for name in changed))

    def _stamp(self) -> Stamp:
        found: dict[str, tuple[int, int]] = {}
        for folder in (self._layers.folder, *self._layers.packs):
            found |= stamp(folder)
        return found

    def _tell(self, *, has_pictures: bool) -> None:
        for looked in look(self._layers, self._judge, has_pictures=has_pictures):
            if not self._is_ended.is_set() and pygame.display.get_init():
                pygame.event.post(pygame.event.Event(CHANGED, looked=looked))
