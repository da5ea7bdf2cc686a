"""Words of somebody else's, between quotation marks: those that an author wrote are enough."""

_PAIRS = {"“": "”", '"': '"', "‘": "’", "'": "'", "„": "“", "«": "»"}
_STRAIGHT = ('"', "'")


def quoted(text: str) -> str:
    """The text between quotation marks, once."""
    first, inside, last = text[:1], text[1:-1], text[-1:]
    if len(text) < 3 or _PAIRS.get(first) != last or {first, last} & set(inside):
        return f"“{text}”"
    return f"“{inside}”" if first in _STRAIGHT else text
