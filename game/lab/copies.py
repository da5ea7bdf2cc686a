"""Two folders become the same again, and no game is lost, whatever happened to either of them.

One is on this computer, the other on a share that may be slow, full, locked or gone. What both held
when they last met is remembered, so that one can tell who changed what; no clock is asked.
"""

import contextlib
import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from game import files
from game.lab import variables
from game.play import games, save
from game.play.save import BadSave, Save

# It lies on the share: an empty folder where the share should be is not the share.
MARKER = ".power-struggle"
MEMORY = ".met.json"
_LARGEST, _MOST = 4_000_000, 2_000
_KEPT = (".json",)


class Left(NamedTuple):
    """How many files could not be brought over, and why."""

    files: int = 0
    trouble: str = ""


@dataclass(slots=True)
class _Meeting:
    here: Path
    there: Path
    met: dict[str, str] = field(default_factory=dict)
    left: int = 0
    trouble: str = ""

    def fail(self, cause: OSError) -> None:
        self.left += 1
        self.trouble = cause.strerror or type(cause).__name__


def meet(here: Path, there: Path, *, whole: bool) -> Left:
    """Bring over what changed here; ``whole``: what changed there as well."""
    meeting = _Meeting(here, there)
    ours = _codes(here)
    try:
        name = _marker(there)
        meeting.met = dict(_remembered(here, name))
        theirs = _codes(there) if whole else {}
    except OSError as cause:
        return Left(max(1, len(ours)), cause.strerror or type(cause).__name__)
    for path in sorted(ours.keys() | meeting.met.keys() | theirs.keys()):
        if whole or ours.get(path) != meeting.met.get(path):
            try:
                _one(path, ours.get(path, ""), meeting)
            except OSError as cause:
                meeting.fail(cause)
    _remember(here, name, meeting.met)
    return Left(meeting.left, meeting.trouble)


def waiting(here: Path) -> int:
    """How many files have not been brought over yet."""
    found = _memory(here)
    met = found.get("met")
    known = met if isinstance(met, dict) else {}
    return sum(known.get(path) != code for path, code in _codes(here).items())


def _one(path: str, ours: str, meeting: _Meeting) -> None:
    """One file: who changed it has it; where both did, both are kept."""
    met, theirs = meeting.met.get(path, ""), _code(meeting.there / path)
    if ours == theirs:
        pass
    elif ours == met:
        _copy(meeting.there / path, meeting.here / path, theirs)
        ours = theirs
    else:
        if theirs not in ("", met):
            _keep_both(path, meeting)
        # A game that was deleted here and played on there stays.
        if ours or theirs == met:
            _copy(meeting.here / path, meeting.there / path, ours)
        else:
            _copy(meeting.there / path, meeting.here / path, theirs)
            ours = theirs
    if ours:
        meeting.met[path] = ours
    else:
        meeting.met.pop(path, None)


def _keep_both(path: str, meeting: _Meeting) -> None:
    """Keep the game of the other place under a name of its own, unless ours goes on from it."""
    there = meeting.there / path
    other = _game(there)
    mine = _game(meeting.here / path)
    if other is None or (mine is not None and games.goes_on(mine, other)):
        return
    ends = (meeting.here, meeting.there)
    spare = next(each for each in _spares(path) if all(_is_free(end / each, other) for end in ends))
    # To both at once: the next time that they meet may be after a profile was wiped.
    for end in ends:
        _copy(there, end / spare, "game")
    meeting.met[str(spare)] = _code(meeting.here / spare)


def _spares(path: str) -> Iterator[PurePosixPath]:
    code = sha256(variables.computer().encode()).hexdigest()[:6]
    for number in range(1, _MOST):
        yield PurePosixPath(path).with_name(f"other-{code}-{number}.json")
    raise OSError("too many games of one name")


def _is_free(spare: Path, other: Save) -> bool:
    """A slot that was made here before may be written over by a longer form of its game."""
    game = _game(spare)
    return games.goes_on(other, game) if game is not None else not spare.exists()


def _game(path: Path) -> Save | None:
    """The game of a file, if it is one; a file that cannot be read now is left for later."""
    try:
        return save.from_text(path.read_bytes().decode("utf-8-sig"))
    except (FileNotFoundError, UnicodeDecodeError, BadSave):
        return None


def _copy(source: Path, target: Path, code: str) -> None:
    """Make the target as the source is; without a code there is no source any more."""
    if code:
        files.write_bytes(target, source.read_bytes())
    else:
        target.unlink(missing_ok=True)


def _codes(folder: Path) -> dict[str, str]:
    """What is to be kept in a folder, by its path, and a code of what it holds."""
    found: dict[str, str] = {}
    for path in folder.rglob("*"):
        name = PurePosixPath(path.relative_to(folder))
        if path.suffix in _KEPT and not any(part.startswith(".") for part in name.parts):
            code = _code(path)
            if code and len(found) < _MOST:
                found[str(name)] = code
    return found


def _code(path: Path) -> str:
    """A code of what a file holds; "" where there is none, or it is none of ours."""
    try:
        if not path.is_file() or path.is_symlink() or path.stat().st_size > _LARGEST:
            return ""
        return sha256(path.read_bytes()).hexdigest()[:32]
    except FileNotFoundError:
        return ""


def _marker(there: Path) -> str:
    """The name that the share was given; it is given one where it has none."""
    marker = there / MARKER
    with contextlib.suppress(FileNotFoundError):
        return marker.read_text(encoding="ascii", errors="replace").strip()[:40]
    name = os.urandom(8).hex()
    files.write_text(marker, name + "\n")
    return name


def _remembered(here: Path, name: str) -> Mapping[str, str]:
    """What both held when they last met; nothing where it was another share."""
    found = _memory(here)
    met = found.get("met")
    pairs = met.items() if isinstance(met, dict) and found.get("share") == name else ()
    return {str(path): str(code) for path, code in pairs}


def _memory(here: Path) -> Mapping[str, object]:
    try:
        found: object = json.loads((here / MEMORY).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _remember(here: Path, name: str, met: Mapping[str, str]) -> None:
    """Without it nothing is lost: the next time both are looked at as strangers."""
    text = json.dumps({"share": name, "met": met}, indent=0)
    with contextlib.suppress(OSError):
        files.write_text(here / MEMORY, text)
