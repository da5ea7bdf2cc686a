"""Reads one mapping field by field and reports all that is wrong with it, then goes on."""

import re
from collections.abc import Sequence
from types import TracebackType
from typing import TypeVar

from game.story import examples, missed
from game.story.dates import Day, day, written
from game.story.markup import unmarked
from game.story.model import Prose, Ref
from game.story.page import Kind, Page
from game.story.problem import Mark, nearest
from game.story.source import Items, Mapping, Node, Scalar

ID = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*")
# Names that Windows keeps for devices, whatever ending they have: no file there can be called so.
DEVICES = frozenset({"con", "prn", "aux", "nul"}) | {
    f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10)
}
WHOLE = re.compile(r"[+-]?[0-9]{1,6}")
YES = {"yes": True, "true": True, "on": True, "no": False, "false": False, "off": False}
_HUNDREDTHS = re.compile(r"[1-9][0-9]?%?")
_SHARE = re.compile(r"0?\.[0-9]{1,4}|0|1|1\.0{1,4}")

Word = TypeVar("Word", bound=str)
Fields = dict[str, tuple[Scalar, Node]]


class Reader:
    """The fields of one mapping. Leaving it reports the fields that nobody asked for.

    ``what`` names the thing in messages: "A scene", "An adviser".
    """

    __slots__ = ("_asked", "_fields", "_is_mapping", "_missing", "mark", "page", "what")

    def __init__(self, node: Node, what: str, page: Page) -> None:
        self.mark: Mark = page.mark(node)
        self.what = what
        self.page = page
        self._asked: dict[str, None] = {}
        self._missing: list[str] = []
        self._is_mapping = isinstance(node, Mapping)
        self._fields: Fields = node.fields if isinstance(node, Mapping) else {}
        if not self._is_mapping:
            message = f"{what} is written as fields, each with a name and a colon."
            example = examples.of(what)
            self.report(self.mark, "not-a-mapping", message, f"Write for example {example}.")

    def __enter__(self) -> "Reader":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, _: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is not None:
            return
        if not self._fields.keys() <= self._asked.keys():
            for name in sorted(self._fields.keys() - self._asked.keys()):
                self._unknown(name, *self._fields[name])
        for name in self._missing:
            message = f"{self.what} needs a field '{name}'."
            hint = missed.lost_line(name, self._fields, self.page) or f"Write '{name}: ...'."
            self.report(self.mark, "missing-field", message, hint)

    def _unknown(self, name: str, key: Scalar, value: Node) -> None:
        mark = self.page.mark(key)
        if isinstance(value, Scalar) and not value.text and self.page.has_no_colon(key):
            message = f"What stands after this comma is not part of the text: '{name}'."
            hint = "Between { and }, put quotation marks round a text that has a comma in it."
            self.report(mark, "comma", message, hint)
            return
        meant = nearest(name, self._asked)
        # The one mistake is enough: a misspelt field is not missing as well.
        self._missing = [needed for needed in self._missing if f"'{needed}'" not in meant]
        hint = meant or f"Known are: {', '.join(sorted(self._asked))}."
        self.report(mark, "unknown-field", f"{self.what} has no field '{name}'.", hint)

    def report(self, mark: Mark, code: str, message: str, hint: str) -> None:
        self.page.report(mark, code, message, hint)

    def has(self, name: str) -> bool:
        return name in self._fields

    def node(self, name: str, *, needed: bool = False) -> Node | None:
        self._asked[name] = None
        found = self._fields.get(name)
        if found is not None:
            return found[1]
        if needed and self._is_mapping:
            self._missing.append(name)
        return None

    def group(self, name: str, *, needed: bool = False) -> Node | None:
        """Return what should be fields or a list of its own; nothing written is nothing there."""
        self._asked[name] = None
        if name not in self._fields and not needed:
            return None
        node = self.node(name, needed=needed)
        return None if isinstance(node, Scalar) and not node.text else node

    def place(self, name: str) -> Mark:
        """Return where the value of a field stands, or the mapping itself where it is absent."""
        found = self._fields.get(name)
        return self.page.mark(found[1]) if found else self.mark

    def scalar(self, name: str, *, needed: bool = False) -> Scalar | None:
        self._asked[name] = None
        found = self._fields.get(name)
        if found is None:
            if needed and self._is_mapping:
                self._missing.append(name)
            return None
        node = found[1]
        if not isinstance(node, Scalar):
            message = f"'{name}' must be a text, not a list or a group of fields."
            hint = "Put quotation marks round it if it begins with a bracket or has a colon in it."
            mark = self.page.mark(node)
            if missed.has_no_bar(name, *found, self.page):
                message = f"The | behind '{name}:' is missing."
                mark, hint = self.page.mark(found[0]), f"Write '{name}: |'."
            self.report(mark, "not-a-text", message, hint)
            return None
        if needed and not node.text.strip():
            mark = self.page.mark(node)
            self.report(mark, "empty-field", f"'{name}' is empty.", f"Write '{name}: ...'.")
        return node

    def text(self, name: str, default: str = "", *, needed: bool = False) -> str:
        """Return words that are shown as they are: what was marked up in them is plain."""
        # Most fields are not there, and a story has very many: this is the shortest way for them.
        if not needed and name not in self._fields:
            self._asked[name] = None
            return default
        return unmarked(self.marked(name, default, needed=needed))

    def marked(self, name: str, default: str = "", *, needed: bool = False) -> str:
        """Return one paragraph with its markup, for fields that are shown with it."""
        if not needed and name not in self._fields:
            self._asked[name] = None
            return default
        scalar = self.scalar(name, needed=needed)
        if scalar is None:
            return default
        if "](" in scalar.text:
            self.page.links(scalar)
        return " ".join(scalar.text.split())

    def prose(self, name: str, *, needed: bool = False) -> Prose | None:
        scalar = self.scalar(name, needed=needed)
        if scalar is None or not scalar.text.strip():
            return None
        if "](" in scalar.text:
            self.page.links(scalar)
        return Prose(scalar.text, self.page.mark(scalar))

    def needed_prose(self, name: str) -> Prose:
        return self.prose(name, needed=True) or Prose("", self.mark)

    def word(self, name: str, known: Sequence[Word], default: Word) -> Word:
        """Return a word that must be one of ``known``."""
        scalar = self.scalar(name)
        if scalar is None:
            return default
        for word in known:
            if word == scalar.text:
                return word
        hint = nearest(scalar.text, known) or "Write one of: " + ", ".join(known) + "."
        message = f"'{scalar.text}' is not a known {name}."
        self.report(self.page.mark(scalar), "unknown-word", message, hint)
        return default

    def yes(self, name: str, *, default: bool = False) -> bool:
        scalar = self.scalar(name)
        if scalar is None:
            return default
        if scalar.text.lower() not in YES:
            message = f"'{name}' is either yes or no, not '{scalar.text}'."
            hint = f"Write '{name}: yes' or '{name}: no'."
            self.report(self.page.mark(scalar), "not-yes-no", message, hint)
        return YES.get(scalar.text.lower(), default)

    def whole(self, name: str, default: int) -> int:
        scalar = self.scalar(name)
        return default if scalar is None else self.number(name, scalar, default)

    def number(self, name: str, node: Node, default: int = 0, hint: str = "") -> int:
        """Return the whole number that a node holds."""
        if isinstance(node, Scalar) and WHOLE.fullmatch(node.text):
            return int(node.text)
        given = f"'{node.text}'" if isinstance(node, Scalar) else "a list or a group of fields"
        message = f"'{name}' is a whole number, not {given}."
        self.report(self.page.mark(node), "not-a-number", message, hint or f"Write '{name}: 3'.")
        return default

    def share(self, name: str) -> float | None:
        scalar = self.scalar(name)
        if scalar is None:
            return None
        if not _SHARE.fullmatch(scalar.text):
            message = f"'{name}' is a number from 0 to 1, not '{scalar.text}'."
            mark = self.page.mark(scalar)
            meant = (
                f"0.{scalar.text.rstrip('%'):0>2}" if _HUNDREDTHS.fullmatch(scalar.text) else "0.7"
            )
            hint = f"0 is the left edge and 1 the right one: write for example '{name}: {meant}'."
            self.report(mark, "not-a-share", message, hint)
            return None
        return float(scalar.text)

    def day(self, name: str) -> Day | None:
        scalar = self.scalar(name)
        if scalar is None or not scalar.text:
            return None
        found = day(scalar.text)
        if found is None:
            message = f"'{scalar.text}' cannot be reckoned with."
            meant = written(scalar.text) or "1938-09-13"
            hint = f"'{name}' is the year, the month, the day: '{name}: {meant}'."
            hint += " Only the month or the year will do, '1938-09' or '1938'; 'date' is for words."
            self.report(self.page.mark(scalar), "not-a-date", message, hint)
        return found

    def items(self, name: str, *, needed: bool = False) -> list[Node]:
        node = self.group(name, needed=needed)
        if node is None:
            return []
        if isinstance(node, Items):
            return node.nodes
        message = f"'{name}' must be a list."
        hint = f"Write '{name}: [one, two]', or '- ' before each on a line of its own."
        if missed.is_list(node):
            message = f"'{name}' must be a list, and a list begins with a hyphen and a space."
            hint = "Write '- ' before each, on a line of its own."
        self.report(self.page.mark(node), "not-a-list", message, hint)
        return []

    def scalars(self, name: str) -> list[Scalar]:
        """Return a list of texts; where there is only one, it need not stand in a list."""
        self._asked[name] = None
        if name not in self._fields:
            return []
        node = self._fields[name][1]
        is_one = isinstance(node, Scalar) and node.text and not missed.is_list(node)
        items = [node] if is_one else self.items(name)
        found = []
        for item in items:
            if isinstance(item, Scalar):
                found.append(item)
                continue
            message = f"Each item of '{name}' is a text."
            hint = "Put it in quotation marks if it has a colon or a bracket in it."
            self.report(self.page.mark(item), "not-a-text", message, hint)
        return found

    def texts(self, name: str) -> tuple[str, ...]:
        return tuple([" ".join(scalar.text.split()) for scalar in self.scalars(name)])

    def refs(self, kind: Kind, name: str) -> tuple[Ref, ...]:
        return tuple([self._mention(kind, scalar) for scalar in self.scalars(name)])

    def ref(self, kind: Kind, name: str, *, needed: bool = False) -> Ref | None:
        scalar = self.scalar(name, needed=needed)
        return self._mention(kind, scalar) if scalar is not None and scalar.text else None

    def needed_ref(self, kind: Kind, name: str) -> Ref:
        return self.ref(kind, name, needed=True) or Ref("", self.mark)

    def name(self, kind: Kind, name: str) -> str:
        ref = self.ref(kind, name)
        return ref.id if ref else ""

    def part(self, name: str, *, needed: bool = False) -> Ref | None:
        """Return a name of the picture catalogue, which is no matter of the story's."""
        scalar = self.scalar(name, needed=needed)
        return (
            Ref(scalar.text, self.page.mark(scalar)) if scalar is not None and scalar.text else None
        )

    def _mention(self, kind: Kind, scalar: Scalar) -> Ref:
        ref = Ref(scalar.text, self.page.mark(scalar))
        self.page.mention(kind, ref.id, ref.mark)
        return ref

    def pairs(self, name: str) -> Fields:
        node = self.group(name)
        if node is None:
            return {}
        if isinstance(node, Mapping):
            return node.fields
        message = f"'{name}' is a group of fields, each with a name and a colon."
        hint = f"Write for example '{name}: {{trust: +1}}'."
        self.report(self.page.mark(node), "not-a-mapping", message, hint)
        return {}
