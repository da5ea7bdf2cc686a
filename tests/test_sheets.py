"""The contact sheets: everything by its name, on one picture."""

import itertools
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import pygame
import pytest
from PIL import Image

from game import cli, paths
from game.stage import catalogue
from game.stage.catalogue import Catalogue
from game.ui import contact
from game.ui.contact import Cell, Section
from game.ui.paint.fonts import Fonts
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
    told = capsys.readouterr()
    assert "parts.png is written." in told.out
    assert "Every part is drawn now" in told.err
    with Image.open(tmp_path / "parts.png") as sheet:
        assert sheet.width > 1900
        assert len(sheet.getcolors(1 << 24) or []) > 1000


def test_what_needs_room_goes_on_on_another_page(tmp_path: Path) -> None:
    fonts = Fonts(paths.assets() / "fonts")
    cells = [Cell(pygame.Surface((900, 500)), str(number), "", "So it is.") for number in range(9)]
    sections = [Section("One", cells), Section("Two", cells[:1])]
    written = list(contact.write(sections, fonts, tmp_path / "all.png"))
    assert [path.name for path in written] == ["all-1.png", "all-2.png"]
    sizes = []
    for path in written:
        with Image.open(path) as page:
            sizes.append(page.size)
    assert {width for width, _ in sizes} == {1934}
    assert all(height <= 2500 for _, height in sizes)


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
