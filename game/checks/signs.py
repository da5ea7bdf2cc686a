"""Whether a text is read otherwise than it was meant, because of a sign too many or too few."""

import re
from collections.abc import Iterator

from game.checks.facts import Facts, warning
from game.story.glance import PROSE
from game.story.problem import Mark, Problem

_FIELDS = (
    "about|against|alt|answer|author|because|cost|credit|date|detail|dispatch|essay|fact|for|label|"
    "locked|name|note|outcome|place|prompt|question|quill|real|record|returns|role|says|sitting|"
    "subtitle|tell|term|text|title|years"
)
# A note has more space before its sign, or words behind it; "# 2 of 3" and "#2" are meant as text.
_CUT = re.compile(
    rf"[ ]*(?:- +)*(?:{_FIELDS}): +(?P<text>[^\s\"'|>#\[{{][^#]*\S) (?P<rest># ?[0-9].*|#\w.*)"
)
_SIGN = " #"


_HALF = re.compile(
    rf"[ ]*(?:- +)*(?:\{{.*, )?(?P<name>{_FIELDS}): +(?P<text>[^\s\"'|>\[{{][^\"]*\")[ \]}}]*"
)
_NO_BAR = re.compile(r"(?P<head>[ ]*(?:- +)*)(?P<name>[a-z_]+):[ ]*")


def cut(facts: Facts) -> Iterator[Problem]:
    """A number sign ends a text: behind it stands a note."""
    for file in _files(facts):
        for number, line in enumerate(facts.lines(file), 1):
            found = _CUT.fullmatch(line) if _SIGN in line else None
            if found:
                message = f"Readers see only '{found['text']}': behind a # stands a note for you."
                hint = "Put quotation marks round a text that has a # in it."
                column = found.start("rest") + 1
                yield warning(Mark(file, number, column), "number-sign", message, hint)


def half_quoted(facts: Facts) -> Iterator[Problem]:
    """A quotation mark behind a text that has none before it is a part of the text."""
    for file in _files(facts):
        for number, line in enumerate(facts.lines(file), 1):
            found = _HALF.fullmatch(line) if '"' in line else None
            if found:
                message = "There is a quotation mark behind this text, and none before it."
                hint = f"Write one before it too, behind '{found['name']}: '; or take this one out."
                yield warning(Mark(file, number, found.end("text")), "half-quoted", message, hint)


def run_together(facts: Facts) -> Iterator[Problem]:
    """Without a | there are no paragraphs in a text below its name."""
    for file in _files(facts):
        lines = facts.lines(file)
        for number, line in enumerate(lines, 1):
            found = _NO_BAR.fullmatch(line) if line.endswith((":", ": ")) else None
            if found and found["name"] in PROSE and _has_gap(lines[number:], len(found["head"])):
                name = found["name"]
                message = f"The | behind '{name}:' is missing, so its paragraphs run together."
                mark = Mark(file, number, found.end("name") + 1)
                yield warning(mark, "no-bar", message, f"Write '{name}: |'.")


def _has_gap(lines: list[str], column: int) -> bool:
    """Whether an empty line stands between two that stand further to the right."""
    gap = False
    for line in lines:
        if not line.strip():
            gap = True
        elif len(line) - len(line.lstrip(" ")) <= column:
            return False
        elif gap:
            return True
    return False


def _files(facts: Facts) -> dict[str, None]:
    """The files of a story, each once, in their order."""
    story = facts.story
    parts = (story.chapters, story.scenes, story.people, story.glossary, story.sources)
    marks = (part.mark for held in parts for part in held.values())
    return dict.fromkeys((story.mark.file, *(mark.file for mark in marks)))
