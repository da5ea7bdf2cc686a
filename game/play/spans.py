"""Between which values every variable lies wherever players come to: worked out, not tried out.

A span may be too wide and is never too narrow: what it rules out happens to nobody. So it answers
for a story with more ways than anyone can explore. The method is the interval analysis of Cousot
and Cousot, "Abstract interpretation" (POPL 1977).
"""

from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from game.play.compiled import Compiled, Option, Range, Step, stepped

# A scene that changes so often lies in a circle: what still grows there is given all its room.
_MOST_CHANGES = 60


class Span(NamedTuple):
    """The lowest and the highest value there may be."""

    low: int
    high: int


# One for each variable of the story, by position.
Spans = list[Span]


@dataclass(frozen=True, slots=True)
class Reach:
    """The spans of each scene by its position in ``rules``; None where nobody ever comes.

    ``places`` has the positions by the names of the scenes.
    """

    rules: Compiled
    places: Mapping[str, int]
    spans: Sequence[Spans | None]

    def comes(self, scene: str) -> bool:
        """Whether anybody may come to a scene."""
        return self.spans[self.places[scene]] is not None

    def closed(self) -> Iterator[tuple[str, str]]:
        """Yield the choices of scenes that may be reached which are open to nobody there."""
        for here, options in zip(self.spans, self.rules.options, strict=True):
            for option in options:
                if here is not None and _narrowed(here, option.tests) is None:
                    yield self.rules.choices[option.number]

    def ruled_out(self, scene: str, choice: str) -> Iterator[tuple[int, Span]]:
        """Yield which of a choice's conditions, by position, no value in the span can meet."""
        at = self.places[scene]
        for option in self.rules.options[at]:
            if self.rules.choices[option.number][1] == choice:
                here = self.spans[at] or []
                for place, test in enumerate(option.tests if here else ()):
                    if _narrowed(here, [test]) is None:
                        yield place, here[test.variable]


def reach(rules: Compiled, origin: str) -> Reach:
    """Follow every choice from where the story starts, with all values there may be at once."""
    places = {name: at for at, name in enumerate(rules.scenes)}
    first = places[origin]
    found: list[Spans | None] = [None] * len(rules.scenes)
    found[first] = [Span(value, value) for value in rules.start]
    changes = [0] * len(rules.scenes)
    waiting, queued = deque([first]), {first}
    while waiting:
        at = waiting.popleft()
        queued.discard(at)
        for scene, spans in _onward(rules.options[at], found[at] or []):
            known = found[scene]
            joined = spans if known is None else _joined(known, spans)
            if joined == known:
                continue
            changes[scene] += 1
            if known is not None and changes[scene] > _MOST_CHANGES:
                joined = _widened(known, joined, rules)
            found[scene] = joined
            if scene not in queued:
                queued.add(scene)
                waiting.append(scene)
    return Reach(rules, places, found)


def _onward(options: Sequence[Option], here: Spans) -> Iterator[tuple[int, Spans]]:
    """Yield where the choices of a scene lead, and with which values."""
    for _, tests, steps, routes in options:
        left = _narrowed(here, tests)
        if left is None:
            continue
        left = _after(left, steps)
        for wanted, scene in routes:
            passing = _narrowed(left, wanted)
            if passing is not None:
                yield scene, passing
            rest = _others(left, wanted)
            if rest is None:
                break
            left = rest


def _narrowed(spans: Spans, tests: Sequence[Range]) -> Spans | None:
    """Return what is left of the spans where all tests hold; None where they cannot."""
    if not tests:
        return spans
    narrowed = list(spans)
    for at, low, high, inside in tests:
        here = narrowed[at]
        if inside:
            span = Span(max(here.low, low), min(here.high, high))
        else:
            below = here.low if here.low < low else high + 1
            above = here.high if here.high > high else low - 1
            span = Span(max(here.low, below), min(here.high, above))
        if span.low > span.high:
            return None
        narrowed[at] = span
    return narrowed


def _others(spans: Spans, tests: Sequence[Range]) -> Spans | None:
    """Return the spans of those who do not pass; of several tests any one may have failed."""
    if len(tests) > 1:
        return spans
    return _narrowed(spans, [tests[0]._replace(inside=not tests[0].inside)]) if tests else None


def _after(spans: Spans, steps: Sequence[Step]) -> Spans:
    after = list(spans)
    for step in steps:
        low, high = after[step.variable]
        after[step.variable] = Span(stepped(low, step), stepped(high, step))
    return after


def _joined(known: Spans, more: Spans) -> Spans:
    """Return spans that hold both."""
    joined = []
    for old, new in zip(known, more, strict=True):
        (low, high), (least, most) = old, new
        if low <= least and most <= high:
            joined.append(old)
        else:
            joined.append(Span(min(low, least), max(high, most)))
    return joined


def _widened(known: Spans, joined: Spans, rules: Compiled) -> Spans:
    """Return spans in which what still grows is as wide as it can be."""
    return [
        old if old == new else Span(variable.low, variable.high)
        for old, new, variable in zip(known, joined, rules.variables, strict=True)
    ]
