"""What lies over the picture beside a page: paper tabs, beads, and whose picture it is."""

from dataclasses import replace
from typing import NamedTuple

from game.ui import words
from game.ui.art import Beads, Plate
from game.ui.boxes import Box, Rect
from game.ui.pieces import Label, button, centred
from game.ui.space import Space
from game.ui.typeset import shortened


class Beside(NamedTuple):
    """The paper tabs, the beads and the picture of a page."""

    tabs: tuple[Label, ...]
    beads: Beads | None
    art: Plate | None


def boxes(shown: Beside, page: int, space: Space) -> list[Box]:
    """Paper tabs at the top right, in as many rows as they need; beads at the bottom right."""
    free = page + space.px(24)
    room = space.width - space.px(28) - free
    tabs = [button(label, space) for label in shown.tabs]
    found: list[Box] = []
    total = sum(box.rect.width for box in tabs) + space.px(8) * max(0, len(tabs) - 1)
    left, top = space.width - space.px(28) - total, space.px(20)
    for number, box in enumerate(tabs):
        if total > room:
            right = space.width - space.px(28) - box.rect.width
            found.append(box.moved(right, top + number * (box.rect.height + space.px(8))))
        else:
            found.append(box.moved(left, top))
            left += box.rect.width + space.px(8)
    beads = shown.beads if shown.beads is not None and shown.beads.total > 1 else None
    if beads is not None:
        found.append(_beads(beads, space))
    taken = found[-1].rect if beads is not None else None
    return [*found, *_credit(shown.art, free, taken, space)]


def _credit(art: Plate | None, left: int, taken: Rect | None, space: Space) -> list[Box]:
    """Whose picture it is, on a slip at its foot; over what is there, where that leaves no room."""
    drawn = art.illustration if art is not None else None
    if drawn is None or not drawn.picture or not drawn.credit:
        return []
    style = space.small
    across, height = space.px(10), round(style.leading * 1.25)
    right, below = space.width - space.px(28), space.height - space.px(22)
    if taken is not None and taken.left - left > space.px(220):
        right, below = taken.left - space.px(10), taken.bottom
    elif taken is not None:
        below = taken.top - space.px(8)
    text = shortened(drawn.credit, style.font, right - left - 2 * across, space.measure)
    width = space.measure.width(text, style.font) + 2 * across
    rect = Rect(left, below - height, width, height)
    slip = Box(rect, "text", look="sheet")
    return [replace(slip, runs=centred(text, style, rect, space))]


def _beads(beads: Beads, space: Space) -> Box:
    width, height = space.px(36 + 22 * beads.total), space.px(30)
    right, bottom = space.width - space.px(28), space.height - space.px(16)
    name = words.scene_of(beads.done + 1, beads.total)
    rect = Rect(right - width, bottom - height, width, height)
    return Box(rect, "button", name, "railway", "sheet", art=beads)
