"""Handing in with the real program, by keys alone."""

from pathlib import Path

import pytest

from game.report import bundle
from game.ui import words, words_handin
from tests import pages, xvfb
from tests.test_window import called, to_the_first_decision
from tests.twin import twin
from tests.xvfb import program, until

pytestmark = [
    pytest.mark.window,
    pytest.mark.skipif(bool(xvfb.MISSING), reason=f"not installed here: {xvfb.MISSING}"),
]


def test_a_decision_and_its_reason_are_handed_in_by_keys(tmp_path: Path) -> None:
    with (
        xvfb.screen() as display,
        program(display, tmp_path / "real") as real,
        twin(real, tmp_path / "twin") as same,
    ):
        to_the_first_decision(same)
        real.types("They had not read it.")
        real.press("Return")
        real.shows(called(words.COMPARISON))
        real.press("Escape")
        real.shows(called(words.MENU))
        real.press("5")
        real.shows(called(words_handin.HAND_IN))
        real.press("Return")
        folder = real.data / "hand-ins"
        (page,) = until(lambda: list(folder.glob("*.html")), "a page in the folder")
        assert bundle.read(page).decisions[0].reason == "They had not read it."
        text = page.read_text(encoding="utf-8")
        assert pages.faults(text) == []
        assert "“They had not read it.”" in pages.transcript(text)
        real.press("Escape")
        real.shows(called(words.MENU))
        real.press("9")
        assert real.ends() == 0
