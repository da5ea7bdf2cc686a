"""Play in a window."""

import argparse
import sys
from pathlib import Path

from game import log, paths
from game.commands import stories
from game.lab import places, share
from game.lab.outbox import Outbox
from game.lab.places import Places
from game.lab.share import Share
from game.report import bundle


def add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--story",
        type=Path,
        metavar="FOLDER",
        help="play another story, or a pack on its story",
    )
    parser.add_argument("--scene", metavar="ID", default="", help="begin at this scene")
    parser.add_argument("--window", metavar="1280x720", default="", help="the size of the window")
    parser.add_argument("--fullscreen", action="store_true", help="fill the screen")
    parser.add_argument("--data", type=Path, metavar="FOLDER", help="keep saves and settings here")


def run(arguments: argparse.Namespace) -> int:
    # A window would have nothing to show but this, and nobody could mend a file that is not there.
    missing = stories.not_a_story(arguments.story) if arguments.story else ""
    if missing:
        log.tell(missing)
        return 2
    found = places.places(arguments.data)
    log.note(f"began on {sys.platform}; games kept as decided by {found.kept.why}")
    for problem in found.found.problems:
        log.note(f"lab.yaml, line {problem.mark.line}: {problem.message}")
    far = share.opened(found)
    outbox = Outbox(found.data, bundle.replaces, found.hand_in())
    try:
        sentence = _play(arguments, found, far, outbox)
    except Exception as cause:  # a bug: whoever plays is told, and a technician can read about it
        sentence = log.crash(cause)
    if far is not None and not far.close():
        log.note(f"{far.left.files} files wait to be brought to the share: {far.left.trouble}")
    if not outbox.close():
        log.note(f"{outbox.left.files} hand-ins wait to be brought: {outbox.left.trouble}")
    log.note("ended" if not sentence else f"ended: {sentence}")
    if sentence:
        log.tell(sentence)
        return 2
    return 0


def _play(arguments: argparse.Namespace, found: Places, far: Share | None, outbox: Outbox) -> str:
    # Imported here so that the other commands work where pygame does not.
    from game.ui import play  # noqa: PLC0415

    wishes = play.Wishes(
        arguments.story or paths.story(),
        found.data,
        arguments.scene,
        arguments.window,
        is_full=arguments.fullscreen,
        lab=found.found.lab,
        share=far,
        outbox=outbox,
        hand_in=found.hand_in,
    )
    return play.play(wishes)
