"""Stories go to Twine and come back as they were."""

import shutil
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass, replace
from pathlib import Path

import pytest

from game import paths
from game.author import from_twine, gathered, stories, twine
from game.author.from_twine import Imported
from game.cli import main
from game.story import lay, load
from game.story.layers import Layers
from game.story.problem import Mark
from tests import screens
from tests.cases import building
from tests.twining import loaded, ways

# Some pictures that are no part of a story.
SHOTS = paths.author() / "manual"


def example(folder: Path) -> Path:
    return stories.made(stories.Wish(folder / "july", like="example"), {})


STORIES: dict[str, Callable[[Path], Path]] = {
    "shipped": lambda _: paths.story(),
    "example": example,
    "base of packs": lambda folder: building.build("clean", folder),
    "hinges": lambda folder: building.build("never-offered.together", folder),
}


@pytest.mark.parametrize("which", STORIES)
def test_a_story_comes_back_from_twine_letter_for_letter(which: str, tmp_path: Path) -> None:
    folder = STORIES[which](tmp_path)
    story = load.load(folder).story
    assert story is not None
    theirs = from_twine.imported(twine.exported(story, gathered.gathered(folder, story)))
    assert theirs.files == gathered.texts(folder)
    assert theirs == Imported(theirs.files, is_ours=True)


@pytest.mark.parametrize(
    "case", ["clean.extended", "clean.contender", "clean.behind", "clean.behind-two"]
)
def test_a_story_comes_back_with_its_packs(case: str, tmp_path: Path) -> None:
    first, *others = building.asked(case, tmp_path)
    ours = lay.read(Layers(tmp_path / "story", (first, *others))).story
    assert ours is not None
    assert ours.packs
    theirs = loaded(
        twine.exported(ours, gathered.gathered(tmp_path / "story", ours)), tmp_path / "back"
    )
    assert bare(theirs) == bare(replace(ours, packs=()))
    assert list(theirs.chapters) == list(ours.chapters)


def bare(value: object) -> object:
    """A value without the places where its parts stand."""
    if isinstance(value, Mark):
        return None
    if is_dataclass(value):
        return bare([getattr(value, field.name) for field in fields(value)])
    if isinstance(value, Mapping):
        return {name: bare(part) for name, part in value.items()}
    return list(map(bare, value)) if isinstance(value, list | tuple) else value


def test_without_what_is_kept_a_story_comes_back_with_all_its_ways(tmp_path: Path) -> None:
    ours = screens.story()
    theirs = loaded(twine.exported(ours, {}), tmp_path)
    assert ways(theirs) == ways(ours)
    assert theirs.start.id == ours.start.id
    assert theirs.title == ours.title


def test_the_commands_go_there_and_back(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path, folder = tmp_path / "story.twee", tmp_path / "back"
    assert main(["export", "--twee", "-o", str(path)]) == 0
    told = capsys.readouterr().out
    assert "Twine does not show, and never asks: " in told
    assert " outcomes, " in told
    assert main(["import", "--twee", str(path), str(folder)]) == 0
    assert "Nothing was changed in Twine: every file is as it was." in capsys.readouterr().out
    assert load.load(folder).story is not None
    assert main(["import", str(path), str(folder)]) == 2


def test_pictures_to_be_copied_are_those_of_scenes_and_of_people(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = building.build("clean", tmp_path)
    shutil.copy(next(SHOTS.glob("*.jpg")), folder / "face.jpg")
    with (folder / "people.yaml").open("a", encoding="utf-8") as people:
        people.write("krupskaya: {name: Nadezhda Krupskaya, picture: face.jpg, credit: By me}\n")
    assert main(["export", "--twee", "-o", str(tmp_path / "story.twee"), str(folder)]) == 0
    told = capsys.readouterr().out
    assert "Not in the file, and to be copied by hand: face.jpg." in told.splitlines()
