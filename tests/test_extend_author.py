"""Writing a pack: the template plays, new scenes find their place, the story stays as it is."""

import json
from hashlib import sha256
from pathlib import Path

import jsonschema
import pytest

from game import paths
from game.author import schema
from game.cli import main
from game.story import lay, packs
from game.story.layers import Layers
from tests.cases import building
from tests.test_author_format import mistakes


@pytest.fixture(name="folder")
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the small story, which is the one that is shipped."""
    building.build("clean", tmp_path)
    monkeypatch.setattr(paths, "story", lambda: tmp_path / "story")
    monkeypatch.setattr(paths, "assets", lambda: building.ASSETS)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def stamp(folder: Path) -> dict[str, str]:
    return {
        str(file): sha256(file.read_bytes()).hexdigest()
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }


def errors(folder: Path, capsys: pytest.CaptureFixture[str]) -> str:
    capsys.readouterr()
    main(["check", str(folder / "the-bell")])
    return capsys.readouterr().out.split("Looked at")[0]


def additions_with_a_second_bell(
    choice: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> str:
    """Put a scene between a choice in Smolny and the first bell."""
    asked = ["new", "scene", "a-second-bell", "--story", "the-bell"]
    assert main([*asked, "--from", "smolny", "--choice", choice]) == 0
    assert errors(folder, capsys) == "No mistakes found.\n"
    made = folder / "the-bell" / "1-october" / "a-second-bell.yaml"
    assert "goto: the-bell-scene" in made.read_text(encoding="utf-8")
    return (folder / "the-bell" / "additions.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize(("asked", "scene"), [([], "smolny"), (["--at", "palace"], "palace")])
def test_the_template_plays_at_once(
    folder: Path, capsys: pytest.CaptureFixture[str], asked: list[str], scene: str
) -> None:
    before = stamp(folder / "story")
    assert main(["new", "story", "the-bell", "--extends", *asked]) == 0
    assert "power-struggle preview the-bell-scene --story the-bell" in capsys.readouterr().out
    assert errors(folder, capsys) == "No mistakes found.\n"
    read = lay.read(Layers(folder / "story", (folder / "the-bell",)))
    assert read.story is not None
    added = read.story.scenes[scene].choices[-1]
    assert added.goto[0].scene.id == "the-bell-scene"
    assert read.story.scenes["the-bell-scene"].chapter == read.story.scenes[scene].chapter
    assert stamp(folder / "story") == before


def test_a_pack_for_another_story_names_it(folder: Path) -> None:
    assert main(["new", "story", "the-bell", "--extends", "small", "--title", "It's a bell"]) == 0
    text = (folder / "the-bell" / "story.yaml").read_text(encoding="utf-8")
    assert "extends: small " in text
    assert '''title: "It's a bell"''' in text


@pytest.mark.parametrize(
    ("asked", "note"),
    [
        ([], "goto: moscow              # a scene of the story: from here it goes on"),
        (["--after", "enter"], "goto: onward              # where the choice led that this"),
    ],
)
def test_the_note_says_what_stands_behind_goto(folder: Path, asked: list[str], note: str) -> None:
    assert main(["new", "story", "the-bell", "--extends", "--at", "palace", *asked]) == 0
    scene = folder / "the-bell" / "1-october" / "the-bell-scene.yaml"
    assert note in scene.read_text(encoding="utf-8")


@pytest.mark.parametrize("more", [[], ["--extends"]])
@pytest.mark.parametrize("name", ["", "Ada: a teacher"])
def test_nobody_is_called_your_name(folder: Path, more: list[str], name: str) -> None:
    given = ["--author", name] if name else []
    assert main(["new", "story", "the-bell", *more, *given]) == 0
    cover = (folder / "the-bell" / "story.yaml").read_text(encoding="utf-8")
    assert ("# author: Your name" in cover) == (not name)
    found = packs.pack(folder / "the-bell")
    assert found.author == name


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (["--extends", "smal"], "Did you mean 'small'?"),
        (["--extends", "--at", "palce"], "Did you mean 'palace'?"),
        (["--extends", "--at", "moscow"], "'moscow' is an ending"),
    ],
)
def test_what_cannot_be_extended_is_refused(
    folder: Path, capsys: pytest.CaptureFixture[str], asked: list[str], said: str
) -> None:
    assert main(["new", "story", "the-bell", *asked]) == 2
    assert said in capsys.readouterr().err
    assert not (folder / "the-bell").exists()


def test_a_new_scene_of_a_pack_is_led_to_by_its_choices(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = stamp(folder / "story")
    assert main(["new", "story", "the-bell", "--extends"]) == 0
    assert "goto: a-second-bell" in additions_with_a_second_bell("the-bell", folder, capsys)
    assert stamp(folder / "story") == before


@pytest.mark.parametrize(
    ("there", "then"),
    [
        (None, "smolny:\n  after_choice:\n    wait: the-review\n"),
        ("", "smolny:\n  after_choice:\n    wait: the-review\n"),
        ("palace: {}\n", "palace: {}\nsmolny:\n  after_choice:\n    wait: the-review\n"),
        ("smolny: {}\n", "smolny: {after_choice: {wait: the-review}}\n"),
        ("smolny:   # a note", "smolny:   # a note\n  after_choice:\n    wait: the-review\n"),
        (
            "smolny:\n    echoes: []\n",
            "smolny:\n    after_choice:\n      wait: the-review\n    echoes: []\n",
        ),
        (
            "smolny:\r\n  after_choice:\r\n    # now\r\n    press-on: the-march\r\n",
            "smolny:\r\n  after_choice:\r\n    # now\r\n    wait: the-review\r\n"
            "    press-on: the-march\r\n",
        ),
        (
            "smolny: {after_choice: {press-on: the-march}}\n",
            "smolny: {after_choice: {wait: the-review, press-on: the-march}}\n",
        ),
    ],
)
@pytest.mark.parametrize("choice", ["wait", "2", "Wait for the Congress."])
def test_a_new_scene_of_a_pack_is_put_behind_a_choice_of_the_story(
    folder: Path, capsys: pytest.CaptureFixture[str], there: str | None, then: str, choice: str
) -> None:
    before = stamp(folder / "story")
    pack = folder / "the-bell"
    (pack / "1-october").mkdir(parents=True)
    cover = "title: The bell\nid: the-bell\nextends: small\n"
    (pack / "story.yaml").write_text(cover, encoding="utf-8")
    source = "reed: {author: Reed, title: Ten Days, kind: witness}\n"
    (pack / "sources.yaml").write_text(source, encoding="utf-8")
    if there is not None:
        (pack / "additions.yaml").write_bytes(there.encode("utf-8"))
    asked = ["new", "scene", "the-review", "--story", "the-bell", "--from", "smolny"]
    assert main([*asked, "--choice", choice]) == 0
    assert "'wait' in 'smolny' leads to it now" in capsys.readouterr().out
    assert (pack / "additions.yaml").read_bytes().decode("utf-8").endswith(then)
    made = (pack / "1-october" / "the-review.yaml").read_text(encoding="utf-8")
    assert made.count("goto: onward") == 2
    assert "the-march" in then or errors(folder, capsys) == "No mistakes found.\n"
    assert stamp(folder / "story") == before


def test_a_scene_comes_between_a_choice_and_what_a_pack_put_there(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    made = ["new", "story", "the-bell", "--extends", "--at", "smolny", "--after", "Wait for"]
    assert main(made) == 2
    assert main([*made[:-1], "wait"]) == 0
    assert "comes after 'wait' in 'smolny'" in capsys.readouterr().out
    assert errors(folder, capsys) == "No mistakes found.\n"
    assert "wait: a-second-bell" in additions_with_a_second_bell("wait", folder, capsys)


def test_a_scene_that_a_choice_waits_for_is_put_beside_it(folder: Path) -> None:
    assert main(["new", "story", "the-bell", "--extends", "--at", "palace"]) == 0
    file = folder / "the-bell" / "additions.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("goto: the-bell-scene", "goto: not-yet"), encoding="utf-8")
    assert main(["new", "scene", "not-yet", "--story", "the-bell"]) == 0
    made = folder / "the-bell" / "1-october" / "not-yet.yaml"
    assert "goto: moscow" in made.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (["palace"], "There is a scene 'palace' already (story/1-october/palace.yaml)."),
        (["other", "--from", "palace"], "one of: enter, talk."),
        (["other", "--from", "palce"], "Did you mean 'palace'?"),
        (["other", "--from", "smolny", "--choice", "wiat"], "one of: press-on, wait, the-bell."),
        (["other", "--chapter", "1-oktober"], "Did you mean '1-october'?"),
    ],
)
@pytest.mark.usefixtures("folder")
def test_what_cannot_be_a_scene_of_a_pack_is_refused(
    capsys: pytest.CaptureFixture[str], asked: list[str], said: str
) -> None:
    assert main(["new", "story", "the-bell", "--extends"]) == 0
    assert main(["new", "scene", *asked, "--story", "the-bell"]) == 2
    assert said in capsys.readouterr().err


def test_an_editor_knows_the_names_of_both(folder: Path) -> None:
    assert main(["new", "story", "the-bell", "--extends"]) == 0
    assert not (folder / "the-bell" / ".vscode").exists()
    assert main(["schema", "the-bell"]) == 0
    beside = folder / "the-bell" / ".vscode"
    made = (beside / "scene.schema.json").read_text(encoding="utf-8")
    assert all(f'"{name}"' in made for name in ("palace", "the-bell-scene", "lenin", "army"))
    settings = json.loads((beside / "settings.json").read_text(encoding="utf-8"))
    found = settings["yaml.schemas"]
    assert found["./.vscode/scene.schema.json"] == ["/1-october/*.yaml"]
    assert found["./.vscode/additions.schema.json"] == ["/additions.yaml"]


def test_the_schema_fits_every_file_of_a_pack() -> None:
    packs = building.CASES / "clean.extended" / "packs"
    files = sorted(packs.rglob("*.yaml"))
    assert len(files) == 7
    assert [line for file in files for line in mistakes(file, {})] == []


def test_the_schema_knows_a_pack_from_a_story(tmp_path: Path) -> None:
    made = schema.schema("story", {})
    jsonschema.Draft7Validator.check_schema(made)
    file = tmp_path / "story.yaml"
    file.write_text("title: A\nid: a\nextends: b\nstart: c\n", encoding="utf-8")
    assert any("start" in line for line in mistakes(file, {}))
    file.write_text("title: A\nid: a\nstart: c\n", encoding="utf-8")
    assert mistakes(file, {}) == []
