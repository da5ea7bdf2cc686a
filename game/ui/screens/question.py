"""A question at a chapter's end, and room for an answer."""

from dataclasses import dataclass, replace

from game.play.playthrough import Playthrough
from game.ui import editor, page, words
from game.ui.boxes import View
from game.ui.editor import Editor
from game.ui.page import Head, Page
from game.ui.pieces import Label, say
from game.ui.screen import Desk, Go, Keep, Step, Turn
from game.ui.space import Space
from game.ui.writing import line

# A long answer is about a page by hand.
_MOST = 1500


@dataclass(frozen=True, slots=True)
class QuestionScreen:
    """``chapter`` and ``which`` name the question; what is typed is kept with the playthrough."""

    play: Playthrough
    chapter: str
    which: int
    editor: Editor

    @classmethod
    def of(cls, play: Playthrough, chapter: str, which: int) -> "QuestionScreen":
        said = play.notes.get(f"question/{chapter}/{which}", "")
        return cls(play, chapter, which, editor.start(said, _MOST))

    @property
    def _kept(self) -> Playthrough:
        return self.play.note(f"question/{self.chapter}/{self.which}", self.editor.text)

    def view(self, desk: Desk, space: Space) -> View:
        chapter = desk.story.chapters[self.chapter]
        width = page.column(space)
        question = chapter.questions[min(self.which, len(chapter.questions) - 1)].text
        body = (
            *say(question, space.body, width, space, space.px(10)),
            line(self.editor, width, space),
            *say(words.ANSWER_KEPT, space.note, width, space, space.px(10)),
        )
        scene = desk.story.scenes[chapter.start.id]
        return page.view(
            Page(
                words.A_QUESTION,
                Head(chapter.title, words.A_QUESTION),
                body,
                0,
                page.plate(scene, space),
                Label(words.KEEP_IT, "onward", look="bookmark"),
                can_return=True,
                tabs=(),
                escape="onward",
            ),
            space,
        )

    def write(self, edited: Editor) -> Step:
        turned = replace(self, editor=edited)
        said = edited.text != self.editor.text and edited.text.endswith((" ", ".", "!", "?"))
        return Step(Turn(turned), (Keep(turned._kept, "chapter-end"),) if said else ())

    def press(self, key: str, desk: Desk) -> Step:
        if key in ("onward", "back", "close"):
            return Step(Go("chapter-end/99", self._kept), (Keep(self._kept, "chapter-end"),))
        return Step()
