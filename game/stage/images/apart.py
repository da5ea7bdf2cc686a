"""A plate cut into a few sheets, for a picture that moves: at rest they look as the plate does."""

from bisect import bisect
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

from PIL import Image, ImageOps

from game.stage.arrange import Arrangement
from game.stage.images import files, finish, ink, plates, snow
from game.stage.images.plates import Atmosphere
from game.stage.images.sheets import Inked, Press
from game.stage.pixels import Sheet
from game.stage.view import HEIGHT, MARGIN_X, MARGIN_Y, WIDTH, Frame, View, reach

# What stands between two of these depths moves together, for every sheet more costs time. All
# that is nearer to the horizon than the first is the ground, which has no holes.
_BANDS = (0.25, 0.43, 0.58, 0.78)


class _Table(NamedTuple):
    """What every band is cut on: the frame in pixels, and the darkness of its corners."""

    frame: Frame
    press: Press
    tooth: Image.Image
    corners: Image.Image
    most: tuple[int, int]


def apart(
    arrangement: Arrangement, press: Press, air: Atmosphere, tooth: Image.Image
) -> Iterator[Sheet]:
    """Sheets from the back to the front; the first is opaque, and those deeper than 1 are snow.

    One after another, and each from one drawing after another, for a picture is large.
    """
    frame = Frame(*plates.size(arrangement, press))
    most = reach(1.0, press.scale)
    table = _Table(frame, press, tooth, _corners(frame, most), most)
    drawn = plates.drawn(arrangement, press, air._replace(weather=""), [])
    bands = groupby(drawn, lambda sheet: bisect(_BANDS, sheet.depth))
    is_bare = True
    for number, band in bands:
        if number and is_bare:
            yield from _cut((), 0.0, table, has_ground=True)
        is_bare = False
        depth = _depth(arrangement, number)
        yield from _cut(band, depth, table, has_ground=not number)
    if is_bare:
        yield from _cut((), 0.0, table, has_ground=True)
    if air.weather == "snow":
        for flakes in snow.parted((frame.width, frame.height), press.scale):
            yield from _cut((flakes,), flakes.depth, table)


def _depth(arrangement: Arrangement, band: int) -> float:
    """How deep the things of a band stand, in the middle."""
    depths = [sprite.depth for sprite in arrangement.sprites]
    found = [depth for depth in depths if bisect(_BANDS, depth) == band]
    return sum(found) / max(1, len(found))


def _cut(
    band: Iterable[Inked], depth: float, table: _Table, *, has_ground: bool = False
) -> Iterator[Sheet]:
    """One band on one sheet, printed; no sheet where nothing of it can be seen."""
    frame, press = table.frame, table.press
    # Snow falls through the frame again and again, so it is as large as the frame.
    across, down = reach(depth, press.scale) if depth <= 1 else (0, 0)
    canvas = _stacked(band, frame, (across, down), has_ground=has_ground)
    canvas = _continued(canvas, _stage(press, (across, down)))
    box = (0, 0, *canvas.size) if has_ground or depth > 1 else canvas.getchannel("A").getbbox()
    if box is None:
        return
    canvas = canvas.crop(box)
    left, top = box[0] - across, box[1] - down
    printed = ink.printed(canvas.convert("RGB"), press.mood)
    printed.paste(ink.colour(press.mood.shadow), (0, 0), _shade(table, left, top, canvas.size))
    printed = finish.papered(printed, table.tooth, left, top)
    if not has_ground:
        printed.putalpha(canvas.getchannel("A"))
    yield Sheet(files.pixels(printed), left, top, depth)


def _shade(table: _Table, left: int, top: int, size: tuple[int, int]) -> Image.Image:
    """The darkness of the corners over a sheet."""
    left, top = left + table.most[0], top + table.most[1]
    return table.corners.crop((left, top, left + size[0], top + size[1]))


def _stacked(
    band: Iterable[Inked], frame: Frame, bleed: tuple[int, int], *, has_ground: bool
) -> Image.Image:
    """The sheets of a band and their shadows, one on the other, with a bleed round the frame."""
    across, down = bleed
    size = (frame.width + 2 * across, frame.height + 2 * down)
    canvas = Image.new("RGBA", size, (*plates.BARE, 255 if has_ground else 0))
    for sheet in band:
        place = (sheet.left + across, sheet.top + down)
        if sheet.shadow is not None:
            dark = Image.new("RGBA", sheet.shadow.size, ink.colour(plates.DARK))
            dark.putalpha(sheet.shadow)
            _lay(canvas, dark, (place[0] - sheet.margin, place[1] - sheet.margin))
        _lay(canvas, sheet.image, place)
    return canvas


def _lay(canvas: Image.Image, image: Image.Image, place: tuple[int, int]) -> None:
    """Lay a picture over another one; what reaches beyond its edges is cut off."""
    left, top = max(0, -place[0]), max(0, -place[1])
    width = min(image.width, canvas.width - place[0])
    height = min(image.height, canvas.height - place[1])
    if width > left and height > top:
        image = image if image.mode == "RGBA" else image.convert("RGBA")
        canvas.alpha_composite(image, (place[0] + left, place[1] + top), (left, top, width, height))


def _stage(press: Press, bleed: tuple[int, int]) -> tuple[int, int, int, int]:
    """Where the drawn stage ends, in pixels of a canvas with this bleed."""
    view: View = press.view
    return (
        round((-MARGIN_X - view.left) * press.scale) + bleed[0],
        round((-MARGIN_Y - view.top) * press.scale) + bleed[1],
        round((WIDTH + MARGIN_X - view.left) * press.scale) + bleed[0],
        round((HEIGHT + MARGIN_Y - view.top) * press.scale) + bleed[1],
    )


def _continued(image: Image.Image, ends: tuple[int, int, int, int]) -> Image.Image:
    """Beyond the ends of what is drawn, a few pixels of its mirror image."""
    left, top, right, bottom = ends
    mirror, flip = ImageOps.mirror, ImageOps.flip
    if left > 0:
        image.paste(mirror(image.crop((left, 0, 2 * left, image.height))), (0, 0))
    if right < image.width:
        image.paste(
            mirror(image.crop((2 * right - image.width, 0, right, image.height))), (right, 0)
        )
    if top > 0:
        image.paste(flip(image.crop((0, top, image.width, 2 * top))), (0, 0))
    if bottom < image.height:
        image.paste(
            flip(image.crop((0, 2 * bottom - image.height, image.width, bottom))), (0, bottom)
        )
    return image


def _corners(frame: Frame, most: tuple[int, int]) -> Image.Image:
    """The darkness of the corners, as far beyond the frame as any sheet may reach."""
    across, down = most
    whole = Image.new("L", (frame.width + 2 * across, frame.height + 2 * down))
    whole.paste(finish.corners((frame.width, frame.height)), (across, down))
    return _continued(whole, (across, down, across + frame.width, down + frame.height))
