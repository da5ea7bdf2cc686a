"""Commands know chapters, sittings and scenes by what somebody calls them."""

import shutil
from pathlib import Path

import pytest

from game import paths
from game.author import named
from game.cli import main
from tests.cases import building


@pytest.mark.parametrize(
    ("said", "file"),
    [
        ("6", "06-the-train-card.html"),
        ("train", "06-the-train-card.html"),
        ("The Train", "06-the-train-card.html"),
        ("6.2", "06-the-train-2-card.html"),
        ("The long war", "06-the-train-2-card.html"),
        ("fog-over-pulkovo", "06-the-train-2-card.html"),
        ("Fog over Pulkovo", "06-the-train-2-card.html"),
        ("pulkovo", "06-the-train-2-card.html"),
    ],
)
def test_a_lesson_card_is_found_by_any_name(
    said: str, file: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["lesson", said, "--story", str(paths.story()), "-o", f"{tmp_path}/card.html"]) == 0
    assert main(["lesson", said.upper(), "--story", str(paths.story())]) == 0
    assert [path.name for path in tmp_path.glob("0*")] == [file]


def test_what_fits_several_names_is_none_of_them() -> None:
    known = {"a": ("the-train", "The Train"), "b": ("the-trial", "Trial of the train")}
    assert named.of_words("train", known) == ""
    assert named.of_words("trial", known) == "b"
    assert named.of_words("The Train!", known) == "a"
    assert named.of_words("Ⅻ", known) == ""


@pytest.fixture(name="story")
def _story(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Somebody stands in a story with a mistake in two of its scenes."""
    story = tmp_path / "story"
    shutil.copytree(building.CASES / "_base" / "story", story)
    for file in ("1-october/smolny.yaml", "2-after/moscow.yaml"):
        with (story / file).open("a", encoding="utf-8") as text:
            text.write("colour: red\n")
    monkeypatch.setattr(paths, "assets", lambda: building.ASSETS)
    monkeypatch.chdir(story)
    return story


@pytest.mark.parametrize(
    ("said", "file", "other"),
    [
        ("smolny", "smolny.yaml", "moscow.yaml"),
        ("The corridors of Smolny", "smolny.yaml", "moscow.yaml"),
        ("moscow.yaml", "moscow.yaml", "smolny.yaml"),
        ("2", "moscow.yaml", "smolny.yaml"),
        ("october", "smolny.yaml", "moscow.yaml"),
    ],
)
@pytest.mark.usefixtures("story")
def test_one_scene_or_chapter_can_be_checked(
    said: str, file: str, other: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", said]) == 1
    told = capsys.readouterr().out
    assert file in told
    assert other not in told
    assert "1 more in other files: power-struggle check" in told


def test_a_scene_whose_file_has_a_wrong_ending_can_be_checked(
    story: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (story / "1-october" / "bridge.yaml.txt").write_text("title: A bridge\n", encoding="utf-8")
    assert main(["check", "bridge"]) == 1
    assert "Take '.txt' off its name" in capsys.readouterr().out


@pytest.mark.usefixtures("story")
def test_what_is_neither_a_folder_nor_a_scene_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "smolni"]) == 2
    assert "'smolni' does not exist" in capsys.readouterr().err
