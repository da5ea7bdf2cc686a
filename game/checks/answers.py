"""Whether answers give themselves away by how they look, so that nobody has to think."""

from collections import Counter
from collections.abc import Iterator, Sequence

from game.checks.facts import Facts, advice
from game.story.model import SourceCheck
from game.story.problem import Problem

# Of a few questions nobody learns to guess; of three answers a third is right by chance.
_LEAST_QUESTIONS, _MOST = 5, 0.6
_PLACES = ("first", "second", "third", "fourth")


def shows(facts: Facts) -> Iterator[Problem]:
    """Yield where the right answer is mostly the longest, and where it mostly has one place."""
    scenes = facts.story.scenes.values()
    asked = [check for scene in scenes for check in scene.source_checks if _right(check) >= 0]
    if len(asked) < _LEAST_QUESTIONS:
        return
    longest = [check for check in asked if _is_longest(check)]
    if len(longest) > _MOST * len(asked):
        count = f"{len(longest)} of {len(asked)}"
        message = f"In {count} source checks the right answer is the longest: one can guess it."
        hint = "Make the right answer shorter here, or the wrong ones as careful as it is."
        yield advice(longest[0].mark, "right-answer-shows", message, hint)
    yield from _in_one_place(asked)


def _in_one_place(asked: Sequence[SourceCheck]) -> Iterator[Problem]:
    (place, count), *_ = Counter(map(_right, asked)).most_common()
    if count > _MOST * len(asked) and place < len(_PLACES):
        many = f"{count} of {len(asked)} source checks"
        message = f"In {many} the {_PLACES[place]} answer is the right one."
        first = next(check for check in asked if _right(check) == place)
        hint = "Put it elsewhere here: the order means nothing."
        yield advice(first.mark, "right-answer-shows", message, hint)


def _right(check: SourceCheck) -> int:
    """Where among several answers the right one stands, or -1 where there is nothing to guess."""
    right = [place for place, answer in enumerate(check.answers) if answer.right]
    return right[0] if len(check.answers) > 1 and right else -1


def _is_longest(check: SourceCheck) -> bool:
    lengths = [len(answer.text) for answer in check.answers]
    return lengths[_right(check)] > max(
        length for place, length in enumerate(lengths) if place != _right(check)
    )
