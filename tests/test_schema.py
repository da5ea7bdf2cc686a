"""Help for an editor: written into the story one stands in, and kept up to date with it."""

import json
from pathlib import Path

import pytest

from game import paths
from game.cli import main
from tests.cases import building


@pytest.fixture(name="folder")
def _folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    folder = tmp_path / "the-pump"
    assert main(["new", "story", str(folder)]) == 0
    capsys.readouterr()
    return folder


def test_a_new_story_has_help_for_a_common_editor(folder: Path) -> None:
    settings = json.loads((folder / ".vscode" / "settings.json").read_text(encoding="utf-8"))
    found = []
    for schema, patterns in settings["yaml.schemas"].items():
        assert (folder / schema).is_file()
        found += [file for pattern in patterns for file in folder.glob(pattern.lstrip("/"))]
    assert sorted(found) == sorted(folder.rglob("*.yaml"))


def test_the_editor_learns_the_names_of_a_story(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    schema = folder / ".vscode" / "scene.schema.json"
    assert "broad-street" not in schema.read_text(encoding="utf-8")
    assert main(["new", "scene", "broad-street", "--story", str(folder)]) == 0
    assert "broad-street" in schema.read_text(encoding="utf-8")
    schema.unlink()
    assert main(["schema", str(folder)]) == 0
    assert "broad-street" in schema.read_text(encoding="utf-8")
    alone = folder / "people.json"
    assert main(["schema", str(folder), "--of", "people", "-o", str(alone)]) == 0
    assert "A person" in alone.read_text(encoding="utf-8")
    assert main(["schema", str(folder.parent)]) == 2
    assert "There is no story.yaml" in capsys.readouterr().err


def test_settings_that_somebody_changed_are_kept(folder: Path) -> None:
    file = folder / ".vscode" / "settings.json"
    settings = json.loads(file.read_text(encoding="utf-8"))
    settings["editor.fontSize"] = 20
    settings["yaml.schemas"]["./mine.json"] = ["/mine.yaml"]
    file.write_text(json.dumps(settings), encoding="utf-8")
    (folder / "2-the-end").mkdir()
    (folder / "2-the-end" / "chapter.yaml").write_text("title: End\nstart: well\n")
    assert main(["new", "scene", "well", "--chapter", "2-the-end", "--story", str(folder)]) == 0
    after = json.loads(file.read_text(encoding="utf-8"))
    assert after["editor.fontSize"] == 20
    assert after["yaml.schemas"]["./mine.json"] == ["/mine.yaml"]
    assert "/2-the-end/*.yaml" in after["yaml.schemas"]["./.vscode/scene.schema.json"]
    assert main(["schema", str(folder)]) == 0
    assert json.loads(file.read_text(encoding="utf-8")) == after


def test_settings_that_are_no_json_are_put_aside(folder: Path) -> None:
    file = folder / ".vscode" / "settings.json"
    file.write_text("{} // mine", encoding="utf-8")
    assert main(["schema", str(folder)]) == 0
    assert "yaml.schemas" in json.loads(file.read_text(encoding="utf-8"))
    assert file.with_name("settings.json.bak").read_text(encoding="utf-8") == "{} // mine"


def test_nobody_writes_into_the_shipped_story_unasked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shipped = building.build("clean", tmp_path / "program")
    monkeypatch.setattr(paths, "story", lambda: shipped)
    (tmp_path / "home").mkdir()
    monkeypatch.chdir(tmp_path / "home")
    before = sorted(shipped.rglob("*"))
    for command in (["schema"], ["new", "scene", "the-bridge"]):
        assert main(command) == 2
        assert "Name the folder of yours, or begin one" in capsys.readouterr().err
    assert main(["schema", "-o", "scene.json"]) == 0
    assert sorted(shipped.rglob("*")) == before
    monkeypatch.chdir(shipped)
    assert main(["schema"]) == 0
    assert (shipped / ".vscode" / "scene.schema.json").is_file()
