"""What a pupil hands in: what stands on the page, whose it is, and what became of it."""

from dataclasses import dataclass, replace
from pathlib import Path

from game.play.playthrough import Playthrough
from game.ui import leaf, spread, words_aside
from game.ui import words_handin as words
from game.ui.boxes import View
from game.ui.flow import Piece
from game.ui.pieces import Label, button, row, say
from game.ui.screen import Desk, Hand, Lay, Pop, Say, Step, Turn
from game.ui.screens import aside
from game.ui.space import Space
from game.ui.spread import Spread


@dataclass(frozen=True, slots=True)
class HandInScreen:
    play: Playthrough
    number: int = 0

    def view(self, desk: Desk, space: Space) -> View:
        width = spread.column(space)
        shown = spread.view(
            Spread(
                words.HAND_IN,
                (
                    *spread.slab(words.HAND_IN, "", "slate", space, width),
                    *say(words.ABOUT, space.body, width, space, space.px(14)),
                    *_name(desk, width, space),
                    *self._now(desk, width, space),
                ),
                (
                    *spread.slab(words.WHAT, "", "red", space, width),
                    *self._what(desk, width, space),
                ),
                number=self.number,
                can_return=False,
                escape="close",
                away=aside.AWAY,
            ),
            space,
        )
        is_due = shown.find("hand") is not None and not self._told(desk)
        return replace(shown, onward="hand") if is_due else shown

    def _told(self, desk: Desk) -> str:
        """What became of this very game, if it was handed in."""
        handed = desk.handed
        return handed.sentence if handed is not None and handed.play == self.play else ""

    def _folder(self, desk: Desk) -> Path | None:
        return desk.handed.folder if desk.handed is not None else None

    def _now(self, desk: Desk, width: int, space: Space) -> tuple[Piece, ...]:
        """The button, and beneath it what became of the page."""
        if not self.play.turns:
            return say(words.NOTHING_YET, space.note, width, space, space.px(16))
        told = self._told(desk)
        text = words.AGAIN if told else words.HAND_IN_NOW
        hand = button(Label(text, "hand", look="bookmark"), space)
        hand = replace(hand, rect=hand.rect._replace(width=hand.rect.width + space.px(22)))
        show = button(Label(words.SHOW_FOLDER, "folder"), space)
        buttons = [hand, show] if told and self._folder(desk) is not None else [hand]
        return (
            row(buttons, width, space, space.px(16)),
            *say(told, space.style("bold", 18, 1.42), width, space, space.px(14)),
            *say(words.LATER, space.note, width, space, space.px(12)),
        )

    def _what(self, desk: Desk, width: int, space: Space) -> tuple[Piece, ...]:
        play = self.play
        reasons = sum(bool(turn.decision.reason) for turn in play.turns)
        answers = sum(bool(said) for key, said in play.notes.items() if "/" in key)
        told = [words.decisions(len(play.turns), reasons)]
        told += [words.backs(len(play.taken_back))] if play.taken_back else []
        told += [words.answers(answers)] if answers else []
        has_name = desk.settings.name and desk.lab.lesson.name != "never"
        told.append(words.WITH_NAME if has_name else words.WITHOUT_NAME)
        pieces = [
            piece for text in told for piece in say(text, space.body, width, space, space.px(12))
        ]
        return (*pieces, *say(words.BESIDE, space.note, width, space, space.px(14)))

    def press(self, key: str, desk: Desk) -> Step:
        if key == "hand" and self.play.turns:
            if desk.lab.lesson.name == "required" and not desk.settings.name:
                return Step(Lay("name", self.play), (Say(words.NAME_FIRST),))
            return Step(Turn(replace(self, number=0)), (Hand(self.play),))
        if key == "folder" and self._folder(desk) is not None:
            return Step(deeds=(Hand(self.play, is_shown=True),))
        if key == "name":
            return Step(Lay("name", self.play))
        page = leaf.of(key)
        if page is not None:
            return Step(Turn(replace(self, number=page)))
        return Step(Pop()) if key == "close" else Step()


def _name(desk: Desk, width: int, space: Space) -> tuple[Piece, ...]:
    if desk.lab.lesson.name == "never":
        return ()
    name = desk.settings.name
    written = f"{words_aside.NAME}: {name or words_aside.NAME_NONE}"
    change = words_aside.NAME_CHANGE if name else words_aside.NAME_WRITE
    style = space.style("label", 18, 1.3, most=1.7)
    return (
        *(piece._replace(glued=True) for piece in say(written, style, width, space, space.px(14))),
        row([button(Label(change, "name"), space)], width, space, space.px(6)),
    )


def offer(width: int, space: Space) -> tuple[Piece, ...]:
    """A button on the last page of a chapter or of the story."""
    hand = button(Label(words.HAND_IN, "hand-in"), space)
    about = say(words.CHAPTER_ABOUT, space.small, width, space, space.px(4))
    return (row([hand], width, space, space.px(18))._replace(glued=True), *about)
