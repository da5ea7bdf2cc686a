"""Two tiles that repeat without a seam: the noise that breaks tone into dots, and paper."""

from pathlib import Path

import numpy as np
import numpy.typing as npt
from PIL import Image, ImageFilter

Values = npt.NDArray[np.float64]
_NOISE, _PAPER, _MARGIN = 512, 1024, 64


def write(folder: Path) -> None:
    """Write both tiles where they are missing."""
    noise, paper = folder / "noise.png", folder / "paper.jpg"
    if not noise.exists():
        _grey(_noise()).save(noise, optimize=True)
    if not paper.exists():
        _grey(_fibre() * 0.2 + 0.5).save(paper, quality=72)


def _noise() -> Values:
    """Slightly blurred noise in which every value from 0 to 1 is equally frequent."""
    random = np.random.default_rng(7)
    values = random.random((_NOISE, _NOISE))
    wide = _grey(np.pad(values, _MARGIN, mode="wrap")).filter(ImageFilter.GaussianBlur(0.55))
    inner = np.asarray(wide, dtype=np.float64)[_MARGIN:-_MARGIN, _MARGIN:-_MARGIN]
    mixed = (inner + random.random(inner.shape) * 0.5).ravel()
    ranks = np.empty(mixed.size)
    ranks[np.argsort(mixed, kind="stable")] = np.linspace(0, 1, mixed.size)
    noise: Values = ranks.reshape(inner.shape)
    return noise


def _fibre() -> Values:
    """The tooth of the paper and its long fibres, from -1 to 1."""
    random = np.random.default_rng(3)
    weights = ((0.55, 1, 1), (0.5, 2, 2), (0.35, 12, 2), (0.35, 2, 12), (0.5, 64, 64))
    total = np.zeros((_PAPER, _PAPER))
    for weight, across, down in weights:
        total += weight * _stretched(random, across, down)
    fibre: Values = np.clip(total / total.std() / 2.2, -1, 1)
    return fibre


def _stretched(random: np.random.Generator, across: int, down: int) -> Values:
    """Coarse noise made larger; wrapped first, so that the tile has no seam."""
    rows, columns = -(-_PAPER // down), -(-_PAPER // across)
    values = np.pad(random.normal(size=(rows, columns)), 4, mode="wrap").astype(np.float32)
    size = ((columns + 8) * across, (rows + 8) * down)
    large = np.asarray(Image.fromarray(values).resize(size, Image.Resampling.BICUBIC))
    cut = large[4 * down : 4 * down + _PAPER, 4 * across : 4 * across + _PAPER].astype(np.float64)
    centred = cut - cut.mean()
    scaled: Values = centred / centred.std()
    return scaled


def _grey(values: Values) -> Image.Image:
    return Image.fromarray((np.clip(values, 0, 1) * 255 + 0.5).astype(np.uint8))
