"""Where the art, the shipped story and the player's own files are, from source or installed."""

import os
import sys
import tempfile
from pathlib import Path


def _package(module: Path) -> Path:
    """Return the folder of the package; where its modules lie in one file, the one beside that."""
    folder = module.resolve().parent
    if folder.parent.suffix == ".zip":
        return folder.parent.with_suffix("")
    return folder


_PACKAGE = _package(Path(__file__))
_SHIPPED = "the-power-struggle"
STORIES = "stories"


def author() -> Path:
    """Return the folder of what authors are given: templates, an example, the manual."""
    return _PACKAGE / "author"


def _shipped(name: str) -> Path:
    """Return ``name`` beside the package in a source checkout, else inside the package."""
    source = _PACKAGE.parent / name
    if (_PACKAGE.parent / "pyproject.toml").is_file() and source.is_dir():
        return source
    return _PACKAGE / "shipped" / name


def assets() -> Path:
    return _shipped("assets")


def story() -> Path:
    """Return the story that is played where none is named; in a copied program it lies open."""
    program = beside()
    if program is not None and (program / STORIES / _SHIPPED / "story.yaml").is_file():
        return program / STORIES / _SHIPPED
    return _shipped("story")


def stories(data: Path) -> tuple[Path, ...]:
    """Return the folders in which further stories may lie: beside the program, and the reader's."""
    program = beside()
    own = data / STORIES
    return (own,) if program is None else (program / STORIES, own)


def beside() -> Path | None:
    """Return the folder that the program was copied into; None where a package manager put it.

    A school's own settings and its stories may lie there. It is never written to, but for a
    portable copy.
    """
    if (_PACKAGE.parent / "pyproject.toml").is_file():
        return _PACKAGE.parent
    program = Path(sys.executable)
    return None if program.stem.lower().startswith("python") else program.parent


def data(override: Path | None = None) -> Path:
    """Return the folder for saves and settings; it is not made before something is written."""
    if override is not None:
        return override
    named = os.environ.get("POWER_STRUGGLE_DATA")
    return Path(named) if named else own()


def own() -> Path:
    """Return the folder for what is the user's, where the platform wants it."""
    if sys.platform == "win32":
        return Path(os.environ.get("APPDATA") or home()) / "PowerStruggle"
    if sys.platform == "darwin":
        return home() / "Library" / "Application Support" / "PowerStruggle"
    return Path(os.environ.get("XDG_DATA_HOME") or home() / ".local" / "share") / "power-struggle"


def cache() -> Path:
    """Return the folder for what can be made again; it stays on this computer."""
    named = os.environ.get("POWER_STRUGGLE_CACHE")
    if named:
        return Path(named)
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or home()) / "PowerStruggle" / "Cache"
    if sys.platform == "darwin":
        return home() / "Library" / "Caches" / "PowerStruggle"
    return Path(os.environ.get("XDG_CACHE_HOME") or home() / ".cache") / "power-struggle"


def home() -> Path:
    """Return the user's folder; somebody whom the system does not know has none."""
    try:
        return Path.home()
    except RuntimeError:
        return Path(tempfile.gettempdir())


def shown(path: Path) -> str:
    """Return a path for people to read and pass on: it does not say who the user is."""
    if path.is_relative_to(home()):
        return str("~" / path.relative_to(home()))
    user = {home().name, os.environ.get("USERNAME"), os.environ.get("USER")}
    return str(Path(*("(user)" if part in user else part for part in path.parts)))
