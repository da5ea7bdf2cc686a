"""The numbers a story keeps: what they are, what is asked of them, and what changes them."""

from typing import Literal, NamedTuple

from game.story.problem import Mark

Comparator = Literal["==", "!=", "<", "<=", ">", ">="]
VariableKind = Literal["resource", "ledger", "flag"]


class Condition(NamedTuple):
    variable: str
    comparator: Comparator
    value: int
    mark: Mark


def written(condition: Condition) -> str:
    """Return a condition as it is written in a story: "army >= 3", "exiled" or "not exiled"."""
    variable, comparator, value, _ = condition
    if value == 0 and comparator in ("==", "!="):
        return variable if comparator == "!=" else f"not {variable}"
    return f"{variable} {comparator} {value}"


class Effect(NamedTuple):
    """A change to a variable: added to it when ``relative``, else put in its place."""

    variable: str
    amount: int
    relative: bool
    mark: Mark


class Variable(NamedTuple):
    """A number the story keeps. A flag is 0 to 1; a ledger can only rise."""

    name: str
    kind: VariableKind
    label: str
    about: str
    start: int
    low: int
    high: int
    mark: Mark
