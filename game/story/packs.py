"""The stories that lie in some folders, each a folder or a .zip, by title and author."""

import itertools
from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from game.story import files, packed, read_cover, read_pack
from game.story.files import COVER, File
from game.story.layers import Layers
from game.story.model import Illustration
from game.story.page import Page
from game.story.problem import Problem
from game.story.read_pack import PackCover
from game.story.source import SourceError, parse, text_of

# More would not be looked through by anybody, and each one takes time.
MOST = 60
MOST_COVER = 60_000


class Pack(NamedTuple):
    """``title`` is the file's name where nothing better can be read, and ``id`` too.

    ``extends`` is the id of the story that it is to be laid on; a story has none.
    """

    path: Path
    title: str
    author: str = ""
    illustration: Illustration | None = None
    id: str = ""
    extends: str = ""


def found(first: Iterable[Path], places: Iterable[Path]) -> tuple[Pack, ...]:
    """Return some stories and those that lie in some folders, each once.

    Of each only its story.yaml is read.
    """
    listed = itertools.chain(first, *map(_paths, places))
    paths = dict.fromkeys(path.resolve() for path in listed)
    return tuple(map(pack, itertools.islice(paths, MOST)))


def pack(path: Path) -> Pack:
    """Return a story by what its cover says, as far as it can be read."""
    name = path.stem if packed.is_pack(path) else path.name
    plain = Pack(path, name, id=name)
    try:
        data = files.content(File(str(path / COVER), COVER))
        text = text_of(data, COVER)
    except SourceError:
        return plain
    problems: list[Problem] = []
    node = parse(text, COVER, problems) if len(data) <= MOST_COVER else None
    if node is None:
        return plain
    page = Page(COVER, text, problems)
    is_pack = read_pack.is_pack(node)
    cover = read_pack.pack(node, page) if is_pack else read_cover.cover(node, page)
    return Pack(
        path,
        cover.title or name,
        cover.author,
        cover.illustration,
        cover.id or name,
        cover.extends.id if isinstance(cover, PackCover) else "",
    )


def extending(story: str, listed: Iterable[Pack]) -> tuple[Pack, ...]:
    """The packs for a story, in the order in which they are laid on; of one id the first."""
    ours: dict[str, Pack] = {}
    for each in listed:
        if each.extends == story:
            ours.setdefault(each.id, each)
    return tuple(sorted(ours.values(), key=lambda each: each.id))


def layers(asked: Path, listed: Sequence[Pack], on: Collection[str] = ()) -> Layers:
    """What to read for a story with the packs that are switched on, or for a pack and its story."""
    asked = asked.resolve()
    # To read a cover takes some milliseconds, and most often it has been read.
    first = next((each for each in listed if each.path == asked), None) or pack(asked)
    story: Pack | None = first
    if first.extends:
        listed = (first, *listed)
        stories = (each for each in listed if not each.extends)
        story = next((each for each in stories if each.id == first.extends), None)
    if story is None:
        return Layers(asked)
    ours = extending(story.id, listed)
    return Layers(
        story.path, tuple(each.path for each in ours if each.id in on or each.path == asked)
    )


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
        elif inner := files.deeper(path):
            yield inner
