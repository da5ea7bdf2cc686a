"""Every option, scene, light and size can be looked at in the preview."""

from collections.abc import Iterator
from pathlib import Path

import pygame
import pytest

from game.play.playthrough import begin
from game.story.problem import Mark, Problem
from game.ui import words_preview as words
from game.ui import words_school
from game.ui.art import Plate
from game.ui.preview import stand, tags
from game.ui.screens.comparison import ComparisonScreen
from game.ui.screens.ending import EndingScreen
from game.ui.screens.menu import MenuScreen
from game.ui.screens.scene import SceneScreen
from tests import screens
from tests.previewing import CORRIDOR, Author, at_work


@pytest.fixture(name="author")
def _author(tmp_path: Path) -> Iterator[Author]:
    with at_work(tmp_path) as author:
        yield author


def test_looking_at_one_option_after_the_other_keeps_no_games(author: Author) -> None:
    author.presses(pygame.K_o, pygame.K_PAGEDOWN, pygame.K_o, pygame.K_PAGEDOWN, pygame.K_1)
    assert words_school.OTHER_GAME not in author.shown
    assert not list(author.app.shelf.data.rglob("autosave*"))


def test_backspace_leads_back_to_the_scene_and_asks_nothing(author: Author) -> None:
    before = author.shown
    author.presses(pygame.K_o)
    assert isinstance(author.app.reading.screen, ComparisonScreen)
    author.presses(pygame.K_BACKSPACE)
    assert isinstance(author.app.reading.screen, SceneScreen)
    assert author.shown.split("\n")[:4] == before.split("\n")[:4]
    author.presses(pygame.K_BACKSPACE)
    assert isinstance(author.app.reading.screen, SceneScreen)


def test_every_option_can_be_looked_at_closed_ones_too(author: Author) -> None:
    assert author.app.scene is not None
    choices = author.app.scene.choices
    assert any(choice.requires for choice in choices)
    for choice in choices:
        author.presses(pygame.K_o)
        assert isinstance(author.app.reading.screen, ComparisonScreen)
        assert choice.text in author.shown
        assert choice.id in author.caption
    author.presses(pygame.K_o)
    assert isinstance(author.app.reading.screen, SceneScreen)
    author.presses(pygame.K_o, held=pygame.KMOD_SHIFT)
    assert choices[-1].text in author.shown


def test_light_size_and_words_can_be_tried_and_nothing_is_written(author: Author) -> None:
    before = {path: path.read_bytes() for path in author.folder.rglob("*.yaml")}
    author.presses(pygame.K_z)
    assert author.app.settings.text_size == 115
    author.presses(pygame.K_z, held=pygame.KMOD_SHIFT)
    assert author.app.settings.text_size == 100
    author.presses(pygame.K_e)
    assert author.app.settings.is_easy
    author.presses(pygame.K_a)
    assert words.NO_PICTURE in author.shown or "To keep this light" in author.shown
    assert {path: path.read_bytes() for path in author.folder.rglob("*.yaml")} == before


@pytest.mark.parametrize(
    ("colours", "said"), [("", "write: colours: sepia"), ("\n  colours: sepia", "In sepia")]
)
def test_no_light_falls_on_an_own_picture(author: Author, colours: str, said: str) -> None:
    author.writes("text:", f"illustration:\n  alt: A map.\n  picture: map.png{colours}\ntext:")
    author.presses(pygame.K_a)
    assert said in author.shown
    assert "mood:" not in author.shown


def test_scene_after_scene_in_the_order_of_the_story(author: Author) -> None:
    assert author.app.story is not None
    seen = []
    for _ in author.app.story.scenes:
        scene = author.app.scene
        assert scene is not None
        assert scene.title in author.shown
        seen.append(scene.id)
        author.presses(pygame.K_o, pygame.K_x)
    assert seen == ["corridor", "palace", "morning", "exile", "home"]


def test_any_scene_is_found_by_a_few_letters(author: Author) -> None:
    author.presses(pygame.K_j)
    for letter in "exi":
        author.app.handle(pygame.event.Event(pygame.TEXTINPUT, text=letter))
    assert "exile" in author.shown
    author.presses(pygame.K_RETURN)
    assert author.app.scene is not None
    assert author.app.scene.id == "exile"
    assert isinstance(author.app.reading.screen, EndingScreen)


def test_scenes_to_go_to_stand_in_the_order_of_the_story(author: Author) -> None:
    author.presses(pygame.K_j)
    keys = [box.key for box in author.app.view.boxes if box.key.startswith("jump:")]
    assert keys == [f"jump:{name}" for name in ("corridor", "palace", "morning", "exile", "home")]


def test_escape_takes_away_what_lies_over_the_page_and_then_opens_the_menu(author: Author) -> None:
    author.advice = (Problem(Mark(f"story/{CORRIDOR}"), "long", "It is long.", "", "advice"),)
    author.saves()
    author.presses(pygame.K_w, pygame.K_F3)
    for shown in (words.KEYS, "It is long."):
        assert shown in author.shown
        author.presses(pygame.K_ESCAPE)
        assert shown not in author.shown
    assert isinstance(author.app.reading.screen, SceneScreen)
    author.presses(pygame.K_ESCAPE)
    assert isinstance(author.app.reading.screen, MenuScreen)


def test_keys_are_told_and_taken_away_again(author: Author) -> None:
    author.presses(pygame.K_F3)
    assert words.KEYS in author.shown
    author.presses(pygame.K_F3)
    assert words.KEYS not in author.shown


def test_numbers_to_begin_with_are_kept_within_their_limits() -> None:
    story = stand.adjusted(screens.story(), {"army": 5, "lenin": 99, "nothing": 3}, "")
    assert story.variables["army"].start == 5
    assert story.variables["lenin"].start == story.variables["lenin"].high
    assert story.variables["party"] == screens.story().variables["party"]


@pytest.mark.parametrize("scene", ["no-war-no-peace", "kronstadt", "the-visitor"])
def test_everything_on_a_picture_is_named_with_its_line(scene: str, author: Author) -> None:
    made = screens.story().scenes[scene]
    assert made.illustration is not None
    play = begin(screens.story(), scene)
    view = screens.screen("scene/0", play).view(screens.desk(), screens.space((1280, 720), 100))
    box = view.boxes[0]
    assert isinstance(box.art, Plate)
    found = tags.tags(box.art, box.rect, author.app.gallery.catalogue)
    said = " ".join(tag.text for tag in found)
    drawn = made.illustration
    for placed in (*drawn.cast, *drawn.props):
        assert placed.part.id in said
        assert f"line {placed.mark.line}" in said
    assert drawn.backdrop is None or drawn.backdrop.id in said
