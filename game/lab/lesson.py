"""The part of a story that a lesson is about; what it names and the story does not have, is all."""

from game.lab.lab import Lesson
from game.play.playthrough import Playthrough
from game.story.model import Chapter, Story


def chapters(lesson: Lesson, story: Story) -> tuple[Chapter, ...]:
    """The chapters that may be begun, in the order of the story."""
    every = tuple(story.chapters.values())
    wanted = tuple(
        chapter
        for number, chapter in enumerate(every, 1)
        if chapter.id in lesson.chapters or str(number) in lesson.chapters
    )
    return wanted or every


def first(lesson: Lesson, story: Story) -> str:
    """The scene that "Begin" leads to."""
    if lesson.first in story.scenes:
        return lesson.first
    wanted = chapters(lesson, story)
    return wanted[0].start.id if len(wanted) < len(story.chapters) else story.start.id


def is_over(lesson: Lesson, play: Playthrough) -> bool:
    """Whether the last decision was the last one of the lesson, and the story itself goes on."""
    if play.is_over or not play.turns:
        return False
    before = play.turns[-1].before.scene
    if before == lesson.last:
        return True
    within = {chapter.id for chapter in chapters(lesson, play.story)}
    # Whoever came from elsewhere, by an older game, is not sent away.
    return play.scene.chapter not in within and play.story.scenes[before].chapter in within


def unknown(lesson: Lesson, story: Story) -> tuple[str, ...]:
    numbers = {str(number) for number in range(1, len(story.chapters) + 1)}
    strange = [name for name in lesson.chapters if name not in (*story.chapters, *numbers)]
    scenes = (name for name in (lesson.first, lesson.last) if name)
    return (*strange, *(name for name in scenes if name not in story.scenes))
