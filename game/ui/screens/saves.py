"""The games that were kept: go on with one, keep this one as well, delete one."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from game.play import save, slots
from game.play.playthrough import Playthrough
from game.play.save import Save, Slot
from game.story.model import Story
from game.ui import leaf, spread, words, words_aside
from game.ui.boxes import View
from game.ui.cards import Card, deck
from game.ui.entries import glued
from game.ui.flow import Piece, whole
from game.ui.pieces import Label, button, row, say
from game.ui.screen import Deed, Desk, Forget, Keep, Step, Turn
from game.ui.screens import aside, way
from game.ui.space import Space
from game.ui.spread import Spread

_Numbered = tuple[int, Slot]

_AUTOSAVE = "autosave.json"
_BY_ITSELF = {_AUTOSAVE: words_aside.AUTOSAVE, "quick.json": words_aside.QUICKSAVE}


@dataclass(frozen=True, slots=True)
class SavesScreen:
    """``asked`` is the file that is to be deleted, once the reader says so again."""

    play: Playthrough | None
    number: int = 0
    asked: str = ""

    def view(self, desk: Desk, space: Space) -> View:
        width = spread.column(space)
        own, kept = _parted(desk.slots)
        left = spread.slab(
            words_aside.BY_ITSELF, words_aside.BY_ITSELF_ABOUT, "slate", space, width
        )
        right = spread.slab(words_aside.BY_YOU, words_aside.BY_YOU_ABOUT, "red", space, width)
        return spread.view(
            Spread(
                words.SAVES,
                (*left, *self._slots(own, words_aside.SAVES_EMPTY, desk.story, width, space)),
                (
                    *right,
                    *self._keep(width, space),
                    *self._slots(kept, words_aside.NONE_BY_YOU, desk.story, width, space),
                ),
                number=self.number,
                can_return=False,
                escape="close",
                away=aside.AWAY,
                at=f"forget:{self.asked}" if self.asked else "",
            ),
            space,
        )

    def _keep(self, width: int, space: Space) -> tuple[Piece, ...]:
        if self.play is None:
            return ()
        keep = button(Label(words_aside.KEEP_NEW, "keep"), space)
        about = say(words_aside.KEEP_NEW_ABOUT, space.small, width, space, space.px(6))
        return (row([keep], width, space, space.px(16))._replace(glued=True), *about)

    def _slots(
        self, those: Sequence[tuple[int, Slot]], empty: str, story: Story, width: int, space: Space
    ) -> tuple[Piece, ...]:
        if not those:
            return say(empty, space.note, width, space, space.px(14))
        found: list[Piece] = []
        for number, slot in those:
            if slot.path.name == self.asked:
                found += _sure(slot, story, width, space)
            elif slot.save is None:
                found += _damaged(slot, width, space)
            else:
                found += _game(slot, slot.save, number, story, width, space)
        return tuple(found)

    def press(self, key: str, desk: Desk) -> Step:
        kind, _, name = key.partition(":")
        slot = next((each for each in desk.slots if each.path.name == name), None)
        if key == "keep" and self.play is not None:
            return Step(deeds=(Keep(self.play, _place(self.play, desk), "new"),))
        if slot is not None:
            return self._chosen(kind, slot, desk)
        page = leaf.of(key)
        if page is not None:
            return Step(Turn(replace(self, number=page)))
        return aside.elsewhere("saves", key, self.play, desk)

    def _chosen(self, kind: str, slot: Slot, desk: Desk) -> Step:
        match kind:
            case "load" if slot.save is not None:
                step = way.resumed(desk, slot.save, slot.sentence)
                return step._replace(deeds=(*self._left(slot.save, desk), *step.deeds))
            case "delete":
                asked = "" if self.asked == slot.path.name else slot.path.name
                return Step(Turn(replace(self, number=0, asked=asked)))
            case "forget":
                return Step(Turn(replace(self, asked="")), (Forget(slot.path),))
        return Step()

    def _left(self, wanted: Save, desk: Desk) -> tuple[Deed, ...]:
        """Keep the game that is left, for the autosave will soon be of the other one."""
        if self.play is None or not self.play.turns:
            return ()
        ours = self.play.decisions
        kept = (slot.save for slot in desk.slots if slot.path.name != _AUTOSAVE)
        is_kept = any(each is not None and each.decisions == ours for each in kept)
        if is_kept or wanted.decisions[: len(ours)] == ours:
            return ()
        return (Keep(self.play, _place(self.play, desk), "aside"),)


def _parted(those: Sequence[Slot]) -> tuple[list[_Numbered], list[_Numbered]]:
    """The games that were kept by themselves and those kept by hand, counted through.

    The newest is first, by the times that are told here; only the autosave stays before all.
    """
    newest = sorted(those, key=_written, reverse=True)
    own = [slot for slot in newest if slots.is_by_itself(slot.path)]
    own.sort(key=lambda slot: slot.path.name != _AUTOSAVE)
    kept = [slot for slot in newest if slot not in own]
    numbered = list(enumerate((*own, *kept), 1))
    return numbered[: len(own)], numbered[len(own) :]


def _written(slot: Slot) -> str:
    return slot.save.written if slot.save is not None else ""


def _place(play: Playthrough, desk: Desk) -> str:
    """Where the reader is: the autosave knows it, if it is of this very game."""
    saves = (slot.save for slot in desk.slots if slot.path.name == _AUTOSAVE)
    same = (kept for kept in saves if kept is not None and kept.decisions == play.decisions)
    return next((kept.place for kept in same), "scene/0")


def _game(
    slot: Slot, kept: Save, number: int, story: Story, width: int, space: Space
) -> tuple[Piece, ...]:
    """A card that goes on with the game, and beside or beneath it a button that deletes it."""
    file = slot.path.name
    title, about = _about(slot, kept, story)
    label = Label(words_aside.DELETE, f"delete:{file}", name=words_aside.delete_name(title))
    delete = button(label, space)
    beside = width - delete.rect.width - space.px(12)
    is_beside = beside > space.tall(280)
    card = Card(title, about, f"load:{file}", str(number) if number < 10 else "·")
    dealt = deck([card], beside if is_beside else width, space)[0]
    if not is_beside:
        under = row([delete], width, space, space.px(8))
        return (dealt._replace(gap=space.px(18), glued=True), under)
    down = (dealt.height - delete.rect.height) // 2
    boxes = (*dealt.boxes, delete.moved(width - delete.rect.width, down))
    return (whole(boxes, space.px(14)),)


def _about(slot: Slot, kept: Save, story: Story) -> tuple[str, str]:
    """A game's title, and what stands beneath it."""
    scene = way.scene_at(kept.place, save.resume(story, kept).play)
    number = list(story.chapters).index(scene.chapter) + 1
    chapter = words_aside.chapter_of(number, story.chapters[scene.chapter].title)
    told = words_aside.game_about(chapter, len(kept.decisions), kept.written, kept.name)
    is_aside = slots.is_by_itself(slot.path)
    by_itself = _BY_ITSELF.get(slot.path.name, words_aside.PUT_ASIDE if is_aside else "")
    return scene.title, " ".join(part for part in (by_itself, told, slot.sentence) if part)


def _damaged(slot: Slot, width: int, space: Space) -> tuple[Piece, ...]:
    style = space.style("label", 19, 1.3, "soft", most=1.7)
    file = slot.path.name
    delete = Label(words_aside.DELETE, f"delete:{file}", name=f"{words_aside.DELETE} {file}")
    return (
        *glued(say(words_aside.DAMAGED_GAME, style, width, space, space.px(18))),
        *glued(say(f"{slot.sentence} ({file})", space.small, width, space)),
        row([button(delete, space)], width, space, space.px(8)),
    )


def _sure(slot: Slot, story: Story, width: int, space: Space) -> tuple[Piece, ...]:
    """The question before a game is gone; the answer that is marked keeps it."""
    file = slot.path.name
    title = words_aside.DAMAGED_GAME
    if slot.save is not None:
        title = _about(slot, slot.save, story)[0]
    named = say(title, space.style("label", 20, 1.24, most=1.8), width, space, space.px(18))
    asked = say(words_aside.DELETE_SURE, space.style("text", 17, 1.4), width, space)
    boxes = [
        button(Label(words_aside.DELETE_NO, f"delete:{file}"), space),
        button(Label(words_aside.DELETE_YES, f"forget:{file}"), space),
    ]
    return (*glued(named), *glued(asked), row(boxes, width, space, space.px(8)))
