"""Every name in the catalogue has its drawing, its baked parts, and room on the stage."""

import json
from pathlib import Path

import pytest

from game import paths
from game.stage import catalogue
from game.stage.images import files
from tests.drawing import shipped

PARTS = sorted(shipped().parts.values())
DRAWINGS = paths.assets() / "parts"
LARGEST_ART = 12_000_000


@pytest.mark.parametrize("name", sorted(shipped().backdrops))
def test_a_backdrop_has_all_its_layers(name: str) -> None:
    backdrop = shipped().backdrops[name]
    assert backdrop.layers
    assert [layer.part for layer in backdrop.layers if layer.part not in shipped().parts] == []
    assert [layer.depth for layer in backdrop.layers] == sorted(
        layer.depth for layer in backdrop.layers
    )
    assert backdrop.mood in shipped().moods
    assert 0 < backdrop.focus < 1280
    assert backdrop.side in (-1, 0, 1)


@pytest.mark.parametrize("name", sorted(shipped().backdrops))
def test_a_backdrop_fills_the_picture(name: str) -> None:
    """The rearmost layer reaches beyond every edge, so that a view moved aside has no gap."""
    part = shipped().parts[shipped().backdrops[name].layers[0].part]
    assert part.left <= -40
    assert part.top <= -24
    assert part.left + part.width >= 1320
    assert part.top + part.height >= 744


@pytest.mark.parametrize("name", sorted(shipped().figures))
def test_a_figure_has_every_expression_and_pose(name: str) -> None:
    figure = shipped().figures[name]
    wanted = [f"{figure.drawing}.{expression}.{pose}" for expression, pose in figure.looks]
    assert {expression for expression, _ in figure.looks} == set(figure.expressions)
    assert {pose for _, pose in figure.looks} == set(figure.poses)
    assert [part for part in wanted if part not in shipped().parts] == []
    assert {figure.quiet, figure.loud} <= set(figure.poses)
    assert figure.part("", "") in wanted
    assert figure.part("weeping", "flying") in wanted


@pytest.mark.parametrize("name", sorted(shipped().props))
def test_a_prop_has_its_parts(name: str) -> None:
    prop = shipped().props[name]
    assert prop.copies
    assert [copy.part for copy in prop.copies if copy.part not in shipped().parts] == []


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.name)
def test_a_baked_part_is_as_large_as_the_index_says(part: catalogue.Part) -> None:
    width, height = files.size(Path(part.files.flat))
    assert (width, height) == pytest.approx(
        (part.width * part.scale, part.height * part.scale), abs=1
    )
    if part.small is not None:
        assert files.size(Path(part.small.flat)) == pytest.approx(
            (width * 2 / 3, height * 2 / 3), abs=1
        )


def test_nothing_is_baked_or_drawn_that_nobody_asks_for() -> None:
    index = json.loads((paths.assets() / "baked" / "index.json").read_text(encoding="utf-8"))
    rows = index["parts"].values()
    keys = ("flat", "tone", "small_flat", "small_tone")
    named = {row[key] for row in rows for key in keys if key in row}
    lying = {file.name for file in (paths.assets() / "baked").iterdir()}
    assert lying - named == {"index.json", "noise.png", "paper.jpg"}
    assert named <= lying
    used = {part.name.split(".")[0] for part in PARTS}
    assert {file.stem for file in DRAWINGS.glob("*.svg")} <= used


def test_the_art_is_small_enough_to_carry() -> None:
    total = sum(file.stat().st_size for file in (paths.assets() / "baked").iterdir())
    assert total < LARGEST_ART


def test_a_folder_with_nothing_in_it_is_an_empty_catalogue(tmp_path: Path) -> None:
    found = catalogue.scan(tmp_path)
    assert not found.backdrops
    assert len(found.troubles) == 2


@pytest.mark.parametrize(
    "text",
    ["", "[1, 2]", "{", '{"x": 3}', '{"x": {"layers": [3, [], ["a", "b"]], "seat": ["a", 1, 2]}}'],
)
def test_a_damaged_list_stops_nothing(tmp_path: Path, text: str) -> None:
    (tmp_path / "catalogue").mkdir()
    for name in ("backdrops", "figures", "props", "moods"):
        (tmp_path / "catalogue" / f"{name}.json").write_text(text, encoding="utf-8")
    assert set(catalogue.scan(tmp_path).backdrops) <= {"x"}


def test_the_index_cannot_name_a_file_elsewhere(tmp_path: Path) -> None:
    baked = tmp_path / "baked"
    baked.mkdir()
    (tmp_path / "secret.webp").write_bytes(b"")
    row = {"flat": "../secret.webp", "box": [0, 0, 1, 1, 1]}
    (baked / "index.json").write_text(json.dumps({"parts": {"a": row}}), encoding="utf-8")
    assert not catalogue.scan(tmp_path).parts


def test_the_stamp_changes_with_the_art(tmp_path: Path) -> None:
    before = catalogue.scan(tmp_path).stamp
    (tmp_path / "catalogue").mkdir()
    (tmp_path / "catalogue" / "moods.json").write_text("{}", encoding="utf-8")
    assert catalogue.scan(tmp_path).stamp != before
