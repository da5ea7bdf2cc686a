"""What lies in a story's folder: a story may come from anyone, so links and floods stop here."""

import itertools
import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple, Protocol

from game.story import misnamed, packed
from game.story.packed import BadPack, Contents
from game.story.problem import Mark, Problem
from game.story.reader import DEVICES, ID
from game.story.source import MOST_BYTES, SourceError

MOST_FILES = 20_000
COVER = "story.yaml"
CHAPTER = "chapter.yaml"
# Only a pack has it: what is added to scenes of the story that the pack extends.
ADDITIONS = "additions.yaml"
# A pipe must not be waited for, nor a link followed; some systems know no such things.
_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_BINARY", 0)
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_NOFOLLOW", 0)
)
_FEW = 100
_NO_FILE = "it is not a file"
LISTS = ("people.yaml", "glossary.yaml", "sources.yaml", "timeline.yaml")


class File(NamedTuple):
    """A file by its path, and as it is named to people; ``held`` is what a .zip has in it."""

    path: str
    label: str
    held: bytes | None = None


class _Entry(Protocol):
    """What lies in a folder, or in one of a .zip."""

    @property
    def name(self) -> str: ...
    @property
    def path(self) -> str: ...
    def is_dir(self) -> bool: ...
    def is_symlink(self) -> bool: ...


@dataclass(slots=True)
class Shelf:
    """The files of one story: those beside story.yaml, and those of each chapter by their ids."""

    folder: Path
    problems: list[Problem]
    lists: dict[str, File] = field(default_factory=dict)
    covers: dict[str, File] = field(default_factory=dict)
    scenes: dict[str, dict[str, File]] = field(default_factory=dict)
    count: int = 0
    pack: Contents | None = None
    is_closed: bool = False
    label: str = ""
    # Files that were meant to be a scene or a list, by what they had to be called.
    misnamed: dict[str, str] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """What the names of its files begin with, in marks."""
        return self.label or self.folder.name

    def file(self, entry: _Entry, label: str) -> File:
        return File(entry.path, label, self.pack.held.get(entry.path) if self.pack else None)

    def report(self, label: str, code: str, message: str, hint: str) -> None:
        self.problems.append(Problem(Mark(label), code, message, hint))


class _TooMany(Exception):
    pass


def survey(folder: Path, problems: list[Problem], label: str = "") -> Shelf:
    """Look through a story's folder, of which no file is opened yet, or through its .zip."""
    shelf = Shelf(folder, problems, label=label)
    try:
        if packed.is_pack(folder):
            shelf.pack = packed.contents(folder, MOST_BYTES)
            if shelf.pack.files > MOST_FILES:
                raise _TooMany
        _top(folder, shelf)
    except _TooMany:
        message = f"There are more than {MOST_FILES} files in this folder."
        hint = "Keep a story in a folder of its own."
        shelf.report(shelf.name, "too-many-files", message, hint)
        shelf.is_closed = True
    except BadPack as cause:
        shelf.report(shelf.name, "pack", str(cause), cause.hint)
        shelf.is_closed = True
    return shelf


def _top(folder: Path, shelf: Shelf) -> None:
    found: list[str] = []
    for entry in _entries(folder, shelf.name, shelf):
        if entry.is_dir():
            _chapter(Path(entry.path), shelf)
        elif entry.name in (COVER, ADDITIONS, *LISTS):
            shelf.lists[entry.name] = shelf.file(entry, f"{shelf.name}/{entry.name}")
        elif misnamed.is_added(entry.name):
            found.append(entry.name)
        elif entry.name.lower().endswith((".yaml", ".yml")):
            known = ", ".join((COVER, *LISTS))
            hint = f"Known are {known}; scenes belong in the folder of a chapter."
            message = f"'{entry.name}' is not read here."
            shelf.report(f"{shelf.name}/{entry.name}", "stray-file", message, hint)
    for name in found:
        wanted = f"{misnamed.stem(name)}.yaml"
        if wanted in (COVER, ADDITIONS, *LISTS) and wanted not in shelf.lists:
            _misnamed(wanted, name, f"{shelf.name}/{name}", shelf)


def _chapter(folder: Path, shelf: Shelf) -> None:
    label = f"{shelf.name}/{folder.name}"
    scenes: dict[str, File] = {}
    found: list[str] = []
    for entry in _entries(folder, label, shelf):
        file = shelf.file(entry, f"{label}/{entry.name}")
        stem, dot, ending = entry.name.rpartition(".")
        if entry.name == CHAPTER:
            shelf.covers[folder.name] = file
        elif ending.lower() in ("yaml", "yml") and dot:
            scenes[stem] = file
            if ending != "yaml" or not ID.fullmatch(stem):
                _badly_named(entry.name, file.label, shelf)
        elif misnamed.ending(entry.name):
            found.append(entry.name)
    if scenes or folder.name in shelf.covers:
        shelf.scenes[folder.name] = scenes
        # Where the right name is there as well, this is a copy.
        for name in (each for each in found if misnamed.stem(each) not in scenes):
            _misnamed(misnamed.stem(name), name, f"{label}/{name}", shelf)


def _badly_named(name: str, label: str, shelf: Shelf) -> None:
    message = f"'{name}' is not a good name for the file of a scene."
    rule = "It has small letters a to z, numbers and hyphens, and ends in '.yaml'."
    shelf.report(label, "file-name", message, f"Name it '{misnamed.better(name)}'. {rule}")


def _misnamed(wanted: str, name: str, label: str, shelf: Shelf) -> None:
    shelf.misnamed[wanted] = name
    if misnamed.is_added(name):
        shelf.report(label, "file-name", misnamed.message(name), misnamed.hint(name))


def _entries(folder: Path, label: str, shelf: Shelf) -> Iterator[_Entry]:
    """Yield what can be of use in a folder, in order of name: no hidden files and no links."""
    entries = sorted(_listed(folder, label, shelf), key=lambda entry: entry.name)
    _alike(entries, label, shelf)
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.name.partition(".")[0].lower() in DEVICES:
            message = f"Windows keeps the name '{entry.name}' for a device of its own."
            hint = "Give it another name, or nobody can copy this story there."
            shelf.report(f"{label}/{entry.name}", "file-name", message, hint)
        if not entry.is_symlink():
            yield entry
        elif "." not in entry.name or entry.name.lower().endswith((".yaml", ".yml")):
            message = f"'{entry.name}' is a link to somewhere else."
            hint = "Copy the file itself into the story, or delete the link."
            shelf.report(f"{label}/{entry.name}", "link-out", message, hint)


def _alike(entries: Sequence[_Entry], label: str, shelf: Shelf) -> None:
    """Report names that are one name on Windows and on a Mac: a copy there would lose a file."""
    seen: dict[str, str] = {}
    for entry in entries:
        other = seen.setdefault(entry.name.lower(), entry.name)
        if other != entry.name and not entry.name.startswith("."):
            message = f"'{other}' and '{entry.name}' differ only in small and capital letters."
            hint = "Give one of them another name: some computers take the two for one."
            shelf.report(f"{label}/{entry.name}", "names-alike", message, hint)


def _listed(folder: Path, label: str, shelf: Shelf) -> Sequence[_Entry]:
    if shelf.pack is not None:
        return shelf.pack.folders.get(str(folder), ())
    found: list[os.DirEntry[str]] = []
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                shelf.count += 1
                if shelf.count > MOST_FILES:
                    raise _TooMany
                found.append(entry)
    except OSError as error:
        shelf.report(label, "unreadable", f"This folder cannot be read: {_why(error)}.", "")
    return found


def deeper(folder: Path) -> Path | None:
    """The one folder in a folder that has a story.yaml: unpacking a .zip may put one round it."""
    try:
        listed = sorted(itertools.islice(folder.iterdir(), _FEW))
        found = [path for path in listed if not path.is_symlink() and (path / COVER).is_file()]
    except OSError:
        return None
    return found[0] if len(found) == 1 else None


def content(file: File) -> bytes:
    """Return the bytes of a file, never many more than a story's file may have."""
    if file.held is not None:
        return file.held
    try:
        return _bytes(file.path)
    except BadPack:
        why = "its .zip is damaged"
    except OSError as error:
        why = _NO_FILE if Path(file.path).is_dir() else _why(error)
    message = f"This file cannot be read: {why}."
    hint = "Look at its permissions, or copy it again."
    raise SourceError(Problem(Mark(file.label), "unreadable", message, hint))


def _bytes(path: str) -> bytes:
    try:
        number = os.open(path, _FLAGS)
    except OSError:
        # Looked at last: most stories lie in folders.
        if packed.split(Path(path)) is None:
            raise
        return packed.content(Path(path), MOST_BYTES)
    try:
        found = os.fstat(number)
        if stat.S_ISREG(found.st_mode):
            # Room for the largest file takes longer to get than most files to read. Some network
            # drives call every file empty.
            return os.read(number, min(found.st_size or MOST_BYTES, MOST_BYTES) + 1)
    finally:
        os.close(number)
    raise OSError(0, _NO_FILE)


def _why(error: OSError) -> str:
    return (error.strerror or "the system gives no reason").lower()
