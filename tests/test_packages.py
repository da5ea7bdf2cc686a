"""What is in the packages plays, from the title to an ending, on computers that make it hard.

They are made first, for that takes a minute or two:

    python -m game.packaging linux --out FOLDER
    POWER_STRUGGLE_PACKAGES=FOLDER python -m pytest tests/test_packages.py
"""

import json
import shutil
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from game.lab import read
from game.lab.lab import Lab
from game.packaging import installers
from game.packaging.project import project
from game.packaging.work import Shop
from game.play import save
from game.play.save import Save
from tests import packages, wine, xvfb
from tests.packages import Packaged, running
from tests.test_window import is_over
from tests.twin import Twin, historical, twin
from tests.wine import Windows
from tests.xvfb import kept, until

pytestmark = [
    pytest.mark.window,
    pytest.mark.skipif(bool(xvfb.MISSING), reason=f"not installed here: {xvfb.MISSING}"),
]


@pytest.fixture(scope="module")
def display() -> Iterator[str]:
    with xvfb.screen() as number:
        yield number


@pytest.fixture
def place() -> Iterator[Path]:
    with packages.place() as folder:
        yield folder


def to_the_end(same: Twin) -> None:
    """Go the historical road, and look at each decision that both are still at the same place."""
    same.agree()
    while not is_over(same):
        before = same.play
        same.key(historical(same))
        if same.play != before:
            same.agree()
    assert same.play is not None
    assert same.play.is_over


def to_the_end_on_windows(same: Twin, real: Packaged) -> None:
    """The same where letters are a little wider or narrower, so that pages end elsewhere.

    What is not on this page is on the next; and under Wine one key in some hundreds is lost.
    """
    same.agree()
    while not is_over(same):
        key = historical(same)
        turns = key == same.view.forward
        same.key(key)
        keys = real.pressed
        for _ in range(0 if turns else 5):
            if decided_alike(same):
                break
            real.press("Next")
            real.press(*keys)
        assert turns or decided_alike(same), f"not where {same.view.title!r} is: {real.title!r}"
    assert same.play is not None
    assert same.play.is_over


def decided_alike(same: Twin, seconds: float = 20) -> bool:
    deadline = time.monotonic() + seconds
    while not (same.is_seen and same.has_decided_alike):
        if time.monotonic() > deadline:
            return False
        time.sleep(0.01)
    return True


def test_the_folder_for_linux_is_played_to_an_ending(
    display: str, place: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = packages.unpacked(packages.package("*linux-x86_64.tar.gz"), place)
    packages.locked(program.parent)
    packages.settled(program, monkeypatch)
    environment = {"DISPLAY": display, "HOME": str(place)}
    command = (program / "power-struggle", "--window", "1280x720", "--data", place / "games")
    with (
        running(Packaged(command, place / "games", environment)) as real,
        twin(real, tmp_path / "twin") as same,
    ):
        to_the_end(same)


@pytest.fixture
def windows(display: str, place: Path) -> Iterator[Windows]:
    if wine.MISSING:
        pytest.skip(f"not installed here: {wine.MISSING}")
    with wine.windows(place, display) as made:
        yield made


def test_the_folder_for_windows_is_played_to_an_ending(
    windows: Windows, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = packages.unpacked(packages.package("*windows-x64.zip"), windows.disk)
    packages.locked(program)
    packages.settled(program, monkeypatch)
    words = ("--window", "1280x720", "--data", r"C:\games")
    command = (wine.WINE, program / "PowerStruggle.exe", *words)
    with (
        running(Packaged(command, windows.disk / "games", windows.environment, root=True)) as real,
        twin(real, tmp_path / "twin") as same,
    ):
        to_the_end_on_windows(same, real)
        real.picture(Path(packages.FOLDER) / "windows-ending.png")


def test_the_program_for_windows_speaks_to_technicians(windows: Windows) -> None:
    program = packages.unpacked(packages.package("*windows-x64.zip"), windows.disk)
    code, said = windows.run(program / "power-struggle.exe", "diagnose", "--json")
    page = json.loads(said)
    assert page["grade"] == "well"
    assert code == 0
    code, said = windows.run(program / "power-struggle.exe", "check")
    assert code == 0
    assert "Looked at" in said


INSTALLED = r"C:\Program Files\PowerStruggle"


def saved(windows: Windows) -> Path:
    game = windows.user / "AppData/Roaming/PowerStruggle/saves/the-power-struggle/autosave.json"
    game.parent.mkdir(parents=True)
    save.write(game, Save("the-power-struggle", "Надя", ""))
    return game


def test_setup_installs_upgrades_and_goes_without_a_trace_but_the_games(windows: Windows) -> None:
    setup = packages.package("*-Setup.exe")
    game = saved(windows)
    assert windows.run(setup, "/S")[0] == 0
    program = windows.user / "AppData/Local/Programs/PowerStruggle"
    (program / "lab.yaml").write_text("locked: {mute: yes}\n")
    (program / "stories" / "ours").mkdir()
    (program / "app" / "of-an-older-version.py").touch()
    assert windows.run(setup, "/S")[0] == 0
    assert not (program / "app" / "of-an-older-version.py").exists()
    assert (program / "lab.yaml").is_file()
    code, said = windows.run(program / "power-struggle.exe", "diagnose", "--json")
    assert (code, json.loads(said)["grade"]) == (0, "well")
    assert windows.run(program / "uninstall.exe", "/S")[0] == 0
    until(lambda: not (program / "uninstall.exe").exists(), "the end of the uninstaller")
    assert sorted(path.name for path in program.rglob("*")) == ["lab.yaml", "ours", "stories"]
    assert game.is_file()


def test_setup_takes_the_games_along_when_asked(windows: Windows) -> None:
    game = saved(windows)
    assert windows.run(packages.package("*-Setup.exe"), "/S")[0] == 0
    program = windows.user / "AppData/Local/Programs/PowerStruggle"
    assert windows.run(program / "uninstall.exe", "/S", "/GAMES")[0] == 0
    until(lambda: not program.exists(), "the end of the uninstaller")
    assert not game.exists()


def test_the_window_program_needs_no_standard_handles(windows: Windows) -> None:
    """So it is started by a double click."""
    program = packages.unpacked(packages.package("*windows-x64.zip"), windows.disk)
    code, _ = windows.run("start", "/wait", "/unix", program / "PowerStruggle.exe", "diagnose")
    assert code == 0


def test_a_newer_msi_takes_the_place_of_an_older_one(windows: Windows, place: Path) -> None:
    if shutil.which("wixl") is None:
        pytest.skip("not installed here: wixl")
    newer = packages.package("*.msi")
    program = packages.unpacked(packages.package("*windows-x64.zip"), place)
    (program / "of-an-older-version.txt").touch()
    shop = Shop(place / "work", project()._replace(version="0.0.9"))
    older = installers.msi(shop, program, place)
    game = saved(windows)
    for number, msi in enumerate((older, newer)):
        (windows.disk / f"{number}.msi").write_bytes(msi.read_bytes())
        assert windows.run("msiexec", "/i", rf"C:\{number}.msi", "/qn")[0] == 0
        (windows.path(INSTALLED) / "lab.yaml").write_text("locked: {mute: yes}\n")
    assert not (windows.path(INSTALLED) / "of-an-older-version.txt").exists()
    assert (windows.path(INSTALLED) / "lab.yaml").is_file()
    assert windows.run(windows.path(INSTALLED) / "power-struggle.exe", "diagnose")[0] == 0
    assert game.is_file()


def test_the_msi_installs_and_goes(windows: Windows) -> None:
    game = saved(windows)
    msi = packages.package("*.msi")
    (windows.disk / "game.msi").write_bytes(msi.read_bytes())
    assert windows.run("msiexec", "/i", r"C:\game.msi", "/qn")[0] == 0
    program = windows.path(INSTALLED)
    code, said = windows.run(program / "power-struggle.exe", "diagnose", "--json")
    assert (code, json.loads(said)["grade"]) == (0, "well")
    assert windows.run("msiexec", "/x", r"C:\game.msi", "/qn")[0] == 0
    assert not (program / "PowerStruggle.exe").exists()
    assert game.is_file()


def test_two_builds_made_the_same_bytes() -> None:
    if not packages.AGAIN:
        pytest.skip("POWER_STRUGGLE_PACKAGES_AGAIN names no folder with a second build")
    once, again = (Path(folder) / "SHA256SUMS.txt" for folder in (packages.FOLDER, packages.AGAIN))
    assert once.read_text() == again.read_text() != ""


def lab_yaml(program: Path, text: str) -> None:
    (program / "lab.yaml").write_text(text, encoding="utf-8")


def started(program: Path, place: Path, display: str) -> Packaged:
    """The program as in a lab: nobody says where games are kept but lab.yaml."""
    environment = {"DISPLAY": display, "HOME": str(place)}
    return Packaged((program / "power-struggle",), place / "share", environment)


def test_a_share_that_disappears_in_mid_play_costs_nothing(display: str, place: Path) -> None:
    program = packages.unpacked(packages.package("*linux-x86_64.tar.gz"), place)
    share = place / "share"
    share.mkdir()
    share.chmod(0o777)
    lab_yaml(program, f"data: {share}\nlocked: {{ask_reason: no}}\n")
    with running(started(program, place, display)) as real:
        real.shows("The Power Struggle")
        real.press("1")
        until(lambda: kept(share), "the game on the share")
        share.rename(place / "gone")
        # An empty file, as where a mount has failed.
        share.touch()
        (here,) = (place / ".local/share/power-struggle/shares").iterdir()
        until(lambda: has_decided(real, here), "a decision on this computer")
        share.unlink()
        (place / "gone").rename(share)
        real.press("Escape")
        real.shows("Menu – The Power Struggle")
        real.press("9")
        assert real.ends() == 0
    assert decisions(share) == decisions(here) > 0


def has_decided(real: Packaged, data: Path) -> bool:
    """Turn a page, and try the first choice on it, if there is one."""
    real.press("Return")
    time.sleep(0.2)
    real.press("1")
    time.sleep(0.2)
    return decisions(data) > 0


def decisions(data: Path) -> int:
    game = kept(data)
    return len(game.decisions) if game is not None else -1


def test_two_copies_on_one_save_leave_a_save(display: str, place: Path) -> None:
    program = packages.unpacked(packages.package("*linux-x86_64.tar.gz"), place)
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


def test_what_a_school_locks_is_locked_and_told(place: Path) -> None:
    program = packages.unpacked(packages.package("*linux-x86_64.tar.gz"), place)
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


def test_the_deb_holds_what_a_desktop_looks_for(place: Path) -> None:
    deb = packages.package("*_amd64.deb")
    subprocess.run(["dpkg-deb", "-x", deb, place], check=True)
    command = place / "usr/bin/power-struggle"
    said = subprocess.check_output([command, "--version"], env={}, text=True)
    assert said.startswith("power-struggle ")
    assert (place / "usr/share/applications/power-struggle.desktop").is_file()
    assert (place / "usr/share/icons/hicolor/48x48/apps/power-struggle.png").is_file()
    assert read.find(place / "etc/power-struggle") == read.Found(
        place / "etc/power-struggle/lab.yaml", said_by(place), Lab(), ()
    )


def said_by(place: Path) -> str:
    return (place / "etc/power-struggle/lab.yaml").read_text(encoding="utf-8")
