"""A folder becomes a story: what is left out, what is meant by what is written, what is refused."""

import gc
from collections.abc import Callable
from pathlib import Path

import pytest

from game import paths
from game.story import files
from game.story.load import find, line_of, load
from game.story.model import Branch, Choice, Scene, Story
from game.story.problem import Mark, explain, nearest
from game.story.rules import Condition, Effect
from tests.cases import building


def story_of(folder: Path) -> Story:
    loaded = load(folder)
    assert loaded.story is not None, loaded.problems
    return loaded.story


Written = Callable[[str], Story]


@pytest.fixture
def written(tmp_path: Path) -> Written:
    """Return a story of one scene, written here, and what comes after it."""
    building.build("smallest", tmp_path)

    def made(text: str) -> Story:
        cover = (
            "title: One\nstart: one\nvariables: {army: {kind: resource, label: Army}, seen: {}}\n"
        )
        (tmp_path / "story" / "story.yaml").write_text(cover, encoding="utf-8")
        scene = tmp_path / "story" / "1-one" / "one.yaml"
        scene.write_text(f"title: One\ntext: Text.\n{text}", encoding="utf-8")
        return story_of(tmp_path / "story")

    return made


def choice_of(story: Story) -> Choice:
    return story.scenes["one"].choices[0]


CHOICE = "choices:\n  - {text: Open it., outcome: It opens., goto: two"


def test_the_smallest_story_is_whole(tmp_path: Path) -> None:
    story = story_of(building.build("smallest", tmp_path))
    assert story.id == "story"
    assert list(story.scenes) == ["one", "two"]
    assert story.scenes["one"].chapter == "1-one"
    assert [choice.id for choice in story.scenes["one"].choices] == ["open-it", "walk-past"]
    assert story.start.id == "one"


def test_everything_is_read(tmp_path: Path) -> None:
    story = story_of(building.build("clean", tmp_path))
    smolny = story.scenes["smolny"]
    assert list(story.chapters) == ["1-october", "2-after"]
    assert (smolny.date, smolny.place, smolny.section) == (
        "24 October 1917, 21:40",
        "Petrograd",
        "october",
    )
    assert smolny.illustration is not None
    assert smolny.illustration.cast[0].part.id == "trotsky_1917"
    assert smolny.advisers[0].who.id == "lenin"
    assert smolny.power == {"trotsky": 20, "stalin": 6}
    assert smolny.source_checks[0].tell == "Write both calendars beside every date."
    assert story.timeline[0].scene is not None
    assert story.timeline[0].scene.id == "palace"


def test_everything_for_lessons_is_read(tmp_path: Path) -> None:
    story = story_of(building.build("clean", tmp_path))
    smolny = story.scenes["smolny"]
    assert smolny.when == (1917, 11, 6)
    assert smolny.text_easy is not None
    assert smolny.text_easy.source.startswith("Boots are loud")
    assert smolny.before is not None
    assert smolny.before[:2] == ("Who gives orders in Petrograd tonight?", "")
    assert smolny.after is not None
    assert smolny.after.answer.startswith("It met the next evening")
    assert smolny.history is not None
    assert smolny.history.text_easy is not None
    assert smolny.curriculum == ("NSW-F",)
    assert story.id == "small"
    assert story.illustration is not None
    assert story.curriculum == {"NSW-F": "NSW Modern History, option F"}
    questions = story.chapters["1-october"].questions
    assert [bool(question.answer) for question in questions] == [False, True]
    assert (story.people["lenin"].born, story.people["lenin"].died) == (1870, 1924)


def test_places_are_named_from_the_folder_of_the_story_on(tmp_path: Path) -> None:
    story = story_of(building.build("clean", tmp_path))
    assert story.scenes["smolny"].mark == Mark("story/1-october/smolny.yaml")


def test_effects_with_a_sign_are_added_and_others_set(written: Written) -> None:
    given = "{army: +2}", "{army: -2}", "{army: 2}", "{seen: yes}", "{seen: no}"
    found = [choice_of(written(f"{CHOICE}, effects: {text}}}")).effects[0][:3] for text in given]
    assert found == [
        ("army", 2, True),
        ("army", -2, True),
        ("army", 2, False),
        ("seen", 1, False),
        ("seen", 0, False),
    ]
    assert isinstance(choice_of(written(f"{CHOICE}, effects: {{army: +2}}}}")).effects[0], Effect)


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("army >= 3", ("army", ">=", 3)),
        ("army>-3", ("army", ">", -3)),
        ("army  !=  +2", ("army", "!=", 2)),
        ("seen", ("seen", "!=", 0)),
        ("not seen", ("seen", "==", 0)),
        ("not   seen", ("seen", "==", 0)),
    ],
)
def test_conditions_are_comparisons(
    text: str, condition: tuple[str, str, int], written: Written
) -> None:
    found = choice_of(written(f"{CHOICE}, requires: [{text}]}}")).requires
    assert [each[:3] for each in found] == [condition]
    assert choice_of(written(f"{CHOICE}, requires: {text}}}")).requires[0][:3] == condition


def test_a_choice_leads_to_one_scene_or_to_the_first_that_fits(written: Written) -> None:
    (branch,) = choice_of(written(f"{CHOICE}}}")).goto
    assert (branch.when, branch.scene.id) == ((), "two")
    more = (
        "choices:\n  - text: a\n    outcome: b\n    goto: [{when: seen, scene: one}, {scene: two}]"
    )
    first, last = choice_of(written(more)).goto
    assert isinstance(first, Branch)
    assert isinstance(first.when[0], Condition)
    assert (first.scene.id, last.when, last.scene.id) == ("one", (), "two")


def test_the_historical_choice_is_documented_and_others_are_supposed(written: Written) -> None:
    story = written(
        f"{CHOICE}, id: open}}\n  - {{text: Wait., outcome: b, goto: two}}\n"
        "history: {choice: open, text: He opened it.}"
    )
    scene: Scene = story.scenes["one"]
    assert [choice.certainty for choice in scene.choices] == ["documented", "supposition"]
    assert scene.history is not None
    assert scene.history.certainty == "documented"


def test_one_source_check_needs_no_list(written: Written) -> None:
    check = "{essay: a, record: b, tell: c, debated: yes}"
    (alone,) = written(f"source_check: {check}").scenes["one"].source_checks
    (listed,) = written(f"source_check: [{check}]").scenes["one"].source_checks
    assert alone[:-1] == listed[:-1]
    assert alone.debated


def test_where_historians_say_it_is_among_the_sources(tmp_path: Path) -> None:
    folder = building.build("clean", tmp_path)
    scene = folder / "1-october" / "palace.yaml"
    more = "  historians:\n    - {who: Deutscher, says: Yes., sources: [essay, deutscher]}\n"
    text = scene.read_text(encoding="utf-8")
    scene.write_text(text.replace("advisers:", f"{more}advisers:"), encoding="utf-8")
    history = story_of(folder).scenes["palace"].history
    assert history is not None
    assert [ref.id for ref in history.sources] == ["deutscher", "essay"]


def test_line_breaks_in_a_short_text_become_spaces(written: Written) -> None:
    assert written("place: |\n  One\n  two\n").scenes["one"].place == "One two"


def test_the_line_of_a_mark(tmp_path: Path) -> None:
    folder = building.build("clean", tmp_path)
    assert line_of(folder, Mark("story/1-october/smolny.yaml", 4, 8)) == "place: Petrograd"
    assert line_of(folder, Mark("story/1-october/smolny.yaml", 4000)) == ""
    assert line_of(folder, Mark("story/no-file.yaml")) == ""


@pytest.mark.parametrize("file", ["secret.yaml", "story/../secret.yaml", "/etc/passwd", "story"])
def test_no_line_is_read_outside_of_the_story(file: str, tmp_path: Path) -> None:
    folder = building.build("clean", tmp_path)
    (tmp_path / "secret.yaml").write_text("secret", encoding="utf-8")
    assert line_of(folder, Mark(file)) == ""


def test_words_are_found_from_a_mark_on(tmp_path: Path) -> None:
    folder = building.build("clean", tmp_path)
    mark = Mark("story/1-october/smolny.yaml", 17, 1)
    assert find(folder, mark, "deutscher") == Mark("story/1-october/smolny.yaml", 37, 15)
    assert find(folder, mark, "no such words") == mark


def test_loading_leaves_the_collector_as_it_was(tmp_path: Path) -> None:
    folder = building.build("clean", tmp_path)
    load(folder)
    assert gc.isenabled()
    gc.disable()
    try:
        load(folder)
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_a_folder_that_is_not_there_has_no_story(tmp_path: Path) -> None:
    loaded = load(tmp_path / "nowhere")
    assert loaded.story is None
    assert {problem.code for problem in loaded.problems} == {"unreadable", "missing-file"}


def test_hidden_files_and_other_files_are_left_alone(tmp_path: Path) -> None:
    folder = building.build("clean", tmp_path)
    for name in (".hidden.yaml", "notes.txt", "1-october/.smolny.yaml.swp", "1-october/plan.odt"):
        (folder / name).write_text("{[", encoding="utf-8")
    (folder / "pictures").mkdir()
    assert story_of(folder).title == "The small story"


def test_a_story_may_be_opened_through_a_link(tmp_path: Path) -> None:
    folder = building.build("smallest", tmp_path)
    try:
        (tmp_path / "link").symlink_to(folder, target_is_directory=True)
    except (OSError, NotImplementedError):
        pytest.skip("This system makes no links.")
    assert story_of(tmp_path / "link").id == "story"


def test_no_file_is_opened_when_there_are_too_many(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = building.build("clean", tmp_path)
    monkeypatch.setattr(files, "MOST_FILES", 3)
    monkeypatch.setattr(files, "content", None)
    assert [problem.code for problem in load(folder).problems] == ["too-many-files"]


def test_a_thousand_misspellings_are_all_reported(tmp_path: Path) -> None:
    folder = building.build("clean", tmp_path)
    wrong = ", ".join(f"deutsche{number}" for number in range(1000))
    palace = folder / "1-october" / "palace.yaml"
    text = palace.read_text(encoding="utf-8")
    palace.write_text(text.replace("[deutscher]", f"[{wrong}]"), encoding="utf-8")
    problems = load(folder).problems
    assert len(problems) == 1000
    assert problems[0].hint == "Did you mean 'deutscher'?"


def test_near_names_are_guessed_and_far_ones_are_not() -> None:
    assert nearest("winter-palce", ["smolny", "winter-palace"]) == "Did you mean 'winter-palace'?"
    assert nearest("Winter_Palace", ["winter-palace"]) == "Did you mean 'winter-palace'?"
    assert nearest("zimmerwald", ["smolny", "winter-palace"]) == ""


def test_a_problem_points_with_a_caret_and_steers_no_terminal() -> None:
    problem = load(Path("/nowhere/at/all")).problems[0]._replace(message="a \x1b[31mb")
    said = explain(problem._replace(mark=Mark("a.yaml", 1, 3)), "a:\tb\x07")
    assert said.splitlines()[1:3] == ["    a: b�", "      ^"]
    assert "\x1b" not in said


def test_the_shipped_story_is_whole() -> None:
    story = story_of(paths.story())
    assert story.start.id in story.scenes
    assert len(story.chapters) == 12
    assert len(story.sections) == 25
