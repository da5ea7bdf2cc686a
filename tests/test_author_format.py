"""The table of the format says what the reader reads, and the schema made of it fits every file."""

import json
import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import jsonschema
import pytest
import yaml

from game import paths
from game.author import schema
from game.author.format import Field, Shape
from game.author.forms import FORMS, LISTED, NAMED
from game.stage import catalogue
from game.story import lay
from game.story.layers import Layers
from game.story.load import load
from game.story.reader import Reader
from tests.cases import building

# What the reader asks, and the shapes that stand for it in the table.
SHAPES: dict[str, tuple[Shape, ...]] = {
    "text": ("text", "picture"),
    "marked": ("text",),
    "part": ("text", "picture"),
    "prose": ("prose",),
    "needed_prose": ("prose",),
    "word": ("word",),
    "yes": ("yes",),
    "whole": ("number",),
    "share": ("share",),
    "day": ("day",),
    "texts": ("texts",),
    "scalars": ("texts", "conditions"),
    "name": ("mention",),
    "ref": ("mention",),
    "needed_ref": ("mention",),
    "refs": ("mentions",),
    "pairs": ("names", "headings", "ways", "effects", "points"),
    "items": ("groups",),
    "group": ("group", "goto", "question", "questions", "one or more"),
}
OF_A_KIND = ("name", "ref", "needed_ref", "refs")
STORIES = (paths.story(), building.CASES / "_base" / "story")


class Ask(NamedTuple):
    """How a field was asked for, with which words, and whether the reader insisted on it."""

    how: str
    words: tuple[object, ...]
    needed: bool


Asked = Mapping[str, Mapping[str, Ask]]


@pytest.fixture(name="asked", scope="module")
def _asked() -> Asked:
    asked: dict[str, dict[str, Ask]] = defaultdict(dict)
    is_inside = False

    def heard(how: str) -> Callable[..., object]:
        plain: Callable[..., object] = getattr(Reader, how)

        def ask(self: Reader, *words: object, **options: bool) -> object:
            nonlocal is_inside
            if is_inside:
                return plain(self, *words, **options)
            is_inside = True
            needed = options.get("needed", False) or how.startswith("needed")
            asked[self.what].setdefault(str(words[how in OF_A_KIND]), Ask(how, words, needed))
            try:
                return plain(self, *words, **options)
            finally:
                is_inside = False

        return ask

    with pytest.MonkeyPatch.context() as patch:
        for how in SHAPES:
            patch.setattr(Reader, how, heard(how))
        for folder in STORIES:
            assert load(folder).story is not None
        pack = building.CASES / "clean.extended" / "packs" / "a-night"
        assert lay.read(Layers(STORIES[1], (pack,))).left_out == ()
    return asked


def test_the_table_has_every_form_that_the_reader_reads_and_no_other(asked: Asked) -> None:
    assert set(FORMS) == set(asked)


@pytest.mark.parametrize("what", FORMS)
def test_a_form_has_the_fields_that_the_reader_asks_for(what: str, asked: Asked) -> None:
    assert {field.name for field in FORMS[what].fields} == set(asked[what])


@pytest.mark.parametrize(
    ("what", "field"),
    [(what, field) for what, form in FORMS.items() for field in form.fields],
    ids=lambda value: value if isinstance(value, str) else value.name,
)
def test_a_field_is_read_as_the_table_says(what: str, field: Field, asked: Asked) -> None:
    how, words, needed = asked[what][field.name]
    known = words[1] if how == "word" else ()
    assert isinstance(known, Sequence)
    assert field.shape in SHAPES[how]
    assert field.about.endswith(".")
    assert field.of == words[0] if how in OF_A_KIND else True
    assert field.words == tuple(known)
    # A flag needs no label; what insists on one is the variable's kind.
    assert field.needed == needed or (what, field.name) == ("A variable", "label")
    if field.shape in ("group", "groups", "question", "questions", "one or more", "names", "goto"):
        assert field.of in FORMS


class Editor(yaml.SafeLoader):
    """Reads YAML as editors do: by its version 1.2, where "no" is a text."""


Editor.yaml_implicit_resolvers = {}
for _tag, _pattern, _first in (
    ("bool", "true|false", "tf"),
    ("int", "[-+]?[0-9]+", "-+0123456789"),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)", "-+0123456789."),
    ("null", "~|null|", "~n\0"),
):
    Editor.add_implicit_resolver(
        f"tag:yaml.org,2002:{_tag}", re.compile(f"^(?:{_pattern})$"), list(_first)
    )


def kind_of(file: Path) -> str:
    return file.stem if file.stem in ("story", *NAMED, *LISTED) else "scene"


@pytest.fixture(name="known", scope="module")
def _known() -> schema.Names:
    return schema.pictures(catalogue.scan(paths.assets()))


def mistakes(file: Path, known: schema.Names) -> list[str]:
    made = schema.schema(kind_of(file), known)
    jsonschema.Draft7Validator.check_schema(made)
    value = yaml.load(file.read_text(encoding="utf-8"), Editor)  # a SafeLoader
    found = jsonschema.Draft7Validator(made).iter_errors(value)
    return [f"{file.name}: {error.json_path}: {error.message}" for error in found]


def test_the_schema_fits_every_file_of_the_shipped_story(known: schema.Names) -> None:
    files = sorted(paths.story().rglob("*.yaml"))
    assert files
    assert [line for file in files for line in mistakes(file, known)] == []


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("titel: Smolny", "titel"),
        ("choices: [{text: Go, outcome: You go.}]", "goto"),
        ("illustration: {backdrop: smolny_hal}", "smolny_hal"),
        ("history: {choice: a, text: So., certainty: sure}", "sure"),
        ("when: last autumn", "last autumn"),
        ("echoes: [{when: [army => 3], text: You wait.}]", "army => 3"),
    ],
)
def test_the_schema_underlines_a_mistake(
    line: str, said: str, known: schema.Names, tmp_path: Path
) -> None:
    file = tmp_path / "smolny.yaml"
    file.write_text(f"title: Smolny\ntext: You wait.\n{line}\n", encoding="utf-8")
    assert any(said in mistake for mistake in mistakes(file, known))


def test_the_schema_suggests_the_names_of_a_story() -> None:
    story = load(STORIES[1]).story
    assert story is not None
    made = json.dumps(schema.schema("scene", schema.names(story)))
    assert all(name in made for name in ("palace", "lenin", "deutscher", "army", "october"))
