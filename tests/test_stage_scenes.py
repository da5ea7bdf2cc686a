"""The pictures of the shipped story: every one can be drawn, and no three in a row are alike."""

from itertools import groupby

import pytest

from game import paths
from game.stage import compose
from game.story.dates import Day
from game.story.model import Placed, Ref
from tests.drawing import shipped
from tests.screens import story

SCENES = sorted(scene.id for scene in story().scenes.values() if scene.illustration is not None)
SIZES = ((320, 180, 0.41), (256, 192, 0.0))


@pytest.mark.parametrize("name", SCENES)
def test_a_scene_can_be_drawn_at_two_sizes(name: str) -> None:
    scene = story().scenes[name]
    assert scene.illustration is not None
    folder = paths.story() / scene.chapter
    assert compose.troubles(scene.illustration, shipped(), folder) == ()
    for size in SIZES:
        made = compose.plate(scene.illustration, shipped(), *size, folder)
        assert len(set(made.data)) > 60


@pytest.mark.parametrize("chapter", story().chapters)
def test_no_three_pictures_in_a_row_have_the_same_place(chapter: str) -> None:
    dated = [
        (scene.when, scene.id, scene.illustration.backdrop)
        for scene in story().scenes.values()
        if scene.chapter == chapter and scene.when is not None and scene.illustration is not None
    ]
    places = [backdrop.id if backdrop else "" for _, _, backdrop in sorted(dated, key=_moment)]
    assert max(len(list(same)) for _, same in groupby(places)) < 3


def _moment(dated: tuple[Day, str, Ref | None]) -> tuple[int, int, int]:
    return dated[0].year, dated[0].month, dated[0].day


def test_no_two_pictures_are_the_same() -> None:
    arts = [scene.illustration for scene in story().scenes.values() if scene.illustration]
    told = {
        (art.backdrop and art.backdrop.id, art.mood, *map(_placed, (*art.cast, *art.props)))
        for art in arts
    }
    assert len(told) == len(arts)


def _placed(placed: Placed) -> tuple[str, ...]:
    return (placed.part.id, placed.at, placed.size, placed.expression, placed.pose)
