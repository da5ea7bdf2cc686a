"""Writing an author's file, so that everybody can still read it who could before."""

import contextlib
from pathlib import Path

from game import files

_ANYBODY = 0o666
# Some editors begin every file with it, and want it there.
_BOM = b"\xef\xbb\xbf"


def changed(path: Path, text: str, before: bytes) -> None:
    """Put a text in the place of what a file had, with the byte order mark if it had one."""
    put(path, ("\ufeff" if before.startswith(_BOM) else "") + text)


def put(path: Path, text: str) -> None:
    """Write a file whole or not at all. Raises OSError.

    A file that was not there may be read and written by whoever may use its folder: stories lie on
    drives that a department shares.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    kept = path if path.exists() else path.parent
    mode = kept.stat().st_mode & _ANYBODY
    files.write_text(path, text)
    with contextlib.suppress(OSError):
        path.chmod(mode)
