"""A story as numbers, for going through it very often: scenes, choices and variables by position.

The explorer and the walks use it; a player's game is a ``Playthrough``. Both follow the same rules,
and a test holds them to it.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from game.story.model import Choice, Story
from game.story.rules import Comparator, Condition, Effect, Variable

# Beyond every value that a story can hold.
_FAR = 10**9


class Range(NamedTuple):
    """A condition: the variable lies in a range, or, where ``inside`` is False, outside it."""

    variable: int
    low: int
    high: int
    inside: bool


class Step(NamedTuple):
    """An effect: add, then hold the sum between two bounds. Setting is bounds that are equal."""

    variable: int
    amount: int
    low: int
    high: int


class Route(NamedTuple):
    tests: tuple[Range, ...]
    scene: int


class Option(NamedTuple):
    """A choice; ``number`` is its position among all choices of the story."""

    number: int
    tests: tuple[Range, ...]
    steps: tuple[Step, ...]
    routes: tuple[Route, ...]


class Compiled(NamedTuple):
    """``options`` has the choices of each scene; ``choices`` says which choice has which number.

    ``start`` has the value with which each variable begins.
    """

    scenes: tuple[str, ...]
    choices: tuple[tuple[str, str], ...]
    variables: tuple[Variable, ...]
    start: tuple[int, ...]
    options: tuple[tuple[Option, ...], ...]


def compiled(story: Story) -> Compiled:
    scenes = {name: at for at, name in enumerate(story.scenes)}
    variables = {name: at for at, name in enumerate(story.variables)}
    choices = [(scene.id, choice) for scene in story.scenes.values() for choice in scene.choices]
    options: list[list[Option]] = [[] for _ in scenes]
    for number, (scene, choice) in enumerate(choices):
        options[scenes[scene]].append(_option(number, choice, scenes, variables, story))
    return Compiled(
        scenes=tuple(scenes),
        choices=tuple([(scene, choice.id) for scene, choice in choices]),
        variables=tuple(story.variables.values()),
        start=tuple(variable.start for variable in story.variables.values()),
        options=tuple(tuple(here) for here in options),
    )


def passes(values: Sequence[int], tests: Sequence[Range]) -> bool:
    for at, low, high, inside in tests:  # noqa: SIM110 - all() takes twice as long, and this is hot
        if (low <= values[at] <= high) is not inside:
            return False
    return True


def stepped(value: int, step: Step) -> int:
    return min(max(value + step.amount, step.low), step.high)


def _option(
    number: int,
    choice: Choice,
    scenes: Mapping[str, int],
    variables: Mapping[str, int],
    story: Story,
) -> Option:
    return Option(
        number,
        _tests(choice.requires, variables),
        tuple(
            [
                _step(effect, story.variables[effect.variable], variables[effect.variable])
                for effect in choice.effects
            ]
        ),
        tuple([Route(_tests(way.when, variables), scenes[way.scene.id]) for way in choice.goto]),
    )


def _tests(conditions: Sequence[Condition], variables: Mapping[str, int]) -> tuple[Range, ...]:
    if not conditions:
        return ()
    return tuple(
        [
            Range(variables[wanted.variable], *_range(wanted.comparator, wanted.value))
            for wanted in conditions
        ]
    )


def _range(comparator: Comparator, value: int) -> tuple[int, int, bool]:
    match comparator:
        case "==" | "!=":
            return value, value, comparator == "=="
        case "<":
            return -_FAR, value - 1, True
        case "<=":
            return -_FAR, value, True
        case ">":
            return value + 1, _FAR, True
        case ">=":
            return value, _FAR, True


def _step(effect: Effect, variable: Variable, at: int) -> Step:
    if effect.relative and variable.kind == "ledger":
        return Step(at, max(effect.amount, 0), variable.low, variable.high)
    if effect.relative:
        return Step(at, effect.amount, variable.low, variable.high)
    wanted = min(max(effect.amount, variable.low), variable.high)
    return Step(at, 0, wanted, variable.high if variable.kind == "ledger" else wanted)
