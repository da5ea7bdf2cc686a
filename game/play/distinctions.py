"""Which values of a variable a later condition can still tell apart, for every scene.

Two players in the same scene whose values no later condition can tell apart will be offered the
same choices for ever. The explorer looks at one of them only.
"""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from game.play.compiled import Compiled, Option, Range, Step

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


def distinctions(rules: Compiled) -> tuple[Distinctions, ...]:
    """Go backwards from every condition until nothing new is found."""
    found: list[Distinctions] = [{} for _ in rules.scenes]
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
    return tuple(found)


def _scene(rules: Compiled, scene: int, found: Sequence[Distinctions]) -> Distinctions:
    cuts: dict[int, set[int]] = {}
    every: set[int] = set()
    for option in rules.options[scene]:
        _add_tests(cuts, option.tests)
        later, later_every = _after(option, found)
        every |= {at for at in later_every if not _is_set(option, at)}
        for at, values in later.items():
            cuts.setdefault(at, set()).update(_earlier(values, option.steps, at))
    return _bounded(rules, cuts, every)


def _after(option: Option, found: Sequence[Distinctions]) -> tuple[dict[int, set[int]], set[int]]:
    """Return what can be told apart once the effects of a choice are done."""
    cuts: dict[int, set[int]] = {}
    every: set[int] = set()
    for route in option.routes:
        _add_tests(cuts, route.tests)
        for at, there in found[route.scene].items():
            if there.every:
                every.add(at)
            cuts.setdefault(at, set()).update(there.values)
    return cuts, every


def _add_tests(cuts: dict[int, set[int]], tests: Sequence[Range]) -> None:
    for test in tests:
        cuts.setdefault(test.variable, set()).update((test.low, test.high + 1))


def _is_set(option: Option, at: int) -> bool:
    return any(step.variable == at and step.low == step.high for step in option.steps)


def _earlier(cuts: set[int], steps: Sequence[Step], at: int) -> set[int]:
    """Return the cuts as they were before the effects: "from 3 on" was "from 1 on" before +2."""
    for step in reversed(steps):
        if step.variable == at:
            cuts = {cut - step.amount for cut in cuts if step.low < cut <= step.high}
    return cuts


def _bounded(rules: Compiled, cuts: Mapping[int, set[int]], every: set[int]) -> Distinctions:
    bounded: dict[int, Cuts] = {at: Cuts((), every=True) for at in every}
    for at, values in cuts.items():
        variable = rules.variables[at]
        within = sorted(cut for cut in values if variable.low < cut <= variable.high)
        if len(within) > _MOST:
            bounded[at] = Cuts((), every=True)
        elif within and at not in bounded:
            bounded[at] = Cuts(tuple(within))
    return bounded
