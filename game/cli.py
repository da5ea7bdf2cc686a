"""The command line: arguments in, printing and an exit code out."""

import argparse
import gc
import os
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from keyword import iskeyword
from types import ModuleType

# Each is a module of game.commands with add(parser) and run(arguments). They are imported only
# when asked for, so that "check" works where pygame cannot be imported.
COMMANDS = {
    "play": "play in a window (this is also what happens without a command)",
    "text": "play in the terminal: the same story, comparison and saves",
    "check": "find every mistake in a story, with file:line:column and what to write",
    "manual": "print the manual for authors, or write it as pages with pictures",
    "schema": "help an editor to complete and explain what is written",
    "new": "begin a new story that already plays, or add a scene to one",
    "preview": "show a scene in a window that follows its file, or draw its picture",
    "sheet": "show all parts of pictures, or all scenes, on one picture",
    "map": "draw the railway of the whole story, as a page or a drawing",
    "lesson": "write a lesson card for a chapter, its key, or a log for pupils",
    "report": "make the hand-in of a kept game again, as a page",
    "class": "lay the games of a class side by side, on one page for the teacher",
    "export": "write a story for Twine",
    "import": "make the skeleton of a story from one of Twine's",
    "simulate": "play at random from a seed, and report what is reached and how often",
    "diagnose": "say what a technician needs to know",
}


def version() -> str:
    # Imported here because it takes longer than everything else before the first command.
    from importlib import metadata  # noqa: PLC0415

    try:
        return metadata.version("power-struggle")
    except metadata.PackageNotFoundError:
        return "from source"


def _command(name: str) -> ModuleType:
    """The module of a command; where Python keeps a word for itself it has a bar behind it."""
    return import_module(f"game.commands.{name}{'_' if iskeyword(name) else ''}")


def parser(chosen: str) -> argparse.ArgumentParser:
    whole = argparse.ArgumentParser(
        prog="power-struggle",
        description="Decide as Leon Trotsky; then see what he did, what came of it, "
        "how sure we are, and who says so.",
    )
    told = f"power-struggle {version()}" if chosen == "--version" else ""
    whole.add_argument("--version", action="version", version=told)
    commands = whole.add_subparsers(dest="command", metavar="COMMAND")
    for name, about in COMMANDS.items():
        sub = commands.add_parser(name, help=about, description=about[0].upper() + about[1:] + ".")
        if name == chosen:
            _command(name).add(sub)
    return whole


def _chosen(arguments: Sequence[str]) -> list[str]:
    """Put "play" in front where no command is named, so that options alone work too."""
    if arguments and (arguments[0] in COMMANDS or arguments[0] in ("-h", "--help", "--version")):
        return list(arguments)
    if arguments and not arguments[0].startswith("-"):
        return list(arguments)
    return ["play", *arguments]


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code: 0 well, 1 mistakes found, 2 not possible."""
    for stream in (sys.stdout, sys.stderr):
        # A terminal that cannot show a letter shows a question mark: it must not end the program.
        reconfigure: Callable[..., None] | None = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")
    # Without this pygame greets everybody on their terminal.
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
    # Python looks for circles among its objects after every 700 new ones; a start makes 300,000.
    gc.set_threshold(100_000, 50, 100)
    words = _chosen(sys.argv[1:] if argv is None else argv)
    arguments = parser(words[0] if words else "play").parse_args(words)
    try:
        result: int = _command(arguments.command).run(arguments)
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        sys.stderr.close()
        return 1
    return result
