"""Stories go to Twine and come back; what comes from Twine becomes a story that can be mended."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.author import twee, twine
from game.author.twee import Link, Passage
from game.cli import main
from game.story import load, source
from game.story.model import Story
from game.story.problem import Problem
from tests import screens

FOREIGN = Path(__file__).parent / "twee"


def ways(story: Story) -> set[tuple[str, str, str]]:
    """Every choice: its scene, its words, and where it usually leads."""
    return {
        (scene.id, twine._safe(choice.text), choice.goto[-1].scene.id)
        for scene in story.scenes.values()
        for choice in scene.choices
    }


def loaded(text: str, folder: Path) -> Story:
    for name, made in twine.imported(text).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(made, encoding="utf-8")
    found = load.load(folder)
    assert found.story is not None, found.problems[:3]
    return found.story


def test_a_story_comes_back_from_twine_with_all_its_ways(tmp_path: Path) -> None:
    ours = screens.story()
    theirs = loaded(twine.exported(ours), tmp_path)
    assert ways(theirs) == ways(ours)
    assert theirs.start.id == ours.start.id
    assert theirs.title == ours.title


def test_what_twine_exports_becomes_scenes(tmp_path: Path) -> None:
    story = loaded((FOREIGN / "harlowe.twee").read_text(encoding="utf-8"), tmp_path)
    assert ways(story) == {
        ("at-the-bridge", "Cross it", "the-other-side"),
        ("at-the-bridge", "Turn round", "home"),
        ("the-other-side", "At the bridge", "at-the-bridge"),
    }
    assert story.start.id == "at-the-bridge"
    assert story.scenes["the-other-side"].text.source.startswith(":: is how a passage begins")
    assert "$courage" not in story.scenes["at-the-bridge"].text.source


def test_older_twee_is_read_too(tmp_path: Path) -> None:
    story = loaded((FOREIGN / "old.twee").read_text(encoding="utf-8"), tmp_path)
    assert ways(story) == {("start", "Get up", "kitchen"), ("start", "Sleep on", "start")}
    assert story.scenes["kitchen"].text.source.strip() == "Tea is ready. Drink."


@pytest.mark.parametrize("passage", [
    Passage("A [strange] {name}", ("one tag", "two"), "Text", (3, -4)),
    Passage("Colons", (), ":: not a header\n\\:: nor this"),
    Passage("Empty", (), ""),
])  # fmt: skip
def test_passages_survive_writing_and_reading(passage: Passage) -> None:
    found = twee.read(twee.written([passage]))
    tags = tuple(part for tag in passage.tags for part in tag.split())
    assert [each._replace(tags=tags) for each in found] == [passage._replace(tags=tags)]


def test_links_are_written_in_four_ways() -> None:
    text = "[[a->b]] [[b<-a]] [[a|b]] [[b]] [[a|b][$x = 1]]"
    assert twee.links(text) == (*[Link("a", "b")] * 3, Link("b", "b"), Link("a", "b"))


@given(st.text(alphabet=st.sampled_from(":[]{}->|<\\ \nab\"'#&*!%@`\t\u00e9\u202e"), max_size=200))
def test_any_text_becomes_a_story_or_a_sentence(text: str) -> None:
    made = twine.imported(f":: Start\n{text}")
    assert len(made) >= 3
    for name, yaml in made.items():
        problems: list[Problem] = []
        assert source.parse(yaml, name, problems) is not None
        assert problems == []


def test_the_commands_go_there_and_back(tmp_path: Path) -> None:
    path, folder = tmp_path / "story.twee", tmp_path / "back"
    assert main(["export", "--twee", "-o", str(path)]) == 0
    assert main(["import", "--twee", str(path), str(folder)]) == 0
    assert load.load(folder).story is not None
    assert main(["import", str(path), str(folder)]) == 2


def test_a_file_without_passages_gets_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "letter.txt"
    path.write_text("Dear Sir,", encoding="utf-8")
    assert main(["import", str(path), str(tmp_path / "story")]) == 2
    assert "A passage begins with" in capsys.readouterr().err
