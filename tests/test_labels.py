"""What the record is called, wherever it is shown."""

import pytest

from game.play import labels
from game.story.lists import Source
from tests.making import HERE


@pytest.mark.parametrize(
    ("author", "year", "said"),
    [
        ("Isaac Deutscher", "1954", "Isaac Deutscher, The Prophet Armed (1954)"),
        ("", "1954", "The Prophet Armed (1954)"),
        ("Isaac Deutscher", "", "Isaac Deutscher, The Prophet Armed"),
        ("", "", "The Prophet Armed"),
    ],
)
def test_a_work_is_named_by_what_is_known_of_it(author: str, year: str, said: str) -> None:
    work = Source("armed", author, "The Prophet Armed", year, "history", "", HERE)
    assert labels.cited(work) == said
