"""Somebody at a terminal is asked where a new scene belongs and what leads there."""

import builtins
from collections.abc import Callable
from pathlib import Path

import pytest

from game import paths
from game.author import named, shelf
from game.play import record
from game.story.load import load
from tests import authoring
from tests.authoring import checked, new


@pytest.fixture(name="folder")
def _folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    return authoring.the_pump(tmp_path, capsys)


Answers = Callable[..., None]


@pytest.fixture(name="answers")
def _answers(monkeypatch: pytest.MonkeyPatch) -> Answers:
    """Somebody at a terminal, who answers in this order."""

    def at(*said: str) -> None:
        waiting = iter(said)
        monkeypatch.setattr("game.commands.asking.is_talking", lambda: True)
        monkeypatch.setattr(builtins, "input", lambda _: next(waiting))

    return at


@pytest.mark.parametrize("scene", ["first-decision", "1", "The first decision", "FIRST-DECISION"])
@pytest.mark.parametrize("choice", ["act", "2", "Act at once"])
def test_somebody_at_a_terminal_is_asked_what_leads_there(
    folder: Path, scene: str, choice: str, answers: Answers, capsys: pytest.CaptureFixture[str]
) -> None:
    answers("frist-decision", scene, "3", choice)
    assert new(folder, "broad-street") == 0
    said = capsys.readouterr().out
    assert " 1  first-decision: The first decision\n   2  second-decision: " in said
    assert "Did you mean 'first-decision'?" in said
    assert "2  act: Act at once (leads to 'second-decision')" in said
    assert "'act' in 'first-decision' leads to it now." in said
    assert checked(folder, capsys) == []


@pytest.fixture(name="two_chapters")
def _two_chapters(folder: Path) -> Path:
    asked = ["the-end", "--chapter", "2-later", "--begin", "Later on", "--from", "first-decision"]
    assert new(folder, *asked, "--choice", "ask") == 0
    return folder


@pytest.mark.parametrize("chapter", ["2-later", "2", "later on", "Later"])
def test_the_chapter_is_asked_first_and_then_its_scenes(
    two_chapters: Path, chapter: str, answers: Answers, capsys: pytest.CaptureFixture[str]
) -> None:
    answers("latre", chapter, "1", "")
    assert new(two_chapters, "Broad Street") == 0
    said = capsys.readouterr().out
    assert " 2  2-later: Later on" in said
    assert "There is no chapter 'latre'. Did you mean" in said
    assert " 1  the-end: The End" in said
    text = (two_chapters / "2-later" / "broad-street.yaml").read_text(encoding="utf-8")
    assert "\ntitle: Broad Street\n" in text


def test_a_scene_that_is_named_without_a_choice_keeps_its_chapter(
    two_chapters: Path, answers: Answers
) -> None:
    answers("2", "First decision", "")
    assert new(two_chapters, "broad-street") == 0
    assert (two_chapters / "2-later" / "broad-street.yaml").is_file()
    answers("")
    assert new(two_chapters, "the-well", "--from", "first-decision") == 0
    assert (two_chapters / "1-the-beginning" / "the-well.yaml").is_file()


def test_nothing_is_written_into_a_chapter_that_nobody_named(
    two_chapters: Path, answers: Answers, capsys: pytest.CaptureFixture[str]
) -> None:
    before = sorted(two_chapters.rglob("*"))
    assert new(two_chapters, "broad-street") == 2
    assert "--chapter and one of: 1-the-beginning, 2-later." in capsys.readouterr().err
    answers("")
    assert new(two_chapters, "broad-street") == 2
    assert "nothing is written" in capsys.readouterr().err
    assert sorted(two_chapters.rglob("*")) == before


def test_scenes_of_a_chapter_stand_in_the_order_of_the_record() -> None:
    book = shelf.opened(paths.story())
    story = load(paths.story()).story
    assert story is not None
    passed = [turn.before.scene for turn in record.follow(story).turns]
    for chapter in book.chapters:
        listed = [sheet.id for sheet in named.in_order(book, chapter)]
        here = [name for name in passed if story.scenes[name].chapter == chapter]
        assert [name for name in listed if name in here] == here
        assert sorted(listed) == sorted(
            scene.id for scene in story.scenes.values() if scene.chapter == chapter
        )
