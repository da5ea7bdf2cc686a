"""The preview tells mistakes and advice, offers missing scenes, and says what is mended."""

from collections.abc import Iterator
from pathlib import Path

import pygame
import pytest

from game.checks import facts, signs
from game.commands import preview
from game.story.model import Story
from game.story.problem import Mark, Problem
from game.ui import words_preview as words
from game.ui.screens.menu import MenuScreen
from tests.previewing import CORRIDOR, OPENING, Author, at_work


@pytest.fixture(name="author")
def _author(tmp_path: Path) -> Iterator[Author]:
    with at_work(tmp_path) as author:
        yield author


def test_a_mistake_lies_over_the_page_until_it_is_mended(author: Author) -> None:
    author.writes("goto: palace", "goto: palce")
    shown = author.shown
    assert OPENING in shown
    assert "There is no scene 'palce'." in shown
    assert words.to_mend(1) in author.caption
    assert "goto: palce" in shown
    assert "Did you mean 'palace'? Or make it: power-struggle new scene palce" in shown
    assert "line" in shown
    author.writes("goto: palce", "goto: palace")
    shown = author.shown
    assert "palce" not in shown
    assert words.MENDED in shown
    author.writes("goto: palace", "goto: plaza")
    assert "There is no scene 'plaza'." in author.shown
    assert words.MENDED not in author.shown


def test_a_text_that_is_cut_short_is_told_unasked_and_is_not_mended(
    author: Author, monkeypatch: pytest.MonkeyPatch
) -> None:
    def judge(_: Author, story: Story) -> tuple[Problem, ...]:
        return tuple(signs.amiss(facts.gather(story, author.folder, author.app.gallery.catalogue)))

    monkeypatch.setattr(Author, "judge", judge)
    author.writes("goto: palace", "goto: palce")
    author.writes("goto: palce", "goto: palace\n    cost: Twelve men of room #67")
    shown = author.shown
    assert "Readers see only 'Twelve men of room'" in shown
    assert words.MISTAKES["warning"] in shown
    assert words.MENDED not in shown
    author.writes(" #67", " 67")
    assert words.MENDED in author.shown


def test_a_new_mistake_comes_before_the_keys(author: Author) -> None:
    author.presses(pygame.K_F3)
    author.saves()
    assert words.KEYS in author.shown
    author.writes("goto: palace", "goto: palce")
    assert "There is no scene 'palce'." in author.shown
    assert words.KEYS not in author.shown
    author.presses(pygame.K_F3)
    author.saves()
    assert f"{words.KEYS}\n{words.behind(1)}" in author.shown
    author.presses(pygame.K_ESCAPE)
    assert "There is no scene 'palce'." in author.shown


def test_a_scene_that_is_missing_is_made_by_one_key(author: Author) -> None:
    author.app.make = lambda scene: preview._made(author.folder, scene)
    author.writes("goto: palace", "goto: bridge")
    author.presses(pygame.K_F4)
    assert "bridge.yaml is there" in author.shown
    author.saves()
    assert words.to_mend(1) not in author.caption
    assert author.app.story is not None
    assert "bridge" in author.app.story.scenes
    author.writes("goto: bridge", "goto: 'tunnel'")
    assert author.app.view.find("make:tunnel") is not None
    author.app.press("make:tunnel")
    assert (author.folder / "1-smolny" / "tunnel.yaml").is_file()
    author.app.press("make:tunnel")
    assert "There is a scene 'tunnel' already" in author.shown


@pytest.mark.parametrize("name", ["bridge.yaml.txt", "bridge.docx", "bridge.txt"])
def test_a_scene_that_is_there_under_a_wrong_name_is_not_made_again(
    name: str, author: Author
) -> None:
    made: list[str] = []

    def make(scene: str) -> str:
        made.append(scene)
        return ""

    author.app.make = make
    (author.folder / "1-smolny" / name).write_text("title: The bridge\n", encoding="utf-8")
    author.writes("goto: palace", "goto: bridge")
    assert f"'{name}'" in author.shown
    assert "'bridge.yaml'" in author.shown
    assert "new scene" not in author.shown
    author.presses(pygame.K_F4)
    assert made == []


def test_a_menu_does_not_hide_what_is_said_about_the_scene_beneath_it(author: Author) -> None:
    author.advice = (Problem(Mark(f"story/{CORRIDOR}"), "long", "It is long.", "", "advice"),)
    author.saves()
    author.presses(pygame.K_o, pygame.K_ESCAPE)
    assert isinstance(author.app.reading.screen, MenuScreen)
    author.presses(pygame.K_w)
    assert "It is long." in author.shown


def test_advice_waits_until_it_is_asked_for(author: Author) -> None:
    advice = Problem(Mark(f"story/{CORRIDOR}"), "no-x", "It could be shorter.", "Cut.", "advice")
    elsewhere = Problem(Mark("story/x.yaml"), "no-x", "Not here.", "", "warning")
    author.advice = (advice, elsewhere)
    author.saves()
    assert "It could be shorter." not in author.shown
    author.presses(pygame.K_w)
    shown = author.shown
    assert "It could be shorter." in shown
    assert "Not here." not in shown
