"""Content notes: what can be passed over by its summary, and whether somebody wishes to."""

from game.play import notes
from game.play.playthrough import Playthrough
from game.story.model import Chapter, Scene, Story


def can_pass_over(scene: Scene) -> bool:
    return bool(scene.content) and scene.summary is not None


def scenes(story: Story, chapter: str) -> tuple[Scene, ...]:
    """Return those of a chapter that can be passed over."""
    own = (scene for scene in story.scenes.values() if scene.chapter == chapter)
    return tuple(scene for scene in own if can_pass_over(scene))


def offers(story: Story, chapter: Chapter) -> bool:
    """Whether its content note has anything to offer to those who would rather not read it all."""
    has_any = chapter.summary is not None or bool(scenes(story, chapter.id))
    return bool(chapter.content) and has_any


def wants_summaries(play: Playthrough, chapter: str) -> bool:
    return bool(play.notes.get(notes.summaries(chapter)))


def wish(play: Playthrough, chapter: str, *, summaries: bool) -> Playthrough:
    """Remember that a chapter is to be told by its summaries, or in full after all."""
    return play.note(notes.summaries(chapter), "yes" if summaries else "")


def is_passed_over(play: Playthrough) -> bool:
    """Whether the scene where the reader is is told by its summary without asking again."""
    return can_pass_over(play.scene) and wants_summaries(play, play.scene.chapter)
