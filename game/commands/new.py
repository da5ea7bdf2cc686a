"""``power-struggle new``: a new story that already plays, or a new scene in one."""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Mapping
from pathlib import Path

from game import paths
from game.author import chapters, editor, packs, pages, scenes, schema, shelf, stories
from game.author.ids import Refused
from game.commands import asking
from game.commands.stories import book as opened_book
from game.commands.stories import extended, opened, own
from game.stage import catalogue
from game.story import packs as listed
from game.story.problem import nearest, printable

_CANNOT = "This cannot be written: {}. Choose a folder of your own."


def add(parser: ArgumentParser) -> None:
    kinds = parser.add_subparsers(dest="kind", metavar="story|scene", required=True)
    story = kinds.add_parser("story", help="a folder with a story that already plays")
    story.add_argument("folder", type=Path, metavar="FOLDER", help="a folder that is not there yet")
    story.add_argument("--title", default="", help="what it is called")
    story.add_argument("--author", default="", help="who writes it")
    story.add_argument(
        "--like", choices=pages.KINDS, default="template",
        help="a template with notes (default), or a finished example",
    )  # fmt: skip
    story.add_argument(
        "--extends", nargs="?", const="", metavar="STORY",
        help="a pack that extends a story, by its id (without one: the shipped story)",
    )  # fmt: skip
    story.add_argument("--at", default="", metavar="SCENE", help="where the pack adds a choice")
    story.add_argument(
        "--after", dest="choice", default="", metavar="CHOICE",
        help="put the pack's scene behind this choice of it, and add none",
    )  # fmt: skip
    scene = kinds.add_parser("scene", help="a scene that already plays, in a story")
    scene.add_argument("id", metavar="ID", help="its name, or its title")
    scene.add_argument("--story", type=Path, metavar="FOLDER", help="which story (default: here)")
    scene.add_argument("--title", default="", help="the heading on its page")
    scene.add_argument("--chapter", default="", help="its chapter: folder, title or number")
    scene.add_argument("--begin", default="", metavar="TITLE", help="make the chapter: its title")
    scene.add_argument("--from", dest="scene", default="", metavar="SCENE", help="what leads to it")
    scene.add_argument(
        "--choice", default="", metavar="ID",
        help="by which of that scene's choices: its name, number or text",
    )  # fmt: skip


def run(arguments: Namespace) -> int:
    kinds: Mapping[str, Callable[[Namespace], int]] = {"story": _story, "scene": _scene}
    try:
        return kinds[arguments.kind](arguments)
    except Refused as why:
        print(printable(str(why)), file=sys.stderr)
    except OSError as why:
        print(_CANNOT.format(printable(why.strerror or str(why)).lower()), file=sys.stderr)
    return 2


def _story(arguments: Namespace) -> int:
    if arguments.extends is not None:
        return _pack(arguments)
    known = schema.pictures(catalogue.scan(paths.assets()))
    wish = stories.Wish(arguments.folder, arguments.title, arguments.author, arguments.like)
    folder = stories.made(wish, known)
    book = shelf.opened(folder)
    first = next(iter(book.sheets))
    start = pages.value(folder / "story.yaml", "start") or first
    name = printable(str(folder))
    print(f"{name}: a story with {len(book.sheets)} scenes, which plays already. Now:\n")
    print(f"  power-struggle preview {start} --story {name}")
    print("      the window beside your editor; it follows every time you save\n")
    print(f"  power-struggle check {name}")
    print("      what is wrong, where, and what to write")
    return 0


def _pack(arguments: Namespace) -> int:
    story = opened(_base(arguments.extends))
    if isinstance(story, int):
        return story
    made = packs.made(packs.Wish(
        arguments.folder, arguments.title, arguments.author, arguments.at, arguments.choice
    ), story)  # fmt: skip
    name = printable(str(arguments.folder))
    print(f"{name}: a pack for '{story.title}', which plays already.")
    if made.behind:
        print(f"Its scene comes after '{made.behind}' in '{made.at.id}'. Now:\n")
    else:
        print(f"It adds a choice to '{made.at.id}', and a scene that follows. Now:\n")
    print(f"  power-struggle preview {made.new} --story {name}")
    print("      the window beside your editor; it follows every time you save\n")
    print(f"  power-struggle check {name}")
    print("      what is wrong, where, and what to write")
    return 0


def _base(wanted: str) -> Path:
    """The folder of the story with an id; without one, of the shipped story."""
    found = listed.found([paths.story()], paths.stories(paths.data()))
    known = {each.id: each.path for each in reversed(found) if not each.extends}
    if wanted and wanted not in known:
        hint = nearest(wanted, known) or f"Known are: {', '.join(sorted(known))}."
        raise Refused(f"There is no story '{wanted}' here. {hint}")
    return known[wanted] if wanted else paths.story()


def _scene(arguments: Namespace) -> int:
    where = own(arguments.story)
    book = opened_book(where)
    wish = scenes.Wish(
        arguments.id, arguments.title, arguments.chapter, arguments.scene, arguments.choice,
        arguments.begin,
    )  # fmt: skip
    wish = scenes.understood(book, wish)
    scenes.judge(book, wish)
    wish = asking.begun(book, wish)
    planned = scenes.plan(book, asking.placed(book, wish))
    path = scenes.written(book, planned)
    if wish.begin:
        chapters.begun(book, planned.chapter, wish.begin, planned.id)
        print(f"The chapter '{wish.chapter}' begins with it; its chapter.yaml is there.")
    known = schema.pictures(catalogue.scan(paths.assets()))
    editor.refreshed(book.folder, known, extended(where))
    print(f"{printable(str(path))} is there, and plays. {_linked(planned, book)}")
    print(f"See it while you write:  power-struggle preview {planned.id}{_of(arguments.story)}")
    return 0


def _of(story: Path | None) -> str:
    return f" --story {printable(str(story))}" if story else ""


def _linked(planned: scenes.Plan, book: shelf.Book) -> str:
    if planned.way is not None:
        return f"'{planned.way.choice.id}' in '{planned.way.sheet.id}' leads to it now."
    if planned.is_linked:
        return "A choice leads to it already."
    behind = " Or put it behind a choice of the story, in additions.yaml." if book.theirs else ""
    return f"No choice leads to it yet: write 'goto: {planned.id}' at one.{behind}"
