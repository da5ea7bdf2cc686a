"""Whether the power of the contenders adds up."""

from collections.abc import Iterator

from game.checks.facts import Facts, warning
from game.story.model import Scene
from game.story.problem import Problem

WHOLE = 100


def shares(facts: Facts) -> Iterator[Problem]:
    for scene in facts.story.scenes.values():
        if scene.power:
            yield from _shares(scene, tuple(facts.story.contenders))
        elif any(choice.shift for choice in scene.choices):
            message = "A choice shifts the power of the contenders, and the scene does not give it."
            hint = "Add 'power' with the record's share of each after this scene."
            yield warning(scene.mark, "no-power", message, hint)


def _shares(scene: Scene, contenders: tuple[str, ...]) -> Iterator[Problem]:
    missing = [name for name in contenders if name not in scene.power]
    if missing:
        message = f"'power' does not say how much {', '.join(missing)} had."
        hint = "Give every contender a share; 0 is one too."
        yield warning(scene.mark, "power-missing", message, hint)
    below = [name for name, share in scene.power.items() if share < 0]
    if below:
        message = f"{', '.join(below)} cannot have less than no power."
        yield warning(scene.mark, "power-sum", message, "Write 0 or more.")
    total = sum(scene.power.values())
    if total > WHOLE:
        message = f"The shares of power add up to {total}, which is more than all of it."
        hint = f"Together they are at most {WHOLE}; what is left is everyone else's."
        yield warning(scene.mark, "power-sum", message, hint)
