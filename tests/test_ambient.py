"""What drifts in the air: slow, faint, and always the same at the same moment."""

import math

import pytest

from game.stage.view import HEIGHT, WIDTH
from game.ui.paint import ambient
from game.ui.theatre import Pose
from game.ui.wings import AIRS
from tests.drawing import shipped

KINDS = ("dust", "smoke", "rain")
# How far something may come in a thirtieth of a second, in units: what jumps further wraps round.
FASTEST = 25


def specks(kind: str, drift: float, wind: float = 1.0) -> tuple[ambient.Speck, ...]:
    return tuple(ambient.specks(kind, Pose(drift=drift, wind=wind)))


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_moment_is_the_same(kind: str) -> None:
    assert specks(kind, 12.3) == specks(kind, 12.3) != specks(kind, 13.3)


@pytest.mark.parametrize("kind", KINDS)
def test_all_is_near_the_picture_and_faint_in_a_faint_wind(kind: str) -> None:
    for drift in (0.0, 7.7, 400.0):
        for speck in specks(kind, drift, 0.5):
            assert -100 <= speck.x <= WIDTH + 100
            assert -100 <= speck.y <= HEIGHT + 100
            assert 0 <= speck.strength <= 0.5


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_flashes(kind: str) -> None:
    """From one frame to the next nothing becomes much stronger, and nothing but a wrap jumps."""
    for number in range(300):
        before, after = specks(kind, number / 30), specks(kind, (number + 1) / 30)
        for one, other in zip(before, after, strict=True):
            far = math.dist(one[:2], other[:2])
            assert abs(one.strength - other.strength) < 0.1
            assert far < FASTEST or one.strength < 0.1 or far > HEIGHT * 0.9


@pytest.mark.parametrize("kind", ["", "snow", "fog"])
def test_other_weather_is_nothing_here(kind: str) -> None:
    assert specks(kind, 3.0) == ()


def test_without_wind_there_is_nothing() -> None:
    assert specks("dust", 3.0, 0.0) == ()


def test_every_weather_of_the_catalogue_can_be_shown() -> None:
    told = {backdrop.weather for backdrop in shipped().backdrops.values()} | set(AIRS.values())
    assert told <= {"", "snow", *KINDS}
    assert set(AIRS) <= set(shipped().moods)
