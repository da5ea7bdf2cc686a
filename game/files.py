"""Writing files so that there is never a moment without a good one on the disk."""

import contextlib
import os
import shutil
import tempfile
import time
from pathlib import Path

_TRIES, _PAUSE = 5, 0.04


def write_text(path: Path, text: str, *, keep: bool = False) -> None:
    """Write beside, flush to the disk, then rename; with ``keep`` the old one stays as ``.bak``.

    Raises OSError where it cannot be done; what was there before is then still there.
    """
    write_bytes(path, text.encode("utf-8"), keep=keep)


def write_bytes(path: Path, content: bytes, *, keep: bool = False) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    number, name = tempfile.mkstemp(".tmp", f".{path.name}.", path.parent)
    beside = Path(name)
    try:
        with os.fdopen(number, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if keep and path.is_file():
            # Without a backup the new file is still safe; without it, its content is lost.
            with contextlib.suppress(OSError):
                shutil.copyfile(path, backup(path))
        _rename(beside, path)
    except BaseException:
        with contextlib.suppress(OSError):
            beside.unlink()
        raise


def backup(path: Path) -> Path:
    return path.with_name(f"{path.name}.bak")


def can_write(folder: Path) -> bool:
    """Try it out, in the folder or in the nearest above it that exists; leave nothing behind."""
    try:
        with tempfile.TemporaryFile(dir=existing(folder)):
            return True
    except OSError:
        return False


def existing(folder: Path) -> Path:
    """Return the folder, or the nearest above it that exists."""
    return next((place for place in (folder, *folder.parents) if place.exists()), folder)


def _rename(source: Path, target: Path) -> None:
    """Rename, with patience: on Windows a virus scanner may hold a new file for a moment."""
    for _ in range(_TRIES - 1):
        try:
            source.replace(target)
        except PermissionError:
            time.sleep(_PAUSE)
        else:
            return
    source.replace(target)
