"""The package for Debian is put into a folder as into a system: installed, upgraded, taken out."""

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from game.lab import read
from game.lab.lab import Lab
from game.packaging import debian
from game.packaging.project import project
from game.packaging.work import Shop
from tests import packages

pytestmark = pytest.mark.skipif(shutil.which("dpkg") is None, reason="not installed here: dpkg")
PROGRAM, SETTINGS = "usr/lib/power-struggle", "etc/power-struggle/lab.yaml"
DECIDED = "locked: {mute: yes}\n"


@pytest.fixture
def place() -> Iterator[Path]:
    with packages.place() as folder:
        yield folder


class System:
    """A folder with the lists of dpkg in it, and nothing else."""

    def __init__(self, root: Path) -> None:
        self.root = root
        (root / "var/lib/dpkg/updates").mkdir(parents=True)
        (root / "var/lib/dpkg/info").mkdir()
        (root / "var/lib/dpkg/status").touch()
        self.link, self.settings = root / PROGRAM / "lab.yaml", root / SETTINGS

    def dpkg(self, *words: str | Path) -> None:
        # The scripts of a package are told where the folder is; what it needs is not in there.
        how = (
            "--force-script-chrootless",
            "--force-depends",
            "--force-confold",
            "--force-not-root",
        )
        said = ["dpkg", f"--root={self.root}", f"--log={self.root / 'log'}", *how, *map(str, words)]
        done = subprocess.run(said, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr

    def version(self) -> str:
        command = self.root / "usr/bin/power-struggle"
        return subprocess.check_output([command, "--version"], env={}, text=True).strip()


@pytest.fixture
def system(place: Path) -> System:
    return System(place / "system")


def test_it_holds_what_a_desktop_looks_for(system: System) -> None:
    system.dpkg("-i", packages.package("*_amd64.deb"))
    share = system.root / "usr/share"
    assert system.version().startswith(f"power-struggle {project().version}")
    assert (share / "applications/power-struggle.desktop").is_file()
    assert (share / "icons/hicolor/48x48/apps/power-struggle.png").is_file()
    said = system.settings.read_text(encoding="utf-8")
    assert read.find(system.settings.parent) == read.Found(system.settings, said, Lab(), ())


def test_what_a_school_put_in_the_place_of_the_link_is_where_settings_belong(
    system: System,
) -> None:
    """An editor that writes files anew does that; the next version would have forgotten it."""
    deb = packages.package("*_amd64.deb")
    system.dpkg("-i", deb)
    came = system.settings.read_text(encoding="utf-8")
    system.link.unlink()
    system.link.write_text(DECIDED)
    system.dpkg("-i", deb)
    assert system.link.is_symlink()
    assert system.settings.read_text() == DECIDED
    assert system.settings.with_name("lab.yaml.before").read_text(encoding="utf-8") == came


def test_a_link_that_was_taken_away_is_put_back(system: System) -> None:
    deb = packages.package("*_amd64.deb")
    system.dpkg("-i", deb)
    system.settings.write_text(DECIDED)
    system.link.unlink()
    system.dpkg("-i", deb)
    assert system.link.readlink() == Path("/", SETTINGS)
    assert system.settings.read_text() == DECIDED


def test_an_older_version_is_upgraded_and_goes_but_for_what_is_the_schools(system: System) -> None:
    story = system.root / PROGRAM / "stories/ours/story.yaml"
    system.dpkg("-i", packages.older("*_amd64.deb"))
    before = system.version()
    story.parent.mkdir()
    story.touch()
    system.settings.write_text(DECIDED)
    system.dpkg("-i", packages.package("*_amd64.deb"))
    assert system.version() != before
    assert system.settings.read_text() == DECIDED
    system.dpkg("-r", project().name)
    here = {path for path in (system.root / "usr").rglob("*") if path.is_file()}
    assert here == {story}
    assert system.settings.read_text() == DECIDED
    system.dpkg("-P", project().name)
    assert not system.settings.parent.exists()


def test_its_scripts_are_in_it_and_it_is_the_same_again(tmp_path: Path) -> None:
    """In small, for every run of the tests."""
    codes = set()
    for name in ("one", "two"):
        folder = tmp_path / name / "folder"
        folder.mkdir(parents=True)
        (folder / "power-struggle").touch()
        deb = debian.deb(Shop(tmp_path / name / "work", project()), folder, tmp_path / name)
        codes.add(deb.read_bytes())
    assert len(codes) == 1
    subprocess.run(["dpkg-deb", "-e", deb, tmp_path / "control"], check=True)
    for script in ("preinst", "postrm"):
        subprocess.run(["sh", "-n", tmp_path / "control" / script], check=True)
