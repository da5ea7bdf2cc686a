"""Where games and hand-ins are kept, and who decided it."""

import os
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from game import files, paths
from game.lab import variables
from game.lab.read import Found, find

HAND_INS = "hand-ins"
PORTABLE, LAB, SYSTEM = "portable.txt", "data in lab.yaml", "the system"


class Kept(NamedTuple):
    """``data`` is on this computer; ``share`` is where it is copied to, if elsewhere.

    ``why`` says who decided it, and ``trouble`` what would have been decided and cannot be.
    """

    data: Path
    why: str
    share: Path | None = None
    trouble: str = ""


class Places(NamedTuple):
    kept: Kept
    found: Found

    @property
    def data(self) -> Path:
        return self.kept.data

    def hand_in(self, seat: str = "") -> Path | None:
        """Return the folder that hand-ins are brought to: the one named, or the share of games.

        None where they stay beside the games.
        """
        named = _filled(self.found.lab.hand_in, self.found, seat)
        return named or (self.kept.share / HAND_INS if self.kept.share is not None else None)


def places(asked: Path | None = None) -> Places:
    """Look where things are kept: as asked, by lab.yaml, by portable.txt, or by the system."""
    program = paths.beside()
    found = find(program)
    return Places(_kept(asked, program, found), found)


def _kept(asked: Path | None, program: Path | None, found: Found) -> Kept:
    if asked is not None:
        return Kept(asked, "--data")
    if os.environ.get("POWER_STRUGGLE_DATA"):
        return Kept(paths.data(), "POWER_STRUGGLE_DATA")
    share = _filled(found.lab.data, found)
    if share is not None:
        here = _copy_of(share)
        # Where nothing stays on this computer, the share is all there is.
        return Kept(here, LAB, share) if files.can_write(here) else Kept(share, LAB)
    if program is None or not (program / PORTABLE).exists():
        return Kept(paths.own(), SYSTEM)
    beside = program / "data"
    if files.can_write(beside):
        return Kept(beside, PORTABLE)
    trouble = f"{PORTABLE} asks for a folder beside the program, which cannot be written."
    return Kept(paths.own(), SYSTEM, trouble=trouble)


def _filled(text: str, found: Found, seat: str = "") -> Path | None:
    if not text or found.path is None:
        return None
    return variables.filled(text, found.path.parent, seat)


def _copy_of(share: Path) -> Path:
    """The folder on this computer that holds what a share is to hold."""
    code = sha256(str(share).encode("utf-8", "backslashreplace")).hexdigest()[:12]
    return paths.own() / "shares" / code
