"""Paper, cards, the open book and the desk: surfaces made once for each size and kept."""

import math
import random
from collections.abc import Callable

import pygame
import pygame.transform as change

from game.stage.pixels import Pixels
from game.ui.theme import Colour, Theme

Point = tuple[float, float]
_KEPT = 48


def surface(pixels: Pixels) -> pygame.Surface:
    """A surface from plain bytes, in the format of the window."""
    size = (pixels.width, pixels.height)
    made = pygame.image.frombuffer(pixels.data, size, pixels.mode)
    if not pygame.display.get_surface():
        return made.copy()
    return made.convert_alpha() if pixels.mode == "RGBA" else made.convert()


def shadow(size: tuple[int, int], blur: int, strength: float, colour: Colour) -> pygame.Surface:
    """The soft shadow of a sheet, ``blur`` pixels larger each way; made small, then enlarged."""
    part = max(1, blur // 4)
    small = (max(2, size[0] // part), max(2, size[1] // part))
    pad = max(1, round(blur / part))
    sheet = pygame.Surface((small[0] + 2 * pad, small[1] + 2 * pad), pygame.SRCALPHA)
    sheet.fill((*colour, 0))
    sheet.fill((*colour, round(255 * strength)), (pad, pad, *small))
    blurred = change.gaussian_blur(sheet, max(1, pad // 2 + 1))
    return change.smoothscale(blurred, (size[0] + 2 * blur, size[1] + 2 * blur))


class Papers:
    """Keeps the sheets last asked for; ``grain`` is a square of blank paper."""

    def __init__(self, grain: pygame.Surface | None, theme: Theme, unit: float) -> None:
        self._grain = grain
        self._theme = theme
        self._unit = unit
        self._kept: dict[tuple[object, ...], pygame.Surface] = {}

    def px(self, units: float) -> int:
        return max(1, round(units * self._unit))

    def keep(self, key: tuple[object, ...], make: Callable[[], pygame.Surface]) -> pygame.Surface:
        found = self._kept.pop(key, None)
        if found is None:
            found = make()
        self._kept[key] = found
        if len(self._kept) > _KEPT:
            self._kept.pop(next(iter(self._kept)))
        return found

    def sheet(self, width: int, height: int, colour: Colour) -> pygame.Surface:
        """A plain sheet with the tooth of paper, tinted."""
        made = pygame.Surface((max(1, width), max(1, height)))
        paper = self._theme["paper"]
        if self._grain is None:
            made.fill(colour)
            return made
        side = self._grain.get_width()
        for top in range(0, height, side):
            for left in range(0, width, side):
                made.blit(self._grain, (left, top))
        lighter = tuple(max(0, wanted - have) for wanted, have in zip(colour, paper, strict=True))
        darker = tuple(max(0, have - wanted) for wanted, have in zip(colour, paper, strict=True))
        made.fill(lighter, special_flags=pygame.BLEND_RGB_ADD)
        made.fill(darker, special_flags=pygame.BLEND_RGB_SUB)
        return made

    def torn(self, width: int, height: int) -> pygame.Surface:
        """A page whose right edge is torn, with its shadow; wider than asked by the shadow."""
        width, height = max(1, width), max(1, height)
        return self.keep(("torn", width, height), lambda: self._torn(width, height))

    def _torn(self, width: int, height: int) -> pygame.Surface:
        blur = self.px(22)
        edge = _edge(height, self.px(5), seed=5)
        made = pygame.Surface((width + blur, height), pygame.SRCALPHA)
        dark = pygame.Surface((width + blur, height), pygame.SRCALPHA)
        reach = [(width - depth + self.px(9), at) for depth, at in edge]
        pygame.draw.polygon(dark, (*self._theme["shadow"], 150), [(0, 0), *reach, (0, height)])
        quarter = (max(1, dark.get_width() // 4), max(1, height // 4))
        soft = change.gaussian_blur(change.smoothscale(dark, quarter), max(1, blur // 8))
        made.blit(change.smoothscale(soft, dark.get_size()), (0, 0))
        rim = [(width - depth, at) for depth, at in edge]
        pygame.draw.polygon(made, self._theme["white"], [(0, 0), *rim, (0, height)])
        core = pygame.Surface((width, height), pygame.SRCALPHA)
        inner = [(width - depth - self.px(2.5), at) for depth, at in edge]
        pygame.draw.polygon(core, (255, 255, 255), [(0, 0), *inner, (0, height)])
        sheet = self.sheet(width, height, self._theme["paper"]).convert_alpha()
        core.blit(sheet, (0, 0), special_flags=pygame.BLEND_RGBA_MULT)
        made.blit(core, (0, 0))
        return made

    def lifted(
        self, width: int, height: int, colour: Colour, depth: float = 8, strength: float = 0.4
    ) -> pygame.Surface:
        """A sheet with its shadow; the sheet lies ``pad(depth)`` pixels from the corner.

        In a very small window there is room for none: then it is a pixel wide, as everything is.
        """
        width, height = max(1, width), max(1, height)
        key = ("lifted", width, height, colour, depth, strength)
        return self.keep(key, lambda: self._lifted(width, height, colour, depth, strength))

    def _lifted(
        self, width: int, height: int, colour: Colour, depth: float, strength: float
    ) -> pygame.Surface:
        pad = self.pad(depth)
        made = pygame.Surface((width + 2 * pad, height + 2 * pad), pygame.SRCALPHA)
        blur = self.px(depth)
        dark = shadow((width, height), blur, strength, self._theme["shadow"])
        made.blit(dark, (pad - blur + self.px(depth / 4), pad - blur + self.px(depth / 2)))
        made.blit(self.sheet(width, height, colour), (pad, pad))
        return made

    def pad(self, depth: float) -> int:
        return self.px(depth) * 2

    def desk(self, width: int, height: int) -> pygame.Surface:
        return self.keep(("desk", width, height), lambda: self._desk(width, height))

    def _desk(self, width: int, height: int) -> pygame.Surface:
        """Dark leather with a pool of lamplight in the middle."""
        made = self.sheet(width, height, self._theme["desk"])
        small = pygame.Surface((64, 36), pygame.SRCALPHA)
        for ring in range(30, 0, -1):
            alpha = round(46 * (1 - ring / 30) ** 1.5)
            small.fill((0, 0, 0, 0), (0, 0, 0, 0))
            pygame.draw.ellipse(
                small,
                (*self._theme["ochre"], alpha),
                (32 - ring, 15 - ring * 0.56, 2 * ring, ring * 1.12),
            )
        made.blit(change.smoothscale(change.gaussian_blur(small, 3), (width, height)), (0, 0))
        return made

    def book(self, width: int, height: int, *, has_gutter: bool) -> pygame.Surface:
        """A block of pages seen from above, ``pad(22)`` pixels of shadow round it."""
        width, height = max(1, width), max(1, height)
        key = ("book", width, height, has_gutter)
        return self.keep(key, lambda: self._book(width, height, has_gutter=has_gutter))

    def _book(self, width: int, height: int, *, has_gutter: bool) -> pygame.Surface:
        made = self.lifted(width, height, self._theme["paper"], 22, 0.6).copy()
        pad = self.pad(22)
        for leaf in range(4, 0, -1):
            off = self.px(leaf * 3)
            under = self.sheet(width + 2 * off, height, self._theme["edge"])
            made.blit(under, (pad - off, pad + off))
            frame = (pad - off, pad + off, width + 2 * off, height)
            pygame.draw.rect(made, (*self._theme["rail"], 90), frame, 1)
        made.blit(self.sheet(width, height, self._theme["paper"]), (pad, pad))
        if has_gutter:
            self._gutter(made, pad + width // 2, pad, height)
        return made

    def _gutter(self, made: pygame.Surface, middle: int, top: int, height: int) -> None:
        """The fold between two pages, darkest in the middle."""
        half = self.px(80)
        strip = pygame.Surface((2 * half, height), pygame.SRCALPHA)
        for x in range(2 * half):
            alpha = round(107 * (1 - abs(x - half) / half) ** 2.2)
            pygame.draw.line(strip, (*self._theme["gutter"], alpha), (x, 0), (x, height))
        made.blit(strip, (middle - half, top))


def _edge(length: int, depth: int, seed: int) -> list[Point]:
    """A torn edge: how deep the tear is at each height, a slow wander with fine teeth."""
    dice = random.Random(seed)  # noqa: S311 - a drawing, not a secret
    wander, teeth = 0.0, 0.0
    found: list[Point] = []
    for at in range(0, length + 3, 2):
        wander = wander * 0.965 + dice.gauss(0, 1) * depth * 0.26
        teeth = teeth * 0.7 + dice.gauss(0, 1) * 0.5
        bend = math.sin(at * 0.01 / max(1, depth / 5)) * depth * 0.3
        found.append((max(0.0, depth * 1.6 + wander + teeth + bend), float(at)))
    return found
