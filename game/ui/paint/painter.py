"""Paints the boxes of a view; the focused box and the one under the mouse look lifted."""

from collections.abc import Mapping
from typing import NamedTuple

import pygame

from game.ui.art import Beads, Picture, Plate, Vignette
from game.ui.boxes import PRESSED, Box, Look, Rect, View
from game.ui.cards import BLOCK
from game.ui.gallery import Gallery
from game.ui.paint import caption, graphs
from game.ui.paint.fonts import Fonts
from game.ui.paint.papers import Papers
from game.ui.paint.pen import Pen
from game.ui.paint.scenery import Scenery
from game.ui.space import Space
from game.ui.theatre import FLAT, Pose
from game.ui.theme import Colour, Theme

# The colours of loose sheets, and of plain marks, by their look.
_SHEETS: Mapping[Look, str] = {
    "tab": "paper",
    "sheet": "paper",
    "bookmark": "signal",
    "ribbon": "card",
    "entry": "white",
}
_FLAT: Mapping[Look, str] = {
    "caret": "ink",
    "chosen": "mark",
    "bar": "signal",
    "line": "rule",
}
# How far the shadow of a box may reach beyond it, in units.
_SHADOWS = 48
# Further from its right edge than this, a torn page hides whatever is behind it, in units.
_TORN = 40


class Hot(NamedTuple):
    """Which keys are focused by the keyboard, and which lies under the mouse."""

    focus: str = ""
    hover: str = ""


class Painter:
    """Everything needed to paint at one size; a new size makes a new painter."""

    def __init__(
        self, fonts: Fonts, theme: Theme, space: Space, gallery: Gallery, scenery: Scenery
    ) -> None:
        self.fonts = fonts
        self.theme = theme
        self.space = space
        self.gallery = gallery
        self.scenery = scenery
        self._pose = FLAT
        grain = gallery.grain() if theme["paper"] != theme["white"] else None
        self.papers = Papers(grain, theme, space.unit)

    def px(self, units: float) -> int:
        return max(1, round(units * self.space.unit))

    def paint(
        self,
        target: pygame.Surface,
        view: View,
        hot: Hot,
        pose: Pose = FLAT,
        area: Rect | None = None,
    ) -> None:
        """Paint a view as it stands at one moment; within an area, nothing else is touched."""
        self._pose = pose
        target.set_clip(area)
        target.fill(self.theme["desk"])
        for box in view.boxes:
            if area is None or self.around(box).meets(area):
                self._box(target, box, hot)
        self._focus(target, view, hot.focus)
        target.set_clip(None)

    def picture(self, view: View) -> tuple[Plate, Rect] | None:
        """The picture of a view that may move, and where it is."""
        for box in view.boxes:
            if isinstance(box.art, Plate):
                return box.art, box.rect
        return None

    def stage(self, view: View) -> Rect | None:
        """What is seen of that picture beside a torn page, whose edge is part of it."""
        picture = self.picture(view)
        if picture is None:
            return None
        rect = picture[1]
        hidden = [box.rect.right - self.px(_TORN) for box in view.boxes if box.look == "torn"]
        left = max([rect.left, *hidden])
        return Rect(left, rect.top, rect.right - left, rect.height)

    def around(self, box: Box) -> Rect:
        """Where a box and its shadow may be drawn."""
        return _around(box.rect, self.px(_SHADOWS))

    def leaf(self, view: View, hot: Hot, pose: Pose) -> tuple[pygame.Surface, pygame.Surface]:
        """The torn page of a view by itself, as it is and blank."""
        page = next(box for box in view.boxes if box.look == "torn")
        blank = self.papers.torn(page.rect.width, page.rect.height)
        made, self._pose = blank.copy(), pose
        for box in view.boxes:
            if box is not page and box.rect.right <= page.rect.right:
                self._box(made, box, hot)
        return made, blank

    def book(self, view: View, hot: Hot, pose: Pose) -> tuple[pygame.Surface, pygame.Surface]:
        """The open book of a view and all on it, by itself, and the empty desk."""
        size = (self.space.width, self.space.height)
        made = pygame.Surface(size, pygame.SRCALPHA).convert_alpha()
        made.fill((0, 0, 0, 0))
        self._pose = pose
        for box in view.boxes:
            if box.look != "shade":
                self._box(made, box, hot)
        return made, self.papers.desk(*size).copy()

    def _lift(self, box: Box, *, lit: bool) -> int:
        """How far a card is moved, in pixels, and what is drawn on it under the same key."""
        if box.look != "card" and not (box.key and box.role == "graph"):
            return 0
        share = float(lit) if self._pose.is_flat else self._pose.lifts.get(box.key, 0.0)
        return round(8 * self.space.unit * share)

    def _box(self, target: pygame.Surface, box: Box, hot: Hot) -> None:
        lit = bool(box.key) and box.key in hot and not box.is_closed
        rect = box.rect.moved(self._lift(box, lit=lit), 0)
        self._ground(target, box, rect, lit=lit)
        if box.art is not None:
            self._art(target, box, rect)
        for run in box.runs:
            colour = self._colour(run.colour, box, lit=lit and run.font.face == "label")
            place = (rect.left + run.left, rect.top + run.top)
            drawn = target.blit(self.fonts.words(run.text, run.font, colour), place)
            if run.underlined:
                base = drawn.top + round(drawn.height * 0.86)
                pygame.draw.line(target, colour, (drawn.left, base), (drawn.right - 1, base))

    def _colour(self, name: str, box: Box, *, lit: bool) -> Colour:
        if lit and name == "ink" and box.look in ("card", "tab", "quiet"):
            return self.theme["red"]
        return self.theme.get(name, self.theme["ink"])

    def _ground(self, target: pygame.Surface, box: Box, rect: Rect, *, lit: bool) -> None:
        match box.look:
            case "torn":
                target.blit(self.papers.torn(rect.width, rect.height), rect[:2])
            case "shade":
                target.blit(self.papers.desk(rect.width, rect.height), rect[:2])
            case "book":
                made = self.papers.book(rect.width, rect.height, has_gutter=box.is_on)
                pad = self.papers.pad(22)
                target.blit(made, (rect.left - pad, rect.top - pad))
            case "card":
                self._card(target, box, rect, lit=lit)
            case "slab":
                self._slab(target, box, rect)
            case "caret" | "chosen" | "bar" | "line":
                thick = rect if box.look != "line" else rect._replace(height=self.px(2))
                pygame.draw.rect(target, self.theme[box.tint or _FLAT[box.look]], thick)
            case _ if box.look in _SHEETS:
                self._sheet(target, box, rect, lit=lit)

    def _lifted(
        self, target: pygame.Surface, rect: Rect, colour: str, depth: float, strength: float
    ) -> None:
        made = self.papers.lifted(rect.width, rect.height, self.theme[colour], depth, strength)
        pad = self.papers.pad(depth)
        target.blit(made, (rect.left - pad, rect.top - pad))

    def _card(self, target: pygame.Surface, box: Box, rect: Rect, *, lit: bool) -> None:
        if box.is_closed:
            pygame.draw.rect(target, self.theme["rule"], rect, self.px(2))
            return
        self._lifted(target, rect, "card", 14 if lit else 8, 0.5 if lit else 0.34)
        wide, slant = self.px(BLOCK), self.px(12)
        colour = self.theme["signal" if lit or box.is_on else "slate"]
        corners = [
            rect[:2],
            (rect.left + wide + slant, rect.top),
            (rect.left + wide, rect.bottom - 1),
            (rect.left, rect.bottom - 1),
        ]
        pygame.draw.polygon(target, colour, corners)
        pygame.draw.aaline(target, colour, corners[1], corners[2])
        if lit:
            pygame.draw.rect(target, colour, rect, self.px(3))

    def _sheet(self, target: pygame.Surface, box: Box, rect: Rect, *, lit: bool) -> None:
        if box.is_closed:
            pygame.draw.rect(target, self.theme["rule"], rect, self.px(1.5))
            return
        colour = box.tint or _SHEETS[box.look]
        self._lifted(target, rect, colour, 9 if lit else 6, 0.55 if lit else 0.4)
        if box.is_on:
            strip = (rect.left, rect.bottom - self.px(4), rect.width, self.px(4))
            pygame.draw.rect(target, self.theme["signal"], strip)
        if box.look == "bookmark":
            x, y = rect.right - self.px(22), rect.top + rect.height // 2
            half = self.px(8)
            arrow = [(x, y - half), (x + round(half * 1.4), y), (x, y + half)]
            pygame.draw.polygon(target, self.theme["white"], arrow)
        if box.look == "entry":
            pygame.draw.rect(target, self.theme["slate"], rect, self.px(2))

    def _slab(self, target: pygame.Surface, box: Box, rect: Rect) -> None:
        colour = self.theme[box.tint or "slate"]
        corners = [
            rect[:2],
            (rect.right, rect.top),
            (rect.right - self.px(14), rect.bottom),
            (rect.left, rect.bottom),
        ]
        pygame.draw.polygon(target, colour, corners)
        pygame.draw.aaline(target, colour, corners[1], corners[2])

    def _art(self, target: pygame.Surface, box: Box, rect: Rect) -> None:
        art = box.art
        if isinstance(art, Picture):
            self._picture(target, art, rect)
            return
        if art is None:
            return
        key = (art, rect.width, rect.height)
        pen = Pen(
            rect.width, rect.height, self.theme, self.fonts, self.space.unit, self.space.graph
        )
        shown = art
        if isinstance(art, Beads) and box.look == "sheet":
            pen = pen._replace(width=rect.width, height=rect.height)
        target.blit(self.papers.keep(key, lambda: graphs.draw(shown, pen)), rect[:2])

    def _picture(self, target: pygame.Surface, art: Picture, rect: Rect) -> None:
        """As sheets where they are cut and something may move, and flat until then."""
        made = self.gallery.picture(art, rect.width, rect.height)
        is_lost = self.gallery.is_lost(art, rect.width, rect.height)
        if is_lost and isinstance(art, Plate | Vignette):
            self._told(target, art, rect)
            return
        may_move = isinstance(art, Plate) and not self._pose.is_flat and not self.gallery.is_paused
        if isinstance(art, Plate) and may_move:
            if self.scenery.draw(target, art, rect, self._pose):
                return
            # Not while a print stands in for it: first the picture itself is made.
            if self.gallery.is_made(art, rect.width, rect.height):
                self.scenery.order(art, rect)
        if made is not None:
            if isinstance(art, Vignette):
                self._lifted(target, rect, "card", 6, 0.35)
            target.blit(made, rect[:2])

    def _told(self, target: pygame.Surface, art: Plate | Vignette, rect: Rect) -> None:
        """In words, where it cannot be made."""
        target.fill(self.theme["paper"], rect)
        for run in caption.runs(art, rect, self.space):
            place = (rect.left + run.left, rect.top + run.top)
            target.blit(self.fonts.words(run.text, run.font, self.theme[run.colour]), place)

    def _focus(self, target: pygame.Surface, view: View, focus: str) -> None:
        """A ring that shows on light and on dark: white round blue, three pixels at least."""
        for box in view.boxes:
            if not focus or box.key != focus or box.role not in PRESSED or box.is_closed:
                continue
            shift = self._lift(box, lit=True)
            around = pygame.Rect(box.rect.moved(shift, 0)).inflate(self.px(8), self.px(8))
            pygame.draw.rect(target, self.theme["white"], around.inflate(4, 4), max(5, self.px(6)))
            pygame.draw.rect(target, self.theme["focus"], around, max(3, self.px(3)))


def _around(rect: Rect, margin: int) -> Rect:
    return rect.inset(-margin, -margin)
