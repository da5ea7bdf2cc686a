"""Builds the story of a case: the base, the case's own files over it, then its changes."""

import os
import shutil
from pathlib import Path
from typing import Literal

from tests.cases import packing

CASES = Path(__file__).parent
# A few names of pictures that do not change when pictures are drawn.
ASSETS = CASES / "_base" / "assets"


def names() -> list[str]:
    return sorted(path.parent.name for path in CASES.glob("*/says.txt"))


def build(name: str, folder: Path) -> Path:
    """Return the folder of a case's story, made in ``folder``."""
    case = CASES / name
    story = folder / "story"
    shutil.copytree(CASES / "_base" / "story", story)
    if (case / "story").is_dir():
        shutil.copytree(case / "story", story, dirs_exist_ok=True)
    changes = case / "changes.txt"
    if changes.is_file():
        _change(story, changes.read_text(encoding="utf-8"))
    pack = case / "pack.txt"
    return packing.packed(story, pack.read_text(encoding="utf-8")) if pack.is_file() else story


def asked(name: str, folder: Path) -> list[Path]:
    """Return what the check is asked about: a case's packs, if it has any, else its story."""
    story = build(name, folder)
    packs = folder / "packs"
    if (CASES / name / "packs").is_dir():
        shutil.copytree(CASES / name / "packs", packs)
    return sorted(packs.iterdir()) if packs.is_dir() else [story]


def _change(story: Path, text: str) -> None:
    """Carry out commands, and replace lines in the file named last."""
    file = story
    before: list[str] = []
    after: list[str] = []
    for line in [*text.splitlines(), "!end"]:
        if line[:1] in ("-", " "):
            if line[:1] == "-" and after[len(before) :]:
                _replace(file, before, after)
                before, after = [], []
            before.append(line[1:])
        if line[:1] in ("+", " "):
            after.append(line[1:])
        if line[:1] not in ("-", "+", " "):
            _replace(file, before, after)
            before, after = [], []
            if line.startswith("!"):
                _command(story, line[1:])
            elif line:
                file = story / line


def _replace(file: Path, before: list[str], after: list[str]) -> None:
    if not before and not after:
        return
    lines = file.read_text(encoding="utf-8").split("\n")
    for at in range(len(lines)):
        if lines[at : at + len(before)] == before:
            lines[at : at + len(before)] = after
            break
    else:
        message = f"{file.name} does not have these lines: {before}"
        raise ValueError(message)
    file.write_text("\n".join(lines), encoding="utf-8", newline="\n")


def _command(story: Path, line: str) -> None:
    command, _, rest = line.partition(" ")
    name, _, words = rest.partition(" ")
    path = story / name
    match command:
        case "delete":
            shutil.rmtree(path) if path.is_dir() else path.unlink()
        case "folder":
            path.mkdir(parents=True)
        case "bytes":
            escaped = words.encode("latin-1").decode("unicode_escape")
            path.write_bytes(escaped.encode("latin-1"))
        case "link":
            path.symlink_to(words)
        case "pipe":
            os.mkfifo(path)
        case "repeat" | "more":
            _repeat(path, "a" if command == "more" else "w", *words.split(" ", 1))
        case "many" | "packs":
            (_many if command == "many" else _packs)(path, int(words))


def _repeat(path: Path, mode: Literal["a", "w"], count: str, part: str) -> None:
    with path.open(mode, encoding="utf-8", newline="\n") as file:
        file.write(int(count) * part.replace("\\n", "\n"))


def _packs(folder: Path, count: int) -> None:
    for number in range(1, count + 1):
        pack = folder / f"p{number:02}"
        pack.mkdir(parents=True)
        cover = f"title: Number {number}\nid: number-{number:02}\nextends: small\n"
        (pack / "story.yaml").write_text(cover, encoding="utf-8", newline="\n")


def _many(folder: Path, count: int) -> None:
    for number in range(count):
        (folder / f"{number}.txt").touch()
