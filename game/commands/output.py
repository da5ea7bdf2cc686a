"""Writing the page or table that a command was asked for; where it cannot be, saying why."""

import sys
from pathlib import Path

from game import files
from game.story.problem import printable


def written(path: Path, text: str) -> bool:
    try:
        files.write_text(path, text)
    except OSError as cause:
        why = printable(cause.strerror or str(cause))
        print(f"{printable(str(path))} cannot be written: {why}.", file=sys.stderr)
        return False
    return True


def place(named: Path | None, story: Path, name: str) -> Path:
    """Where to write: as somebody said, else here, but never into the folder of a story.

    What lies there is packed and passed on with it.
    """
    own = story.resolve()
    if named is None and Path.cwd().is_relative_to(own):
        return own.with_name(f"{own.name}-{name}")
    return named or Path(name)
