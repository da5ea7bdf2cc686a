"""A new scene can begin a new chapter, and the list of chapters gets one line more."""

from pathlib import Path

import pytest

from game.author import chapters
from game.author.ids import Refused
from game.story.load import load
from tests import authoring
from tests.authoring import changed, checked, new


@pytest.fixture(name="folder")
def _folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    return authoring.the_pump(tmp_path, capsys)


LATER = ("broad-street", "--chapter", "2-later", "--begin", "A week later")


def test_a_scene_can_begin_a_new_chapter(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    cover = folder / "story.yaml"
    before = cover.read_text(encoding="utf-8")
    assert new(folder, *LATER, "--from", "first-decision", "--choice", "act") == 0
    assert changed(before, cover.read_text(encoding="utf-8")) == ["+   - 2-later"]
    assert checked(folder, capsys) == []
    story = load(folder).story
    assert story is not None
    assert [(each.id, each.title) for each in story.chapters.values()][1:] == [
        ("2-later", "A week later")
    ]
    assert story.chapters["2-later"].start.id == "broad-street"


def test_at_the_keyboard_a_chapter_that_is_not_there_is_offered(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("game.commands.asking.is_talking", lambda: True)
    said = iter(["", "A week later", "first-decision", "1"])
    monkeypatch.setattr("builtins.input", lambda _: next(said))
    assert new(folder, *LATER[:3]) == 2
    assert not (folder / "2-later").exists()
    assert new(folder, *LATER[:3]) == 0
    assert "To begin it, write its title" in capsys.readouterr().out
    assert checked(folder, capsys) == []


@pytest.mark.parametrize(("before", "after"), [
    ("chapters: [1-a, 3-c]  # two\n", "chapters: [1-a, 2-b, 3-c]  # two\n"),
    ('chapters: [1-a, "1-b"]\n', 'chapters: [1-a, "1-b", 2-b]\n'),
    ("title: A\n", "title: A\n"),
    ("chapters:\n# a\n- 1-a   # one\n\n- '3-c'", "chapters:\n# a\n- 1-a   # one\n\n- 2-b\n- '3-c'"),
    ("chapters:\r\n - 1-a # one\r\nid: a\r\n", "chapters:\r\n - 1-a # one\r\n - 2-b\r\nid: a\r\n"),
    ("chapters:\n  - 1-a", "chapters:\n  - 1-a\n  - 2-b"),
])  # fmt: skip
def test_a_list_of_chapters_gets_one_line_more(before: str, after: str) -> None:
    assert chapters.with_chapter(before, "2-b") == after


@pytest.mark.parametrize("text", ["chapters:\n  -\n    1-a\n", "chapters: 1-a\n"])
def test_a_list_that_cannot_be_changed_is_left_alone(text: str) -> None:
    with pytest.raises(Refused, match="Add '- 2-b' to it yourself"):
        chapters.with_chapter(text, "2-b")
