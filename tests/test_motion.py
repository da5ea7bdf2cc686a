"""The window in motion: what is drawn on the way, and that all is as it should be at the end."""

from collections.abc import Iterator
from pathlib import Path

import pygame
import pytest

from game import paths
from game.lab.wishes import Motion
from game.ui import theatre, window
from game.ui.art import Plate
from game.ui.boxes import Box, Font, Rect, Run, View
from game.ui.gallery import Gallery
from game.ui.glass import Glass
from game.ui.paint.painter import Hot
from game.ui.settings import Settings
from tests.drawing import drawn, shipped
from tests.test_theatre import Clock

WIDTH, HEIGHT = 800, 600
PAGE = 330
ROOM = Plate(drawn("smolny_office", "lenin right", mood="lamplight"), "", 0.4)
WINTER = Plate(drawn("red_square", "soldier right mid", mood="snow"), "", 0.4)


class Hands:
    """A window with a clock of its own, and what its loop would do."""

    def __init__(self, motion: Motion = "full") -> None:
        window.start()
        self.clock = Clock()
        self.gallery = Gallery(shipped(), Path())
        settings = Settings(window=f"{WIDTH}x{HEIGHT}", motion=motion)
        self.glass = Glass(self.gallery, paths.assets(), settings, self.clock)
        self.view = View("", ())

    def show(self, view: View, hover: str = "") -> None:
        self.view, self.hot = view, Hot("", hover)
        self.glass.draw(view, self.hot, "", is_bare=False)

    def settle(self, view: View) -> None:
        """Show a view until its picture and the sheets of that are there, and nothing moves."""
        self.show(view)
        self.gallery.wait()
        self.show(view)
        self.glass.wait()
        self.glass.hang()
        self.run()

    def press(self, key: str, view: View) -> None:
        self.glass.wake()
        self.glass.leave(key)
        self.show(view)

    def tick(self, seconds: float = 1 / 60) -> bool:
        self.clock.now += seconds
        if not self.glass.is_moving:
            return False
        self.glass.step()
        return True

    def run(self) -> int:
        """Go on until nothing moves; how many frames that took."""
        frames = 0
        while self.tick():
            frames += 1
            assert frames < 1000, "it never comes to rest"
        return frames

    @property
    def picture(self) -> bytes:
        return pygame.image.tobytes(self.glass.frame, "RGB")

    @property
    def page(self) -> bytes:
        """What is seen of the page, without its torn edge."""
        page = self.glass.frame.subsurface((0, 0, PAGE - 40, HEIGHT))
        return pygame.image.tobytes(page, "RGB")

    @property
    def as_painted(self) -> bytes:
        """The frame, had it been painted at once."""
        shown = self.glass._shown
        assert shown is not None
        target = self.glass.frame.copy()
        self.glass._painter.paint(target, *shown)
        return pygame.image.tobytes(target, "RGB")


@pytest.fixture
def hands() -> Iterator[Hands]:
    yield (made := Hands())
    made.gallery.close()
    made.glass.close()


def words(text: str, left: int, top: int) -> Box:
    run = Run(text, 0, 0, Font("text", 20))
    return Box(Rect(left, top, 240, 30), "text", runs=(run,))


def page(text: str, art: Plate | None = ROOM) -> View:
    card = Box(Rect(40, 300, 240, 80), "card", "Wait", "wait", look="card")
    picture = Box(Rect(0, 0, WIDTH, HEIGHT), "picture", art=art)
    torn = Box(Rect(0, 0, PAGE, HEIGHT), "page", look="torn")
    tab = Box(Rect(700, 20, 80, 30), "button", "Menu", "menu", look="tab")
    boxes = (picture, torn, words(text, 40, 60), card, tab)
    return View(text, boxes, onward="onward", forward="page:1", earlier="page:0", back="page:0")


def book(text: str) -> View:
    desk = Box(Rect(0, 0, WIDTH, HEIGHT), "page", look="shade")
    block = Box(Rect(30, 20, WIDTH - 60, HEIGHT - 60), "page", look="book", is_on=True)
    boxes = (desk, block, words(text, 60, 60), words(text, 440, 60))
    return View(text, boxes, onward="onward", forward="page:1", earlier="page:0")


def differing(one: bytes, other: bytes) -> float:
    """The share of numbers that differ by more than a little."""
    far = sum(abs(a - b) > 14 for a, b in zip(one[::7], other[::7], strict=True))
    return far / len(one[::7])


def test_nobody_sees_when_the_sheets_take_the_place_of_the_picture(hands: Hands) -> None:
    hands.show(page("One"))
    hands.gallery.wait()
    hands.show(page("One"))
    flat = hands.picture
    hands.settle(page("One"))
    assert hands.picture != flat
    assert differing(flat, hands.picture) < 0.004


def test_the_mouse_moves_the_picture_and_not_the_page(hands: Hands) -> None:
    hands.settle(page("One"))
    before, text = hands.picture, hands.page
    hands.glass.look(WIDTH - 1, HEIGHT - 1)
    assert 20 < hands.run() < 400
    assert differing(before, hands.picture) > 0.05
    assert hands.page == text


@pytest.mark.parametrize("art", [ROOM, WINTER], ids=["dust", "snow"])
def test_what_was_drawn_in_parts_is_what_would_be_drawn_at_once(hands: Hands, art: Plate) -> None:
    hands.settle(page("One", art))
    hands.glass.look(90, 70)
    for _ in range(5):
        hands.tick()
    hands.show(hands.view, "wait")
    hands.glass.look(780, 30)
    for _ in range(5):
        hands.tick()
    shown = hands.picture
    assert shown == hands.as_painted
    hands.run()
    shown = hands.picture
    assert shown == hands.as_painted


def test_at_rest_there_is_nothing_to_draw(hands: Hands) -> None:
    hands.settle(page("One"))
    hands.glass.look(10, 10)
    hands.run()
    hands.clock.now += 3600
    assert not hands.tick()


def test_snow_falls_and_lies_still_where_it_is(hands: Hands) -> None:
    hands.settle(page("One", WINTER))
    before = hands.picture
    hands.glass.wake()
    hands.run()
    after = hands.picture
    assert before != after
    hands.clock.now += 60
    hands.show(hands.view)
    assert hands.picture == after


@pytest.mark.parametrize(
    ("before", "after", "key"),
    [
        (page("One"), page("Two"), "page:1"),
        (page("One"), page("Two"), "page:0"),
        (page("One"), page("Two", WINTER), "onward"),
        (page("One"), page("Two"), "wait"),
        (page("One"), book("Two"), "wait"),
        (book("One"), page("Two"), "onward"),
        (book("One"), book("Two"), "page:1"),
        (book("One"), book("Two"), "page:0"),
    ],
)
def test_every_change_takes_a_moment_and_ends_as_it_should(
    hands: Hands, before: View, after: View, key: str
) -> None:
    hands.settle(before)
    seen = hands.picture
    hands.press(key, after)
    assert differing(seen, hands.picture) < 0.02
    hands.tick(0.15)
    assert hands.picture not in (seen, hands.as_painted)
    hands.run()
    shown = hands.picture
    assert shown == hands.as_painted


@pytest.mark.parametrize("after", [page("Two"), book("Two")], ids=["page", "book"])
def test_a_key_during_a_change_finishes_it_and_counts(hands: Hands, after: View) -> None:
    hands.settle(page("One"))
    hands.press("page:1", after)
    hands.tick(0.1)
    hands.press("page:1", page("Three"))
    hands.run()
    assert hands.view.title == "Three"
    shown = hands.picture
    assert shown == hands.as_painted


def test_a_key_that_leads_nowhere_still_finishes_a_change(hands: Hands) -> None:
    hands.settle(page("One"))
    hands.press("page:1", page("Two"))
    hands.tick(0.1)
    hands.glass.wake()
    hands.tick()
    shown = hands.picture
    assert shown == hands.as_painted


def test_sheets_stand_up_where_they_are_there_before_the_picture_is_seen(hands: Hands) -> None:
    hands.settle(page("Two", WINTER))
    hands.settle(book("One"))
    hands.press("onward", page("Two", WINTER))
    hands.tick(0.2)
    rising = hands.picture
    hands.tick(theatre.BOOK)
    assert rising != hands.picture
    hands.tick(1)
    assert rising != hands.picture


def test_sheets_that_come_when_they_are_already_seen_stop_nothing(hands: Hands) -> None:
    hands.settle(page("Two", WINTER))
    hands.settle(book("One"))
    hands.press("onward", page("Two", WINTER))
    hands.tick(0.2)
    hands.glass.hang()
    rising = hands.picture
    hands.tick(0.1)
    hands.tick(0.1)
    assert rising != hands.picture


def test_reduced_motion_is_one_flat_picture_and_a_short_fade() -> None:
    hands = Hands("reduced")
    hands.settle(page("One"))
    before = hands.picture
    hands.glass.look(WIDTH - 1, HEIGHT - 1)
    assert not hands.glass.is_moving
    hands.press("page:1", page("Two"))
    assert hands.glass.is_moving
    hands.tick(0.16)
    assert not hands.glass.is_moving
    assert hands.picture != before
    hands.show(hands.view, "wait")
    assert not hands.glass.is_moving


def test_a_machine_that_cannot_keep_up_is_spared_all_motion(
    hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    hands.settle(page("One"))
    monkeypatch.setattr(theatre, "SLOW", -1.0)
    for across in range(0, WIDTH, 8):
        hands.glass.look(across, 300)
        hands.tick()
    monkeypatch.undo()
    assert hands.glass.is_flat
    hands.run()
    hands.glass.look(0, 0)
    assert not hands.glass.is_moving
    shown = hands.picture
    hands.show(hands.view)
    assert hands.picture == shown
