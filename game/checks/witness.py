"""Whether a question with one right answer rests on more than somebody's memory."""

from collections.abc import Iterator

from game.checks.facts import Facts, warning
from game.story.problem import Problem

_MEMORY = "memoir"


def memories(facts: Facts) -> Iterator[Problem]:
    """Yield the questions for which only memoirs are named: what they say nobody has confirmed."""
    listed = facts.story.sources
    for scene in facts.story.scenes.values():
        for check in scene.source_checks:
            kinds = {listed[source.id].kind for source in check.sources}
            if check.answers and kinds == {_MEMORY} and not check.debated:
                message = "This question has one right answer, and it rests on memories alone."
                hint = "Name a document or a study as well, or write 'debated: yes'."
                yield warning(check.mark, "memory", message, hint)
