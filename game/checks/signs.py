"""Whether a text ends earlier than was meant: behind a number sign stands a note, and no text."""

import re
from collections.abc import Iterator

from game.checks.facts import Facts, advice
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


def cut(facts: Facts) -> Iterator[Problem]:
    for file in _files(facts):
        for number, line in enumerate(facts.lines(file), 1):
            found = _CUT.fullmatch(line) if _SIGN in line else None
            if found:
                message = f"Readers see only '{found['text']}': behind a # stands a note for you."
                hint = "Put quotation marks round a text that has a # in it."
                column = found.start("rest") + 1
                yield advice(Mark(file, number, column), "number-sign", message, hint)


def _files(facts: Facts) -> dict[str, None]:
    """The files of a story, each once, in their order."""
    story = facts.story
    parts = (story.chapters, story.scenes, story.people, story.glossary, story.sources)
    marks = (part.mark for held in parts for part in held.values())
    return dict.fromkeys((story.mark.file, *(mark.file for mark in marks)))
