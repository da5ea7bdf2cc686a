"""Which values of a variable a later condition can still tell apart, for every scene.

Two players in the same scene whose values no later condition can tell apart will be offered the
same choices for ever. The explorer looks at one of them only.
"""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
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
# The same while they are looked for; None stands for every value. Sets are shared, never changed.
_Found = dict[int, frozenset[int] | None]


def distinctions(rules: Compiled) -> tuple[Distinctions, ...]:
    """Go backwards from every condition until nothing new is found."""
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
        here = _scene(rules, scene, found)
        if here != found[scene]:
            found[scene] = here
            fresh = before[scene] - queued
            waiting += sorted(fresh)
            queued |= fresh
    return tuple([{at: _in_order(cuts) for at, cuts in here.items()} for here in found])


def _in_order(cuts: frozenset[int] | None) -> Cuts:
    return Cuts((), every=True) if cuts is None else Cuts(tuple(sorted(cuts)))


def _scene(rules: Compiled, scene: int, found: Sequence[_Found]) -> _Found:
    here: _Found = {}
    for _, tests, steps, routes in rules.options[scene]:
        if tests:
            _add(here, _asked(tests, rules))
        later = _later(routes, found, rules)
        _add(here, _before(later, steps, rules) if steps else later)
    return here


def _later(routes: Sequence[Route], found: Sequence[_Found], rules: Compiled) -> _Found:
    """Return what can be told apart once the effects of a choice are done."""
    if len(routes) == 1 and not routes[0].tests:
        return found[routes[0].scene]
    later: _Found = {}
    for tests, scene in routes:
        _add(later, _asked(tests, rules))
        _add(later, found[scene])
    return later


def _add(here: _Found, more: _Found) -> None:
    for at, cuts in more.items():
        if at not in here:
            here[at] = cuts
        elif (known := here[at]) is not None and (cuts is None or not cuts <= known):
            both = None if cuts is None else known | cuts
            here[at] = both if both is None or len(both) <= _MOST else None


def _asked(tests: Sequence[Range], rules: Compiled) -> _Found:
    """Return what conditions tell apart."""
    asked: _Found = {}
    for at, low, high, _ in tests:
        variable = rules.variables[at]
        cuts = [cut for cut in (low, high + 1) if variable.low < cut <= variable.high]
        if cuts:
            _add(asked, {at: frozenset(cuts)})
    return asked


def _before(later: _Found, steps: Sequence[Step], rules: Compiled) -> _Found:
    """Return the cuts as they were before the effects: "from 3 on" was "from 1 on" before +2."""
    earlier = dict(later)
    for at, amount, low, high in reversed(steps):
        if at not in earlier:
            continue
        cuts, variable = earlier.pop(at), rules.variables[at]
        if low == high:
            continue
        if cuts is not None:
            least = max(low, variable.low + amount)
            most = min(high, variable.high + amount)
            cuts = frozenset([cut - amount for cut in cuts if least < cut <= most])
        if cuts is None or cuts:
            earlier[at] = cuts
    return earlier
