"""Places on a line: keeping things within limits, apart from each other and clear of obstacles."""

import itertools
from collections.abc import Sequence
from typing import NamedTuple

_REACH = 150.0


class Spot(NamedTuple):
    """A place for the hero; with a height, a step or a doorway that has a size of its own."""

    x: float
    feet: float = 0.0
    height: float = 0.0


def within(value: float, low: float, high: float) -> float:
    """The nearest value within the limits; the middle of them when they cross."""
    if low > high:
        return (low + high) / 2
    return min(max(value, low), high)


def nearest(value: float, spots: Sequence[Spot]) -> Spot | None:
    """The nearest spot, if there is one within reach."""
    near = [spot for spot in spots if abs(spot.x - value) <= _REACH]
    return min(near, key=lambda spot: abs(spot.x - value), default=None)


def apart(
    wanted: Sequence[float], widths: Sequence[float], low: float, high: float
) -> tuple[float, ...]:
    """Places in the same order within the limits, with room for each as far as there is room."""
    order = sorted(range(len(wanted)), key=lambda index: wanted[index])
    places = [within(wanted[index], low, high) for index in order]
    gaps = [(widths[first] + widths[second]) / 2 for first, second in itertools.pairwise(order)]
    if sum(gaps) > high - low:
        gaps = [gap * (high - low) / sum(gaps) for gap in gaps]
    for index, gap in enumerate(gaps):
        places[index + 1] = max(places[index + 1], places[index] + gap)
    if places:
        places[-1] = min(places[-1], high)
    for index in range(len(gaps) - 1, -1, -1):
        places[index] = min(places[index], places[index + 1] - gaps[index])
    found = dict(zip(order, places, strict=True))
    return tuple(found[index] for index in range(len(wanted)))


def clear(value: float, half: float, walls: Sequence[tuple[float, float]]) -> float:
    """The nearest place where something ``half`` wide to each side touches no wall."""
    edges = [edge for left, right in walls for edge in (left - half, right + half)]
    for place in sorted((value, *edges), key=lambda place: abs(place - value)):
        if all(place + half <= left + 0.5 or place - half >= right - 0.5 for left, right in walls):
            return place
    return value
