"""Every way through a story, with players whom no later condition can tell apart taken as one."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from game.play.compiled import Compiled, Option, compiled, passes, stepped
from game.play.distinctions import Distinctions, distinctions
from game.play.playthrough import Decision
from game.story.model import Story
from game.story.rules import Condition


class Trap(NamedTuple):
    """A scene that a player may not get out of, and the shortest way into it.

    ``unmet`` has the first condition that fails of each choice; it is empty where choices are
    open and yet no ending can be reached any more.
    """

    scene: str
    way: tuple[Decision, ...]
    unmet: tuple[Condition, ...] = ()


class Closed(NamedTuple):
    """A choice that is never offered though its scene is reached.

    ``never`` has the conditions that hold for nobody who comes here. Where it is empty, each of
    them holds for somebody, but never all of them at once.
    """

    scene: str
    choice: str
    never: tuple[Condition, ...]


class Share(NamedTuple):
    """In how many of the situations that players come to a choice is open."""

    open: int
    situations: int


@dataclass(frozen=True, slots=True)
class Exploration:
    """What can be reached. Where it is not ``complete`` there may be more than was found.

    ``shares`` has the choices of all scenes that are reached. ``stuck`` are scenes where a player
    may find no choice open, one example for each; ``endless`` are scenes from which a player can go
    on for ever and never reach an ending.
    """

    scenes: frozenset[str]
    shares: Mapping[tuple[str, str], Share]
    endings: frozenset[str]
    stuck: tuple[Trap, ...]
    endless: tuple[Trap, ...]
    closed: tuple[Closed, ...]
    states: int
    complete: bool

    @property
    def choices(self) -> frozenset[tuple[str, str]]:
        """The choices that somebody is offered."""
        return frozenset(name for name, share in self.shares.items() if share.open)


class _Spot(NamedTuple):
    """A scene with the values that still matter there, each the one that stands for its like."""

    scene: int
    values: tuple[int, ...]


# The number of the spot before, and of the choice taken there.
_From = tuple[int, int]


def explore(
    story: Story,
    most: int = 200_000,
    origins: Sequence[str] = (),
    rules: Compiled | None = None,
) -> Exploration:
    """Explore from the start of the story, or from ``origins``, until ``most`` states are seen.

    Whoever has the ``rules`` of the story as numbers already gives them.
    """
    rules = rules or compiled(story)
    search = _Search(rules, distinctions(rules))
    for origin in origins or (story.start.id,):
        search.enter(rules.scenes.index(origin), rules.start, None)
    search.run(most)
    return _told(story, search)


@dataclass(slots=True)
class _Search:
    """An exploration at work. Spots are numbered in the order in which they are found."""

    rules: Compiled
    matters: Sequence[Distinctions]
    numbers: dict[_Spot, int] = field(default_factory=dict)
    spots: list[_Spot] = field(default_factory=list)
    ways: list[_From | None] = field(default_factory=list)
    onward: list[list[int]] = field(default_factory=list)
    offered: Counter[int] = field(default_factory=Counter)
    held: set[tuple[int, int]] = field(default_factory=set)

    def enter(self, scene: int, values: Sequence[int], way: _From | None) -> int:
        """Return the number of the spot where these values lead to, new or known."""
        matters = self.matters[scene]
        spot = _Spot(scene, tuple([cuts.like(values[at]) for at, cuts in matters.items()]))
        number = self.numbers.setdefault(spot, len(self.spots))
        if number == len(self.spots):
            self.spots.append(spot)
            self.ways.append(way)
        return number

    def run(self, most: int) -> None:
        while not self.complete and len(self.spots) <= most:
            self.leave(len(self.onward))

    @property
    def complete(self) -> bool:
        return len(self.onward) == len(self.spots)

    def values(self, number: int) -> list[int]:
        """Return a value for every variable; those that do not matter here are as they began."""
        spot = self.spots[number]
        values = list(self.rules.start)
        for at, value in zip(self.matters[spot.scene], spot.values, strict=True):
            values[at] = value
        return values

    def leave(self, number: int) -> None:
        """Take every choice that is open at a spot."""
        values = self.values(number)
        onward = []
        for option in self.rules.options[self.spots[number].scene]:
            if passes(values, option.tests):
                self.offered[option.number] += 1
                scene, after = taken(option, values)
                onward.append(self.enter(scene, after, (number, option.number)))
            elif option.number not in self.offered:
                self.note(option, values)
        self.onward.append(onward)

    def note(self, option: Option, values: Sequence[int]) -> None:
        """Remember which conditions of a closed choice hold for somebody."""
        for place, test in enumerate(option.tests):
            if passes(values, (test,)):
                self.held.add((option.number, place))

    def way(self, number: int) -> tuple[Decision, ...]:
        decisions: list[Decision] = []
        before = self.ways[number]
        while before is not None:
            decisions.append(Decision(*self.rules.choices[before[1]]))
            before = self.ways[before[0]]
        return tuple(reversed(decisions))


def taken(option: Option, values: Sequence[int]) -> tuple[int, list[int]]:
    """Return the scene and the values after a choice."""
    after = list(values)
    for step in option.steps:
        after[step.variable] = stepped(after[step.variable], step)
    return next(route.scene for route in option.routes if passes(after, route.tests)), after


def _told(story: Story, search: _Search) -> Exploration:
    rules = search.rules
    reached = {spot.scene for spot in search.spots}
    return Exploration(
        scenes=frozenset(rules.scenes[at] for at in reached),
        shares=_shares(search),
        endings=frozenset(rules.scenes[at] for at in reached if not rules.options[at]),
        stuck=tuple(_stuck(story, search)),
        endless=tuple(_endless(search)) if search.complete else (),
        closed=tuple(_closed(story, search, reached)),
        states=len(search.spots),
        complete=search.complete,
    )


def _shares(search: _Search) -> Mapping[tuple[str, str], Share]:
    rules, left = search.rules, len(search.onward)
    visits = Counter(spot.scene for spot in search.spots[:left])
    return {
        rules.choices[option.number]: Share(search.offered[option.number], visits[at])
        for at in sorted(visits)
        for option in rules.options[at]
    }


def _stuck(story: Story, search: _Search) -> Iterator[Trap]:
    told: set[int] = set()
    for number, onward in enumerate(search.onward):
        at = search.spots[number].scene
        options = search.rules.options[at]
        if options and not onward and at not in told:
            told.add(at)
            values = search.values(number)
            scene = story.scenes[search.rules.scenes[at]]
            failing = (
                next(
                    place for place, test in enumerate(option.tests) if not passes(values, (test,))
                )
                for option in options
            )
            unmet = (
                choice.requires[place] for choice, place in zip(scene.choices, failing, strict=True)
            )
            yield Trap(scene.id, search.way(number), tuple(unmet))


def _endless(search: _Search) -> Iterator[Trap]:
    """Yield where players step out of the reach of every end; one example for each scene."""
    before: list[list[int]] = [[] for _ in search.spots]
    for number, onward in enumerate(search.onward):
        for then in onward:
            before[then].append(number)
    waiting = [number for number, onward in enumerate(search.onward) if not onward]
    ends = set(waiting)
    while waiting:
        fresh = [number for number in before[waiting.pop()] if number not in ends]
        ends.update(fresh)
        waiting += fresh
    told: set[int] = set()
    for number, spot in enumerate(search.spots):
        way = search.ways[number]
        if number not in ends and (way is None or way[0] in ends) and spot.scene not in told:
            told.add(spot.scene)
            yield Trap(search.rules.scenes[spot.scene], search.way(number))


def _closed(story: Story, search: _Search, reached: set[int]) -> Iterator[Closed]:
    for at in sorted(reached):
        scene = story.scenes[search.rules.scenes[at]]
        for choice, option in zip(scene.choices, search.rules.options[at], strict=True):
            if option.number not in search.offered:
                never = (
                    condition
                    for place, condition in enumerate(choice.requires)
                    if (option.number, place) not in search.held
                )
                yield Closed(scene.id, choice.id, tuple(never))
