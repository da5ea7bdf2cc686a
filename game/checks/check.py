"""All rules over one story. To add a rule, write a function of ``Facts`` and name it here."""

from collections.abc import Callable, Iterator

from game.checks import (
    ages,
    answers,
    art,
    composition,
    dates,
    easy,
    history,
    links,
    looks,
    notes,
    power,
    prose,
    reach,
    signs,
    sittings,
    witness,
)
from game.checks.facts import Facts
from game.story.problem import Problem

Rule = Callable[[Facts], Iterator[Problem]]

RULES: tuple[Rule, ...] = (
    reach.unreachable,
    reach.traps,
    reach.never_offered,
    reach.never_set,
    reach.never_read,
    history.record,
    history.costs,
    history.certainty,
    history.source_checks,
    witness.memories,
    answers.shows,
    history.road,
    history.sections,
    history.summaries,
    art.pictures,
    art.portraits,
    composition.pictures,
    prose.length,
    prose.choices,
    prose.same_words,
    prose.slips,
    signs.amiss,
    sittings.long,
    sittings.short,
    easy.sentences,
    notes.missing,
    links.unlinked,
    links.never_used,
    dates.order,
    dates.years,
    dates.alive,
    dates.seen,
    ages.ages,
    looks.drawn,
    power.shares,
    power.course,
)


def check(facts: Facts) -> tuple[Problem, ...]:
    """Return what every rule has to say, in the order of the files."""
    return tuple(sorted(problem for rule in RULES for problem in rule(facts)))
