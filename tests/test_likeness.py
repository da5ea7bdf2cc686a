"""Portraits: who is shown, as they looked in which year, and beside what."""

from pathlib import Path

import pytest
from PIL import Image

from game.play.playthrough import begin
from game.stage import cache, compose
from game.stage.likeness import faces, likeness
from game.ui.art import Medallion
from game.ui.gallery import Gallery, Order
from tests import screens
from tests.drawing import shipped


@pytest.mark.parametrize(
    ("person", "year", "figure"),
    [
        ("trotsky", 1896, "trotsky_student"),
        ("trotsky", 1905, "trotsky_young"),
        ("trotsky", 1917, "trotsky_1917"),
        ("trotsky", 1919, "trotsky_war"),
        ("trotsky", 1924, "trotsky_1920s"),
        ("trotsky", 1931, "trotsky_prinkipo"),
        ("trotsky", 1940, "trotsky_1940"),
        ("trotsky", 1, "trotsky_student"),
        ("lenin", 1917, "lenin"),
        ("lenin", 1923, "lenin_ill"),
        ("lenin", 0, "lenin"),
        ("stalin", 1913, "stalin_1913"),
        ("stalin", 2000, "stalin"),
        ("sedova", 1940, "natalia_old"),
        ("nobody", 1917, ""),
    ],
)
def test_people_look_as_they_did_in_that_year(person: str, year: int, figure: str) -> None:
    assert likeness(shipped(), person, year) == figure


def test_everybody_with_a_face_is_one_of_the_people() -> None:
    assert faces(shipped()) <= screens.story().people.keys()


def test_a_portrait_is_a_disc() -> None:
    made = compose.portrait("lenin", shipped(), 60, "slate")
    image = Image.frombytes(made.mode, (made.width, made.height), made.data)
    assert (made.mode, image.size) == ("RGBA", (60, 60))
    alpha = image.getchannel("A")
    assert [alpha.getpixel(place) for place in ((0, 0), (59, 0), (0, 59), (59, 59))] == [0] * 4
    assert alpha.getpixel((30, 30)) == 255
    assert len(set(image.convert("L").tobytes())) > 40


def test_nobody_is_an_empty_disc() -> None:
    assert set(compose.portrait("nobody", shipped(), 20).data) == {0}


def test_a_kept_portrait_is_the_portrait(tmp_path: Path) -> None:
    made = compose.portrait("martov", shipped(), 24, "red")
    assert cache.portrait("martov", shipped(), 24, "red", tmp_path) == made
    assert cache.portrait("martov", shipped(), 24, "red", tmp_path) == made
    assert len(list(tmp_path.iterdir())) == 1


def seen(place: str, scene: str = "") -> list[Medallion]:
    play = begin(screens.story(), scene) if scene else None
    on = screens.space((1280, 720), 100)
    views = screens.pages(screens.screen(place, play), on)
    return [box.art for view in views for box in view.boxes if isinstance(box.art, Medallion)]


def test_advisers_are_seen_beside_their_names() -> None:
    found = seen("scene/0", "the-vote")
    assert found == [Medallion(who, 1918) for who in ("lenin", "bukharin", "joffe")]


def test_a_card_shows_whom_it_is_about() -> None:
    assert seen("person/martov") == [Medallion("martov")]
    assert seen("person/nicholas") == []
    assert seen("term/soviet") == []


def test_the_window_has_portraits_made(tmp_path: Path) -> None:
    gallery = Gallery(shipped(), tmp_path)
    gallery.order(Order(Medallion("stalin", 1924), 40, 40))
    gallery.wait()
    made = gallery.picture(Medallion("stalin", 1924), 40, 40)
    gallery.close()
    assert made is not None
    assert made.get_size() == (40, 40)
