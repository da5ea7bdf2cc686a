"""The small story, and the pack of a night that extends it."""

from pathlib import Path
from zipfile import ZipFile

from game.play.playthrough import Playthrough, begin
from game.story import lay
from game.story.layers import Layers
from game.story.model import Story
from tests.cases import building

NIGHT = "a-night"


def with_night(folder: Path) -> Path:
    """A folder with the small story, and with a pack in packs/."""
    building.asked("clean.extended", folder)
    return folder


def laid(folder: Path, *names: str) -> Story:
    read = lay.read(Layers(folder / "story", tuple(folder / "packs" / name for name in names)))
    assert read.story is not None
    return read.story


def slept(story: Story) -> Playthrough:
    return begin(story).choose("sleep").choose("up").choose("enter")


def zipped(folder: Path) -> Path:
    """The pack as a .zip in the same place, made of its folder."""
    path = folder / "packs" / "night.zip"
    with ZipFile(path, "w") as archive:
        for file in sorted((folder / "packs" / NIGHT).rglob("*.*")):
            archive.write(file, file.relative_to(folder / "packs").as_posix())
    return path
