"""Text as a terminal gets it, and what people type: numbers and names."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.story.load import load
from game.terminal import lookup, numbers, sheet


@given(st.text(st.characters(exclude_categories=())), st.integers(0, 200))
def test_nothing_steers_the_terminal(text: str, width: int) -> None:
    laid = sheet.laid([text, "2. " + text], width)
    assert all(letter.isprintable() or letter == "\n" for letter in laid)
    assert all(len(line) <= max(width, 20) for line in laid.split("\n"))


def test_escapes_are_taken_out_and_spaces_stay() -> None:
    assert sheet.clean("\x1b[31mred\x07 a\u00a0b\u202ec\u200b\n") == "[31mred a bc "


def test_numbered_lines_hang_and_lists_are_tight() -> None:
    assert sheet.laid(["Now", "", "1. one two three four five", "2. six"], 20) == (
        "Now\n\n1. one two three\n   four five\n2. six"
    )


@pytest.mark.parametrize(("typed", "number"), [("1", 0), (" 3. ", 2), ("4", None), ("²", None)])
def test_numbers_are_read_as_typed(typed: str, number: int | None) -> None:
    assert numbers.picked(typed, 3) == number


def test_names_are_found_without_accents_and_capitals() -> None:
    story = load(Path(__file__).parent / "stories" / "two-nights").story
    assert story is not None
    assert lookup.find(story, "VACIETIS")[0].startswith("Jukums Vācietis")
    assert lookup.find(story, "jukums")[0].startswith("Jukums Vācietis")
    assert lookup.find(story, "sovet") == (
        "Nobody and nothing here is called 'sovet'. Did you mean 'Soviet'?",
    )
