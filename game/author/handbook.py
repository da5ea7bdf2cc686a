"""The manual: pages written by hand, and pages made from what they are about."""

import re
from collections.abc import Mapping, Sequence

from game import paths
from game.author import page_format, page_parts
from game.stage.catalogue import Catalogue

_PICTURE = re.compile(r"!\[([^\]]*)\]\([^)]*\) ?")
_WITHOUT = "This page with its pictures, in a browser: power-struggle manual -o manual"
FOLDER = paths.author() / "manual"
PAGES: Mapping[str, str] = {
    "first-scene": "Your first scene in ten minutes",
    "cookbook": "Cookbook",
    "format": "The format, field by field",
    "parts": "The parts of a picture",
    "rules": "Everything that the check may say",
    "history": "How history is argued here",
    "to-class": "From your desk to the class, and back",
    "twine": "Stories in Twine",
}


def text(name: str, catalogue: Catalogue) -> str:
    """A page as Markdown."""
    if name == "format":
        return page_format.page()
    if name == "parts":
        return page_parts.page(catalogue)
    return (FOLDER / f"{name}.md").read_text(encoding="utf-8")


def printed(name: str, catalogue: Catalogue) -> str:
    """A page for the terminal, which shows no pictures, and says so once."""
    told = "" if name == "parts" else r"(Picture: \1.) "
    words, count = _PICTURE.subn(told, text(name, catalogue))
    return f"{words.rstrip()}\n\n{_WITHOUT}" if count else words


def found(name: str, words: Sequence[str], catalogue: Catalogue) -> tuple[str, ...]:
    """The paragraphs under the headings of a page that have all these words, or the beginnings."""
    wanted = [re.compile(rf"(?<!\w){re.escape(word)}", re.IGNORECASE) for word in words]
    _, _, body = _PICTURE.sub("", text(name, catalogue)).partition("\n## ")
    blocks = body.split("\n\n")
    return tuple(each.strip() for each in blocks if all(word.search(each) for word in wanted))


def contents() -> str:
    """The first page: what there is."""
    listed = "\n".join(f"- [{title}]({name}.md)" for name, title in PAGES.items())
    return f"# The manual\n\nFor whoever writes a story for *The Power Struggle*.\n\n{listed}\n"
