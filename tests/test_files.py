"""A file is written whole or not at all."""

from pathlib import Path

import pytest

from game import files


def test_folders_are_made_and_nothing_else_is_left(tmp_path: Path) -> None:
    path = tmp_path / "one" / "two" / "save.json"
    files.write_text(path, "Ру\nü\n")
    assert path.read_bytes() == "Ру\nü\n".encode()
    assert [each.name for each in path.parent.iterdir()] == ["save.json"]


def test_the_one_before_is_kept_when_asked(tmp_path: Path) -> None:
    path = tmp_path / "save.json"
    for text in ("first", "second", "third"):
        files.write_text(path, text, keep=True)
    assert path.read_text() == "third"
    assert files.backup(path).read_text() == "second"


def test_a_text_that_cannot_be_written_leaves_the_old_one(tmp_path: Path) -> None:
    path = tmp_path / "save.json"
    files.write_text(path, "good")
    with pytest.raises(UnicodeEncodeError):
        files.write_text(path, "\ud800")
    assert path.read_text() == "good"
    assert len(list(tmp_path.iterdir())) == 1


def test_a_rename_is_tried_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    failures = [PermissionError("held"), PermissionError("held")]
    rename = Path.replace

    def held(source: Path, target: Path) -> Path:
        if failures:
            raise failures.pop()
        return rename(source, target)

    monkeypatch.setattr(Path, "replace", held)
    monkeypatch.setattr("game.files._PAUSE", 0)
    files.write_text(tmp_path / "save.json", "good")
    assert (tmp_path / "save.json").read_text() == "good"


def test_a_rename_that_never_works_is_an_error_and_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def held(source: Path, target: Path) -> Path:
        raise PermissionError(f"{source} held, {target} stays")

    monkeypatch.setattr(Path, "replace", held)
    monkeypatch.setattr("game.files._PAUSE", 0)
    with pytest.raises(PermissionError):
        files.write_text(tmp_path / "save.json", "new")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_yet_can_be_written(tmp_path: Path) -> None:
    assert files.can_write(tmp_path / "not" / "yet")
    assert list(tmp_path.iterdir()) == []


def test_a_file_in_the_way_cannot_be_written_into(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    assert not files.can_write(tmp_path / "file" / "saves")
