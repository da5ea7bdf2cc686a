"""The preview follows the files: the place, the page and the state stay."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pygame
import pytest

from game.ui import reading as readings
from game.ui import window
from game.ui import words_preview as words
from game.ui.preview import stand
from game.ui.screens.scene import SceneScreen
from tests import screens
from tests.previewing import CORRIDOR, OPENING, STORY, Author, at_work


@pytest.fixture(name="author")
def _author(tmp_path: Path) -> Iterator[Author]:
    with at_work(tmp_path) as author:
        yield author


def test_it_opens_at_the_scene_that_was_named(author: Author) -> None:
    assert OPENING in author.shown
    assert author.caption.startswith("Preview: corridor")
    assert words.START in author.shown


def test_what_is_written_is_seen_and_the_state_stays(author: Author) -> None:
    author.presses(pygame.K_1)
    decided = stand.play_of(author.app.reading.screen)
    assert decided is not None
    before = author.app.reading.screen
    author.writes("The order goes out.", "The order goes out by courier.")
    assert type(author.app.reading.screen) is type(before)
    after = stand.play_of(author.app.reading.screen)
    assert after is not None
    assert after.decisions == decided.decisions
    author.presses(pygame.K_o)
    assert "by courier" in author.shown


def test_the_page_that_was_open_stays_open(author: Author) -> None:
    author.presses(*[pygame.K_z] * 5)
    author.presses(pygame.K_PAGEDOWN)
    before = author.app.reading.screen
    assert isinstance(before, SceneScreen)
    assert before.number == 1
    size = author.app.glass.frame.get_size()
    author.writes("Everyone is waiting.", "Everyone waits, and nobody says a word.")
    after = author.app.reading.screen
    assert isinstance(after, SceneScreen)
    assert after.number == 1
    assert author.app.settings.text_size == 200
    assert author.app.glass.frame.get_size() == size


@pytest.mark.parametrize("place", ["title", "scene/0", "comparison", "check/0", "ending", "why"])
def test_every_screen_survives_a_story_that_was_changed(place: str) -> None:
    changed = stand.adjusted(screens.story(), {"army": 3}, "the-cart", "night", is_open=True)
    on = screens.space((1280, 720), 100)
    for name, play in screens.places():
        if name == place:
            start = readings.begin(screens.desk(), screens.screen(name, play))
            again = stand.renewed(start, changed)
            assert type(again.screen) is type(start.screen)
            assert again.view(on).title == start.view(on).title


def test_a_story_that_cannot_be_read_at_first_is_shown_when_it_can(tmp_path: Path) -> None:
    folder = tmp_path / "story"
    shutil.copytree(STORY, folder)
    file = folder / CORRIDOR
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("text:", "txet:", 1), encoding="utf-8")
    window.start()
    author = Author(folder, tmp_path / "data")
    assert "A scene has no field 'txet'." in author.shown
    author.writes("txet:", "text:")
    assert OPENING in author.shown
    author.app.close()
    pygame.display.quit()


def test_a_scene_that_is_gone_leads_back_to_the_beginning(author: Author) -> None:
    author.presses(pygame.K_x, pygame.K_x)
    assert author.app.scene is not None
    assert author.app.scene.id == "morning"
    (author.folder / "2-after" / "morning.yaml").unlink()
    for file in author.folder.rglob("*.yaml"):
        text = file.read_text(encoding="utf-8")
        file.write_text(re.sub("(goto|scene|start): morning", r"\1: home", text), encoding="utf-8")
    author.saves()
    assert OPENING in author.shown
    assert words.lost("morning") in author.shown
