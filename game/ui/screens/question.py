"""A question to think about, at a chapter's end or beside a scene, and room for an answer."""

from dataclasses import dataclass, replace
from typing import NamedTuple

from game.play.playthrough import Playthrough
from game.story.model import Question, Scene, Story
from game.ui import editor, leaf, lined, page, words
from game.ui.boxes import View
from game.ui.editor import Editor
from game.ui.lined import Lined
from game.ui.page import Head, Page
from game.ui.pieces import Label, say
from game.ui.screen import Desk, Draft, Go, Keep, Step, Turn
from game.ui.screens import way
from game.ui.space import Space

# A long answer is about a page by hand.
_MOST = 1500


class Asked(NamedTuple):
    """A question: the key its answer is kept under, whose it is, whose picture stands beside it."""

    note: str
    title: str
    scene: Scene
    question: Question


@dataclass(frozen=True, slots=True)
class QuestionScreen:
    """What is typed is kept with the playthrough; ``back`` is the place to go back to.

    ``written`` is the last that stood in the line before it was rubbed out.
    """

    play: Playthrough
    asked: Asked
    back: str
    editor: Editor
    number: int = 0
    written: str = ""

    @classmethod
    def of(cls, play: Playthrough, asked: Asked, back: str) -> "QuestionScreen":
        return cls(play, asked, back, editor.start(play.notes.get(asked.note, ""), _MOST))

    @property
    def _kept(self) -> Playthrough:
        return self.play.note(self.asked.note, self.editor.shown)

    def view(self, desk: Desk, space: Space) -> View:
        width = page.column(space)
        asked = say(self.asked.question.text, space.body, width, space, space.px(10))
        shown = Page(
            words.A_QUESTION,
            Head(self.asked.title, words.A_QUESTION),
            (),
            self.number,
            page.plate(self.asked.scene, space),
            Label(words.KEEP_IT, "onward", look="bookmark"),
            can_return=True,
            tabs=(),
            escape="onward",
        )
        return lined.view(Lined(shown, asked, self.editor, words.ANSWER_KEPT), space)

    def write(self, edited: Editor) -> Step:
        written = self.editor.shown.strip() or self.written
        turned = replace(self, editor=edited, number=lined.LAST, written=written)
        if edited.shown == self.editor.shown:
            return Step(Turn(turned))
        rubbed = None if edited.shown.strip() else self.play.note(self.asked.note, written)
        return Step(Turn(turned), (Draft(Keep(turned._kept, self.back, rubbed=rubbed)),))

    def press(self, key: str, desk: Desk) -> Step:
        if key in ("onward", "back", "close"):
            return Step(Go(self.back, self._kept), (Keep(self._kept, self.back),))
        number = leaf.of(key)
        if number is not None:
            return Step(Turn(replace(self, number=number)))
        return way.elsewhere(key, self._kept, desk)


def find(story: Story, note: str) -> Asked | None:
    """The question of "question/<chapter>/<n>", "before/<scene>" or "after/<scene>", if any."""
    kind, _, rest = note.partition("/")
    if kind == "question":
        name, _, which = rest.partition("/")
        chapter = story.chapters.get(name)
        asked = dict(zip(map(str, range(99)), chapter.questions if chapter else (), strict=False))
        if chapter is None or which not in asked:
            return None
        return Asked(note, chapter.title, story.scenes[chapter.start.id], asked[which])
    scene = story.scenes.get(rest)
    question = scene and (scene.before if kind == "before" else scene.after)
    return Asked(note, scene.title, scene, question) if scene and question else None
