"""A new chapter in a story: a folder with its chapter.yaml, and a line in story.yaml."""

from collections.abc import Sequence

from game.author import ids, pages
from game.author.ids import Refused
from game.author.put import changed, put
from game.author.scenes import yaml_text
from game.author.shelf import Book
from game.story import files
from game.story.files import CHAPTER, COVER, File
from game.story.reader import DEVICES, ID
from game.story.source import Items, Mapping, Scalar, parse, text_of

_FIELD = "chapters"


def begun(book: Book, name: str, title: str, start: str) -> None:
    """Write the chapter.yaml of a new chapter, and name it in story.yaml where others are."""
    cover = book.folder / COVER
    data = _data(book)
    text = text_of(data, COVER)
    listed = with_chapter(text, name)
    words = {"TITLE": yaml_text(title or _title(name)), "START": start}
    put(book.folder / name / CHAPTER, pages.chapter(words))
    if listed != text:
        changed(cover, listed, data)


def judge(book: Book, name: str) -> None:
    """Refuse what cannot be the folder of a new chapter."""
    if not name:
        raise Refused("Name the folder of the new chapter too: --chapter 2-later")
    if name in book.chapters:
        raise Refused(f"There is a chapter '{name}' already. Leave out --begin.")
    if not ID.fullmatch(name) or name in DEVICES or len(name) > ids.LONGEST:
        offered = ids.slug(name) or "2-later"
        rule = "A name has small letters a to z, numbers and hyphens."
        raise Refused(f"'{name}' cannot be the folder of a chapter. {rule} Write '{offered}'.")
    if (book.folder / name).exists():
        raise Refused(f"There is something called '{name}' already. Write another name.")
    with_chapter(text_of(_data(book), COVER), name)


def _data(book: Book) -> bytes:
    return files.content(File(str(book.folder / COVER), COVER))


def _title(name: str) -> str:
    """ "2-the-second-week" is "The second week"."""
    return ids.title(name.lstrip("0123456789-_") or name)


def with_chapter(text: str, name: str) -> str:
    """The text of a story.yaml with one more chapter in its list, and nothing else changed.

    Where chapters are not listed they go by their names, and nothing needs to be written.
    """
    found = _listed(text)
    if not found:
        return text
    names = [item.text for item in found]
    at = next((at for at, other in enumerate(names) if other > name), len(names))
    made = _put(text, found, at, name)
    if [item.text for item in _listed(made)] != [*names[:at], name, *names[at:]]:
        raise Refused(f"The list of chapters could not be changed. Add '- {name}' to it yourself.")
    return made


def _listed(text: str) -> list[Scalar]:
    node = parse(text, COVER, [])
    found = node.fields.get(_FIELD) if isinstance(node, Mapping) else None
    if found and isinstance(found[1], Scalar) and found[1].text:
        return [found[1]]
    items = found[1].nodes if found and isinstance(found[1], Items) else []
    return [item for item in items if isinstance(item, Scalar)]


def _put(text: str, found: Sequence[Scalar], at: int, name: str) -> str:
    beside = found[min(at, len(found) - 1)].place
    lines = text.split("\n")
    line = lines[beside.line]
    before = line[: beside.column]
    if before.strip() == "-":
        ending = "\r" if line.endswith("\r") else ""
        lines.insert(beside.line + (at == len(found)), f"{before}{name}{ending}")
        return "\n".join(lines)
    if at < len(found):
        lines[beside.line] = f"{before}{name}, {line[beside.column :]}"
        return "\n".join(lines)
    written = found[-1].text
    quoted = line[beside.column : beside.column + 1] in ("'", '"')
    end = beside.column + len(written) + 2 * quoted
    lines[beside.line] = f"{line[:end]}, {name}{line[end:]}"
    return "\n".join(lines)
