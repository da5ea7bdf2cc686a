"""The traps that packages fell into on Windows: each has its guard in the game, and stays out."""

import re
import sys

import pytest

from game.packaging import imports
from game.packaging.project import ROOT
from game.ui import sound


def imported_by_the_game() -> set[str]:
    found: set[str] = set()
    for path in (ROOT / "game").rglob("*.py"):
        if not {"packaging", "press"} & set(path.parts):
            text = path.read_text(encoding="utf-8")
            found |= set(re.findall(r"^\s*(?:import|from) ([a-z_]+)", text, re.MULTILINE))
    return found


def test_no_code_for_the_network_is_in_the_game() -> None:
    unwanted = {"socket", "ssl", "http", "urllib", "ftplib", "smtplib", "asyncio", "webbrowser"}
    assert imported_by_the_game() & unwanted == set()


def test_nobody_asks_windows_who_it_is() -> None:
    """There "platform" asks a service that can take ten seconds; sys.platform is enough."""
    assert "platform" not in imported_by_the_game()
    assert "_wmi.pyd" in imports.lists("not_of_python")


class Windows:
    class winmm:
        @staticmethod
        def waveOutGetNumDevs() -> int:
            return 0


def test_without_a_sound_device_windows_is_not_made_to_look_for_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """SDL would look for eight seconds."""
    import ctypes

    monkeypatch.delenv("SDL_AUDIODRIVER")
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(ctypes, "windll", Windows, raising=False)
    assert not sound.has_device()


def test_the_program_runs_where_there_are_no_standard_handles(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A program without a console has none on Windows."""
    from game import cli

    for name in ("stdin", "stdout", "stderr"):
        monkeypatch.setattr(sys, name, None)
    assert cli.main(["check", str(ROOT / "tests" / "stories" / "two-nights")]) == 0
