"""Reads one mapping field by field and reports all that is wrong with it, then goes on."""

import re
from collections.abc import Iterable
from types import TracebackType

from game.story.model import Prose, Ref
from game.story.problem import Mark, Problem, nearest
from game.story.source import Mapping, Node, Scalar, Sequence

ID = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*")
WHOLE = re.compile(r"[+-]?[0-9]{1,6}")
_YES = {"yes": True, "true": True, "on": True, "no": False, "false": False, "off": False}


class Reader:
    """The fields of one mapping. Leaving it reports the fields that nobody asked for.

    ``what`` names the thing in messages: "A scene", "An adviser".
    """

    def __init__(self, node: Node, what: str, problems: list[Problem]) -> None:
        self.mark: Mark = node.mark
        self.what = what
        self.problems = problems
        self.asked: set[str] = set()
        self.fields: dict[str, tuple[Scalar, Node]] = {}
        if isinstance(node, Mapping):
            self.fields = {key.text: (key, value) for key, value in node.entries}
        else:
            message = f"{what} is written as fields, each with a name and a colon."
            self.report(node.mark, "not-a-mapping", message, "Write for example 'text: ...'.")

    def __enter__(self) -> "Reader":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, _: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is not None:
            return
        for name, (key, _value) in self.fields.items():
            if name not in self.asked:
                hint = (
                    nearest(name, self.asked) or "Known are: " + ", ".join(sorted(self.asked)) + "."
                )
                message = f"{self.what} has no field '{name}'."
                self.report(key.mark, "unknown-field", message, hint)

    def report(self, mark: Mark, code: str, message: str, hint: str) -> None:
        self.problems.append(Problem(mark, code, message, hint))

    def node(self, name: str, *, needed: bool = False) -> Node | None:
        self.asked.add(name)
        found = self.fields.get(name)
        if found is None:
            if needed and self.fields:
                message = f"{self.what} needs a field '{name}'."
                self.report(self.mark, "missing-field", message, f"Write '{name}: ...'.")
            return None
        return found[1]

    def place(self, name: str) -> Mark:
        """Return where the value of a field stands, or the mapping itself where it is absent."""
        found = self.fields.get(name)
        return found[1].mark if found else self.mark

    def scalar(self, name: str, *, needed: bool = False) -> Scalar | None:
        node = self.node(name, needed=needed)
        if node is None:
            return None
        if not isinstance(node, Scalar):
            message = f"'{name}' must be a text, not a list or a group of fields."
            hint = "Put it in quotation marks if it begins with a bracket."
            self.report(node.mark, "not-a-text", message, hint)
            return None
        if needed and not node.text.strip():
            self.report(node.mark, "empty-field", f"'{name}' is empty.", f"Write '{name}: ...'.")
        return node

    def text(self, name: str, default: str = "", *, needed: bool = False) -> str:
        scalar = self.scalar(name, needed=needed)
        return " ".join(scalar.text.split()) if scalar is not None else default

    def prose(self, name: str, *, needed: bool = False) -> Prose | None:
        scalar = self.scalar(name, needed=needed)
        return (
            Prose(scalar.text, scalar.mark) if scalar is not None and scalar.text.strip() else None
        )

    def needed_prose(self, name: str) -> Prose:
        return self.prose(name, needed=True) or Prose("", self.mark)

    def word(self, name: str, known: Iterable[str], default: str, code: str) -> str:
        """Return a word that must be one of ``known``."""
        scalar = self.scalar(name)
        if scalar is None:
            return default
        names = list(known)
        if scalar.text in names:
            return scalar.text
        hint = nearest(scalar.text, names) or "Write one of: " + ", ".join(names) + "."
        self.report(scalar.mark, code, f"'{scalar.text}' is not a known {name}.", hint)
        return default

    def yes(self, name: str, *, default: bool = False) -> bool:
        scalar = self.scalar(name)
        if scalar is None:
            return default
        if scalar.text.lower() not in _YES:
            message = f"'{name}' is either yes or no, not '{scalar.text}'."
            self.report(scalar.mark, "not-yes-no", message, f"Write '{name}: yes' or '{name}: no'.")
        return _YES.get(scalar.text.lower(), default)

    def whole(self, name: str, default: int) -> int:
        scalar = self.scalar(name)
        if scalar is None:
            return default
        if not WHOLE.fullmatch(scalar.text):
            message = f"'{name}' is a whole number, not '{scalar.text}'."
            self.report(scalar.mark, "not-a-number", message, f"Write for example '{name}: 3'.")
            return default
        return int(scalar.text)

    def share(self, name: str) -> float | None:
        scalar = self.scalar(name)
        if scalar is None:
            return None
        if not re.fullmatch(r"0?\.[0-9]{1,4}|0|1|1\.0+", scalar.text):
            message = f"'{name}' is a share between 0 and 1, not '{scalar.text}'."
            self.report(scalar.mark, "not-a-share", message, f"Write for example '{name}: 0.7'.")
            return None
        return float(scalar.text)

    def items(self, name: str, *, needed: bool = False) -> list[Node]:
        node = self.node(name, needed=needed)
        if node is None or (isinstance(node, Scalar) and not node.text):
            return []
        if isinstance(node, Sequence):
            return node.items
        message = f"'{name}' must be a list."
        self.report(
            node.mark, "not-a-list", message, f"Write '{name}: [one, two]', or '- ' before each."
        )
        return []

    def texts(self, name: str) -> tuple[str, ...]:
        return tuple(" ".join(scalar.text.split()) for scalar in self.scalars(name))

    def scalars(self, name: str) -> list[Scalar]:
        found = []
        for item in self.items(name):
            if isinstance(item, Scalar):
                found.append(item)
            else:
                message = f"Each item of '{name}' is a text."
                hint = "Put it in quotation marks if it has a colon or a bracket in it."
                self.report(item.mark, "not-a-text", message, hint)
        return found

    def refs(self, name: str) -> tuple[Ref, ...]:
        return tuple(Ref(scalar.text, scalar.mark) for scalar in self.scalars(name))

    def ref(self, name: str, *, needed: bool = False) -> Ref | None:
        scalar = self.scalar(name, needed=needed)
        return Ref(scalar.text, scalar.mark) if scalar is not None and scalar.text else None

    def pairs(self, name: str) -> list[tuple[Scalar, Node]]:
        node = self.node(name)
        if node is None or (isinstance(node, Scalar) and not node.text):
            return []
        if isinstance(node, Mapping):
            return node.entries
        message = f"'{name}' is a group of fields, each with a name and a colon."
        self.report(
            node.mark, "not-a-mapping", message, f"Write for example '{name}: {{party: +1}}'."
        )
        return []
