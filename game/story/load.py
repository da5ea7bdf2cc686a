"""A folder becomes a whole story, or the problems that stand against it."""

from pathlib import Path
from typing import NamedTuple

from game.story import collector, files, parts, resolve
from game.story.files import File, Shelf
from game.story.model import Story
from game.story.parts import Parts
from game.story.problem import Mark, Problem
from game.story.source import SourceError, text_of


class Loaded(NamedTuple):
    """A story, or None and what is wrong: never both a story and errors."""

    story: Story | None
    problems: tuple[Problem, ...]


def load(folder: Path) -> Loaded:
    """Read all of a story's files, and report everything that is wrong with any of them."""
    read = Parts()
    with collector.paused():
        shelf = files.survey(folder.resolve(), read.problems)
        if shelf.is_closed:
            return Loaded(None, tuple(read.problems))
        parts.lists(shelf, read)
        if read.pack is not None:
            return Loaded(None, (read.pack.astray(), *sorted(read.problems)))
        for name in parts.chapters(shelf, read):
            parts.chapter(name, shelf, read)
    read.problems += resolve.unknown(read.mentions, parts.known(read), read.misnamed)
    read.problems += resolve.chapter_starts(read.chapters.values(), read.scenes)
    if read.cover is not None:
        variables = read.cover.variables
        read.problems += resolve.falling_ledgers(read.scenes.values(), variables)
    story = _story(_id(shelf), read) if not read.problems else None
    return Loaded(story, tuple(sorted(read.problems)))


def line_of(folder: Path, mark: Mark, label: str = "") -> str:
    """Return the line that a mark points at; empty where it cannot be read."""
    lines = lines_of(folder, mark.file, label)
    return lines[mark.line - 1] if mark.line <= len(lines) else ""


def find(folder: Path, mark: Mark, words: str, label: str = "") -> Mark:
    """Return where the words stand, at a mark or after it; the mark where they do not."""
    return stands(lines_of(folder, mark.file, label), mark, words)


def stands(lines: list[str], mark: Mark, words: str) -> Mark:
    """Return where the words stand in the lines of a file, at a mark or after it."""
    for number, line in enumerate(lines[mark.line - 1 :], mark.line):
        at = line.find(words, mark.column - 1 if number == mark.line else 0)
        if at >= 0:
            return Mark(mark.file, number, at + 1)
    return mark


def lines_of(folder: Path, file: str, label: str = "") -> list[str]:
    """Return the lines of a file that marks name; none where it is not one of the story's.

    ``label`` is what the names of its files begin with, if not with the name of the folder, which
    then is resolved.
    """
    root = folder if label else folder.resolve()
    name = file.removeprefix(f"{label or root.name}/")
    if name == file or not _is_inside(name):
        return []
    path = f"{root}/{name}"
    try:
        text = text_of(files.content(File(path, file)), file)
    except SourceError:
        return []
    lines = text.split("\n")
    return [line.rstrip("\r") for line in lines] if "\r" in text else lines


def _is_inside(name: str) -> bool:
    """Whether a name, set behind a folder's, can only mean something in that folder."""
    parts = name.replace("\\", "/").split("/")
    return "" not in parts and ".." not in parts and ":" not in name


def _id(shelf: Shelf) -> str:
    return shelf.folder.stem if shelf.pack is not None else shelf.name


def _story(folder: str, read: Parts) -> Story | None:
    cover = read.cover
    if cover is None:
        return None
    return Story(
        id=cover.id or folder,
        title=cover.title,
        subtitle=cover.subtitle,
        author=cover.author,
        about=cover.about,
        decides=cover.decides,
        start=cover.start,
        illustration=cover.illustration,
        variables=cover.variables,
        contenders=cover.contenders,
        sections=cover.sections,
        curriculum=cover.curriculum,
        chapters=read.chapters,
        scenes=read.scenes,
        people=read.people or {},
        glossary=read.glossary or {},
        sources=read.sources or {},
        timeline=read.timeline or (),
        mark=cover.mark,
    )
