"""A story as an author wishes to look at it, and the same place in it after a change."""

from collections.abc import Mapping
from dataclasses import dataclass, is_dataclass, replace

from game.play.playthrough import Playthrough, replay
from game.story.model import Illustration, Scene, Story
from game.ui.reading import Reading
from game.ui.screen import Desk, Screen, Stack
from game.ui.screens import index


@dataclass(frozen=True, slots=True)
class Wanted:
    """How the author wishes to look at the story: nothing of it is written to a file.

    ``scene`` is the one that ``mood`` and ``is_open`` are about; see ``adjusted``.
    """

    scene: str
    values: Mapping[str, int]
    mood: str = ""
    is_open: bool = False
    has_tags: bool = False
    has_keys: bool = False
    has_advice: bool = False


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


def before(stack: Stack) -> Playthrough | None:
    """The playthrough as it stood in the scene that is looked at.

    That is the scene of the page on the title; what is laid on that page is not about another.
    """
    screen = stack[min(1, len(stack) - 1)]
    play = play_of(screen)
    decided = type(screen).__name__ in _AFTER
    return replace(play, turns=play.turns[:-1]) if play and decided and play.turns else play


def tagged(now: Wanted) -> Wanted:
    return replace(now, has_tags=not now.has_tags)


def explained(now: Wanted) -> Wanted:
    return replace(now, has_keys=not now.has_keys)


def lifted(now: Wanted, *, has_advice: bool, is_tagged: bool) -> Wanted:
    """How the story is looked at once what lies topmost over the page is taken away."""
    if now.has_keys:
        return replace(now, has_keys=False)
    if has_advice:
        return replace(now, has_advice=False)
    return replace(now, has_tags=now.has_tags and not is_tagged)


def decided(screen: Screen) -> Playthrough | None:
    """The playthrough before the decision that a screen shows, or that led to its scene."""
    play = play_of(screen)
    is_shown = type(screen).__name__ in _AFTER | {"SceneScreen", "EndingScreen"}
    return replace(play, turns=play.turns[:-1]) if play and is_shown and play.turns else None


def caption(wanted: Wanted, play: Playthrough | None) -> list[str]:
    """What is not as in the file: the choice that is looked at, and the light."""
    chosen = play.turns[-1].decision.choice if play and play.turns and wanted.is_open else ""
    return [*filter(None, (chosen, wanted.mood and f"mood: {wanted.mood}"))]


def light(drawn: Illustration, moods: list[str], now: str, by: int) -> str:
    """The next of all moods after the one that is shown; "" is the one of the file."""
    others = ["", *(mood for mood in moods if mood != drawn.mood)]
    return others[(others.index(now) + by) % len(others)]


def option(base: Playthrough, play: Playthrough | None, by: int) -> str:
    """The choice to look at next from the one that ``play`` has taken; "" is none of them."""
    ids = ["", *(choice.id for choice in base.scene.choices)]
    taken = play.turns[-1].decision.choice if play and len(play.turns) > len(base.turns) else ""
    return ids[(ids.index(taken) + by) % len(ids)]


_AFTER = frozenset({"ComparisonScreen", "WhyScreen", "CheckScreen", "ChapterEndScreen"})
