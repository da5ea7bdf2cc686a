"""What stands in a YAML file, as texts, lists and groups of fields; and back to YAML.

Notes behind a number sign are lost on the way, so a file is only written so where it must change.
"""

import json
import re
from collections.abc import Iterable

from game.story.source import Items, Node, Scalar, parse

Tree = str | list["Tree"] | dict[str, "Tree"]

_PLAIN = re.compile(r"(?:[A-Za-z0-9]|[+-](?=[0-9]))(?:[A-Za-z0-9 .,;()/+_-]*[A-Za-z0-9.)])?")
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*")


def tree(node: Node) -> Tree:
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Items):
        return [tree(item) for item in node.nodes]
    return {name: tree(value) for name, (_, value) in node.fields.items()}


def read(text: str) -> Tree:
    """What stands in a file; nothing where it cannot be read."""
    node = parse(text, "", [])
    return tree(node) if node is not None else ""


def fields(text: str) -> dict[str, Tree]:
    """The fields of a file; none where it has something else in it."""
    found = read(text)
    return found if isinstance(found, dict) else {}


def yaml(value: Tree) -> str:
    """A file that reads as these values."""
    return "\n".join(_lines(value)) + "\n"


def _lines(value: Tree) -> list[str]:
    if isinstance(value, str):
        return _text(value)
    if not value:
        return ["[]" if isinstance(value, list) else "{}"]
    found: list[str] = []
    if isinstance(value, list):
        for item in value:
            first, *rest = _lines(item)
            found += [f"- {first}", *_indented(rest)]
        return found
    for name, item in value.items():
        head = f"{name if _NAME.fullmatch(name) else _quoted(name)}:"
        lines = _lines(item)
        if isinstance(item, str) or not item:
            found += [f"{head} {lines[0]}", *lines[1:]]
        else:
            found += [head, *_indented(lines)]
    return found


def _indented(lines: Iterable[str]) -> list[str]:
    return [f"  {line}" if line else "" for line in lines]


def _text(text: str) -> list[str]:
    if _PLAIN.fullmatch(text):
        return [text]
    body, parts = text.removesuffix("\n"), text.removesuffix("\n").split("\n")
    is_block = bool(body) and "\n" in text and body.strip() == body and all(map(_is_line, parts))
    if not is_block:
        return [_quoted(text)]
    return ["|" if text.endswith("\n") else "|-", *_indented(parts)]


def _is_line(line: str) -> bool:
    return line.isprintable() and (not line or bool(line.strip()))


def _quoted(text: str) -> str:
    quoted = json.dumps(text, ensure_ascii=False)
    return "".join(c if c.isprintable() else f"\\U{ord(c):08x}" for c in quoted)
