"""What can be known of a story while it still has mistakes: its chapters, and scenes one by one."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import NamedTuple

from game.author.ids import Refused
from game.story import files, packed, read_pack, read_scene
from game.story.files import File, Shelf
from game.story.model import Choice, Scene
from game.story.page import Page
from game.story.problem import Problem
from game.story.source import SourceError, parse, text_of


class Sheet(NamedTuple):
    """A scene's file; ``scene`` is what can be read of it, or None."""

    id: str
    chapter: str
    file: File
    scene: Scene | None


class Way(NamedTuple):
    """A choice and the scene that it stands in."""

    sheet: Sheet
    choice: Choice


@dataclass(frozen=True, slots=True)
class Book:
    """The book of a pack has also ``theirs``, the sheets of the story that it extends, and
    ``added``, those of them that it adds choices to, with these choices alone.
    """

    folder: Path
    chapters: tuple[str, ...]
    sheets: Mapping[str, Sheet]
    theirs: Mapping[str, Sheet] = field(default_factory=dict)
    added: Mapping[str, Sheet] = field(default_factory=dict)

    @property
    def known(self) -> Mapping[str, Sheet]:
        """All scenes that can be led to."""
        return {**self.theirs, **self.sheets}

    def ways(self) -> Iterator[Way]:
        for sheet in (*self.sheets.values(), *self.added.values()):
            for choice in sheet.scene.choices if sheet.scene else ():
                yield Way(sheet, choice)

    def leads_to(self, id: str) -> Iterator[Way]:
        """The choices that lead to a scene, also to one that is not there yet."""
        for way in self.ways():
            if any(branch.scene.id == id for branch in way.choice.goto):
                yield way

    def endings(self) -> Iterator[Sheet]:
        for sheet in self.known.values():
            if sheet.scene is not None and not sheet.scene.choices:
                yield sheet


def opened(folder: Path, base: Path | None = None) -> Book:
    """Read what can be read, to write in it; refuse a folder that is no story's, and a .zip.

    The folder of a pack has a ``base``, the story that it extends.
    """
    refuse_packed(folder)
    shelf = files.survey(folder.resolve(), [])
    if files.COVER not in shelf.lists:
        raise Refused(
            f"There is no story.yaml in '{folder}'. Name the folder of a story with --story, or "
            "make one: power-struggle new story my-story"
        )
    if base is None:
        return Book(folder, tuple(shelf.scenes), _sheets(shelf))
    theirs = _sheets(files.survey(base.resolve(), []))
    chapters = dict.fromkeys((*(sheet.chapter for sheet in theirs.values()), *shelf.scenes))
    return Book(folder, tuple(chapters), _sheets(shelf), theirs, _added(shelf, theirs))


def _sheets(shelf: Shelf) -> dict[str, Sheet]:
    return {
        name: Sheet(name, chapter, file, _scene(name, chapter, file))
        for chapter, found in shelf.scenes.items()
        for name, file in found.items()
    }


def _added(shelf: Shelf, theirs: Mapping[str, Sheet]) -> dict[str, Sheet]:
    file = shelf.lists.get(files.ADDITIONS)
    text = content(file) if file else ""
    node = parse(text, file.label, []) if file else None
    found: dict[str, Sheet] = {}
    if file is None or node is None:
        return found
    for addition in read_pack.additions(node, Page(file.label, text)):
        sheet = theirs.get(addition.scene.id)
        if sheet is not None and sheet.scene is not None:
            scene = replace(sheet.scene, choices=addition.choices)
            found[sheet.id] = Sheet(sheet.id, sheet.chapter, file, scene)
    return found


def refuse_packed(path: Path) -> None:
    """A .zip is read as it is; say how it becomes a folder that can be written in."""
    if packed.is_pack(path):
        raise Refused(
            f"'{path.name}' is packed: it can be played, checked, mapped and previewed; nothing is "
            "written into a .zip. Unpack it first (Windows: right click, 'Extract All'; Mac: "
            "double click; Linux: unzip), then name the folder that has story.yaml in it: "
            f"--story {path.stem}"
        )


def _scene(id: str, chapter: str, file: File) -> Scene | None:
    text = content(file)
    problems: list[Problem] = []
    node = parse(text, file.label, problems)
    if node is None:
        return None
    return read_scene.scene(id, chapter, node, Page(file.label, text, problems))


def content(file: File) -> str:
    """The text of a file; nothing where it cannot be read."""
    try:
        return text_of(files.content(file), file.label)
    except SourceError:
        return ""
