"""Shows a folder in the file manager of the system: the only place that starts another program."""

import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Mapping
from pathlib import Path

# What shows a folder, by system; where it is not there, nothing is offered.
_SHOWERS: Mapping[str, tuple[str, ...]] = {
    "win32": ("explorer",),
    "darwin": ("open",),
    "linux": ("xdg-open",),
}


def shower() -> str:
    """Return the program that shows folders here; "" where there is none."""
    found = (shutil.which(name) for name in _SHOWERS.get(sys.platform, ()))
    return next((name for name in found if name), "")


def show(folder: Path) -> bool:
    """Show a folder, and go on at once; false where it cannot be shown."""
    program = shower()
    if not program or not folder.is_dir():
        return False
    command = [program, str(folder.resolve())]
    # Some file managers come back only when they are closed; nobody waits for that.
    threading.Thread(target=_run, args=(command,), name="folder", daemon=True).start()
    return True


def _run(command: list[str]) -> None:
    try:
        subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=_environment(os.environ),
            check=False,
        )
    except OSError:
        return


def _environment(ours: Mapping[str, str]) -> dict[str, str]:
    """What the system itself had: a program that was frozen brings libraries of its own along,
    and how we ask SDL for a window is no business of others.
    """
    found = {name: value for name, value in ours.items() if not name.startswith("SDL_")}
    before = found.pop("LD_LIBRARY_PATH_ORIG", "")
    if getattr(sys, "frozen", False):
        found.pop("LD_LIBRARY_PATH", None)
    return {**found, "LD_LIBRARY_PATH": before} if before else found
