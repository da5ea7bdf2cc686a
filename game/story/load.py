"""A folder becomes a whole story, or the problems that stand against it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple, TypeVar

from game.story import collector, files, read_cover, read_scene, resolve
from game.story.files import File, Shelf
from game.story.lists import Person, Source, Term
from game.story.model import Chapter, Event, Scene, Story
from game.story.page import Kind, Mention, Page
from game.story.problem import Mark, Problem
from game.story.read_cover import Cover
from game.story.source import Node, SourceError, parse, text_of

Thing = TypeVar("Thing")


class Loaded(NamedTuple):
    """A story, or None and what is wrong: never both a story and errors."""

    story: Story | None
    problems: tuple[Problem, ...]


@dataclass(slots=True)
class _Parts:
    """What has been read so far. What is None stands in a file that cannot be read."""

    problems: list[Problem] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    cover: Cover | None = None
    people: dict[str, Person] | None = field(default_factory=dict)
    glossary: dict[str, Term] | None = field(default_factory=dict)
    sources: dict[str, Source] | None = field(default_factory=dict)
    timeline: tuple[Event, ...] | None = ()
    chapters: dict[str, Chapter] = field(default_factory=dict)
    scenes: dict[str, Scene] = field(default_factory=dict)
    files: dict[str, File] = field(default_factory=dict)


def load(folder: Path) -> Loaded:
    """Read all of a story's files, and report everything that is wrong with any of them."""
    parts = _Parts()
    with collector.paused():
        shelf = files.survey(folder.resolve(), parts.problems)
        if shelf.is_closed:
            return Loaded(None, tuple(parts.problems))
        _lists(shelf, parts)
        for name in _chapters(shelf, parts):
            _chapter(name, shelf, parts)
    parts.problems += resolve.unknown(parts.mentions, _known(parts))
    parts.problems += resolve.chapter_starts(parts.chapters.values(), parts.scenes)
    if parts.cover is not None:
        variables = parts.cover.variables
        parts.problems += resolve.falling_ledgers(parts.scenes.values(), variables)
    story = _story(_id(shelf), parts) if not parts.problems else None
    return Loaded(story, tuple(sorted(parts.problems)))


def line_of(folder: Path, mark: Mark) -> str:
    """Return the line that a mark points at; empty where it cannot be read."""
    lines = lines_of(folder, mark.file)
    return lines[mark.line - 1] if mark.line <= len(lines) else ""


def find(folder: Path, mark: Mark, words: str) -> Mark:
    """Return where the words stand, at a mark or after it; the mark where they do not."""
    for number, line in enumerate(lines_of(folder, mark.file)[mark.line - 1 :], mark.line):
        at = line.find(words, mark.column - 1 if number == mark.line else 0)
        if at >= 0:
            return Mark(mark.file, number, at + 1)
    return mark


def lines_of(folder: Path, file: str) -> list[str]:
    """Return the lines of a file that marks name; none where it is not one of the story's."""
    root = folder.resolve()
    path = root.parent / file
    if root not in path.parents or ".." in path.parts:
        return []
    try:
        text = text_of(files.content(File(str(path), file)), file)
    except SourceError:
        return []
    return [line.rstrip("\r") for line in text.split("\n")]


def _opened(file: File, parts: _Parts, reads: Callable[[Node, Page], Thing | None]) -> Thing | None:
    """Return what a file holds, or None (and a problem) where that cannot be said."""
    try:
        text = text_of(files.content(file), file.label)
    except SourceError as error:
        parts.problems.append(error.problem)
        return None
    node = parse(text, file.label, parts.problems)
    if node is None:
        return None
    return reads(node, Page(file.label, text, parts.problems, parts.mentions))


def _lists(shelf: Shelf, parts: _Parts) -> None:
    if file := shelf.lists.get(files.COVER):
        parts.cover = _opened(file, parts, read_cover.cover)
    else:
        message = "There is no story.yaml in this folder."
        hint = "A story needs one, with its 'title', its 'start' and a folder for each chapter."
        shelf.report(f"{shelf.name}/{files.COVER}", "missing-file", message, hint)
    if file := shelf.lists.get("people.yaml"):
        parts.people = _opened(file, parts, read_cover.people)
    if file := shelf.lists.get("glossary.yaml"):
        parts.glossary = _opened(file, parts, read_cover.glossary)
    if file := shelf.lists.get("sources.yaml"):
        parts.sources = _opened(file, parts, read_cover.sources)
    if file := shelf.lists.get("timeline.yaml"):
        parts.timeline = _opened(file, parts, read_cover.timeline)


def _chapters(shelf: Shelf, parts: _Parts) -> Iterator[str]:
    """Yield the chapters in their order: as story.yaml lists them, or by name."""
    listed = {ref.id: ref.mark for ref in parts.cover.chapters} if parts.cover else {}
    for name, mark in listed.items():
        if name in shelf.scenes:
            yield name
        else:
            message = f"There is no chapter folder '{name}'."
            hint = "Make the folder with a chapter.yaml in it, or take the name out of this list."
            parts.problems.append(Problem(mark, "no-chapter", message, hint))
    for name in shelf.scenes:
        if name not in listed:
            yield name
            if listed:
                message = f"The folder '{name}' is not among the chapters of story.yaml."
                hint = f"Add '- {name}' to its list 'chapters', in the place where it belongs."
                shelf.report(f"{shelf.name}/{name}", "unlisted-chapter", message, hint)
    if not shelf.scenes and files.COVER in shelf.lists:
        message = "This story has no scenes."
        hint = "Make a folder for its first chapter, with a chapter.yaml and a file for each scene."
        shelf.report(f"{shelf.name}/{files.COVER}", "no-scenes", message, hint)


def _chapter(name: str, shelf: Shelf, parts: _Parts) -> None:
    if name in shelf.covers:
        chapter = _opened(
            shelf.covers[name], parts, lambda node, page: read_cover.chapter(name, node, page)
        )
        if chapter is not None:
            parts.chapters[name] = chapter
    else:
        message = "This chapter has no chapter.yaml."
        hint = "Write one with its 'title' and the scene where it starts: 'start: first-scene'."
        label = f"{shelf.name}/{name}/{files.CHAPTER}"
        shelf.report(label, "missing-file", message, hint)
    for stem, file in shelf.scenes[name].items():
        _scene(stem, name, file, parts)


def _scene(id: str, chapter: str, file: File, parts: _Parts) -> None:
    other = parts.files.setdefault(id, file)
    if other is not file:
        message = f"There are two scenes '{id}'."
        hint = f"Give this file another name than {other.label}."
        parts.problems.append(Problem(Mark(file.label), "double-scene", message, hint))
    scene = _opened(file, parts, lambda node, page: read_scene.scene(id, chapter, node, page))
    if scene is not None:
        parts.scenes.setdefault(id, scene)


def _known(parts: _Parts) -> dict[Kind, set[str]]:
    """Return what may be mentioned. A scene whose file is broken is there nevertheless."""
    known: dict[Kind, set[str]] = {"scene": {*parts.files, *map(str.lower, parts.files)}}
    if parts.people is not None:
        known["person"] = set(parts.people)
    if parts.glossary is not None:
        known["term"] = set(parts.glossary)
    if parts.sources is not None:
        known["source"] = set(parts.sources)
    if parts.cover is not None:
        known["variable"] = set(parts.cover.variables)
        known["contender"] = set(parts.cover.contenders)
        known["section"] = set(parts.cover.sections)
        known["curriculum"] = set(parts.cover.curriculum)
    return known


def _id(shelf: Shelf) -> str:
    return shelf.folder.stem if shelf.pack is not None else shelf.name


def _story(folder: str, parts: _Parts) -> Story | None:
    cover = parts.cover
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
        chapters=parts.chapters,
        scenes=parts.scenes,
        people=parts.people or {},
        glossary=parts.glossary or {},
        sources=parts.sources or {},
        timeline=parts.timeline or (),
        mark=cover.mark,
    )
