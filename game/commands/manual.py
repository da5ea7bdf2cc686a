"""``power-struggle manual``: the manual for authors, in the terminal or as pages with pictures."""

import os
import sys
import tempfile
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from pathlib import Path

from game import paths
from game.author import handbook, hypertext, page_parts, rules, schema, stories
from game.author.put import put
from game.stage import catalogue, compose
from game.stage.catalogue import Catalogue
from game.stage.images import files
from game.story.problem import nearest, printable

_WIDTH, _HEIGHT = 320, 180
_FIRST = "first-decision"
_WITH_SECTIONS = ("rules", "to-class")


def add(parser: ArgumentParser) -> None:
    parser.add_argument(
        "page", nargs="?", default="", metavar="PAGE|RULE",
        help="print a page, or what is said about a rule of 'check' or a command",
    )  # fmt: skip
    parser.add_argument(
        "words", nargs="*", metavar="WORD", help="only what has these words: manual parts hat coat"
    )
    parser.add_argument(
        "-o", "--output", type=Path, metavar="FOLDER", help="write all pages here, with pictures"
    )


def run(arguments: Namespace) -> int:
    parts = catalogue.scan(paths.assets())
    if arguments.output is None:
        return _printed(arguments.page, arguments.words, parts)
    try:
        return _written(arguments.output, parts)
    except OSError as why:
        said = printable(why.strerror or str(why)).lower()
        return _refused(f"This cannot be written: {said}. Choose a folder of your own.")


def _refused(why: str) -> int:
    print(why, file=sys.stderr)
    return 2


def _printed(wanted: str, words: Sequence[str], parts: Catalogue) -> int:
    if not wanted:
        for name, title in handbook.PAGES.items():
            print(f"{name:12}  {title}")
        print("\nRead one here:          power-struggle manual first-scene")
        print("Look for something:     power-struggle manual parts grey moustache")
        print("All of it in a browser: power-struggle manual -o manual")
        return 0
    if wanted in handbook.PAGES and words:
        return _found(wanted, words, parts)
    if wanted in handbook.PAGES:
        print(handbook.printed(wanted, parts))
        return 0
    texts = [handbook.text(page, parts) for page in _WITH_SECTIONS]
    if section := next(filter(None, (rules.section(text, wanted) for text in texts)), ""):
        print(section)
        return 0
    known = (*handbook.PAGES, *(name for text in texts for name in rules.sections(text)))
    return _refused(f"There is no page '{printable(wanted)}'. {nearest(wanted, known)}".strip())


def _found(page: str, words: Sequence[str], parts: Catalogue) -> int:
    found = handbook.found(page, words, parts)
    if not found:
        said = " ".join(map(printable, words))
        return _refused(f"Nothing on the page '{page}' has: {said}. Try fewer words, or another.")
    print("\n".join(found))
    return 0


def _written(folder: Path, parts: Catalogue) -> int:
    put(folder / "index.html", hypertext.page("The manual", handbook.contents()))
    for name, title in handbook.PAGES.items():
        put(folder / f"{name}.html", hypertext.page(title, handbook.text(name, parts)))
    print("The pages are written; now the pictures.")
    (folder / "parts").mkdir(exist_ok=True)
    for file, illustration in page_parts.samples(parts):
        made = compose.plate(illustration, parts, _WIDTH, _HEIGHT)
        (folder / file).write_bytes(files.jpeg(made))
    _windows(folder, parts)
    print(f"{printable(str(folder / 'index.html'))}: open it in a browser.")
    return 0


def _windows(folder: Path, parts: Catalogue) -> None:
    """Take the pictures of the window, on a story as the manual begins one."""
    os.environ["SDL_VIDEODRIVER"] = os.environ["SDL_AUDIODRIVER"] = "dummy"
    # Imported here so that the pages can be read where pygame does not work.
    from game.ui.preview import shot  # noqa: PLC0415

    with tempfile.TemporaryDirectory(prefix="power-struggle-") as made:
        story = stories.made(stories.Wish(Path(made) / "the-pump"), schema.pictures(parts))
        file = next(story.glob(f"*/{_FIRST}.yaml"))
        slip = shot.Change(file, "goto: second-decision", "goto: broad-street")
        taken = Path(made) / "taken.png"
        for name, what in (
            ("first", shot.Shot(story, _FIRST)),
            ("choice", shot.Shot(story, _FIRST, "o")),
            ("mistake", shot.Shot(story, _FIRST, change=slip)),
        ):
            shot.take(what, taken)
            (folder / f"window-{name}.jpg").write_bytes(files.jpeg(files.load(taken)))
