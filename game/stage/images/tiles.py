"""The two tiles that repeat over every picture; without their files, plain grey."""

import functools
from collections.abc import Callable
from pathlib import Path

from PIL import Image

from game.stage.catalogue import Catalogue
from game.stage.images import files

# Dots that would be larger by less than this stay as they are.
_GROWN = 1.3

Grain = Callable[[float], Image.Image]


def noise(catalogue: Catalogue) -> Image.Image:
    """Where tone becomes a dot and where not."""
    return _tile(catalogue.noise)


def grain(catalogue: Catalogue) -> Grain:
    """The noise with dots so many times as large; a head mostly wants those of its body."""
    tile = noise(catalogue)

    @functools.lru_cache(maxsize=2)
    def grown(growth: float) -> Image.Image:
        side = round(tile.width * growth)
        return tile if growth < _GROWN else tile.resize((side, side), Image.Resampling.BICUBIC)

    return grown


def paper(catalogue: Catalogue) -> Image.Image:
    """The tooth of the paper, grey in the middle."""
    return _tile(catalogue.paper)


@functools.lru_cache(maxsize=4)
def _tile(path: Path) -> Image.Image:
    try:
        return files.read(path).convert("L")
    except files.BadImage:
        return Image.new("L", (64, 64), 128)
