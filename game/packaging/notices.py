"""Whose work is inside, under which licence: a file to read, and one for machines (CycloneDX)."""

import json
import re
import tomllib
from collections.abc import Iterable, Sequence
from email.message import Message
from email.parser import HeaderParser
from pathlib import Path
from typing import NamedTuple

from game.packaging import parcels
from game.packaging.project import HERE, ROOT, Project
from game.packaging.work import Failed

LICENCES, BILL = "LICENCES.txt", "sbom.cdx.json"
_RULE = "=" * 78
# Wheels that say nothing of their licence in a way that a program understands.
INSIDE = {"pygame-ce": "LGPL-2.1-or-later", "pyyaml": "MIT", "pillow": "MIT-CMU"}
_OWN_MODULE = re.compile(r"\.(cpython-\d+-[\w-]+\.so|abi3\.so|pyd)$|^(lib)?python[\d.]")
_NOT_NAME = re.compile(r"[^\w.-]")
_LIBRARY = re.compile(r"\.(dll|so(\.\d+)*)$", re.IGNORECASE)


class Part(NamedTuple):
    """Something that others made; ``text`` is its licence as it came with it."""

    name: str
    version: str
    licence: str
    origin: str
    text: str


class Library(NamedTuple):
    name: str
    files: tuple[str, ...]
    licence: str
    copyright: str
    within: str
    origin: str


def libraries() -> tuple[Library, ...]:
    rows = tomllib.loads((HERE / "libraries.toml").read_text(encoding="utf-8"))["library"]
    return tuple(
        Library(
            row["name"],
            tuple(row["files"]),
            row["licence"],
            row.get("copyright", ""),
            row.get("within", ""),
            row["from"],
        )
        for row in rows
    )


def wheels(site: Path, *more: str) -> list[Part]:
    """The packages that were installed into a folder: those of the game, and some more."""
    wanted = {*INSIDE, *more}
    return [
        part
        for info in sorted(site.glob("*.dist-info"))
        if (part := _wheel(info)).name in wanted
    ]  # fmt: skip


def missing(site: Path) -> list[str]:
    """What the packages in a folder need, for whatever system, and is not there."""
    heads = [_head(info) for info in site.glob("*.dist-info")]
    here = {_plain(head["Name"]) for head in heads}
    needed = {
        _plain(_NOT_NAME.split(line)[0])
        for head in heads
        for line in head.get_all("Requires-Dist", [])
        if "extra ==" not in line
    }
    return sorted(needed - here)


def python(version: str, licence: Path) -> Part:
    text = licence.read_text(encoding="utf-8", errors="replace")
    return Part("python", version, "PSF-2.0", "https://www.python.org", text)


def write(package: Path, project: Project, parts: Sequence[Part]) -> None:
    """Write both files, and fail where a library lies in the package that nobody has named."""
    there = found(package)
    text = _page(project, parts, there)
    (package / LICENCES).write_text(text, encoding="utf-8", newline="\n")
    (package / BILL).write_text(_bill(project, parts, there), encoding="utf-8", newline="\n")


def found(package: Path) -> list[tuple[Library, Path]]:
    """The libraries in a package, each file with its name for people."""
    known = libraries()
    named, strange = [], []
    for path in parcels.paths(package):
        if path.is_symlink() or not _LIBRARY.search(path.name) or _OWN_MODULE.search(path.name):
            continue
        name = path.name.lower()
        match = [row for row in known if name.startswith(tuple(each.lower() for each in row.files))]
        if match:
            named.append((match[0], path))
        else:
            strange.append(path.name)
    if strange:
        raise Failed(f"Nobody has written in libraries.toml whose these are: {', '.join(strange)}")
    return named


def _head(info: Path) -> Message:
    return HeaderParser().parsestr((info / "METADATA").read_text(encoding="utf-8"))


def _plain(name: str) -> str:
    return name.lower().replace("_", "-")


def _wheel(info: Path) -> Part:
    head = _head(info)
    name = _plain(head["Name"])
    texts = [
        path.read_text(encoding="utf-8", errors="replace")
        for path in parcels.paths(info)
        if path.name.upper().startswith(("LICEN", "COPYING"))
    ]
    licence = INSIDE.get(name) or head["License-Expression"] or head["License"] or "see below"
    return Part(
        name, head["Version"], licence, f"https://pypi.org/project/{name}", "\n".join(texts)
    )


def _page(project: Project, parts: Sequence[Part], there: Sequence[tuple[Library, Path]]) -> str:
    lines = [
        f"{project.title} {project.version}, and what it is made of",
        "",
        "Program, story and pictures: MIT licence. Typefaces: SIL Open Font License 1.1.",
        "Under the LGPL stand pygame-ce and some of the libraries that it brings. They lie in the",
        "folder of the program as files of their own; other versions may be put in their place.",
        "The sources of all of them can be had, free of charge, from the addresses below.",
        "",
        *(f"  {part.name} {part.version}: {part.licence}. {part.origin}" for part in parts),
        *(f"  {row.name}: {row.licence}. {row.origin}" for row in _rows(there)),
        "",
    ]
    lines += _chapter(project.title, (ROOT / "LICENSE").read_text(encoding="utf-8"))
    for path in sorted((ROOT / "assets" / "fonts").glob("LICENSE_*.txt")):
        name = path.stem.removeprefix("LICENSE_")
        lines += _chapter(f"Typeface {name}", path.read_text(encoding="utf-8"))
    for part in parts:
        text = part.text or (HERE / "licences" / f"{part.licence}.txt").read_text(encoding="utf-8")
        lines += _chapter(f"{part.name} {part.version}", text)
    lines += _shared(_rows(there))
    return "\n".join(lines) + "\n"


def _rows(there: Iterable[tuple[Library, Path]]) -> list[Library]:
    return sorted({row for row, _ in there})


def _shared(rows: Sequence[Library]) -> list[str]:
    """The libraries whose text comes with no wheel, gathered by their licences."""
    lines: list[str] = []
    for licence in sorted({row.licence for row in rows if not row.within}):
        holders = [
            f"{row.name}: {row.copyright}"
            for row in rows
            if row.licence == licence and not row.within
        ]
        text = (HERE / "licences" / f"{licence}.txt").read_text(encoding="utf-8")
        lines += _chapter(licence, "\n".join([*holders, "", text]))
    return lines


def _chapter(title: str, text: str) -> list[str]:
    return [_RULE, title, _RULE, "", text.strip(), ""]


def _bill(project: Project, parts: Sequence[Part], there: Sequence[tuple[Library, Path]]) -> str:
    components: list[dict[str, object]] = [
        {
            "type": "application" if part.name == "python" else "library",
            "name": part.name,
            "version": part.version,
            "licenses": [{"expression": part.licence}],
            **({} if part.name == "python" else {"purl": f"pkg:pypi/{part.name}@{part.version}"}),
        }
        for part in parts
    ]
    components += [
        {
            "type": "file",
            "name": path.name,
            "description": row.name,
            "licenses": [{"expression": row.licence}],
            "hashes": [{"alg": "SHA-256", "content": parcels.sha256(path)}],
        }
        for row, path in there
    ]
    bill = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "name": project.name,
                "version": project.version,
                "licenses": [{"expression": "MIT AND OFL-1.1"}],
            }
        },
        "components": components,
    }
    return json.dumps(bill, indent=1) + "\n"
