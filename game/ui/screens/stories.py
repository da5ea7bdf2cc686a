"""The stories that can be read here, and the packs that can be laid on the one that is open.

Choosing a story closes this one and begins with its title; choosing a pack switches it on or off.
"""

from dataclasses import dataclass, replace

from game.story import library
from game.story.library import Shelved
from game.story.packs import Pack
from game.ui import leaf, spread, words, words_packs, words_school
from game.ui.art import Cover
from game.ui.boxes import View
from game.ui.cards import Card, Seen, deck
from game.ui.entries import glued
from game.ui.flow import Piece
from game.ui.pieces import Label, button, row, say
from game.ui.screen import Desk, Extend, Lay, Open, Pop, Say, Settle, Step, Turn
from game.ui.screens import way
from game.ui.space import Space
from game.ui.spread import Spread

_MOST_PARTS = 30


@dataclass(frozen=True, slots=True)
class StoriesScreen:
    number: int = 0

    def view(self, desk: Desk, space: Space) -> View:
        width = spread.column(space)
        cards = [
            Card(
                _title(pack, desk),
                _below(pack, desk),
                f"story:{number}",
                str(number) if number < 10 else "·",
                seen=_seen(pack),
            )
            for number, pack in enumerate(desk.stories, 1)
        ]
        return spread.view(
            Spread(
                words.STORIES,
                (
                    *spread.slab(words.STORIES, "", "red", space, width),
                    *say(words.STORIES_ABOUT, space.small, width, space, space.px(12)),
                    *(piece._replace(gap=space.px(11)) for piece in deck(cards, width, space)),
                ),
                # Without packs the stories flow through both columns.
                _packs(desk, width, space) or None,
                number=self.number,
                escape="close",
            ),
            space,
        )

    def press(self, key: str, desk: Desk) -> Step:
        kind, _, name = key.partition(":")
        if kind == "story" and name.isdecimal() and 0 < int(name) <= len(desk.stories):
            return Step(deeds=(Open(desk.stories[int(name) - 1].path),))
        if kind in ("pack", "faults") and name.isdecimal() and 0 < int(name) <= len(desk.packs):
            return (
                Step(Lay(key.replace(":", "/"))) if kind == "faults" else _switched(int(name), desk)
            )
        if key == "back":
            return Step(Pop())
        page = leaf.of(key)
        if page is not None:
            return Step(Turn(replace(self, number=page)))
        return way.elsewhere(key, None, desk)


def _packs(desk: Desk, width: int, space: Space) -> tuple[Piece, ...]:
    """The packs for the story that is open, and what is wrong with those that do not fit."""
    if not desk.packs:
        return ()
    pieces = [*spread.slab(words_packs.PACKS, "", "slate", space, width)]
    pieces += say(words_packs.PACKS_ABOUT, space.small, width, space, space.px(12))
    for number, shelved in enumerate(desk.packs, 1):
        count = len(desk.stories) + number
        pack, is_on, problems, _ = shelved
        is_fixed = desk.lab.packs is not None
        below = words_packs.state(pack.author, len(problems), is_on=is_on, is_fixed=is_fixed)
        mark = str(count) if count < 10 else "·"
        card = Card(pack.title, below, f"pack:{number}", mark, is_on=is_on, seen=_seen(pack))
        pieces += _pack(shelved, card, width, space)
    return tuple(pieces)


def _pack(shelved: Shelved, card: Card, width: int, space: Space) -> tuple[Piece, ...]:
    """The card of a pack, and under it a button that tells what is wrong, if anything is."""
    dealt = tuple(piece._replace(gap=space.px(11)) for piece in deck([card], width, space))
    if not shelved.problems:
        return dealt
    name = f"{words_packs.WHAT_IS_WRONG}: {shelved.pack.title}"
    label = Label(words_packs.WHAT_IS_WRONG, card.key.replace("pack", "faults"), name=name)
    return (*glued(dealt), row([button(label, space)], width, space, space.px(8)))


def _switched(number: int, desk: Desk) -> Step:
    """Switch a pack on or off; those of other stories stay as they are."""
    if desk.lab.packs is not None:
        return Step(deeds=(Say(words_school.SET_BY_SCHOOL),))
    if not desk.packs[number - 1].can_be_switched:
        return Step(Lay(f"faults/{number}"))
    now = library.switched(desk.packs, number - 1, desk.settings.packs)
    return Step(deeds=(Settle(replace(desk.settings, packs=now)), Extend(now)))


def _seen(pack: Pack) -> Seen:
    """The picture of its cover. One of countless parts would keep the others waiting."""
    drawn = pack.illustration
    letter = next((letter.upper() for letter in pack.title if letter.isalnum()), "")
    if drawn is None or len(drawn.cast) + len(drawn.props) > _MOST_PARTS:
        return Seen(None, letter)
    return Seen(Cover(drawn, pack.path), letter)


def _title(pack: Pack, desk: Desk) -> str:
    """Of stories with one title all but the first, as a changed copy is, have their file beside."""
    return pack.title if _is_first(pack, desk) else f"{pack.title} · {pack.path.stem}"


def _below(pack: Pack, desk: Desk) -> str:
    """Who wrote it; the name of its file where that is unknown, or another has the same title."""
    is_alone = [other.title for other in desk.stories].count(pack.title) == 1
    is_told = (pack.author and is_alone) or pack.path.name == pack.title
    file = "" if is_told or not _is_first(pack, desk) else pack.path.name
    return " · ".join(part for part in (pack.author, file) if part)


def _is_first(pack: Pack, desk: Desk) -> bool:
    return next(other for other in desk.stories if other.title == pack.title) is pack
