"""Many playthroughs by chance, from a seed: what is reached, and how often."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
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


def walk(
    story: Story, runs: int, seed: int, rules: Compiled | None = None, *, is_even: bool = True
) -> Walks:
    """Walk from the start of a story; the same seed makes the same walks.

    An even walk takes what was tried least, which reaches much in few runs; otherwise each open
    choice is as likely as the next, and the shares are those of players who toss a coin.
    """
    rules = rules or compiled(story)
    start = rules.scenes.index(story.start.id)
    chance = Random(seed).random  # noqa: S311 - chance, not a secret
    tried = [0] * len(rules.choices)
    weights = tried if is_even else [0] * len(rules.choices)
    last: Counter[int] = Counter()
    made = unfinished = 0
    for _ in range(runs):
        log, scene = journey(rules, start, chance, tried, weights)
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
    rules: Compiled,
    scene: int,
    chance: Callable[[], float],
    tried: list[int],
    weights: Sequence[int],
) -> tuple[list[Footstep], int]:
    """Walk to an end, counting in ``tried``; return every step and the scene it ended in.

    Of the open choices the one with the least of the ``weights`` is taken.
    """
    values = list(rules.start)
    log: list[Footstep] = []
    while len(log) < _LONGEST:
        option = _pick(rules.options[scene], values, chance, weights)
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
    options: tuple[Option, ...],
    values: list[int],
    chance: Callable[[], float],
    weights: Sequence[int],
) -> Option | None:
    """Return the open choice of the least weight; chance decides between equals."""
    picked, least = None, 0.0
    for option in options:
        number, tests, _, _ = option
        if not tests or passes(values, tests):
            weight = weights[number] + chance()
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
