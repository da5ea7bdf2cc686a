"""What a pack adds to a story, each thing in its place."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from game.story.model import Chapter, Event, Extension, Scene, Story
from game.story.parts import Parts

_YEAR = re.compile(r"(?<![0-9])[0-9]{4}(?![0-9])")


def merged(story: Story, found: Parts, extension: Extension) -> Story:
    """A story with a pack that goes together with it; nothing that was there is changed."""
    chapters = _chapters(story, found)
    own = found.pack
    return replace(
        story,
        variables={**story.variables, **(own.variables if own else {})},
        contenders={**story.contenders, **(own.contenders if own else {})},
        chapters=chapters,
        scenes=_scenes(story, found, list(chapters)),
        people={**story.people, **(found.people or {})},
        glossary={**story.glossary, **(found.glossary or {})},
        sources={**story.sources, **(found.sources or {})},
        timeline=_timeline(story.timeline, found.timeline or ()),
        packs=(*story.packs, extension),
    )


def added_alone(story: Story, found: Parts) -> Iterator[Scene]:
    """The scenes of a story that choices are added to, with nothing but these choices."""
    for addition in found.additions or ():
        scene = story.scenes.get(addition.scene.id)
        if scene is not None:
            yield replace(scene, choices=addition.choices)


def _chapters(story: Story, found: Parts) -> dict[str, Chapter]:
    """A new chapter stands before the first one whose name comes after its own."""
    order = list(story.chapters)
    for name in found.chapters:
        at = next((at for at, other in enumerate(order) if other > name), len(order))
        order.insert(at, name)
    both = {**story.chapters, **found.chapters}
    return {name: both[name] for name in order}


def _scenes(story: Story, found: Parts, order: list[str]) -> dict[str, Scene]:
    """All scenes, chapter by chapter; in each those of the pack are the last."""
    scenes = {**_with_contenders(story, found), **found.scenes}
    for addition in found.additions or ():
        scene = scenes[addition.scene.id]
        scenes[scene.id] = replace(
            scene,
            choices=(*scene.choices, *addition.choices),
            echoes=(*scene.echoes, *addition.echoes),
            power={**scene.power, **addition.power},
        )
    places = {name: at for at, name in enumerate(order)}
    return dict(sorted(scenes.items(), key=lambda pair: places[pair[1].chapter]))


def _with_contenders(story: Story, found: Parts) -> Mapping[str, Scene]:
    """The scenes of a story, in which those who are new have no power unless the pack says so."""
    new = dict.fromkeys(found.pack.contenders if found.pack else (), 0)
    if not new:
        return story.scenes
    return {
        name: replace(scene, power={**scene.power, **new}) if scene.power else scene
        for name, scene in story.scenes.items()
    }


def _timeline(events: Sequence[Event], more: Sequence[Event]) -> tuple[Event, ...]:
    """Each event of the pack stands before the first one of a later year."""
    found = list(events)
    for event in more:
        later = (at for at, other in enumerate(found) if 0 < _year(event) < _year(other))
        found.insert(next(later, len(found)), event)
    return tuple(found)


def _year(event: Event) -> int:
    years = _YEAR.findall(event.date)
    return int(years[0]) if years else 0
