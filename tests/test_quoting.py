"""Words of somebody else's stand between quotation marks, once."""

import pytest

from game.play.quoting import quoted


@pytest.mark.parametrize(("written", "shown"), [
    ("No man is an island.", "“No man is an island.”"),
    ('"No man is an island."', "“No man is an island.”"),
    ("“No man is an island.”", "“No man is an island.”"),
    ("'No'", "“No”"),
    ("„Nein“", "„Nein“"),
    ("«Нет»", "«Нет»"),
    ('"Yes", he said, "and no"', '“"Yes", he said, "and no"”'),
    ("'Tis so.", "“'Tis so.”"),
    ('"', '“"”'),
    ("", "“”"),
])  # fmt: skip
def test_quotation_marks_are_never_doubled(written: str, shown: str) -> None:
    assert quoted(written) == shown
