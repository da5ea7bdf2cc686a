"""What pupils hand in is kept on this computer first, and brought to the school's folder later.

Beside each page that has still to be brought lies a note with the folder that it belongs in; the
note goes when the page is there. Nothing at the other end is written over, unless it is an older
form of the same game.
"""

import contextlib
import os
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from game import files
from game.lab import share, variables
from game.lab.copies import Left
from game.lab.places import HAND_INS
from game.lab.share import Share

# How long somebody who hands in is kept waiting to hear that it has arrived, in seconds.
PATIENCE = 1.5
# How long the end of a lesson waits for what has still to be brought.
LAST = share.PATIENCE
_NOTES, _MOUNTS = ".due", ".mounts"
_LARGEST, _MOST = 12_000_000, 200

# Whether a new page may take the place of an old one: both as they are written.
Replaces = Callable[[bytes, bytes], bool]


class Given(NamedTuple):
    """What became of a page: where it is, whether it has still to be brought, what went wrong.

    Without a place it is nowhere but in memory.
    """

    place: Path | None
    waits: bool = False
    trouble: str = ""


class Outbox:
    """``root`` is the folder of games; each seat has its own hand-ins in it.

    ``school`` is where pages will go: it is looked at before there are any, to know another day
    what was mounted there.
    """

    def __init__(self, root: Path, replaces: Replaces, school: Path | None = None) -> None:
        self._root = root
        self._replaces = replaces
        self._school = school
        self._loose: dict[Path, bytes] = {}
        has_to = school is not None or waiting(root)
        self._share: Share | None = Share(self._bring) if has_to else None

    def give(self, folder: Path, name: str, page: str, to: Path | None) -> Given:
        """Keep a page in a folder of hand-ins and have it brought to another, if there is one."""
        content = page.encode("utf-8", "backslashreplace")
        try:
            place = _placed(folder, name, content, self._replaces)
        except OSError as cause:
            return self._given_loose(name, content, to, _told(cause))
        if to is None:
            return Given(place)
        try:
            note = _noted(place, content, to)
        except OSError as cause:
            return self._given_loose(name, content, to, _told(cause))._replace(place=place)
        self._send()
        return Given(place, waits=True) if note.exists() else Given(to / place.name)

    def close(self, seconds: float = LAST) -> bool:
        """Try once more; what is left is brought the next time. True if nothing is."""
        return self._share is None or self._share.close(seconds)

    @property
    def left(self) -> Left:
        return self._share.left if self._share is not None else Left()

    def _given_loose(self, name: str, content: bytes, to: Path | None, trouble: str) -> Given:
        """Where nothing can be kept here, the page goes straight to the school."""
        if to is None:
            return Given(None, trouble=trouble)
        self._loose[to / name] = content
        self._send()
        is_there = to / name not in self._loose
        return Given(to / name) if is_there else Given(None, waits=True, trouble=trouble)

    def _send(self) -> None:
        if self._share is None:
            self._share = Share(self._bring)
        else:
            self._share.push()
        self._share.wait(PATIENCE)

    def _bring(self, *, whole: bool) -> Left:  # noqa: ARG002 - nothing is looked for at the other end
        left, trouble = 0, ""
        if self._school is not None:
            _remember(self._school, self._root)
        for note in list(_notes(self._root)):
            try:
                _deliver(note, self._root, self._replaces)
            except OSError as cause:
                left, trouble = left + 1, _told(cause)
        for there, content in list(self._loose.items()):
            try:
                _brought(there.parent, there.name, content, self._replaces)
                del self._loose[there]
            except OSError as cause:
                left, trouble = left + 1, _told(cause)
        return Left(left, trouble)


def folder(data: Path) -> Path:
    """Return the folder of hand-ins beside the games of a pupil or a seat."""
    return data / HAND_INS


def file_name(who: str, game: str) -> str:
    """The name of a page: readable, safe in any folder, and no other game's."""
    return f"{variables.named(who)[:40].rstrip('. ')}-{variables.named(game)}.html"


def waiting(root: Path) -> int:
    """How many pages have not been brought yet."""
    return sum(1 for _ in _notes(root))


def _notes(root: Path) -> Iterator[Path]:
    for pattern in (HAND_INS, f"seats/*/{HAND_INS}"):
        with contextlib.suppress(OSError):
            yield from sorted(root.glob(f"{pattern}/{_NOTES}/*.html"))


def _noted(place: Path, content: bytes, to: Path) -> Path:
    """Note where a page is to be brought; of another form of it the note is another one."""
    note = place.parent / _NOTES / place.name
    files.write_bytes(note, os.fsencode(to) + b"\n" + sha256(content).hexdigest().encode())
    return note


def _deliver(note: Path, root: Path, replaces: Replaces) -> None:
    """Bring a page where its note says; a page that was deleted is not missed."""
    said = note.read_bytes()
    to = Path(os.fsdecode(said.partition(b"\n")[0]))
    page = note.parent.parent / note.name
    if page.exists():
        _is_there(to, root)
        _brought(to, page.name, page.read_bytes(), replaces)
        _remember(to, root)
    if note.read_bytes() == said:
        note.unlink()


def _brought(to: Path, name: str, content: bytes, replaces: Replaces) -> None:
    place = _placed(to, name, content, replaces)
    # Teachers read it under names of their own.
    with contextlib.suppress(OSError):
        place.chmod(0o644)


def _placed(to: Path, name: str, content: bytes, replaces: Replaces) -> Path:
    """Write a page where nothing is, or where it is but an older form of it."""
    for place in _spares(to / name):
        there = _held(place)
        if there == content:
            return place
        if there is None or replaces(content, there):
            files.write_bytes(place, content)
            return place
    raise OSError("too many pages of one name")


def _spares(path: Path) -> Iterator[Path]:
    yield path
    for number in range(2, _MOST):
        yield path.with_name(f"{path.stem}-{number}{path.suffix}")


def _held(path: Path) -> bytes | None:
    """What is there; what cannot be read is something, and is left alone."""
    try:
        return path.read_bytes() if path.stat().st_size <= _LARGEST else b""
    except FileNotFoundError:
        return None
    except (IsADirectoryError, PermissionError):
        # Into some folders one may put something, and look at nothing.
        return b""


def _remember(to: Path, root: Path) -> None:
    """Write down where a share was mounted, to know an empty folder in its place another day."""
    mount = _mount(to)
    if mount == _mount(root) or str(mount) in _mounts(root):
        return
    with contextlib.suppress(OSError):
        files.write_text(root / HAND_INS / _MOUNTS, "\n".join((*_mounts(root), str(mount))))


def _is_there(to: Path, root: Path) -> None:
    for mount in _mounts(root):
        if to.is_relative_to(mount) and not os.path.ismount(mount):
            raise OSError(f"{mount} is not mounted")


def _mounts(root: Path) -> tuple[str, ...]:
    try:
        return tuple((root / HAND_INS / _MOUNTS).read_text(encoding="utf-8").split("\n"))
    except (OSError, UnicodeDecodeError):
        return ()


def _mount(path: Path) -> Path:
    return next((each for each in (path, *path.parents) if os.path.ismount(each)), path)


def _told(cause: OSError) -> str:
    return cause.strerror or str(cause) or type(cause).__name__
