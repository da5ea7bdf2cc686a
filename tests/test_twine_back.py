"""What is changed in Twine comes back changed, and nothing else does."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from game.author import from_twine, gathered, keepsake, returned, trees, twee, twine
from game.author.from_twine import Imported
from game.cli import main
from game.story import load, source
from tests.cases import building


def told(text: str, *changes: tuple[str, str]) -> Imported:
    """What is imported of the base of all cases when somebody has been at it in Twine."""
    for before, after in changes:
        assert before in text
        text = text.replace(before, after)
    return from_twine.imported(text)


@pytest.fixture(name="base")
def _base(tmp_path: Path) -> str:
    folder = building.build("clean", tmp_path)
    story = load.load(folder).story
    assert story is not None
    return twine.exported(story, gathered.texts(folder))


def test_words_that_are_changed_in_twine_are_changed_and_nothing_else(base: str) -> None:
    made = told(base, ("The corridors are loud with boots and rumours. The S", "Quiet. The S"))
    assert (made.changed, made.new, made.gone) == (("smolny",), (), ())
    old, new = (values(each) for each in (from_twine.imported(base), made))
    assert {**new, "text": ""} == {**old, "text": ""}
    assert new["text"] == "Quiet. The Soviet waits.\n\n[Lenin](person:lenin) has come in a wig.\n"


def test_links_that_are_changed_in_twine_are_changed_choices(base: str) -> None:
    made = told(
        base,
        (
            "[[Press on tonight.->The palace]]",
            "[[Press on now->A train to Moscow]]\n[[Sleep->Bed]]",
        ),
        ("[[Wait for the Congress.->The palace]]", "[[Wait, wait.->The palace]]"),
        (":: StoryData", ":: Bed [2-after]\nYou sleep.\n\n:: StoryData"),
        (":: StoryTitle\nThe small story", ":: StoryTitle\nThe smaller story"),
    )
    assert (made.changed, made.new, made.gone) == (("smolny",), ("bed",), ())
    choices = values(made)["choices"]
    assert isinstance(choices, list)
    assert choices[:2] == [
        {"id": "choice-1", "text": "Press on now", "outcome": returned.OUTCOME, "goto": "moscow"},
        {"id": "choice-2", "text": "Sleep", "outcome": returned.OUTCOME, "goto": "bed"},
    ]
    kept = values(from_twine.imported(base))["choices"]
    assert isinstance(kept, list)
    assert isinstance(kept[1], dict)
    assert choices[2] == {**kept[1], "text": "Wait, wait."}
    assert made.files["2-after/bed.yaml"].startswith("title: Bed\n")
    assert made.files["story.yaml"].startswith("title: The smaller story\nid: small\n")


def test_a_passage_that_is_deleted_in_twine_is_told(base: str) -> None:
    at = base.index(":: A train to Moscow")
    made = from_twine.imported(base[:at] + base[base.index(":: Kept") :])
    assert made.gone == ("moscow",)
    assert "2-after/moscow.yaml" not in made.files
    assert made.changed == ("palace",)


HINGE = """:: Before [id:before 1-a]
Now.

[[Go->Here]] <!-- when: army >= 2 -->
[[Go->There]]

:: Here [id:here 1-a]
Here.

:: There [id:there 1-a]
There.
"""


@pytest.mark.parametrize(("before", "after", "goto"), [
    ("->There", "->Before", [{"when": ["army >= 2"], "scene": "here"}, {"scene": "before"}]),
    ("[[Go->There]]", "", [{"when": ["army >= 2"], "scene": "here"}]),
    ("[[Go->There]]", "[[Go->There]]\n[[Go->Before]]", "before"),
])  # fmt: skip
def test_a_hinge_keeps_its_conditions(before: str, after: str, goto: trees.Tree) -> None:
    ways = "[{when: [army >= 2], scene: here}, {scene: there}]"
    kept = keepsake.passages({
        "story.yaml": "title: A\nstart: before\n",
        "1-a/before.yaml": f"title: Before\ntext: Now.\nchoices:\n  - text: Go\n    goto: {ways}\n",
    })  # fmt: skip
    text = f"{HINGE}\n{twee.written(kept)}"
    assert from_twine.imported(text).changed == ()
    made = from_twine.imported(text.replace(before, after, 1))
    node = source.parse(made.files["1-a/before.yaml"], "", [])
    assert node is not None
    assert trees.tree(node) == {
        "title": "Before",
        "text": "Now.",
        "choices": [{"id": "go", "text": "Go", "goto": goto}],
    }


def values(made: Imported) -> Mapping[str, trees.Tree]:
    node = source.parse(made.files["1-october/smolny.yaml"], "", [])
    assert node is not None
    found = trees.tree(node)
    assert isinstance(found, dict)
    return found


def test_a_changed_file_is_said_to_be_written_anew(
    base: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, folder = tmp_path / "story.twee", tmp_path / "back"
    path.write_text(base.replace("rumours. The S", "silence. The S"), encoding="utf-8")
    assert main(["import", str(path), str(folder)]) == 0
    said = capsys.readouterr().out
    assert "Changed in Twine: smolny.\nThe files of changed scenes are written anew: " in said
    text = (folder / "1-october" / "smolny.yaml").read_text(encoding="utf-8")
    assert "effects:\n" in text
