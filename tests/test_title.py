"""The first page: everything that can be done stands on it, and where a new game begins."""

from dataclasses import replace
from pathlib import Path

import pytest

from game.lab.lab import Lab, Lesson
from game.story.packs import Pack
from game.terminal import title as terminal
from game.ui.screens.title import TitleScreen
from tests import asides, screens

SIZES = ((1024, 768), (1280, 720), (1920, 1080))


@pytest.mark.parametrize("size", SIZES)
def test_with_kept_games_and_stories_everything_stands_on_one_page(size: tuple[int, int]) -> None:
    stories = (Pack(Path("/a/one"), "One"), Pack(Path("/a/two"), "Two"))
    at = replace(asides.desk(), stories=stories)
    shown = TitleScreen().view(at, screens.space(size, 100))
    keys = ("resume", "begin", "chapters", "saves", "stories", "settings", "people", "help", "quit")
    assert [key for key in keys if shown.find(key) is None] == []


@pytest.mark.parametrize(
    ("lesson", "told", "typed"),
    [
        (Lesson(), "The Pen, 1879–1904", "Begin at the beginning"),
        (Lesson(chapters=("6",)), "The Train, 1918–1920", "Begin with a chapter: The Train"),
        (
            Lesson(chapters=("6.2",)),
            "The Train: The long war",
            "Begin with a chapter: The Train, The long war",
        ),
        (
            Lesson(first="fog-over-pulkovo"),
            "The Train: Fog over Pulkovo",
            "Begin with a chapter: The Train, Fog over Pulkovo",
        ),
    ],
)
def test_it_says_what_a_new_game_begins_with(
    lesson: Lesson, told: str, typed: str, tmp_path: Path
) -> None:
    at = replace(screens.desk(), lab=Lab(lesson=lesson))
    begin = TitleScreen().view(at, screens.space((1280, 720), 100)).find("begin")
    assert begin is not None
    assert begin.text == f"Begin. {told}"
    shown = terminal.title(screens.story(), tmp_path, lesson)
    assert shown.menu[0].text == typed
