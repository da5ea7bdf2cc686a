"""What ``diagnose`` says of well and broken computers."""

import json
import shutil
import sys
from collections.abc import Callable, Mapping
from importlib import metadata
from pathlib import Path
from typing import NamedTuple

import pytest

from game import cli, files, paths
from game.commands import machine
from game.ui import probe, sound, window
from game.ui.probe import Screens, Speaker

MUCH = 5_000_000_000
STORIES = Path(__file__).parent / "stories"


class Page(NamedTuple):
    code: int
    findings: Mapping[str, dict[str, str]]
    grade: str
    out: str


Diagnose = Callable[..., Page]


@pytest.fixture
def diagnose(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> Diagnose:
    """Run the command on a computer where all is well but for what a test breaks."""
    for name in ("SDL_VIDEODRIVER", "SDL_AUDIODRIVER"):
        monkeypatch.setenv(name, "dummy")
    monkeypatch.setenv("HOME", str(tmp_path / "anna"))
    monkeypatch.setenv("POWER_STRUGGLE_CACHE", str(tmp_path / "anna" / "cache"))
    monkeypatch.setattr(machine, "free_memory", lambda: MUCH)
    monkeypatch.setattr(paths, "story", lambda: STORIES / "two-nights")
    (tmp_path / "anna").mkdir()

    def run(*arguments: str, data: Path = tmp_path / "anna" / "data") -> Page:
        code = cli.main(["diagnose", "--json", "--data", str(data), *arguments])
        out = capsys.readouterr().out
        page = json.loads(out)
        return Page(code, {row["topic"]: row for row in page["findings"]}, page["grade"], out)

    return run


def test_all_is_well_where_nothing_is_broken(diagnose: Diagnose) -> None:
    page = diagnose()
    assert {row["topic"]: row["text"] for row in page.findings.values() if row["advice"]} == {}
    assert (page.code, page.grade) == (0, "well")
    assert list(page.findings) == list(machine._LOOKS)
    assert page.findings["Saves"]["text"] == "~/data, can be written; decided by --data"
    assert page.findings["Cache"]["text"] == "~/cache, can be written"
    assert page.findings["Story"]["text"].startswith("'Two nights' in ")
    assert page.findings["Sound"]["text"] == "by the driver 'dummy'"


def test_nobody_is_named_and_nothing_is_left_behind(diagnose: Diagnose, tmp_path: Path) -> None:
    assert "anna" not in diagnose().out
    assert list((tmp_path / "anna").iterdir()) == []


def test_people_get_lines_and_a_last_sentence(
    diagnose: Diagnose, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    diagnose()
    monkeypatch.setattr(probe, "screens", lambda: Screens("", (), "nothing is plugged in"))
    assert cli.main(["diagnose"]) == 1
    lines = capsys.readouterr().out.splitlines()
    (number,) = (at for at, line in enumerate(lines) if line.startswith("! Screen"))
    assert lines[number].endswith("none: nothing is plugged in")
    assert lines[number + 1].endswith("write: power-struggle text")
    assert lines[-1] == "It can be played; a lesson would notice what is marked with !."
    assert {line[0] for line in lines[:number]} == {" "}


@pytest.mark.parametrize(
    ("broken", "topic", "says", "code"),
    [
        (("game.ui.probe.screens", lambda: Screens("", (), "x")), "Screen", "none: x", 1),
        (("game.ui.probe.screens", lambda: Screens("x", ((9, 9),))), "Screen", "9 x 9", 1),
        (("game.ui.probe.screens", lambda: Screens("x", ())), "Screen", "size unknown", 0),
        (("game.ui.probe.speaker", lambda: Speaker("", "x")), "Sound", "none: x", 0),
        (("game.ui.probe.unread_fonts", lambda _: ("Oswald.ttf",)), "Fonts", "Oswald.ttf", 1),
        (("game.files.can_write", lambda _: False), "Saves", "cannot be written", 1),
        (("game.files.can_write", lambda _: False), "Cache", "cannot be written", 1),
        (("game.commands.machine.free_memory", lambda: 10_000_000), "Memory", "10 MB", 1),
        (("game.commands.machine.free_memory", lambda: None), "Memory", "does not say", 0),
        (("game.commands.machine.find_spec", lambda _: None), "PyYAML", "no PyYAML", 2),
        (
            ("game.commands.machine.find_spec", lambda name: None if "." in name else name),
            "PyYAML",
            "without its fast parser",
            0,
        ),
    ],
)
def test_one_broken_thing(
    diagnose: Diagnose,
    monkeypatch: pytest.MonkeyPatch,
    broken: tuple[str, Callable[..., object]],
    topic: str,
    says: str,
    code: int,
) -> None:
    monkeypatch.setattr(*broken)
    page = diagnose()
    assert says in page.findings[topic]["text"]
    assert page.code == code


def test_a_full_disk(diagnose: Diagnose, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: shutil._ntuple_diskusage(9, 9, 1_000_000))
    page = diagnose()
    assert page.findings["Disk"]["text"].startswith("1 MB free")
    assert page.code == 1


@pytest.mark.parametrize(
    ("missing", "topics"),
    [
        ("game.ui.probe", {"pygame-ce", "Fonts", "Screen", "Sound"}),
        ("game.stage.images", {"Pictures"}),
        ("game.story.load", {"Story", "Stories"}),
    ],
)
def test_a_library_that_cannot_be_loaded_hides_nothing_else(
    diagnose: Diagnose, monkeypatch: pytest.MonkeyPatch, missing: str, topics: set[str]
) -> None:
    package, _, name = missing.rpartition(".")
    monkeypatch.delattr(sys.modules[package], name, raising=False)
    monkeypatch.setitem(sys.modules, missing, None)
    page = diagnose()
    stopped = {name for name, row in page.findings.items() if row["grade"] == "stop"}
    assert stopped == topics
    assert page.code == 2


def test_something_unforeseen_hides_nothing_else(
    diagnose: Diagnose, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails() -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(probe, "screens", fails)
    page = diagnose()
    assert page.findings["Screen"]["text"] == "could not be looked at (ZeroDivisionError)"
    assert page.findings["Disk"]["grade"] == "well"
    assert page.code == 1


def test_a_story_with_mistakes_cannot_be_played(diagnose: Diagnose, tmp_path: Path) -> None:
    page = diagnose("--story", str(STORIES / "broken"))
    assert "mistake" in page.findings["Story"]["text"]
    assert "power-struggle check" in page.findings["Story"]["advice"]
    assert page.code == 2
    assert diagnose("--story", str(tmp_path / "none")).code == 2


def test_damaged_settings_are_noticed(diagnose: Diagnose, tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_text("{")
    page = diagnose(data=tmp_path)
    assert "could not be read" in page.findings["Settings"]["text"]
    assert page.code == 1
    (tmp_path / "settings.json").write_text("{}")
    assert diagnose(data=tmp_path).findings["Settings"]["text"] == "read"


def test_broken_pictures_are_noticed(
    diagnose: Diagnose, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    shutil.copytree(paths.assets() / "catalogue", tmp_path / "assets" / "catalogue")
    (tmp_path / "assets" / "baked").mkdir()
    index = paths.assets() / "baked" / "index.json"
    shutil.copyfile(index, tmp_path / "assets" / "baked" / "index.json")
    monkeypatch.setattr(paths, "assets", lambda: tmp_path / "assets")
    page = diagnose()
    assert page.findings["Pictures"]["grade"] == "notice"
    assert page.findings["Fonts"]["grade"] == "notice"


def test_a_program_without_a_list_of_packages(
    diagnose: Diagnose, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unknown(name: str) -> str:
        raise metadata.PackageNotFoundError(name)

    monkeypatch.setattr(metadata, "version", unknown)
    page = diagnose()
    assert page.findings["Program"]["text"].startswith("version unknown")
    assert page.code == 0


def test_no_display_and_no_sound_card_are_sentences(monkeypatch: pytest.MonkeyPatch) -> None:
    def nothing() -> None:
        raise window.NoDisplay("SDL found only its driver 'offscreen'")

    monkeypatch.setattr(window, "start", nothing)
    monkeypatch.setattr(sound, "has_device", lambda: False)
    assert probe.screens() == Screens("", (), "SDL found only its driver 'offscreen'")
    assert probe.speaker().trouble == "the system names no sound card"
    monkeypatch.setattr(sound, "has_device", lambda: True)
    monkeypatch.setenv("SDL_AUDIODRIVER", "there is none of this name")
    assert probe.speaker().trouble


def test_the_fonts_that_are_looked_for_are_those_that_are_there() -> None:
    folder = paths.assets() / "fonts"
    assert sorted(probe.FONTS) == sorted(path.name for path in folder.glob("*.[ot]tf"))
    assert probe.unread_fonts(files.existing(folder / "none")) == ()
    assert probe.unread_fonts(folder / "none") == probe.FONTS


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has /proc")
def test_linux_says_how_much_memory_is_free() -> None:
    free = machine.free_memory()
    assert free is not None
    assert free > 1_000_000


def test_other_stories_are_named_with_their_mistakes(
    diagnose: Diagnose, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert diagnose().findings["Stories"]["text"].startswith("none but that one")
    for name in ("broken", "whole"):
        shutil.copytree(STORIES / name, tmp_path / "own" / "stories" / name)
    cli.main(["diagnose", "--data", str(tmp_path / "own")])
    said = capsys.readouterr().out
    assert "stories/broken has " in said
    assert "stories/whole, no mistakes" in said
