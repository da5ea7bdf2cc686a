"""Pictures printed beforehand: the title's is there at once on a machine that never composed it.

It stands in for the picture only until that is composed, so it is small, and need not be of the
same size; of a picture that was changed since, there is none.
"""

import hashlib
from pathlib import Path
from typing import NamedTuple

from game.stage import arrange, cache
from game.stage.catalogue import Catalogue
from game.stage.view import Frame
from game.story.model import Illustration

# As it stands in a window of the usual size, beside a page with letters of the usual size.
FRAME = Frame(1280, 720, 0.41)


class Cut(NamedTuple):
    """The share of the printed picture that is to fill a frame, in pixels of it."""

    left: int
    top: int
    width: int
    height: int


def path(illustration: Illustration, assets: Path) -> Path:
    """Where a picture is printed, if it is."""
    shown = repr(cache.shown(illustration, None))
    return assets / "printed" / f"{hashlib.sha256(shown.encode()).hexdigest()[:16]}.jpg"


def cut(illustration: Illustration, catalogue: Catalogue, frame: Frame) -> Cut:
    """What of the print a frame of any shape shows; its edge where the frame reaches beyond."""
    had = arrange.arrange(illustration, catalogue, FRAME).view
    view = arrange.arrange(illustration, catalogue, frame).view
    scale = FRAME.width / had.width
    width = min(FRAME.width, round(view.width * scale))
    height = min(FRAME.height, round(view.height * scale))
    left = min(max(0, round((view.left - had.left) * scale)), FRAME.width - width)
    top = min(max(0, round((view.top - had.top) * scale)), FRAME.height - height)
    return Cut(left, top, width, height)
