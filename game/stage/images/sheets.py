"""One sprite becomes one sheet: decoded, cut to the view, dotted, hazed, lit and shaded."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from PIL import Image, ImageOps

from game.stage.arrange import Look, Sprite
from game.stage.catalogue import Mood
from game.stage.images import files, ink, light
from game.stage.images.light import Rim, Shadow
from game.stage.images.tiles import Grain
from game.stage.view import View

# Nothing beyond this distance from the view (in units of the stage) can be seen of an effect.
_MARGIN = 48.0
_DARK = "#05070B"
_FAR = 0.55
# Below this share of the size it was baked in, a drawing is dotted at twice its size.
_FINE: Mapping[Look, float] = {"layer": 0.0, "figure": 0.9}


@dataclass(frozen=True, slots=True)
class Press:
    """What every sheet of one picture needs: pixels for a unit, the view, the mood.

    ``noise`` has dots so many times as large. ``read`` opens the file of a part, and may keep it
    for the next copy of the same part.
    """

    scale: float
    view: View
    mood: Mood
    side: int
    noise: Grain
    read: Callable[[Path], Image.Image] = files.read


class Inked(NamedTuple):
    """A sheet and the shadow it throws, which is larger by a margin all round."""

    image: Image.Image
    shadow: Image.Image | None
    left: int
    top: int
    depth: float
    margin: int = 0


class _Style(NamedTuple):
    shadow: Shadow
    rims: tuple[Rim, ...]
    # Where fading to the dark begins and ends (units of the stage, from the top) and how far.
    fade: tuple[float, float, float]


_CLOSE, _WIDE = Rim(2.2, 1.6, 0.8, 0.85), Rim(8, 5, 4.5, 0.28)
_STYLES: Mapping[Look, _Style] = {
    "layer": _Style(Shadow(9, 5, 7, 0.38), (), (0, 0, 0)),
    "figure": _Style(Shadow(12, 8, 10, 0.55), (_CLOSE, _WIDE), (470, 740, 0.6)),
    "prop": _Style(Shadow(9, 5, 8, 0.5), (Rim(2, 2, 0.8, 0.6),), (560, 760, 0.6)),
    "distant": _Style(Shadow(5, 3, 4, 0.4), (Rim(1.6, 1.6, 0.8, 0.7),), (0, 0, 0)),
    "crowd": _Style(
        Shadow(14, 2, 2, 0.6),
        (Rim(2, 2, 0.8, 0.75), Rim(8, 5, 4.5, 0.28)),
        (400, 700, 0.9),
    ),
}


def ink_sprite(sprite: Sprite, press: Press) -> Inked | None:
    """None when nothing of it is in view; raises BadImage when its file is broken."""
    found = _drawn(sprite, press)
    if found is None:
        return None
    image, left, top = found
    style = _STYLES[sprite.look]
    if sprite.look == "crowd":
        image = ink.haze(image, press.mood.shadow, 0.12)
    image = ink.haze(image, press.mood.haze, _distance(sprite, press.mood))
    if image.mode == "RGB":
        return Inked(image, None, left, top, sprite.depth)
    alpha, margin = image.getchannel("A"), round(_MARGIN * press.scale)
    image = _shone_on(image, alpha, top, style, press)
    shadow = _shade(light.padded(alpha, margin), style, press) if sprite.depth > 0.08 else None
    return Inked(image, shadow, left, top, sprite.depth, margin)


def _shone_on(
    image: Image.Image, alpha: Image.Image, top: int, style: _Style, press: Press
) -> Image.Image:
    """With light along its edges, and darker towards the ground."""
    begin, end, share = style.fade
    if not share and not style.rims:
        return image
    # Light and dark are laid on colour alone, which spares the shape to be cut out each time.
    k, colour = press.scale, image.convert("RGB")
    if share:
        span = (round((begin - press.view.top) * k) - top, round((end - press.view.top) * k) - top)
        light.fade(colour, press.mood.shadow, span, share)
    for rim in style.rims:
        towards = Rim(-rim.right * press.side * k, rim.down * k, rim.soft * k, rim.strength)
        light.light_edge(colour, alpha, towards, press.mood.key)
    colour.putalpha(alpha)
    return colour


def _shade(alpha: Image.Image, style: _Style, press: Press) -> Image.Image:
    cast, k = style.shadow, press.scale
    away = -press.side * cast.right * k
    return light.shadow(alpha, Shadow(cast.blur * k, away, cast.down * k, cast.strength))


def _distance(sprite: Sprite, mood: Mood) -> float:
    """How much air is between: most at the horizon, none from the middle of the stage on."""
    if sprite.look == "layer" and sprite.depth < 0.08:
        return 0.0
    return mood.haze_amount * max(0.0, (_FAR - sprite.depth) / _FAR) * 0.8


def _drawn(sprite: Sprite, press: Press) -> tuple[Image.Image, int, int] | None:
    """The part of a sprite that can be seen, dotted, at the size it is drawn."""
    k, view = press.scale, press.view
    cut = (
        max(sprite.left, view.left - _MARGIN),
        max(sprite.top, view.top - _MARGIN),
        min(sprite.left + sprite.width, view.left + view.width + _MARGIN),
        min(sprite.top + sprite.height, view.top + view.height + _MARGIN),
    )
    left, top = round((cut[0] - view.left) * k), round((cut[1] - view.top) * k)
    width = round((cut[2] - view.left) * k) - left
    height = round((cut[3] - view.top) * k) - top
    if width <= 0 or height <= 0:
        return None
    dots = _fineness(sprite, k)
    part = _decoded(sprite, cut, (width * dots, height * dots), press)
    # On a screen finer than the drawing the dots grow with it.
    noise = press.noise(k * dots * sprite.scale / sprite.part.scale)
    inked = ink.stipple(part, noise, left * dots, top * dots)
    image = inked.reduce(dots) if dots > 1 else inked
    over = _over(sprite)
    found = _drawn(over, press) if over is not None else None
    if found is not None:
        above, right, down = found
        _lay(image, above, right - left, down - top)
    return image, left, top


def _over(sprite: Sprite) -> Sprite | None:
    """What lies over a sprite, as a sprite of its own."""
    part, over = sprite.part, sprite.part.over
    if over is None:
        return None
    right = over.left - part.left
    if sprite.flipped:
        right = part.width - right - over.width
    left = sprite.left + right * sprite.scale
    return sprite._replace(
        part=over, left=left, top=sprite.top + (over.top - part.top) * sprite.scale
    )


def _lay(image: Image.Image, above: Image.Image, right: int, down: int) -> None:
    """Lay a picture on another one; rounding may put it a pixel beyond an edge."""
    source = (max(0, -right), max(0, -down))
    image.alpha_composite(above, (max(0, right), max(0, down)), source)


def _fineness(sprite: Sprite, scale: float) -> int:
    """Small drawings are dotted at twice their size, or the dots would be dirt on a face."""
    drawn = sprite.scale * scale / sprite.part.scale
    return 2 if drawn < _FINE.get(sprite.look, 0.5) else 1


def _decoded(
    sprite: Sprite,
    cut: tuple[float, float, float, float],
    size: tuple[int, int],
    press: Press,
) -> ink.Part:
    part = sprite.part
    needed = size[0] / (cut[2] - cut[0]) * sprite.scale
    small = part.small is not None and needed <= part.scale * 2 / 3 * 1.02
    source = part.small if small and part.small is not None else part.files
    flat = _fitted(press.read(Path(source.flat)), sprite, cut, size)
    tone = None
    if source.tone is not None:
        fitted = _fitted(_tone(press.read(Path(source.tone))), sprite, cut, size)
        tone = ink.Tone(fitted, fitted.getchannel("a"))
    return ink.Part(flat, tone)


def _tone(stacked: Image.Image) -> Image.Image:
    """Kept as two pictures one below the other: colour, and its strength.

    One picture of four channels is quicker brought to size than two. It is called RGBa, for in an
    RGBA Pillow would first multiply the colour with the strength.
    """
    middle = stacked.height // 2
    colour = stacked.crop((0, 0, stacked.width, middle)).convert("RGB")
    strength = stacked.crop((0, middle, stacked.width, middle * 2)).convert("L")
    return Image.merge("RGBa", (*colour.split(), strength))


def _fitted(
    image: Image.Image,
    sprite: Sprite,
    cut: tuple[float, float, float, float],
    size: tuple[int, int],
) -> Image.Image:
    """Turned, cut and brought to size in one step."""
    if sprite.flipped:
        image = ImageOps.mirror(image)
    across, down = image.width / sprite.width, image.height / sprite.height
    box = (
        (cut[0] - sprite.left) * across,
        (cut[1] - sprite.top) * down,
        min(image.width, (cut[2] - sprite.left) * across),
        min(image.height, (cut[3] - sprite.top) * down),
    )
    if abs(box[2] - box[0] - size[0]) < 1.5 and abs(box[3] - box[1] - size[1]) < 1.5:
        left, top = round(box[0]), round(box[1])
        return image.crop((left, top, left + size[0], top + size[1]))
    return image.resize(size, Image.Resampling.BILINEAR, box)
