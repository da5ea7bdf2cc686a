"""Chapters, scenes and choices by what somebody calls them: a name, a title or a number."""

import itertools
from collections.abc import Collection, Mapping, Sequence

from game.author import ids
from game.author.shelf import Book, Sheet, Way
from game.story.model import Choice


def fits(said: str, *names: str) -> bool:
    """Whether a name was meant, whatever its capitals, spaces and marks."""
    plain = ids.slug(said)
    return any(
        said.casefold() == name.casefold() or (plain and plain == ids.slug(name)) for name in names
    )


def chapter(book: Book, said: str) -> str:
    """The folder of a chapter: by its name, its title or its number; "" where none is meant."""
    if said in book.chapters:
        return said
    if said.isdecimal():
        return _numbered(said, book.chapters)
    known = ((name, book.covers[name].title) for name in book.chapters if name in book.covers)
    titled = (name for name, title in known if fits(said, title, title.partition(",")[0]))
    bare = (name for name in book.chapters if fits(said, name, name.lstrip("0123456789-_")))
    return next(itertools.chain(titled, bare), "")


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
    """The scenes of a chapter as they are come to: the record's, each with what lies beside it."""
    here = {sheet.id: sheet for sheet in book.known.values() if sheet.chapter == chapter}
    after = {name: _after(book, sheet) for name, sheet in here.items()}
    led = {name for names in after.values() for name in names}
    cover = book.covers.get(chapter)
    firsts = [name for name in here if name not in led]
    found: dict[str, Sheet] = {}
    seen: set[str] = set()
    # The names to come, the next one last; and whether it is clear that one comes there.
    waiting = [(name, False) for name in (*here, *firsts, cover.start if cover else "")]
    while waiting:
        name, is_next = waiting.pop()
        if is_next:
            found[name] = here[name]
            waiting += [(each, False) for each in reversed(after[name])]
        else:
            line = _line(name, after, seen)
            seen.update(line)
            waiting += [(each, True) for each in reversed(line)]
    return list(found.values())


def _line(first: str, after: Mapping[str, list[str]], seen: Collection[str]) -> list[str]:
    """A scene and those that the record leads to from it, in this chapter."""
    line: dict[str, None] = {}
    name = first
    while name in after and name not in seen and name not in line:
        line[name] = None
        name = next(iter(after[name]), "")
    return list(line)


def _after(book: Book, sheet: Sheet) -> list[str]:
    """Where a scene leads: first as the record goes, and last to what a pack adds."""
    scene = sheet.scene
    record = scene.history.choice.id if scene and scene.history else ""
    ordered = sorted(scene.choices if scene else (), key=lambda choice: choice.id != record)
    added = book.added.get(sheet.id)
    if added is not None and added.scene is not None:
        ordered += added.scene.choices
    return list(dict.fromkeys(branch.scene.id for each in ordered for branch in each.goto))
