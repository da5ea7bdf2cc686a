"""What is in the packages for Windows plays, installs, upgrades and goes, as far as Wine can tell.

It takes some minutes. The packages of an older checkout, for the upgrades, are made like those of
this one, and named by a variable of their own:

    python -m game.packaging windows --out FOLDER
    POWER_STRUGGLE_PACKAGES=FOLDER POWER_STRUGGLE_PACKAGES_OLDER=OLDER \\
        python -m pytest -rs tests/test_packages_windows.py
"""

import json
import shutil
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from game.packaging import installers
from game.packaging.project import project
from game.packaging.work import Shop
from game.play import save
from game.play.save import Save
from tests import packages, wine, xvfb
from tests.packages import Packaged, decides, running
from tests.test_window import is_over
from tests.twin import Twin, historical, twin
from tests.wine import Windows
from tests.xvfb import kept, until

pytestmark = [
    pytest.mark.window,
    pytest.mark.skipif(bool(xvfb.MISSING), reason=f"not installed here: {xvfb.MISSING}"),
    pytest.mark.skipif(bool(wine.MISSING), reason=f"not installed here: {wine.MISSING}"),
]
SETUP, MSI, FOLDER = "*-Setup.exe", "*.msi", "*windows-x64.zip"
PLACES = {
    SETUP: "AppData/Local/Programs/PowerStruggle",
    MSI: "../../Program Files/PowerStruggle",
}
GAMES = "AppData/Roaming/PowerStruggle"


@pytest.fixture(scope="module")
def display() -> Iterator[str]:
    with xvfb.screen() as number:
        yield number


@pytest.fixture
def place() -> Iterator[Path]:
    with packages.place() as folder:
        yield folder


@pytest.fixture
def windows(display: str, place: Path) -> Iterator[Windows]:
    # Said before a disk is made, which takes longer than most of what is then done on it.
    packages.package(FOLDER)
    with wine.windows(place, display) as made:
        yield made


def to_the_end(same: Twin, real: Packaged) -> None:
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
    """Patience costs nothing but where a key is lost; without it one is pressed twice."""
    deadline = time.monotonic() + seconds
    while not (same.is_seen and same.has_decided_alike):
        if time.monotonic() > deadline:
            return False
        time.sleep(0.01)
    return True


def test_the_folder_is_played_to_an_ending(
    windows: Windows, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = packages.unpacked(packages.package(FOLDER), windows.disk)
    packages.locked(program)
    packages.settled(program, monkeypatch)
    words = ("--window", "1280x720", "--data", r"C:\games")
    command = (wine.WINE, program / "PowerStruggle.exe", *words)
    with (
        running(Packaged(command, windows.disk / "games", windows.environment, root=True)) as real,
        twin(real, tmp_path / "twin") as same,
    ):
        real.shows("The Power Struggle")
        until(real.has_a_picture, "the picture of the title")
        real.picture(Path(packages.FOLDER) / "windows-title.png")
        to_the_end(same, real)
        until(lambda: same.is_seen, "the ending", lambda: real.title)
        until(real.has_a_picture, "the picture of the ending", lambda: real.title)
        real.picture(Path(packages.FOLDER) / "windows-ending.png")


def test_the_program_speaks_to_technicians(windows: Windows) -> None:
    program = packages.unpacked(packages.package(FOLDER), windows.disk)
    assert diagnosed(windows, program)["grade"] == "well"
    code, said = windows.run(program / "power-struggle.exe", "check")
    assert code == 0
    assert "Looked at" in said


def test_the_window_program_needs_no_standard_handles(windows: Windows) -> None:
    """So it is started by a double click."""
    program = packages.unpacked(packages.package(FOLDER), windows.disk)
    code, _ = windows.run("start", "/wait", "/unix", program / "PowerStruggle.exe", "diagnose")
    assert code == 0


def diagnosed(windows: Windows, program: Path) -> dict[str, object]:
    """The page of a technician; its grade must be that of the exit code."""
    code, said = windows.run(program / "power-struggle.exe", "diagnose", "--json")
    page: dict[str, object] = json.loads(said)
    assert ("well", "notice", "stop").index(str(page["grade"])) == code
    return page


def findings(page: dict[str, object], topic: str) -> list[str]:
    rows = page["findings"]
    assert isinstance(rows, list)
    return [row["text"] for row in rows if row["topic"] == topic]


UNC = r"\\school\games\class 7\{user}"


def with_a_share(windows: Windows) -> Path:
    program = packages.unpacked(packages.package(FOLDER), windows.disk)
    (program / "lab.yaml").write_text(f"data: {UNC}\nlocked: {{ask_reason: no}}\n")
    return program


def test_a_share_by_its_name_is_tried_and_told_as_it_was_written(windows: Windows) -> None:
    """A slash more or less is another server, or a folder beside the program."""
    page = diagnosed(windows, with_a_share(windows))
    assert page["grade"] == "notice"
    told = [text for text in findings(page, "Saves") if r"\\school\games\class 7" in text]
    assert len(told) == 1, page
    assert "can be written" not in told[0]


def test_games_are_brought_to_a_share_by_its_name(windows: Windows) -> None:
    share = windows.disk.parent / "dosdevices" / "unc" / "school" / "games"
    share.mkdir(parents=True)
    program = with_a_share(windows)
    page = diagnosed(windows, program)
    assert page["grade"] == "well"
    (data,) = (share / "class 7" / windows.user.name,)
    command = (wine.WINE, program / "PowerStruggle.exe", "--window", "1280x720")
    with running(Packaged(command, windows.disk / "p", windows.environment, root=True)) as real:
        real.shows("The Power Struggle")
        real.press("1")
        decides(real, data)


def install(windows: Windows, package: Path) -> None:
    if package.suffix == ".msi":
        shutil.copyfile(package, windows.disk / package.name)
        words: tuple[str | Path, ...] = ("msiexec", "/i", rf"C:\{package.name}", "/qn")
    else:
        words = (package, "/S")
    assert windows.run(*words)[0] == 0


def remove(windows: Windows, package: Path, program: Path, *more: str) -> None:
    if package.suffix == ".msi":
        words: tuple[str | Path, ...] = ("msiexec", "/x", rf"C:\{package.name}", "/qn")
    else:
        words = (program / "uninstall.exe", "/S", *more)
    assert windows.run(*words)[0] == 0
    until(lambda: not (program / "PowerStruggle.exe").exists(), "the end of the uninstaller")


def inside(folder: Path) -> set[str]:
    return {
        path.relative_to(folder).as_posix() for path in folder.rglob("*") if not path.is_dir()
    }  # fmt: skip


def in_the_zip() -> set[str]:
    with zipfile.ZipFile(packages.package(FOLDER)) as packed:
        return {name.partition("/")[2] for name in packed.namelist() if not name.endswith("/")}


@pytest.mark.skipif(not packages.OLDER, reason="POWER_STRUGGLE_PACKAGES_OLDER names no folder")
@pytest.mark.parametrize("kind", [SETUP, MSI])
def test_an_older_version_is_upgraded_with_a_game_in_place(windows: Windows, kind: str) -> None:
    older, newer = packages.older(kind), packages.package(kind)
    program, games = windows.user / PLACES[kind], windows.user / GAMES
    install(windows, older)
    before = played_on(windows, program, games)
    shutil.copytree(Path(__file__).parent / "stories" / "two-nights", program / "stories" / "ours")
    ours = {f"stories/ours/{name}" for name in inside(program / "stories" / "ours")} | {"lab.yaml"}
    (program / "lab.yaml").write_text("locked: {mute: yes}\n")
    install(windows, newer)
    assert inside(program) - {"uninstall.exe"} == in_the_zip() | ours
    page = diagnosed(windows, program)
    assert findings(page, "Program")[0].startswith(project().version)
    assert "Two nights" in " ".join(findings(page, "Stories"))
    assert "mute" in " ".join(findings(page, "Lab"))
    after = played_on(windows, program, games)
    assert after.decisions[: len(before.decisions)] == before.decisions
    assert len(after.decisions) > len(before.decisions)
    remove(windows, newer, program)
    assert inside(program) == ours
    assert kept(games) == after


def played_on(windows: Windows, program: Path, games: Path) -> Save:
    """Begin a game, or go on with the one there is, until there is one decision more."""
    words = (wine.WINE, program / "PowerStruggle.exe", "--window", "1280x720")
    with running(Packaged(words, windows.disk / "p", windows.environment, root=True)) as real:
        real.shows("The Power Struggle")
        real.press("1")
        decides(real, games)
    game = kept(games)
    assert game is not None
    return game


def saved(windows: Windows) -> Path:
    game = windows.user / GAMES / "saves/the-power-struggle/autosave.json"
    game.parent.mkdir(parents=True)
    save.write(game, Save("the-power-struggle", "Надя", ""))
    return game


@pytest.mark.parametrize("kind", [SETUP, MSI])
def test_it_is_installed_twice_and_goes_without_a_trace_but_the_games(
    windows: Windows, kind: str
) -> None:
    game, program = saved(windows), windows.user / PLACES[kind]
    for _ in range(2):
        install(windows, packages.package(kind))
    assert inside(program) - {"uninstall.exe"} == in_the_zip()
    assert diagnosed(windows, program)["grade"] == "well"
    remove(windows, packages.package(kind), program)
    assert inside(program) == set()
    assert game.is_file()


def test_setup_takes_the_games_along_when_asked(windows: Windows) -> None:
    game, program = saved(windows), windows.user / PLACES[SETUP]
    install(windows, packages.package(SETUP))
    remove(windows, packages.package(SETUP), program, "/GAMES")
    until(lambda: not program.exists(), "the end of the uninstaller")
    assert not game.exists()


@pytest.mark.skipif(shutil.which("wixl") is None, reason="not installed here: wixl")
def test_a_newer_msi_takes_away_what_an_older_one_had(windows: Windows, place: Path) -> None:
    """Where no older packages are at hand: this one, with a lower number and a file more."""
    folder = packages.unpacked(packages.package(FOLDER), place)
    (folder / "of-an-older-version.txt").touch()
    shop = Shop(place / "work", project()._replace(version="0.0.1"))
    program = windows.user / PLACES[MSI]
    install(windows, installers.msi(shop, folder, place))
    assert (program / "of-an-older-version.txt").exists()
    install(windows, packages.package(MSI))
    assert inside(program) == in_the_zip()
