"""What was seen of one thing, and how grave it is."""

from typing import Literal, NamedTuple

Grade = Literal["well", "notice", "stop"]


class Seen(NamedTuple):
    """``grade`` is well, notice (a lesson would notice it) or stop (it cannot be played)."""

    text: str
    grade: Grade = "well"
    advice: str = ""
