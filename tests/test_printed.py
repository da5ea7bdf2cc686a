"""What is printed beforehand: a first frame has paper and a picture before any was composed."""

import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pygame
import pytest
from PIL import Image, ImageChops, ImageStat

from game import paths
from game.stage import cache, compose, printed
from game.stage.kinds import PAGE
from game.stage.pixels import Pixels
from game.stage.view import Frame
from game.story.model import Illustration
from game.ui.art import Plate
from game.ui.gallery import Gallery
from tests.drawing import drawn, shipped
from tests.screens import story

STALE = "Run 'python -m game.press' and commit assets/printed: the title looks different now."


def title() -> Illustration:
    found = story().illustration
    assert found is not None
    return found


def image(made: Pixels) -> Image.Image:
    return Image.frombytes(made.mode, (made.width, made.height), made.data)


def apart(one: Image.Image, other: Image.Image) -> float:
    """Mean difference of 255 once grain and fine lines are averaged away."""
    coarse = (each.convert("RGB").reduce(8) for each in (one, other))
    return max(ImageStat.Stat(ImageChops.difference(*coarse)).mean)


@pytest.fixture
def gallery() -> Iterator[Gallery]:
    pygame.display.set_mode((320, 180))
    made = Gallery(shipped(), paths.story())
    yield made
    made.wait()
    made.close()
    pygame.display.quit()


def test_the_title_is_printed_as_it_is_composed_now() -> None:
    path = printed.path(title(), paths.assets())
    assert path.is_file(), STALE
    made = image(compose.plate(title(), shipped(), *printed.FRAME))
    assert apart(Image.open(path), made) < 8, STALE


def test_paper_is_printed_as_it_is_composed_now() -> None:
    made = image(compose.paper(PAGE, PAGE, shipped()))
    assert apart(Image.open(shipped().page), made) < 2, STALE


def test_nothing_else_is_printed() -> None:
    lying = set((paths.assets() / "printed").iterdir())
    assert lying == {printed.path(title(), paths.assets()), shipped().page}


@pytest.mark.parametrize("frame", [(1280, 720, 0.41), (1024, 768, 0.5), (1440, 900, 0.41)])
def test_a_window_of_any_shape_shows_its_part_of_the_print(frame: tuple[int, int, float]) -> None:
    wanted = Frame(*frame)
    left, top, width, height = printed.cut(title(), shipped(), wanted)
    print_ = Image.open(printed.path(title(), paths.assets()))
    part = print_.crop((left, top, left + width, top + height))
    assert part.width / part.height == pytest.approx(wanted.width / wanted.height, rel=0.02)
    made = image(compose.plate(title(), shipped(), *wanted))
    assert apart(part.resize(made.size), made) < 14


def test_a_wider_window_shows_less_of_its_height() -> None:
    cut = printed.cut(title(), shipped(), Frame(2560, 1080, 0.3))
    assert cut.width == 1280
    assert cut.height == 540


def test_the_title_is_seen_before_it_is_composed(
    gallery: Gallery, monkeypatch: pytest.MonkeyPatch
) -> None:
    may_compose = threading.Event()

    def composed(*_: object) -> Pixels:
        assert may_compose.wait(60)
        return Pixels(320, 180, "RGB", bytes((255, 0, 0)) * 320 * 180)

    monkeypatch.setattr(cache, "plate", composed)
    art, other = Plate(title(), "", 0.41), Plate(drawn("archive"), "", 0.41)
    first = gallery.picture(art, 320, 180)
    assert first is not None
    assert first.get_size() == (320, 180)
    assert gallery.picture(art, 320, 180) is first
    assert gallery.picture(other, 320, 180) is None
    may_compose.set()
    gallery.wait()
    made = gallery.picture(art, 320, 180)
    assert made is not None
    assert made.get_at((9, 9)) == pygame.Color(255, 0, 0)


def test_paper_that_was_never_printed_is_composed(tmp_path: Path) -> None:
    bare = Gallery(replace(shipped(), folder=tmp_path), paths.story(), tmp_path / "kept")
    assert bare.grain().get_size() == (PAGE, PAGE)
    assert len(list((tmp_path / "kept").iterdir())) == 1
