"""Sheets become one part: flat ink with cut edges and shadows, and a smooth map of its tone.

The game breaks the tone into dots when it draws, so that the grain is sharp at every size.
"""

from typing import NamedTuple

import numpy as np
from PIL import Image, ImageFilter

from game.press import drawing
from game.press.drawing import HEAD, Box, Drawing, Numbers, Share, Sheet

# Raise this when the recipe changes: every part is then baked anew.
RECIPE = 5
# Corners lie on this grid of pixels, so that copies of 2/3 and 1/2 fall on whole pixels.
_GRID = 12
_EDGE_LIGHT, _EDGE_DARK, _EDGE_WIDTH = 0.30, 0.27, 1.05
_SHADOW, _SHADOW_BLUR, _SHADOW_OFFSET = 0.42, 5.0, (2.5, 4.0)


class Baked(NamedTuple):
    """``left`` and ``top`` say where in the drawing the pictures begin, in its own units."""

    flat: Image.Image
    tone: Image.Image | None
    left: float
    top: float


def bake(source: Drawing, scale: float, share: Share = "") -> Baked | None:
    """All of a drawing, or one share of a person.

    On a body lies the shadow of its head, and its pictures are large enough to hold it too.
    """
    size = (round(source.height * scale), round(source.width * scale))
    flat = np.zeros((*size, 4), np.float32)
    tone = np.zeros((*size, 4), np.float32)
    reach = np.zeros(size, np.float32)
    is_first = True
    for sheet in source.sheets:
        inked = not share or sheet.share == share
        if inked or (share == "body" and sheet.share == HEAD):
            _lay(source, sheet, scale, _Pages(flat, tone, reach, inked=inked), first=is_first)
            is_first = False
    box = Image.fromarray((reach * 255 + 0.5).astype(np.uint8)).getbbox()
    if box is None:
        return None
    left, top, right, bottom = box
    left, top = left - left % _GRID, top - top % _GRID
    right, bottom = right + -right % _GRID, bottom + -bottom % _GRID
    flat, tone = (_grown(page, bottom, right) for page in (flat, tone))
    cut = np.s_[top:bottom, left:right]
    return Baked(
        _image(flat[cut]),
        _image(tone[cut]) if tone[cut][..., 3].max() > 0.01 else None,
        source.left + left / scale,
        source.top + top / scale,
    )


def _grown(page: Numbers, height: int, width: int) -> Numbers:
    """With empty rows and columns added where a cut reaches beyond the page."""
    rows, columns = max(0, height - page.shape[0]), max(0, width - page.shape[1])
    return np.pad(page, ((0, rows), (0, columns), (0, 0)), mode="edge")


class _Pages(NamedTuple):
    """Where sheets are laid; colours are premultiplied. ``reach`` is where there is anything.

    Without ink a sheet leaves only its shadow.
    """

    flat: Numbers
    tone: Numbers
    reach: Numbers
    inked: bool


def _lay(source: Drawing, sheet: Sheet, scale: float, pages: _Pages, *, first: bool) -> None:
    """Put one sheet on what lies there already."""
    extent = drawing.extent(source, sheet, scale)
    if extent is None:
        return
    height, width = pages.reach.shape
    pad = int(4 * _SHADOW_BLUR * scale) + 6
    box = Box(
        max(0, extent.left - pad),
        max(0, extent.top - pad),
        min(width, extent.right + pad),
        min(height, extent.bottom + pad),
    )
    place = np.s_[box.top : box.bottom, box.left : box.right]
    ink = drawing.render(source, sheet, "flat", scale, box)
    alpha = ink[..., 3:]
    colour = ink[..., :3]
    if not sheet.printed:
        colour = _edged(colour, ink[..., 3], scale)
        if not first:
            shade = 1 - _shadow(ink[..., 3], scale)[..., None]
            for page in (pages.flat, pages.tone):
                page[place][..., :3] *= shade
    np.maximum(pages.reach[place], ink[..., 3], out=pages.reach[place])
    if not pages.inked:
        return
    flat, tone = pages.flat, pages.tone
    flat[place] = flat[place] * (1 - alpha) + np.dstack([colour * alpha, alpha])
    tone[place] *= 1 - alpha
    if sheet.grained:
        grain = drawing.render(source, sheet, "grain", scale, box)
        weight = grain[..., 3:] * alpha
        tone[place] = tone[place] * (1 - weight) + np.dstack([grain[..., :3] * weight, weight])


def _edged(colour: Numbers, alpha: Numbers, scale: float) -> Numbers:
    width = max(0.8, _EDGE_WIDTH * scale)
    light = np.clip(alpha - _moved(alpha, width, width), 0, 1)[..., None] * _EDGE_LIGHT
    dark = np.clip(alpha - _moved(alpha, -width, -width), 0, 1)[..., None] * _EDGE_DARK
    edged: Numbers = (colour + (1 - colour) * light) * (1 - dark)
    return edged


def _shadow(alpha: Numbers, scale: float) -> Numbers:
    image = Image.fromarray((alpha * 255).astype(np.uint8))
    blurred = image.filter(ImageFilter.GaussianBlur(_SHADOW_BLUR * scale))
    soft = np.divide(np.asarray(blurred), 255, dtype=np.float32)
    moved = _moved(soft, _SHADOW_OFFSET[0] * scale, _SHADOW_OFFSET[1] * scale)
    shade: Numbers = moved * _SHADOW * (1 - alpha)
    return shade


def _moved(values: Numbers, right: float, down: float) -> Numbers:
    image = Image.fromarray((np.clip(values, 0, 1) * 255).astype(np.uint8))
    moved = image.transform(
        image.size,
        Image.Transform.AFFINE,
        (1, 0, -right, 0, 1, -down),
        Image.Resampling.BILINEAR,
    )
    pixels: Numbers = np.divide(np.asarray(moved), 255, dtype=np.float32)
    return pixels


def _image(page: Numbers) -> Image.Image:
    alpha = page[..., 3:]
    colour = page[..., :3] / np.maximum(alpha, 1e-4)
    whole = np.clip(np.dstack([colour, alpha]), 0, 1)
    return Image.fromarray((whole * 255 + 0.5).astype(np.uint8), "RGBA")
