"""To every ending a way that leaves the record as seldom as it can, and then is the shortest."""

from collections.abc import Iterator, Mapping, Sequence
from heapq import heappop, heappush
from typing import NamedTuple

from game.play.compiled import Compiled, compiled, passes
from game.play.distinctions import Distinctions, distinctions
from game.play.explorer import taken
from game.play.playthrough import Decision
from game.story.model import Story

_MOST = 200_000


class Way(NamedTuple):
    """All decisions on the way, and those among them that are not the record's."""

    decisions: tuple[Decision, ...]
    departures: tuple[Decision, ...]


# A scene and the values that still matter there: whoever is at the same spot has the same future.
_Spot = tuple[int, tuple[int, ...]]


class _Arrival(NamedTuple):
    """One way to a spot; they are looked at in order. ``number`` settles it between equals."""

    departures: int
    length: int
    number: int
    scene: int
    values: tuple[int, ...]
    before: _Spot | None
    choice: int


def ways(story: Story, most: int = _MOST) -> Mapping[str, Way]:
    """Return a way for each ending that can be reached, until ``most`` situations were seen."""
    rules = compiled(story)
    matters = distinctions(rules)
    record = _record(story)
    came: dict[_Spot, _Arrival] = {}
    found: dict[str, Way] = {}
    heap = [_Arrival(0, 0, 0, rules.scenes.index(story.start.id), rules.start, None, 0)]
    number = 0
    while heap and len(came) <= most:
        here = heappop(heap)
        spot = _spot(here, matters)
        if spot in came:
            continue
        came[spot] = here
        name = rules.scenes[here.scene]
        if not rules.options[here.scene] and name not in found:
            found[name] = _way(spot, came, rules, record)
        for choice, scene, values in _onward(here, rules):
            number += 1
            leaves = here.departures + _departs(rules.choices[choice], record)
            then = _Arrival(leaves, here.length + 1, number, scene, values, spot, choice)
            heappush(heap, then)
    return {name: found[name] for name in story.scenes if name in found}


def _record(story: Story) -> Mapping[str, str]:
    return {scene.id: scene.history.choice.id for scene in story.scenes.values() if scene.history}


def _departs(choice: tuple[str, str], record: Mapping[str, str]) -> bool:
    scene, name = choice
    return record.get(scene, name) != name


def _spot(here: _Arrival, matters: Sequence[Distinctions]) -> _Spot:
    cuts = matters[here.scene].items()
    return here.scene, tuple(each.like(here.values[at]) for at, each in cuts)


def _onward(here: _Arrival, rules: Compiled) -> Iterator[tuple[int, int, tuple[int, ...]]]:
    for option in rules.options[here.scene]:
        if passes(here.values, option.tests):
            scene, values = taken(option, here.values)
            yield option.number, scene, tuple(values)


def _way(
    spot: _Spot, came: Mapping[_Spot, _Arrival], rules: Compiled, record: Mapping[str, str]
) -> Way:
    choices: list[tuple[str, str]] = []
    here = came[spot]
    while here.before is not None:
        choices.append(rules.choices[here.choice])
        here = came[here.before]
    choices.reverse()
    return Way(
        tuple(Decision(*choice) for choice in choices),
        tuple(Decision(*choice) for choice in choices if _departs(choice, record)),
    )
