"""A picture that cannot be made leaves paper, and says in words what it shows; play goes on."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pygame
import pytest

from game import paths
from game.play.playthrough import begin
from game.stage import cache
from game.stage.catalogue import Catalogue
from game.stage.kinds import Part
from game.ui import reading
from game.ui.art import Plate
from game.ui.boxes import View
from game.ui.gallery import Gallery
from game.ui.paint.painter import Hot, Painter
from game.ui.paint.scenery import Scenery
from game.ui.screens import index
from game.ui.theme import theme
from game.ui.wings import Wings
from tests.drawing import shipped
from tests.screens import desk, fonts, space, story

SCENE = "kronstadt"
SIZE = (960, 540)


def without(is_gone: Callable[[str], bool]) -> Catalogue:
    parts = {name: part for name, part in shipped().parts.items() if not is_gone(name)}
    return replace(shipped(), parts=parts)


def broken(is_broken: Callable[[str], bool], bad: Path) -> Catalogue:
    """With files that hold no picture; of people the head goes with the body."""
    bad.write_bytes(b"RIFF, and no more")

    def spoilt(part: Part) -> Part:
        over = spoilt(part.over) if part.over is not None else None
        return part._replace(files=part.files._replace(flat=str(bad)), small=None, over=over)

    parts = shipped().parts.items()
    return replace(
        shipped(), parts={name: spoilt(part) if is_broken(name) else part for name, part in parts}
    )


@pytest.fixture
def window() -> Iterator[pygame.Surface]:
    yield pygame.display.set_mode(SIZE)
    pygame.display.quit()


def page() -> View:
    lies = desk()
    on = reading.begin(lies, index.build("scene/0", begin(story(), SCENE), lies))
    return on.view(space(SIZE, 100))


def painted(window: pygame.Surface, catalogue: Catalogue) -> pygame.Surface:
    """The free part of a page's picture, once there is no more to come."""
    gallery = Gallery(catalogue, paths.story())
    wings = Wings(catalogue, gallery.beside)
    on = space(SIZE, 100)
    painter = Painter(fonts(), theme(is_stark=False), on, gallery, Scenery(wings))
    painter.paint(window, page(), Hot())
    gallery.wait(60)
    painter.paint(window, page(), Hot())
    gallery.close()
    wings.close()
    return window.subsurface((500, 60, 440, 420)).copy()


def words_on_paper(seen: pygame.Surface) -> bool:
    """Whether it is paper with some ink on it, and nothing else."""
    paper, ink = theme(is_stark=False)["paper"], theme(is_stark=False)["ink"]
    whole = seen.get_width() * seen.get_height()
    plain = pygame.mask.from_threshold(seen, paper, (2, 2, 2, 255)).count()
    inked = pygame.mask.from_threshold(seen, ink, (60, 60, 60, 255)).count()
    return 0.7 * whole < plain < whole and inked > 200


def test_a_page_says_in_words_what_its_picture_shows() -> None:
    picture = next(box for box in page().boxes if isinstance(box.art, Plate))
    illustration = story().scenes[SCENE].illustration
    assert illustration is not None
    assert picture.role == "picture"
    assert picture.text == illustration.alt


def test_with_its_parts_it_is_a_picture(window: pygame.Surface) -> None:
    assert not words_on_paper(painted(window, shipped()))


def test_without_any_parts_words_stand_on_paper(window: pygame.Surface) -> None:
    assert words_on_paper(painted(window, without(lambda _: True)))


def test_without_pillow_too(window: pygame.Surface, monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(*_: object) -> None:
        raise ImportError("No module named 'PIL'")

    monkeypatch.setattr(cache, "plate", missing)
    assert words_on_paper(painted(window, shipped()))


@pytest.mark.parametrize("kind", ["bd_kronstadt_ice.ice", "fig_trotsky_war", "crowd_soldiers"])
def test_one_part_that_is_missing_or_broken_leaves_the_others(
    window: pygame.Surface, tmp_path: Path, kind: str
) -> None:
    whole = painted(window, shipped())
    gone = painted(window, without(lambda name: name.startswith(kind)))
    bad = painted(window, broken(lambda name: name.startswith(kind), tmp_path / "bad.webp"))
    for seen in (gone, bad):
        assert not words_on_paper(seen)
        assert seen.get_buffer().raw != whole.get_buffer().raw
    assert gone.get_buffer().raw == bad.get_buffer().raw
