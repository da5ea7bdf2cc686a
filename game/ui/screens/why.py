"""One line for the reader's own reason, asked after a decision and before the record is seen."""

from dataclasses import dataclass, replace

from game.play.playthrough import Playthrough
from game.ui import editor, leaf, lined, page, words, words_school
from game.ui.boxes import View
from game.ui.editor import Editor
from game.ui.lined import Lined
from game.ui.page import Head, Page
from game.ui.pieces import Label, say
from game.ui.screen import Desk, Draft, Keep, Lay, Say, Step, Turn
from game.ui.screens import way
from game.ui.screens.scene import eyebrow
from game.ui.space import Space


@dataclass(frozen=True, slots=True)
class WhyScreen:
    """``written`` is the last that stood in the line before it was rubbed out."""

    play: Playthrough
    editor: Editor
    number: int = 0
    written: str = ""

    @classmethod
    def of(cls, play: Playthrough) -> "WhyScreen":
        reason = play.turns[-1].decision.reason
        return cls(play, editor.start(reason))

    def view(self, desk: Desk, space: Space) -> View:
        turn = self.play.turns[-1]
        scene = desk.story.scenes[turn.before.scene]
        width = page.column(space)
        asked = (
            *say(turn.comparison.chosen.text, space.heading, width, space, space.px(10)),
            *say(words.WHY_PROMPT, space.body, width, space, space.px(14)),
        )
        is_kept = self.editor.shown.strip() or _is_required(desk)
        label = words.KEEP_IT if is_kept else words.LEAVE_IT
        shown = Page(
            words.WHY,
            Head(eyebrow(scene), words.WHY),
            (),
            self.number,
            page.plate(scene, space),
            Label(label, "onward", look="bookmark"),
            can_return=True,
        )
        return lined.view(Lined(shown, asked, self.editor, _about(desk)), space)

    def write(self, edited: Editor) -> Step:
        """Take what was typed, and what is still being composed as well."""
        written = self.editor.shown.strip() or self.written
        turned = replace(self, editor=edited, number=lined.LAST, written=written)
        if edited.shown == self.editor.shown:
            return Step(Turn(turned))
        rubbed = None if edited.shown.strip() else self.play.give_reason(written)
        kept = Keep(self.play.give_reason(edited.shown), "why", rubbed=rubbed)
        return Step(Turn(turned), (Draft(kept),))

    def press(self, key: str, desk: Desk) -> Step:
        play = self.play.give_reason(self.editor.shown)
        if key == "onward":
            if _is_required(desk) and not self.editor.shown.strip():
                return Step(deeds=(Say(words_school.REASON_NEEDED),))
            return way.go("comparison", play)
        if key == "back":
            return Step(Lay("take-back", play))
        number = leaf.of(key)
        if number is not None:
            return Step(Turn(replace(self, number=number)))
        return way.looking_back(key, play, desk)


def _is_required(desk: Desk) -> bool:
    return desk.lab.lesson.reason == "required"


def _about(desk: Desk) -> str:
    return words_school.WHY_REQUIRED if _is_required(desk) else words.WHY_OPTIONAL
