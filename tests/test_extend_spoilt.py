"""Packs that are spoilt are laid on or left out with a sentence."""

import random
from pathlib import Path

import pytest

from game.story import lay
from game.story.layers import Layers
from tests import extending
from tests.cases import building
from tests.extending import NIGHT, zipped


@pytest.fixture(name="folder")
def _folder(tmp_path: Path) -> Path:
    return extending.with_night(tmp_path)


def test_a_pack_spoilt_anywhere_is_laid_on_or_left_out(folder: Path) -> None:
    path = zipped(folder)
    whole = path.read_bytes()
    chance = random.Random(7)
    for _ in range(120):
        spoilt = bytearray(whole)
        for _ in range(chance.choice((1, 3, 30))):
            spoilt[chance.randrange(len(spoilt))] = chance.randrange(256)
        path.write_bytes(spoilt[: chance.choice((len(spoilt), chance.randrange(len(spoilt))))])
        read = lay.read(Layers(folder / "story", (path,)))
        assert read.story is not None
        assert len(read.story.packs) + len(read.left_out) == 1
        assert all(left.problems for left in read.left_out)


@pytest.mark.parametrize("name", building.names())
def test_whatever_is_wrong_with_a_story_is_wrong_with_a_pack(name: str, tmp_path: Path) -> None:
    """Each case of a story, with the cover of a pack, is laid on or left out with a sentence."""
    try:
        spoilt = building.build(name, tmp_path / "spoilt")
    except (OSError, NotImplementedError, AttributeError) as error:
        pytest.skip(f"This system cannot make such a file: {error}")
    good = building.build("clean", tmp_path / "good")
    if spoilt.is_dir() and not (spoilt / "story.yaml").is_symlink():
        cover = "title: A\nid: another\nextends: small\n"
        (spoilt / "story.yaml").write_text(cover, encoding="utf-8")
    read = lay.read(Layers(good, (spoilt,)))
    assert read.story is not None
    assert len(read.story.packs) + len(read.left_out) == 1
    assert all(left.problems for left in read.left_out)


def test_a_pack_may_not_link_out_of_its_folder(folder: Path) -> None:
    pack = folder / "packs" / NIGHT
    try:
        (pack / "1-october" / "out.yaml").symlink_to(folder / "story" / "story.yaml")
    except (OSError, NotImplementedError) as error:
        pytest.skip(f"This system cannot make such a file: {error}")
    (left,) = lay.read(Layers(folder / "story", (pack,))).left_out
    assert [problem.code for problem in left.problems] == ["link-out"]


def test_ten_thousand_additions_are_read(folder: Path) -> None:
    pack = folder / "packs" / NIGHT
    lines = [f"s-{number}: {{}}" for number in range(10_000)]
    (pack / "additions.yaml").write_text("\n".join(lines), encoding="utf-8")
    (left,) = lay.read(Layers(folder / "story", (pack,))).left_out
    assert len(left.problems) >= 10_000
