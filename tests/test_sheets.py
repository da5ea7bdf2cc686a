"""The contact sheets: everything by its name, on one picture."""

import itertools
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import pytest
from PIL import Image

from game import cli, paths
from game.stage import catalogue
from game.stage.catalogue import Catalogue
from tests.cases import building

Thing = TypeVar("Thing")


def few(things: Mapping[str, Thing], count: int = 2) -> Mapping[str, Thing]:
    return dict(itertools.islice(things.items(), count))


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> Catalogue:
    """The first few parts of each kind, so that a sheet of them is soon drawn."""
    whole = catalogue.scan(paths.assets())
    known = replace(
        whole,
        backdrops=few(whole.backdrops),
        figures=few(whole.figures, 1),
        props=few(whole.props),
        moods=few(whole.moods),
    )
    monkeypatch.setattr(catalogue, "scan", lambda _: known)
    return known


@pytest.mark.usefixtures("small")
def test_all_parts_are_on_their_sheet(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["sheet", "parts", "-o", str(tmp_path / "parts.png")]) == 0
    assert "parts.png is written." in capsys.readouterr().out
    with Image.open(tmp_path / "parts.png") as sheet:
        assert sheet.width > 1900
        assert len(sheet.getcolors(1 << 24) or []) > 1000


@pytest.mark.usefixtures("small")
def test_all_scenes_are_on_their_sheet(tmp_path: Path) -> None:
    story = str(building.build("clean", tmp_path))
    assert cli.main(["sheet", "scenes", "--story", story, "-o", str(tmp_path / "all.png")]) == 0
    with Image.open(tmp_path / "all.png") as sheet:
        # Two chapters: a heading each, and one row of scenes.
        assert 500 < sheet.height < 800


@pytest.mark.usefixtures("small")
def test_where_it_cannot_be_written_it_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["sheet", "parts", "-o", str(tmp_path / "no" / "parts.png")]) == 2
    assert "cannot be written" in capsys.readouterr().err
