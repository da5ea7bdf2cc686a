"""Chapters, scenes and choices by what somebody calls them: a name, a title or a number."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from game.author import ids
from game.author.shelf import Book, Sheet, Way
from game.play import order
from game.story.model import Choice, Scene


def fits(said: str, *names: str) -> bool:
    """Whether a name was meant, whatever its capitals, spaces and marks."""
    plain = ids.slug(said)
    return any(
        said.casefold() == name.casefold() or (plain and plain == ids.slug(name)) for name in names
    )


def of_words(said: str, known: Mapping[str, Sequence[str]]) -> str:
    """The key of what has such a name, or else of the only one with these words in one."""
    meant = [key for key, names in known.items() if fits(said, *names)]
    words = {*ids.slug(said).split("-")}
    if not meant and words != {""}:
        meant = [
            key
            for key, names in known.items()
            if any(words <= {*ids.slug(name).split("-")} for name in names)
        ]
        meant = meant if len(meant) == 1 else []
    return meant[0] if meant else ""


def chapter(book: Book, said: str) -> str:
    """The folder of a chapter: by its name, its title or its number; "" where none is meant."""
    if said in book.chapters:
        return said
    if said.isdecimal():
        return _numbered(said, book.chapters)
    titles = {name: book.covers[name].title for name in book.chapters if name in book.covers}
    return of_words(said, {name: (name, titles.get(name, "")) for name in book.chapters})


def _numbered(said: str, chapters: Sequence[str]) -> str:
    """The chapter whose folder begins with a number, or else the one that has this place."""
    for name in chapters:
        first = name.partition("-")[0]
        if first.isdecimal() and int(first) == int(said):
            return name
    return chapters[int(said) - 1] if 0 < int(said) <= len(chapters) else ""


def scene(book: Book, said: str) -> str:
    """The id of a scene: by its id, its title or its file; "" where none is meant."""
    known = book.known
    bare = said.removesuffix(".yaml")
    if bare in known:
        return bare
    sheets = known.values()
    return next((each.id for each in sheets if fits(said, each.id, title(each))), "")


def choice(ways: Sequence[Way], said: str) -> Way | None:
    """One of a scene's choices: by its id, its number or its text."""
    found = among([way.choice for way in ways], said)
    return next((way for way in ways if found is not None and way.choice.id == found.id), None)


def among(choices: Sequence[Choice], said: str) -> Choice | None:
    for choice in choices:
        if said == choice.id:
            return choice
    if said.isdecimal():
        return choices[int(said) - 1] if 0 < int(said) <= len(choices) else None
    return next((each for each in choices if fits(said, each.id, each.text)), None)


def title(sheet: Sheet) -> str:
    return sheet.scene.title if sheet.scene is not None else ""


def in_order(book: Book, chapter: str) -> list[Sheet]:
    """The scenes of a chapter as they are come to; last those that nobody comes to."""
    here = {sheet.id: sheet for sheet in book.known.values() if sheet.chapter == chapter}
    scenes = {name: scene for name in here if (scene := _with_added(book, name))}
    cover = book.covers.get(chapter)
    first = [cover.start] if cover and cover.start in scenes else []
    found = order.of_chapter([*first, *scenes], scenes)
    return [here[name] for name in dict.fromkeys((*found, *here))]


def _with_added(book: Book, name: str) -> Scene | None:
    """A scene with the choices that a pack adds to it."""
    scene = book.known[name].scene
    added = book.added[name].scene if name in book.added else None
    if scene is None or added is None:
        return scene
    return replace(scene, choices=(*scene.choices, *added.choices))
