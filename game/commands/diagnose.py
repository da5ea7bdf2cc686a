"""``power-struggle diagnose``: what a technician needs to know, on one page without names.

The exit code is 0 if all is well, 1 if a lesson would notice something, 2 if it cannot be played.
"""

import json
import os
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from pathlib import Path

from game import paths
from game.commands.machine import Asked, Finding, findings
from game.commands.seen import Grade
from game.story.problem import printable

_CODES: dict[Grade, int] = {"well": 0, "notice": 1, "stop": 2}
_MARKS: dict[Grade, str] = {"well": " ", "notice": "!", "stop": "X"}
_ENDS: dict[Grade, str] = {
    "well": "All is well.",
    "notice": "It can be played; a lesson would notice what is marked with !.",
    "stop": "It cannot be played until what is marked with X is mended.",
}


def add(parser: ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="print the same for a program")
    parser.add_argument("--story", type=Path, metavar="FOLDER", help="look at another story")
    parser.add_argument("--data", type=Path, metavar="FOLDER", help="saves and settings are here")


def run(arguments: Namespace) -> int:
    # pygame greets on standard output, where a program wants to read nothing but JSON.
    os.environ["PYGAME_HIDE_SUPPORT_PROMPT"] = "1"
    asked = Asked(arguments.story or paths.story(), arguments.data)
    found = [_nameless(finding) for finding in findings(asked)]
    worst = max((finding.grade for finding in found), key=_CODES.__getitem__)
    print(_as_json(found, worst) if arguments.json else _as_text(found, worst))
    return _CODES[worst]


def _nameless(finding: Finding) -> Finding:
    """A page that may be sent to somebody does not say who the user is."""
    home = str(Path.home())
    text, advice = (printable(words.replace(home, "~")) for words in (finding.text, finding.advice))
    return finding._replace(text=text, advice=advice)


def _as_text(found: Sequence[Finding], worst: Grade) -> str:
    wide = max(len(finding.topic) for finding in found)
    lines = []
    before = ""
    for finding in found:
        topic = finding.topic if finding.topic != before else ""
        lines.append(f"{_MARKS[finding.grade]} {topic:{wide}}  {finding.text}")
        before = finding.topic
        if finding.advice:
            lines.append(f"  {'':{wide}}  {finding.advice}")
    return "\n".join([*lines, "", _ENDS[worst]])


def _as_json(found: Sequence[Finding], worst: Grade) -> str:
    rows = [finding._asdict() for finding in found]
    return json.dumps({"grade": worst, "findings": rows}, indent=2, ensure_ascii=False)
