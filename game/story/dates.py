"""Dates that can be reckoned with, and the years of a life out of what is written for readers."""

import re
from datetime import date
from typing import NamedTuple

_DAY = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_YEAR = re.compile(r"(?<![0-9])[0-9]{4}(?![0-9])")
# "1917/18" is two years; so is "1902–05".
_SHORT = re.compile(r"(?<![0-9])([0-9]{2})([0-9]{2})[/–-]([0-9]{2})(?![0-9-])")
_ONLY_BORN = re.compile(r"(?:b\.|born|\*)|[^-–—]*[-–—]\s*$", re.IGNORECASE)
_ONLY_DIED = re.compile(r"(?:d\.|died|†|[-–—])", re.IGNORECASE)


_MONTHS = (
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
)  # fmt: skip
_NUMBERS = re.compile(r"([0-9]{1,4})[./-]\s?([0-9]{1,2})[./-]\s?([0-9]{1,4})")
_WORDS = re.compile(
    r"(?:([0-9]{1,2})[.]?(?: of)? )?([A-Za-z]{3,9})[.]? (?:([0-9]{1,2}),? )?([0-9]{4})"
)


class Day(NamedTuple):
    """A day in New Style; ``month`` and ``day`` are 0 where they are not known."""

    year: int
    month: int = 0
    day: int = 0

    def is_before(self, other: "Day") -> bool:
        """Say whether it is surely earlier: what is not known decides nothing."""
        for mine, theirs in zip(self, other, strict=True):
            if not mine or not theirs or mine != theirs:
                return 0 < mine < theirs
        return False


class Lifespan(NamedTuple):
    """Years, 0 where they are not known."""

    born: int
    died: int


def day(text: str) -> Day | None:
    """Read "1917-11-07", "1917-11" or "1917"; None is no date."""
    found = _DAY.fullmatch(text)
    if found is None:
        return None
    year, month, number = (int(part or 0) for part in found.groups())
    try:
        date(year, month if found[2] else 1, number if found[3] else 1)
    except ValueError:
        return None
    return Day(year, month, number)


def written(text: str) -> str:
    """What is meant by "13.9.1938" or "13 September 1938", as it can be reckoned with, or ""."""
    if found := _NUMBERS.fullmatch(text.strip()):
        first, month, last = found.groups()
        year, number = (first, last) if len(first) == 4 else (last, first)
    elif found := _WORDS.fullmatch(text.strip()):
        name = found[2][:3].lower()
        month = str(_MONTHS.index(name) + 1) if name in _MONTHS else ""
        year, number = found[4], found[1] or found[3]
    else:
        return ""
    meant = f"{year}-{month:0>2}" + (f"-{number:0>2}" if number else "")
    return meant if day(meant) else ""


def years(text: str) -> list[int]:
    """The years that a text names, as readers write them: "Winter 1917/18" has two."""
    short = [int(f"{found[1]}{found[3]}") for found in _SHORT.finditer(text)]
    return [*(int(year) for year in _YEAR.findall(text)), *short]


def lifespan(text: str) -> Lifespan:
    """Read "1883–1936", "c. 1858–1937", "born 1901" or "died 1940", as far as it is clear."""
    years = [int(year) for year in _YEAR.findall(text)]
    if len(years) == 2 and years[0] <= years[1]:
        return Lifespan(*years)
    if len(years) == 1 and _ONLY_DIED.match(text.strip()):
        return Lifespan(0, years[0])
    if len(years) == 1 and _ONLY_BORN.match(text.strip()):
        return Lifespan(years[0], 0)
    return Lifespan(0, 0)
