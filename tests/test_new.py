"""A new story plays at once and has no mistake; a new scene is linked by one changed word."""

import builtins
import difflib
import json
import shutil
import stat
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from game import paths
from game.author import chapters, ids, link, named, pages, shelf
from game.author.ids import Refused
from game.cli import main
from game.play import record
from game.play.explorer import explore
from game.story.load import load
from tests.cases import building, packing

DECISION = "1-the-beginning/first-decision.yaml"


@pytest.fixture(name="folder")
def _folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    folder = tmp_path / "the-pump"
    assert main(["new", "story", str(folder), "--title", 'Cholera: "the pump"']) == 0
    capsys.readouterr()
    return folder


def new(folder: Path, *words: str) -> int:
    return main(["new", "scene", *words, "--story", str(folder)])


def checked(folder: Path, capsys: pytest.CaptureFixture[str]) -> list[str]:
    """The codes of all that "check" says about a story."""
    capsys.readouterr()
    main(["check", "--json", str(folder)])
    return [problem["code"] for problem in json.loads(capsys.readouterr().out)["problems"]]


def changed(before: str, after: str) -> list[str]:
    lines = difflib.ndiff(before.splitlines(), after.splitlines())
    return [line for line in lines if line[0] in "+-"]


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


def test_a_folder_without_a_story_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert new(tmp_path, "well") == 2
    assert "power-struggle new story" in capsys.readouterr().err


def test_a_story_one_folder_deeper_is_named(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert new(folder.parent, "well") == 2
    assert f"Write --story {folder}" in capsys.readouterr().err


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


def test_the_story_one_stands_in_is_meant(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(folder / "1-the-beginning")
    assert main(["new", "scene", "broad-street"]) == 0
    assert (folder / "1-the-beginning" / "broad-street.yaml").is_file()
    capsys.readouterr()


def test_nothing_is_written_into_a_zip(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    packed = packing.packed(building.build("clean", tmp_path), "story .\n")
    before = packed.read_bytes()
    assert new(packed, "the-bridge") == 2
    assert "Unpack it first" in capsys.readouterr().err
    assert main(["schema", str(packed)]) == 2
    assert "--story story" in capsys.readouterr().err
    assert main(["new", "story", str(tmp_path / "mine.zip")]) == 2
    assert f"Name it without .zip: {tmp_path / 'mine'}" in capsys.readouterr().err
    assert packed.read_bytes() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["story", "story.zip"]


MADE = ("1-the-beginning-card.html", "map.html", "story.twee")


def test_every_command_for_authors_means_the_story_one_stands_in(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    before = sorted(folder.rglob("*"))
    monkeypatch.chdir(folder)
    assert main(["lesson", "1"]) == 0
    assert main(["map", "--plain"]) == 0
    assert main(["export", "--twee"]) == 0
    said = capsys.readouterr().out
    beside = {name: folder.with_name(f"{folder.name}-{name}") for name in MADE}
    assert all(str(path) in said for path in beside.values())
    assert "first-decision" in beside["map.html"].read_text(encoding="utf-8")
    assert "The first decision" in beside["story.twee"].read_text(encoding="utf-8")
    assert sorted(folder.rglob("*")) == before
    capsys.readouterr()
    assert main(["simulate", "--runs", "2"]) == 1
    assert "another-ending" in capsys.readouterr().out
