"""An author at work with the preview beside the editor."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pygame

from game.story.model import Story
from game.story.problem import Problem
from game.ui import window
from game.ui.boxes import transcript
from game.ui.preview import open as opening
from game.ui.preview import watch
from game.ui.preview.live import Live
from tests.cases import building

STORY = building.CASES.parent / "stories" / "two-nights"
CORRIDOR = "1-smolny/corridor.yaml"
OPENING = "Everyone is waiting."


class Author:
    """An author at work: changes files, presses keys, and looks at what is shown."""

    def __init__(self, folder: Path, data: Path) -> None:
        self.folder = folder
        self.advice: tuple[Problem, ...] = ()
        wishes = opening.Wishes(folder, data, "corridor", "1280x720", {}, self.judge)
        self.app: Live = opening.opened(wishes, data)
        self.saves()

    def judge(self, _: Story) -> tuple[Problem, ...]:
        return self.advice

    def writes(self, before: str, after: str, file: str = CORRIDOR) -> None:
        path = self.folder / file
        text = path.read_text(encoding="utf-8")
        assert before in text
        path.write_text(text.replace(before, after, 1), encoding="utf-8")
        self.saves()

    def saves(self) -> None:
        for looked in watch.look(self.folder, self.judge):
            self.app.handle(pygame.event.Event(watch.CHANGED, looked=looked))

    def presses(self, *keys: int, held: int = 0) -> None:
        for key in keys:
            scancode = pygame.KSCAN_1 + key - pygame.K_1 if key in range(pygame.K_1, 58) else 0
            event = pygame.event.Event(pygame.KEYDOWN, key=key, mod=held, scancode=scancode)
            self.app.handle(event)

    @property
    def shown(self) -> str:
        self.app.draw()
        said = self.app.reading.notice
        return f"{transcript(self.app.view)}\n{said}"

    @property
    def caption(self) -> str:
        return pygame.display.get_caption()[0]


@contextmanager
def at_work(at: Path) -> Iterator[Author]:
    """An author whose preview is open, and is closed again."""
    folder = at / "story"
    shutil.copytree(STORY, folder)
    window.start()
    author = Author(folder, at / "data")
    yield author
    author.app.close()
    pygame.display.quit()
