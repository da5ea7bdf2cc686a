"""A story as an author wishes to look at it, and the same place in it after a change."""

from collections.abc import Mapping
from dataclasses import is_dataclass, replace

from game.play.playthrough import Playthrough, replay
from game.story.model import Scene, Story
from game.ui.reading import Reading
from game.ui.screen import Desk, Screen
from game.ui.screens import index


def adjusted(
    story: Story, values: Mapping[str, int], scene: str, mood: str = "", *, is_open: bool = False
) -> Story:
    """The story with other numbers to begin with, and one scene in another light.

    ``is_open`` opens all choices of that scene, so that each can be looked at.
    """
    variables = {
        name: found._replace(start=min(max(values.get(name, found.start), found.low), found.high))
        for name, found in story.variables.items()
    }
    scenes = dict(story.scenes)
    if scene in scenes:
        scenes[scene] = _scene(scenes[scene], mood, is_open=is_open)
    return replace(story, variables=variables, scenes=scenes)


def _scene(scene: Scene, mood: str, *, is_open: bool) -> Scene:
    drawn = scene.illustration
    if mood and drawn is not None:
        scene = replace(scene, illustration=drawn._replace(mood=mood))
    if is_open:
        choices = tuple(choice._replace(requires=()) for choice in scene.choices)
        scene = replace(scene, choices=choices)
    return scene


def play_of(screen: Screen) -> Playthrough | None:
    """The playthrough that a screen shows, if it shows one."""
    play = getattr(screen, "play", None)
    return play if isinstance(play, Playthrough) else None


def renewed(reading: Reading, story: Story) -> Reading:
    """The same screens over a story that has changed, at the same page of each."""
    desk = replace(reading.desk, story=story)
    stack = tuple(_renewed(screen, desk) for screen in reading.stack)
    return replace(reading, desk=desk, stack=stack)


def _renewed(screen: Screen, desk: Desk) -> Screen:
    play = play_of(screen)
    if play is None or not is_dataclass(screen) or isinstance(screen, type):
        return screen
    again, dropped = replay(desk.story, play.origin, play.decisions)
    again = replace(again, notes=play.notes)
    is_elsewhere = again.origin != play.origin
    if dropped or is_elsewhere or (again.is_over and not play.is_over):
        return index.build("scene/0", again, desk)
    fresh: Screen = replace(screen, play=again)
    return fresh


def before(screen: Screen) -> Playthrough | None:
    """The playthrough as it stood in the scene that a screen is about."""
    play = play_of(screen)
    decided = type(screen).__name__ in _AFTER
    return replace(play, turns=play.turns[:-1]) if play and decided and play.turns else play


_AFTER = frozenset({"ComparisonScreen", "WhyScreen", "CheckScreen", "ChapterEndScreen"})
