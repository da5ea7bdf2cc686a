"""What a turn changed in the numbers that the player can see."""

from typing import NamedTuple

from game.play.playthrough import Turn
from game.story.model import Story
from game.story.rules import Variable


class Change(NamedTuple):
    variable: Variable
    before: int
    after: int

    @property
    def limits(self) -> tuple[int, int]:
        return self.variable.low, self.variable.high

    @property
    def is_cost(self) -> bool:
        """Whether it is what others pay: that rises, and is never a gain."""
        return self.variable.kind == "ledger"


def changes(story: Story, turn: Turn) -> tuple[Change, ...]:
    """Return the resources and ledgers that moved; flags are the story's own business."""
    before, after = turn.before.values, turn.after.values
    return tuple(
        Change(variable, before[name], after[name])
        for name, variable in story.variables.items()
        if variable.kind != "flag" and before[name] != after[name]
    )
