"""Whether people are as old as they should be where a text gives their age."""

import re
from collections.abc import Iterator

from game.checks.facts import Facts, warning
from game.story import who
from game.story.lists import Person
from game.story.model import Scene
from game.story.problem import Problem

_ONES = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_TEENS = ("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen")
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_WORDS = ("", *_ONES, "ten", *_TEENS, "eighteen", "nineteen")
_AGES = {word: age for age, word in enumerate(_WORDS) if word}
_AGES |= {ten: age * 10 for age, ten in enumerate(_TENS, 2)}
_AGES |= {f"{ten}-{one}": _AGES[ten] + _AGES[one] for ten in _TENS for one in _ONES}
# A smaller number after a name seldom counts years.
_LEAST_AGE = 5

_AGE = (
    rf"(?P<soon>(?:nearly|almost|not yet) )?(?P<age>{'|'.join(sorted(_AGES, reverse=True))}|\d\d?)"
)
_SOMEBODY = r"\[[^\[\]]+\]\(person:(?P<who>[a-z0-9-]+)\)(?:,|[,;]? (?:he |she |who )?is)"
_PATTERN = re.compile(rf"(?:{_SOMEBODY}|\bYou are)\s+{_AGE}(?= years old\b|[.,;])")


def ages(facts: Facts) -> Iterator[Problem]:
    """Yield the ages that do not follow from the year of birth and the date of the scene.

    Whoever takes the decisions is called 'you'.
    """
    decides = who.decides(facts.story)
    for scene in facts.story.scenes.values():
        for found in _PATTERN.finditer(scene.text.source) if scene.when else ():
            person = facts.story.people.get(found["who"] or decides)
            if person and not _fits(found, person, scene):
                yield _wrong(found, person, scene, facts)


def _fits(found: re.Match[str], person: Person, scene: Scene) -> bool:
    age = _AGES.get(found["age"]) or int(found["age"])
    if scene.when is None or not person.born or age < _LEAST_AGE:
        return True
    # A birthday may be before the day of the scene, or after it.
    years = scene.when.year - person.born
    return age in ((years, years + 1) if found["soon"] else (years - 1, years))


def _wrong(found: re.Match[str], person: Person, scene: Scene, facts: Facts) -> Problem:
    year = scene.when.year if scene.when else 0
    message = f"'{found['age']}' does not fit: {person.name} was born in {person.born},"
    message += f" and this happens in {year}."
    hint = "Reckon it again, or look at 'when' here and 'dates' in people.yaml."
    mark = facts.find(scene.text.mark, found[0].rpartition("\n")[2])
    return warning(mark, "age", message, hint)
