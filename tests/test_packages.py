"""What is in the packages plays, from the title to an ending, on computers that make it hard.

They are made first, for that takes a minute or two:

    python -m game.packaging linux --out /tmp/packages
    POWER_STRUGGLE_PACKAGES=/tmp/packages python -m pytest tests/test_packages.py
"""

import json
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from game.play import save
from game.play.save import Save
from tests import packages, wine, xvfb
from tests.packages import Packaged, running
from tests.test_window import is_over
from tests.twin import Twin, historical, twin
from tests.wine import Windows
from tests.xvfb import until

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


def decided_alike(same: Twin, seconds: float = 5) -> bool:
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
