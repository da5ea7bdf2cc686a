"""YAML text becomes nodes that know where they stand; the only door to PyYAML.

PyYAML's events are used, not its values: it would read ``21:40`` as 1300 and ``no`` as False.
Scalars stay as typed; tags, anchors, deep nesting and several documents are problems.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

import yaml

from game.story import blanks, slips, stopped
from game.story.problem import Mark, Problem
from game.story.stopped import Spot, Stop

MOST_BYTES = 200_000
MOST_LEVELS = 20
_MOST_SLIPS = 20

# The parser in C where PyYAML was built with one; nothing but its events is used.
_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_NOWHERE = yaml.Mark("", 0, 0, 0, None, 0)
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")


class Place(Protocol):
    """Where a node begins, as PyYAML counts: letter, line and column, each from 0."""

    @property
    def index(self) -> int: ...
    @property
    def line(self) -> int: ...
    @property
    def column(self) -> int: ...


@dataclass(slots=True)
class Scalar:
    text: str
    place: Place


@dataclass(slots=True)
class Items:
    nodes: list["Node"]
    place: Place


@dataclass(slots=True)
class Mapping:
    """Values by their names, each with its name as it stands in the text."""

    fields: dict[str, tuple[Scalar, "Node"]]
    place: Place


Node = Scalar | Items | Mapping


class SourceError(Exception):
    """The file cannot be read any further; its problem says why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


def text_of(data: bytes, file: str) -> str:
    """Return the text of a file in UTF-8, with or without a byte order mark."""
    if len(data) > MOST_BYTES:
        message = f"This file is larger than {MOST_BYTES // 1000} kB."
        hint = "Divide it: one file holds one scene."
        raise SourceError(Problem(Mark(file), "too-big", message, hint))
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        message = "This file is not written in UTF-8."
        hint = (
            "Save it again with the encoding UTF-8. In Notepad: 'Save as', and at the bottom of "
            "that window, beside 'Encoding', choose UTF-8."
        )
        raise SourceError(Problem(Mark(file, line), "encoding", message, hint)) from None


def parse(text: str, file: str, problems: list[Problem]) -> Node | None:
    """Return the one document in ``text``; None where there is none or it cannot be read."""
    return _tried(text, file, problems)[0]


def read_on(text: str, file: str, problems: list[Problem]) -> tuple[Node | None, str]:
    """Like ``parse``; where it is clear what was meant, read that, to find all slips at once.

    Return the text as well as it then is: the nodes stand in it.
    """
    lines: set[int] = set()
    for _ in range(min(_MOST_SLIPS, 1 + 2 * MOST_BYTES // (len(text) + 1))):
        found: list[Problem] = []
        node, mended = _tried(text, file, found)
        known = set(problems) if found else ()
        new = [problem for problem in found if problem not in known]
        if node is None and lines & {problem.mark.line for problem in new}:
            break
        problems += new
        lines |= {problem.mark.line for problem in new}
        if node is not None or not mended:
            return node, text
        text = mended
    return None, text


def _tried(text: str, file: str, problems: list[Problem]) -> tuple[Node | None, str]:
    """Return the document, or, where it is clear, the text as it was meant."""
    mended = ""
    try:
        node = _Builder(file, problems).document(iter(_LOADER(text).get_event, None))
    except SourceError as error:
        problems.append(error.problem)
        mended = stopped.signed(error.problem, text)
    except yaml.MarkedYAMLError as error:
        problem, mended = stopped.told(_stop(error), text, file, _read_through)
        problems.append(problem)
    except yaml.YAMLError:
        problems.append(
            _control(
                mark_of(text, found.start(), file)
                if (found := _CONTROL.search(text))
                else Mark(file)
            )
        )
    else:
        if node is None:
            hint = "Write what belongs in it, or delete the file."
            message = "There is nothing in this file."
            problems.append(Problem(Mark(file), "empty-file", message, hint))
        elif (odd := _oddly_spaced(node, text, file)) is not None:
            problems.append(odd[0])
            return None, odd[1]
        return node, ""
    return None, mended


def _oddly_spaced(node: Node, text: str, file: str) -> tuple[Problem, str] | None:
    """What to say where a space before a name was read as a part of it."""
    if not any(space in text for space in blanks.COMMON):
        return None
    nodes = [node]
    while nodes:
        here = nodes.pop()
        if isinstance(here, Items):
            nodes += here.nodes
        elif isinstance(here, Mapping):
            if any(blanks.are_in(name) for name in here.fields):
                return stopped.odd_spaces(text, file, _read_through)
            nodes += (value for _, value in here.fields.values())
    return None


def mark_of(text: str, index: int, file: str) -> Mark:
    """Return the mark of a letter of ``text``."""
    column = index - (text.rfind("\n", 0, index) + 1)
    return Mark(file, text.count("\n", 0, index) + 1, column + 1)


def _control(mark: Mark) -> Problem:
    message = "There is a control character here that no text needs."
    hint = "Delete it, or save the file again as plain text in UTF-8."
    return Problem(mark, "characters", message, hint)


def _stop(error: yaml.MarkedYAMLError) -> Stop:
    place, began = _spot(error.problem_mark), _spot(error.context_mark)
    return Stop(error.problem or "this is not YAML", place or began, began)


def _spot(mark: yaml.Mark | None) -> Spot | None:
    return Spot(mark.index, mark.line, mark.column) if mark else None


def _read_through(text: str) -> Stop | None:
    """Where the parser stops; None where it reads the whole text."""
    try:
        for _ in iter(_LOADER(text).get_event, None):
            pass
    except yaml.MarkedYAMLError as error:
        return _stop(error)
    except yaml.YAMLError:
        return Stop("", None, None)
    return None


class _Builder:
    """Builds nodes from events, without recursion: a story must not exhaust the stack."""

    def __init__(self, file: str, problems: list[Problem]) -> None:
        self.file = file
        self.problems = problems

    def document(self, events: Iterator[yaml.Event]) -> Node | None:
        """Return the root. Collections that are still open wait on a stack.

        Most events are scalars, and they come first here: this loop is half of loading a story.
        """
        root: list[Node] = []
        parts = root
        stack: list[tuple[yaml.CollectionStartEvent, list[Node]]] = []
        for event in events:
            if isinstance(event, yaml.ScalarEvent):
                if event.anchor or event.tag or event.style == '"':
                    self.look(event)
                parts.append(Scalar(event.value, event.start_mark or _NOWHERE))
            elif isinstance(event, yaml.CollectionStartEvent):
                self.guard(event, len(stack))
                stack.append((event, parts))
                parts = []
            elif isinstance(event, yaml.CollectionEndEvent):
                start, outer = stack.pop()
                outer.append(self.collection(start, parts))
                parts = outer
            elif root or isinstance(event, yaml.AliasEvent):
                self.outside(event)
        return root[0] if root else None

    def collection(self, start: yaml.CollectionStartEvent, parts: list[Node]) -> Node:
        place = start.start_mark or _NOWHERE
        if isinstance(start, yaml.SequenceStartEvent):
            return Items(parts, place)
        fields: dict[str, tuple[Scalar, Node]] = {}
        names = iter(parts)
        for key in names:
            value = next(names)
            if not isinstance(key, Scalar):
                message = "The name of a field must be a word."
                hint = "Put quotation marks round a text that begins with [ or {."
                self.report(key.place, "odd-key", message, hint)
            elif key.text in fields:
                message = f"'{key.text}' is given twice."
                hint = "Keep one of them, or write the two together."
                self.report(key.place, "duplicate-key", message, hint)
            else:
                fields[key.text] = (key, value)
        return Mapping(fields, place)

    def look(self, event: yaml.ScalarEvent) -> None:
        self.guard(event, 0)
        text = event.value
        if event.style == '"' and not text.isprintable() and _CONTROL.search(text):
            self.problems.append(_control(self.mark(event.start_mark or _NOWHERE)))

    def guard(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent, depth: int) -> None:
        if event.anchor:
            raise self.anchor(event)
        if event.tag and event.tag != "!":
            raise self.fail(event, "tag", slips.TAG_SAID, slips.TAG)
        if depth >= MOST_LEVELS:
            message = f"This is nested more than {MOST_LEVELS} levels deep."
            raise self.fail(event, "too-deep", message, slips.DEEP)

    def outside(self, event: yaml.Event) -> None:
        if isinstance(event, yaml.AliasEvent):
            raise self.anchor(event)
        if isinstance(event, yaml.DocumentStartEvent):
            message = "A second document begins here."
            hint = "Take out the line '---': one file holds one scene."
            raise self.fail(event, "many-documents", message, hint)

    def anchor(self, event: yaml.Event) -> SourceError:
        return self.fail(event, "anchor", *slips.ANCHOR)

    def mark(self, place: Place) -> Mark:
        return Mark(self.file, place.line + 1, place.column + 1)

    def report(self, place: Place, code: str, message: str, hint: str) -> None:
        self.problems.append(Problem(self.mark(place), code, message, hint))

    def fail(self, event: yaml.Event, code: str, message: str, hint: str) -> SourceError:
        mark = self.mark(event.start_mark or _NOWHERE)
        return SourceError(Problem(mark, code, message, hint))
