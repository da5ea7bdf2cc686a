"""Where the stations and rails of a story's map lie: pure geometry, a row for each chapter."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple

from game.play import record
from game.play.explorer import explore
from game.story.model import Choice, Scene, Story

Kind = Literal["main", "branch", "ending", "siding"]

# Distances in units of the drawing.
STEP, LANE, ROW, LEFT, TOP = 150, 84, 118, 270, 140
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
    """The chapter's number and title, and the height of its main line."""

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
    main = _main(story)
    reached = explore(story).scenes
    stations: dict[str, Station] = {}
    rows: list[Row] = []
    top = TOP
    for number, chapter in enumerate(story.chapters.values(), 1):
        own = [scene for scene in story.scenes.values() if scene.chapter == chapter.id]
        here = [scene for scene in own if scene.id in reached]
        placed = _chapter(here, main, top)
        rows.append(Row(number, chapter.title, chapter.years, top))
        stations |= placed
        lanes = max((station.y for station in placed.values()), default=top)
        top = lanes + ROW
    lost = [scene for scene in story.scenes.values() if scene.id not in reached]
    for number, scene in enumerate(lost):
        stations[scene.id] = Station(scene, LEFT + number * STEP, top, "siding")
    if lost:
        top += ROW
    width = max((station.x for station in stations.values()), default=LEFT) + STEP
    rails = tuple(_rails(story, stations, main))
    return Plan(stations, rails, tuple(rows), width, top)


def _main(story: Story) -> dict[str, str]:
    """The scenes of the record in their order, each with the choice taken there."""
    way = record.follow(story)
    main = {turn.before.scene: turn.decision.choice for turn in way.turns}
    main[way.last.scene] = ""
    return main


def _chapter(scenes: list[Scene], main: Mapping[str, str], top: int) -> dict[str, Station]:
    """History first, from left to right; then each other scene below, right of what leads to it."""
    order = list(main)
    placed: dict[str, Station] = {}
    history = sorted(
        (scene for scene in scenes if scene.id in main), key=lambda s: order.index(s.id)
    )
    for number, scene in enumerate(history):
        kind: Kind = "main" if scene.choices else "ending"
        placed[scene.id] = Station(scene, LEFT + number * STEP, top, kind)
    taken: set[tuple[int, int]] = set()
    rest = [scene for scene in scenes if scene.id not in main]
    while rest:
        scene = next((found for found in rest if _before(found, placed)), rest[0])
        rest.remove(scene)
        x = max((at.x for at in _before(scene, placed)), default=LEFT - ASIDE) + ASIDE
        lane = 1
        while any(abs(other - x) < STEP and lane == under for other, under in taken):
            lane += 1
        taken.add((x, lane))
        kind = "branch" if scene.choices else "ending"
        placed[scene.id] = Station(scene, x, top + lane * LANE, kind)
    return placed


def _before(scene: Scene, placed: Mapping[str, Station]) -> list[Station]:
    """The stations of this chapter from which a choice leads to the scene."""
    return [
        station
        for station in placed.values()
        if any(
            branch.scene.id == scene.id
            for choice in station.scene.choices
            for branch in choice.goto
        )
    ]


def _rails(
    story: Story, stations: Mapping[str, Station], main: Mapping[str, str]
) -> Iterator[Rail]:
    """One piece of line for each choice and place it leads to."""
    for station in stations.values():
        for choice in station.scene.choices:
            for branch in choice.goto:
                end = stations[branch.scene.id]
                is_main = main.get(station.scene.id) == choice.id and branch.scene.id in main
                near = end.scene.chapter == station.scene.chapter and end.kind != "siding"
                jump = "" if near else story.scenes[branch.scene.id].title
                yield Rail(station, end if near else None, choice, is_main, jump)
