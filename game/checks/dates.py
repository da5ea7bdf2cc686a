"""Whether time runs forward, and whether those who speak were alive."""

from collections.abc import Iterator

from game.checks.facts import Facts, advice, warning
from game.story.dates import Day
from game.story.dates import years as read_years
from game.story.lists import Person
from game.story.model import Scene
from game.story.problem import Problem

_DAYS_BEHIND = 13


def order(facts: Facts) -> Iterator[Problem]:
    """Yield the scenes that a choice leads to from a later one."""
    scenes = facts.story.scenes
    told: set[str] = set()
    for scene in scenes.values():
        for follower in _followers(scene):
            after = scenes[follower]
            if follower in told or not scene.when or not after.when:
                continue
            if after.when.is_before(scene.when):
                told.add(follower)
                yield _backwards(scene, after, scene.when)


def years(facts: Facts) -> Iterator[Problem]:
    """Yield the scenes whose date for readers has another year than that for reckoning."""
    for scene in facts.story.scenes.values():
        told = read_years(scene.date)
        if scene.when is None or not told or min(told) <= scene.when.year <= max(told):
            continue
        if _is_new_year(scene.when, max(told)):
            continue
        message = f"'date' says {told[-1]}, and 'when' says {scene.when.year}."
        hint = "Readers see 'date'; the check reckons with 'when'. Write the same year in both."
        yield advice(facts.find(scene.mark, "when:"), "date-when", message, hint)


def _is_new_year(when: Day, told: int) -> bool:
    """Whether a day is still in the old year where the Old Style was in use, 13 days behind."""
    return when.year == told + 1 and when.month == 1 and when.day <= _DAYS_BEHIND


def _followers(scene: Scene) -> Iterator[str]:
    for choice in scene.choices:
        yield from (branch.scene.id for branch in choice.goto)


def _backwards(scene: Scene, after: Scene, when: Day) -> Problem:
    message = f"This happens before '{scene.id}' ({_written(when)}), which leads here."
    hint = "Look at 'when' in both, or let them change places."
    hint += " A scene that looks back needs no 'when'."
    return warning(after.mark, "date-order", message, hint)


def _written(when: Day) -> str:
    year, month, day = when
    return f"{year}" + (f"-{month:02}" if month else "") + (f"-{day:02}" if day else "")


def alive(facts: Facts) -> Iterator[Problem]:
    """Yield the advisers who were not born yet, or dead."""
    for scene in facts.story.scenes.values():
        for adviser in scene.advisers if scene.when else ():
            person = facts.story.people[adviser.who.id]
            why = _why_not(person, scene.when.year) if scene.when else ""
            if why:
                hint = "Let somebody else speak, or look at 'when' here and 'dates' in people.yaml."
                yield warning(adviser.mark, "not-alive", f"{person.name} {why}.", hint)


def seen(facts: Facts) -> Iterator[Problem]:
    """Yield the figures of people who were not born yet, or dead."""
    for scene in facts.story.scenes.values():
        if scene.when is None or scene.illustration is None:
            continue
        for placed in scene.illustration.cast:
            figure = facts.catalogue.figures.get(placed.part.id)
            person = facts.story.people.get(figure.person) if figure else None
            why = _why_not(person, scene.when.year) if person else ""
            if person and why:
                hint = "Take another figure, or look at 'when' here and 'dates' in people.yaml."
                yield warning(placed.mark, "not-alive", f"{person.name} {why}.", hint)


def _why_not(person: Person, year: int) -> str:
    if person.born and year < person.born:
        return f"was born in {person.born}, and this happens in {year}"
    if person.died and year > person.died:
        return f"died in {person.died}, and this happens in {year}"
    return ""
