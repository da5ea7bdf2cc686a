"""Every field of the format, each once with something in it that it cannot hold."""

import copy
import json
from collections.abc import Iterator, Mapping, Sequence
from typing import cast

from game.author.format import Field, Shape
from game.author.forms import FORMS
from tests.hostile import case
from tests.hostile.case import Case, Cases

Value = str | Sequence["Value"] | Mapping[str, "Value"]

# Shapes that are written as one scalar; a mapping is put there, and a text into the others.
_PLAIN: frozenset[Shape] = frozenset(
    {"text", "prose", "yes", "number", "share", "day", "word", "mention", "picture"}
)
_CHOICE: Value = {"id": "a", "text": "b", "outcome": "c", "goto": "palace"}
_SCENE: Value = {"title": "A", "text": "B", "choices": [_CHOICE]}
_END: Value = {"title": "A", "text": "B"}
_COVER: Value = {"title": "A", "start": "smolny"}
_PACK: Value = {"title": "A", "id": "a", "extends": "small"}

# Where each form stands: its file, what else is in it, and the way there.
_PLACES: Mapping[str, tuple[str, Value, tuple[str | int, ...]]] = {
    "A scene": (case.SCENE, _SCENE, ()),
    "An illustration": (case.SCENE, _SCENE, ("illustration",)),
    "A figure": (case.SCENE, _SCENE, ("illustration", "cast", 0)),
    "A prop": (case.SCENE, _SCENE, ("illustration", "props", 0)),
    "An echo": (case.SCENE, _SCENE, ("echoes", 0)),
    "An adviser": (case.SCENE, _SCENE, ("advisers", 0)),
    "A question": (case.SCENE, _SCENE, ("after",)),
    "A choice": (case.SCENE, _SCENE, ("choices", 0)),
    "A way onward": (case.SCENE, _SCENE, ("choices", 0, "goto", 0)),
    "The history": (case.SCENE, _SCENE, ("history",)),
    "A historian": (case.SCENE, _SCENE, ("history", "historians", 0)),
    "A source check": (case.SCENE, _SCENE, ("source_check",)),
    "An answer": (case.SCENE, _SCENE, ("source_check", "answers", 0)),
    "An ending": ("2-after/moscow.yaml", _END, ("ending",)),
    "A story": ("story.yaml", _COVER, ()),
    "A pack": ("story.yaml", _PACK, ()),
    "An addition": ("additions.yaml", {}, ("smolny",)),
    "A variable": ("story.yaml", _COVER, ("variables", "army")),
    "A contender": ("story.yaml", _COVER, ("contenders", "trotsky")),
    "A chapter": ("1-october/chapter.yaml", _COVER, ()),
    "A person": ("people.yaml", {}, ("lenin",)),
    "A term": ("glossary.yaml", {}, ("soviet",)),
    "A source": ("sources.yaml", {}, ("deutscher",)),
    "An event": ("timeline.yaml", [], (0,)),
}


def cases() -> Cases:
    return dict(_cases())


def _cases() -> Iterator[tuple[str, Case]]:
    for what, form in FORMS.items():
        file, whole, way = _PLACES[what]
        for field in form.fields:
            kind, value = _wrong(field)
            put = _put(copy.deepcopy(whole), (*way, field.name), value)
            # JSON is YAML too.
            yield f"{what}, '{field.name}' is {kind}", Case(case.text(file, json.dumps(put)))


def _wrong(field: Field) -> tuple[str, Value]:
    if field.shape in _PLAIN:
        return "a mapping", {"a": {"b": ["c"]}}
    return "a text", "a *text [where](none:is) wanted"


def _put(whole: Value, way: Sequence[str | int], value: Value) -> Value:
    """A value laid into another at the end of a way, which is made where it is not there."""
    if not way:
        return value
    step, *rest = way
    if isinstance(step, int):
        items = list(whole) if isinstance(whole, list) else []
        inner = items[step] if len(items) > step else {}
        return [*items[:step], _put(inner, rest, value), *items[step + 1 :]]
    fields = dict(cast("Mapping[str, Value]", whole)) if isinstance(whole, dict) else {}
    return {**fields, step: _put(fields.get(step, {}), rest, value)}
