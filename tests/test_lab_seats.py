"""Whatever happens at two seats and to the share between them, every game is somewhere."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.lab import variables
from game.lab.copies import meet
from game.play import keeping
from tests.pupil import AUTOSAVE, game, games

SEATS = ("one", "two")
steps = st.tuples(
    st.sampled_from(SEATS), st.sampled_from(("play", "again", "meet", "start", "away", "back"))
)


@settings(max_examples=60, deadline=None)
@given(st.lists(steps, max_size=14))
def test_whatever_happens_every_game_is_somewhere(
    tmp_path_factory: pytest.TempPathFactory, done: Sequence[tuple[str, str]]
) -> None:
    folder = tmp_path_factory.mktemp("lab")
    there = folder / "there"
    there.mkdir()
    written: set[tuple[str, ...]] = set()
    now: dict[str, tuple[str, ...]] = {}
    for number, (seat, step) in enumerate(done):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(variables, "computer", lambda seat=seat: seat)
            _do(step, seat, folder, number, now, written)
    _do("back", "one", folder, 0, now, written)
    for seat in (*SEATS, *SEATS):
        meet(folder / seat, there, whole=True)
    found = games(there)
    for played in written:
        assert any(each[: len(played)] == played for each in found), (played, found)


def _do(
    step: str,
    seat: str,
    folder: Path,
    number: int,
    now: dict[str, tuple[str, ...]],
    written: set[tuple[str, ...]],
) -> None:
    there, gone = folder / "there", folder / "gone"
    if step in ("play", "again"):
        # Who begins again gives up the game before it, and means to.
        lost = now.get(seat, ()) if step == "again" else ()
        if lost and not any(other == lost for who, other in now.items() if who != seat):
            written.discard(lost)
        now[seat] = (*(() if step == "again" else now.get(seat, ())), f"{seat}-{number}")
        # As the program does it: a game of the other seat that lies here is put aside.
        keeping.write((folder / seat / AUTOSAVE).parent, game(*now[seat]))
        written.difference_update({now[seat][:-1]})
        written.add(now[seat])
    elif step == "away" and there.is_dir():
        there.rename(gone)
        there.touch()
    elif step == "back" and gone.exists():
        there.unlink()
        gone.rename(there)
    elif step in ("meet", "start"):
        meet(folder / seat, there, whole=step == "start")
        found = games(folder / seat)
        if now.get(seat) not in found:
            now.pop(seat, None)
