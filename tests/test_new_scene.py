"""A new scene is linked by one changed word, and what cannot be is refused."""

import shutil
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from game import paths
from game.author import ids, link, shelf
from game.author.ids import Refused
from game.cli import main
from game.story.load import load
from tests import authoring
from tests.authoring import DECISION, changed, checked, new
from tests.cases import building


@pytest.fixture(name="folder")
def _folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    return authoring.the_pump(tmp_path, capsys)


def test_a_new_scene_comes_between_a_choice_and_what_followed(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = (folder / DECISION).read_text(encoding="utf-8")
    assert new(folder, "broad-street", "--from", "first-decision", "--choice", "act") == 0
    after = (folder / DECISION).read_text(encoding="utf-8")
    assert changed(before, after) == ["-     goto: second-decision", "+     goto: broad-street"]
    assert checked(folder, capsys) == []
    story = load(folder).story
    assert story is not None
    assert {
        way.scene.id for choice in story.scenes["broad-street"].choices for way in choice.goto
    } == {"second-decision"}


def test_a_scene_that_nothing_leads_to_still_plays(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert new(folder, "broad-street") == 0
    assert "write 'goto: broad-street' at one" in capsys.readouterr().out
    assert checked(folder, capsys) == ["unreachable"]


@pytest.mark.parametrize("name", ["well.yaml.txt", "well.YAML.TXT", "well.odt"])
def test_a_scene_is_not_made_beside_one_with_a_wrong_ending(
    name: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "1-the-beginning" / name).write_text("title: The well\n", encoding="utf-8")
    before = sorted(folder.rglob("*"))
    assert new(folder, "well", "--from", "first-decision", "--choice", "act") == 2
    said = capsys.readouterr().err
    assert f"There is a file '{name}'." in said
    assert "'well.yaml'" in said
    assert sorted(folder.rglob("*")) == before


def test_a_goto_that_leads_nowhere_is_made_a_scene(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = folder / DECISION
    text = file.read_text(encoding="utf-8").replace("goto: second-decision", "goto: the-well", 1)
    file.write_text(text, encoding="utf-8")
    main(["check", str(folder)])
    said = capsys.readouterr().out
    assert "power-struggle new scene the-well" in said
    assert new(folder, "the-well") == 0
    assert file.read_text(encoding="utf-8") == text
    assert checked(folder, capsys) == []


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["Winter/Palace"], "Write for example 'winter-palace'."),
        (["First decision"], "There is a scene 'first-decision' already"),
        (["well", "--from", "first-decision", "--choice", "3"], "one of: ask, act."),
        (["well", "--choice", "ask"], "Name the scene too"),
        (["Зима"], "Write for example 'new-scene'."),
        (["../../escape"], "Write for example 'escape'."),
        (["first-decision"], "Write for example 'first-decision-2'."),
        (["chapter"], "Write for example 'chapter-2'."),
        (["con"], "Write for example 'con-2'."),
        (["a" * 99], "too long"),
        (["well", "--from", "frist-decision"], "Did you mean 'first-decision'?"),
        (["well", "--from", "first-decision"], "Write --choice and one of: ask, act."),
        (["well", "--from", "first-decision", "--choice", "akt"], "one of: ask, act."),
        (["well", "--from", "what-happened"], "has no choice that could lead on"),
        (["well", "--chapter", "2-the-middle"], "--chapter 2-the-middle --begin"),
        (["well", "--chapter", "1-the-begining"], "Did you mean '1-the-beginning'?"),
        (["well", "--begin", "Later"], "Name the folder of the new chapter too"),
        (["well", "--begin", "Later", "--chapter", "2 Later"], "Write '2-later'."),
        (["well", "--begin", "Later", "--chapter", "../2"], "cannot be the folder of a chapter"),
        (["well", "--begin", "Later", "--chapter", "1-the-beginning"], "Leave out --begin."),
        (["well", "--begin", "Later", "--chapter", ".vscode"], "Write 'vscode'."),
    ],
)
def test_what_cannot_be_is_refused_with_what_to_write(
    words: list[str], said: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = sorted(folder.rglob("*"))
    assert new(folder, *words) == 2
    assert said in capsys.readouterr().err
    assert sorted(folder.rglob("*")) == before


def test_names_are_offered_that_are_free() -> None:
    assert ids.slug("Übermorgen, 3 Uhr!") == "ubermorgen-3-uhr"
    assert ids.fresh("a", {"a", "a-2"}) == "a-3"
    assert ids.title("wilson-in-berlin") == "Wilson in Berlin"
    assert ids.title("the_end-of-it") == "The End of It"
    with pytest.raises(Refused, match="'a-2'"):
        ids.judge("a", {"a"})


def ways(folder: Path) -> Iterator[shelf.Way]:
    return shelf.opened(folder).ways()


def test_of_every_choice_of_the_shipped_story_only_the_word_is_changed() -> None:
    count = 0
    for way in ways(paths.story()):
        text = shelf.content(way.sheet.file)
        there = link.relinked(text, link.goto(way), "a-new-scene")
        back = link.relinked(there, link.goto(way)._replace(id="a-new-scene"), link.goto(way).id)
        assert back == text
        assert there.count("a-new-scene") == 1
        count += 1
    assert count > 100


@pytest.mark.parametrize(
    "choice",
    [
        "  - {id: out, text: Out, outcome: You go., goto: home}  # out of here\r\n",
        "  - id: out\r\n    text: Out\r\n    outcome: You go.\r\n    goto:   'home'   # home\r\n",
        '  - id: out\r\n    goto: "home"\r\n    text: Out\r\n    outcome: You go.\r\n',
        "  - id: out\r\n    text: Out\r\n    outcome: You go.\r\n    goto:\r\n"
        "      - {when: [key], scene: cell}  # home\r\n      - {scene: home}\r\n",
        "  - id: out\r\n    text: Out\r\n    outcome: You go.\r\n    goto:\r\n"
        "      - {when: [key], scene: cell}\r\n      - home\r\n",
    ],
)
def test_comments_quotes_line_ends_and_rights_stay(choice: str, tmp_path: Path) -> None:
    folder = tmp_path / "story"
    shutil.copytree(building.CASES.parent / "stories" / "traps", folder)
    file = folder / "1-one" / "cell.yaml"
    text = f"\ufefftitle: Cell # where it begins\r\ntext: Žižkov, home.\r\nchoices:\r\n{choice}"
    file.write_bytes(text.encode("utf-8"))
    file.chmod(0o640)
    assert new(folder, "yard", "--from", "cell") == 0
    lines = text.splitlines(keepends=True)
    at = max(
        number for number, line in enumerate(lines) if "home" in line.split("#")[0] and number > 1
    )
    lines[at] = lines[at].replace("home", "yard", 1)
    assert file.read_bytes().decode("utf-8") == "".join(lines)
    assert stat.S_IMODE(file.stat().st_mode) == 0o640 or sys.platform == "win32"
