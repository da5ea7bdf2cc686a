"""What lies in every package beside the program itself: the story, the art, the papers."""

import shutil
from collections.abc import Iterable
from pathlib import Path

from game.packaging.project import HERE, ROOT

STORY = "the-power-struggle"
# The drawings from which the pictures were baked stay at home, as do their makers.
ART = ("baked", "catalogue", "fonts", "icon", "printed", "sounds")
MAKERS = ("packaging", "press")
_PAPERS = {"TECHNICIANS.md": "TECHNICIANS.txt", "lab-template.yaml": "lab-template.yaml"}


def lay(package: Path, app: Path) -> None:
    """Lay everything into the folder of a package; ``app`` is where its modules are looked for."""
    shipped = app / "game" / "shipped" / "assets"
    for name in ART:
        shutil.copytree(ROOT / "assets" / name, shipped / name, ignore=_ignored)
    stories = package / "stories"
    shutil.copytree(ROOT / "story", stories / STORY, ignore=_ignored)
    shutil.copyfile(HERE / "stories.txt", stories / "READ ME.txt")
    for name, paper in _PAPERS.items():
        shutil.copyfile(HERE / name, package / paper)


def modules(app: Path) -> None:
    """Copy the program as its source files."""
    ignored = shutil.ignore_patterns(*MAKERS, "__pycache__")
    shutil.copytree(ROOT / "game", app / "game", ignore=ignored, dirs_exist_ok=True)


def files(app: Path) -> None:
    """Copy what lies among the modules and is none, such as the template of a story."""
    ignored = shutil.ignore_patterns(*MAKERS, "__pycache__", "*.py")
    shutil.copytree(ROOT / "game", app / "game", ignore=ignored, dirs_exist_ok=True)
    without_empty(app / "game")


def without_empty(folder: Path) -> None:
    for inner in sorted(folder.glob("**/"), reverse=True):
        if not any(inner.iterdir()):
            inner.rmdir()


def for_windows(package: Path) -> None:
    """Notepad and old editors want both letters at the end of a line."""
    for path in package.glob("**/*"):
        if path.suffix in (".txt", ".yaml") and "app" not in path.parts:
            text = path.read_bytes().replace(b"\r\n", b"\n")
            path.write_bytes(text.replace(b"\n", b"\r\n"))


def introduce(folder: Path, things: Iterable[tuple[str, str]]) -> None:
    """Let Python know names and versions, as pip would have."""
    for name, version in things:
        info = folder / f"{name.replace('-', '_')}-{version}.dist-info"
        info.mkdir()
        lines = ("Metadata-Version: 2.1", f"Name: {name}", f"Version: {version}")
        (info / "METADATA").write_text("\n".join([*lines, ""]), encoding="utf-8", newline="\n")


def _ignored(_folder: str, names: list[str]) -> set[str]:
    """No hidden files, and none of the drawings that icons are made from."""
    return {name for name in names if name.startswith(".") or name == "__pycache__"}
