"""An ending: its text, the ledger, the real course in five lines, and how sure we are."""

from dataclasses import dataclass, replace

from game.play import labels, ledger, state
from game.play.playthrough import Playthrough
from game.ui import evidence, leaf, page, words
from game.ui.art import Emblem, Quill
from game.ui.boxes import View
from game.ui.flow import Piece
from game.ui.page import Head, Page
from game.ui.pieces import Label, prose, say
from game.ui.screen import Desk, Keep, Lay, Step, Turn
from game.ui.screens import handin, way
from game.ui.screens.scene import eyebrow
from game.ui.space import Space


@dataclass(frozen=True, slots=True)
class EndingScreen:
    play: Playthrough
    number: int = 0

    def view(self, desk: Desk, space: Space) -> View:
        scene = self.play.scene
        width = page.column(space)
        above = (labels.ending(scene), eyebrow(scene))
        on = words.GO_ON if way.closes(self.play) else words.THE_END
        texts = state.text(scene, self.play.state.values, is_easy=desk.settings.is_easy)
        body = (
            *prose(texts, space.body, width, space, space.px(10)),
            *(page.aside(scene.quill, Quill(), space, width, space.px(12)) if scene.quill else ()),
            *self._ledger(width, space),
            *self._real(width, space),
            *(handin.offer(width, space) if self.play.turns else ()),
        )
        return page.view(
            Page(
                scene.title,
                Head("  ·  ".join(filter(None, above)), scene.title),
                body,
                self.number,
                page.plate(scene, space),
                Label(on, "onward", look="bookmark"),
                can_return=bool(self.play.turns),
            ),
            space,
        )

    def _ledger(self, width: int, space: Space) -> tuple[Piece, ...]:
        """What decisions cost other people: a list in words, and never a score."""
        entries = ledger.entries(self.play)
        pieces = list(evidence.headed(words.LEDGER, width, space, 20))
        pieces += say(words.LEDGER_ABOUT, space.note, width, space, space.px(2))
        if not entries:
            pieces += say(words.LEDGER_EMPTY, space.body, width, space, space.px(8))
        for entry in entries:
            said = f"{entry.title} – {entry.cost}" if entry.cost else entry.title
            sign = Emblem("ledger")
            pieces += page.aside(said, sign, space, width, space.px(8))
        return tuple(pieces)

    def _real(self, width: int, space: Space) -> tuple[Piece, ...]:
        ending = self.play.scene.ending
        if ending is None:
            return ()
        pieces = list(evidence.headed(labels.REAL, width, space, 20))
        for sentence in ending.real:
            pieces += say(sentence, evidence.text(space), width, space, space.px(5))
        pieces += evidence.headed(labels.HOW_SURE, width, space, 16)
        pieces += evidence.certainty(
            ending.certainty, ending.evidence_for, ending.evidence_against, width, space
        )
        return tuple(pieces)

    def press(self, key: str, desk: Desk) -> Step:
        if key == "onward":
            is_last = not way.closes(self.play)
            return way.finished(desk) if is_last else way.go("chapter-end", self.play)
        if key == "back":
            return Step(Lay("take-back", self.play))
        number = leaf.of(key)
        if number is not None:
            turned = Turn(replace(self, number=number))
            return Step(turned, (Keep(self.play, f"ending/{number}"),))
        return way.elsewhere(key, self.play, desk)
