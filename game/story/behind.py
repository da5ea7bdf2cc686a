"""Scenes of packs that are put behind choices of the story, and lead on to where these led."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from game.story.model import Branch, Choice, Ref, Scene, Story
from game.story.page import ONWARD
from game.story.parts import Parts
from game.story.problem import Problem, nearest
from game.story.read_pack import Put


def wrong(found: Parts, base: Story) -> Iterator[Problem]:
    """Yield what stands against putting scenes of a pack where it says."""
    is_sound = True
    for put in found.puts:
        scene = base.scenes.get(put.scene)
        for problem in _wrong(put, scene, found, base) if scene else ():
            is_sound = False
            yield problem
        is_sound = is_sound and scene is not None and bool(put.to.id)
    if is_sound and not _is_a_scene(found, base):
        yield from _astray(found, base)


def scenes(found: Parts) -> frozenset[str]:
    """The scenes of a pack that one comes to from where it puts them, without leaving the pack."""
    return frozenset(_origins(found))


def led(story: Story, packs: Sequence[Parts]) -> Story:
    """A story whose choices lead through the scenes that packs have put behind them.

    Behind one choice the scenes of several packs follow each other in the order of the packs. So
    the last is put there first, and each of the others before what stands there by then.
    """
    scenes = dict(story.scenes)
    for found in reversed(packs):
        origins = {} if _is_a_scene(found, story) else _origins(found)
        asking = {scene for scene, _ in _onward(found)}
        for name, puts in origins.items():
            if name in asking:
                goto = _choice(scenes[puts[0].scene], puts[0].choice).goto
                scenes[name] = _through(scenes[name], goto)
        for put in found.puts:
            scenes[put.scene] = _behind(scenes[put.scene], put)
    return replace(story, scenes=scenes)


def _is_a_scene(found: Parts, story: Story) -> bool:
    """Whether 'onward' is nothing but the name of a scene here."""
    return ONWARD in story.scenes or ONWARD in found.scenes


def _wrong(put: Put, scene: Scene, found: Parts, base: Story) -> Iterator[Problem]:
    known = [choice.id for choice in scene.choices]
    if put.choice not in known:
        message = f"'{scene.id}' has no choice '{put.choice}'."
        there = f"Write one of: {', '.join(known)}." if known else "It is an ending."
        yield Problem(put.mark, "unknown-choice", message, nearest(put.choice, known) or there)
    if put.to.id in base.scenes and put.to.id not in found.scenes:
        message = f"'{put.to.id}' is a scene of the story itself, and not of this pack."
        hint = "Name a scene of this pack. It leads back into the story with 'goto: onward'."
        yield Problem(put.to.mark, "after-choice", message, hint)


def _astray(found: Parts, base: Story) -> Iterator[Problem]:
    """Yield a problem for each 'onward' of which nobody could say where it leads."""
    origins = _origins(found)
    for scene, ref in _onward(found):
        puts = origins.get(scene, [])
        led = dict.fromkeys(_told(_choice(base.scenes[put.scene], put.choice)) for put in puts)
        if not led:
            message = "'onward' leads nowhere: this stands behind no choice of the story."
            hint = "Write the name of a scene."
            if scene:
                hint += f" Or put this one behind a choice: 'after_choice: {{hold: {scene}}}'."
            yield Problem(ref.mark, "onward", message, hint)
        elif len(led) > 1:
            message = f"'onward' could mean {' or '.join(led)} here."
            hint = "Write which of them, or make a scene of its own for each choice."
            yield Problem(ref.mark, "onward", message, hint)


def _told(choice: Choice) -> str:
    return ", ".join(dict.fromkeys(f"'{branch.scene.id}'" for branch in choice.goto))


def _onward(found: Parts) -> Iterator[tuple[str, Ref]]:
    """Each 'onward' of a pack, and the scene of the pack in which it stands."""
    own = [(scene.id, scene.choices) for scene in found.scenes.values()]
    added = [("", addition.choices) for addition in found.additions or ()]
    for scene, choices in (*own, *added):
        for choice in choices:
            for branch in choice.goto:
                if branch.scene.id == ONWARD:
                    yield scene, branch.scene


def _origins(found: Parts) -> dict[str, list[Put]]:
    """For each scene of a pack what puts it, or one that leads to it, behind a choice."""
    origins: dict[str, list[Put]] = {}
    for put in found.puts:
        waiting, seen = [put.to.id], {put.to.id}
        while waiting:
            scene = found.scenes.get(waiting.pop())
            if scene is not None:
                origins.setdefault(scene.id, []).append(put)
                after = {branch.scene.id for choice in scene.choices for branch in choice.goto}
                waiting += after - seen
                seen |= after
    return origins


def _choice(scene: Scene, id: str) -> Choice:
    return next(choice for choice in scene.choices if choice.id == id)


def _through(scene: Scene, goto: Sequence[Branch]) -> Scene:
    """The scene with the ways of a choice in place of every 'onward'."""
    choices = []
    for choice in scene.choices:
        ways: list[Branch] = []
        for branch in choice.goto:
            ways += _instead(branch, goto) if branch.scene.id == ONWARD else [branch]
        choices.append(choice._replace(goto=tuple(ways)))
    return replace(scene, choices=tuple(choices))


def _instead(onward: Branch, goto: Sequence[Branch]) -> list[Branch]:
    """What is wrong with these ways is to be told at the 'onward'."""
    mark = onward.scene.mark
    return [Branch((*onward.when, *way.when), Ref(way.scene.id, mark)) for way in goto]


def _behind(scene: Scene, put: Put) -> Scene:
    choices = (
        choice._replace(goto=(Branch((), put.to),)) if choice.id == put.choice else choice
        for choice in scene.choices
    )
    return replace(scene, choices=tuple(choices))
