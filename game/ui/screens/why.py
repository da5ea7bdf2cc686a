"""One line for the reader's own reason, asked after a decision and before the record is seen."""

from dataclasses import dataclass, replace

from game.play.playthrough import Playthrough
from game.ui import editor, page, words, words_school
from game.ui.boxes import View
from game.ui.editor import Editor
from game.ui.page import Head, Page
from game.ui.pieces import Label, say
from game.ui.screen import Desk, Keep, Lay, Say, Step, Turn
from game.ui.screens import way
from game.ui.screens.scene import eyebrow
from game.ui.space import Space
from game.ui.writing import line


@dataclass(frozen=True, slots=True)
class WhyScreen:
    play: Playthrough
    editor: Editor

    @classmethod
    def of(cls, play: Playthrough) -> "WhyScreen":
        reason = play.turns[-1].decision.reason
        return cls(play, editor.start(reason))

    def view(self, desk: Desk, space: Space) -> View:
        turn = self.play.turns[-1]
        scene = desk.story.scenes[turn.before.scene]
        width = page.column(space)
        body = (
            *say(turn.comparison.chosen.text, space.heading, width, space, space.px(10)),
            *say(words.WHY_PROMPT, space.body, width, space, space.px(14)),
            line(self.editor, width, space),
            *say(_about(desk), space.note, width, space, space.px(10)),
        )
        is_kept = self.editor.text.strip() or _is_required(desk)
        label = words.KEEP_IT if is_kept else words.LEAVE_IT
        return page.view(
            Page(
                words.WHY,
                Head(eyebrow(scene), words.WHY),
                body,
                0,
                page.plate(scene, space),
                Label(label, "onward", look="bookmark"),
                can_return=True,
            ),
            space,
        )

    def write(self, edited: Editor) -> Step:
        """Take what was typed; at the end of each word it is also written down."""
        said = edited.text != self.editor.text and edited.text.endswith((" ", ".", "!", "?"))
        kept = (Keep(self.play.give_reason(edited.text), "why"),) if said else ()
        return Step(Turn(replace(self, editor=edited)), kept)

    def press(self, key: str, desk: Desk) -> Step:
        play = self.play.give_reason(self.editor.text)
        if key == "onward":
            if _is_required(desk) and not self.editor.text.strip():
                return Step(deeds=(Say(words_school.REASON_NEEDED),))
            return way.go("comparison", play)
        if key == "back":
            return Step(Lay("take-back", play))
        return way.looking_back(key, play, desk)


def _is_required(desk: Desk) -> bool:
    return desk.lab.lesson.reason == "required"


def _about(desk: Desk) -> str:
    return words_school.WHY_REQUIRED if _is_required(desk) else words.WHY_OPTIONAL
