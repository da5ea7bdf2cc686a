"""What saved games know of the packs that extend a story."""

from pathlib import Path

import pytest

from game.play import save
from game.play.playthrough import begin
from tests import extending
from tests.extending import NIGHT, laid, slept


@pytest.fixture(name="folder")
def _folder(tmp_path: Path) -> Path:
    return extending.with_night(tmp_path)


def test_a_saved_game_knows_its_packs(folder: Path) -> None:
    play = slept(laid(folder, NIGHT))
    kept = save.from_text(save.to_text(save.of(play)))
    assert kept.packs == {"night": "A night in Smolny"}
    assert save.resume(play.story, kept) == (play, "")
    assert save.of(begin(laid(folder))).packs == {}


def test_a_game_whose_pack_is_missing_goes_on_as_far_as_it_can(folder: Path) -> None:
    kept = save.of(slept(laid(folder, NIGHT)))
    resumed = save.resume(laid(folder), kept)
    assert resumed.play.scene.id == "smolny"
    assert resumed.sentence == (
        "'A night in Smolny' was switched on when you saved, and is not now; 3 of your 3 decisions "
        "no longer fit. You are at 'The corridors of Smolny'."
    )


def test_a_game_that_needs_no_pack_goes_on(folder: Path) -> None:
    kept = save.of(begin(laid(folder, NIGHT)).choose("wait"))
    resumed = save.resume(laid(folder), kept)
    assert len(resumed.play.turns) == 1
    assert "your decisions fit all the same" in resumed.sentence
    begun = save.of(begin(laid(folder, NIGHT)))
    assert save.resume(laid(folder), begun).sentence == ""


@pytest.mark.parametrize("packs", ["[]", '{"night": 3}', '"night"', "null"])
def test_a_save_with_odd_packs_is_damaged(folder: Path, packs: str) -> None:
    text = save.to_text(save.of(begin(laid(folder, NIGHT))))
    with pytest.raises(save.BadSave, match="damaged"):
        save.from_text(text.replace('{"night": "A night in Smolny"}', packs))
