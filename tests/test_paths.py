"""Where things are, on each kind of computer."""

import sys
from pathlib import Path

import pytest

from game import paths


@pytest.fixture(autouse=True)
def nobody(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A computer where nothing is set, and whose user is called anna."""
    for name in ("APPDATA", "LOCALAPPDATA", "XDG_DATA_HOME", "XDG_CACHE_HOME"):
        monkeypatch.delenv(name, raising=False)
    for name in ("POWER_STRUGGLE_DATA", "POWER_STRUGGLE_CACHE", "USER", "USERNAME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path / "anna"))


@pytest.mark.parametrize(
    ("platform", "data", "cache"),
    [
        ("linux", "~/.local/share/power-struggle", "~/.cache/power-struggle"),
        ("win32", "~/PowerStruggle", "~/PowerStruggle/Cache"),
        (
            "darwin",
            "~/Library/Application Support/PowerStruggle",
            "~/Library/Caches/PowerStruggle",
        ),
    ],
)
def test_the_system_says_where(
    monkeypatch: pytest.MonkeyPatch, platform: str, data: str, cache: str
) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    assert (paths.shown(paths.data()), paths.shown(paths.cache())) == (data, cache)


def test_a_folder_can_be_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("POWER_STRUGGLE_DATA", "/srv/saves")
    monkeypatch.setenv("POWER_STRUGGLE_CACHE", "/var/cache/ps")
    assert paths.data() == Path("/srv/saves")
    assert paths.data(Path("/mnt/stick")) == Path("/mnt/stick")
    assert paths.cache() == Path("/var/cache/ps")


def test_art_and_story_are_there() -> None:
    assert (paths.assets() / "catalogue" / "backdrops.json").is_file()
    assert (paths.story() / "story.yaml").is_file()


def test_beside_the_program_is_a_place_only_for_a_copied_program(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(paths, "_PACKAGE", tmp_path / "app" / "game")
    monkeypatch.setattr(sys, "executable", str(tmp_path / "PowerStruggle.exe"))
    assert paths.beside() == tmp_path
    monkeypatch.setattr(sys, "executable", "/usr/bin/python3.11")
    assert paths.beside() is None


@pytest.mark.parametrize(
    ("path", "shown"),
    [("/opt/game", "/opt/game"), ("/srv/homes/anna/saves", "/srv/homes/(user)/saves")],
)
def test_nobody_is_named(path: str, shown: str) -> None:
    assert paths.shown(Path(path)) == shown


def test_modules_that_lie_in_one_file_have_their_folder_beside_it(tmp_path: Path) -> None:
    (tmp_path / "game.zip").touch()
    packed = tmp_path / "game.zip" / "game" / "paths.pyc"
    assert paths._package(packed) == tmp_path / "game"
    assert paths._package(tmp_path / "game" / "paths.py") == tmp_path / "game"
