"""A picture in sheets: at rest it looks like the plate, and however it moves it has no gap."""

from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageStat

from game.stage import compose, view
from game.stage.pixels import Sheet
from tests.drawing import drawn, shipped
from tests.test_stage_golden import SCENES, image

SIZES = ((480, 270), (400, 300), (640, 200))
# The lights and shadows of a sheet are printed by themselves, so a few pixels differ a little.
MEAN, MANY, FEW = 1.5, 12, 0.01
GAP = (255, 0, 255)


def cut(name: str, size: tuple[int, int] = SIZES[0], covered: float = 0.4) -> tuple[Sheet, ...]:
    return tuple(compose.layers(SCENES[name], shipped(), *size, covered))


def together(sheets: tuple[Sheet, ...], size: tuple[int, int], x: float, y: float) -> Image.Image:
    """The sheets one on the other, moved as the view looks to (x, y), each by its depth."""
    whole = Image.new("RGB", size, GAP)
    scale = max(size[0] / view.WIDTH, size[1] / view.HEIGHT)
    for sheet in sheets:
        shown = image(sheet.pixels)
        left = sheet.left + round(x * view.TRAVEL_X * sheet.depth * scale)
        top = sheet.top + round(y * view.TRAVEL_Y * sheet.depth * scale)
        whole.paste(shown, (left, top), shown if shown.mode == "RGBA" else None)
    return whole


@pytest.mark.parametrize("name", SCENES)
def test_at_rest_sheets_look_like_the_plate(name: str) -> None:
    plate = image(compose.plate(SCENES[name], shipped(), *SIZES[0], 0.4))
    apart = ImageChops.difference(plate, together(cut(name), SIZES[0], 0, 0)).convert("L")
    assert ImageStat.Stat(apart).mean[0] < MEAN
    assert sum(apart.histogram()[MANY:]) < FEW * plate.width * plate.height


@pytest.mark.parametrize("name", SCENES)
@pytest.mark.parametrize("size", SIZES, ids=str)
def test_no_edge_shows_however_far_they_move(name: str, size: tuple[int, int]) -> None:
    sheets = cut(name, size)
    for x in (-1, 1):
        for y in (-1, 1):
            colours = together(sheets, size, x, y).getcolors(size[0] * size[1]) or []
            assert GAP not in [colour for _, colour in colours]


@pytest.mark.parametrize("covered", [0.0, 0.6])
def test_the_end_of_the_stage_goes_on(covered: float) -> None:
    """However far to one side the view is, the ground reaches beyond the frame on both."""
    far = drawn("petrograd_day", "lenin far_right" if covered < 0.5 else "lenin far_left")
    ground = next(compose.layers(far, shipped(), *SIZES[0], covered))
    across, down = view.reach(ground.depth, SIZES[0][0] / view.WIDTH)
    assert (ground.left, ground.top) == (-across, -down)
    assert ground.pixels.mode == "RGB"
    assert ground.pixels.width == SIZES[0][0] + 2 * across


@pytest.mark.parametrize("name", SCENES)
def test_sheets_are_few_and_lie_from_back_to_front(name: str) -> None:
    depths = [sheet.depth for sheet in cut(name)]
    assert depths == sorted(depths)
    assert len(depths) <= 7
    assert [sheet.pixels.mode for sheet in cut(name)][1:] == ["RGBA"] * (len(depths) - 1)


def test_snow_lies_before_everything_and_fills_the_frame() -> None:
    snow = [sheet for sheet in cut("snow") if sheet.depth > 1]
    assert [(s.left, s.top, s.pixels.width, s.pixels.height) for s in snow] == [
        (0, 0, *SIZES[0])
    ] * 2


def test_an_own_picture_is_one_sheet(tmp_path: Path) -> None:
    Image.new("RGB", (400, 300), (180, 40, 30)).save(tmp_path / "mine.png")
    own = drawn(picture="mine.png")
    (only,) = compose.layers(own, shipped(), 160, 90, 0.0, tmp_path)
    assert only == Sheet(compose.plate(own, shipped(), 160, 90, 0.0, tmp_path), 0, 0, 0.0)
