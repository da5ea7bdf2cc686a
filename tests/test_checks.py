"""The checks of a story that loads, beyond what the cases show."""

import json
from pathlib import Path

import pytest

from game import paths
from game.checks import facts, prose
from game.checks.check import RULES, check
from game.checks.facts import Facts
from game.cli import main
from game.stage import catalogue
from game.story.load import load
from tests.cases import building


def facts_of(folder: Path) -> Facts:
    story = load(folder).story
    assert story is not None
    return facts.gather(story, folder, catalogue.scan(building.ASSETS))


def test_the_shipped_story_has_no_mistakes_and_little_to_advise(
    capsys: pytest.CaptureFixture[str],
) -> None:
    exit_code = main(["check"])
    said = capsys.readouterr().out
    assert exit_code == 0, said
    assert ": error: " not in said, said
    assert ": warning: " not in said, said
    assert said.count(": advice: ") <= 20, said


def test_every_section_of_the_essay_is_told_in_a_scene_that_is_reached() -> None:
    story = load(paths.story()).story
    assert story is not None
    known = facts.gather(story, paths.story(), catalogue.scan(paths.assets()))
    assert known.paths.complete
    told = {scene.section for scene in story.scenes.values() if scene.id in known.paths.scenes}
    assert told == set(story.sections)


def test_rules_say_nothing_of_a_story_without_mistakes(tmp_path: Path) -> None:
    known = facts_of(building.build("clean", tmp_path))
    assert [problem for rule in RULES for problem in rule(known)] == []


@pytest.mark.parametrize(
    ("figure", "year"),
    [("trotsky_1917", 1801), ("soldier", 1801), ("leaning", 1801), ("soldier", 1920)],
)
def test_a_figure_stands_for_anybody_at_any_time(tmp_path: Path, figure: str, year: int) -> None:
    folder = building.build("clean", tmp_path)
    scene = folder / "1-october" / "smolny.yaml"
    text = scene.read_text(encoding="utf-8")
    text = text.replace("when: 1917-11-06", f"when: {year}").replace("trotsky_1917", figure)
    scene.write_text(text, encoding="utf-8")
    assert "figure-years" not in {problem.code for problem in check(facts_of(folder))}


def test_where_there_are_too_many_paths_some_are_taken_by_chance(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = building.build("stuck", tmp_path)
    monkeypatch.setattr(facts, "MOST_STATES", 1)
    known = facts_of(folder)
    assert known.walks is not None
    assert "stuck" in {problem.code for problem in check(known)}
    main(["check", str(folder)])
    assert "not on every path, but on 100 taken by chance." in capsys.readouterr().out


@pytest.mark.parametrize(
    ("case", "code"), [("never-offered", "never-offered"), ("unreachable.condition", "unreachable")]
)
def test_what_no_value_allows_is_found_where_nobody_can_try_every_path(
    case: str, code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = building.build(case, tmp_path)
    whole = [problem for problem in check(facts_of(folder)) if problem.code == code]
    monkeypatch.setattr(facts, "MOST_STATES", 0)
    known = facts_of(folder)
    assert not known.paths.complete
    assert [problem for problem in check(known) if problem.code == code] == whole != []


def test_a_doubled_word_is_found_over_a_line_end_and_allowed_words_are_not() -> None:
    doubled = prose._DOUBLED.search("He went to\n  to the Soviet.")
    assert doubled is not None
    assert doubled[1] == "to"
    assert "had" in prose._ALLOWED


def test_check_as_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = building.build("unknown-scene", tmp_path)
    assert main(["check", str(folder), "--json"]) == 1
    said = json.loads(capsys.readouterr().out)
    assert said == {
        "problems": [
            {
                "file": "story/1-october/smolny.yaml",
                "line": 33,
                "column": 11,
                "severity": "error",
                "code": "unknown-scene",
                "message": "There is no scene 'palce'.",
                "hint": "Did you mean 'palace'? Or make it: power-struggle new scene palce",
            }
        ],
        "looked_at": None,
    }


def test_check_as_json_counts_what_was_looked_at(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paths, "assets", lambda: building.ASSETS)
    assert main(["check", str(building.build("clean", tmp_path)), "--json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert said["problems"] == []
    choices = said["looked_at"].pop("choices")
    assert choices == [
        {"scene": "palace", "choice": "enter", "open": 2, "situations": 2},
        {"scene": "palace", "choice": "talk", "open": 1, "situations": 2},
        {"scene": "smolny", "choice": "press-on", "open": 1, "situations": 1},
        {"scene": "smolny", "choice": "wait", "open": 1, "situations": 1},
    ]
    assert said["looked_at"] == {
        "chapters": 2,
        "scenes": 3,
        "decisions": 2,
        "endings": 1,
        "situations": 4,
        "every_path": True,
        "reading": {
            "texts": {"palace": 8, "smolny": 17},
            "minutes": {"1-october": 1, "2-after": 1},
            "sittings": {"1.1": 1, "2.1": 1},
            "easy": 1,
        },
    }


def test_check_names_the_choices_that_lead_to_an_ending(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = str(building.build("unreachable", tmp_path))
    main(["check", folder, "--endings"])
    told = capsys.readouterr().out
    assert "\n  attic   No way was found.\n  moscow  2 decisions, all as in the record.\n" in told
    main(["check", folder, "--endings", "--json"])
    said = json.loads(capsys.readouterr().out)
    assert said["endings"] == {
        "moscow": {"decisions": [["smolny", "wait"], ["palace", "enter"]], "departures": []}
    }


@pytest.mark.parametrize(
    ("name", "why"), [("nowhere", "does not exist"), ("file.yaml", "is not a folder")]
)
def test_check_of_no_folder_is_one_plain_sentence(
    name: str, why: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file.yaml").touch()
    assert main(["check", str(tmp_path / name)]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err == f"'{tmp_path / name}' {why}. Name the folder of a story.\n"
