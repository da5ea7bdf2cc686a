"""The files of a story or of a pack, read one by one: what is in each, or what is wrong with it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TypeVar

from game.story import files, misnamed, read_cover, read_pack, read_scene
from game.story.files import File, Shelf
from game.story.lists import Person, Source, Term
from game.story.model import Chapter, Event, Scene
from game.story.page import ONWARD, Kind, Mention, Page
from game.story.problem import Mark, Problem
from game.story.read_cover import Cover
from game.story.read_pack import Addition, PackCover, Put
from game.story.source import Node, SourceError, read_on, text_of

Thing = TypeVar("Thing")


@dataclass(slots=True)
class Parts:
    """What has been read so far. What is None stands in a file that cannot be read."""

    problems: list[Problem] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    cover: Cover | None = None
    pack: PackCover | None = None
    additions: tuple[Addition, ...] | None = ()
    people: dict[str, Person] | None = field(default_factory=dict)
    glossary: dict[str, Term] | None = field(default_factory=dict)
    sources: dict[str, Source] | None = field(default_factory=dict)
    timeline: tuple[Event, ...] | None = ()
    chapters: dict[str, Chapter] = field(default_factory=dict)
    scenes: dict[str, Scene] = field(default_factory=dict)
    files: dict[str, File] = field(default_factory=dict)
    misnamed: dict[str, str] = field(default_factory=dict)

    @property
    def puts(self) -> list[Put]:
        return [put for addition in self.additions or () for put in addition.puts]


def opened(file: File, parts: Parts, reads: Callable[[Node, Page], Thing | None]) -> Thing | None:
    """Return what a file holds, or None (and a problem) where that cannot be said."""
    try:
        text = text_of(files.content(file), file.label)
    except SourceError as error:
        parts.problems.append(error.problem)
        return None
    node, text = read_on(text, file.label, parts.problems)
    if node is None:
        return None
    return reads(node, Page(file.label, text, parts.problems, parts.mentions))


def lists(shelf: Shelf, parts: Parts) -> None:
    """Read what stands beside the folders of the chapters."""
    parts.misnamed = shelf.misnamed
    if file := shelf.lists.get(files.COVER):
        opened(file, parts, lambda node, page: _cover(node, page, parts))
    else:
        _no_cover(shelf)
    if file := shelf.lists.get("people.yaml"):
        parts.people = opened(file, parts, read_cover.people)
    if file := shelf.lists.get("glossary.yaml"):
        parts.glossary = opened(file, parts, read_cover.glossary)
    if file := shelf.lists.get("sources.yaml"):
        parts.sources = opened(file, parts, read_cover.sources)
    if file := shelf.lists.get("timeline.yaml"):
        parts.timeline = opened(file, parts, read_cover.timeline)
    if file := shelf.lists.get(files.ADDITIONS):
        parts.additions = opened(file, parts, read_pack.additions)
        if parts.cover is not None:
            message = f"'{files.ADDITIONS}' is not read here."
            hint = "It belongs to a pack: to what has 'extends' in its story.yaml."
            shelf.report(file.label, "stray-file", message, hint)
    _unread(parts)


def _unread(parts: Parts) -> None:
    """What a list has that has only a wrong name is not missed."""
    if "people.yaml" in parts.misnamed:
        parts.people = None
    if "glossary.yaml" in parts.misnamed:
        parts.glossary = None
    if "sources.yaml" in parts.misnamed:
        parts.sources = None


def _no_cover(shelf: Shelf) -> None:
    message = "There is no story.yaml in this folder."
    hint = "A story needs one, with its 'title', its 'start' and a folder for each chapter."
    if files.COVER in shelf.misnamed:
        return
    if inner := files.deeper(shelf.folder):
        message = "There is no story.yaml in this folder: it lies one folder deeper."
        hint = f"Name that folder: {shelf.name}/{inner.name}"
        shelf.scenes.clear()
    shelf.report(f"{shelf.name}/{files.COVER}", "missing-file", message, hint)


def _cover(node: Node, page: Page, parts: Parts) -> None:
    """What has an 'extends' is no story but a pack."""
    if read_pack.is_pack(node):
        parts.pack = read_pack.pack(node, page)
    else:
        parts.cover = read_cover.cover(node, page)


def chapters(shelf: Shelf, parts: Parts) -> Iterator[str]:
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


def chapter(name: str, shelf: Shelf, parts: Parts) -> None:
    """Read a chapter that the story has not got yet, and its scenes."""
    if name in shelf.covers:
        chapter = opened(
            shelf.covers[name], parts, lambda node, page: read_cover.chapter(name, node, page)
        )
        if chapter is not None:
            parts.chapters[name] = chapter
    else:
        message = "This chapter has no chapter.yaml."
        hint = "Write one with its 'title' and the scene where it starts: 'start: first-scene'."
        label = f"{shelf.name}/{name}/{files.CHAPTER}"
        shelf.report(label, "missing-file", message, hint)
    scenes(name, shelf, parts)


def scenes(name: str, shelf: Shelf, parts: Parts) -> None:
    """Read the scenes of a chapter."""
    for stem, file in shelf.scenes[name].items():
        _scene(stem, name, file, parts)


def _scene(id: str, chapter: str, file: File, parts: Parts) -> None:
    other = parts.files.setdefault(id, file)
    if other is not file:
        message = f"There are two scenes '{id}'."
        hint = f"Give this file another name than {other.label}."
        parts.problems.append(Problem(Mark(file.label), "double-scene", message, hint))
    scene = opened(file, parts, lambda node, page: read_scene.scene(id, chapter, node, page))
    if scene is not None:
        parts.scenes.setdefault(id, scene)


def known(parts: Parts) -> dict[Kind, set[str]]:
    """Return what may be mentioned. A scene whose file is broken is there nevertheless."""
    known: dict[Kind, set[str]] = {"scene": {*parts.files, *map(str.lower, parts.files)}}
    # Of these it was told already that they are not read.
    known["scene"] |= {name for name, file in parts.misnamed.items() if misnamed.is_added(file)}
    known["onward"] = known["scene"]
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
    if parts.pack is not None:
        known["variable"] = set(parts.pack.variables)
        known["contender"] = set(parts.pack.contenders)
        known["section"] = known["curriculum"] = set()
        known["onward"] = {ONWARD}
    return known
