"""What is handed in is kept, comes where it belongs however late, and writes over nobody's."""

import os
from dataclasses import replace
from pathlib import Path
from threading import Event

import pytest

from game import files
from game.lab import outbox
from game.lab.outbox import Given, Outbox
from game.play import games, save
from game.play.playthrough import Playthrough, begin
from game.report import bundle, handin
from tests import mounts
from tests.making import smolny


def play(*choices: str, token: str = "aaaa", reason: str = "") -> Playthrough:
    now = begin(smolny()).note("game", token)
    for each in choices:
        now = now.choose(each, reason)
    return now


def page(*choices: str, token: str = "aaaa", reason: str = "") -> str:
    return made(play(*choices, token=token, reason=reason))


def made(now: Playthrough) -> str:
    """The page of a game, the same whenever it is made."""
    return handin.hand_in(smolny(), replace(save.of(now, "Anna"), written=""))


def chosen(folder: Path) -> list[tuple[str, ...]]:
    """What was decided in every hand-in of a folder."""
    found = (bundle.read(path) for path in sorted(folder.glob("*.html")))
    return [tuple(each.choice for each in game.decisions) for game in found]


class Room:
    def __init__(self, folder: Path) -> None:
        self.root, self.there = folder / "here", folder / "there"
        self.box = self.opened()

    def opened(self) -> Outbox:
        """The program as it is started again."""
        self.box = Outbox(self.root, bundle.replaces)
        return self.box

    def give(self, text: str, name: str = "Anna", to: Path | None = None) -> Given:
        here = outbox.folder(self.root)
        return self.box.give(here, outbox.file_name(name, "aaaa"), text, to or self.there)


@pytest.fixture
def room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Room:
    # What has arrived is seen at once; nothing here waits for a clock to run out.
    monkeypatch.setattr(outbox, "PATIENCE", 60)
    return Room(tmp_path)


def lost(room: Room) -> None:
    """A file where the folder was: nothing can be written there."""
    room.there.parent.mkdir(exist_ok=True)
    if room.there.is_dir():
        room.there.rename(room.there.with_name("unplugged"))
    room.there.touch()


def back(room: Room) -> None:
    room.there.unlink()
    if room.there.with_name("unplugged").exists():
        room.there.with_name("unplugged").rename(room.there)


def test_without_a_school_it_stays_beside_the_games(room: Room) -> None:
    given = room.box.give(outbox.folder(room.root), "Anna-aaaa.html", page("wait"), None)
    assert given == Given(room.root / "hand-ins" / "Anna-aaaa.html")
    assert given.place is not None
    assert given.place.read_text(encoding="utf-8") == page("wait")
    assert outbox.waiting(room.root) == 0
    assert room.box.close(60)


def test_it_comes_to_the_school_and_stays_here_too(room: Room) -> None:
    given = room.give(page("wait"))
    assert given == Given(room.there / "Anna-aaaa.html")
    assert chosen(room.there) == chosen(outbox.folder(room.root)) == [("wait",)]
    assert outbox.waiting(room.root) == 0


def test_the_teacher_may_read_it(room: Room) -> None:
    room.give(page("wait"))
    assert (room.there / "Anna-aaaa.html").stat().st_mode & 0o044 == 0o044


def test_handing_in_again_takes_the_place_of_what_it_goes_on_from(room: Room) -> None:
    for choices in (("wait",), ("wait", "parley"), ("wait", "parley")):
        room.give(page(*choices))
    assert chosen(room.there) == [("wait", "parley")]


def test_a_decision_that_was_taken_back_is_not_a_second_hand_in(room: Room) -> None:
    room.give(page("wait"))
    changed = play("wait").undo().choose("flee")
    room.give(made(changed))
    assert chosen(room.there) == [("flee",)]


def test_two_of_one_name_have_two_files(room: Room) -> None:
    names = [outbox.file_name("Anna", token) for token in ("aaaa", "bbbb")]
    for name, token in zip(names, ("aaaa", "bbbb"), strict=True):
        room.box.give(outbox.folder(room.root), name, page("wait", token=token), room.there)
    assert chosen(room.there) == [("wait",), ("wait",)]


@pytest.mark.parametrize("other", [page("flee"), page("wait", token="bbbb"), "<p>a letter</p>", ""])
def test_nothing_of_anybody_else_is_written_over(room: Room, other: str) -> None:
    room.there.mkdir()
    (room.there / "Anna-aaaa.html").write_text(other, encoding="utf-8")
    room.give(page("wait"))
    assert (room.there / "Anna-aaaa.html").read_text(encoding="utf-8") == other
    assert (room.there / "Anna-aaaa-2.html").read_text(encoding="utf-8") == page("wait")


def test_a_reason_is_not_written_over_by_none(room: Room) -> None:
    room.give(page("wait", reason="Because."))
    room.give(page("wait"))
    assert len(chosen(room.there)) == 2


def test_a_folder_that_is_gone_gets_it_later_even_from_the_next_start(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    lost(room)
    monkeypatch.setattr(outbox, "PATIENCE", 0)
    given = room.give(page("wait"))
    assert given == Given(outbox.folder(room.root) / "Anna-aaaa.html", waits=True)
    assert not room.box.close()
    assert room.box.left.files == 1
    assert outbox.waiting(room.root) == 1
    back(room)
    assert room.opened().close(60)
    assert chosen(room.there) == [("wait",)]
    assert outbox.waiting(room.root) == 0


def test_what_waits_at_any_seat_is_brought(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    lost(room)
    monkeypatch.setattr(outbox, "PATIENCE", 0)
    for seat in ("1", "2"):
        own = outbox.folder(room.root / "seats" / seat)
        room.box.give(own, outbox.file_name(f"Seat {seat}", seat), page("wait"), room.there)
    assert outbox.waiting(room.root) == 2
    back(room)
    assert room.opened().close(60)
    assert len(chosen(room.there)) == 2


def test_it_goes_to_the_folder_of_its_day(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    lost(room)
    monkeypatch.setattr(outbox, "PATIENCE", 0)
    for day in ("monday", "tuesday"):
        room.box.give(
            outbox.folder(room.root), f"{day}.html", page("wait", token=day), room.there / day
        )
    back(room)
    assert room.box.close(60)
    assert {path.name for path in room.there.iterdir()} == {"monday", "tuesday"}


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


def test_what_can_be_kept_nowhere_is_said_and_tried_again(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    room.root.touch()
    lost(room)
    monkeypatch.setattr(outbox, "PATIENCE", 0)
    given = room.give(page("wait"))
    assert (given.place, given.waits) == (None, True)
    assert given.trouble
    back(room)
    assert room.box.close(60)
    assert chosen(room.there) == [("wait",)]


def test_where_nothing_can_be_kept_at_all_it_is_said(room: Room) -> None:
    room.root.touch()
    given = room.box.give(outbox.folder(room.root), "a.html", page("wait"), None)
    assert given.place is None
    assert given.trouble


def test_a_page_that_is_deleted_here_before_it_was_brought_is_not_missed(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    lost(room)
    monkeypatch.setattr(outbox, "PATIENCE", 0)
    given = room.give(page("wait"))
    assert given.place is not None
    given.place.unlink()
    back(room)
    assert room.opened().close(60)
    assert outbox.waiting(room.root) == 0


@pytest.mark.parametrize(
    "who", ["Anna", "../../x", "a/b\\c", "CON", "nul", "..", "", "я" * 500, "a\nb\u202e", "\ud800"]
)
def test_whoever_hands_in_has_one_file_in_the_folder(room: Room, who: str) -> None:
    room.box.give(outbox.folder(room.root), outbox.file_name(who, "aaaa"), page("wait"), room.there)
    assert [path.parent for path in room.there.parent.rglob("*.html")].count(room.there) == 1
    assert len(list(room.there.parent.rglob("*.html"))) == 2


def test_games_have_names_of_their_own() -> None:
    first, second = (games.named(begin(smolny())) for _ in range(2))
    assert first.notes != second.notes
    assert games.named(first) == first
    assert games.name_of(save.of(first)) == first.notes["game"]
    odd = save.of(begin(smolny()).note("game", "../../x"))
    assert "/" not in games.name_of(odd)


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


def test_a_folder_that_pupils_may_write_to_and_not_read_takes_a_second_page(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    room.give(page("wait"))
    read = Path.read_bytes

    def closed(path: Path) -> bytes:
        if room.there in path.parents:
            raise PermissionError(13, "Permission denied")
        return read(path)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "read_bytes", closed)
        room.give(page("wait", "parley"))
    assert sorted(chosen(room.there)) == [("wait",), ("wait", "parley")]


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
