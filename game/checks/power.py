"""Whether the power of the contenders adds up."""

from collections.abc import Iterator, Mapping
from itertools import pairwise

from game.checks.facts import Facts, advice, warning
from game.play.power import WHOLE
from game.story.model import Scene
from game.story.problem import Problem

# The largest step of the shipped story is 11 points; a slip of the finger is larger.
MOST_POINTS = 20


def shares(facts: Facts) -> Iterator[Problem]:
    for scene in facts.story.scenes.values():
        if scene.power:
            yield from _shares(scene, tuple(facts.story.contenders))
        elif any(choice.shift for choice in scene.choices):
            message = "A choice shifts the power of the contenders, and the scene does not give it."
            some = _line(dict.fromkeys(facts.story.contenders, 10))
            hint = f"Write what the record's shares were after this scene, for example '{some}'."
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


def course(facts: Facts) -> Iterator[Problem]:
    """Yield where the record's shares break off and begin again, and where they leap."""
    names = dict.fromkeys(turn.before.scene for turn in facts.record.turns)
    passed = [facts.story.scenes[name] for name in names]
    told = [number for number, scene in enumerate(passed) if scene.power]
    for number in range(told[0], told[-1]) if told else ():
        if not passed[number].power:
            message = "Scenes before and after this one say how power stood, and this one does not."
            last = next(each.power for each in reversed(passed[:number]) if each.power)
            hint = f"Write what they were after this scene. If nothing changed: '{_line(last)}'."
            yield advice(passed[number].mark, "power-gap", message, hint)
    for before, after in pairwise(passed[number] for number in told):
        yield from _leap(before.power, after)


def _line(power: Mapping[str, int]) -> str:
    """A line for the scene's file."""
    return f"power: {{{', '.join(f'{name}: {share}' for name, share in power.items())}}}"


def _leap(before: Mapping[str, int], after: Scene) -> Iterator[Problem]:
    for name, share in after.power.items():
        points = abs(share - before.get(name, share))
        if points > MOST_POINTS:
            message = f"'{name}' goes from {before[name]} to {share} in one scene."
            hint = "Look whether a digit is wrong, or let it come in steps."
            yield advice(after.mark, "power-leap", message, hint)
