"""Stories that come in a folder or a .zip: found, listed, opened, with their own pictures."""

import random
from dataclasses import replace
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from PIL import Image

from game import cli, paths
from game.play.playthrough import begin
from game.stage.images import files
from game.stage.images.files import BadImage
from game.story import packs
from game.story.load import load
from game.story.packs import Pack
from game.ui.art import Cover
from game.ui.boxes import transcript
from game.ui.gallery import Gallery
from game.ui.screen import Lay, Open, Step
from game.ui.screens import index
from game.ui.screens.problems import ProblemsScreen
from game.ui.screens.stories import StoriesScreen
from tests import screens
from tests.asides import LINES, PROBLEMS, SIZES, pages
from tests.bench import made
from tests.cases import building, packing
from tests.drawing import shipped

STORIES = tuple(
    Pack(Path(f"/nowhere/{number}.zip"), f"The story number {number}", "A teacher")
    for number in range(30)
)


def zipped(folder: Path, top: str = "story") -> Path:
    return packing.packed(building.build("clean", folder), f"story {top}\n")


@pytest.mark.parametrize("top", [".", "My-story", "My-story/My-story"])
def test_a_zip_is_the_same_story_as_its_folder(tmp_path: Path, top: str) -> None:
    one, other = load(tmp_path / zipped(tmp_path, top)).story, load(tmp_path / "story").story
    assert one is not None
    assert other is not None
    assert one.scenes.keys() == other.scenes.keys()
    assert one.id == other.id
    assert begin(one).scene.text.source == begin(other).scene.text.source


def test_stories_are_found_by_title_and_nothing_else_is(tmp_path: Path) -> None:
    zipped(tmp_path)
    (tmp_path / "notes").mkdir()
    (tmp_path / "broken.zip").write_text("no zip", encoding="utf-8")
    (tmp_path / "letter.txt").write_text("title: A", encoding="utf-8")
    found = packs.found([tmp_path / "story"], [tmp_path, tmp_path / "not-there"])
    assert [(pack.path.name, pack.title) for pack in found] == [
        ("story", "The small story"),
        ("broken.zip", "broken"),
        ("story.zip", "The small story"),
    ]


def test_a_picture_of_its_own_is_read_from_the_zip(tmp_path: Path) -> None:
    path = zipped(tmp_path)
    Image.new("RGB", (40, 30), "red").save(tmp_path / "harbour.png")
    with ZipFile(path, "a") as archive:
        archive.write(tmp_path / "harbour.png", "story/1-october/harbour.png")
    assert files.size(path / "1-october" / "harbour.png") == (40, 30)
    for name in ("none.png", "../harbour.png", "chapter.yaml"):
        with pytest.raises(BadImage):
            files.read(path / "1-october" / name)


def test_ten_thousand_scenes_in_a_zip_are_read(tmp_path: Path) -> None:
    made.write(tmp_path / "made", 10_000)
    with ZipFile(tmp_path / "made.zip", "w", ZIP_DEFLATED) as archive:
        for file in (tmp_path / "made").rglob("*.yaml"):
            archive.write(file, file.relative_to(tmp_path).as_posix())
    story = load(tmp_path / "made.zip").story
    assert story is not None
    assert len(story.scenes) >= 10_000


def test_a_zip_spoilt_anywhere_is_read_or_refused_in_a_sentence(tmp_path: Path) -> None:
    path = zipped(tmp_path)
    whole = path.read_bytes()
    chance = random.Random(5)
    for _ in range(150):
        spoilt = bytearray(whole)
        for _ in range(chance.choice((1, 3, 30))):
            spoilt[chance.randrange(len(spoilt))] = chance.randrange(256)
        path.write_bytes(spoilt[: chance.choice((len(spoilt), chance.randrange(len(spoilt))))])
        loaded = load(path)
        assert (loaded.story is None) == bool(loaded.problems)
        assert packs.pack(path).title


def test_the_commands_take_a_zip(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = str(zipped(tmp_path))
    assert cli.main(["check", path]) == 0
    assert cli.main(["simulate", path, "--runs", "3"]) == 0
    assert "story.zip" not in capsys.readouterr().err


def test_choosing_a_story_opens_it() -> None:
    on, at = screens.space((1280, 720), 100), replace(screens.desk(), stories=STORIES)
    keys = {box.key for _, view in pages(StoriesScreen(), on, at) for box in view.boxes}
    assert {f"story:{number}" for number in range(1, 31)} <= keys
    assert StoriesScreen().press("story:30", at) == Step(deeds=(Open(STORIES[29].path),))
    for key in ("story:0", "story:31", "story:x"):
        assert StoriesScreen().press(key, at) == Step()


@pytest.mark.parametrize("text", [100, 200])
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("count", [1, 7, packs.MOST])
def test_the_list_of_stories_fits(size: tuple[int, int], text: int, count: int) -> None:
    on = screens.space(size, text)
    drawn = screens.story().illustration
    listed = [
        Pack(Path(f"/nowhere/{number}"), f"The long title of story {number}", "Somebody", drawn)
        for number in range(count)
    ]
    at = replace(screens.desk(text_size=text), stories=tuple(listed))
    seen = [view for _, view in pages(StoriesScreen(), on, at)]
    assert [fault for view in seen for fault in screens.faults(view, on)] == []
    arts = [box.art for view in seen for box in view.boxes if isinstance(box.art, Cover)]
    assert [art.story for art in arts] == [pack.path for pack in listed]


def test_without_packs_the_stories_flow_through_both_columns() -> None:
    on = screens.space((1280, 720), 100)
    view = StoriesScreen().view(replace(screens.desk(), stories=STORIES), on)
    assert {card.rect.left > 640 for card in view.boxes if card.role == "card"} == {False, True}


def test_a_picture_on_a_card_is_pressed_with_it_and_not_said() -> None:
    on = screens.space((1280, 720), 100)
    one = Pack(Path("/nowhere/one"), "The one", "A", screens.story().illustration)
    for pack in (one, one._replace(illustration=None)):
        view = StoriesScreen().view(replace(screens.desk(), stories=(pack,)), on)
        card, *drawn = [box for box in view.boxes if box.key == "story:1"]
        middle = drawn[-1].rect
        assert view.at(middle.left + 9, middle.top + 9) == card
        assert [box.role for box in view.focusable()].count("graph") == 0
        assert "T" not in transcript(view).splitlines()


def test_the_cover_of_a_story_is_made_while_the_reader_reads(tmp_path: Path) -> None:
    """From a folder and a .zip; nothing where there is none, or where its file is no picture."""
    path = zipped(tmp_path)
    Image.new("RGB", (40, 30), "red").save(tmp_path / "harbour.png")
    with ZipFile(path, "a") as archive:
        archive.write(tmp_path / "harbour.png", "story/harbour.png")
        archive.writestr("story/broken.png", "no picture")
    gallery = Gallery(shipped(), tmp_path)
    drawn = screens.story().illustration
    assert drawn is not None
    bare = drawn._replace(backdrop=None, cast=(), props=())
    for illustration, where, is_seen in (
        (drawn, tmp_path / "story", True),
        (bare._replace(picture="harbour.png"), path, True),
        (bare._replace(picture="broken.png"), path, False),
        (bare._replace(picture="none.png"), tmp_path / "story", False),
        (bare, path, False),
    ):
        cover = Cover(illustration, where)
        assert gallery.picture(cover, 132, 82) is None
        gallery.wait()
        assert (gallery.picture(cover, 132, 82) is not None) == is_seen
    gallery.close()


def test_a_cover_of_countless_parts_is_not_drawn() -> None:
    drawn = screens.story().illustration
    assert drawn is not None
    pack = Pack(Path("/nowhere"), "A", "", drawn._replace(cast=drawn.cast * 40))
    view = StoriesScreen().view(
        replace(screens.desk(), stories=(pack,)), screens.space((1280, 720), 100)
    )
    assert not any(isinstance(box.art, Cover) for box in view.boxes)


def test_other_stories_are_offered_where_there_are_some() -> None:
    on = screens.space((1280, 720), 100)
    for screen in (index.build("title", None, screens.desk()), ProblemsScreen(PROBLEMS, LINES)):
        for count in (0, 1, 2):
            at = replace(screens.desk(), stories=STORIES[:count])
            offered = "stories" in {box.key for box in screen.view(at, on).boxes}
            assert offered == (count > 1)
        assert screen.press("stories", screens.desk()).move == Lay("stories")


def test_stories_lie_in_the_readers_folder(tmp_path: Path) -> None:
    assert tmp_path / "stories" in paths.stories(tmp_path)


def test_a_story_with_a_folder_more_round_it_is_found(tmp_path: Path) -> None:
    story = building.build("clean", tmp_path / "unpacked")
    assert [each.path for each in packs.found([], [tmp_path])] == [story.resolve()]
    building.build("clean", tmp_path / "two").rename(tmp_path / "unpacked" / "other")
    assert packs.found([], [tmp_path]) == ()


def test_stories_of_one_title_are_told_apart_by_their_files() -> None:
    twice = (Pack(Path("/a/one.zip"), "A"), Pack(Path("/a/two"), "A", "B"), Pack(Path("/c"), "C"))
    at = replace(screens.desk(), stories=twice)
    on = screens.space((1280, 720), 100)
    told = {box.text for _, view in pages(StoriesScreen(), on, at) for box in view.boxes}
    assert {"A. one.zip", "A · two. B", "C. c"} <= told
