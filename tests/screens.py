"""The shipped story on a desk, its screens at any size, and what must hold of every view."""

import functools
from collections.abc import Iterator
from itertools import combinations

import pygame

from game import paths
from game.play import sittings
from game.play.playthrough import Playthrough, begin
from game.stage import likeness
from game.story import load
from game.story.model import Story
from game.ui.boxes import PRESSED, Box, View
from game.ui.paint.fonts import Fonts
from game.ui.screen import Desk, Screen, Step, Turn
from game.ui.screens import index
from game.ui.settings import Settings
from game.ui.space import Space
from tests.drawing import shipped

SIZES = ((1024, 768), (1280, 720), (1920, 1080), (3840, 2160))
TEXTS = (100, 200)
# Rounding may move a box by a pixel or two.
_SLACK = 3


@functools.cache
def story() -> Story:
    loaded = load.load(paths.story())
    assert loaded.story is not None, loaded.problems[:3]
    return loaded.story


@functools.cache
def fonts() -> Fonts:
    pygame.font.init()
    return Fonts(paths.assets() / "fonts")


def space(size: tuple[int, int], text: int) -> Space:
    return Space(*size, text / 100, fonts())


def desk(**changes: object) -> Desk:
    settings = Settings(**changes)  # type: ignore[arg-type] # by name, in tests
    return Desk(story(), settings, (), faces=likeness.faces(shipped()))


def screen(place: str, play: Playthrough | None = None) -> Screen:
    return index.build(place, play, desk())


def decided(scene: str, which: int = 0) -> Playthrough:
    """A playthrough that began at a scene and took one of its open choices."""
    play = begin(story(), scene)
    offered = [offer.choice.id for offer in play.offers if offer.is_open]
    return play.choose(offered[min(which, len(offered) - 1)])


def places() -> Iterator[tuple[str, Playthrough | None]]:
    """Every place of every scene of the story, as a reader could come to it."""
    yield "title", None
    yield "chapters", None
    for scene in story().scenes.values():
        here = begin(story(), scene.id)
        if not scene.choices:
            yield "ending", here
            continue
        yield "opening", here
        yield "content", here
        yield "scene/0", here
        yield "menu", here
        after = decided(scene.id)
        yield from ((place, after) for place in ("why", "comparison", "chapter-end", "menu/last"))
        yield from ((f"check/{number}", after) for number in range(len(scene.source_checks)))
        yield "take-back", after
        if sittings.divides(story(), after.scene):
            yield "sitting", after


def pages(first: Screen, on: Space, at: Desk | None = None) -> Iterator[View]:
    """The view of every page of a screen, by turning to the last one."""
    here, at = first, at or desk()
    for _ in range(60):
        view = here.view(at, on)
        yield view
        step: Step = here.press(view.forward, at) if view.forward else Step()
        if not isinstance(step.move, Turn):
            return
        here = step.move.screen
    raise AssertionError("the pages have no end")


def faults(view: View, on: Space) -> list[str]:
    """What is wrong with how a view is laid out."""
    found = [f"outside: {box.text!r}" for box in view.boxes if not _inside(box, on)]
    found += [f"spills: {box.text!r}" for box in view.boxes if _spills(box, on)]
    words = [box for box in view.boxes if box.runs and box.role not in ("graph", "link", "meter")]
    pressed = [box for box in view.boxes if box.role in PRESSED and box.role != "link"]
    for one, other in combinations(words, 2):
        if _overlap(one, other):
            found.append(f"overlap: {one.text!r} and {other.text!r}")
    for one, other in combinations(pressed, 2):
        if _overlap(one, other):
            found.append(f"pressed together: {one.text!r} and {other.text!r}")
    return found


def _inside(box: Box, on: Space) -> bool:
    left, top = box.rect.left >= -_SLACK, box.rect.top >= -_SLACK
    right, bottom = box.rect.right <= on.width + _SLACK, box.rect.bottom <= on.height + _SLACK
    return left and top and right and bottom


def _spills(box: Box, on: Space) -> bool:
    """Whether words reach out of their box, beyond what a letter's tail may."""
    for run in box.runs:
        wide = run.left + on.measure.width(run.text, run.font)
        high = run.top + on.measure.height(run.font) * 0.8
        if wide > box.rect.width + _SLACK or high > box.rect.height + _SLACK or run.left < 0:
            return True
    return False


def _overlap(one: Box, other: Box) -> bool:
    return one.rect.inset(_SLACK, _SLACK).meets(other.rect.inset(_SLACK, _SLACK))
