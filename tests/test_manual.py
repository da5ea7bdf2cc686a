"""The manual says what is so: its examples are run, its pages are as they would be made now."""

import os
import re
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from PIL import Image, ImageChops, ImageStat

from game import cli, paths
from game.author import handbook, hypertext, keepsake, page_parts, rules, schema, stories
from game.author.forms import FORMS
from game.cli import main
from game.play import record
from game.play.playthrough import begin
from game.play.state import text as text_of
from game.stage import catalogue
from game.stage.images.files import size
from game.story import lay as lay_on
from game.story.layers import Layers
from tests.cases import building
from tests.judging import judged
from tests.test_cases import code_of, emitted

# The page of the rules is written anew together with the cases that it quotes.
UPDATE = bool(os.environ.get("UPDATE_CASES"))
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


def test_the_folders_of_stories_are_those_that_are_looked_in(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("POWER_STRUGGLE_DATA", raising=False)
    monkeypatch.setenv("APPDATA", "%APPDATA%")
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    page = handbook.text("to-class", PARTS)
    for system in ("win32", "darwin", "linux"):
        monkeypatch.setattr(sys, "platform", system)
        shown = paths.shown(paths.stories(paths.own())[-1])
        assert (shown.replace("/", "\\") if system == "win32" else shown) in page


def test_every_example_says_where_it_belongs() -> None:
    found = [example for page in handbook.PAGES for example in examples(page)]
    assert len(found) > 15
    assert [example for example in found if not example.place] == []


def example_of(code: str) -> str:
    """What the check says about the first case of a rule."""
    for name in building.names():
        if code_of(name) == code:
            said = (building.CASES / name / "says.txt").read_text(encoding="utf-8")
            for block in said.split("\n\n"):
                if f"[{code}]" in block:
                    return block.strip("\n")
    raise AssertionError(code)


def test_the_page_of_the_rules_is_as_the_rules_are() -> None:
    codes = set(emitted())
    assert {code for found in rules.topics().values() for code in found} == codes
    made = rules.page({code: example_of(code) for code in codes})
    file = handbook.FOLDER / "rules.md"
    if UPDATE:
        file.write_text(made, encoding="utf-8", newline="\n")
    assert made == file.read_text(encoding="utf-8")


def test_what_is_said_about_a_rule_can_be_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    for code in sorted(set(emitted())):
        assert main(["manual", code]) == 0
        said = capsys.readouterr().out
        assert said.startswith(f"{code}\n")
        assert f"[{code}]" in said
        assert said.count("```") == 2


def test_the_page_of_the_format_has_every_field() -> None:
    page = handbook.text("format", PARTS)
    for form in FORMS.values():
        assert f"## {form.what}\n" in page
        assert all(field.about.split("|")[0] in page for field in form.fields)


def test_the_page_of_the_parts_has_a_picture_of_each() -> None:
    page = handbook.text("parts", PARTS)
    files = {sample.file for sample in page_parts.samples(PARTS)}
    assert files == set(re.findall(r"\((parts/[^)]+)\)", page))
    assert len(files) == sum(
        len(names) for names in (PARTS.backdrops, PARTS.figures, PARTS.props, PARTS.moods)
    )


def test_pages_are_written_with_their_pictures_and_no_loose_link(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    few = list(page_parts.samples(PARTS))[::20]
    monkeypatch.setattr(page_parts, "samples", lambda _: iter(few))
    assert main(["manual", "-o", str(tmp_path)]) == 0
    assert "open it in a browser" in capsys.readouterr().out
    for page in tmp_path.glob("*.html"):
        text = page.read_text(encoding="utf-8")
        assert "```" not in text
        assert "**" not in re.sub("<(code|pre)>.*?</(code|pre)>", "", text, flags=re.DOTALL)
        for link in re.findall(r'(?:href|src)="([^"#]+)', text):
            assert (tmp_path / link).is_file() or link.startswith("parts/"), link
    for sample in few:
        assert size(tmp_path / sample.file) == (320, 180)
    for name in ("first", "mistake", "choice"):
        _is_as_it_looks(tmp_path / f"window-{name}.jpg")


def _is_as_it_looks(taken: Path) -> None:
    """The pictures that lie in the manual for whoever reads it as a file are as those taken now.

    Set UPDATE_GOLDEN=1 to take them again; look at them before you commit them.
    """
    kept = handbook.FOLDER / taken.name
    if os.environ.get("UPDATE_GOLDEN"):
        shutil.copyfile(taken, kept)
    assert size(taken) == size(kept)
    one, other = (Image.open(path).convert("L").resize((64, 36)) for path in (taken, kept))
    assert ImageStat.Stat(ImageChops.difference(one, other)).mean[0] < 8


def test_the_terminal_names_pictures_and_says_where_they_are_seen(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["manual", "first-scene"]) == 0
    said = capsys.readouterr().out
    assert "(Picture: The window beside your editor.)" in said
    assert "](window" not in said
    assert "power-struggle manual -o manual" in said


def test_text_stays_text() -> None:
    made = hypertext.body("A <b> & [x](y.md#z) `<i>` **c** *d*\n\n- one\n  more\n- two\n")
    assert made == (
        '<p>A &lt;b&gt; &amp; <a href="y.html#z">x</a> <code>&lt;i&gt;</code> '
        "<strong>c</strong> <em>d</em></p>\n<ul><li>one more</li><li>two</li></ul>"
    )


def test_what_is_no_page_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["manual", "cokbook"]) == 2
    assert "Did you mean 'cookbook'?" in capsys.readouterr().err
    assert main(["manual"]) == 0
    assert "first-scene" in capsys.readouterr().out


@pytest.mark.parametrize(
    "file", [paths.story() / "README.md", *handbook.FOLDER.glob("*.md")], ids=lambda file: file.name
)
def test_every_command_that_is_told_is_one(file: Path) -> None:
    told = re.findall(r"^power-struggle ([^#\n]+)", file.read_text(encoding="utf-8"), re.MULTILINE)
    for line in told:
        words = line.split()
        assert words[0] in cli.COMMANDS
        cli.parser(words[0]).parse_args(words)
