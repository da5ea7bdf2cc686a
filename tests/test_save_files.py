"""There is never a moment without a good save, whatever stops the writing of the next one."""

import errno
import os
import random
import subprocess
import sys
import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from game import files
from game.play import save, save_text, slots
from game.play.playthrough import begin
from game.play.save import BadSave
from tests.making import smolny

OLD = save.of(begin(smolny()).choose("wait"))
NEW = save.of(begin(smolny()).choose("wait").choose("parley"))


def test_what_is_written_is_read(tmp_path: Path) -> None:
    path = tmp_path / "not" / "yet" / "there" / "autosave.json"
    save.write(path, replace(OLD, name="Žofie 十月 \ud800"))
    assert save.read(path) == (replace(OLD, name="Žofie 十月 \ud800"), "")
    assert sorted(item.name for item in path.parent.iterdir()) == ["autosave.json"]


def test_the_one_before_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "autosave.json"
    save.write(path, OLD)
    save.write(path, NEW)
    assert save.read(path) == (NEW, "")
    assert save.read(files.backup(path)) == (OLD, "")
    assert len(list(tmp_path.iterdir())) == 2


def empty(path: Path) -> None:
    path.write_bytes(b"")


def half(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-9])


def not_utf_8(path: Path) -> None:
    path.write_bytes(b"\xff\xfe\x00")


def gone(path: Path) -> None:
    path.unlink()


def folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


@pytest.mark.parametrize("damage", [empty, half, not_utf_8, gone, folder])
def test_a_damaged_save_gives_way_to_the_one_before(
    tmp_path: Path, damage: Callable[[Path], None]
) -> None:
    path = tmp_path / "autosave.json"
    save.write(path, OLD)
    save.write(path, NEW)
    damage(path)
    assert save.read(path) == (OLD, save.OLDER)
    damage(files.backup(path))
    with pytest.raises(BadSave, match=r"\.$"):
        save.read(path)


def test_a_damaged_save_never_becomes_the_backup(tmp_path: Path) -> None:
    path = tmp_path / "autosave.json"
    save.write(path, OLD)
    save.write(path, NEW)
    half(path)
    save.write(path, NEW)
    assert save.read(files.backup(path)).save == OLD


def test_a_save_of_a_newer_version_is_not_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "autosave.json"
    save.write(path, OLD)
    save.write(path, NEW)
    path.write_text(path.read_text().replace('"version": 1', '"version": 7'))
    with pytest.raises(save.NewerSave):
        save.read(path)
    save.write(path, NEW)
    assert '"version": 7' in files.backup(path).read_text()


def test_a_file_from_an_editor_with_a_mark_in_front_is_read(tmp_path: Path) -> None:
    path = tmp_path / "autosave.json"
    path.write_text(save.to_text(OLD), encoding="utf-8-sig")
    assert save.read(path).save == OLD


def test_a_file_of_any_size_is_refused_at_once(tmp_path: Path) -> None:
    path = tmp_path / "huge.json"
    with path.open("wb") as file:
        file.truncate(10**10)
    with pytest.raises(BadSave, match="not a saved game"):
        save.read(path)


@pytest.mark.parametrize("step", ["os.fsync", "pathlib.Path.replace", "tempfile.mkstemp"])
def test_a_full_disk_leaves_the_old_save_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    path = tmp_path / "autosave.json"
    save.write(path, OLD)
    before = path.read_bytes()

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(step, full)
    with pytest.raises(OSError, match="No space"):
        save.write(path, NEW)
    monkeypatch.undo()
    assert path.read_bytes() == before
    assert save.read(path) == (OLD, "")


def test_a_backup_that_cannot_be_made_does_not_stop_the_save(tmp_path: Path) -> None:
    path = tmp_path / "autosave.json"
    save.write(path, OLD)
    files.backup(path).mkdir()
    save.write(path, NEW)
    assert save.read(path) == (NEW, "")


def test_a_place_that_takes_no_files_is_an_error_of_the_system(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(OSError, match="file"):
        save.write(tmp_path / "file" / "autosave.json", OLD)


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="may write everywhere")
def test_a_folder_for_reading_only_is_an_error_of_the_system(tmp_path: Path) -> None:
    path = tmp_path / "autosave.json"
    save.write(path, OLD)
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(OSError, match="denied"):
            save.write(path, NEW)
        assert save.read(path).save == OLD
    finally:
        tmp_path.chmod(0o700)


def test_killed_at_any_moment_no_decision_is_lost_but_the_one_being_written(tmp_path: Path) -> None:
    chance = random.Random(1917)
    path = tmp_path / "autosave.json"
    for _ in range(30):
        last = killed(path, after=chance.uniform(0, 0.06))
        found = save.read(path)
        assert found.sentence == ""
        assert last <= len(found.save.decisions) <= last + 1


def killed(path: Path, after: float) -> int:
    """Start the saving program, kill it, and return the last save that it had said was written."""
    script = Path(__file__).with_name("kill_save.py")
    with subprocess.Popen(
        [sys.executable, str(script), str(path)], stdout=subprocess.PIPE, text=True
    ) as saving:
        assert saving.stdout is not None
        said = [saving.stdout.readline()]
        alarm = threading.Timer(after, saving.kill)
        alarm.start()
        said += saving.stdout.readlines()
        alarm.join()
    return int([line for line in said if line.endswith("\n")][-1])


def test_saved_games_are_listed_the_newest_first_and_the_bad_ones_last(tmp_path: Path) -> None:
    saves = slots.folder(tmp_path, "made")
    assert save.listing(saves) == ()
    save.write(slots.autosave(saves), replace(OLD, written="2026-02-01T10:00:00+01:00"))
    save.write(slots.free(saves), replace(NEW, written="2026-02-03T10:00:00+01:00"))
    slots.quick(saves).write_text("oh no")
    (saves / "notes.txt").write_text("not a save")
    listed = save.listing(saves)
    assert [slot.path.name for slot in listed] == ["autosave.json", "save-1.json", "quick.json"]
    assert listed[2] == (
        slots.quick(saves),
        None,
        "This file is not a saved game of The Power Struggle.",
    )


CLOCKS = [
    ["1970-01-01T00:00:03+00:00", "2099-12-31T23:59:59+00:00", "2026-11-25T10:00:00+01:00"],
    ["2026-11-25T10:00:00+01:00", "1970-01-01T00:00:03+00:00", ""],
    ["2099-01-01T10:00:00+01:00", "2098-01-01T00:00:03+00:00", "1970-01-01T00:00:00+00:00"],
]


@pytest.mark.parametrize("clock", CLOCKS)
def test_a_wrong_clock_does_not_hide_the_newest_game(tmp_path: Path, clock: list[str]) -> None:
    """It runs backwards between two saves, or was never set."""
    for written in clock[:2]:
        save.write(slots.free(tmp_path), replace(OLD, written=written))
    save.write(slots.autosave(tmp_path), replace(NEW, written=clock[2]))
    names = [slot.path.name for slot in save.listing(tmp_path)]
    assert names == ["autosave.json", "save-2.json", "save-1.json"]


class Clock:
    """A clock that no system understands, or that stands in another century."""

    def __init__(self, moment: datetime | None) -> None:
        self.moment = moment

    def now(self) -> datetime:
        if self.moment is None:
            raise OverflowError
        return self.moment


@pytest.mark.parametrize(
    ("moment", "written"),
    [
        (None, ""),
        (datetime(1970, 1, 2, tzinfo=UTC), "1970"),
        (datetime(2099, 1, 2, tzinfo=UTC), "2099"),
    ],
)
def test_a_game_can_be_kept_at_any_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, moment: datetime | None, written: str
) -> None:
    monkeypatch.setattr(save_text, "datetime", Clock(moment))
    kept = save.of(begin(smolny()).choose("wait"))
    save.write(tmp_path / "a.json", kept)
    assert save.read(tmp_path / "a.json").save.written[:4] == written


def test_a_save_that_is_left_only_as_backup_is_listed(tmp_path: Path) -> None:
    path = tmp_path / "autosave.json"
    save.write(path, OLD)
    path.rename(files.backup(path))
    assert save.listing(tmp_path) == ((path, OLD, save.OLDER),)


def test_numbered_slots_count_on_from_the_last_one(tmp_path: Path) -> None:
    for name in ("save-2.json", "save-11.json", "save-x.json", "save-99.txt"):
        (tmp_path / name).write_text("")
    assert slots.free(tmp_path).name == "save-12.json"
    assert slots.free(tmp_path / "nowhere").name == "save-1.json"


HARMLESS = set("abcdefghijklmnopqrstuvwxyz0123456789-")
NAMES = [
    "story",
    "../../secret",
    "Žofie",
    "十月",
    "",
    "CON",
    "con",
    "aux.json",
    "a/b\\c:d",
    "x" * 500,
    "A",
]


@pytest.mark.parametrize("name", NAMES)
def test_the_folder_of_a_story_has_a_name_for_every_file_system(name: str) -> None:
    made = slots.file_name(name)
    assert made
    assert set(made) <= HARMLESS
    assert len(made) <= 50
    assert made not in {"con", "aux"}


def test_different_stories_have_different_folders() -> None:
    assert (
        len({slots.file_name(name).casefold() for name in [*NAMES, "a", "Con", "十一月"]})
        == len(NAMES) + 3
    )
