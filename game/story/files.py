"""What lies in a story's folder: a story may come from anyone, so links and floods stop here."""

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from game.story.problem import Mark, Problem
from game.story.reader import ID
from game.story.source import MOST_BYTES, SourceError

MOST_FILES = 20_000
COVER = "story.yaml"
CHAPTER = "chapter.yaml"
# A pipe must not be waited for, nor a link followed; some systems know no such things.
_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_BINARY", 0)
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_NOFOLLOW", 0)
)
_NO_FILE = "it is not a file"
LISTS = ("people.yaml", "glossary.yaml", "sources.yaml", "timeline.yaml")


class File(NamedTuple):
    """A file by its path, and as it is named to people."""

    path: str
    label: str


@dataclass(slots=True)
class Shelf:
    """The files of one story: those beside story.yaml, and those of each chapter by their ids."""

    folder: Path
    problems: list[Problem]
    lists: dict[str, File] = field(default_factory=dict)
    covers: dict[str, File] = field(default_factory=dict)
    scenes: dict[str, dict[str, File]] = field(default_factory=dict)
    count: int = 0

    @property
    def name(self) -> str:
        return self.folder.name

    @property
    def is_flooded(self) -> bool:
        return self.count > MOST_FILES

    def report(self, label: str, code: str, message: str, hint: str) -> None:
        self.problems.append(Problem(Mark(label), code, message, hint))


class _TooMany(Exception):
    pass


def survey(folder: Path, problems: list[Problem]) -> Shelf:
    """Look through a story's folder; no file is opened yet."""
    shelf = Shelf(folder, problems)
    try:
        for entry in _entries(folder, shelf.name, shelf):
            if entry.is_dir():
                _chapter(Path(entry.path), shelf)
            elif entry.name == COVER or entry.name in LISTS:
                shelf.lists[entry.name] = File(entry.path, f"{shelf.name}/{entry.name}")
            elif entry.name.lower().endswith((".yaml", ".yml")):
                known = ", ".join((COVER, *LISTS))
                hint = f"Known are {known}; scenes belong in the folder of a chapter."
                message = f"'{entry.name}' is not read here."
                shelf.report(f"{shelf.name}/{entry.name}", "stray-file", message, hint)
    except _TooMany:
        message = f"There are more than {MOST_FILES} files in this folder."
        hint = "Keep a story in a folder of its own."
        shelf.report(shelf.name, "too-many-files", message, hint)
    return shelf


def _chapter(folder: Path, shelf: Shelf) -> None:
    label = f"{shelf.name}/{folder.name}"
    scenes: dict[str, File] = {}
    for entry in _entries(folder, label, shelf):
        file = File(entry.path, f"{label}/{entry.name}")
        stem, dot, ending = entry.name.rpartition(".")
        if entry.name == CHAPTER:
            shelf.covers[folder.name] = file
        elif ending.lower() in ("yaml", "yml") and dot:
            scenes[stem] = file
            if ending != "yaml" or not ID.fullmatch(stem):
                message = f"'{entry.name}' is not a good name for the file of a scene."
                hint = "Use small letters a to z, numbers and hyphens: winter-palace.yaml"
                shelf.report(file.label, "file-name", message, hint)
    if scenes or folder.name in shelf.covers:
        shelf.scenes[folder.name] = scenes


def _entries(folder: Path, label: str, shelf: Shelf) -> Iterator[os.DirEntry[str]]:
    """Yield what can be of use in a folder, in order of name: no hidden files and no links."""
    for entry in sorted(_listed(folder, label, shelf), key=lambda entry: entry.name):
        if entry.name.startswith("."):
            continue
        if not entry.is_symlink():
            yield entry
        elif "." not in entry.name or entry.name.lower().endswith((".yaml", ".yml")):
            message = f"'{entry.name}' is a link to somewhere else."
            hint = "Copy the file itself into the story, or delete the link."
            shelf.report(f"{label}/{entry.name}", "link-out", message, hint)


def _listed(folder: Path, label: str, shelf: Shelf) -> list[os.DirEntry[str]]:
    found = []
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                shelf.count += 1
                if shelf.is_flooded:
                    raise _TooMany
                found.append(entry)
    except OSError as error:
        shelf.report(label, "unreadable", f"This folder cannot be read: {_why(error)}.", "")
    return found


def content(file: File) -> bytes:
    """Return the bytes of a file, never many more than a story's file may have."""
    try:
        number = os.open(file.path, _FLAGS)
        try:
            if stat.S_ISREG(os.fstat(number).st_mode):
                return os.read(number, MOST_BYTES + 1)
            why = _NO_FILE
        finally:
            os.close(number)
    except OSError as error:
        why = _NO_FILE if Path(file.path).is_dir() else _why(error)
    message = f"This file cannot be read: {why}."
    hint = "Look at its permissions, or copy it again."
    raise SourceError(Problem(Mark(file.label), "unreadable", message, hint))


def _why(error: OSError) -> str:
    return (error.strerror or "the system gives no reason").lower()
