"""Packs that extend a story: what is added, and where it stands."""

import shutil
from pathlib import Path

import pytest
from PIL import Image

from game import paths
from game.cli import main
from game.story import lay, packs
from game.story.layers import Layers, beside
from tests import extending
from tests.cases import building
from tests.extending import NIGHT, laid, slept, zipped


@pytest.fixture(name="folder")
def _folder(tmp_path: Path) -> Path:
    return extending.with_night(tmp_path)


def test_a_pack_adds_and_takes_nothing_away(folder: Path) -> None:
    plain, more = laid(folder), laid(folder, NIGHT)
    assert [choice.id for choice in more.scenes["smolny"].choices] == ["press-on", "wait", "sleep"]
    assert list(more.scenes) == ["palace", "smolny", "by-the-stove", "moscow"]
    assert more.people.keys() - plain.people.keys() == {"podvoisky"}
    assert more.glossary.keys() - plain.glossary.keys() == {"stove"}
    assert more.sources.keys() - plain.sources.keys() == {"reed"}
    assert more.variables.keys() - plain.variables.keys() == {"rested"}
    for name, scene in plain.scenes.items():
        now = more.scenes[name]
        assert now.choices[: len(scene.choices)] == scene.choices
        assert (now.text, now.history, now.title) == (scene.text, scene.history, scene.title)
    assert [pack.title for pack in more.packs] == ["A night in Smolny"]


def test_an_added_choice_is_played_and_comes_back(folder: Path) -> None:
    play = slept(laid(folder, NIGHT))
    assert play.is_over
    at = play.turns[-1].before
    assert at.scene == "palace"
    assert at.values["rested"] == 1


def test_an_event_stands_before_those_of_later_years(folder: Path) -> None:
    pack = folder / "packs" / NIGHT
    text = (
        "- {date: 1917, text: Then.}\n- {date: 1950, text: Later.}\n- {date: someday, text: Now.}"
    )
    (pack / "timeline.yaml").write_text(text + "\n", encoding="utf-8")
    plain, more = laid(folder).timeline, laid(folder, NIGHT).timeline
    own = [event for event in more if event not in plain]
    assert [event.text for event in own] == ["Then.", "Later.", "Now."]
    assert [event for event in more if event in plain] == list(plain)
    assert [event.text for event in more[-2:]] == ["Later.", "Now."]


@pytest.mark.parametrize(
    ("name", "order"),
    [
        ("0-before", ["0-before", "1-october", "2-after"]),
        ("1-or-else", ["1-october", "1-or-else", "2-after"]),
        ("3-later", ["1-october", "2-after", "3-later"]),
    ],
)
def test_a_new_chapter_stands_where_its_name_belongs(
    folder: Path, name: str, order: list[str]
) -> None:
    pack = folder / "packs" / NIGHT
    (pack / name).mkdir()
    shutil.copy(pack / "1-october" / "by-the-stove.yaml", pack / name / "elsewhere.yaml")
    cover = "title: Elsewhere\nstart: elsewhere\n"
    (pack / name / "chapter.yaml").write_text(cover, encoding="utf-8")
    story = laid(folder, NIGHT)
    assert list(story.chapters) == order
    chapters = [scene.chapter for scene in story.scenes.values()]
    assert chapters == sorted(chapters, key=order.index)


def test_a_zip_is_the_same_pack_as_its_folder(folder: Path) -> None:
    zipped(folder)
    one, other = laid(folder, NIGHT), laid(folder, "night.zip")
    assert one.scenes.keys() == other.scenes.keys()
    assert slept(one).decisions == slept(other).decisions


def test_the_order_in_which_packs_are_named_changes_nothing(tmp_path: Path) -> None:
    building.asked("taken.two-packs", tmp_path)
    paths = [tmp_path / "packs" / name for name in ("a-night", "z-earlier")]
    found = [lay.read(Layers(tmp_path / "story", tuple(order))) for order in (paths, paths[::-1])]
    assert [[left.id for left in read.left_out] for read in found] == [["night"], ["night"]]
    assert found[0].story is not None
    assert found[0].story == found[1].story
    assert [pack.id for pack in found[0].story.packs] == ["evening"]


def test_two_packs_whose_folders_have_one_name_are_told_apart(folder: Path) -> None:
    shutil.copytree(folder / "packs" / NIGHT, folder / "more" / "story")
    layers = Layers(folder / "story", (folder / "more" / "story",))
    story = lay.read(layers).story
    assert story is not None
    scene = story.scenes["by-the-stove"]
    assert scene.mark.file == "more/story/1-october/by-the-stove.yaml"
    assert layers.line_of(scene.mark) == "title: By the stove"
    there = beside(folder / "story", story.packs, scene.mark)
    assert there == (folder / "more" / "story" / "1-october").resolve()
    theirs = beside(folder / "story", story.packs, story.scenes["smolny"].mark)
    assert theirs == (folder / "story" / "1-october").resolve()


def test_a_pack_is_found_with_its_story(folder: Path) -> None:
    zipped(folder)
    listed = packs.found([folder / "story"], [folder / "packs"])
    assert [(pack.id, pack.extends) for pack in listed] == [
        ("small", ""), ("night", "small"), ("night", "small"),
    ]  # fmt: skip
    pack = (folder / "packs" / NIGHT).resolve()
    assert [each.path for each in packs.extending("small", listed)] == [pack]
    story = (folder / "story").resolve()
    assert packs.layers(folder / "story", listed) == Layers(folder / "story")
    assert packs.layers(story, listed, ["night", "gone"]) == Layers(story, (pack,))
    # One that is named is taken, whichever else has its id.
    other = folder / "packs" / "night.zip"
    assert packs.layers(other, listed, ["night"]) == Layers(story, (other,))


@pytest.mark.parametrize("is_packed", [False, True])
def test_a_picture_of_a_pack_is_found_in_the_pack(
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    *,
    is_packed: bool,
) -> None:
    monkeypatch.setattr(paths, "story", lambda: folder / "story")
    chapter = folder / "packs" / NIGHT / "1-october"
    Image.new("RGB", (64, 36), "white").save(chapter / "stove.png")
    scene = chapter / "by-the-stove.yaml"
    text = scene.read_text(encoding="utf-8")
    scene.write_text(text.replace("backdrop: smolny_hall", "picture: stove.png"), encoding="utf-8")
    pack = zipped(folder) if is_packed else folder / "packs" / NIGHT
    made = folder / "made.png"
    asked = ["--story", str(pack), "-o", str(made), "--size", "64x36"]
    assert main(["preview", "by-the-stove", *asked]) == 0
    assert "There is no picture" not in capsys.readouterr().err
    assert main(["map", str(pack), "-o", str(folder / "map.html")]) == 0
    assert "By the stove" in (folder / "map.html").read_text(encoding="utf-8")
    (chapter / "stove.png").unlink()
    zipped(folder)
    assert main(["preview", "by-the-stove", *asked]) == 0
    assert "There is no picture 'stove.png'" in capsys.readouterr().err
