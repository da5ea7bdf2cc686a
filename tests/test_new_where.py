"""Commands for authors mean the story one stands in, and say where they can write nothing."""

from pathlib import Path

import pytest

from game.cli import main
from tests import authoring
from tests.authoring import new
from tests.cases import building, packing


@pytest.fixture(name="folder")
def _folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    return authoring.the_pump(tmp_path, capsys)


def test_a_folder_without_a_story_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert new(tmp_path, "well") == 2
    assert "power-struggle new story" in capsys.readouterr().err


def test_a_story_one_folder_deeper_is_named(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert new(folder.parent, "well") == 2
    assert f"Write --story {folder}" in capsys.readouterr().err


def test_the_story_one_stands_in_is_meant(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(folder / "1-the-beginning")
    assert main(["new", "scene", "broad-street"]) == 0
    assert (folder / "1-the-beginning" / "broad-street.yaml").is_file()
    capsys.readouterr()


def test_nothing_is_written_into_a_zip(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    packed = packing.packed(building.build("clean", tmp_path), "story .\n")
    before = packed.read_bytes()
    assert new(packed, "the-bridge") == 2
    assert "Unpack it first" in capsys.readouterr().err
    assert main(["schema", str(packed)]) == 2
    assert "--story story" in capsys.readouterr().err
    assert main(["new", "story", str(tmp_path / "mine.zip")]) == 2
    assert f"Name it without .zip: {tmp_path / 'mine'}" in capsys.readouterr().err
    assert packed.read_bytes() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["story", "story.zip"]


MADE = ("1-the-beginning-card.html", "map.html", "story.twee")


def test_every_command_for_authors_means_the_story_one_stands_in(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    before = sorted(folder.rglob("*"))
    monkeypatch.chdir(folder)
    assert main(["lesson", "1"]) == 0
    assert main(["map", "--plain"]) == 0
    assert main(["export", "--twee"]) == 0
    said = capsys.readouterr().out
    beside = {name: folder.with_name(f"{folder.name}-{name}") for name in MADE}
    assert all(str(path) in said for path in beside.values())
    assert "first-decision" in beside["map.html"].read_text(encoding="utf-8")
    assert "The first decision" in beside["story.twee"].read_text(encoding="utf-8")
    assert sorted(folder.rglob("*")) == before
    capsys.readouterr()
    assert main(["simulate", "--runs", "2"]) == 1
    assert "another-ending" in capsys.readouterr().out
