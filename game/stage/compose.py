"""An illustration becomes a finished picture; what is missing or broken is left out."""

from pathlib import Path
from typing import Literal

from game.stage.catalogue import Catalogue
from game.stage.pixels import Pixels, Sheet
from game.story.model import Illustration

Ink = Literal["slate", "red", "sepia"]
__all__ = ("Ink", "Pixels", "Sheet", "layers", "paper", "plate", "vignette")
_PAPER = b"\xf6\xed\xd8"


def plate(
    illustration: Illustration,
    catalogue: Catalogue,
    width: int,
    height: int,
    covered: float = 0.0,
    folder: Path | None = None,
) -> Pixels:
    """The whole picture, RGB. A page will cover the share ``covered`` of its left side.

    ``folder`` is where a scene's own picture lies; without it, beside the scene's file.
    """
    del illustration, catalogue, covered, folder
    return paper(width, height)


def layers(
    illustration: Illustration,
    catalogue: Catalogue,
    width: int,
    height: int,
    covered: float = 0.0,
    folder: Path | None = None,
) -> tuple[Sheet, ...]:
    """The same picture as separate sheets, back to front, each cut to what it shows."""
    return (Sheet(plate(illustration, catalogue, width, height, covered, folder), 0, 0, 0.0),)


def vignette(
    illustration: Illustration,
    catalogue: Catalogue,
    width: int,
    height: int,
    ink: Ink = "slate",
    folder: Path | None = None,
) -> Pixels:
    """A small picture in two inks with a dot screen, for the comparison of two roads."""
    del ink
    return plate(illustration, catalogue, width, height, 0.0, folder)


def paper(width: int, height: int) -> Pixels:
    """Blank paper with its tooth, for the pages of the book."""
    return Pixels(width, height, "RGB", _PAPER * (width * height))
