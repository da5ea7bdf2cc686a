"""Going to any scene: some letters of its name, and those that have them."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from game.play import order
from game.play.playthrough import begin
from game.story.model import Scene, Story
from game.ui import leaf, spread
from game.ui import words_preview as words
from game.ui.boxes import View
from game.ui.cards import Card, deck
from game.ui.editor import Editor
from game.ui.pieces import say
from game.ui.screen import Desk, Pop, Restart, Step, Turn
from game.ui.screens import aside
from game.ui.space import Space
from game.ui.spread import Spread
from game.ui.writing import line

_SHOWN = 7


@dataclass(frozen=True, slots=True)
class JumpScreen:
    editor: Editor
    number: int = 0

    def view(self, desk: Desk, space: Space) -> View:
        width = spread.column(space)
        found = matching(self.editor.text, _in_order(desk.story))
        cards = [Card(scene.title, scene.id, f"jump:{scene.id}", "") for scene in found[:_SHOWN]]
        none = say(words.JUMP_NONE, space.note, width, space, space.px(12))
        shown = spread.view(
            Spread(
                words.JUMP,
                (
                    *spread.slab(words.JUMP, "", "slate", space, width),
                    *say(words.JUMP_PROMPT, space.body, width, space, space.px(16)),
                    line(self.editor, width, space),
                ),
                deck(cards, width, space) if cards else none,
                number=self.number,
                can_return=False,
                escape="close",
                away=aside.AWAY,
            ),
            space,
        )
        return replace(shown, onward=f"jump:{found[0].id}" if found else "")

    def write(self, edited: Editor) -> Step:
        return Step(Turn(JumpScreen(edited)))

    def press(self, key: str, desk: Desk) -> Step:
        kind, _, scene = key.partition(":")
        if kind == "jump":
            return Step(Restart("scene/0", begin(desk.story, scene)))
        number = leaf.of(key)
        if number is not None:
            return Step(Turn(replace(self, number=number)))
        return Step(Pop()) if key == "close" else Step()


def _in_order(story: Story) -> Iterable[Scene]:
    return (story.scenes[name] for name in order.scenes(story))


def matching(letters: str, scenes: Iterable[Scene]) -> list[Scene]:
    """The scenes whose name or title has these letters; those that begin with them first."""
    wanted = letters.lower().strip()
    found = [scene for scene in scenes if wanted in f"{scene.id}\n{scene.title.lower()}"]
    return sorted(found, key=lambda scene: not scene.id.startswith(wanted))
