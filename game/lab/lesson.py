"""The part of a story that a lesson is about; what it names and the story does not have, is all."""

from game.lab.lab import Lesson
from game.play import record, sittings
from game.play.playthrough import Playthrough
from game.play.sittings import Sitting
from game.story.model import Chapter, Story


def parts(lesson: Lesson, story: Story) -> tuple[Sitting, ...]:
    """The sittings that may be begun, in the order of the story."""
    every = sittings.of_story(story, record.follow(story))
    wanted = {part.name for name in lesson.chapters for part in sittings.named(every, name)}
    return tuple(part for part in every if part.name in wanted) or every


def first(lesson: Lesson, story: Story) -> str:
    """The scene that "Begin" leads to."""
    if lesson.first in story.scenes:
        return lesson.first
    every = parts(Lesson(), story)
    wanted = parts(lesson, story)
    return wanted[0].first if len(wanted) < len(every) else story.start.id


def opening(lesson: Lesson, story: Story) -> tuple[Chapter | None, str]:
    """The chapter in which "Begin" opens the story, and what is read there if not all of it."""
    scene = story.scenes[first(lesson, story)]
    chapter = story.chapters.get(scene.chapter)
    if scene.id in (story.start.id, chapter.start.id if chapter else ""):
        return chapter, ""
    begun = (part.title for part in parts(Lesson(), story) if part.first == scene.id)
    return chapter, next(begun, scene.title)


def is_over(lesson: Lesson, play: Playthrough) -> bool:
    """Whether the last decision was the last one of the lesson, and the story itself goes on."""
    if play.is_over or not play.turns:
        return False
    before = play.left.id
    if before == lesson.last:
        return True
    if not lesson.chapters:
        return False
    within = {scene for part in parts(lesson, play.story) for scene in part.scenes}
    # Whoever came from elsewhere, by an older game, is not sent away.
    return play.scene.id not in within and before in within


def unknown(lesson: Lesson, story: Story) -> tuple[str, ...]:
    every = parts(Lesson(), story)
    strange = [name for name in lesson.chapters if not sittings.named(every, name)]
    scenes = (name for name in (lesson.first, lesson.last) if name)
    return (*strange, *(name for name in scenes if name not in story.scenes))
