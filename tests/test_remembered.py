"""A story that is remembered is the one that lies there, or is read again."""

import os
import pickle
import shutil
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from game.story import remembered
from game.story.load import load
from game.story.model import Story

NIGHTS = Path(__file__).parent / "stories" / "two-nights"
HOUR = 3600


def aged(place: Path) -> None:
    """As if everything there had been written an hour ago."""
    for item in (place, *place.rglob("*")):
        before = item.stat().st_mtime - HOUR
        os.utime(item, (before, before))


@pytest.fixture
def nights(tmp_path: Path) -> Path:
    place = tmp_path / "nights"
    shutil.copytree(NIGHTS, place)
    aged(place)
    return place


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "cache"


def read(place: Path) -> Story:
    story = load(place).story
    assert story is not None
    return story


def kept(place: Path, cache: Path) -> Path:
    """Remember a story, and return the file in which it is."""
    remembered.remember(read(place), place, stamp(place), cache)
    (path,) = cache.iterdir()
    return path


def stamp(place: Path) -> bytes:
    found = remembered.stamp(place)
    assert found
    return found


@pytest.fixture(autouse=True)
def _own_files_are_old(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever has just written the program itself still wants its tests to pass."""
    monkeypatch.setattr(remembered, "_YOUNG", -HOUR)


def test_what_is_remembered_is_what_was_read(nights: Path, cache: Path) -> None:
    assert remembered.recall(nights, stamp(nights), cache) is None
    kept(nights, cache)
    assert remembered.recall(nights, stamp(nights), cache) == read(nights)
    assert len(list(cache.iterdir())) == 1


def test_a_story_takes_the_place_of_the_one_before(nights: Path, cache: Path) -> None:
    kept(nights, cache)
    change_a_letter(nights)
    kept(nights, cache)
    assert remembered.recall(nights, stamp(nights), cache) == read(nights)


def change_a_letter(place: Path) -> None:
    cover = place / "story.yaml"
    cover.write_text(cover.read_text().replace("Two nights", "Two mights"))


def add_a_scene(place: Path) -> None:
    shutil.copy(place / "2-after" / "home.yaml", place / "2-after" / "inn.yaml")


def rename_a_scene(place: Path) -> None:
    (place / "2-after" / "home.yaml").rename(place / "2-after" / "house.yaml")


def add_a_chapter(place: Path) -> None:
    shutil.copytree(place / "2-after", place / "3-later")


@pytest.mark.parametrize("change", [change_a_letter, add_a_scene, rename_a_scene, add_a_chapter])
def test_a_story_that_has_changed_is_not_recalled(
    nights: Path, cache: Path, change: Callable[[Path], None]
) -> None:
    kept(nights, cache)
    change(nights)
    assert remembered.recall(nights, stamp(nights), cache) is None


def test_a_file_that_was_written_a_moment_ago_is_not_trusted(
    nights: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(remembered, "_YOUNG", 4.0)
    change_a_letter(nights)
    assert remembered.stamp(nights) == b""


def test_without_a_stamp_nothing_is_kept_and_nothing_found(nights: Path, cache: Path) -> None:
    remembered.remember(read(nights), nights, b"", cache)
    assert not cache.exists()
    kept(nights, cache)
    assert remembered.recall(nights, b"", cache) is None
    assert remembered.stamp(nights / "nowhere") == b""


def half(data: bytes) -> bytes:
    return data[: len(data) // 2]


def one_letter(data: bytes) -> bytes:
    return data.replace(b"Two nights", b"Two mights")


def nothing(_: bytes) -> bytes:
    return b""


def text(_: bytes) -> bytes:
    return b"This is not a story." * 50


@pytest.mark.parametrize("damage", [half, one_letter, nothing, text])
def test_a_damaged_file_is_passed_over(
    nights: Path, cache: Path, damage: Callable[[bytes], bytes]
) -> None:
    path = kept(nights, cache)
    path.write_bytes(damage(path.read_bytes()))
    assert remembered.recall(nights, stamp(nights), cache) is None


class Evil:
    """What a pickle may ask Python to do, if it is let."""

    def __init__(self, target: Path) -> None:
        self._target = target

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.mkdir, (str(self._target),)


def test_a_file_from_elsewhere_runs_nothing(nights: Path, cache: Path, tmp_path: Path) -> None:
    path = kept(nights, cache)
    data = pickle.dumps(Evil(tmp_path / "evil"))
    seal = stamp(nights)
    path.write_bytes(remembered._HEAD.pack(remembered._MAGIC, seal, zlib.crc32(data)) + data)
    assert remembered.recall(nights, seal, cache) is None
    assert not (tmp_path / "evil").exists()


def test_another_thing_of_ours_is_not_a_story(nights: Path, cache: Path) -> None:
    path = kept(nights, cache)
    data = pickle.dumps(read(nights).start)
    seal = stamp(nights)
    path.write_bytes(remembered._HEAD.pack(remembered._MAGIC, seal, zlib.crc32(data)) + data)
    assert remembered.recall(nights, seal, cache) is None


def test_a_cache_that_cannot_be_written_is_done_without(nights: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    remembered.remember(read(nights), nights, stamp(nights), tmp_path / "file")
    assert remembered.recall(nights, stamp(nights), tmp_path / "file") is None
