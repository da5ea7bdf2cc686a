"""The order of a story: chapter after chapter, and along the choices from where each begins."""

from collections.abc import Iterator, Mapping

from game.story.model import Scene, Story


def scenes(story: Story) -> tuple[str, ...]:
    """Return every scene; one that a choice leads to comes later, unless the way goes in a ring.

    A scene beside the record's road stands between its junction and what follows on that road.
    Those that no way leads to come last in their chapter.
    """
    own: dict[str, dict[str, Scene]] = {chapter: {} for chapter in story.chapters}
    for scene in story.scenes.values():
        own.setdefault(scene.chapter, {})[scene.id] = scene
    found: list[str] = []
    for name, those in own.items():
        chapter = story.chapters.get(name)
        first = [chapter.start.id] if chapter and chapter.start.id in those else []
        found += of_chapter([*first, *those], those)
    return tuple(found)


def of_chapter(starts: list[str], scenes: Mapping[str, Scene]) -> Iterator[str]:
    """Yield all scenes of a chapter, in their order from the first of those named."""
    seen: set[str] = set()
    for start in starts:
        yield from reversed(_left(start, scenes, seen))


def _left(start: str, scenes: Mapping[str, Scene], seen: set[str]) -> list[str]:
    """Return what can be reached and was not seen yet, in the order in which a walk leaves it."""
    found: list[str] = []
    waiting = [] if start in seen else [(start, _onward(scenes[start]))]
    seen.add(start)
    while waiting:
        name, onward = waiting[-1]
        after = next((each for each in onward if each in scenes and each not in seen), None)
        if after is None:
            found.append(name)
            waiting.pop()
        else:
            seen.add(after)
            waiting.append((after, _onward(scenes[after])))
    return found


def _onward(scene: Scene) -> Iterator[str]:
    """Where choices lead; what is walked first is left first, and so comes last in the order."""
    record = scene.history.choice.id if scene.history else ""
    own = (choice for choice in scene.choices if choice.id == record)
    others = (choice for choice in reversed(scene.choices) if choice.id != record)
    walked = (*own, *others)
    return (branch.scene.id for choice in walked for branch in reversed(choice.goto))
