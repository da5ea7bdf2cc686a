"""Where the stations and rails of a story's map lie: pure geometry, a row for each chapter."""

import bisect
from collections import deque
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import Literal, NamedTuple

from game.play import record
from game.play.explorer import explore
from game.story.model import Choice, Scene, Story

Kind = Literal["main", "branch", "ending", "siding"]

# Distances in units of the drawing.
STEP, LANE, ROW, LEFT, TOP = 150, 84, 118, 270, 140
# A row has no more stations of the main line: more could not be read on paper.
FOLD = 11
CONTINUED, SIDING = "continued", "No way leads here"
# With more ways through it than this, a story is not looked at situation by situation.
MOST_STATES = 20_000
# A branch begins so far to the right of its junction that its line clears the name there.
ASIDE = STEP * 3 // 4


class Station(NamedTuple):
    scene: Scene
    x: int
    y: int
    kind: Kind


class Rail(NamedTuple):
    """A choice as a piece of line; ``jump`` names the scene it leads to in another chapter."""

    start: Station
    end: Station | None
    choice: Choice
    is_main: bool
    jump: str


class Row(NamedTuple):
    """The chapter's number (0 is the siding) and title, and the height of its main line."""

    number: int
    title: str
    years: str
    y: int


@dataclass(frozen=True, slots=True)
class Plan:
    """A whole map. ``height`` and ``width`` are those of the drawing."""

    stations: Mapping[str, Station]
    rails: tuple[Rail, ...]
    rows: tuple[Row, ...]
    width: int
    height: int


def plan(story: Story) -> Plan:
    """Lay out all scenes: history along the main lines, the others below, the lost in a siding."""
    main, reached = _main(story), _reached(story)
    stations: dict[str, Station] = {}
    rows: list[Row] = []
    at: dict[str, int] = {}
    top = TOP
    own = _by_chapter(story, reached)
    for number, chapter in enumerate(story.chapters.values(), 1):
        for part, placed in enumerate(_folded(_chapter(own[chapter.id], main))):
            at |= dict.fromkeys(placed, len(rows))
            rows.append(Row(number, chapter.title, CONTINUED if part else chapter.years, top))
            stations |= {name: one._replace(y=one.y + top) for name, one in placed.items()}
            top += max((one.y for one in placed.values()), default=0) + ROW
    lost = [scene for scene in story.scenes.values() if scene.id not in reached]
    for first in range(0, len(lost), FOLD):
        rows.append(Row(0, SIDING, CONTINUED if first else "", top))
        for number, scene in enumerate(lost[first : first + FOLD]):
            stations[scene.id] = Station(scene, LEFT + number * STEP, top, "siding")
        top += ROW
    width = max((station.x for station in stations.values()), default=LEFT) + STEP
    rails = tuple(_rails(story, stations, main, at))
    return Plan(stations, rails, tuple(rows), width, top)


def _by_chapter(story: Story, reached: Set[str]) -> dict[str, dict[str, Scene]]:
    found: dict[str, dict[str, Scene]] = {chapter: {} for chapter in story.chapters}
    for scene in story.scenes.values():
        if scene.id in reached:
            found[scene.chapter][scene.id] = scene
    return found


def _folded(placed: Mapping[str, Station]) -> list[Mapping[str, Station]]:
    """A chapter in as many rows as it needs, which are cut where they can no longer be read."""
    columns = max(((one.x - LEFT) // STEP + 1 for one in placed.values()), default=1)
    count = -(-columns // FOLD)
    if count == 1:
        return [placed]
    wide = -(-columns // count) * STEP
    parts: list[dict[str, Station]] = [{} for _ in range(count)]
    for name, one in placed.items():
        part = (one.x - LEFT) // wide
        parts[part][name] = one._replace(x=one.x - part * wide)
    return [_raised(part) for part in parts if part]


def _raised(part: Mapping[str, Station]) -> Mapping[str, Station]:
    """A row that has nothing on the main line begins higher."""
    least = min(one.y for one in part.values())
    return {name: one._replace(y=one.y - least) for name, one in part.items()}


def _reached(story: Story) -> Set[str]:
    """Scenes on some path; where there are too many paths to look at, those that links lead to."""
    explored = explore(story, MOST_STATES)
    if explored.complete:
        return explored.scenes
    found, waiting = {story.start.id}, [story.start.id]
    while waiting:
        for name in _onward(story.scenes[waiting.pop()]):
            if name not in found:
                found.add(name)
                waiting.append(name)
    return found


def _onward(scene: Scene) -> Iterator[str]:
    for choice in scene.choices:
        yield from (branch.scene.id for branch in choice.goto)


def _main(story: Story) -> dict[str, str]:
    """The scenes of the record in their order, each with the choice taken there."""
    way = record.follow(story)
    main = {turn.before.scene: turn.decision.choice for turn in way.turns}
    main[way.last.scene] = ""
    return main


def _chapter(own: Mapping[str, Scene], main: Mapping[str, str]) -> dict[str, Station]:
    """History first, from left to right; then each other scene below, right of what leads to it."""
    placed: dict[str, Station] = {}
    for number, scene in enumerate(own[name] for name in main if name in own):
        kind: Kind = "main" if scene.choices else "ending"
        placed[scene.id] = Station(scene, LEFT + number * STEP, 0, kind)
    lanes: dict[int, list[int]] = {}
    for scene, x in _aside(own, placed):
        lane = 1
        while _is_taken(lanes.setdefault(lane, []), x):
            lane += 1
        bisect.insort(lanes[lane], x)
        kind = "branch" if scene.choices else "ending"
        placed[scene.id] = Station(scene, x, lane * LANE, kind)
    return placed


def _is_taken(lane: Sequence[int], x: int) -> bool:
    """Whether a station stands in a lane too near to a place; its places are in order."""
    at = bisect.bisect_left(lane, x - STEP + 1)
    return at < len(lane) and lane[at] < x + STEP


def _aside(own: Mapping[str, Scene], history: Mapping[str, Station]) -> Iterator[tuple[Scene, int]]:
    """The other scenes of a chapter, each after one that leads to it and to the right of it."""
    before: dict[str, list[str]] = {name: [] for name in own}
    for scene in own.values():
        for name in _onward(scene):
            if name in own:
                before[name].append(scene.id)
    places = {name: station.x for name, station in history.items()}
    waiting = deque(history)
    left = deque(name for name in own if name not in places)
    while waiting or left:
        coming = tuple(_onward(own[waiting.popleft()])) if waiting else (left.popleft(),)
        for name in coming:
            if name in own and name not in places:
                known = [places[each] for each in before[name] if each in places]
                places[name] = max(known, default=LEFT - ASIDE) + ASIDE
                waiting.append(name)
                yield own[name], places[name]


def _rails(
    story: Story, stations: Mapping[str, Station], main: Mapping[str, str], at: Mapping[str, int]
) -> Iterator[Rail]:
    """One piece of line for each choice and place it leads to; none goes from row to row."""
    for station in stations.values():
        for choice in station.scene.choices:
            for branch in choice.goto:
                end = stations[branch.scene.id]
                is_main = main.get(station.scene.id) == choice.id and branch.scene.id in main
                near = at.get(end.scene.id, -1) == at.get(station.scene.id)
                jump = "" if near else story.scenes[branch.scene.id].title
                yield Rail(station, end if near else None, choice, is_main, jump)
