"""How many minutes a sitting takes to read.

Counted is what stands on the pages for whoever reads all of them, on the way of the record: the
text of a scene with its echoes, the advisers, the questions, every choice, what follows from one of
them (as much as follows on average), the record, and the source checks with what is said of every
answer; at a chapter's beginning its introduction, at its end its questions. Not counted are what
follows from the choices that were not taken, the lists of sources, the cards of people and words,
and whatever somebody writes down or talks about. Source checks may be passed over, so they are told
apart.
"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from game.play import record, sittings, state
from game.play.record import Record
from game.play.sittings import Sitting
from game.story import texts
from game.story.model import Scene, Story

# Pupils of fourteen read some two hundred words a minute to themselves, and adults 240. The fifth
# that is missing here is for deciding, for a sentence why, and for picking answers.
WORDS_A_MINUTE = 160


class Words(NamedTuple):
    """``checks`` are the words of source checks, ``told`` all the others."""

    told: float = 0
    checks: float = 0

    @property
    def all(self) -> float:
        return self.told + self.checks


class Pace(NamedTuple):
    """A sitting and what there is to read in it; ``scenes`` are those that are read.

    ``ends`` where its chapter ends with it and asks its questions.
    """

    sitting: Sitting
    words: Words
    scenes: Mapping[str, Words]
    ends: bool

    @property
    def minutes(self) -> int:
        return minutes(self.words.all)

    @property
    def checks(self) -> int:
        """How many of the minutes are for source checks."""
        return round(self.words.checks / WORDS_A_MINUTE)


def minutes(words: float) -> int:
    return max(1, round(words / WORDS_A_MINUTE))


def beginning_with(story: Story, scene: str) -> int:
    """Return the minutes of the sitting that begins with a scene, or 0 where none does."""
    paces = of_story(story, record.follow(story))
    return next((each.minutes for each in paces if each.sitting.first == scene), 0)


def of_story(story: Story, way: Record) -> tuple[Pace, ...]:
    passed = {turn.before.scene: turn.before.values for turn in way.turns}
    passed[way.last.scene] = way.last.values
    parts = sittings.of_story(story, way)
    ends = {part.chapter: part.name for part in parts}
    ends |= {part.chapter: part.name for part in parts if not passed.keys().isdisjoint(part.scenes)}
    found = []
    for part in parts:
        scenes = dict(_read(story, part, passed))
        chapter = story.chapters[part.chapter]
        around = 0
        if part.number == 1 and chapter.intro is not None:
            around += _count(chapter.intro.source)
        is_last = part.name == ends[part.chapter]
        if is_last:
            around += sum(_count(question.text) for question in chapter.questions)
        told = around + sum(words.told for words in scenes.values())
        checks = sum(words.checks for words in scenes.values())
        found.append(Pace(part, Words(told, checks), scenes, is_last))
    return tuple(found)


def _read(
    story: Story, part: Sitting, passed: Mapping[str, Mapping[str, int]]
) -> Iterator[tuple[str, Words]]:
    """Yield what is read on the way of the record; of a sitting beside it every decision."""
    here = [name for name in part.scenes if name in passed]
    begun = state.start(story).values
    for name in here or part.scenes:
        scene = story.scenes[name]
        if here or scene.choices:
            yield name, _words(scene, passed.get(name, begun))


def _words(scene: Scene, values: Mapping[str, int]) -> Words:
    told = [prose.source for prose in state.text(scene, values)]
    told += texts.beside(scene)
    told += [question.text for question in (scene.before, scene.after) if question]
    told += [text for choice in scene.choices for text in (choice.text, choice.detail)]
    told += texts.recorded(scene.history) if scene.history else ()
    told += texts.ended(scene.ending) if scene.ending else ()
    follows = [_count(" ".join(texts.followed(choice))) for choice in scene.choices]
    mean = sum(follows) / len(follows) if follows else 0
    checks = sum(_count(text) for check in scene.source_checks for text in texts.checked(check))
    return Words(_count(" ".join(told)) + mean, checks)


def _count(text: str) -> int:
    return len(text.split())
