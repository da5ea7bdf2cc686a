"""What a picture shows, in words: it stands in the picture's place where that cannot be made."""

from game.ui import pieces
from game.ui.art import Plate, Vignette
from game.ui.boxes import Rect, Run
from game.ui.space import Space
from game.ui.typeset import plain


def runs(art: Plate | Vignette, rect: Rect, space: Space) -> tuple[Run, ...]:
    """The lines, from the corner of the picture, in the middle of what no page covers."""
    hidden = round(rect.width * art.covered) if isinstance(art, Plate) else 0
    edge = space.px(60 if hidden else 12)
    style = space.body if hidden else space.small
    width = max(1, rect.width - hidden - 2 * edge)
    room = max(1, (rect.height - 2 * edge) // style.leading)
    rows = space.lines(plain(art.illustration.alt), style, width)[:room]
    return pieces.runs(rows, style, hidden + edge, (rect.height - len(rows) * style.leading) // 2)
