"""What is in the packages plays, from the title to an ending, on computers that make it hard.

They are made first, for that takes a minute or two:

    python -m game.packaging linux --out FOLDER
    POWER_STRUGGLE_PACKAGES=FOLDER python -m pytest -rs tests/test_packages.py
"""

import json
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from game.packaging import glibc
from tests import mounts, packages, xvfb
from tests.packages import Packaged, decides, decisions, running, to_the_end
from tests.twin import historical, twin
from tests.xvfb import kept, until

pytestmark = [
    pytest.mark.window,
    pytest.mark.skipif(bool(xvfb.MISSING), reason=f"not installed here: {xvfb.MISSING}"),
]
CLOCK = next(iter(Path("/usr/lib").glob("*/faketime/libfaketime.so.1")), None)


@pytest.fixture(scope="module")
def display() -> Iterator[str]:
    with xvfb.screen() as number:
        yield number


@pytest.fixture
def place() -> Iterator[Path]:
    with packages.place() as folder:
        yield folder


@pytest.fixture(scope="module")
def unpacked() -> Iterator[Path]:
    with packages.place() as folder:
        yield packages.unpacked(packages.package("*linux-x86_64.tar.gz"), folder)


@pytest.fixture
def program(unpacked: Path, place: Path) -> Path:
    return packages.copied(unpacked, place)


def started(program: Path, place: Path, display: str, **more: str) -> Packaged:
    """The program as in a lab: nobody says where games are kept but lab.yaml."""
    environment = {"DISPLAY": display, "HOME": str(place), **more}
    return Packaged((program / "power-struggle",), place / "share", environment)


def lab_yaml(program: Path, text: str) -> None:
    (program / "lab.yaml").write_text(text, encoding="utf-8")


def keeps_on_a_share(program: Path, place: Path) -> Path:
    share = place / "share"
    share.mkdir()
    share.chmod(0o777)
    lab_yaml(program, f"data: {share}\nlocked: {{ask_reason: no}}\n")
    return share


def test_the_folder_is_played_to_an_ending(
    display: str, program: Path, place: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody may write there, and there is not even a home or a path."""
    packages.locked(program.parent)
    packages.settled(program, monkeypatch)
    command = (program / "power-struggle", "--window", "1280x720", "--data", place / "games")
    with (
        running(Packaged(command, place / "games", {"DISPLAY": display})) as real,
        twin(real, tmp_path / "twin") as same,
    ):
        to_the_end(same)


def test_it_fills_a_screen_of_1024_by_768(
    program: Path, place: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    packages.settled(program, monkeypatch)
    size = (1024, 768)
    with (
        xvfb.screen(size=size) as display,
        running(
            Packaged(
                (program / "power-struggle", "--fullscreen", "--data", place / "games"),
                place / "games",
                {"DISPLAY": display, "HOME": str(place)},
            )
        ) as real,
        twin(real, tmp_path / "twin", size=size) as same,
    ):
        same.agree()
        assert real.size == size
        while decisions(tmp_path / "twin") < 3:
            same.key(historical(same))
        same.agree()


@pytest.mark.skipif(CLOCK is None, reason="not installed here: faketime")
def test_a_clock_that_is_wrong_is_no_matter(display: str, program: Path, place: Path) -> None:
    """Empty batteries set it back for years; somebody sets it forward; it is set back again."""
    share = keeps_on_a_share(program, place)
    before = -1
    for time in ("1980-01-01 00:00:00", "2099-12-31 23:59:00", "2009-01-01 00:00:00"):
        wrong = {"LD_PRELOAD": str(CLOCK), "FAKETIME": f"@{time}"}
        with running(started(program, place, display, **wrong)) as real:
            real.shows("The Power Struggle")
            real.press("1")
            until(lambda: kept(share), "the game on the share")
            assert decisions(share) == max(before, 0)
            decides(real, share)
            before = decisions(share)
    assert before > 2


def test_a_sound_server_that_is_not_there_is_no_matter(
    display: str, program: Path, place: Path
) -> None:
    share = keeps_on_a_share(program, place)
    nowhere = {"PULSE_SERVER": f"unix:{place / 'nowhere'}"}
    with running(started(program, place, display, **nowhere)) as real:
        real.shows("The Power Struggle")
        real.press("1")
        decides(real, share)


def test_a_home_that_is_wiped_between_runs_takes_no_game_along(
    display: str, program: Path, place: Path
) -> None:
    share = keeps_on_a_share(program, place)
    before = 0
    for number in range(2):
        home = place / f"home {number}"
        home.mkdir()
        home.chmod(0o777)
        with running(started(program, place, display, HOME=str(home))) as real:
            real.shows("The Power Struggle")
            real.press("1")
            before = decides(real, share)
        shutil.rmtree(home)
    assert before > 1


def test_a_share_that_disappears_in_mid_play_costs_nothing(
    display: str, program: Path, place: Path
) -> None:
    share = keeps_on_a_share(program, place)
    with running(started(program, place, display)) as real:
        real.shows("The Power Struggle")
        real.press("1")
        until(lambda: kept(share), "the game on the share")
        share.rename(place / "gone")
        # An empty file, as where a mount has failed.
        share.touch()
        (here,) = (place / ".local/share/power-struggle/shares").iterdir()
        decides(real, here)
        share.unlink()
        (place / "gone").rename(share)
        real.press("Escape")
        real.shows("Menu – The Power Struggle")
        real.press("9")
        assert real.ends() == 0
    assert decisions(share) == decisions(here) > 0


def closes(real: Packaged) -> None:
    real.press("Escape")
    real.shows("Menu – The Power Struggle")
    real.press("9")
    assert real.ends() == 0


def hands_in(real: Packaged) -> None:
    """Hand in from the menu, and go back to the story."""
    real.press("Escape")
    real.shows("Menu – The Power Struggle")
    real.press("5")
    real.shows("Hand in – The Power Struggle")
    real.press("Return", "Escape", "Escape")


def test_a_share_that_is_really_unmounted_in_mid_play_gets_games_and_hand_ins_later(
    display: str, program: Path, place: Path
) -> None:
    """The empty folder that is left can be written, and is not the share."""
    with mounts.mounted(place / "share") as mounted:
        share = mounted.place
        share.chmod(0o777)
        lab_yaml(
            program,
            f"data: {share}\nhand_in: {share}/in/{{seat}}\nlocked: {{ask_reason: no}}\n",
        )
        with running(started(program, place, display)) as real:
            real.shows("The Power Struggle")
            real.press("1")
            decides(real, share)
            mounted.lose()
            share.chmod(0o777)
            (here,) = (place / ".local/share/power-struggle/shares").iterdir()
            decides(real, here)
            hands_in(real)
            (page,) = until(lambda: list(here.glob("hand-ins/*.html")), "a page that is kept here")
            assert list(share.glob("in/*/*.html")) == []
            mounted.mount()
            decides(real, here)
            closes(real)
        assert decisions(share) == decisions(here) > 2
        (brought,) = share.glob("in/*/*.html")
        assert brought.read_bytes() == page.read_bytes()
        assert brought.stat().st_mode & 0o044 == 0o044


def test_two_copies_on_one_save_leave_a_save(display: str, program: Path, place: Path) -> None:
    environment = {"DISPLAY": display, "HOME": str(place)}
    command = (program / "power-struggle", "--data", place / "games")
    with (
        running(Packaged(command, place / "games", environment)) as one,
        running(Packaged(command, place / "games", environment)) as two,
    ):
        for _ in range(20):
            for real in (one, two):
                real.hands("windowfocus", real.window)
                real.press("1", "Return")
    assert kept(place / "games") is not None


def test_what_a_school_locks_is_locked_and_told(program: Path, place: Path) -> None:
    lab_yaml(program, "locked: {fullscreen: yes, text_size: 120}\n")
    done = subprocess.run(
        [program / "power-struggle", "diagnose", "--json"],
        env={"HOME": str(place), "SDL_VIDEODRIVER": "dummy"},
        capture_output=True,
        text=True,
        check=False,
    )
    said = [row["text"] for row in json.loads(done.stdout)["findings"] if row["topic"] == "Lab"]
    assert said[0].endswith("lab.yaml: 1 mistake")
    assert said[1].startswith("line 1, column 38: 'text_size' is one of 100")
    assert said[2] == "locked: fullscreen yes, by lab.yaml"
    assert done.returncode == 1


def test_no_file_asks_for_a_newer_c_library_than_is_promised(unpacked: Path) -> None:
    asked = glibc.asked_of(unpacked)
    assert min(asked) >= (2, 2)
    assert max(asked) <= glibc.FLOOR, asked[max(asked)]


def test_two_builds_made_the_same_bytes() -> None:
    if not packages.AGAIN:
        pytest.skip("POWER_STRUGGLE_PACKAGES_AGAIN names no folder with a second build")
    once, again = (Path(folder) / "SHA256SUMS.txt" for folder in (packages.FOLDER, packages.AGAIN))
    assert once.read_text() == again.read_text() != ""
