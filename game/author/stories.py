"""A new story in a folder of its own: it plays at once, and has no mistake in it."""

from pathlib import Path
from typing import NamedTuple

from game.author import editor, ids, pages
from game.author.ids import Refused
from game.author.put import put
from game.author.scenes import yaml_text
from game.author.schema import Names
from game.story import packed


class Wish(NamedTuple):
    """``like`` is "template" or "example"."""

    folder: Path
    title: str = ""
    author: str = ""
    like: str = "template"


def made(wish: Wish, pictures: Names) -> Path:
    """Write the files of a new story; refuse a folder that has something in it."""
    folder = wish.folder
    refuse_taken(folder)
    told = "" if wish.title else pages.TITLES.get(wish.like, "")
    name = ids.slug(told or folder.resolve().name) or "my-story"
    title = wish.title or told or ids.title(name)
    words = {
        "ID": name,
        "TITLE": yaml_text(title),
        "AUTHOR": author(wish.author),
    }
    heading = {**words, "TITLE": title}
    for file, text in pages.all_of(wish.like):
        put(folder / file, pages.filled(text, heading if file.endswith(".md") else words))
    editor.written(folder, pictures)
    return folder


def author(name: str) -> str:
    """The line of a cover that says whose it is. A name that nobody has given is a note: as a field
    it would be shown, and a class would read that the story is by 'Your name'.
    """
    return (
        f"author: {yaml_text(name)}" if name else "# author: Your name    # take the first # away"
    )


def refuse_taken(folder: Path) -> None:
    """Refuse what is no place for a new story: a .zip, a file, a folder with something in it."""
    if folder.suffix.lower() == packed.ENDING:
        raise Refused(
            "A new story is a folder, which you may pack when it is finished. Name it without "
            f"{packed.ENDING}: {folder.with_suffix('')}"
        )
    if folder.exists() and not folder.is_dir():
        raise Refused(f"'{folder}' is a file. Name a folder that does not exist yet.")
    if folder.is_dir() and any(folder.iterdir()):
        other = folder.with_name(f"{folder.name}-2")
        raise Refused(f"There is something in '{folder}' already. Name a new folder: {other}")
