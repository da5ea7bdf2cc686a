"""Dates that are reckoned with, and lives read out of what is written for people."""

import pytest

from game.story.dates import Day, day, lifespan, written, years


@pytest.mark.parametrize(
    ("text", "means"),
    [
        ("1917-11-07", Day(1917, 11, 7)),
        ("1917-11", Day(1917, 11)),
        ("1917", Day(1917)),
        ("1916-02-29", Day(1916, 2, 29)),
        ("1917-02-29", None),
        ("1917-13", None),
        ("1917-00-07", None),
        ("0000", None),
        ("7 November 1917", None),
        ("1917-11-7", None),
        ("\u0661\u0669\u0661\u0667", None),
    ],
)
def test_a_day_is_read(text: str, means: Day | None) -> None:
    assert day(text) == means


@pytest.mark.parametrize(
    ("one", "other", "is_before"),
    [
        ("1917-11-06", "1917-11-07", True),
        ("1917-11-07", "1917-11-07", False),
        ("1917-11-07", "1917-11-06", False),
        ("1917", "1917-11-06", False),
        ("1917-10", "1917-11-06", True),
        ("1917-11", "1917-11-06", False),
        ("1917-11-06", "1918", True),
        ("1918", "1917-11-06", False),
    ],
)
def test_only_what_is_known_decides_which_is_before(
    one: str, other: str, *, is_before: bool
) -> None:
    first, second = day(one), day(other)
    assert first is not None
    assert second is not None
    assert first.is_before(second) is is_before


@pytest.mark.parametrize(
    ("text", "born", "died"),
    [
        ("1883–1936", 1883, 1936),
        ("1883-1936", 1883, 1936),
        ("c. 1858–1937", 1858, 1937),
        ("26 October 1879 – 21 August 1940", 1879, 1940),
        ("born 1901", 1901, 0),
        ("1901–", 1901, 0),
        ("b. 1901", 1901, 0),
        ("died 1940", 0, 1940),
        ("–1940", 0, 1940),
        ("d. 1940", 0, 1940),
        ("active 1917", 0, 0),
        ("1917–1918, 1920", 0, 0),
        ("1940–1883", 0, 0),
        ("19171918", 0, 0),
        ("", 0, 0),
    ],
)
def test_a_life_is_read_as_far_as_it_is_clear(text: str, born: int, died: int) -> None:
    assert lifespan(text) == (born, died)


@pytest.mark.parametrize(("text", "means"), [
    ("28 December 1917 / 10 January 1918", [1917, 1918]),
    ("Winter 1917/18", [1917, 1918]),
    ("1902–05", [1902, 1905]),
    ("1917-11-07", [1917]),
    ("24 October, 21:40", []),
])  # fmt: skip
def test_the_years_of_a_date_for_readers(text: str, means: list[int]) -> None:
    assert years(text) == means


@pytest.mark.parametrize(("text", "means"), [
    ("13.9.1938", "1938-09-13"),
    ("13/9/1938", "1938-09-13"),
    ("1938-9-13", "1938-09-13"),
    ("13 September 1938", "1938-09-13"),
    ("September 13, 1938", "1938-09-13"),
    ("Sept. 1938", "1938-09"),
    ("31 June 1938", ""),
    ("13 Nivôse 1938", ""),
    ("soon", ""),
])  # fmt: skip
def test_what_is_meant_by_a_date_for_people(text: str, means: str) -> None:
    assert written(text) == means
