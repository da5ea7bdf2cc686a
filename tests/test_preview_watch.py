"""What the preview watches, and what it says of a story before a window opens."""

from pathlib import Path
from zipfile import ZipFile

import pygame
import pytest

from game import paths
from game.cli import main
from game.commands import preview
from game.ui import window
from game.ui import words_preview as words
from game.ui.boxes import transcript
from game.ui.preview import open as opening
from game.ui.preview import watch
from game.ui.screens.scene import SceneScreen
from tests.cases import building, packing


def test_a_save_is_seen_by_the_watcher(tmp_path: Path) -> None:
    folder = building.build("clean", tmp_path)
    window.start()
    watcher = watch.Watcher(folder, lambda _: ())
    watcher.start()
    try:
        first = next_look()
        assert first.story is not None
        path = folder / "1-october" / "smolny.yaml"
        path.write_text("title: Broken\n", encoding="utf-8")
        while (found := next_look()).story is not None:
            pass
        assert {problem.code for problem in found.problems} >= {"missing-field"}
        (folder / "1-october" / "photograph.jpg").write_bytes(b"-")
        assert next_look().has_pictures
    finally:
        watcher.close()
        pygame.display.quit()


def next_look() -> watch.Looked:
    """What the watcher found; it looks several times a second, so this is far more than enough."""
    for _ in range(600):
        event = pygame.event.wait(100)
        if event.type == watch.CHANGED:
            looked: watch.Looked = event.looked
            return looked
    raise AssertionError("the watcher saw nothing")


def test_a_pack_is_shown_on_its_story_and_followed(tmp_path: Path) -> None:
    building.asked("clean.extended", tmp_path)
    pack = tmp_path / "packs" / "a-night"
    window.start()
    wishes = opening.Wishes(
        tmp_path / "story", tmp_path, "by-the-stove", "1280x720", {}, lambda _: (), packs=(pack,)
    )
    app = opening.opened(wishes, tmp_path)
    try:
        assert "The stove" in transcript(app.view)
        assert [each.id for each in app.gallery.packs] == ["night"]
        file = pack / "additions.yaml"
        file.write_text(file.read_text(encoding="utf-8").replace("by-the-stove", "nowhere"))
        for looked in watch.look(wishes.layers, lambda _: ()):
            app.handle(pygame.event.Event(watch.CHANGED, looked=looked))
        app.draw()
        assert "There is no scene 'nowhere'." in transcript(app.view)
        assert "The stove" in transcript(app.view)
    finally:
        app.close()
        pygame.display.quit()


def test_a_zip_is_shown_and_followed_when_it_is_packed_again(tmp_path: Path) -> None:
    packed = packing.packed(building.build("clean", tmp_path), "story .\n")
    window.start()
    wishes = opening.Wishes(packed, tmp_path / "data", "", "1280x720", {}, lambda _: ())
    app = opening.opened(wishes, tmp_path / "data")
    assert app.reading.notice == words.START_PACKED
    assert isinstance(app.reading.screen, SceneScreen)
    app.close()
    pygame.display.quit()
    before = watch.stamp(packed)
    with ZipFile(packed, "a") as archive:
        archive.writestr("letter.txt", "A letter.")
    assert watch.stamp(packed) != before
    packed.unlink()
    assert watch.stamp(packed) == {}


def test_a_missing_scene_is_not_made_in_a_zip(tmp_path: Path) -> None:
    packed = packing.packed(building.build("clean", tmp_path), "story .\n")
    before = packed.read_bytes()
    assert "Unpack it first" in preview._made(packed, "tunnel")
    assert packed.read_bytes() == before


def test_a_stamp_tells_of_every_file_that_is_written(tmp_path: Path) -> None:
    before = watch.stamp(tmp_path)
    (tmp_path / "1-one").mkdir()
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "index").write_text("x", encoding="utf-8")
    assert watch.stamp(tmp_path) == before
    file = tmp_path / "1-one" / "here.yaml"
    file.write_text("title: Here", encoding="utf-8")
    there = watch.stamp(tmp_path)
    assert set(there) == {str(file)}
    file.write_text("title: There!", encoding="utf-8")
    assert watch.stamp(tmp_path) != there
    assert watch.stamp(tmp_path / "nowhere") == {}


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (["--set", "army"], "--set army=5"),
        (["--set", "army=lots"], "--set army=5"),
        (["--set", "armee=5"], "Did you mean 'army'?"),
        (["--story", "nowhere"], "Name the folder of a story."),
    ],
)
def test_what_cannot_be_shown_is_said_before_a_window_opens(
    given: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    story = [] if "--story" in given else ["--story", str(paths.story())]
    assert main(["preview", "the-cart", *story, *given]) == 2
    assert said in capsys.readouterr().err


def test_a_scene_that_is_not_there_yet_is_offered(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["preview", "the-carts", "--story", str(paths.story())]) == 2
    said = capsys.readouterr().err
    assert "power-struggle new scene the-carts" in said
    assert "Did you mean 'the-cart'?" in said
