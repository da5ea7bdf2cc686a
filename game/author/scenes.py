"""A new scene in a story: a file that plays, and a choice that leads to it."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from game.author import additions, ids, link, named, pages
from game.author.ids import Refused
from game.author.put import put
from game.author.shelf import Book, Way
from game.story import misnamed
from game.story.page import ONWARD
from game.story.problem import nearest
from game.story.reader import ID

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
    wish = understood(book, wish)
    judge(book, wish)
    if wish.choice and not wish.scene:
        raise Refused("A choice stands in a scene. Name the scene too: --from SCENE")
    waiting = next(book.leads_to(wish.id), None)
    way = chosen(book, wish.scene, wish.choice) if wish.scene else None
    beside = way or waiting
    chapter = wish.chapter or (beside.sheet.chapter if beside else _only(book))
    if chapter not in book.chapters and not wish.begin:
        raise Refused(no_chapter(book, chapter))
    return Plan(
        wish.id,
        wish.title or ids.title(wish.id),
        chapter,
        _onward(book, wish.id, beside, chapter),
        _source(book),
        way,
        is_linked=waiting is not None,
    )


def understood(book: Book, wish: Wish) -> Wish:
    """The wish with the names of what is meant. A title in place of a name is both."""
    name, title = wish.id.removesuffix(".yaml"), wish.title
    if not ID.fullmatch(name) and ids.slug(name) and not {"/", "\\"} & {*name}:
        name, title = ids.slug(name), title or name
    chapter = named.chapter(book, wish.chapter) or wish.chapter
    return wish._replace(id=name, title=title, chapter=chapter)


def judge(book: Book, wish: Wish) -> None:
    """Refuse what cannot be the name of a scene here."""
    taken = book.known.get(wish.id)
    ids.judge(wish.id, book.known, f" ({taken.file.label})" if taken else "")


def _only(book: Book) -> str:
    """The chapter of a story that has one; nothing is written where nobody has said."""
    if len(book.chapters) == 1:
        return book.chapters[0]
    raise Refused(
        "Say where it belongs: --from and the scene that leads to it, or --chapter and one of: "
        f"{', '.join(book.chapters)}."
    )


def no_chapter(book: Book, chapter: str) -> str:
    hint = nearest(chapter, book.chapters) or f"Those there are: {', '.join(book.chapters)}."
    begin = f'To begin it, add its title: --chapter {chapter} --begin "A title"'
    return f"There is no chapter folder '{chapter}'. {hint} {begin}"


def chosen(book: Book, scene: str, choice: str) -> Way:
    """The choice that is to lead to the new scene; the scene's only one needs no name."""
    name = named.scene(book, scene)
    if not name:
        known = {each: each for each in book.known}
        known |= {named.title(sheet): each for each, sheet in book.known.items()}
        raise Refused(f"There is no scene '{scene}'. {nearest(scene, known)}".strip())
    if book.known[name].scene is None:
        raise Refused(f"'{name}' cannot be read. Mend it first: power-struggle check")
    ways = book.ways_of(name)
    if not ways:
        raise Refused(f"'{name}' has no choice that could lead on. Name another scene.")
    if not choice and len(ways) > 1:
        raise Refused(f"'{name}' has several choices. {_write(ways)}")
    way = named.choice(ways, choice) if choice else ways[0]
    if way is None:
        raise Refused(f"'{name}' has no choice '{choice}'. {_write(ways)}")
    return way


def _write(ways: list[Way]) -> str:
    names = ", ".join(way.choice.id for way in ways)
    return f"Write --choice and one of: {names}. Its number will do as well."


def _onward(book: Book, id: str, way: Way | None, chapter: str) -> str:
    """Where the new scene leads: where the choice led before, or else to an ending near by."""
    wanted = []
    if way is not None:
        if book.is_of_the_story(way) and (_is_theirs(book, way) or link.goto(way).id == id):
            return ONWARD
        wanted += [link.goto(way).id]
        beside = (way.sheet, book.theirs.get(way.sheet.id))
        scenes = [sheet.scene for sheet in beside if sheet is not None and sheet.scene is not None]
        choices = [choice for scene in scenes for choice in scene.choices]
        wanted += [link.goto(Way(way.sheet, choice)).id for choice in choices]
    endings = sorted(book.endings(), key=lambda sheet: sheet.chapter != chapter)
    wanted += [sheet.id for sheet in endings]
    return next((name for name in wanted if name != id and name in book.known), id)


def _is_theirs(book: Book, way: Way) -> bool:
    """Whether a choice is one of the story that a pack extends, and nothing is behind it yet."""
    return way.sheet is book.theirs.get(way.sheet.id)


def _source(book: Book) -> str:
    return next(iter(pages.names(book.folder / "sources.yaml")), "")


def written(book: Book, planned: Plan) -> Path:
    """Write the scene, and then the choice that leads to it."""
    path = Path(book.folder) / planned.chapter / f"{planned.id}.yaml"
    if path.exists():
        raise Refused(f"There is a file '{path.name}' already. Write another name.")
    for beside in path.parent.glob(f"{planned.id}.*"):
        if misnamed.ending(beside.name) and misnamed.stem(beside.name) == planned.id:
            raise Refused(f"There is a file '{beside.name}'. {misnamed.hint(beside.name)}")
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
    way = planned.way
    if way is not None and _is_theirs(book, way):
        added = additions.behind(book, way, planned.id)
        put(path, text)
        additions.write(book, added)
        return path
    put(path, text)
    if way is not None:
        link.link(way, planned.id)
    return path


def yaml_text(text: str) -> str:
    """A text as it can stand behind a colon in YAML."""
    is_plain = text and set(text) <= _PLAIN and text == text.strip()
    return text if is_plain else json.dumps(text, ensure_ascii=False)
