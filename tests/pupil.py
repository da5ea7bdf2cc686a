"""The game of one pupil in a folder, here or on a share."""

from pathlib import Path

from game.play import save
from game.play.playthrough import Decision
from game.play.save import Save

AUTOSAVE = Path("saves/story/autosave.json")


def game(*choices: str, reason: str = "") -> Save:
    return Save("story", "Anna", "", tuple(Decision("scene", each, reason) for each in choices))


def play(folder: Path, *choices: str, reason: str = "") -> None:
    save.write(folder / AUTOSAVE, game(*choices, reason=reason))


def games(folder: Path) -> set[tuple[str, ...]]:
    found = save.listing(folder / AUTOSAVE.parent)
    return {tuple(each.choice for each in slot.save.decisions) for slot in found if slot.save}
