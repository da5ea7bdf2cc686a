"""A pack that was laid on a story, as the story knows it."""

from pathlib import Path
from typing import NamedTuple


class Extension(NamedTuple):
    """``folder`` is where it lies; with ``label`` the names of its files begin, in marks."""

    id: str
    title: str
    author: str
    folder: Path
    label: str
