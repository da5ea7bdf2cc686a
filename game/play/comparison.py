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
    def same(self) -> bool:
        return self.historical is not None and self.historical.id == self.chosen.id


def account(history: History, *, is_easy: bool = False) -> Prose:
    """Return what came of it, in short sentences where they are asked for and there are any."""
    return history.text_easy if is_easy and history.text_easy else history.text


def compare(scene: Scene, choice: Choice) -> Comparison:
    if scene.history is None:
        return Comparison(choice, None, None)
    wanted = scene.history.choice.id
    historical = next((other for other in scene.choices if other.id == wanted), None)
    return Comparison(choice, historical, scene.history)
