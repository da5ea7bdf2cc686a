"""Pictures of an author's own: their colours, and how light they are in any frame."""

from pathlib import Path

import pytest
from PIL import Image

from game.stage import compose
from game.stage.pixels import Pixels
from game.story.model import Colours
from tests.drawing import drawn, shipped

GREEN, RED = (90, 140, 70), (200, 30, 30)
BLUE, DEEP = (190, 210, 220), (150, 170, 180)
# The tooth of the paper and its warm white change a colour by so much.
PRINTED = 28


@pytest.fixture(name="folder")
def _folder(tmp_path: Path) -> Path:
    """A map: green land at the left, water at the right, deeper below, and a red town."""
    land = Image.new("RGB", (800, 300), GREEN)
    land.paste(BLUE, (400, 0, 800, 150))
    land.paste(DEEP, (400, 150, 800, 300))
    land.paste(RED, (390, 100, 430, 200))
    land.save(tmp_path / "map.png")
    return tmp_path


def plate(folder: Path, colours: Colours, size: tuple[int, int], covered: float = 0.0) -> Pixels:
    shown = drawn(picture="map.png", focus=1.0, colours=colours)
    return compose.plate(shown, shipped(), *size, covered, folder)


def mean(made: Pixels, box: tuple[int, int, int, int]) -> tuple[int, ...]:
    whole = Image.frombytes(made.mode, (made.width, made.height), made.data)
    found = whole.crop(box).resize((1, 1), Image.Resampling.BOX).getpixel((0, 0))
    assert isinstance(found, tuple)
    return found


@pytest.mark.parametrize(
    ("box", "colour"),
    [((40, 40, 360, 320), GREEN), ((560, 20, 920, 160), BLUE), ((475, 130, 505, 230), RED)],
)
def test_an_own_picture_keeps_its_colours(
    folder: Path, box: tuple[int, int, int, int], colour: tuple[int, int, int]
) -> None:
    found = mean(plate(folder, "own", (960, 360)), box)
    assert max(abs(one - other) for one, other in zip(found, colour, strict=True)) < PRINTED


@pytest.mark.parametrize(
    ("size", "covered"), [((700, 360), 0.0), ((300, 360), 0.0), ((640, 360), 0.4)]
)
def test_sepia_is_as_light_whatever_else_of_it_is_seen(
    folder: Path, size: tuple[int, int], covered: float
) -> None:
    """At its right edge, where water is; with much land beside it, with little and with none."""
    found = mean(plate(folder, "sepia", size, covered), (size[0] - 100, 200, size[0], 340))
    wanted = mean(plate(folder, "sepia", (960, 360)), (860, 200, 960, 340))
    assert max(abs(one - other) for one, other in zip(found, wanted, strict=True)) < 12
    assert max(found) - min(found) > 20
