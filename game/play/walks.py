"""Many playthroughs by chance, from a seed: what is reached, and how often."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from random import Random

from game.play.compiled import Compiled, Option, compiled, passes
from game.story.model import Story

# A walk that is still on its way after so many choices goes round in circles.
_LONGEST = 10_000

# One choice of a walk: the scene, the number of the choice, and the values before it, which is what
# taking it back needs. A plain tuple, since there are hundreds of thousands of them in a second.
Footstep = tuple[int, int, tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class Walks:
    """How often each was reached, zeros included; ``made`` is the number of choices taken.

    A walk ends in an ending, is stuck in a scene that offers nothing, or is unfinished.
    """

    runs: int
    seed: int
    made: int
    unfinished: int
    scenes: Mapping[str, int]
    choices: Mapping[tuple[str, str], int]
    endings: Mapping[str, int]
    stuck: Mapping[str, int]


def walk(story: Story, runs: int, seed: int) -> Walks:
    """Walk from the start of a story; the same seed makes the same walks."""
    rules = compiled(story)
    start = rules.scenes.index(story.start.id)
    chance = Random(seed).random  # noqa: S311 - chance, not a secret
    tried = [0] * len(rules.choices)
    last: Counter[int] = Counter()
    made = unfinished = 0
    for _ in range(runs):
        log, scene = journey(rules, start, chance, tried)
        made += len(log)
        if len(log) < _LONGEST:
            last[scene] += 1
        else:
            unfinished += 1
    choices = dict(zip(rules.choices, tried, strict=True))
    endings, stuck = _ends(rules, last)
    return Walks(
        runs, seed, made, unfinished, _visits(rules, choices, last), choices, endings, stuck
    )


def journey(
    rules: Compiled, scene: int, chance: Callable[[], float], tried: list[int]
) -> tuple[list[Footstep], int]:
    """Walk to an end, counting in ``tried``; return every step and the scene it ended in."""
    values = list(rules.start)
    log: list[Footstep] = []
    while len(log) < _LONGEST:
        option = _pick(rules.options[scene], values, chance, tried)
        if option is None:
            break
        number, _, steps, routes = option
        log.append((scene, number, tuple(values)))
        tried[number] += 1
        for at, amount, low, high in steps:
            value = values[at] + amount
            values[at] = low if value < low else high if value > high else value
        tests, scene = routes[0]
        if tests:
            scene = next(route.scene for route in routes if passes(values, route.tests))
    return log, scene


def _pick(
    options: tuple[Option, ...], values: list[int], chance: Callable[[], float], tried: list[int]
) -> Option | None:
    """Return the open choice that was tried least; chance decides between equals."""
    picked, least = None, 0.0
    for option in options:
        number, tests, _, _ = option
        if not tests or passes(values, tests):
            weight = tried[number] + chance()
            if picked is None or weight < least:
                picked, least = option, weight
    return picked


def _visits(
    rules: Compiled, choices: Mapping[tuple[str, str], int], last: Mapping[int, int]
) -> Mapping[str, int]:
    visits = {name: last.get(at, 0) for at, name in enumerate(rules.scenes)}
    for (scene, _), times in choices.items():
        visits[scene] += times
    return visits


def _ends(rules: Compiled, last: Mapping[int, int]) -> tuple[Mapping[str, int], Mapping[str, int]]:
    """Part where the walks stopped into endings and scenes that offered nothing."""
    names = rules.scenes
    endings = {names[at]: last.get(at, 0) for at, here in enumerate(rules.options) if not here}
    stuck = {names[at]: times for at, times in last.items() if rules.options[at]}
    return endings, stuck
