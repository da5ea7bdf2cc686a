"""A case: how its story is made, and what happens to it while it is read."""

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

from tests.cases import building

SCENE = "1-october/smolny.yaml"
PALACE = "1-october/palace.yaml"
# Lies beside every story, where nothing of it may be read from or written to.
SECRET = "secret"

Make = Callable[[Path], None]


class Case(NamedTuple):
    """``make`` changes a good story; ``turned`` makes something else of it, such as a .zip.

    ``during`` happens after the folder was looked through and before its files are read. One that
    ``is_laid`` is a pack beside the story, to which it is added.
    """

    make: Make
    turned: Callable[[Path], Path] = Path
    during: Make | None = None
    is_laid: bool = False


Cases = Mapping[str, Case]


def nothing(_: Path) -> None:
    """The story stays as it is."""


def base(place: Path) -> Path:
    """A small story without a mistake, in a place of its own, and something beside it."""
    story = place / "story"
    shutil.copytree(building.CASES / "_base" / "story", story)
    outside = place / "outside"
    outside.mkdir()
    (outside / "letter.txt").write_text(SECRET, encoding="utf-8")
    (outside / "scene.yaml").write_text(f"title: {SECRET}\n", encoding="utf-8")
    return story


def build(case: Case, place: Path) -> Path:
    """The folder or the .zip of a case."""
    story = base(place)
    case.make(story)
    return case.turned(story)


def put(file: str, data: bytes) -> Make:
    """Write a file, in place of another if there is one."""

    def make(story: Path) -> None:
        path = story / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)

    return make


def text(file: str, words: str) -> Make:
    return put(file, words.encode("utf-8", "surrogatepass"))


def changed(file: str, before: str, after: str) -> Make:
    """Write other words in a file."""

    def make(story: Path) -> None:
        path = story / file
        words = path.read_text(encoding="utf-8")
        if before not in words:
            raise ValueError(before)
        path.write_bytes(words.replace(before, after).encode("utf-8", "surrogatepass"))

    return make


def both(*makes: Make) -> Make:
    def make(story: Path) -> None:
        for each in makes:
            each(story)

    return make
