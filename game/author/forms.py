"""All forms of the format, by what messages call them."""

from collections.abc import Mapping

from game.author import fields_choice, fields_cover, fields_pack, fields_scene
from game.author.format import Form

FORMS: Mapping[str, Form] = {
    form.what: form
    for form in (
        *fields_scene.FORMS,
        *fields_choice.FORMS,
        *fields_cover.FORMS,
        *fields_pack.FORMS,
    )
}
# Files that hold one thing, and those that hold many under names of their own (or in a list).
SINGLE: Mapping[str, str] = {"story": "A story", "chapter": "A chapter", "scene": "A scene"}
NAMED: Mapping[str, str] = {
    "people": "A person",
    "glossary": "A term",
    "sources": "A source",
    "additions": "An addition",
}
LISTED: Mapping[str, str] = {"timeline": "An event"}
