"""The theatre's motions as functions of time: where each begins, how it goes, where it ends."""

import math
from collections.abc import Callable
from itertools import pairwise

import pytest

from game.stage.view import TRAVEL_X, TRAVEL_Y
from game.ui import theatre
from game.ui.boxes import Box, Look, Rect, View
from game.ui.stagehand import FEWER, FRAMES, Stagehand
from game.ui.theatre import Eye

TICKS = [number / 60 for number in range(240)]


class Clock:
    """Time that passes only when it is told to."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now

    def run(self, seconds: float, each: Callable[[], object]) -> None:
        for _ in range(round(seconds * 60)):
            self.now += 1 / 60
            each()


def view(look: Look, forward: str = "", earlier: str = "", *, is_on: bool = False) -> View:
    box = Box(Rect(0, 0, 500, 700), "page", look=look, is_on=is_on)
    return View("", (box,), forward=forward, earlier=earlier, onward="onward", back="back")


@pytest.mark.parametrize(
    ("place", "wanted"),
    [((0, 0), (-1, -1)), ((640, 360), (0, 0)), ((1280, 720), (1, 1)), ((-50, 9000), (-1, 1))],
)
def test_the_eye_of_a_mouse(place: tuple[int, int], wanted: tuple[float, float]) -> None:
    assert theatre.eye(*place, 1280, 720) == wanted


def test_the_nearer_the_further_and_the_horizon_never() -> None:
    assert theatre.offset(0, Eye(1, 1)) == (0, 0)
    assert theatre.offset(1, Eye(-1, 1)) == (-TRAVEL_X, TRAVEL_Y)
    assert theatre.offset(0.5, Eye(1, 0))[0] == TRAVEL_X / 2


def test_a_sheet_follows_twelve_hundredths_of_the_way_in_a_frame() -> None:
    assert theatre.followed(Eye(), Eye(1, -1), 1 / 60) == pytest.approx((0.12, -0.12))
    once = theatre.followed(Eye(), Eye(1, 0), 0.1)
    twice = theatre.followed(theatre.followed(Eye(), Eye(1, 0), 0.05), Eye(1, 0), 0.05)
    assert twice == pytest.approx(once)


def test_a_sheet_arrives_and_then_stands_still() -> None:
    now, wanted = Eye(-1, -1), Eye(1, 0.3)
    for _ in range(60):
        now = theatre.followed(now, wanted, 1 / 60)
    assert now == wanted


def test_a_trembling_hand_moves_nothing() -> None:
    assert theatre.is_dead(Eye(0.5, 0.5), Eye(0.519, 0.481))
    assert not theatre.is_dead(Eye(0.5, 0.5), Eye(0.521, 0.5))


@pytest.mark.parametrize("depth", [0.25, 0.6, 1.0])
@pytest.mark.parametrize("number", [0, 1, 4])
def test_sheets_rise_to_their_place_and_stay(number: int, depth: float) -> None:
    found = [theatre.rise(number, depth, seconds) for seconds in TICKS]
    assert 24 <= found[0] <= 60
    assert found == sorted(found, reverse=True)
    assert theatre.rise(number, depth, theatre.risen(number + 1)) == pytest.approx(0)
    assert theatre.rise(number, depth, math.inf) == 0


def test_sheets_rise_one_after_another_and_near_ones_from_further_below() -> None:
    assert theatre.rise(1, 0.5, 0.05) == theatre.rise(1, 0.5, 0) > theatre.rise(0, 0.5, 0.05)
    assert theatre.rise(0, 0.9, 0) > theatre.rise(0, 0.3, 0)


@pytest.mark.parametrize("ease", [theatre.ease, theatre.ease_out])
def test_easings_go_from_0_to_1_and_never_back(ease: Callable[[float], float]) -> None:
    found = [ease(part / 20) for part in range(-5, 30)]
    assert (found[0], found[-1]) == (0, 1)
    assert found == sorted(found)


@pytest.mark.parametrize("is_away", [True, False])
def test_a_book_comes_and_goes_over_the_whole_height(*, is_away: bool) -> None:
    found = [theatre.laid(part / 20, is_away=is_away) for part in range(21)]
    assert found == sorted(found, reverse=not is_away)
    assert {found[0], found[-1]} == {0, 1}


def test_a_leaf_lies_flat_at_both_ends() -> None:
    flat, over = theatre.bent(0, 8), theatre.bent(1, 8)
    assert [strip.far for strip in flat] == pytest.approx([n / 8 for n in range(1, 9)])
    assert [strip.far for strip in over] == pytest.approx([-n / 8 for n in range(1, 9)])
    assert [strip.height for strip in flat] == pytest.approx([0] * 8)
    assert [strip.height for strip in over] == pytest.approx([0] * 8)


@pytest.mark.parametrize("part", [number / 20 for number in range(21)])
def test_a_leaf_never_tears(part: float) -> None:
    """Its strips hang together, are as long as they were, and its free edge goes ahead."""
    strips = theatre.bent(part, 16)
    height = 0.0
    for strip, following in zip(strips, (*strips[1:], strips[-1]), strict=True):
        assert math.hypot(strip.far - strip.near, strip.height - height) == pytest.approx(1 / 16)
        assert following is strip or following.near == strip.far
        assert following.angle >= strip.angle
        height = strip.height
    assert strips[0].near == 0


def test_what_is_lifted_takes_120_milliseconds_from_wherever_it_was() -> None:
    assert theatre.lifted(0.4, 1, 0) == 0.4
    assert theatre.lifted(0.4, 1, 0.12) == 1
    assert theatre.lifted(0.4, 0, 0.12) == 0


def test_a_machine_is_slow_only_when_many_frames_are() -> None:
    assert not theatre.is_slow([1.0] * 5)
    assert not theatre.is_slow([0.9, *[0.01] * 60])
    assert theatre.is_slow([0.04] * 60)


@pytest.mark.parametrize(
    ("before", "after", "key", "wanted"),
    [
        (view("torn", "page:1"), view("torn"), "page:1", "leaf"),
        (view("torn", "page:1"), view("torn"), "onward", "leaf"),
        (view("torn", "page:2", "page:0"), view("torn"), "page:0", "leaf back"),
        (view("torn"), view("torn"), "back", "leaf back"),
        (view("torn"), view("torn"), "choice:wait", "fade"),
        (view("torn"), view("torn"), "", "fade"),
        (view("torn"), view("book", is_on=True), "journal", "lay"),
        (view("book", is_on=True), view("torn"), "onward", "take away"),
        (view("torn"), view("book"), "journal", "lay"),
        (view("book"), view("torn"), "close", "take away"),
        (view("book", "page:1", is_on=True), view("book", is_on=True), "page:1", "fold"),
        (view("book", is_on=True), view("book", is_on=True), "back", "fold back"),
        (view("book", "page:1"), view("book"), "page:1", "fade"),
        (view("book", is_on=True), view("book", is_on=True), "people", "fade"),
        (view("shade"), view("torn"), "onward", "fade"),
    ],
)
def test_how_one_screen_becomes_the_next(before: View, after: View, key: str, wanted: str) -> None:
    assert theatre.change(before, after, key) == wanted


def test_nothing_moves_until_something_happens() -> None:
    clock = Clock()
    clock.run(9, lambda: None)
    hand = Stagehand(clock)
    hand.has_depth = True
    assert not hand.is_moving


def test_sheets_follow_the_mouse_and_come_to_rest() -> None:
    clock = Clock()
    hand = Stagehand(clock)
    hand.has_depth = True
    hand.look(Eye(1, -1))
    assert hand.is_moving
    clock.run(1.5, hand.pose)
    assert hand.pose().eye == Eye(1, -1)
    assert not hand.is_moving
    hand.look(Eye(0.99, -1))
    assert not hand.is_moving


def test_without_sheets_the_mouse_moves_nothing() -> None:
    hand = Stagehand(Clock())
    hand.look(Eye(1, -1))
    assert not hand.is_moving


def test_the_weather_dies_down_five_seconds_after_the_reader_did_something() -> None:
    clock = Clock()
    hand = Stagehand(clock)
    hand.has_weather = True
    hand.stir()
    clock.run(2.9, hand.pose)
    assert (hand.pose().wind, hand.frames) == (1, FEWER)
    clock.run(1, hand.pose)
    assert 0 < hand.pose().wind < 1
    clock.run(1.2, hand.pose)
    assert hand.pose().wind == 0
    assert not hand.is_moving
    drift = hand.pose().drift
    clock.run(5, hand.pose)
    assert hand.pose().drift == drift
    hand.stir()
    assert hand.is_moving


def test_weather_goes_on_where_it_stood_and_never_jumps() -> None:
    clock = Clock()
    hand = Stagehand(clock)
    hand.has_weather = True
    hand.stir()
    drifts = []
    clock.run(3, lambda: drifts.append(hand.pose().drift))
    clock.now += 60
    hand.stir()
    clock.run(3, lambda: drifts.append(hand.pose().drift))
    steps = [later - sooner for sooner, later in pairwise(drifts)]
    assert min(steps) >= 0
    assert max(steps) < 0.11


def test_cards_are_lifted_and_let_down_at_once() -> None:
    clock = Clock()
    hand = Stagehand(clock)
    hand.lift(frozenset({"one"}))
    assert hand.frames == FRAMES
    clock.run(0.06, hand.pose)
    halfway = hand.pose().lifts["one"]
    assert 0 < halfway < 1
    hand.lift(frozenset({"two"}))
    assert hand.pose().lifts == {"one": halfway, "two": 0}
    clock.run(0.2, hand.pose)
    assert hand.pose().lifts == {"one": 0, "two": 1}
    assert not hand.is_moving


def test_a_key_finishes_what_is_on_its_way() -> None:
    clock = Clock()
    hand = Stagehand(clock)
    hand.lift(frozenset({"one"}))
    hand.enter(5, 0.1)
    assert hand.is_rising
    hand.finish()
    assert not hand.is_moving
    assert hand.pose().lifts == {"one": 1}
    assert theatre.rise(4, 1, hand.pose().rising) == 0
