"""What "diagnose" tells a technician about lab.yaml, about hand-ins, and what cannot be."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from game import cli, paths
from game.commands import school
from game.commands.seen import Seen
from game.lab import outbox, places, read
from game.lab.outbox import Outbox


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv("POWER_STRUGGLE_DATA")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "own"))
    monkeypatch.setenv("APPDATA", str(tmp_path / "own"))
    monkeypatch.setattr(paths, "beside", lambda: tmp_path / "program")
    (tmp_path / "program").mkdir()
    return tmp_path / "program"


def told(found: Iterator[Seen], grade: str) -> str:
    return "\n".join(f"{seen.text} {seen.advice}" for seen in found if seen.grade == grade)


@pytest.mark.parametrize(
    ("lab", "noticed"),
    [
        ("locked: {language: en}", ""),
        ("usual: {language: en-GB}", ""),
        ("locked: {language: ru}", "language ru is not there"),
        ("usual: {language: de}", "language de is not there"),
        ("{usual: {language: de}, locked: {language: en}}", ""),
    ],
)
def test_a_language_that_is_not_there_is_said(program: Path, lab: str, noticed: str) -> None:
    (program / read.FILE).write_text(lab, encoding="utf-8")
    said = told(school.lab(places.places()), "notice")
    assert noticed in said
    assert bool(said) is bool(noticed)


def test_names_that_are_not_here_are_mistakes_of_the_file(
    program: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    named = "lesson: {first: no-war-no-piece, chapters: [06-the-trian]}\npacks: [a-nihgt]\n"
    (program / read.FILE).write_text(named, encoding="utf-8")
    cli.main(["diagnose", "--json"])
    found = json.loads(capsys.readouterr().out)["findings"]
    said = [f"{each['text']} {each['advice']}" for each in found if each["topic"] == "Lab"]
    assert said[0].endswith("lab.yaml: 3 mistakes ")
    for place, words in enumerate(("a-nihgt", "06-the-trian", "no-war-no-piece"), 1):
        assert f"'{words}'" in said[place]
    assert "Did you mean '06-the-train'?" in said[2]
    assert "Did you mean 'no-war-no-peace'?" in said[3]


def test_a_path_that_loses_its_backslashes_is_said(program: Path) -> None:
    (program / read.FILE).write_text('seats: 9\nhand_in: "\\\\server\\new"\n', encoding="utf-8")
    said = told(school.lab(places.places()), "notice")
    assert r"line 2, column 10: Between" in said
    assert r"'\\server\new' is meant" in said
    assert r"Write hand_in: '\\server\new'" in said
    assert places.places().hand_in() is None


def test_where_hand_ins_go_is_said(program: Path, tmp_path: Path) -> None:
    assert "beside the games" in told(school.hand_ins(places.places()), "well")
    (program / read.FILE).write_text("hand_in: ../in\n", encoding="utf-8")
    assert "decided by hand_in" in told(school.hand_ins(places.places()), "well")
    (program / read.FILE).write_text("data: ../games\n", encoding="utf-8")
    assert "decided by data" in told(school.hand_ins(places.places()), "well")
    (tmp_path / "gone").touch()
    (program / read.FILE).write_text("hand_in: ../gone\n", encoding="utf-8")
    assert "brought there then" in told(school.hand_ins(places.places()), "notice")


def test_how_many_hand_ins_wait_is_said(
    program: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "in").touch()
    (program / read.FILE).write_text("hand_in: ../in\n", encoding="utf-8")
    here = places.places()
    monkeypatch.setattr(outbox, "PATIENCE", 0)
    box = Outbox(here.data, lambda _, __: False)
    for name in ("Anna.html", "Bo.html"):
        box.give(outbox.folder(here.data), name, "<p>", here.hand_in())
    said = told(school.hand_ins(here), "notice")
    assert "2 wait to be brought there" in said
    assert "Anna" not in said
