"""Two columns face to face, and what lies across both at their end."""

from dataclasses import replace

import pytest

from game.ui import spread
from game.ui.boxes import Box, Rect
from game.ui.flow import Piece
from game.ui.spread import Spread
from tests import screens

HIGH = 40


def lines(name: str, count: int) -> tuple[Piece, ...]:
    return tuple(
        Piece(HIGH, (Box(Rect(0, 0, 100, HIGH), "text", f"{name} {number}"),))
        for number in range(count)
    )


@pytest.mark.parametrize("left", range(1, 45))
@pytest.mark.parametrize("right", [1, 14, 15])
def test_a_page_never_holds_the_foot_alone(left: int, right: int) -> None:
    on = screens.space((1280, 720), 100)
    foot = (Piece(110, (Box(Rect(0, 0, 900, 110), "graph", "foot"),), 20),)
    book = Spread("", lines("left", left), lines("right", right), foot)
    pages = [
        [box.text for box in spread.view(replace(book, number=number), on).boxes]
        for number in range(spread.count(book, on))
    ]
    assert all(any("left" in text or "right" in text for text in page) for page in pages)
    assert "foot" in pages[-1]
    told = [text for page in pages for text in page]
    assert sorted(text for text in told if "left" in text) == sorted(
        f"left {number}" for number in range(left)
    )
    assert sum("right" in text for text in told) == right
