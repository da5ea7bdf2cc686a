"""A new scene in a story: a file that plays, and a choice that leads to it."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from game.author import ids, link, pages
from game.author.ids import Refused
from game.author.put import put
from game.author.shelf import Book, Way
from game.story.problem import nearest

_WHY_LINKED = "An example that already plays: write over it. A line that begins with # is a note."
_WHY_LOOSE = "No choice leads here yet. In another scene, write at a choice: goto: {}"
_PLAIN = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ ")


class Wish(NamedTuple):
    """What was asked for; what is empty is found out. ``begin`` is the title of a new chapter."""

    id: str
    title: str = ""
    chapter: str = ""
    scene: str = ""
    choice: str = ""
    begin: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """A new scene before anything is written. ``way`` is the choice to lead to it, if any.

    ``is_linked``: a choice leads there already, and only the scene was missing.
    """

    id: str
    title: str
    chapter: str
    goto: str
    source: str
    way: Way | None
    is_linked: bool


def plan(book: Book, wish: Wish) -> Plan:
    """Find out all that a new scene needs; refuse what cannot be."""
    taken = book.known.get(wish.id)
    ids.judge(wish.id, book.known, f" ({taken.file.label})" if taken else "")
    waiting = next(book.leads_to(wish.id), None)
    way = chosen(book, wish.scene, wish.choice) if wish.scene else None
    beside = way or waiting
    chapter = wish.chapter or (beside.sheet.chapter if beside else book.chapters[-1])
    if chapter not in book.chapters and not wish.begin:
        raise Refused(_no_chapter(book, chapter))
    return Plan(
        wish.id,
        wish.title or ids.title(wish.id),
        chapter,
        _onward(book, wish.id, beside, chapter),
        _source(book),
        way,
        is_linked=waiting is not None,
    )


def _no_chapter(book: Book, chapter: str) -> str:
    hint = nearest(chapter, book.chapters) or f"Those there are: {', '.join(book.chapters)}."
    begin = f'To begin it, add its title: --chapter {chapter} --begin "A title"'
    return f"There is no chapter folder '{chapter}'. {hint} {begin}"


def chosen(book: Book, scene: str, choice: str) -> Way:
    """The choice that is to lead to the new scene; the scene's only one needs no name."""
    sheet = book.added.get(scene) or book.sheets.get(scene)
    if sheet is None and scene in book.theirs:
        raise Refused(
            f"'{scene}' belongs to the story itself, which stays as it is. Add a choice to it in "
            "additions.yaml, and name it with --choice."
        )
    if sheet is None:
        raise Refused(f"There is no scene '{scene}'. {nearest(scene, book.known)}".strip())
    if sheet.scene is None:
        raise Refused(f"'{scene}' cannot be read. Mend it first: power-struggle check")
    ways = [way for way in book.ways() if way.sheet is sheet]
    names = ", ".join(way.choice.id for way in ways)
    if not ways:
        raise Refused(f"'{scene}' has no choice that could lead on. Name another scene.")
    if not choice and len(ways) > 1:
        raise Refused(f"'{scene}' has several choices. Write --choice and one of: {names}.")
    for way in ways:
        if choice in ("", way.choice.id):
            return way
    raise Refused(f"'{scene}' has no choice '{choice}'. Write one of: {names}.")


def _onward(book: Book, id: str, way: Way | None, chapter: str) -> str:
    """Where the new scene leads: where the choice led before, or else to an ending near by."""
    wanted = []
    if way is not None:
        wanted += [link.goto(way).id]
        beside = (way.sheet, book.theirs.get(way.sheet.id))
        scenes = [sheet.scene for sheet in beside if sheet is not None and sheet.scene is not None]
        choices = [choice for scene in scenes for choice in scene.choices]
        wanted += [link.goto(Way(way.sheet, choice)).id for choice in choices]
    endings = sorted(book.endings(), key=lambda sheet: sheet.chapter != chapter)
    wanted += [sheet.id for sheet in endings]
    return next((name for name in wanted if name != id and name in book.known), id)


def _source(book: Book) -> str:
    return next(iter(pages.names(book.folder / "sources.yaml")), "")


def written(book: Book, planned: Plan) -> Path:
    """Write the scene, and then the choice that leads to it."""
    path = Path(book.folder) / planned.chapter / f"{planned.id}.yaml"
    if path.exists():
        raise Refused(f"There is a file '{path.name}' already. Write another name.")
    why = _WHY_LINKED if planned.way or planned.is_linked else _WHY_LOOSE.format(planned.id)
    text = pages.scene(
        {
            "WHY": why,
            "TITLE": yaml_text(planned.title),
            "GOTO": planned.goto,
            "SOURCE": planned.source,
        }
    )
    if not planned.source:
        text = text.replace("  sources: []", "  # sources: []")
    put(path, text)
    if planned.way is not None:
        link.link(planned.way, planned.id)
    return path


def yaml_text(text: str) -> str:
    """A text as it can stand behind a colon in YAML."""
    is_plain = text and set(text) <= _PLAIN and text == text.strip()
    return text if is_plain else json.dumps(text, ensure_ascii=False)
