"""Passages are read however they are written; what comes from Twine becomes a story to mend."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.author import from_twine, twee
from game.author.twee import Link, Passage
from game.cli import main
from game.story import source
from game.story.problem import Problem
from tests.twining import loaded, ways

FOREIGN = Path(__file__).parent / "twee"


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
    made = from_twine.imported(f":: Start\n{text}").files
    assert len(made) >= 3
    for name, yaml in made.items():
        problems: list[Problem] = []
        assert source.parse(yaml, name, problems) is not None
        assert problems == []


def test_a_file_without_passages_gets_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "letter.txt"
    path.write_text("Dear Sir,", encoding="utf-8")
    assert main(["import", str(path), str(tmp_path / "story")]) == 2
    assert "A passage begins with" in capsys.readouterr().err
