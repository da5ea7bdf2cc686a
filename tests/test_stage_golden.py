"""Pictures we have looked at, drawn again: ``UPDATE_GOLDEN=1`` makes new ones to look at."""

import os
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageStat

from game.stage import compose
from game.stage.pixels import Pixels
from game.story.model import Colours
from tests.drawing import drawn, shipped

GOLDEN = Path(__file__).parent / "golden" / "stage"
FAILURES = Path(__file__).parent / "failures"
WIDTH, HEIGHT = 480, 270
# Mean difference of 255 once the grain is averaged away; a figure that moved is far beyond.
TOLERANCE = 3.0
SCENES = {
    "train": drawn("armoured_train", "trotsky_war right", props=("soldiers_rear",)),
    "smolny": drawn(
        "smolny_hall", "trotsky_1917 right - - fierce", props=("crowd_mid", "flag far_right")
    ),
    "study": drawn("coyoacan_study", "trotsky_1940"),
    "two": drawn("kremlin_office", "lenin centre_right near right", "stalin far_right near"),
    "snow": drawn("red_square", "soldier centre mid", mood="snow"),
    "people": drawn(
        "casa_azul",
        "trotsky_exile centre_right near right",
        "dewey right near left",
        "kahlo far_right mid left",
        "rivera far_right mid left",
    ),
    "table": drawn(
        "brest_hall",
        "trotsky_1917 centre_right near right calm speaking",
        "diplomat right - left calm sitting",
        "general far_right - left fierce sitting",
    ),
    "bare": drawn("", "lenin centre close"),
}


def image(made: Pixels) -> Image.Image:
    return Image.frombytes(made.mode, (made.width, made.height), made.data)


def look(name: str, made: Image.Image) -> None:
    path = GOLDEN / f"{name}.jpg"
    if os.environ.get("UPDATE_GOLDEN"):
        GOLDEN.mkdir(parents=True, exist_ok=True)
        made.save(path, quality=90, subsampling=0)
    golden = Image.open(path).convert("RGB")
    assert golden.size == made.size
    apart = ImageStat.Stat(ImageChops.difference(golden.reduce(4), made.reduce(4))).mean
    if max(apart) > TOLERANCE:
        FAILURES.mkdir(exist_ok=True)
        both = Image.new("RGB", (made.width * 2, made.height))
        both.paste(golden)
        both.paste(made, (made.width, 0))
        both.save(FAILURES / f"stage-{name}.png")
        pytest.fail(f"'{name}' differs by {max(apart):.1f}: see tests/failures (left: golden)")


@pytest.mark.parametrize("name", SCENES)
def test_plate(name: str) -> None:
    look(name, image(compose.plate(SCENES[name], shipped(), WIDTH, HEIGHT, 0.4)))


def test_vignette() -> None:
    look("vignette", image(compose.vignette(SCENES["smolny"], shipped(), 496, 150, "red")))


@pytest.mark.parametrize("colours", ["own", "sepia"])
def test_own_picture(tmp_path: Path, colours: Colours) -> None:
    ramp = Image.linear_gradient("L").resize((400, 300)).convert("RGB")
    ramp.paste((180, 40, 30), (120, 60, 220, 240))
    ramp.save(tmp_path / "mine.png")
    illustration = drawn(picture="mine.png", focus=0.4, colours=colours)
    look(colours, image(compose.plate(illustration, shipped(), WIDTH, HEIGHT, 0.4, tmp_path)))


def test_the_same_again_is_the_same() -> None:
    first = compose.plate(SCENES["two"], shipped(), 160, 90)
    assert compose.plate(SCENES["two"], shipped(), 160, 90) == first
