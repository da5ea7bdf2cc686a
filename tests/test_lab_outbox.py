"""What is handed in is kept, comes where it belongs, and writes over nobody's."""

from pathlib import Path

import pytest

from game.lab import outbox
from game.lab.outbox import Given
from game.play import games, save
from game.play.playthrough import begin
from tests.making import smolny
from tests.outboxes import Room, chosen, made, page, patient, play


@pytest.fixture
def room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Room:
    return patient(tmp_path, monkeypatch)


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
