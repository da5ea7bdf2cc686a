"""What is on a screen, as data: one list of boxes is drawn, hit, focused, tested and read aloud."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal, NamedTuple

from game.ui.art import Art

Role = Literal[
    "page", "picture", "heading", "text", "link", "button", "card", "tick", "entry", "meter",
    "graph", "notice",
]  # fmt: skip
Face = Literal["text", "italic", "bold", "display", "label"]
Look = Literal[
    "bare", "torn", "book", "sheet", "card", "tab", "bookmark", "quiet", "slab", "line", "entry",
    "ribbon", "shade", "bar", "caret", "chosen",
]  # fmt: skip
PRESSED: tuple[Role, ...] = ("link", "button", "card", "tick", "entry")


class Rect(NamedTuple):
    left: int
    top: int
    width: int
    height: int

    @property
    def right(self) -> int:
        return self.left + self.width

    @property
    def bottom(self) -> int:
        return self.top + self.height

    def holds(self, x: float, y: float) -> bool:
        return self.left <= x < self.right and self.top <= y < self.bottom

    def moved(self, x: int, y: int) -> "Rect":
        return Rect(self.left + x, self.top + y, self.width, self.height)

    def inset(self, across: int, down: int) -> "Rect":
        return Rect(
            self.left + across, self.top + down, self.width - 2 * across, self.height - 2 * down
        )

    def meets(self, other: "Rect") -> bool:
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )


class Font(NamedTuple):
    face: Face
    pixels: int


class Run(NamedTuple):
    """Words of one look, at a place within their box."""

    text: str
    left: int
    top: int
    font: Font
    colour: str = "ink"
    underlined: bool = False


@dataclass(frozen=True, slots=True)
class Box:
    """One thing on the screen.

    ``name`` is what a screen reader says; where it is empty, the runs say it. A box with a ``key``
    can be pressed, unless it ``is_closed``; ``is_on`` marks what is ticked or chosen. ``tint`` is
    the colour of a slab or ribbon. ``shortcut`` is the key on the keyboard that presses it too.
    """

    rect: Rect
    role: Role
    name: str = ""
    key: str = ""
    look: Look = "bare"
    runs: tuple[Run, ...] = ()
    art: Art | None = None
    tint: str = ""
    shortcut: str = ""
    is_on: bool = False
    is_closed: bool = False

    @property
    def text(self) -> str:
        return self.name or " ".join(run.text.strip() for run in self.runs if run.text.strip())

    def moved(self, x: int, y: int) -> "Box":
        return replace(self, rect=self.rect.moved(x, y))


@dataclass(frozen=True, slots=True)
class View:
    """All boxes of a screen, back to front, in reading order.

    ``onward`` is pressed by Enter or Space when nothing is focused, once ``first`` was: that is
    marked by the first Enter. ``forward`` and ``earlier`` turn pages; ``back`` is one step back,
    ``escape`` what Esc does. ``title`` names the screen; ``sound`` is heard when it comes.
    ``passed`` are the cards of the same deck on the pages before: they are not seen, but their
    digits still press them.
    """

    title: str
    boxes: tuple[Box, ...]
    onward: str = ""
    first: str = ""
    forward: str = ""
    earlier: str = ""
    back: str = ""
    escape: str = "close"
    sound: str = ""
    passed: tuple[Box, ...] = ()

    def focusable(self) -> tuple[Box, ...]:
        """What Tab visits: one box for each key."""
        seen: set[str] = set()
        found = []
        for box in self.boxes:
            if box.key and not box.is_closed and box.key not in seen:
                seen.add(box.key)
                found.append(box)
        return tuple(found)

    def find(self, key: str) -> Box | None:
        return next((box for box in self.boxes if box.key == key), None) if key else None

    def at(self, x: float, y: float) -> Box | None:
        """The topmost box that can be pressed there; a closed box hides what lies beneath it."""
        for box in reversed(self.boxes):
            if box.role in PRESSED and box.rect.holds(x, y):
                return None if box.is_closed or not box.key else box
        return None

    def shortcut(self, letter: str) -> str:
        """The key that a digit presses, or ""."""
        for box in (*self.boxes, *self.passed):
            if letter and box.shortcut == letter and box.key and not box.is_closed:
                return box.key
        return ""


class Focus(NamedTuple):
    """The box that is marked. One that is not lit is only where Tab and the arrows go on from."""

    key: str
    is_lit: bool = True


def transcript(view: View) -> str:
    """The screen as lines of text, for tests and for whatever reads aloud."""
    lines = [view.title] if view.title else []
    for box in view.boxes:
        # The letter on a card is there to be seen: the card says the whole title.
        is_drawn = box.role == "graph" and box.key
        words = "" if is_drawn else box.text
        if words:
            state = " (closed)" if box.is_closed else " (chosen)" if box.is_on else ""
            lines.append(f"{box.role}: {words}{state}" if box.role in PRESSED else words)
    return "\n".join(lines)


def step(view: View, focus: str, by: int) -> str:
    """The key that Tab (by 1) or Shift+Tab (by -1) leads to; round and round."""
    keys = [box.key for box in view.focusable()]
    if not keys:
        return ""
    if focus not in keys:
        return keys[0] if by > 0 else keys[-1]
    return keys[(keys.index(focus) + by) % len(keys)]


def beside(view: View, focus: str, across: int, down: int) -> str:
    """The key of the nearest box in the direction of an arrow key; the focus itself if none."""
    here = view.find(focus)
    if here is None:
        return step(view, focus, 1 if across + down > 0 else -1)
    best, least = focus, float("inf")
    for box in view.focusable():
        distance = _distance(here.rect, box.rect, across, down)
        if box.key != focus and distance is not None and distance < least:
            best, least = box.key, distance
    return best


def _distance(here: Rect, there: Rect, across: int, down: int) -> float | None:
    dx = (there.left + there.right - here.left - here.right) / 2
    dy = (there.top + there.bottom - here.top - here.bottom) / 2
    along = dx * across + dy * down
    aside = abs(dx * down) + abs(dy * across)
    if down and here.left < there.right and there.left < here.right:
        aside = 0
    if across and here.top < there.bottom and there.top < here.bottom:
        aside = 0
    return along + 3 * aside if along > 1 else None


def moved(boxes: Iterable[Box], x: int, y: int) -> tuple[Box, ...]:
    return tuple(box.moved(x, y) for box in boxes)


def around(rects: Sequence[Rect]) -> Rect:
    """The smallest rectangle that holds them all."""
    left, top = min(rect.left for rect in rects), min(rect.top for rect in rects)
    right, bottom = max(rect.right for rect in rects), max(rect.bottom for rect in rects)
    return Rect(left, top, right - left, bottom - top)
