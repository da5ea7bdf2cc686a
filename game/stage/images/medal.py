"""A portrait for a small round frame: head and shoulders in one ink on paper."""

from PIL import Image, ImageDraw, ImageOps

from game.stage.arrange import Sprite
from game.stage.catalogue import Figure, Mood, Part
from game.stage.images import ink, light, sheets
from game.stage.images.sheets import Press
from game.stage.images.tiles import Grain
from game.stage.view import View

# So much of a figure's drawing is seen, in a small frame less; the head is above the centre.
_WIDE, _NARROW, _SMALL = 330.0, 262.0, 64
_ABOVE = 0.09
# Of a photograph that is taller than wide, so much of what is cut off is cut off above.
_UPPER = 0.15
FINE = 3
_PLAIN = Mood("", "#17151A", "#8A7A62", "#F2E6CC", 0.2, 1.0, "#BFB196", 0.0, "#FBF4E3", 1)


def portrait(
    figure: Figure, part: Part, side: int, inks: tuple[str, str, str], grain: Grain
) -> Image.Image:
    """A disc ``side`` pixels wide. Drawn larger and reduced, for a face needs fine dots."""
    large = side * FINE
    wide = _WIDE if side > _SMALL else _NARROW
    x, y = figure.head
    view = View(x - wide / 2, y + (_ABOVE - 0.5) * wide, wide, wide)
    press = Press(large / wide, view, _PLAIN, 1, grain)
    sprite = Sprite(part, part.left, part.top, 1.0, flipped=False, depth=0.6, look="figure")
    ground = Image.new("RGB", (large, large), ink.colour(inks[2]))
    ground.paste(ink.colour(inks[1]), (0, 0), _glow(large).point([v * 2 // 5 for v in range(256)]))
    inked = sheets.ink_sprite(sprite, press)
    if inked is not None:
        ground.paste(inked.image, (inked.left, inked.top), inked.image.getchannel("A"))
    return _printed(ground, inks)


def photograph(image: Image.Image, side: int, inks: tuple[str, str, str]) -> Image.Image:
    """The same of a picture: all of a square one, and of a tall one the upper part."""
    large = (side * FINE, side * FINE)
    return _printed(ImageOps.fit(image, large, centering=(0.5, _UPPER)), inks)


def _printed(image: Image.Image, inks: tuple[str, str, str]) -> Image.Image:
    grey = ImageOps.autocontrast(image.convert("L"), cutoff=1)
    toned = ImageOps.colorize(grey, black=inks[0], white=inks[2], mid=inks[1], midpoint=112)
    return _round(toned, inks[0]).reduce(FINE)


def _glow(side: int) -> Image.Image:
    """Dark towards the edge, light behind the head."""
    return ImageOps.invert(light.glow((side + 1) // 2, 1.0).resize((side, side)))


def _round(image: Image.Image, edge: str) -> Image.Image:
    """Cut to a disc with a line round it."""
    side = image.width
    mask = Image.new("L", image.size)
    ImageDraw.Draw(mask).ellipse((1, 1, side - 2, side - 2), fill=255)
    line = max(FINE, side // 40)
    ImageDraw.Draw(image).ellipse((1, 1, side - 2, side - 2), outline=edge, width=line)
    image.putalpha(mask)
    return image
