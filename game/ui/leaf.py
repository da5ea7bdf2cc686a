"""Turning pages: the key of a page names it, since only a view knows how many there are."""

_KIND = "page:"


def to(number: int) -> str:
    """The key that opens a page, counted from 0."""
    return f"{_KIND}{number}"


def of(key: str) -> int | None:
    """The number of the page that a key opens; None for every other key."""
    rest = key.removeprefix(_KIND)
    return int(rest) if rest != key and rest.isdecimal() and len(rest) < 5 else None
