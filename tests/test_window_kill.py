"""Killed at any moment, the window has written down every decision that it had shown as taken.

POWER_STRUGGLE_KILLS says how often; every run goes on from what the one before it left behind.
"""

import os
import random
import shutil
from pathlib import Path
from threading import Timer
from typing import NamedTuple

import pytest

from game.play import save
from game.play.playthrough import Decision
from tests import xvfb
from tests.twin import Twin, historical, twin
from tests.xvfb import Program, kept, program, until

pytestmark = [
    pytest.mark.window,
    pytest.mark.skipif(bool(xvfb.MISSING), reason=f"not installed here: {xvfb.MISSING}"),
]
TIMES = int(os.environ.get("POWER_STRUGGLE_KILLS", "8"))
_MORE = 12

Decisions = tuple[Decision, ...]


class Life(NamedTuple):
    """The decisions that were seen on the screen, and those that were asked for with keys."""

    seen: Decisions
    asked: Decisions


def is_over(same: Twin) -> bool:
    return same.play is not None and same.play.is_over


def decisions(same: Twin, otherwise: Decisions) -> Decisions:
    return same.play.decisions if same.play is not None else otherwise


def read_on(real: Program, same: Twin, seen: Decisions) -> Life:
    """Read and decide until the program is dead or the story is over."""
    asked = seen
    while real.is_alive and not is_over(same):
        same.key(historical(same))
        asked = decisions(same, asked)
        # After every key, for two decisions are asked about by the same title.
        until(lambda: not real.is_alive or same.is_seen, "the screen of the twin")
        seen = asked if real.is_alive else seen
    return Life(seen, asked)


def lived(display: str, data: Path, copy: Path, seconds: float) -> Life:
    """Go on with the game that lies in ``data`` and be killed after some seconds."""
    before = kept(data)
    shutil.rmtree(copy, ignore_errors=True)
    if before is not None:
        shutil.copytree(data, copy)
    with program(display, data) as real, twin(real, copy) as same:
        same.agree()
        alarm = Timer(seconds, real.process.kill)
        alarm.start()
        life = read_on(real, same, before.decisions if before is not None else ())
        alarm.join()
        real.process.wait()
        if is_over(same):
            shutil.rmtree(data)
        return life


def test_no_decision_that_was_shown_is_lost(tmp_path: Path) -> None:
    chance = random.Random(1940)
    data, most = tmp_path / "real", 0
    with xvfb.screen() as display:
        for number in range(TIMES + _MORE):
            if number >= TIMES and most > 1:
                break
            # A busy computer may need longer lives to decide anything in them.
            longest = 2 * max(1, number - TIMES + 2)
            life = lived(display, data, tmp_path / "twin", chance.uniform(0, longest))
            for path in data.glob("saves/*/autosave.json"):
                found = save.read(path)
                assert found.sentence == ""
                written = found.save.decisions
                assert written == life.asked[: len(written)]
                assert len(life.seen) <= len(written) <= len(life.seen) + 1
                most = max(most, len(written))
    assert most > 1
