"""Which values of a variable a later condition can still tell apart, for every scene.

Two players in the same scene whose values no later condition can tell apart will be offered the
same choices for ever. The explorer looks at one of them only.
"""

import functools
from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from game.play.compiled import Compiled, Range, Route, Step

# More cuts than these are not worth counting: then every value counts as different.
_MOST = 64


class Cuts(NamedTuple):
    """The values from which on something is different, in order; or every value is different."""

    values: tuple[int, ...]
    every: bool = False

    def like(self, value: int) -> int:
        """Return the one value that stands for all those that cannot be told apart from it."""
        if self.every:
            return value
        below = bisect_right(self.values, value)
        return self.values[below - 1] if below else self.values[0] - 1


# For one scene: the cuts of each variable that still matters there.
Distinctions = Mapping[int, Cuts]
# The same while they are looked for; None stands for every value.
_Set = frozenset[int] | None
_Found = dict[int, _Set]


class _Tools(NamedTuple):
    """The rules, and what is done with sets; the same is asked so often that answers are kept."""

    rules: Compiled
    joined: Callable[[_Set, _Set], _Set]
    moved: Callable[[_Set, int, int, int], _Set]


def distinctions(rules: Compiled) -> tuple[Distinctions, ...]:
    """Go backwards from every condition until nothing new is found."""
    tools = _Tools(rules, functools.cache(_joined), functools.cache(_moved))
    found: list[_Found] = [{} for _ in rules.scenes]
    before: list[set[int]] = [set() for _ in rules.scenes]
    for scene, options in enumerate(rules.options):
        for option in options:
            for route in option.routes:
                before[route.scene].add(scene)
    waiting = list(range(len(rules.scenes)))
    queued = set(waiting)
    while waiting:
        scene = waiting.pop()
        queued.discard(scene)
        here = _scene(scene, found, tools)
        if here != found[scene]:
            found[scene] = here
            fresh = before[scene] - queued
            waiting += sorted(fresh)
            queued |= fresh
    in_order = functools.cache(_in_order)
    return tuple([{at: in_order(cuts) for at, cuts in here.items()} for here in found])


def _in_order(cuts: _Set) -> Cuts:
    return Cuts((), every=True) if cuts is None else Cuts(tuple(sorted(cuts)))


def _joined(known: _Set, more: _Set) -> _Set:
    both = None if known is None or more is None else known | more
    return both if both is None or len(both) <= _MOST else None


def _moved(cuts: _Set, amount: int, least: int, most: int) -> _Set:
    return cuts and frozenset([cut - amount for cut in cuts if least < cut <= most])


def _scene(scene: int, found: Sequence[_Found], tools: _Tools) -> _Found:
    here: _Found = {}
    for _, tests, steps, routes in tools.rules.options[scene]:
        if tests:
            _add(here, _asked(tests, tools), tools)
        later = _later(routes, found, tools)
        _add(here, _before(later, steps, tools) if steps else later, tools)
    return here


def _later(routes: Sequence[Route], found: Sequence[_Found], tools: _Tools) -> _Found:
    """Return what can be told apart once the effects of a choice are done."""
    if len(routes) == 1 and not routes[0].tests:
        return found[routes[0].scene]
    later: _Found = {}
    for tests, scene in routes:
        _add(later, _asked(tests, tools), tools)
        _add(later, found[scene], tools)
    return later


def _add(here: _Found, more: _Found, tools: _Tools) -> None:
    for at, cuts in more.items():
        known = here.setdefault(at, cuts)
        if known is not cuts:
            here[at] = tools.joined(known, cuts)


def _asked(tests: Sequence[Range], tools: _Tools) -> _Found:
    """Return what conditions tell apart."""
    asked: _Found = {}
    for at, low, high, _ in tests:
        variable = tools.rules.variables[at]
        cuts = [cut for cut in (low, high + 1) if variable.low < cut <= variable.high]
        if cuts:
            _add(asked, {at: frozenset(cuts)}, tools)
    return asked


def _before(later: _Found, steps: Sequence[Step], tools: _Tools) -> _Found:
    """Return the cuts as they were before the effects: "from 3 on" was "from 1 on" before +2."""
    earlier = dict(later)
    for at, amount, low, high in reversed(steps):
        if at not in earlier:
            continue
        cuts, variable = earlier.pop(at), tools.rules.variables[at]
        if low == high:
            continue
        least, most = max(low, variable.low + amount), min(high, variable.high + amount)
        cuts = tools.moved(cuts, amount, least, most)
        if cuts is None or cuts:
            earlier[at] = cuts
    return earlier
