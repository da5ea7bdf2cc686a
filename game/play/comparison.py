"""What the player decided, beside what was really done."""

from dataclasses import dataclass

from game.story.model import Choice, History, Prose, Scene


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two choices side by side; the right-hand page is empty where a scene has no record."""

    chosen: Choice
    historical: Choice | None
    history: History | None

    @property
    def same(self) -> bool | None:
        """Whether both are the same choice; None where the record is silent."""
        return None if self.historical is None else self.historical.id == self.chosen.id

    @property
    def done(self) -> str:
        """What was really done, in a few words; nothing where there is no record."""
        if self.history is None or self.historical is None:
            return ""
        return self.history.title or self.historical.text


def account(history: History, *, is_easy: bool = False) -> Prose:
    """Return what came of it, in short sentences where they are asked for and there are any."""
    return history.text_easy if is_easy and history.text_easy else history.text


def compare(scene: Scene, choice: Choice) -> Comparison:
    if scene.history is None:
        return Comparison(choice, None, None)
    wanted = scene.history.choice.id
    historical = next((other for other in scene.choices if other.id == wanted), None)
    return Comparison(choice, historical, scene.history)
