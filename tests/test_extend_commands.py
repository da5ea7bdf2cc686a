"""Packs that extend a story, as the commands meet them among a reader's stories."""

import io
import shutil
from pathlib import Path

import pytest

from game import paths
from game.cli import main
from game.commands import shelves
from game.play import save
from game.play.playthrough import begin
from game.story import lay, packs
from game.ui import settings
from game.ui.settings import Settings
from tests.cases import building
from tests.extending import NIGHT


@pytest.fixture(name="at_home")
def _at_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a reader whose pack lies among the stories."""
    building.asked("clean.extended", tmp_path)
    monkeypatch.setattr(paths, "story", lambda: tmp_path / "story")
    monkeypatch.setattr(paths, "beside", lambda: None)
    data = tmp_path / "data"
    shutil.move(tmp_path / "packs", data / paths.STORIES)
    monkeypatch.setenv("POWER_STRUGGLE_DATA", str(data))
    return data


def test_the_terminal_plays_what_is_switched_on(
    at_home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for on in ((), ("night",)):
        settings.write(at_home, Settings(packs=on))
        monkeypatch.setattr("sys.stdin", io.StringIO("\nquit\n"))
        assert main(["text", "--scene", "smolny"]) == 0
        assert ("Sleep for an hour." in capsys.readouterr().out) is bool(on)


@pytest.mark.parametrize(
    ("asked", "code", "said"),
    [
        ("night", 0, "Sleep for an hour."),
        ("nigth", 2, "There is no pack 'nigth' here. Did you mean 'night'?"),
        ("night,other", 2, "There is no pack 'other' here. Known are: night."),
        ("", 0, "Wait for the Congress."),
    ],
)
@pytest.mark.usefixtures("at_home")
def test_the_terminal_plays_with_packs_that_are_named(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    asked: str,
    code: int,
    said: str,
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("\nquit\n"))
    assert main(["text", "--scene", "smolny", "--packs", asked]) == code
    shown = capsys.readouterr()
    assert said in shown.out + shown.err
    assert ("Sleep" in shown.out) is (asked == "night")


def test_a_pack_is_played_with_its_story(
    at_home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("\nquit\n"))
    assert main(["text", "--story", str(at_home / "stories" / NIGHT), "--scene", "smolny"]) == 0
    assert "Sleep for an hour." in capsys.readouterr().out
    assert main(["text", "--story", str(at_home / "stories" / NIGHT)]) == 0
    assert "With the pack 'A night in Smolny'." in capsys.readouterr().out


def test_a_pack_with_a_mistake_is_left_out_of_the_terminal(
    at_home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    pack = at_home / "stories" / NIGHT
    (pack / "people.yaml").write_text("lenin: {name: Another}\n", encoding="utf-8")
    settings.write(at_home, Settings(packs=("night",)))
    monkeypatch.setattr("sys.stdin", io.StringIO("\nquit\n"))
    assert main(["text", "--scene", "smolny"]) == 0
    said = capsys.readouterr()
    assert "Sleep for an hour." not in said.out
    assert "The person 'lenin' is there already: story/people.yaml:1." in said.err
    assert "So the pack 'A night in Smolny' is left out." in said.err
    assert main(["text", "--story", str(pack)]) == 1


def test_a_hand_in_knows_the_packs_of_its_game(
    at_home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    listed = packs.found([], [at_home / "stories"])
    found = lay.read(packs.layers(at_home.parent / "story", listed, ["night"])).story
    assert found is not None
    play = begin(found).choose("sleep").choose("up").choose("enter")
    save.write(at_home / "game.json", save.of(play))
    page = at_home / "page.html"
    assert main(["report", str(at_home / "game.json"), "-o", str(page)]) == 0
    text = page.read_text(encoding="utf-8")
    assert "Sleep for an hour." in text
    assert "Played with ‘A night in Smolny’" in text
    capsys.readouterr()


def test_a_technician_is_told_of_packs(at_home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert at_home.is_dir()
    main(["diagnose"])
    said = " ".join(capsys.readouterr().out.split())
    assert "'A night in Smolny' in" in said
    assert "extends 'small', no mistakes" in said


def test_a_technician_is_told_of_a_pack_that_is_named_and_not_here(at_home: Path) -> None:
    seen = list(shelves.lacking(at_home.parent / "story", at_home, ["night", "nihgt"]))
    text = "lab.yaml names the pack 'nihgt', and it is not here"
    assert seen == [(text, "notice", "Did you mean 'night'?")]


@pytest.mark.parametrize("ending", ["", ".zip"])
def test_a_technician_may_ask_about_a_pack_or_a_zip(at_home: Path, ending: str) -> None:
    pack, story = at_home / "stories" / NIGHT, at_home.parent / "story"
    if ending:
        pack, story = (Path(shutil.make_archive(str(each), "zip", each)) for each in (pack, story))
    seen = [shelves.asked_for(each, at_home) for each in (pack, story, at_home / "gone.zip")]
    assert [each.grade for each in seen] == ["well", "well", "stop"]
    assert seen[0].text.startswith("'A night in Smolny' for 'The small story' in ")
    assert seen[1].text.startswith("'The small story' in ")


def test_a_lesson_may_name_a_scene_of_a_pack_that_is_switched_on(at_home: Path) -> None:
    scene = "by-the-stove"
    for on, has in (((), False), (("night",), True)):
        story, problems = shelves.opened(at_home.parent / "story", at_home, on)
        assert problems == ()
        assert story is not None
        assert (scene in story.scenes) is has
