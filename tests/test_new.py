"""A new story plays at once and has no mistake."""

from pathlib import Path

import pytest

from game.author import pages
from game.cli import main
from game.play.explorer import explore
from game.story.load import load
from tests import authoring
from tests.authoring import checked


@pytest.fixture(name="folder")
def _folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    return authoring.the_pump(tmp_path, capsys)


@pytest.mark.parametrize("like", pages.KINDS)
def test_a_new_story_plays_and_has_no_mistake(
    like: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "mine"
    assert main(["new", "story", str(folder), "--like", like]) == 0
    assert checked(folder, capsys) == []
    story = load(folder).story
    assert story is not None
    assert story.id == {"template": "mine", "example": "the-last-week-of-july"}[like]
    explored = explore(story)
    assert explored.scenes == set(story.scenes)
    assert len(explored.endings) >= 2
    assert not any("@" in path.read_text(encoding="utf-8") for path in folder.rglob("*.yaml"))


def test_a_title_may_be_anything(folder: Path) -> None:
    story = load(folder).story
    assert story is not None
    assert story.title == 'Cholera: "the pump"'
    assert (folder / "README.md").read_text(encoding="utf-8").startswith('# Cholera: "the pump"')


@pytest.mark.parametrize(("words", "title", "id"), [
    ((), "The Last Week of July", "the-last-week-of-july"),
    (("--title", "Munich: a week"), "Munich: a week", "munich-38"),
])  # fmt: skip
def test_the_example_is_called_what_it_tells_of(
    words: tuple[str, ...], title: str, id: str, tmp_path: Path
) -> None:
    assert main(["new", "story", str(tmp_path / "munich-38"), "--like", "example", *words]) == 0
    story = load(tmp_path / "munich-38").story
    assert story is not None
    assert (story.title, story.id) == (title, id)


@pytest.mark.parametrize("way", ["full", "file"])
def test_what_is_there_is_never_written_over(
    way: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "mine"
    if way == "file":
        folder.write_text("mine", encoding="utf-8")
    else:
        folder.mkdir()
        (folder / "holiday.txt").write_text("mine", encoding="utf-8")
    before = sorted(tmp_path.rglob("*"))
    assert main(["new", "story", str(folder)]) == 2
    assert "Name a" in capsys.readouterr().err
    assert sorted(tmp_path.rglob("*")) == before
