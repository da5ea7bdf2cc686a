"""A share may be slow, full, locked, gone or another one: no game is lost."""

import os
import shutil
from pathlib import Path

import pytest

from game import files
from game.lab import copies, share
from game.lab.copies import meet
from game.lab.places import Kept, Places
from game.lab.read import NONE
from tests import mounts
from tests.pupil import AUTOSAVE, games, play


@pytest.fixture
def here(tmp_path: Path) -> Path:
    return tmp_path / "here"


@pytest.fixture
def there(tmp_path: Path) -> Path:
    (tmp_path / "there").mkdir()
    return tmp_path / "there"


def test_what_was_played_here_comes_there_and_to_other_seats(
    here: Path, there: Path, tmp_path: Path
) -> None:
    play(here, "a", "b")
    assert meet(here, there, whole=False) == (0, "")
    assert games(there) == {("a", "b")}
    meet(tmp_path / "seat-2", there, whole=True)
    assert games(tmp_path / "seat-2") == {("a", "b")}
    play(tmp_path / "seat-2", "a", "b", "c")
    meet(tmp_path / "seat-2", there, whole=False)
    meet(here, there, whole=True)
    assert games(here) == {("a", "b", "c")}


def test_only_games_and_settings_are_brought_over(here: Path, there: Path) -> None:
    for name in ("settings.json", "a.txt", ".a.json.tmp", "saves/s/autosave.json.bak"):
        (here / name).parent.mkdir(parents=True, exist_ok=True)
        (here / name).write_text("{}")
    meet(here, there, whole=True)
    assert sorted(path.name for path in there.iterdir()) == [copies.MARKER, "settings.json"]


def test_a_profile_that_is_wiped_gets_everything_back(here: Path, there: Path) -> None:
    play(here, "a")
    meet(here, there, whole=True)
    shutil.rmtree(here)
    meet(here, there, whole=True)
    assert games(here) == {("a",)}


def test_a_share_that_is_gone_gets_the_games_later(here: Path, there: Path) -> None:
    meet(here, there, whole=True)
    there.rename(there.with_name("unplugged"))
    there.touch()  # a file where the folder was
    play(here, "a")
    assert meet(here, there, whole=False).files
    there.unlink()
    there.with_name("unplugged").rename(there)
    assert meet(here, there, whole=False) == (0, "")
    assert games(there) == {("a",)}


def test_an_empty_folder_in_place_of_the_share_costs_nothing(here: Path, there: Path) -> None:
    """So it looks where a share is mounted and the mount is lost."""
    play(here, "a")
    meet(here, there, whole=True)
    there.rename(there.with_name("unmounted"))
    play(here, "a", "b")
    meet(here, there, whole=False)
    shutil.rmtree(there)
    there.with_name("unmounted").rename(there)
    meet(here, there, whole=True)
    assert games(here) == games(there) == {("a", "b")}


def test_two_seats_that_play_on_keep_both_games(here: Path, there: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    for seat in (here, other):
        meet(seat, there, whole=True)
    for number in range(1, 4):
        play(here, *["left"] * number)
        play(other, *["right"] * number)
        meet(here, there, whole=False)
        meet(other, there, whole=False)
    assert games(there) >= {("left",) * 3, ("right",) * 3}
    assert len(list((there / AUTOSAVE.parent).glob("*.json"))) <= 3


def test_a_game_that_goes_on_from_the_other_takes_its_place(
    here: Path, there: Path, tmp_path: Path
) -> None:
    play(here, "a")
    play(tmp_path / "other", "a", "b", reason="Because.")
    for seat in (here, tmp_path / "other"):
        meet(seat, there, whole=True)
    assert games(there) == {("a", "b")}


def test_what_is_deleted_here_is_deleted_there(here: Path, there: Path) -> None:
    play(here, "a")
    meet(here, there, whole=True)
    (here / AUTOSAVE).unlink()
    meet(here, there, whole=False)
    assert games(there) == set()


def test_what_is_deleted_there_is_deleted_here(here: Path, there: Path) -> None:
    play(here, "a")
    meet(here, there, whole=True)
    (there / AUTOSAVE).unlink()
    meet(here, there, whole=True)
    assert games(here) == set()


def test_a_game_played_on_there_is_not_deleted_from_here(
    here: Path, there: Path, tmp_path: Path
) -> None:
    play(here, "a")
    for seat in (here, tmp_path / "other"):
        meet(seat, there, whole=True)
    (here / AUTOSAVE).unlink()
    play(tmp_path / "other", "a", "b")
    meet(tmp_path / "other", there, whole=False)
    meet(here, there, whole=False)
    assert ("a", "b") in games(here)
    assert ("a", "b") in games(there)


def test_one_file_that_cannot_be_written_stops_no_other(
    here: Path, there: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    play(here, "a")
    (here / "settings.json").write_text("{}")
    write = files.write_bytes

    def full(path: Path, content: bytes, *, keep: bool = False) -> None:
        if path.name == "autosave.json":
            raise OSError(28, "No space left on device")
        write(path, content, keep=keep)

    monkeypatch.setattr(files, "write_bytes", full)
    assert meet(here, there, whole=True) == (1, "No space left on device")
    assert (there / "settings.json").exists()
    monkeypatch.undo()
    assert meet(here, there, whole=False) == (0, "")
    assert games(there) == {("a",)}


def test_what_is_remembered_may_be_damaged(here: Path, there: Path) -> None:
    play(here, "a")
    meet(here, there, whole=True)
    (here / copies.MEMORY).write_text("[")
    meet(here, there, whole=True)
    assert games(there) == {("a",)}


def places(here: Path, there: Path | None) -> Places:
    return Places(Kept(here, "x", there), NONE)


def test_nobody_waits_and_everything_arrives(here: Path, there: Path) -> None:
    opened = share.opened(places(here, there))
    assert opened is not None
    play(here, "a")
    opened.push()
    assert opened.close(60)
    assert games(there) == {("a",)}


def test_at_the_end_one_is_told_if_something_is_left(here: Path, there: Path) -> None:
    there.rmdir()
    there.touch()
    opened = share.opened(places(here, there))
    assert opened is not None
    play(here, "a")
    assert not opened.close()
    assert opened.left.trouble
    there.unlink()
    assert opened.close(60)
    assert games(there) == {("a",)}


def test_where_there_is_no_share_there_is_nothing_to_open(here: Path) -> None:
    assert share.opened(places(here, None)) is None


@pytest.mark.skipif(os.name == "nt", reason="Windows has letters for what is mounted")
def test_a_share_that_is_unmounted_while_somebody_plays_gets_the_games_later(
    here: Path, tmp_path: Path
) -> None:
    """The empty folder that is left can be written, and is not the share."""
    with mounts.mounted(tmp_path / "share") as mounted:
        opened = share.opened(places(here, mounted.place))
        assert opened is not None
        play(here, "a")
        opened.push()
        assert opened.close(60)
        mounted.lose()
        play(here, "a", "b")
        opened.push()
        opened.close()
        mounted.mount()
        play(here, "a", "b", "c")
        opened.push()
        assert opened.close(60)
        assert games(mounted.place) == {("a", "b", "c")}
        assert games(here) == {("a", "b", "c")}


@pytest.mark.skipif(os.name == "nt", reason="Windows has letters for what is mounted")
def test_a_share_that_is_unmounted_between_two_lessons_gives_the_games_back(
    here: Path, tmp_path: Path
) -> None:
    with mounts.mounted(tmp_path / "share") as mounted:
        play(here, "a", "b")
        meet(here, mounted.place, whole=True)
        mounted.lose()
        shutil.rmtree(here)
        play(here, "x")
        meet(here, mounted.place, whole=True)
        mounted.mount()
        meet(here, mounted.place, whole=True)
        assert games(here) == games(mounted.place) == {("a", "b"), ("x",)}
