"""The two tiles that repeat over every picture; without their files, plain grey."""

import functools
from pathlib import Path

from PIL import Image

from game.stage.catalogue import Catalogue
from game.stage.images import files


def noise(catalogue: Catalogue) -> Image.Image:
    """Where tone becomes a dot and where not."""
    return _tile(catalogue.noise)


def paper(catalogue: Catalogue) -> Image.Image:
    """The tooth of the paper, grey in the middle."""
    return _tile(catalogue.paper)


@functools.lru_cache(maxsize=4)
def _tile(path: Path) -> Image.Image:
    try:
        return files.read(path).convert("L")
    except files.BadImage:
        return Image.new("L", (64, 64), 128)
