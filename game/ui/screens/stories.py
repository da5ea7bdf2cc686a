"""The stories that can be read here: choosing one closes this one and begins with its title."""

from dataclasses import dataclass, replace

from game.story.packs import Pack
from game.ui import leaf, spread, words
from game.ui.art import Cover
from game.ui.boxes import View
from game.ui.cards import Card, Seen, deck
from game.ui.pieces import say
from game.ui.screen import Desk, Open, Pop, Step, Turn
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
                pack.title,
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
                number=self.number,
                escape="close",
            ),
            space,
        )

    def press(self, key: str, desk: Desk) -> Step:
        kind, _, name = key.partition(":")
        if kind == "story" and name.isdecimal() and 0 < int(name) <= len(desk.stories):
            return Step(deeds=(Open(desk.stories[int(name) - 1].path),))
        if key == "back":
            return Step(Pop())
        page = leaf.of(key)
        if page is not None:
            return Step(Turn(replace(self, number=page)))
        return way.elsewhere(key, None, desk)


def _seen(pack: Pack) -> Seen:
    """The picture of its cover. One of countless parts would keep the others waiting."""
    drawn = pack.illustration
    letter = next((letter.upper() for letter in pack.title if letter.isalnum()), "")
    if drawn is None or len(drawn.cast) + len(drawn.props) > _MOST_PARTS:
        return Seen(None, letter)
    return Seen(Cover(drawn, pack.path), letter)


def _below(pack: Pack, desk: Desk) -> str:
    """Who wrote it; the name of its file where that is unknown, or another has the same title."""
    is_alone = [other.title for other in desk.stories].count(pack.title) == 1
    file = "" if (pack.author and is_alone) or pack.path.name == pack.title else pack.path.name
    return " · ".join(part for part in (pack.author, file) if part)
