"""The folder of hand-ins: shown on a pupil's own computer, and its path parted where names end."""

import sys
import time
from pathlib import Path

import pytest

from game.lab.lab import Kiosk, Lab, Lesson
from game.lab.outbox import Outbox
from game.play.playthrough import begin
from game.report import bundle
from game.ui import deeds, folder, reading, typeset, words_handin
from game.ui.boxes import Font
from game.ui.deeds import Shelf
from game.ui.reading import Reading
from game.ui.screen import Desk, Hand
from game.ui.screens import index
from game.ui.settings import Settings
from game.ui.typeset import Style
from tests.making import smolny
from tests.screens import SIZES, TEXTS, faults, fonts, pages, space

ON = space((1280, 720), 100)
PATH = "/home/nadezhda/.local/share/power-struggle/hand-ins"


@pytest.fixture(name="asked")
def _asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """What a file manager was asked to show; one that stands in for any system's."""
    if sys.platform == "win32":
        pytest.skip("a script is no program there")
    told, programs = tmp_path / "asked", tmp_path / "bin"
    programs.mkdir()
    for name in ("xdg-open", "open"):
        script = programs / name
        script.write_text(f'#!/bin/sh\nprintf %s "$1" > "{told}.new"; mv "{told}.new" "{told}"\n')
        script.chmod(0o755)
    monkeypatch.setenv("PATH", f"{programs}:/usr/bin:/bin")
    return told


def handed_in(data: Path, lab: Lab | None = None, to: Path | None = None) -> tuple[Reading, Shelf]:
    play = begin(smolny()).choose("wait")
    desk = Desk(play.story, Settings(name="Anna"), (), lab=lab or Lab())
    shelf = Shelf(data, data / "saves", outbox=Outbox(data, bundle.replaces, to), hand_in=to)
    now = reading.begin(desk, index.build("hand-in", play, desk))
    return deeds.write(now, Hand(play), shelf), shelf


def is_offered(now: Reading) -> bool:
    return now.view(ON).find("folder") is not None


def test_the_folder_is_shown_in_the_file_manager(asked: Path, tmp_path: Path) -> None:
    now, shelf = handed_in(tmp_path / "a folder; its name")
    assert is_offered(now)
    (deed,) = now.screen.press("folder", now.desk).deeds
    assert isinstance(deed, Hand)
    shown = deeds.write(now, deed, shelf)
    assert shown.notice == words_handin.SHOWN
    end = time.monotonic() + 30
    while not asked.exists():
        assert time.monotonic() < end, "nothing was asked of the file manager"
        time.sleep(0.01)
    assert Path(asked.read_text()) == (shelf.data / "hand-ins").resolve()


def test_a_folder_that_is_gone_is_said_to_be(asked: Path, tmp_path: Path) -> None:
    now, shelf = handed_in(tmp_path / "data")
    (tmp_path / "data").rename(tmp_path / "elsewhere")
    play = now.desk.handed.play if now.desk.handed is not None else begin(smolny())
    assert deeds.write(now, Hand(play, is_shown=True), shelf).notice == words_handin.NOT_SHOWN
    assert not asked.exists()


@pytest.mark.parametrize(
    "lab", [Lab(kiosk=Kiosk(is_on=True)), Lab(lesson=Lesson(name="asked"))], ids=["kiosk", "lesson"]
)
def test_what_a_school_set_up_stays_shut(asked: Path, tmp_path: Path, lab: Lab) -> None:
    now, _ = handed_in(tmp_path / "data", lab)
    assert not is_offered(now)
    assert now.screen.press("folder", now.desk).deeds == ()
    assert not asked.exists()


def test_nothing_is_offered_where_a_school_has_a_folder(asked: Path, tmp_path: Path) -> None:
    now, _ = handed_in(tmp_path / "data", to=tmp_path / "school")
    assert not is_offered(now)
    assert not asked.exists()


def test_nothing_is_offered_where_there_is_no_file_manager(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(folder, "_SHOWERS", {})
    assert not is_offered(handed_in(tmp_path / "data")[0])


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.usefixtures("asked")
def test_there_is_room_for_it(tmp_path: Path, size: tuple[int, int], text: int) -> None:
    now, _ = handed_in(tmp_path / "data")
    on = space(size, text)
    for view in pages(now.screen, on, now.desk):
        assert faults(view, on) == []


@pytest.mark.parametrize("path", [PATH, PATH.replace("/", "\\")])
@pytest.mark.parametrize("width", [190, 240, 330])
def test_a_path_is_parted_between_its_names(path: str, width: int) -> None:
    style = Style(Font("bold", 18), 25)
    rows = typeset.lines(typeset.plain(path), style, width, fonts())
    said = ["".join(run.text for run in row.runs) for row in rows]
    assert "".join(said) == path
    assert len(said) > 1
    assert all(line[-1] in "/\\" for line in said[:-1])
