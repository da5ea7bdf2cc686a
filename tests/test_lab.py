"""Each file of tests/labs is a lab.yaml; beside it stands what is read and what is said of it."""

import json
import os
import re
from collections.abc import Mapping
from dataclasses import asdict, fields
from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game import files, paths
from game.lab import lesson, places, read, variables, wishes
from game.lab.lab import Kiosk, Lab, Lesson
from game.story.load import load
from game.story.problem import explain
from game.ui.settings import Settings

LABS = Path(__file__).parent / "labs"
UPDATE = bool(os.environ.get("UPDATE_CASES"))


def changed(lab: Lab) -> str:
    """What a file changes, as JSON."""
    usual = asdict(Lab())
    found: Mapping[str, object] = asdict(lab)
    said = {name: value for name, value in found.items() if value != usual[name]}
    return json.dumps(said, indent=1, ensure_ascii=False)


def told(text: str) -> str:
    lab, problems = read.read(text)
    found = read.Found(LABS, text, lab, problems)
    said = [explain(problem, found.line(problem)) for problem in problems]
    return "\n\n".join([changed(lab), *said]) + "\n"


@pytest.mark.parametrize("file", sorted(LABS.glob("*.yaml")), ids=lambda file: file.stem)
def test_a_file_is_read_and_told(file: Path) -> None:
    said = told(file.read_text(encoding="utf-8"))
    told_there = file.with_suffix(".txt")
    if UPDATE:
        told_there.write_text(said, encoding="utf-8", newline="\n")
    assert said == told_there.read_text(encoding="utf-8")


@given(st.text())
def test_any_text_at_all_is_read(text: str) -> None:
    lab, problems = read.read(text)
    assert isinstance(lab, Lab)
    assert problems or lab == Lab() or ":" in text


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b" " * 300_000])
def test_a_file_that_is_no_text_is_a_problem(tmp_path: Path, content: bytes) -> None:
    (tmp_path / read.FILE).write_bytes(content)
    found = read.find(tmp_path)
    assert found.lab == Lab()
    assert found.problems


def test_a_folder_of_that_name_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / read.FILE).mkdir()
    assert [problem.code for problem in read.find(tmp_path).problems] == ["unreadable"]


def test_without_a_file_all_is_as_it_came(tmp_path: Path) -> None:
    assert read.find(tmp_path) == read.find(None) == read.NONE


@pytest.mark.parametrize("name", wishes.NAMES)
def test_every_example_is_right(name: str) -> None:
    assert wishes.value(name, wishes.NAMES[name].example) is not None


@pytest.fixture
def computer(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Anna at a computer of her school, the program in a folder of its own."""
    monkeypatch.setenv("USERNAME", "Анна/..")
    monkeypatch.setenv("HOME", str(tmp_path / "anna"))
    monkeypatch.delenv("POWER_STRUGGLE_DATA")
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    monkeypatch.setattr(variables, "computer", lambda: "LAB-07")
    program = tmp_path / "program"
    program.mkdir()
    (tmp_path / "anna").mkdir()
    monkeypatch.setattr(paths, "beside", lambda: program)
    return program


def kept(program: Path, asked: Path | None = None) -> places.Kept:
    assert paths.beside() == program
    return places.places(asked).kept


def test_the_system_says_where_if_nobody_does(computer: Path, tmp_path: Path) -> None:
    here = tmp_path / "anna/.local/share/power-struggle"
    assert kept(computer) == (here, places.SYSTEM, None, "")


def test_who_decides_where_games_are_kept(
    computer: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (computer / places.PORTABLE).touch()
    assert kept(computer) == (computer / "data", places.PORTABLE, None, "")
    (computer / read.FILE).write_text("data: ../share/{computer}/{user}\n", encoding="utf-8")
    by_lab = kept(computer)
    assert by_lab.share == computer / "../share/LAB-07/Анна-"
    assert by_lab.data.parent == tmp_path / "anna/.local/share/power-struggle/shares"
    assert by_lab.why == places.LAB
    monkeypatch.setenv("POWER_STRUGGLE_DATA", "/srv/games")
    assert kept(computer).data == Path("/srv/games")
    assert kept(computer, tmp_path) == (tmp_path, "--data", None, "")


def test_a_portable_copy_that_cannot_be_written_says_so(
    computer: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (computer / places.PORTABLE).touch()
    monkeypatch.setattr(files, "can_write", lambda _: False)
    assert kept(computer).why == places.SYSTEM
    assert "portable.txt" in kept(computer).trouble


def test_where_nothing_can_be_kept_here_the_share_is_all(
    computer: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (computer / read.FILE).write_text("data: /srv/games\nhand_in: /srv/in/{user}\n")
    monkeypatch.setattr(files, "can_write", lambda _: False)
    assert kept(computer) == (Path("/srv/games"), places.LAB, None, "")
    assert places.places().hand_in() == Path("/srv/in/Анна-")


@pytest.mark.parametrize(
    ("name", "part"),
    [
        ("anna", "anna"),
        ("../../etc", "-..-etc"),
        ("..", "unknown"),
        ("", "unknown"),
        ("a:b", "a-b"),
        ("CON", "CON-"),
        ("nul.txt", "nul-"),
        ("com1", "com1-"),
        ("con artist", "con artist"),
        (" . . ", "unknown"),
        ("a\u202eb\x00c\nd", "a-b-c-d"),
        ("я" * 60, "я" * 60),
    ],
)
def test_a_name_leads_nowhere_else(name: str, part: str) -> None:
    assert variables.named(name) == part


def test_names_without_end_are_cut_and_stay_apart() -> None:
    one, other = variables.named("a" * 300), variables.named("a" * 301)
    assert len(one) == len(other) == variables.LONGEST
    assert one != other


@given(st.text())
def test_any_name_is_one_part_of_a_path(text: str) -> None:
    part = variables.named(text)
    assert PureWindowsPath(part).parts == PurePosixPath(part).parts == (part,)
    assert PureWindowsPath(part).stem.upper() not in {"CON", "PRN", "AUX", "NUL", "COM1", "LPT9"}
    assert part.strip(". ") == part
    assert len(part) <= variables.LONGEST


def test_a_hand_in_may_know_the_seat_and_games_do_not_need_it(computer: Path) -> None:
    (computer / read.FILE).write_text("hand_in: /srv/in/{seat}\n")
    assert places.places().hand_in("7") == Path("/srv/in/7")
    assert places.places().hand_in("../..") == Path("/srv/in/-")
    assert places.places().hand_in() == Path("/srv/in/LAB-07")
    (computer / read.FILE).write_text("data: /srv/games/{seat}\n")
    assert [each.code for each in places.places().found.problems] == ["variable"]


def test_hand_ins_go_where_the_games_go_if_no_other_folder_is_named(computer: Path) -> None:
    assert places.places().hand_in() is None
    (computer / read.FILE).write_text("data: /srv/games\n")
    assert places.places().hand_in() == Path("/srv/games/hand-ins")


def test_the_system_knows_who_is_here(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("USERNAME", "USER", "LOGNAME"):
        monkeypatch.delenv(name, raising=False)
    assert variables.user()
    assert variables.computer()


def test_somebody_without_a_home_has_a_folder_for_games(
    computer: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def nobody() -> Path:
        raise RuntimeError

    monkeypatch.setattr(Path, "home", nobody)
    (computer / read.FILE).write_text("data: /srv/games\n")
    assert places.places().kept.share == Path("/srv/games")


def template() -> str:
    """The template with everything in it taken at its word."""
    file = Path(paths.__file__).parent / "packaging" / "lab-template.yaml"
    lines = file.read_text(encoding="utf-8").splitlines()
    field = re.compile(r"# ((  )?[a-z_]+:( .*)?)$")
    return "\n".join(found[1] for line in lines if (found := field.match(line)))


def test_everything_in_the_template_is_understood() -> None:
    lab, problems = read.read(template())
    assert problems == ()
    usual = asdict(Lab())
    assert [name for name, value in asdict(lab).items() if value == usual[name]] == []


def test_what_the_template_names_is_in_the_story() -> None:
    """Whoever takes the signs away in front of its examples has a lesson, and no mistakes."""
    wanted = read.read(template())[0].lesson
    story = load(paths.story()).story
    assert story is not None
    assert lesson.unknown(wanted, story) == ()
    parts = lesson.parts(wanted, story)
    assert wanted.first in parts[0].scenes
    assert wanted.last in parts[-1].scenes


def test_everything_that_is_understood_is_in_the_template() -> None:
    names = [each.name for each in (*fields(Lesson), *fields(Kiosk), *fields(Lab))]
    for name in (*names, *wishes.NAMES):
        assert f"{name.replace('is_on', 'on')}:" in template()


def test_every_setting_of_the_window_can_be_locked() -> None:
    ours = {each.name for each in fields(Settings)} - {"name", "finished", "packs"}
    assert ours == set(wishes.NAMES) - {"volume", "language"}
