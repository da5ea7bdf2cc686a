"""What is to be read: a story's folder and the packs for it, and where their files lie."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from game.story import load
from game.story.model import Extension
from game.story.problem import Mark


class Layers(NamedTuple):
    """The folder or .zip of a story, and of the packs that are to be laid on it."""

    folder: Path
    packs: tuple[Path, ...] = ()

    def roots(self) -> dict[str, Path]:
        """All folders by what the names of their files begin with, in marks; the story's first.

        Two folders of one name are told apart by the folder that they lie in.
        """
        found: dict[str, Path] = {}
        for folder in (self.folder.resolve(), *(pack.resolve() for pack in self.packs)):
            names = (folder.name, f"{folder.parent.name}/{folder.name}", str(folder))
            label = next((name for name in names if name not in found), "")
            if label:
                found[label] = folder
        return found

    def lines_of(self, file: str, roots: Mapping[str, Path] | None = None) -> list[str]:
        """The lines of a file that a mark names; none where there is no such file."""
        for label, folder in (roots or self.roots()).items():
            if lines := load.lines_of(folder, file, label):
                return lines
        return []

    def line_of(self, mark: Mark) -> str:
        return self.lines_at([mark])[0]

    def lines_at(self, marks: Iterable[Mark]) -> tuple[str, ...]:
        """The lines that marks point at, "" where one cannot be read; each file is read once."""
        read: dict[str, list[str]] = {}
        found = []
        for mark in marks:
            if mark.file not in read:
                read[mark.file] = self.lines_of(mark.file)
            lines = read[mark.file]
            found.append(lines[mark.line - 1] if mark.line <= len(lines) else "")
        return tuple(found)


def place(folder: Path, packs: Iterable[Extension], file: str) -> tuple[Path, str]:
    """The folder of a story, or of one of the packs laid on it, that has a file; and its label."""
    for pack in packs:
        if file.startswith(f"{pack.label}/"):
            return pack.folder, pack.label
    root = folder.resolve()
    return root, root.name


def beside(folder: Path, packs: Iterable[Extension], mark: Mark) -> Path:
    """The folder that a scene's own picture lies in: beside the file of the scene."""
    root, label = place(folder, packs, mark.file)
    return (root / mark.file.removeprefix(f"{label}/")).parent
