"""Where the art, the shipped story and the player's own files are, from source or installed."""

import os
import sys
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def _shipped(name: str) -> Path:
    """Return ``name`` beside the package in a source checkout, else inside the installed package."""
    source = _PACKAGE.parent / name
    if (_PACKAGE.parent / "pyproject.toml").is_file() and source.is_dir():
        return source
    return _PACKAGE / "shipped" / name


def assets() -> Path:
    return _shipped("assets")


def story() -> Path:
    return _shipped("story")


def data(override: Path | None = None) -> Path:
    """Return the folder for saves and settings; it is not made before something is written."""
    if override is not None:
        return override
    named = os.environ.get("POWER_STRUGGLE_DATA")
    if named:
        return Path(named)
    if sys.platform == "win32":
        return Path(os.environ.get("APPDATA") or Path.home()) / "PowerStruggle"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "PowerStruggle"
    return (
        Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share") / "power-struggle"
    )
