"""A sentence laid where it covers nothing that is read, until the next key."""

from collections.abc import Iterable
from dataclasses import replace

from game.ui.boxes import PRESSED, Box, Rect, View
from game.ui.pieces import runs
from game.ui.space import Space
from game.ui.typeset import lines, plain


def notice(text: str, view: View, space: Space) -> Box:
    """Over the picture beside a page; else at the foot of the book, or else at its top."""
    torn = next((box.rect for box in view.boxes if box.look == "torn"), None)
    if torn is not None:
        free = Rect(torn.right, 0, space.width - torn.right, space.height).inset(space.px(20), 0)
        pressed = [box.rect for box in view.boxes if box.role in PRESSED]
        above = [
            each.bottom for each in pressed if each.right > free.left and _is_high(each, space)
        ]
        return _slip(text, free, max([space.px(4), *above]) + space.px(10), space)
    foot = _foot(view, space)
    low = _slip(text, foot, 0, space)
    if foot.width >= space.tall(280):
        return low.moved(0, space.height - space.px(4) - low.rect.height)
    return _slip(text, Rect(0, 0, space.width, 0).inset(space.px(30), 0), space.px(14), space)


def _is_high(rect: Rect, space: Space) -> bool:
    return rect.top < space.height // 2


def _foot(view: View, space: Space) -> Rect:
    """What is free between the buttons beneath a book."""
    low = [box.rect for box in view.boxes if box.key and box.rect.top > space.height * 0.85]
    middle = space.width // 2
    left = _most(rect.right for rect in low if rect.left < middle)
    right = _most(space.width - rect.left for rect in low if rect.left >= middle)
    return Rect(left, 0, space.width - right - left, 0).inset(space.px(20), 0)


def _most(found: Iterable[int]) -> int:
    return max(found, default=0)


def _slip(text: str, free: Rect, top: int, space: Space) -> Box:
    """As wide as its words, in the middle of what is free."""
    style = space.style("bold", 17, 1.4, most=1.5)
    pad = space.px(16)
    most = max(1, min(free.width, space.px(760)) - 2 * pad)
    rows = lines(plain(text), style, most, space.measure)
    width = max(row.width for row in rows) + 2 * pad if rows else pad
    height = len(rows) * style.leading + 2 * space.px(8)
    rect = Rect(free.left + (free.width - width) // 2, top, width, height)
    words_of = runs(rows, style, pad, space.px(8))
    return replace(Box(rect, "notice", text, look="ribbon"), runs=words_of)
