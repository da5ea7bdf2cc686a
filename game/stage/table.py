"""One table of a catalogue file (JSON), read field by field; a missing or wrong field is blank."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path


class Table:
    """What a JSON object holds, asked for by name and kind."""

    __slots__ = ("_fields",)

    def __init__(self, fields: object) -> None:
        self._fields: Mapping[object, object] = fields if isinstance(fields, dict) else {}

    def tables(self, name: str = "") -> Iterator[tuple[str, "Table"]]:
        """The objects under ``name`` (or in this one), each with its own name."""
        fields = self._fields.get(name) if name else self._fields
        if isinstance(fields, Mapping):
            for key, value in fields.items():
                yield str(key), Table(value)

    def text(self, name: str, otherwise: str = "") -> str:
        value = self._fields.get(name)
        return value if isinstance(value, str) else otherwise

    def number(self, name: str, otherwise: float = 0.0) -> float:
        return _number(self._fields.get(name), otherwise)

    def truth(self, name: str) -> bool:
        return self._fields.get(name) is True

    def words(self, name: str) -> tuple[str, ...]:
        return tuple(word for word in self._list(name) if isinstance(word, str))

    def numbers(self, name: str) -> tuple[float, ...]:
        return tuple(_number(value, 0.0) for value in self._list(name))

    def texts(self, name: str) -> Mapping[str, str]:
        """An object that holds only texts."""
        value = self._fields.get(name)
        fields = value.items() if isinstance(value, Mapping) else ()
        return {str(key): text for key, text in fields if isinstance(text, str)}

    def rows(self, name: str) -> tuple[tuple[object, ...], ...]:
        """A list of lists."""
        return tuple(tuple(row) for row in self._list(name) if isinstance(row, list))

    def _list(self, name: str) -> list[object]:
        value = self._fields.get(name)
        return value if isinstance(value, list) else []


def read(path: Path) -> Table:
    """A missing or damaged file is an empty table."""
    try:
        loaded: object = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Table({})
    return Table(loaded)


def _number(value: object, otherwise: float) -> float:
    if isinstance(value, int | float) and not isinstance(value, bool):
        return float(value)
    return otherwise
