"""What a common editor needs in order to complete and explain a story while it is written."""

import json
from collections.abc import Mapping
from pathlib import Path

from game.author.put import put
from game.author.schema import Names, schema

FOLDER = ".vscode"
# Which file has which schema. A chapter.yaml lies among the scenes; their schema knows both.
FILES: Mapping[str, str] = {
    "story": "/story.yaml",
    "people": "/people.yaml",
    "glossary": "/glossary.yaml",
    "sources": "/sources.yaml",
    "timeline": "/timeline.yaml",
    "scene": "/*/*.yaml",
}
_EXTENSION = "redhat.vscode-yaml"


def settings() -> dict[str, object]:
    return {
        "yaml.schemas": {f"./{FOLDER}/{name}.schema.json": file for name, file in FILES.items()},
        # A story has texts where other YAML has numbers; the editor is not to change any of them.
        "yaml.format.enable": False,
        "[yaml]": {"editor.tabSize": 2, "editor.insertSpaces": True, "editor.wordWrap": "on"},
    }


def written(folder: Path, known: Names) -> None:
    """Write the schemas and settings into a story's folder, in place of older ones."""
    beside = folder / FOLDER
    put(beside / "settings.json", _json(settings()))
    put(beside / "extensions.json", _json({"recommendations": [_EXTENSION]}))
    refreshed(folder, known, is_wanted=True)


def refreshed(folder: Path, known: Names, *, is_wanted: bool = False) -> None:
    """Write the schemas again, as the names of a story are now; where there are none, none."""
    for name in FILES:
        path, text = folder / FOLDER / f"{name}.schema.json", _json(schema(name, known))
        if (is_wanted or path.is_file()) and not _says(path, text):
            put(path, text)


def _says(path: Path, text: str) -> bool:
    return path.is_file() and path.read_text(encoding="utf-8") == text


def _json(value: object) -> str:
    return json.dumps(value, indent=1, ensure_ascii=False) + "\n"
