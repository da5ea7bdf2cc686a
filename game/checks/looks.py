"""Whether people look as they did then, and whether the things beside them were there already."""

from collections.abc import Collection, Iterator, Sequence

from game.checks.facts import Facts, advice
from game.stage.catalogue import Figure, Prop
from game.story.model import Placed
from game.story.problem import Problem

_MOST_NAMED = 3
# So ends the name of whoever is seen from behind, and a face takes no back's place.
_BEHIND = "_rear"


def drawn(facts: Facts) -> Iterator[Problem]:
    """Yield figures that look as somebody did at another time, and things of another time.

    A year more or less is fine.
    """
    for scene in facts.story.scenes.values():
        drawn = scene.illustration
        if scene.when is None or drawn is None:
            continue
        for placed in drawn.cast:
            figure = facts.catalogue.figures.get(placed.part.id)
            if figure is not None and not _fits(figure, scene.when.year):
                yield from _otherwise(figure, placed, scene.when.year, facts)
        for placed in drawn.props:
            prop = facts.catalogue.props.get(placed.part.id)
            if prop is not None and not _fits(prop, scene.when.year):
                yield _wrong(prop, placed, scene.when.year, "Take another thing")


def _fits(part: Figure | Prop, year: int) -> bool:
    first, last = part.years
    return not last or first - 1 <= year <= last + 1


def _otherwise(figure: Figure, placed: Placed, year: int, facts: Facts) -> Iterator[Problem]:
    """Judge whoever is somebody of this story, or of a kind of which another fits the year.

    Anybody else stands for whom the story likes, and at any time: a sailor is a sailor.
    """
    people = facts.story.people
    if figure.person and figure.person not in people:
        return
    others = [
        f"'{other.name}'"
        for other in facts.catalogue.figures.values()
        if other.years[1] and _fits(other, year) and _are_one(figure, other, people)
    ]
    if figure.person or others:
        yield _wrong(figure, placed, year, f"Take {_or(others[:_MOST_NAMED]) or 'another figure'}")


def _are_one(figure: Figure, other: Figure, people: Collection[str]) -> bool:
    """Whether two figures are one person, or one kind: soldier_1917 and soldier."""
    if figure.person:
        return other.person == figure.person
    is_free = not other.person or other.person in people
    return is_free and _kind(other.name) == _kind(figure.name)


def _kind(name: str) -> tuple[str, bool]:
    return name.partition("_")[0], name.endswith(_BEHIND)


def _or(names: Sequence[str]) -> str:
    *first, last = names or [""]
    return f"{', '.join(first)} or {last}" if first else last


def _wrong(part: Figure | Prop, placed: Placed, year: int, instead: str) -> Problem:
    first, last = part.years
    span = str(first) if first == last else f"{first} to {last}"
    message = f"'{part.name}' is drawn for {span}, and this happens in {year}."
    return advice(placed.mark, "figure-years", message, f"{instead}, or look at 'when'.")
