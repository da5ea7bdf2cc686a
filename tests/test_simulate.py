"""The command "simulate": what is reached by chance, and what is not."""

import json
from pathlib import Path

import pytest

from game import cli

STORIES = Path(__file__).parent / "stories"
NIGHTS = str(STORIES / "two-nights")
WHOLE = str(STORIES / "whole")


def told(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str]:
    code = cli.main(["simulate", *arguments])
    return code, capsys.readouterr().out


def test_a_story_that_is_reached_as_a_whole(capsys: pytest.CaptureFixture[str]) -> None:
    code, text = told(capsys, WHOLE, "--runs", "20", "--seed", "3")
    assert code == 0
    assert text.startswith("20 games by chance (--seed 3), 20 decisions in all: ")
    assert "Endings:        tried evenly           by a coin\n  here         10   50.0%  " in text
    assert "\n  here   1 decision, all as in the record.\n" in text
    assert text.endswith("Every scene, every ending and every choice was reached.\n")


def test_what_is_never_reached_is_named_with_the_reason(capsys: pytest.CaptureFixture[str]) -> None:
    code, text = told(capsys, NIGHTS)
    assert code == 1
    assert "Choices never taken:\n  corridor: secret  No way leads there" in text


def test_what_is_only_rare_is_told_apart(capsys: pytest.CaptureFixture[str]) -> None:
    code, text = told(capsys, NIGHTS, "--runs", "1")
    assert code == 1
    assert "It can be reached, but rarely: try more --runs." in text


def test_the_same_for_a_program(capsys: pytest.CaptureFixture[str]) -> None:
    code, text = told(capsys, NIGHTS, "--runs", "40", "--json")
    report = json.loads(text)
    assert code == 1
    assert report["choices_never_taken"] == [["corridor", "secret"]]
    assert report["endings"]["home"] == {"count": 20, "share": 0.5}
    assert report["scenes"]["corridor"] == report["runs"] == 40
    assert report["choices_made"] == 120
    assert report["scenes_never_reached"] == report["endings_never_reached"] == []
    assert report["unfinished"] == 0
    assert report["choices"]["corridor"] == {"press-on": 20, "wait": 20, "secret": 0}
    assert sum(report["choices_by_a_coin"]["corridor"].values()) == 40
    assert report["endings_by_a_coin"].keys() == report["endings"].keys()
    assert report["ways"]["home"]["departures"] == []


def test_every_choice_is_counted_if_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    text = told(capsys, NIGHTS, "--runs", "40", "--choices")[1]
    assert "\ncorridor\n" in text
    assert "\n  press-on        20   50.0%  " in text
    assert "press-on" not in told(capsys, NIGHTS, "--runs", "40")[1]


def test_the_same_seed_tells_the_same(capsys: pytest.CaptureFixture[str]) -> None:
    first, second = (json.loads(told(capsys, NIGHTS, "--runs", "7", "--json")[1]) for _ in range(2))
    del first["seconds"], first["choices_per_second"]
    assert first.items() <= second.items()


def test_players_who_are_stuck_or_go_round_for_ever_are_told(
    capsys: pytest.CaptureFixture[str],
) -> None:
    code, text = told(capsys, str(STORIES / "traps"), "--runs", "4")
    assert code == 1
    assert "Stuck without an open choice in 'cell': 2 times." in text
    assert "Never came to an end: 2 playthroughs." in text


@pytest.mark.parametrize("runs", ["0", "-1", "many", "99999999999", "1.5", ""])
def test_runs_are_a_sensible_number(runs: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        cli.main(["simulate", NIGHTS, f"--runs={runs}"])
    assert "is not a number of runs: write one from 1 to" in capsys.readouterr().err


def test_a_story_with_a_mistake_is_not_played(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["simulate", str(STORIES / "broken")]) == 1
    assert "There is no scene 'ther'." in capsys.readouterr().err
