"""Whether a text is read otherwise than it was meant, because of a sign too many or too few."""

import re
from collections.abc import Iterator

from game.checks.facts import Facts, warning
from game.story.glance import PROSE
from game.story.problem import Mark, Problem
from game.story.slipped import LONGEST, indent

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
    rf"[ ]*(?:- +)*(?:\{{(?:.*, )?)?(?P<name>{_FIELDS}): +(?P<text>[^\s\"'|>\[{{][^\"]*\")[ \]}}]*"
)
_NO_BAR = re.compile(r"(?P<head>[ ]*(?:- +)*)(?P<name>[a-z_]+):[ ]*")


def amiss(facts: Facts) -> Iterator[Problem]:
    """All of them, file by file: reading the files takes longer than looking."""
    for file in _files(facts):
        lines = facts.lines(file)
        if _may_be_amiss("\n".join(lines)):
            yield from _amiss(lines, file)


def _may_be_amiss(text: str) -> bool:
    """Whether it is worth while to go through the lines."""
    if _SIGN in text or '"' in text or ": \n" in text:
        return True
    *before, _ = text.split(":\n")
    return any(part.rpartition("\n")[2].lstrip(" -") in PROSE for part in before)


def _amiss(lines: list[str], file: str) -> Iterator[Problem]:
    for number, line in enumerate(lines, 1):
        if _SIGN in line:
            yield from _cut(line, file, number)
        if '"' in line and len(line) < LONGEST:
            yield from _half_quoted(line, file, number)
        if line.endswith((":", ": ")):
            yield from _run_together(lines, file, number)


def _cut(line: str, file: str, number: int) -> Iterator[Problem]:
    """A number sign ends a text: behind it stands a note."""
    if found := _CUT.fullmatch(line):
        message = f"Readers see only '{found['text']}': behind a # stands a note for you."
        hint = "Put quotation marks round a text that has a # in it."
        mark = Mark(file, number, found.start("rest") + 1)
        yield warning(mark, "number-sign", message, hint)


def _half_quoted(line: str, file: str, number: int) -> Iterator[Problem]:
    """A quotation mark behind a text that has none before it is a part of the text."""
    if found := _HALF.fullmatch(line):
        message = "There is a quotation mark behind this text, and none before it."
        hint = f"Write one before it too, behind '{found['name']}: '; or take this one out."
        yield warning(Mark(file, number, found.end("text")), "half-quoted", message, hint)


def _run_together(lines: list[str], file: str, number: int) -> Iterator[Problem]:
    """Without a | there are no paragraphs in a text below its name."""
    found = _NO_BAR.fullmatch(lines[number - 1])
    if found and found["name"] in PROSE and _has_gap(lines[number:], len(found["head"])):
        message = f"The | behind '{found['name']}:' is missing, so its paragraphs run together."
        mark = Mark(file, number, found.end("name") + 1)
        yield warning(mark, "no-bar", message, f"Write '{found['name']}: |'.")


def _has_gap(lines: list[str], column: int) -> bool:
    """Whether an empty line stands between two that stand further to the right."""
    gap = False
    for line in lines:
        if not line.strip():
            gap = True
        elif indent(line) <= column:
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
