"""Whether players can get everywhere, and out again."""

from collections.abc import Iterator

from game.checks.facts import Facts, warning, words
from game.play.explorer import Trap
from game.play.spans import Span
from game.story.model import Choice, Scene, Story
from game.story.problem import Problem
from game.story.rules import Condition

_ONE_WAY = "Keep one choice without 'requires', so that there is always a way on."


def unreachable(facts: Facts) -> Iterator[Problem]:
    """Yield the scenes that nobody comes to who begins at the beginning."""
    linked = _linked(facts.story)
    for scene in facts.story.scenes.values():
        if scene.id not in linked:
            hint = f"Let a choice of another scene lead here: 'goto: {scene.id}'."
            message = "No way through the story leads to this scene."
            yield warning(scene.mark, "unreachable", message, hint)
        elif _comes_nobody(scene, facts):
            message = "The conditions on the way to this scene never hold together."
            hint = "Ask for less in 'when' or 'requires', or give more in 'effects'."
            yield warning(scene.mark, "unreachable", message, hint)


def _comes_nobody(scene: Scene, facts: Facts) -> bool:
    if facts.paths.complete:
        return scene.id not in facts.paths.scenes
    return not facts.reach.comes(scene.id)


def _linked(story: Story) -> set[str]:
    """Return what is reached when every condition is taken to hold."""
    found = {story.start.id}
    waiting = [story.start.id]
    while waiting:
        for choice in story.scenes[waiting.pop()].choices:
            fresh = {branch.scene.id for branch in choice.goto} - found
            found |= fresh
            waiting += fresh
    return found


def traps(facts: Facts) -> Iterator[Problem]:
    """Yield the scenes where players are stuck, and those from which no ending can be reached."""
    story = facts.story
    told: set[str] = set()
    for paths in (facts.paths, facts.begun):
        fresh = [trap for trap in (*paths.stuck, *paths.endless) if trap.scene not in told]
        told.update(trap.scene for trap in fresh)
        for trap in fresh:
            yield _stuck(trap, story) if trap.unmet else _endless(trap, story)
    for name in sorted(facts.walks.stuck if facts.walks else ()):
        if name not in told:
            message = "A player may come here and find no choice open."
            yield Problem(story.scenes[name].mark, "stuck", message, _ONE_WAY)


def _stuck(trap: Trap, story: Story) -> Problem:
    scene = story.scenes[trap.scene]
    unmet = _once(trap.unmet)
    fails = "does not hold" if len(unmet) == 1 else "do not hold"
    message = f"A player {_way(trap)} finds no choice open: {words(unmet)} {fails}."
    return Problem(scene.mark, "stuck", message, _ONE_WAY)


def _endless(trap: Trap, story: Story) -> Problem:
    message = f"A player {_way(trap)} can go on for ever and reach no ending."
    hint = "Let one of the choices lead out of the circle."
    return Problem(story.scenes[trap.scene].mark, "endless", message, hint)


def _once(conditions: tuple[Condition, ...]) -> tuple[Condition, ...]:
    return tuple({condition[:3]: condition for condition in conditions}.values())


def _way(trap: Trap) -> str:
    if not trap.way:
        return "who begins here"
    last = ", ".join(f"'{choice}' in '{scene}'" for scene, choice, _ in trap.way[-3:])
    return f"who comes here by {'... ' if len(trap.way) > 3 else ''}{last}"


def never_offered(facts: Facts) -> Iterator[Problem]:
    """Yield the choices that are open to nobody, with the reason."""
    hint = "Ask for less in 'requires', or give more in the 'effects' of earlier choices."
    for scene, choice, why in _closed(facts):
        found = _choice(facts.story.scenes[scene], choice)
        yield warning(found.mark, "never-offered", f"This choice is never offered: {why}.", hint)


def _closed(facts: Facts) -> Iterator[tuple[str, str, str]]:
    """Yield scene, choice and why; where not every path was tried, what no value allows."""
    together = "its conditions never all hold at once"
    if not facts.paths.complete:
        for scene, choice in facts.reach.closed():
            yield scene, choice, _bound(scene, choice, facts) or together
        return
    for scene, choice, never in facts.paths.closed:
        for_nobody = f"{words(never)} holds for nobody who comes here" if never else together
        yield scene, choice, _bound(scene, choice, facts) or for_nobody


def _bound(scene: str, choice: str, facts: Facts) -> str:
    """Say how much of a resource there is here, where that alone rules the choice out."""
    for place, span in facts.reach.ruled_out(scene, choice):
        condition = _choice(facts.story.scenes[scene], choice).requires[place]
        if facts.story.variables[condition.variable].kind != "flag":
            return f"here '{condition.variable}' is {_few(condition, span)}, and it asks for " + (
                words([condition])
            )
    return ""


def _few(condition: Condition, span: Span) -> str:
    if span.low == span.high:
        return f"always {span.low}"
    return f"at most {span.high}" if condition.value > span.low else f"at least {span.low}"


def _choice(scene: Scene, name: str) -> Choice:
    return next(choice for choice in scene.choices if choice.id == name)


def never_set(facts: Facts) -> Iterator[Problem]:
    """Yield the conditions on what no choice ever changes."""
    changed = {
        effect.variable
        for scene in facts.story.scenes.values()
        for choice in scene.choices
        for effect in choice.effects
    }
    for scene in facts.story.scenes.values():
        for condition in _conditions(scene):
            if condition.variable not in changed:
                message = f"No choice ever changes '{condition.variable}'."
                hint = f"Add it to the 'effects' of a choice: {{{condition.variable}: +1}}"
                yield warning(condition.mark, "never-changed", message, hint)


def never_read(facts: Facts) -> Iterator[Problem]:
    """Yield the flags that choices set and nothing ever asks for: no reader will notice."""
    story = facts.story
    asked = {
        condition.variable for scene in story.scenes.values() for condition in _conditions(scene)
    }
    for scene in story.scenes.values():
        for choice in scene.choices:
            for effect in choice.effects:
                flag = story.variables[effect.variable]
                if flag.kind == "flag" and flag.name not in asked:
                    asked.add(flag.name)
                    message = f"Nothing ever asks for '{flag.name}', so it makes no difference."
                    hint = f"Ask for it in an echo, 'when: [{flag.name}]', or take it out."
                    yield warning(effect.mark, "never-read", message, hint)


def _conditions(scene: Scene) -> Iterator[Condition]:
    for echo in scene.echoes:
        yield from echo.when
    for choice in scene.choices:
        yield from choice.requires
        for branch in choice.goto:
            yield from branch.when
