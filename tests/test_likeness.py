"""Portraits: who is shown, as they looked in which year, and beside what."""

import shutil
from pathlib import Path
from zipfile import ZipFile

import pygame
import pytest
from PIL import Image

from game.play.playthrough import begin
from game.stage import cache, compose
from game.stage.likeness import faces, likeness
from game.story import lay, load
from game.story.layers import Layers
from game.story.model import Story
from game.ui.art import Medallion, Vignette
from game.ui.faces import before_others, face
from game.ui.gallery import Gallery, Order
from game.ui.paint.papers import surface
from game.ui.screen import Desk
from game.ui.settings import Settings
from tests import screens
from tests.cases import building
from tests.drawing import drawn, shipped


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
    assert {*faces(shipped()).values()} - {""} <= screens.story().people.keys()


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


def own_story(tmp_path: Path, people: str) -> tuple[Desk, Gallery]:
    """The small story with other people, and what draws its pictures."""
    folder = building.build("clean", tmp_path)
    (folder / "people.yaml").write_text(people, encoding="utf-8")
    read = load.load(folder)
    assert read.story is not None, read.problems
    desk = Desk(read.story, Settings(), (), faces=faces(shipped()))
    return desk, Gallery(shipped(), folder)


@pytest.mark.parametrize(
    ("person", "figure"),
    [
        ("{name: A}", "lenin"),
        ("{name: A, figure: worker}", "worker"),
        ("{name: A, figure: worker, expression: fierce}", "worker"),
        ("{name: A, figure: nobody}", "lenin"),
        ("{name: A, expression: fierce}", "lenin"),
        ("{name: A, figure: nobody, expression: fierce}", "lenin"),
    ],
)
def test_a_story_says_which_figure_shows_somebody(tmp_path: Path, person: str, figure: str) -> None:
    desk, gallery = own_story(tmp_path, f"lenin: {person}\nantonov: {{name: B, figure: gone}}\n")
    lenin = desk.story.people["lenin"]
    found = face(lenin, None, desk)
    assert found is not None
    hero = before_others(lenin, drawn("", "worker", "lenin"), desk)
    assert hero is not None
    assert hero.cast[0].part.id == figure
    assert before_others(lenin, drawn("", "martov"), desk) is None
    gallery.order(Order(found, 40, 40))
    gallery.wait()
    made = gallery.picture(found, 40, 40)
    gallery.close()
    expression = lenin.expression
    wanted = surface(compose.portrait(figure, shipped(), 40, "sepia", expression))
    assert made is not None
    assert pygame.image.tobytes(made, "RGBA") == pygame.image.tobytes(wanted, "RGBA")


def test_an_own_picture_is_a_disc_and_one_that_is_gone_leaves_the_place_blank(
    tmp_path: Path,
) -> None:
    people = "lenin: {name: A, picture: a.png}\nantonov: {name: B, picture: gone.png}\n"
    desk, gallery = own_story(tmp_path, people)
    Image.new("RGB", (300, 500), "white").save(gallery.folder / "a.png")
    discs = [face(person, None, desk) for person in desk.story.people.values()]
    orders = [Order(disc, 40, 40) for disc in discs if disc is not None]
    for order in orders:
        gallery.order(order)
    gallery.wait()
    made = [gallery.picture(*order) for order in orders]
    gallery.close()
    assert [disc is not None and disc.get_at((0, 0)).a for disc in made] == [0, False]


def portrait(story: Story, folder: Path, who: str) -> pygame.Surface | None:
    desk = Desk(story, Settings(), (), faces=faces(shipped()))
    gallery = Gallery(shipped(), folder)
    gallery.packs = story.packs
    disc = face(story.people[who], None, desk)
    assert disc is not None
    gallery.order(Order(disc, 40, 40))
    gallery.wait()
    made = gallery.picture(disc, 40, 40)
    gallery.close()
    return made


def test_a_portrait_lies_beside_the_people_of_a_pack(tmp_path: Path) -> None:
    folder = building.build("clean.extended", tmp_path)
    pack = tmp_path / "packs" / "a-night"
    shutil.copytree(building.CASES / "clean.extended" / "packs" / "a-night", pack)
    (pack / "people.yaml").write_text("podvoisky: {name: Podvoisky, picture: a.png}\n")
    Image.new("RGB", (50, 50), "white").save(pack / "a.png")
    read = lay.read(Layers(folder, (pack,)))
    assert read.story is not None
    assert read.left_out == ()
    assert portrait(read.story, folder, "podvoisky") is not None


def test_a_portrait_lies_beside_the_people_of_a_packed_story(tmp_path: Path) -> None:
    folder = building.build("clean", tmp_path)
    with ZipFile(tmp_path / "small.zip", "w") as archive:
        for file in sorted(folder.rglob("*.yaml")):
            name = file.relative_to(folder).as_posix()
            people = "lenin: {name: A, picture: a.png}\nantonov: {name: B}\n"
            archive.writestr(name, people if name == "people.yaml" else file.read_bytes())
        Image.new("RGB", (50, 50), "white").save(tmp_path / "a.png")
        archive.write(tmp_path / "a.png", "a.png")
    (tmp_path / "a.png").unlink()
    read = load.load(tmp_path / "small.zip")
    assert read.story is not None, read.problems
    assert portrait(read.story, tmp_path / "small.zip", "lenin") is not None


def test_nobody_else_is_seen_on_the_card_of_somebody_without_a_face() -> None:
    play = screens.decided("new-york-march")
    on = screens.space((1280, 720), 100)
    for who in ("nicholas", "stalin"):
        views = screens.pages(screens.screen(f"person/{who}", play), on)
        arts = [box.art for view in views for box in view.boxes]
        (seen,) = [art for art in arts if isinstance(art, Vignette)]
        assert (seen.illustration.cast, seen.illustration.props) == ((), ())


def test_the_window_has_portraits_made(tmp_path: Path) -> None:
    gallery = Gallery(shipped(), tmp_path)
    gallery.order(Order(Medallion("stalin", 1924), 40, 40))
    gallery.wait()
    made = gallery.picture(Medallion("stalin", 1924), 40, 40)
    gallery.close()
    assert made is not None
    assert made.get_size() == (40, 40)
