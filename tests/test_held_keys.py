"""A key that is let go while a slow computer is at work leads one screen on, and no further."""

from pathlib import Path

import pygame
import pytest

from game.ui import play
from game.ui.app import App
from game.ui.screen import Writing
from tests.twin import next_key

STORY = Path(__file__).parent / "stories" / "two-nights"
AFTER = "Your choice and the record"
DOWN, UP = pygame.KEYDOWN, pygame.KEYUP


def event(kind: int, key: int = pygame.K_RETURN) -> pygame.Event:
    return pygame.Event(kind, key=key, mod=0, unicode="")


def at_the_reason(app: App) -> None:
    while not isinstance(app.reading.screen, Writing):
        now = getattr(app.reading.screen, "play", None)
        app.press(next_key(app.view, now))


@pytest.mark.parametrize("repeats", [0, 1, 12])
def test_a_key_that_repeats_after_a_reason_skips_no_comparison(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, repeats: int
) -> None:
    pygame.display.init()
    app = play.opened(play.Wishes(STORY, tmp_path, "", "", is_full=False))
    at_the_reason(app)
    happens = [[event(DOWN)] * (1 + repeats) + [event(UP)], [pygame.Event(pygame.QUIT)]]
    monkeypatch.setattr(app, "events", lambda: happens.pop(0))
    titles = []
    monkeypatch.setattr(app, "frame", lambda: titles.append(app.view.title))
    app.run()
    assert titles == ["Why?", AFTER]
    app.close()
    pygame.display.quit()


def test_a_key_that_was_let_go_is_a_new_key(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pygame.display.init()
    app = play.opened(play.Wishes(STORY, tmp_path, "", "", is_full=False))
    at_the_reason(app)
    twice = [event(DOWN), event(UP), event(DOWN), event(UP)]
    happens = [[event(DOWN, pygame.K_x), *twice], [pygame.Event(pygame.QUIT)]]
    monkeypatch.setattr(app, "events", lambda: happens.pop(0))
    app.run()
    assert app.view.title not in ("Why?", AFTER)
    app.close()
    pygame.display.quit()
