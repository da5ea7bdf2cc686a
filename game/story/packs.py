"""The stories that lie in some folders, each a folder or a .zip, by title and author."""

import itertools
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from game.story import files, packed, read_cover
from game.story.files import COVER, File
from game.story.model import Illustration
from game.story.page import Page
from game.story.problem import Problem
from game.story.source import SourceError, parse, text_of

# More would not be looked through by anybody, and each one takes time.
MOST = 60
MOST_COVER = 60_000


class Pack(NamedTuple):
    """``title`` is the file's name where nothing better can be read."""

    path: Path
    title: str
    author: str = ""
    illustration: Illustration | None = None


def found(first: Iterable[Path], places: Iterable[Path]) -> tuple[Pack, ...]:
    """Return some stories and those that lie in some folders, each once.

    Of each only its story.yaml is read.
    """
    listed = itertools.chain(first, *map(_paths, places))
    paths = dict.fromkeys(path.resolve() for path in listed)
    return tuple(map(pack, itertools.islice(paths, MOST)))


def pack(path: Path) -> Pack:
    """Return a story by what its cover says, as far as it can be read."""
    plain = Pack(path, path.stem if packed.is_pack(path) else path.name)
    try:
        data = files.content(File(str(path / COVER), COVER))
        text = text_of(data, COVER)
    except SourceError:
        return plain
    problems: list[Problem] = []
    node = parse(text, COVER, problems) if len(data) <= MOST_COVER else None
    if node is None:
        return plain
    cover = read_cover.cover(node, Page(COVER, text, problems))
    return Pack(path, cover.title or plain.title, cover.author, cover.illustration)


def _paths(place: Path) -> Iterator[Path]:
    try:
        listed = sorted(itertools.islice(place.iterdir(), files.MOST_FILES))
    except OSError:
        return
    for path in listed:
        if path.name.startswith(".") or path.is_symlink():
            continue
        if packed.is_pack(path) or (path / COVER).is_file():
            yield path
