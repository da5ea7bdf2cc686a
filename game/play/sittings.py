"""Sittings: the parts of a chapter, each of them short enough for a lesson."""

from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from game.play.record import Record
from game.story.model import Chapter, Scene, Story


class Sitting(NamedTuple):
    """``name`` is "4.2": the second part of the fourth chapter. One part is a whole chapter too.

    ``scenes`` are in the order in which the record passes them; those beside it come last.
    """

    name: str
    chapter: str
    title: str
    scenes: tuple[str, ...]

    @property
    def first(self) -> str:
        return self.scenes[0]

    @property
    def number(self) -> int:
        """Counted within the chapter, from 1."""
        return int(self.name.partition(".")[2])


def of_story(story: Story, way: Record) -> tuple[Sitting, ...]:
    """Return all sittings in the order of the chapters; ``way`` is that of the record."""
    passed = dict.fromkeys([*(turn.before.scene for turn in way.turns), way.last.scene])
    own: dict[str, dict[str, Scene]] = {name: {} for name in story.chapters}
    for scene in story.scenes.values():
        own.setdefault(scene.chapter, {})[scene.id] = scene
    found: list[Sitting] = []
    for number, chapter in enumerate(story.chapters.values(), 1):
        scenes = own[chapter.id]
        here = [name for name in passed if name in scenes]
        found += _parts(number, chapter, scenes, _heads(chapter, scenes, here))
    return tuple(found)


def named(sittings: Iterable[Sitting], name: str) -> tuple[Sitting, ...]:
    """Return those that a name means: a chapter's folder or number, or one sitting as "4.2"."""
    return tuple(
        each for each in sittings if name in (each.name, each.chapter, each.name.partition(".")[0])
    )


def divides(story: Story, scene: Scene) -> bool:
    """Whether readers who come to a scene from its own chapter begin a new sitting there."""
    chapter = story.chapters.get(scene.chapter)
    is_within = chapter is not None and chapter.start.id != scene.id
    return bool(scene.sitting and scene.choices) and is_within


def _heads(chapter: Chapter, scenes: Mapping[str, Scene], passed: list[str]) -> dict[str, str]:
    """Return for each scene the one with which its sitting begins.

    On the way of the record a sitting lasts until the next begins. A scene beside it belongs to the
    sitting from which a choice leads there.
    """
    heads = {chapter.start.id: chapter.start.id}
    head = chapter.start.id
    for name in passed:
        head = name if scenes[name].sitting else head
        heads[name] = head
    waiting = deque(heads)
    while waiting:
        name = waiting.popleft()
        for after in _after(scenes[name]):
            if after in scenes and after not in heads:
                heads[after] = after if scenes[after].sitting else heads[name]
                waiting.append(after)
    for scene in scenes.values():
        heads.setdefault(scene.id, scene.id if scene.sitting else chapter.start.id)
    return heads


def _after(scene: Scene) -> Iterator[str]:
    return (branch.scene.id for choice in scene.choices for branch in choice.goto)


def _parts(
    number: int, chapter: Chapter, scenes: Mapping[str, Scene], heads: Mapping[str, str]
) -> Iterator[Sitting]:
    parts: dict[str, list[str]] = {head: [head] for head in heads.values()}
    for name, head in heads.items():
        if name != head:
            parts[head].append(name)
    for place, (head, names) in enumerate(parts.items(), 1):
        title = scenes[head].sitting or chapter.title
        yield Sitting(f"{number}.{place}", chapter.id, title, tuple(names))
