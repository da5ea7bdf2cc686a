"""The parts of pictures in words: each has a line, and is found by what is to be seen."""

import pytest

from game.author import handbook, page_parts, told
from game.cli import main
from tests.drawing import shipped

PARTS = shipped()


def test_every_part_has_a_line_about_what_is_to_be_seen() -> None:
    seen = told.texts("seen.yaml")
    known = {
        "backdrops": PARTS.backdrops,
        "moods": PARTS.moods,
        "figures": PARTS.figures,
        "props": PARTS.props,
    }
    assert {kind: set(lines) for kind, lines in seen.items()} == {
        kind: set(parts) for kind, parts in known.items()
    }
    page = handbook.text("parts", PARTS)
    for lines in seen.values():
        for line in lines.values():
            assert line.endswith(".")
            assert line in page


@pytest.mark.parametrize(
    ("words", "found", "other"),
    [
        (["grey", "moustache"], "diplomat", "sailor"),
        (["RIVER", "flag"], "volga", "kremlin_office"),
        (["sail", "boat"], "prinkipo_island", "ship"),
    ],
)
def test_a_part_is_found_by_what_is_to_be_seen(
    words: list[str], found: str, other: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["manual", "parts", *words]) == 0
    said = capsys.readouterr().out
    assert f"`{found}`" in said
    assert f"`{other}`" not in said
    assert main(["manual", "parts", *words, "zebra"]) == 2
    assert "Try fewer words" in capsys.readouterr().err


def test_whoever_does_for_anybody_stands_before_those_with_a_name() -> None:
    groups = page_parts.groups(PARTS)
    anybody, somebody = ({figure.name for figure in figures} for figures in groups.values())
    assert {"sailor", "diplomat"} <= anybody
    assert {"lenin", "lenin_disguised", "trotsky_war_rear"} <= somebody
    assert anybody | somebody == PARTS.figures.keys()
