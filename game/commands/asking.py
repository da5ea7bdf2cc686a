"""Asking somebody at a terminal where a new scene belongs."""

import sys
from collections.abc import Iterable, Sequence

from game.author import chapters, named, scenes
from game.author.ids import Refused
from game.author.link import goto
from game.author.scenes import Wish
from game.author.shelf import Book, Sheet
from game.story.problem import nearest, printable

_NOTHING = "No chapter was named, so nothing is written."


def is_talking() -> bool:
    return sys.stdin.isatty() and sys.stdout.isatty()


def begun(book: Book, wish: Wish) -> Wish:
    """Ask for the title of a chapter that is not there, and see whether it can be made."""
    is_new = wish.chapter and wish.chapter not in book.chapters
    if is_new and not wish.begin and is_talking():
        print(f"There is no chapter '{printable(wish.chapter)}' yet. To begin it, write its title;")
        wish = wish._replace(begin=_said("or write nothing, and nothing is made> "))
        if not wish.begin:
            raise Refused(scenes.no_chapter(book, wish.chapter))
    if wish.begin:
        chapters.judge(book, wish.chapter)
    return wish


def placed(book: Book, wish: Wish) -> Wish:
    """Ask for what is missing: the chapter, the scene that leads there, and its choice."""
    if not is_talking() or next(book.leads_to(wish.id), None) is not None:
        return wish
    if not wish.chapter and not wish.scene:
        wish = wish._replace(chapter=_chapter(book))
    if not wish.scene:
        wish = wish._replace(scene=_scene(book, _beside(book, wish.chapter)))
    if wish.scene and not wish.choice:
        wish = _by_which(book, wish)
    return wish


def _chapter(book: Book) -> str:
    if len(book.chapters) == 1:
        return book.chapters[0]
    print("Which chapter is it for? Write its number, its name or its title.")
    _list((name, book.covers[name].title if name in book.covers else "") for name in book.chapters)
    while said := _said("chapter> "):
        if found := named.chapter(book, said):
            return found
        _unknown("chapter", said, book.chapters)
    raise Refused(_NOTHING)


def _beside(book: Book, chapter: str) -> str:
    """A chapter of the story; for one that is to be made the one before it."""
    before = [name for name in book.chapters if name <= chapter]
    return chapter if chapter in book.chapters else [*book.chapters[:1], *before][-1]


def _scene(book: Book, chapter: str) -> str:
    """The scene that leads to the new one; "" where none does yet."""
    here = [sheet for sheet in named.in_order(book, chapter) if book.ways_of(sheet.id)]
    print("Which scene leads to it? Write its number, name or title, or nothing if none does yet.")
    _list((sheet.id, named.title(sheet)) for sheet in here)
    while said := _said("scene> "):
        name = _numbered(here, said) or named.scene(book, said)
        if name and book.ways_of(name):
            return name
        if name:
            print(f"'{name}' is an ending, or cannot be read. Name the scene before it.")
        else:
            known = [*book.known, *map(named.title, book.known.values())]
            _unknown("scene", said, known)
    return ""


def _numbered(sheets: Sequence[Sheet], said: str) -> str:
    is_one = said.isdecimal() and 0 < int(said) <= len(sheets)
    return sheets[int(said) - 1].id if is_one else ""


def _by_which(book: Book, wish: Wish) -> Wish:
    """The wish with the choice that leads there; without one the scene keeps its chapter."""
    name = named.scene(book, wish.scene)
    ways = book.ways_of(name)
    if len(ways) < 2:
        return wish
    print(f"By which choice of '{name}'? Write its number, name or text, or nothing for none yet.")
    for number, way in enumerate(ways, 1):
        text = printable(way.choice.text)
        print(f"  {number}  {way.choice.id}: {text} (leads to '{goto(way).id}')")
    while said := _said("choice> "):
        if found := named.choice(ways, said):
            return wish._replace(choice=found.choice.id)
        _unknown("choice", said, [way.choice.id for way in ways])
    return wish._replace(scene="", chapter=wish.chapter or book.known[name].chapter)


def _list(rows: Iterable[tuple[str, str]]) -> None:
    for number, (name, title) in enumerate(rows, 1):
        print(f"  {number:2}  {name}{': ' * bool(title)}{printable(title)}")


def _unknown(what: str, said: str, known: Iterable[str]) -> None:
    print(f"There is no {what} '{printable(said)}'. {nearest(said, known)}".strip())


def _said(asked: str) -> str:
    try:
        return input(asked).strip()
    except EOFError:
        return ""
