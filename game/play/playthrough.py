"""The player's way through a story: decisions, turns, and what was taken back."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from game.play import comparison, state
from game.play.comparison import Comparison
from game.play.state import Offer, State
from game.story.model import Choice, Scene, Story

# The most letters that one typed answer keeps: a long page. A save holds no longer ones.
LONGEST = 4_000


class NotOffered(ValueError):
    """A choice that this scene does not offer now."""


class Decision(NamedTuple):
    """What was chosen where, and the player's own sentence why."""

    scene: str
    choice: str
    reason: str = ""


class TakenBack(NamedTuple):
    """A change of mind: the number of the turn, counted from 1, and what had been decided there."""

    turn: int
    decision: Decision


@dataclass(frozen=True, slots=True)
class Turn:
    """A decision and all that it did."""

    decision: Decision
    before: State
    after: State
    comparison: Comparison


@dataclass(frozen=True, slots=True)
class Playthrough:
    """Everything that has happened; choosing makes a longer one, undo a shorter one.

    ``notes`` holds every other sentence typed or answer picked; see ``play.notes`` for the keys.
    """

    story: Story
    origin: str
    turns: tuple[Turn, ...] = ()
    taken_back: tuple[TakenBack, ...] = ()
    notes: Mapping[str, str] = field(default_factory=dict)

    @property
    def state(self) -> State:
        return self.turns[-1].after if self.turns else state.start(self.story, self.origin)

    @property
    def scene(self) -> Scene:
        return self.story.scenes[self.turns[-1].after.scene if self.turns else self.origin]

    @property
    def left(self) -> Scene:
        """The scene of the last decision; before the first one, the scene where it begins."""
        return self.story.scenes[self.turns[-1].before.scene if self.turns else self.origin]

    @property
    def offers(self) -> tuple[Offer, ...]:
        return state.offers(self.scene, self.state.values)

    @property
    def is_over(self) -> bool:
        return not self.scene.choices

    @property
    def decisions(self) -> tuple[Decision, ...]:
        return tuple(turn.decision for turn in self.turns)

    def choose(self, choice: str, reason: str = "") -> "Playthrough":
        turn = take(self.story, self.state, Decision(self.scene.id, choice, kept(reason)))
        return replace(self, turns=(*self.turns, turn))

    def undo(self) -> "Playthrough":
        if not self.turns:
            return self
        changed_mind = TakenBack(len(self.turns), self.turns[-1].decision)
        return replace(self, turns=self.turns[:-1], taken_back=(*self.taken_back, changed_mind))

    def give_reason(self, text: str) -> "Playthrough":
        """Write down why the last decision was taken."""
        if not self.turns:
            return self
        last = self.turns[-1]
        turn = replace(last, decision=last.decision._replace(reason=kept(text)))
        return replace(self, turns=(*self.turns[:-1], turn))

    def note(self, key: str, text: str) -> "Playthrough":
        return replace(self, notes={**self.notes, key: kept(text)})


class Replayed(NamedTuple):
    """How far decisions still fit a story, and those that no longer do."""

    play: Playthrough
    dropped: tuple[Decision, ...]


def kept(text: str) -> str:
    """Return typed text as we keep it: no letters that steer a screen, and not without end."""
    shown = "".join(letter if letter.isprintable() or letter == "\n" else " " for letter in text)
    return shown.strip()[:LONGEST]


def offered(scene: Scene, at: State, wanted: str) -> Choice:
    for offer in state.offers(scene, at.values):
        if offer.choice.id == wanted and offer.is_open:
            return offer.choice
    message = f"The scene '{scene.id}' does not offer '{wanted}' now."
    raise NotOffered(message)


def take(story: Story, before: State, decision: Decision) -> Turn:
    scene = story.scenes[before.scene]
    choice = offered(scene, before, decision.choice)
    values = state.apply(story, before.values, choice.effects)
    after = State(state.leads_to(choice, values), values)
    return Turn(decision, before, after, comparison.compare(scene, choice))


def begin(story: Story, scene: str = "") -> Playthrough:
    """Return a playthrough at the story's start, or at a scene that the story has."""
    return Playthrough(story, scene or story.start.id)


def replay(story: Story, origin: str, decisions: Iterable[Decision]) -> Replayed:
    """Take decisions again for as long as they fit. An unknown origin fits none of them.

    A pack that puts scenes behind choices may have been switched on or off since. Whatever was
    decided in a scene that is not there is passed over, and so is a scene of a pack in which
    nothing was decided.
    """
    wanted = tuple(decisions)
    if origin and origin not in story.scenes:
        return Replayed(begin(story), wanted)
    play = begin(story, origin)
    at = play.state
    turns: list[Turn] = []
    passed: list[Decision] = []
    for number, decision in enumerate(wanted):
        if decision.scene not in story.scenes:
            passed.append(decision)
            continue
        at = at if at.scene == decision.scene else _past(story, at, decision.scene)
        turn = _taken(story, at, decision)
        if turn is None:
            passed += wanted[number:]
            break
        turns.append(turn)
        at = turn.after
    return Replayed(replace(play, turns=tuple(turns)), tuple(passed))


def _taken(story: Story, at: State, decision: Decision) -> Turn | None:
    try:
        return take(story, at, decision) if at.scene == decision.scene else None
    except NotOffered:
        return None


def _past(story: Story, at: State, wanted: str) -> State:
    """Where a game goes on that knows nothing of scenes that packs have put in between."""
    behind = {scene for pack in story.packs for scene in pack.behind}
    waiting = [at.scene]
    seen: set[str] = set()
    while waiting:
        name = waiting.pop()
        if name == wanted:
            return State(wanted, at.values)
        if name in behind and name not in seen:
            seen.add(name)
            choices = story.scenes[name].choices
            waiting += [state.leads_to(choice, at.values) for choice in choices]
    return at
