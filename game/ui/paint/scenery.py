"""Draws a picture as sheets, each where it is at that moment, and what moves in its air."""

import math
from collections.abc import Iterator, Sequence

import pygame

from game.stage.view import HEIGHT, WIDTH
from game.ui import theatre
from game.ui.art import Plate
from game.ui.boxes import Rect
from game.ui.paint.ambient import Ambient
from game.ui.theatre import Pose
from game.ui.wings import Hung, Wanted, Wings

Place = tuple[pygame.Surface, tuple[int, int]]
_LARGEST = 2560 * 1440
# Snow: units a second, and how far and how slowly it sways.
_FALLS, _FALLS_NEAR = 24.0, 42.0
_SWAYS, _SWAY_LASTS = 9.0, 11.0


class Scenery:
    """The stage of the picture that is shown; without its sheets it draws nothing."""

    def __init__(self, wings: Wings) -> None:
        self.wings = wings
        self._ambient = Ambient()

    def sheets(self, art: Plate, rect: Rect) -> tuple[Hung, ...]:
        """The sheets of a picture, if they are cut."""
        return self.wings.ready(Wanted(art, rect.width, rect.height))

    def order(self, art: Plate, rect: Rect) -> None:
        """Have a picture cut into its sheets; a very large one stays flat, for want of memory."""
        if rect.width * rect.height <= _LARGEST:
            self.wings.order(Wanted(art, rect.width, rect.height))

    def has_weather(self, art: Plate, rect: Rect) -> bool:
        """Whether anything moves in the air of a picture."""
        return bool(self.sheets(art, rect)) and bool(self.wings.weather(art))

    def draw(self, target: pygame.Surface, art: Plate, rect: Rect, pose: Pose) -> bool:
        """Draw within the picture, and within whatever else may be drawn in."""
        sheets = self.sheets(art, rect)
        if not sheets:
            return False
        clip = target.get_clip()
        target.set_clip(clip.clip(pygame.Rect(rect)))
        target.fblits(places(sheets, rect, pose))
        self._ambient.draw(target, rect, self.wings.weather(art), pose)
        target.set_clip(clip)
        return True


def places(sheets: Sequence[Hung], rect: Rect, pose: Pose) -> tuple[Place, ...]:
    """Every sheet and the place of its corner, back to front."""
    scale = max(rect.width / WIDTH, rect.height / HEIGHT)
    found: list[Place] = []
    for number, sheet in enumerate(sheets):
        x, y = theatre.offset(sheet.depth, pose.eye)
        if sheet.depth > 1:
            found += _falling(sheet, rect, (x * scale, y * scale), pose.drift * scale)
            continue
        below = sheet.way * theatre.rise(max(0, number - 1), sheet.depth, pose.rising)
        left = rect.left + sheet.left + round(x * scale)
        top = rect.top + sheet.top + round((y + below) * scale)
        found.append((sheet.surface, (left, top)))
    return tuple(found)


def _falling(sheet: Hung, rect: Rect, moved: tuple[float, float], drift: float) -> Iterator[Place]:
    """Snow leaves at the bottom and comes in again at the top."""
    near = sheet.depth > 1.1
    way = drift * (_FALLS_NEAR if near else _FALLS)
    sway = _SWAYS * math.sin(2 * math.pi * drift / _SWAY_LASTS) * (1.5 if near else 1)
    left = round(moved[0] + sway) % rect.width
    top = round(moved[1] + way) % rect.height
    for across in (left, left - rect.width):
        for down in (top, top - rect.height):
            if across < rect.width and down < rect.height:
                yield sheet.surface, (rect.left + across, rect.top + down)
