"""Words of the manual that stand in a file of their own, each under a name."""

from collections.abc import Mapping

from game import paths
from game.story.source import Mapping as Fields
from game.story.source import Node, Scalar, parse


def texts(file: str) -> Mapping[str, Mapping[str, str]]:
    """The texts of a YAML file by their names, under the titles that group them."""
    path = paths.author() / "manual" / file
    node = parse(path.read_text(encoding="utf-8"), file, [])
    return {title: _texts(found) for title, found in _fields(node).items()}


def _fields(node: Node | None) -> Mapping[str, Node]:
    fields = node.fields if isinstance(node, Fields) else {}
    return {name: value for name, (_, value) in fields.items()}


def _texts(node: Node) -> Mapping[str, str]:
    return {name: value.text for name, value in _fields(node).items() if isinstance(value, Scalar)}
