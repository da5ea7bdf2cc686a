"""Whether a picture file can be shown; Pillow is brought in only where there is one to look at."""

from importlib import import_module
from pathlib import Path


def told(path: Path) -> str:
    """A sentence about what is wrong with a file of a story, empty where it can be shown."""
    files = import_module("game.stage.images.files")
    try:
        files.refuse_link(path)
        files.size(path)
    except files.BadImage as cause:
        return str(cause)
    return ""
