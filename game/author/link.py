"""Leading a choice elsewhere: one word of its file is changed, and not a letter more."""

from pathlib import Path

from game.author.ids import Refused
from game.author.put import changed
from game.author.shelf import Way
from game.story import files
from game.story.model import Ref
from game.story.source import text_of


def goto(way: Way) -> Ref:
    """Where a choice leads; of several ways the last, which is taken when no other fits."""
    return way.choice.goto[-1].scene


def relinked(text: str, ref: Ref, id: str) -> str:
    """The text with the name at a mark changed. Refuses where the name does not stand there."""
    lines = text.split("\n")
    before = sum(len(line) + 1 for line in lines[: ref.mark.line - 1])
    at = before + ref.mark.column - 1
    at += text[at : at + 1] in ("'", '"')
    if not ref.id or not text.startswith(ref.id, at):
        place = f"{ref.mark.file}:{ref.mark.line}"
        raise Refused(f"The choice could not be changed. Write 'goto: {id}' yourself, at {place}.")
    return text[:at] + id + text[at + len(ref.id) :]


def link(way: Way, id: str) -> None:
    """Write the file of a choice again, so that it leads to a scene."""
    file = way.sheet.file
    data = files.content(file)
    text = relinked(text_of(data, file.label), goto(way), id)
    changed(Path(file.path), text, data)
