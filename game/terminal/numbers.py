"""Numbers as people type them."""


def picked(typed: str, most: int) -> int | None:
    """Return a typed number counted from 0, or None where it is not one from 1 to ``most``."""
    word = typed.strip().removesuffix(".")
    if word.isascii() and word.isdigit() and len(word) < 5 and 1 <= int(word) <= most:
        return int(word) - 1
    return None
