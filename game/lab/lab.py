"""What lab.yaml says, as a value; without a file all is as it came."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Value = int | str | bool
Reason = Literal["open", "required"]
Asking = Literal["open", "asked", "required", "never"]
Content = Literal["open", "summaries"]


@dataclass(frozen=True, slots=True)
class Lesson:
    """Which part of a story is read, and what is asked of pupils.

    ``chapters`` are folders of chapters or their numbers, or sittings, as "4.2"; none are all.
    """

    chapters: tuple[str, ...] = ()
    first: str = ""
    last: str = ""
    reason: Reason = "open"
    name: Asking = "open"
    content: Content = "open"


@dataclass(frozen=True, slots=True)
class Kiosk:
    """A computer that nobody is to leave the story on; without a code, only the system ends it."""

    is_on: bool = False
    code: str = ""
    idle_minutes: int = 0


@dataclass(frozen=True, slots=True)
class Lab:
    """``usual`` is where settings begin, ``locked`` where they stay; both by the settings' names.

    ``packs`` are the ids of those that are switched on; None leaves that to the readers.
    ``data`` and ``hand_in`` are folders as written, with their variables; "" is not set.
    """

    usual: Mapping[str, Value] = field(default_factory=dict)
    locked: Mapping[str, Value] = field(default_factory=dict)
    data: str = ""
    hand_in: str = ""
    seats: int = 0
    lesson: Lesson = Lesson()
    kiosk: Kiosk = Kiosk()
    packs: tuple[str, ...] | None = None


AS_IT_CAME = Lab()
