"""Some six hundred stories from hostile or careless hands: each gets a sentence, or plays.

They are tried in processes of their own, of which the system counts what they use.
"""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.hostile import groups

# Seconds by the clock for all cases of a group: only what waits for ever takes so long.
_PATIENCE = 500
MOST_MEGABYTES = 500
_ALL = [(group, name) for group in groups.NAMES for name in groups.of(group)]


class Tried(NamedTuple):
    outcome: str
    megabytes: int


Results = Mapping[tuple[str, str], Tried]


@pytest.fixture(scope="module", name="results")
def _results(tmp_path_factory: pytest.TempPathFactory) -> Results:
    folder = tmp_path_factory.mktemp("hostile")
    environment = {**os.environ, "SDL_VIDEODRIVER": "dummy", "SDL_AUDIODRIVER": "dummy"}
    running = [
        subprocess.Popen(
            [sys.executable, "-W", "ignore", "-m", "tests.hostile", group, str(folder)],
            cwd=Path(__file__).parents[1],
            env=environment,
            stdout=subprocess.DEVNULL,
        )
        for group in groups.NAMES
    ]
    for process in running:
        try:
            process.wait(_PATIENCE)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
    return {key: tried for group in groups.NAMES for key, tried in _read(folder, group).items()}


def _read(folder: Path, group: str) -> Results:
    found: dict[tuple[str, str], Tried] = {}
    for line in (folder / f"{group}.lines").read_text(encoding="ascii").splitlines():
        outcome, name, *peak = json.loads(line)
        found[group, name] = Tried(outcome, peak[0] if peak else 0)
    return found


@pytest.mark.parametrize(("group", "name"), _ALL)
def test_a_hostile_story_gets_a_sentence_or_plays(group: str, name: str, results: Results) -> None:
    tried = results.get((group, name), Tried("is never begun: one before it ended all", 0))
    if tried.outcome.startswith("cannot be made here"):
        pytest.skip(tried.outcome)
    assert tried.outcome != "begins", "it never ended, or it ended the process"
    assert tried.outcome == "plays" or tried.outcome.startswith("says: "), tried.outcome
    assert tried.megabytes < MOST_MEGABYTES


def test_there_are_at_least_two_hundred_and_not_all_say_the_same(results: Results) -> None:
    assert len(set(_ALL)) >= 200
    assert len({tried.outcome for tried in results.values()}) >= 100
    assert results["folders", "a good story"].outcome == "plays"
    assert results["zips", "a good .zip"].outcome == "plays"
