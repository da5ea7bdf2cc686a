"""Where the player is and how things stand there; what may be chosen, and what a choice changes."""

import operator
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from game.story.model import Choice, Prose, Scene, Story
from game.story.rules import Comparator, Condition, Effect, Variable

_COMPARE: Mapping[Comparator, Callable[[int, int], bool]] = {
    "==": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}


@dataclass(frozen=True, slots=True)
class State:
    """The scene that is open, and the value of every variable of the story."""

    scene: str
    values: Mapping[str, int]


class Offer(NamedTuple):
    """A choice as the player sees it: to be taken, or closed for the reason it names."""

    choice: Choice
    is_open: bool


def start(story: Story, scene: str = "") -> State:
    values = {name: variable.start for name, variable in story.variables.items()}
    return State(scene or story.start.id, values)


def holds(values: Mapping[str, int], condition: Condition) -> bool:
    return _COMPARE[condition.comparator](values[condition.variable], condition.value)


def meets(values: Mapping[str, int], conditions: Sequence[Condition]) -> bool:
    return all(holds(values, condition) for condition in conditions)


def moved(variable: Variable, value: int, effect: Effect) -> int:
    """Return the value after one effect: never beyond its bounds, and a ledger never falls."""
    wanted = value + effect.amount if effect.relative else effect.amount
    if variable.kind == "ledger":
        wanted = max(value, wanted)
    return min(max(wanted, variable.low), variable.high)


def apply(story: Story, values: Mapping[str, int], effects: Sequence[Effect]) -> Mapping[str, int]:
    after = dict(values)
    for effect in effects:
        name = effect.variable
        after[name] = moved(story.variables[name], after[name], effect)
    return after


def offers(scene: Scene, values: Mapping[str, int]) -> tuple[Offer, ...]:
    """Return the choices in the order of the scene; a closed one that gives no reason is hidden."""
    all_of_them = (Offer(choice, meets(values, choice.requires)) for choice in scene.choices)
    return tuple(offer for offer in all_of_them if offer.is_open or offer.choice.locked)


def text(scene: Scene, values: Mapping[str, int], *, is_easy: bool = False) -> tuple[Prose, ...]:
    """Return the scene's text, followed by what earlier choices add to it.

    ``is_easy`` asks for the text in short sentences; where a scene has none it is told as usual.
    """
    first = scene.text_easy if is_easy and scene.text_easy else scene.text
    return first, *(echo.text for echo in scene.echoes if meets(values, echo.when))


def leads_to(choice: Choice, values: Mapping[str, int]) -> str:
    """Return the scene after a choice; ``values`` are those after its effects."""
    return next(branch.scene.id for branch in choice.goto if meets(values, branch.when))
