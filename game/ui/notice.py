"""A sentence laid over whatever is on the screen, until the next key."""

from dataclasses import replace

from game.ui.boxes import Box, Rect
from game.ui.pieces import runs
from game.ui.space import Space
from game.ui.typeset import lines, plain


def notice(text: str, space: Space) -> Box:
    style = space.style("bold", 17, 1.4)
    most = min(space.width - space.px(60), space.px(760))
    rows = lines(plain(text), style, most, space.measure)
    pad = space.px(16)
    width = max(row.width for row in rows) + 2 * pad if rows else pad
    height = len(rows) * style.leading + 2 * space.px(10)
    rect = Rect((space.width - width) // 2, space.px(14), width, height)
    words_of = runs(rows, style, pad, space.px(10))
    return replace(Box(rect, "notice", text, look="ribbon"), runs=words_of)
