"""The examples and the commands of the manual work as they stand."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from PIL import Image

from game import cli, paths
from game.author import handbook, keepsake, schema, stories
from game.cli import main
from game.play import record
from game.play.playthrough import begin
from game.play.state import text as text_of
from game.stage import catalogue
from game.story import lay as lay_on
from game.story.layers import Layers
from tests.judging import judged

PARTS = catalogue.scan(paths.assets())
_FENCE = re.compile(r"^```yaml ?(?P<place>\S*)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
_BLOCK = re.compile(r"^(?=[a-z_]+:|- id: )", re.MULTILINE)
CHAPTER = "1-the-beginning"


class Example(NamedTuple):
    """Some YAML of a page; ``place`` is a file, or "scene" or "choice" for a part of one.

    Those of a pack are files in its folder, and it is laid on the shipped story.
    """

    page: str
    place: str
    text: str


def examples(page: str) -> Iterator[Example]:
    for found in _FENCE.finditer(handbook.text(page, PARTS)):
        yield Example(page, found["place"], found["text"])


@pytest.fixture(name="folder")
def _folder(tmp_path: Path) -> Path:
    return stories.made(stories.Wish(tmp_path / "the-pump"), schema.pictures(PARTS))


def blocks(text: str) -> dict[str, str]:
    """The fields at the left edge of a file, each with all that belongs to it."""
    return {part.split(":", 1)[0]: part for part in _BLOCK.split(text) if part.strip()}


def lay(example: Example, folder: Path) -> None:
    """Put an example where its page says."""
    if example.place == "scene":
        file = folder / CHAPTER / "first-decision.yaml"
        fields = {**blocks(file.read_text(encoding="utf-8")), **blocks(example.text)}
        text = "".join(fields.values())
    elif example.place == "choice":
        file = folder / CHAPTER / "second-decision.yaml"
        wanted = "".join(f"  {line}" for line in example.text.splitlines(keepends=True))
        text = file.read_text(encoding="utf-8")
        text = text.replace("choices:\n", f"choices:\n{wanted}", 1)
    else:
        file = folder / example.place
        text = example.text
    file.write_text(text, encoding="utf-8")


PACK, BEHIND = "something-to-eat", "two-medals"


RECIPES = [
    example for example in examples("cookbook") if not example.place.startswith((PACK, BEHIND))
]


@pytest.mark.parametrize("example", RECIPES, ids=lambda example: example.text.split("\n")[0][:40])
def test_a_recipe_works_as_it_stands(example: Example, folder: Path) -> None:
    for file in (f"{CHAPTER}/harbour.jpg", f"{CHAPTER}/rhine.jpg", "whitehead.jpg"):
        Image.new("RGB", (900, 600)).save(folder / file)
    for other in RECIPES:
        if other.place.endswith(".yaml"):
            lay(other, folder)
    if not example.place.endswith(".yaml"):
        lay(example, folder)
    allowed = {"never-used", "unreachable"}
    found = [problem for problem in judged(folder, PARTS) if problem.code not in allowed]
    assert [(problem.mark, problem.message) for problem in found] == []


@pytest.fixture(name="packs")
def _packs(tmp_path: Path) -> Path:
    """A folder with the packs of the cookbook."""
    for example in examples("cookbook"):
        if example not in RECIPES:
            (tmp_path / example.place).parent.mkdir(parents=True, exist_ok=True)
            lay(example, tmp_path)
    cover = f"title: Two medals\nid: {BEHIND}\nextends: the-power-struggle\n"
    (tmp_path / BEHIND / "story.yaml").write_text(cover, encoding="utf-8")
    return tmp_path


def test_a_scene_behind_a_choice_works_as_it_stands(
    packs: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["check", str(packs / BEHIND)]) == 0
    assert capsys.readouterr().out.startswith("No mistakes found.\n")
    story = lay_on.read(Layers(paths.story(), (packs / BEHIND,))).story
    assert story is not None
    passed = [turn.before.scene for turn in record.follow(story).turns]
    at = passed.index(BEHIND)
    assert passed[at - 1 : at + 2] == ["fog-over-pulkovo", BEHIND, "tax-in-kind"]


def test_a_pack_works_as_it_stands(packs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["check", str(packs / PACK)]) == 0
    assert capsys.readouterr().out.startswith("No mistakes found.\n")
    read = lay_on.read(Layers(paths.story(), (packs / PACK,)))
    assert read.story is not None
    play = begin(read.story, "the-presses").choose(PACK).choose("eat")
    assert play.scene.id == "martovs-motion"
    assert len(text_of(play.scene, play.state.values)) > len(
        text_of(play.scene, begin(read.story).state.values)
    )


def test_the_first_scene_works_as_it_stands(folder: Path) -> None:
    file = folder / CHAPTER / "first-decision.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("goto: second-decision", "goto: broad-street", 1))
    Image.new("RGB", (40, 30)).save(folder / CHAPTER / "street.jpg")
    for example in examples("first-scene"):
        lay(example, folder)
    found = judged(folder, PARTS)
    assert [(problem.mark, problem.message) for problem in found] == []


@pytest.mark.parametrize("page", ["parts", "history"])
def test_the_examples_of_other_pages_work(page: str, folder: Path) -> None:
    for example in examples(page):
        lay(example, folder)
    errors = [problem for problem in judged(folder, PARTS) if problem.severity != "advice"]
    assert errors == []


def test_every_example_says_where_it_belongs() -> None:
    found = [example for page in handbook.PAGES for example in examples(page)]
    assert len(found) > 15
    assert [example for example in found if not example.place] == []


def told(page: str) -> list[list[str]]:
    """The commands of a page, in their order."""
    lines = re.findall(r"^power-struggle ([^#\n]+)", handbook.text(page, PARTS), re.MULTILINE)
    return [line.split() for line in lines]


def test_what_is_said_about_twine_works(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    stories.made(stories.Wish(tmp_path / "my-story"), schema.pictures(PARTS))
    shutil.copyfile(Path(__file__).parent / "twee" / "harlowe.twee", tmp_path / "from-twine.twee")
    monkeypatch.chdir(tmp_path)
    assert [main(words) for words in told("twine")] == [0] * 4
    assert "No mistakes found." in capsys.readouterr().out
    page = handbook.text("twine", PARTS)
    assert keepsake.NAME in page
    assert keepsake.TAG in (tmp_path / "my-story.twee").read_text(encoding="utf-8")


# The window, the sheet of all parts, and what needs kept games are tried where they are tested.
ELSEWHERE = (["play"], ["sheet", "parts"], ["report"], ["class"])


def test_what_is_printed_for_class_can_be_printed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = stories.made(stories.Wish(tmp_path / "my-story"), schema.pictures(PARTS))
    monkeypatch.chdir(folder)
    here = [words for words in told("to-class") if words[:2] not in ELSEWHERE]
    tried = [words for words in here if words[:1] not in ELSEWHERE]
    assert [main(words) for words in tried] == [0] * 8
    assert "never reached" not in capsys.readouterr().out


@pytest.mark.parametrize(
    "file", [paths.story() / "README.md", *handbook.FOLDER.glob("*.md")], ids=lambda file: file.name
)
def test_every_command_that_is_told_is_one(file: Path) -> None:
    told = re.findall(r"^power-struggle ([^#\n]+)", file.read_text(encoding="utf-8"), re.MULTILINE)
    for line in told:
        words = line.split()
        assert words[0] in cli.COMMANDS
        cli.parser(words[0]).parse_args(words)
