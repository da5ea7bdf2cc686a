"""How long a story reads: words in a scene, minutes in a chapter."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from game.checks import texts
from game.play import state
from game.play.record import Record
from game.story import markup
from game.story.model import Choice, Scene, Story

# Slower than people of this age read a novel: there is something to decide on every third page.
WORDS_A_MINUTE = 160


class Reading(NamedTuple):
    """``texts`` has the words of each decision's text, ``minutes`` the reading of each chapter.

    ``easy`` counts the decisions that are told in short sentences as well.
    """

    texts: Mapping[str, int]
    minutes: Mapping[str, int]
    easy: int


def measure(story: Story, record: Record) -> Reading:
    decisions = [scene for scene in story.scenes.values() if scene.choices]
    counts = dict.fromkeys(story.chapters, 0.0)
    for scene, values in _read(story, record):
        if scene.chapter in counts:
            counts[scene.chapter] += _scene(scene, values)
    for name, chapter in story.chapters.items():
        counts[name] += _count(chapter.intro.source) if chapter.intro else 0
    return Reading(
        {scene.id: len(markup.plain(scene.text).split()) for scene in decisions},
        {name: max(1, round(count / WORDS_A_MINUTE)) for name, count in counts.items()},
        sum(scene.text_easy is not None for scene in decisions),
    )


def _read(story: Story, record: Record) -> Iterator[tuple[Scene, Mapping[str, int]]]:
    """Yield what is read on the way of the record; of chapters beside it every decision."""
    passed = {turn.before.scene: turn.before.values for turn in record.turns}
    passed[record.last.scene] = record.last.values
    chapters = {story.scenes[name].chapter for name in passed}
    begun = state.start(story).values
    for scene in story.scenes.values():
        if scene.id in passed:
            yield scene, passed[scene.id]
        elif scene.chapter not in chapters and scene.choices:
            yield scene, begun


def _scene(scene: Scene, values: Mapping[str, int]) -> float:
    """Return the words of a scene with its comparison and checks, whatever is chosen."""
    told = [prose.source for prose in state.text(scene, values)]
    told += texts.beside(scene)
    told += [text for choice in scene.choices for text in (choice.text, choice.detail)]
    told += texts.recorded(scene.history) if scene.history else ()
    told += [text for check in scene.source_checks for text in texts.checked(check)]
    told += scene.ending.real if scene.ending else ()
    follows = [_followed(choice) for choice in scene.choices]
    mean = sum(follows) / len(follows) if follows else 0
    return sum(map(_count, told)) + mean


def _followed(choice: Choice) -> int:
    return sum(map(_count, texts.followed(choice)))


def _count(text: str) -> int:
    return len(text.split())
