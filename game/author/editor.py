"""What a common editor needs in order to complete and explain a story while it is written."""

import json
from collections.abc import Iterable
from pathlib import Path

from game.author.put import put
from game.author.schema import Names, names, schema
from game.story import lay
from game.story.layers import Layers

FOLDER = ".vscode"
# The files that have a schema: those beside story.yaml by name, and the scenes.
FILES = ("story", "people", "glossary", "sources", "timeline", "additions", "scene")
_EXTENSION = "redhat.vscode-yaml"
_SCHEMAS = "yaml.schemas"
_SETTINGS: dict[str, object] = {
    # Whoever breaks the lines of a text wants them where they are.
    "yaml.format.enable": False,
    "[yaml]": {"editor.tabSize": 2, "editor.insertSpaces": True, "editor.wordWrap": "on"},
}


def schemas(chapters: Iterable[str]) -> dict[str, list[str]]:
    """Which files have which schema. Scenes are told by the folders they lie in: in the patterns
    of this editor a star reaches over slashes, so ``*/*.yaml`` would be every file.
    """  # fmt: skip
    found = {name: [f"/{name}.yaml"] for name in FILES}
    found["scene"] = [f"/{chapter}/*.yaml" for chapter in chapters]
    return {f"./{FOLDER}/{name}.schema.json": files for name, files in found.items()}


def written(folder: Path, pictures: Names, base: Path | None = None) -> None:
    """Write the schemas and settings into a story's folder; what somebody set there is kept.

    The folder of a pack has a ``base``, the story that it extends.
    """
    settings = folder / FOLDER / "settings.json"
    kept = _kept(settings)
    if not kept and settings.exists():
        # With notes between its lines it is no JSON, and still somebody's work.
        settings.replace(settings.with_name("settings.json.bak"))
    _put(settings, _json(_with_schemas({**_SETTINGS, **kept}, folder)))
    put(folder / FOLDER / "extensions.json", _json({"recommendations": [_EXTENSION]}))
    _write(folder, known_in(folder, pictures, base))


def refreshed(folder: Path, pictures: Names, base: Path | None = None) -> None:
    """Bring an editor's knowledge up to date, where it was given any."""
    settings = folder / FOLDER / "settings.json"
    kept = _kept(settings)
    if isinstance(kept.get(_SCHEMAS), dict):
        _put(settings, _json(_with_schemas(kept, folder)))
        _write(folder, known_in(folder, pictures, base))


def known_in(folder: Path, pictures: Names, base: Path | None = None) -> Names:
    """All names: those of pictures, and those of a story if it can be read."""
    story = lay.read(Layers(base, (folder,)) if base else Layers(folder)).story
    return {**pictures, **(names(story) if story else {})}


def _kept(settings: Path) -> dict[str, object]:
    """What is set there; nothing where there is no file, or one that is no JSON."""
    try:
        found = json.loads(settings.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _with_schemas(kept: dict[str, object], folder: Path) -> dict[str, object]:
    there = kept.get(_SCHEMAS)
    others = there if isinstance(there, dict) else {}
    return {**kept, _SCHEMAS: {**others, **schemas(_chapters(folder))}}


def _chapters(folder: Path) -> list[str]:
    return sorted({path.parent.name for path in folder.glob("*/*.yaml")})


def _write(folder: Path, known: Names) -> None:
    for name in FILES:
        _put(folder / FOLDER / f"{name}.schema.json", _json(schema(name, known)))


def _put(path: Path, text: str) -> None:
    """Write what is new; an editor reads everything again that was written."""
    if not path.is_file() or path.read_text(encoding="utf-8") != text:
        put(path, text)


def _json(value: object) -> str:
    return json.dumps(value, indent=1, ensure_ascii=False) + "\n"
