"""The format as JSON Schema, for editors that complete, explain and underline while one types.

YAML has numbers where a story has only texts: ``1917`` is a good title. So a text may be either.
A name that must exist elsewhere is suggested and never insisted on: the schema is only as new as
the last time it was written.
"""

from collections.abc import Iterable, Mapping, Sequence

from game.author.format import SAID, Field, Form, Shape
from game.author.forms import FORMS, LISTED, NAMED, SINGLE
from game.stage.catalogue import FACINGS, SIZES, SLOTS, Catalogue
from game.story.model import Story

Json = dict[str, object]
Names = Mapping[str, Sequence[str]]

DRAFT = "http://json-schema.org/draft-07/schema#"
# By these fields a chapter.yaml is known; it lies among the scenes, and editors take it for one.
_OF_A_CHAPTER = ("start", "years", "intro", "questions")
# A "true" would be a text too, but editors would offer it for every text there is.
_TEXT: Json = {"type": ["string", "number"]}
_CONDITION: Json = {
    "type": "string",
    "pattern": r"^\s*((not\s+)?[a-z0-9_-]+|[a-z0-9_-]+\s*(==|!=|<=|>=|<|>)\s*[+-]?[0-9]{1,6})\s*$",
    "patternErrorMessage": "Write a condition: army >= 3, exiled or not exiled.",
}
_WHOLE: Json = {
    "type": ["integer", "string"],
    "pattern": "^[+-]?[0-9]{1,6}$",
    "patternErrorMessage": "Write a whole number: 3, +1 or -1.",
}
_EFFECT: Json = {
    "type": ["integer", "boolean", "string"],
    "pattern": "^([+-]?[0-9]{1,6}|yes|no|true|false|on|off)$",
    "patternErrorMessage": "Write +1 to add, 1 to set, yes or no.",
}
_PLAIN: Mapping[Shape, Json] = {
    "text": _TEXT,
    "prose": _TEXT,
    "yes": {"enum": [True, False, "yes", "no", "on", "off"]},
    "number": _WHOLE,
    "share": {"type": "number", "minimum": 0, "maximum": 1},
    "day": {
        "type": ["string", "integer"],
        "pattern": "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$",
        "patternErrorMessage": "Write a date: 1917-11-07, 1917-11 or 1917.",
    },
    "texts": {"anyOf": [{"type": "array", "items": _TEXT}, _TEXT]},
    "conditions": {"anyOf": [{"type": "array", "items": _CONDITION}, _CONDITION]},
    "headings": {"type": "object", "additionalProperties": _TEXT},
    "ways": {"type": "object", "additionalProperties": _TEXT},
}


def pictures(catalogue: Catalogue) -> Names:
    """The names of the catalogue, by the words with which the format speaks of its lists."""
    figures = catalogue.figures.values()
    return {
        "backdrops": list(catalogue.backdrops),
        "figures": list(catalogue.figures),
        "props": list(catalogue.props),
        "moods": list(catalogue.moods),
        "places": list(SLOTS),
        "sizes": list(SIZES),
        "facings": list(FACINGS),
        "expressions": _once(word for figure in figures for word in figure.expressions),
        "poses": _once(word for figure in figures for word in ("default", *figure.poses)),
    }


def names(story: Story) -> Names:
    """What the parts of a story are called, by the kinds of things that can be mentioned."""
    return {
        "scene": list(story.scenes),
        "person": list(story.people),
        "term": list(story.glossary),
        "source": list(story.sources),
        "variable": list(story.variables),
        "contender": list(story.contenders),
        "section": list(story.sections),
        "curriculum": list(story.curriculum),
    }


def _once(words: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(words))


def schema(file: str, known: Names) -> Json:
    """The schema of one of a story's files: "scene", "story", "people", ..."""
    if file in SINGLE:
        found = _form(FORMS[SINGLE[file]], known)
    elif file in NAMED:
        found = {"type": "object", "additionalProperties": _link(NAMED[file])}
    else:
        found = {"type": "array", "items": _link(LISTED[file])}
    if file == "scene":
        is_chapter = {"anyOf": [{"required": [name]} for name in _OF_A_CHAPTER]}
        found = {"if": is_chapter, "then": _link("A chapter"), "else": _link("A scene")}
    if file == "story":
        is_pack = {"required": ["extends"]}
        found = {"if": is_pack, "then": _link("A pack"), "else": _link("A story")}
    definitions = {_key(form.what): _form(form, known) for form in FORMS.values()}
    return {"$schema": DRAFT, **found, "definitions": definitions}


def _form(form: Form, known: Names) -> Json:
    return {
        "type": "object",
        "title": form.what,
        "description": form.about,
        "properties": {
            field.name: {**_value(field, known), "description": hover(field)}
            for field in form.fields
        },
        "required": [field.name for field in form.fields if field.needed],
        "additionalProperties": False,
    }


def hover(field: Field) -> str:
    """What an editor says about a field."""
    return f"{field.about} ({SAID[field.shape][:1].upper()}{SAID[field.shape][1:]}.)"


def _value(field: Field, known: Names) -> Json:
    if field.shape in _PLAIN:
        return _PLAIN[field.shape]
    if field.shape in ("word", "picture"):
        # Where nothing is known, as without the assets, anything may be written.
        words = field.words or known.get(field.of, ())
        return {"enum": list(words)} if words else _TEXT
    if field.shape in ("mention", "mentions", "goto"):
        return _mention(field, known)
    if field.shape in ("effects", "points"):
        each = _EFFECT if field.shape == "effects" else _WHOLE
        suggested = dict.fromkeys(known.get(field.of, ()), each)
        return {"type": "object", "properties": suggested, "additionalProperties": each}
    return _within(field)


def _mention(field: Field, known: Names) -> Json:
    kind = "scene" if field.shape == "goto" else field.of
    suggested = list(known.get(kind, ()))
    name: Json = {"anyOf": [{"enum": suggested}, _TEXT]} if suggested else _TEXT
    if field.shape == "mention":
        return name
    item = name if field.shape == "mentions" else {"anyOf": [name, _link(field.of)]}
    return {"anyOf": [name, {"type": "array", "items": item, "minItems": 1}]}


def _within(field: Field) -> Json:
    """The value of a field that holds fields of its own."""
    form = _link(field.of)
    if field.shape in ("question", "questions"):
        form = {"anyOf": [_TEXT, form]}
    if field.shape == "names":
        return {"type": "object", "additionalProperties": form}
    several: Json = {"type": "array", "items": form}
    if field.shape in ("one or more", "questions"):
        return {"anyOf": [several, form]}
    return several if field.shape == "groups" else form


def _key(what: str) -> str:
    """What a form is called in a schema: "A source check" is "source-check"."""
    return what.split(" ", 1)[1].replace(" ", "-")


def _link(what: str) -> Json:
    return {"$ref": f"#/definitions/{_key(what)}"}
