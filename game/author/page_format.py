"""The page of the format, field by field, from the table that editors and tests use."""

from collections.abc import Iterator

from game.author.fields_choice import FORMS as CHOICES
from game.author.fields_cover import FORMS as COVERS
from game.author.fields_pack import FORMS as PACKS
from game.author.fields_scene import FORMS as SCENES
from game.author.format import SAID, Field, Form
from game.author.forms import NAMED

_HEAD = """# The format, field by field

A story is a folder. In it lies `story.yaml`, the cover, and a folder for each chapter. In each of
them lie `chapter.yaml` and a file for each scene; the file's name is the scene's name.
Beside `story.yaml` there may be `people.yaml`, `glossary.yaml`, `sources.yaml` and `timeline.yaml`.

A scene needs a `title`, a `text` and `choices`; a choice needs a `text`, an `outcome` and a `goto`.
Everything else is optional. A **bold** name must be there. Texts know `*emphasis*`, `**strong**`,
and links to people and words: `[Dr Snow](person:snow)`, `[cholera](term:cholera)`. An empty line
begins a paragraph.
"""


def page() -> str:
    return "\n".join(
        (_HEAD, *(part for form in (*SCENES, *CHOICES, *COVERS, *PACKS) for part in _form(form)))
    )


def _form(form: Form) -> Iterator[str]:
    """A heading, a sentence, and a row for each field."""
    yield f"## {form.what}\n"
    yield f"{form.about}{_where(form)}\n"
    yield "| field | holds | means |\n| --- | --- | --- |"
    yield from (_row(field) for field in form.fields)
    yield ""


def _where(form: Form) -> str:
    if not form.file:
        return ""
    if form.what in NAMED.values() and form.file != "additions.yaml":
        return f" In `{form.file}`, each under a name of your own."
    return f" In `{form.file}`."


def _anchor(what: str) -> str:
    return what.lower().replace(" ", "-")


def _row(field: Field) -> str:
    name = f"**{field.name}**" if field.needed else f"`{field.name}`"
    words = f" One of: {', '.join(field.words)}." if field.words else ""
    within = (
        f" See [{field.of}](#{_anchor(field.of)})." if field.of[:2] in ("A ", "An", "Th") else ""
    )
    about = f"{field.about}{words}{within}".replace("|", "\\|")
    return f"| {name} | {SAID[field.shape]} | {about} |"
