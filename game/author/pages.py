"""The pages that new stories begin with: a template, an example, and one blank scene."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from game import paths
from game.story import files
from game.story.files import File
from game.story.source import Mapping as Fields
from game.story.source import Scalar, parse, text_of

KINDS = ("template", "example")
# The finished example tells a story of its own, whatever its folder is called.
TITLES = {"example": "The Last Week of July"}


def scene(words: Mapping[str, str]) -> str:
    """A blank scene with its words filled in."""
    return filled((paths.author() / "scene.yaml").read_text(encoding="utf-8"), words)


def chapter(words: Mapping[str, str]) -> str:
    """What stands before the first scene of a new chapter."""
    return filled((paths.author() / "chapter.yaml").read_text(encoding="utf-8"), words)


def behind() -> str:
    """What a pack adds that puts its scene behind a choice of the story."""
    return (paths.author() / "behind.yaml").read_text(encoding="utf-8")


def all_of(kind: str) -> Iterator[tuple[str, str]]:
    """Every file of a whole story: its path in the folder, and its text."""
    root = paths.author() / kind
    for path in sorted(root.rglob("*")):
        if path.suffix in (".yaml", ".md"):
            yield path.relative_to(root).as_posix(), path.read_text(encoding="utf-8")


def filled(text: str, words: Mapping[str, str]) -> str:
    """Put words in place of @NAMES@."""
    for name, word in words.items():
        text = text.replace(f"@{name}@", word)
    return text


def names(path: Path) -> list[str]:
    """The names that stand at the left edge of a list such as sources.yaml."""
    if not path.is_file():
        return []
    text = text_of(files.content(File(str(path), path.name)), path.name)
    node = parse(text, path.name, [])
    return list(node.fields) if isinstance(node, Fields) else []


def value(path: Path, field: str) -> str:
    """What stands behind the name of a field in a file, where it is a text."""
    text = text_of(files.content(File(str(path), path.name)), path.name)
    node = parse(text, path.name, [])
    found = node.fields.get(field) if isinstance(node, Fields) else None
    return found[1].text if found and isinstance(found[1], Scalar) else ""
