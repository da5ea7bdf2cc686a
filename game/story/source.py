"""YAML text becomes nodes that know where they stand; the only door to PyYAML.

PyYAML's events are used, not its values: it would read ``21:40`` as 1300 and ``no`` as False.
Scalars stay as typed; tags, anchors, deep nesting and several documents are problems.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from game.story.problem import Mark, Problem

MOST_BYTES = 200_000
MOST_LEVELS = 20


@dataclass(slots=True)
class Scalar:
    text: str
    mark: Mark


@dataclass(slots=True)
class Sequence:
    items: list["Node"]
    mark: Mark


@dataclass(slots=True)
class Mapping:
    entries: list[tuple[Scalar, "Node"]]
    mark: Mark


Node = Scalar | Sequence | Mapping

_LOADER = getattr(yaml, "CLoader", yaml.Loader)


class SourceError(Exception):
    """The file cannot be read any further; its problem says why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


def text_of(data: bytes, file: str) -> str:
    """Return the text of a file in UTF-8, with or without a byte order mark."""
    if len(data) > MOST_BYTES:
        raise SourceError(
            Problem(
                Mark(file), "too-big", f"This file is larger than {MOST_BYTES // 1000} kB.",
                "Divide it: one file holds one scene.",
            )
        )  # fmt: skip
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise SourceError(
            Problem(
                Mark(file, line), "encoding", "This file is not written in UTF-8.",
                "Save it again in your editor with the encoding UTF-8.",
            )
        ) from None  # fmt: skip
    for position, letter in enumerate(text):
        if letter < " " and letter not in "\n\r\t":
            line = text.count("\n", 0, position) + 1
            column = position - (text.rfind("\n", 0, position) + 1) + 1
            raise SourceError(
                Problem(
                    Mark(file, line, column), "characters",
                    "There is a control character here that no text needs.",
                    "Delete it, or save the file again as plain text in UTF-8.",
                )
            )  # fmt: skip
    return text


def parse(text: str, file: str, problems: list[Problem]) -> Node | None:
    """Return the one document in ``text``; None where there is none or it cannot be read."""
    try:
        return _Builder(file, problems).document(yaml.parse(text, Loader=_LOADER))
    except SourceError as error:
        problems.append(error.problem)
    except yaml.MarkedYAMLError as error:
        problems.append(_syntax(error, file))
    except yaml.YAMLError:
        message = "This file is not YAML that can be read."
        problems.append(Problem(Mark(file), "yaml", message, "Compare it with a scene that works."))
    return None


def _syntax(error: yaml.MarkedYAMLError, file: str) -> Problem:
    mark = error.problem_mark or error.context_mark
    place = Mark(file, mark.line + 1, mark.column + 1) if mark else Mark(file)
    what = (error.problem or "this is not YAML").strip()
    hint = "Look at the indentation here and in the line above."
    if "mapping values are not allowed" in what:
        what = "there is a second colon in this line"
        hint = 'Put quotation marks round a text that has a colon in it: title: "One: two"'
    elif "found character '\\t'" in what or "\\t" in what:
        what = "a tab stands where only spaces may stand"
        hint = "Indent with spaces, two for each step."
    elif "expected <block end>" in what or "did not find expected key" in what:
        what = "this line is not indented like the lines it belongs to"
    elif "unexpected end of stream" in what or "end of stream" in what:
        what = "a quotation mark or bracket is opened and never closed"
        hint = "Close it, or quote the whole text with the other kind of quotation mark."
    return Problem(place, "yaml", f"This cannot be read: {what}.", hint)


class _Builder:
    """Builds nodes from events, without recursion: a story must not exhaust the stack."""

    def __init__(self, file: str, problems: list[Problem]) -> None:
        self.file = file
        self.problems = problems

    def mark(self, event: yaml.Event) -> Mark:
        return Mark(self.file, event.start_mark.line + 1, event.start_mark.column + 1)

    def fail(self, event: yaml.Event, code: str, message: str, hint: str) -> SourceError:
        return SourceError(Problem(self.mark(event), code, message, hint))

    def document(self, events: Iterator[yaml.Event]) -> Node | None:
        root: Node | None = None
        stack: list[Sequence | Mapping] = []
        keys: list[Scalar | None] = []
        documents = 0
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    raise self.fail(event, "many-documents", "A second document begins here.",
                                    "Take out the line '---': one file holds one scene.")  # fmt: skip
            elif isinstance(event, yaml.SequenceEndEvent | yaml.MappingEndEvent):
                stack.pop()
                keys.pop()
            elif isinstance(event, yaml.NodeEvent):
                node = self.node(event, len(stack))
                if stack:
                    self.place(stack[-1], keys, node)
                else:
                    root = node
                if not isinstance(node, Scalar):
                    stack.append(node)
                    keys.append(None)
        return root

    def node(self, event: yaml.NodeEvent, depth: int) -> Node:
        if isinstance(event, yaml.AliasEvent) or event.anchor is not None:
            raise self.fail(event, "anchor", "Anchors (&) and aliases (*) are not used in stories.",
                            "Write the text out, or put it in quotation marks.")  # fmt: skip
        if event.tag is not None and event.tag != "!":
            raise self.fail(event, "tag", f"'{event.tag}' is a YAML tag; stories have none.",
                            "Take it out, or put the text in quotation marks.")  # fmt: skip
        if depth >= MOST_LEVELS:
            raise self.fail(event, "too-deep", f"This is nested more than {MOST_LEVELS} levels deep.",
                            "No field of a story needs that: look for a bracket too many.")  # fmt: skip
        if isinstance(event, yaml.ScalarEvent):
            return Scalar(event.value, self.mark(event))
        if isinstance(event, yaml.SequenceStartEvent):
            return Sequence([], self.mark(event))
        return Mapping([], self.mark(event))

    def place(self, parent: Sequence | Mapping, keys: list[Scalar | None], node: Node) -> None:
        if isinstance(parent, Sequence):
            parent.items.append(node)
            return
        key = keys[-1]
        if key is None:
            keys[-1] = node if isinstance(node, Scalar) else self.odd_key(node)
            return
        keys[-1] = None
        if any(known.text == key.text for known, _ in parent.entries):
            message = f"'{key.text}' is given twice."
            hint = "Keep one of them, or write the two together."
            self.problems.append(Problem(key.mark, "duplicate-key", message, hint))
            return
        parent.entries.append((key, node))

    def odd_key(self, node: Node) -> Scalar:
        message = "The name of a field must be a word."
        hint = "A text that begins with [ or { needs quotation marks round it."
        self.problems.append(Problem(node.mark, "odd-key", message, hint))
        return Scalar("", node.mark)
