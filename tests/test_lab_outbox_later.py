"""The folder of a school may be gone, full, slow or another one: what is handed in comes later."""

import os
from pathlib import Path
from threading import Event

import pytest

from game import files
from game.lab import outbox
from game.lab.outbox import Given, Outbox
from game.report import bundle
from tests import mounts
from tests.outboxes import Room, back, chosen, lost, page, patient


@pytest.fixture
def room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Room:
    return patient(tmp_path, monkeypatch)


@pytest.fixture
def cut_off(room: Room, monkeypatch: pytest.MonkeyPatch) -> Room:
    """Its folder is lost, and nobody waits for it."""
    lost(room)
    monkeypatch.setattr(outbox, "PATIENCE", 0)
    return room


def test_a_folder_that_is_gone_gets_it_later_even_from_the_next_start(cut_off: Room) -> None:
    given = cut_off.give(page("wait"))
    assert given == Given(outbox.folder(cut_off.root) / "Anna-aaaa.html", waits=True)
    assert not cut_off.box.close()
    assert cut_off.box.left.files == 1
    assert outbox.waiting(cut_off.root) == 1
    back(cut_off)
    assert cut_off.opened().close(60)
    assert chosen(cut_off.there) == [("wait",)]
    assert outbox.waiting(cut_off.root) == 0


def test_what_waits_at_any_seat_is_brought(cut_off: Room) -> None:
    for seat in ("1", "2"):
        own = outbox.folder(cut_off.root / "seats" / seat)
        cut_off.box.give(own, outbox.file_name(f"Seat {seat}", seat), page("wait"), cut_off.there)
    assert outbox.waiting(cut_off.root) == 2
    back(cut_off)
    assert cut_off.opened().close(60)
    assert len(chosen(cut_off.there)) == 2


def test_it_goes_to_the_folder_of_its_day(cut_off: Room) -> None:
    for day in ("monday", "tuesday"):
        cut_off.box.give(
            outbox.folder(cut_off.root), f"{day}.html", page("wait", token=day), cut_off.there / day
        )
    back(cut_off)
    assert cut_off.box.close(60)
    assert {path.name for path in cut_off.there.iterdir()} == {"monday", "tuesday"}


def test_a_full_folder_gets_it_later(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    write = files.write_bytes

    def full(path: Path, content: bytes, *, keep: bool = False) -> None:
        if room.there in path.parents:
            raise OSError(28, "No space left on device")
        write(path, content, keep=keep)

    with monkeypatch.context() as patch:
        patch.setattr(files, "write_bytes", full)
        assert room.give(page("wait")).waits
        assert room.box.left == (1, "No space left on device")
    assert room.box.close(60)
    assert chosen(room.there) == [("wait",)]


def test_where_nothing_can_be_kept_here_it_goes_straight_to_the_school(room: Room) -> None:
    room.root.touch()
    assert room.give(page("wait")) == Given(room.there / "Anna-aaaa.html")
    assert chosen(room.there) == [("wait",)]


def test_what_can_be_kept_nowhere_is_said_and_tried_again(cut_off: Room) -> None:
    cut_off.root.touch()
    given = cut_off.give(page("wait"))
    assert (given.place, given.waits) == (None, True)
    assert given.trouble
    back(cut_off)
    assert cut_off.box.close(60)
    assert chosen(cut_off.there) == [("wait",)]


def test_where_nothing_can_be_kept_at_all_it_is_said(room: Room) -> None:
    room.root.touch()
    given = room.box.give(outbox.folder(room.root), "a.html", page("wait"), None)
    assert given.place is None
    assert given.trouble


def test_a_page_that_is_deleted_here_before_it_was_brought_is_not_missed(cut_off: Room) -> None:
    given = cut_off.give(page("wait"))
    assert given.place is not None
    given.place.unlink()
    back(cut_off)
    assert cut_off.opened().close(60)
    assert outbox.waiting(cut_off.root) == 0


@pytest.mark.skipif(os.name == "nt", reason="Windows has letters for what is mounted")
def test_a_share_that_is_unmounted_while_somebody_plays(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The empty folder that is left can be written, and is not the share."""
    with mounts.mounted(room.there) as share:
        to = room.there / "class"
        room.give(page("wait"), to=to)
        assert chosen(to) == [("wait",)]
        share.lose()
        assert room.there.is_dir()
        monkeypatch.setattr(outbox, "PATIENCE", 0)
        given = room.give(page("wait", "parley"), to=to)
        assert given.waits
        assert not room.box.close()
        assert "is not mounted" in room.box.left.trouble
        assert list(room.there.iterdir()) == []
        share.mount()
        assert room.opened().close(60)
        assert chosen(to) == [("wait", "parley")]


def test_a_slow_folder_keeps_nobody_waiting(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    write, answers = files.write_bytes, Event()

    def slow(path: Path, content: bytes, *, keep: bool = False) -> None:
        if room.there in path.parents:
            answers.wait()
        write(path, content, keep=keep)

    monkeypatch.setattr(files, "write_bytes", slow)
    monkeypatch.setattr(outbox, "PATIENCE", 0)
    given = room.give(page("wait"))
    assert given == Given(outbox.folder(room.root) / "Anna-aaaa.html", waits=True)
    assert room.give(page("wait", "parley")).waits
    assert not room.there.exists()
    answers.set()
    assert room.box.close(60)
    assert chosen(room.there) == [("wait", "parley")]


@pytest.mark.skipif(os.name == "nt", reason="Windows has letters for what is mounted")
def test_a_share_that_was_there_at_the_start_is_known_before_anything_is_handed_in(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    with mounts.mounted(room.there) as mounted:
        room.box = Outbox(room.root, bundle.replaces, room.there / "{day}")
        assert room.box.close(60)
        mounted.lose()
        monkeypatch.setattr(outbox, "PATIENCE", 0)
        assert room.give(page("wait"), to=room.there / "monday").waits
        assert not room.box.close(60)
        assert list(room.there.iterdir()) == []
        mounted.mount()
        assert room.box.close(60)
        assert chosen(room.there / "monday") == [("wait",)]
