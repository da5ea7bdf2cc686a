"""Whoever begins within a chapter is told what is in a scene before they read it, as elsewhere;
and the beads say how far it is.
"""

from collections.abc import Iterator
from pathlib import Path

import pygame
import pytest

from game import paths
from game.lab.lab import Lab, Lesson
from game.play.playthrough import begin
from game.terminal import talk
from game.ui import play
from game.ui.app import App
from game.ui.screens.opening import ContentScreen
from game.ui.screens.scene import SceneScreen, beads
from tests.screens import story

WARNED = ("joffes-grave", "zina", "sviyazhsk")


def opened(data: Path, scene: str = "", lab: Lab | None = None) -> App:
    wishes = play.Wishes(paths.story(), data, scene, "", is_full=False)
    return play.opened(wishes if lab is None else wishes._replace(lab=lab))


@pytest.fixture(autouse=True)
def _display() -> Iterator[None]:
    pygame.display.init()
    yield
    pygame.display.quit()


def named(name: str) -> str:
    assert name in story().scenes
    return name


@pytest.mark.parametrize("scene", WARNED)
def test_a_scene_by_its_name_begins_with_its_note(scene: str, tmp_path: Path) -> None:
    app = opened(tmp_path, named(scene))
    assert isinstance(app.reading.screen, ContentScreen)
    app.press("read")
    assert isinstance(app.reading.screen, SceneScreen)
    assert app.reading.screen.play.scene.id == scene
    app.close()


def test_a_scene_without_a_note_begins_at_once(tmp_path: Path) -> None:
    scene = next(each.id for each in story().scenes.values() if each.choices and not each.content)
    app = opened(tmp_path, scene)
    assert isinstance(app.reading.screen, SceneScreen)
    app.close()


@pytest.mark.parametrize("scene", WARNED)
def test_a_lesson_that_begins_within_a_chapter_has_the_note(scene: str, tmp_path: Path) -> None:
    app = opened(tmp_path, lab=Lab(lesson=Lesson(first=named(scene))))
    app.press("begin")
    app.press("onward")
    assert isinstance(app.reading.screen, ContentScreen)
    app.close()


@pytest.mark.parametrize("scene", WARNED)
def test_so_it_is_in_a_terminal(scene: str) -> None:
    first = talk.begin(begin(story(), scene))
    assert talk.answer(first, "").talk.at == "note"


def test_the_beads_count_what_lies_behind_wherever_a_game_begins() -> None:
    for chapter in story().chapters.values():
        own = [each.id for each in story().scenes.values() if each.chapter == chapter.id]
        main = [name for name in own if story().scenes[name].choices]
        found = {beads(begin(story(), name)).done for name in main}
        assert found == set(range(len(main)))
        assert beads(begin(story(), chapter.start.id)).done == 0
