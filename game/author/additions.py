"""Putting a scene of a pack behind a choice of the story: a line more in its additions.yaml."""

from game.author.ids import Refused
from game.author.put import changed
from game.author.shelf import Book, Way
from game.story import files
from game.story.files import ADDITIONS, File
from game.story.page import Page
from game.story.read_pack import Put
from game.story.read_pack import additions as read
from game.story.source import Mapping, Node, Scalar, SourceError, parse, text_of

_FIELD = "after_choice"
_HEAD = "# What is added to scenes of the story, under their names.\n"


def behind(book: Book, way: Way, id: str) -> str:
    """The text of additions.yaml with a scene put behind a choice, and nothing else changed."""
    text = _text(book)
    scene, choice = way.sheet.id, way.choice.id
    made = _with(text, scene, f"{choice}: {id}")
    if sorted(_puts(made)) != sorted([*_puts(text), (scene, choice, id)]):
        raise Refused(
            f"'{ADDITIONS}' could not be changed. Write in it, under '{scene}:', "
            f"'{_FIELD}: {{{choice}: {id}}}', and make the scene after that."
        )
    return made


def write(book: Book, text: str) -> None:
    path = book.folder / ADDITIONS
    changed(path, text, path.read_bytes() if path.exists() else b"")


def _text(book: Book) -> str:
    path = book.folder / ADDITIONS
    if not path.exists():
        return _HEAD
    try:
        return text_of(files.content(File(str(path), ADDITIONS)), ADDITIONS)
    except SourceError:
        raise Refused(
            f"'{ADDITIONS}' cannot be read. Mend it first: power-struggle check"
        ) from None


def _puts(text: str) -> list[tuple[str, str, str]]:
    node = parse(text, ADDITIONS, [])
    found = read(node, Page(ADDITIONS, text)) if isinstance(node, Mapping) else ()
    puts: list[Put] = [each for addition in found for each in addition.puts]
    return [(each.scene, each.choice, each.to.id) for each in puts]


def _with(text: str, scene: str, line: str) -> str:
    ending = "\r\n" if "\r\n" in text else "\n"
    lines = text.replace("\r\n", "\n").rstrip("\n").split("\n")
    found = _field(parse(text, ADDITIONS, []), scene)
    if found is None:
        lines += [f"{scene}:", f"  {_FIELD}:", f"    {line}"]
    else:
        key, value = found
        inner = _field(value, _FIELD)
        if inner is None:
            _add(lines, key, value, (f"{_FIELD}:", f"  {line}"), f"{_FIELD}: {{{line}}}")
        else:
            _add(lines, *inner, (line,), line)
    return ending.join([*lines, ""])


def _field(node: Node | None, name: str) -> tuple[Scalar, Node] | None:
    return node.fields.get(name) if isinstance(node, Mapping) else None


def _add(lines: list[str], key: Scalar, value: Node, rows: tuple[str, ...], flow: str) -> None:
    """Lay rows below a key, as deep as what stands there; within braces the same on its line."""
    at, column = value.place.line, value.place.column
    if isinstance(value, Mapping) and lines[at][column : column + 1] == "{":
        comma = ", " if value.fields else ""
        lines[at] = f"{lines[at][: column + 1]}{flow}{comma}{lines[at][column + 1 :]}"
    elif isinstance(value, Mapping):
        lines[at:at] = [" " * column + row for row in rows]
    else:
        depth = key.place.column + 2
        lines[key.place.line + 1 : key.place.line + 1] = [" " * depth + row for row in rows]
