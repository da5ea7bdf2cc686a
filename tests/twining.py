"""Stories as they come from Twine: loaded, with all their ways."""

from pathlib import Path

from game.author import from_twine, twine
from game.story import load
from game.story.model import Story


def ways(story: Story) -> set[tuple[str, str, str]]:
    """Every choice: its scene, its words, and where it leads."""
    return {
        (scene.id, twine.safe(choice.text), branch.scene.id)
        for scene in story.scenes.values()
        for choice in scene.choices
        for branch in choice.goto
    }


def loaded(text: str, folder: Path) -> Story:
    for name, made in from_twine.imported(text).files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(made, encoding="utf-8")
    found = load.load(folder)
    assert found.story is not None, found.problems[:3]
    return found.story
