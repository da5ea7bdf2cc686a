"""What can be known of a story while it still has mistakes: its chapters, and scenes one by one."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import NamedTuple

from game.author.ids import Refused
from game.story import files, packed, read_pack, read_scene
from game.story.files import File, Shelf
from game.story.model import Branch, Choice, Scene
from game.story.page import Page
from game.story.problem import Problem
from game.story.read_pack import Addition
from game.story.source import Items, Scalar, SourceError, parse, text_of
from game.story.source import Mapping as Fields


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


class Cover(NamedTuple):
    """What a chapter is called, and the scene that it starts with; "" where nothing says so."""

    title: str
    start: str


@dataclass(frozen=True, slots=True)
class Book:
    """The book of a pack has also ``theirs``, the sheets of the story that it extends, and
    ``added``, those of them that it adds something to: with the choices that it adds, and those
    behind which it puts scenes.
    """

    folder: Path
    chapters: tuple[str, ...]
    covers: Mapping[str, Cover]
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

    def ways_of(self, scene: str) -> list[Way]:
        """The choices of a scene, also those that belong to the story that a pack extends."""
        places = (self.sheets, self.added, self.theirs)
        found: dict[str, Way] = {}
        for sheet in (place[scene] for place in places if scene in place):
            for choice in sheet.scene.choices if sheet.scene else ():
                found.setdefault(choice.id, Way(sheet, choice))
        theirs = self.theirs.get(scene)
        order = [each.id for each in theirs.scene.choices] if theirs and theirs.scene else []
        return sorted(found.values(), key=lambda way: _place(way.choice.id, order))

    def is_of_the_story(self, way: Way) -> bool:
        """Whether a choice stands in the story that a pack extends, which is not written in."""
        sheet = self.theirs.get(way.sheet.id)
        known = sheet.scene.choices if sheet is not None and sheet.scene else ()
        return any(way.choice.id == choice.id for choice in known)

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
        if inner := files.deeper(folder):
            raise Refused(f"The story lies one folder deeper. Write --story {inner}")
        raise Refused(
            f"There is no story.yaml in '{folder}'. Name the folder of a story with --story, or "
            "make one: power-struggle new story my-story"
        )
    covers = _covers(shelf)
    if base is None:
        return Book(folder, tuple(_order(shelf)), covers, _sheets(shelf))
    below = files.survey(base.resolve(), [])
    theirs = _sheets(below)
    chapters = dict.fromkeys((*_order(below), *shelf.scenes))
    covers = {**covers, **_covers(below)}
    return Book(folder, tuple(chapters), covers, _sheets(shelf), theirs, _added(shelf, theirs))


def _order(shelf: Shelf) -> list[str]:
    """The chapters as story.yaml lists them; then those that it does not."""
    file = shelf.lists.get(files.COVER)
    node = parse(content(file), file.label, []) if file else None
    pair = node.fields.get("chapters") if isinstance(node, Fields) else None
    items = pair[1].nodes if pair and isinstance(pair[1], Items) else []
    listed = dict.fromkeys(item.text for item in items if isinstance(item, Scalar))
    return [
        *(name for name in listed if name in shelf.scenes),
        *sorted({*shelf.scenes} - {*listed}),
    ]


def _place(choice: str, order: list[str]) -> int:
    return order.index(choice) if choice in order else len(order)


def _covers(shelf: Shelf) -> dict[str, Cover]:
    found = {}
    for name, file in shelf.covers.items():
        node = parse(content(file), file.label, [])
        fields = node.fields if isinstance(node, Fields) else {}
        words = [fields[field][1] if field in fields else None for field in Cover._fields]
        found[name] = Cover(*(word.text if isinstance(word, Scalar) else "" for word in words))
    return found


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
            choices = (*addition.choices, *_led(sheet.scene, addition))
            scene = replace(sheet.scene, choices=choices)
            found[sheet.id] = Sheet(sheet.id, sheet.chapter, file, scene)
    return found


def _led(scene: Scene, addition: Addition) -> Iterator[Choice]:
    """The choices of the story behind which a pack puts a scene, leading there."""
    led = {put.choice: put.to for put in addition.puts if put.to.id}
    for choice in scene.choices:
        if choice.id in led:
            yield choice._replace(goto=(Branch((), led[choice.id]),))


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
