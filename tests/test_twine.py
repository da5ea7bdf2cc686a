"""Stories go to Twine and come back; what comes from Twine becomes a story that can be mended."""

import shutil
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass, replace
from pathlib import Path

import pytest
from hypothesis import example as shown
from hypothesis import given
from hypothesis import strategies as st

from game import paths
from game.author import (
    from_twine,
    gathered,
    keepsake,
    returned,
    stories,
    trees,
    twee,
    twine,
)
from game.author.from_twine import Imported
from game.author.twee import Link, Passage
from game.cli import main
from game.story import lay, load, source
from game.story.layers import Layers
from game.story.model import Story
from game.story.problem import Mark, Problem
from tests import screens
from tests.cases import building

FOREIGN = Path(__file__).parent / "twee"
# Some pictures that are no part of a story.
SHOTS = paths.author() / "manual"


def ways(story: Story) -> set[tuple[str, str, str]]:
    """Every choice: its scene, its words, and where it leads."""
    return {
        (scene.id, twine.safe(choice.text), branch.scene.id)
        for scene in story.scenes.values()
        for choice in scene.choices
        for branch in choice.goto
    }


def loaded(text: str, folder: Path) -> Story:
    for name, made in from_twine.imported(text).files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(made, encoding="utf-8")
    found = load.load(folder)
    assert found.story is not None, found.problems[:3]
    return found.story


def example(folder: Path) -> Path:
    return stories.made(stories.Wish(folder / "july", like="example"), {})


STORIES: dict[str, Callable[[Path], Path]] = {
    "shipped": lambda _: paths.story(),
    "example": example,
    "base of packs": lambda folder: building.build("clean", folder),
    "hinges": lambda folder: building.build("never-offered.together", folder),
}


@pytest.mark.parametrize("which", STORIES)
def test_a_story_comes_back_from_twine_letter_for_letter(which: str, tmp_path: Path) -> None:
    folder = STORIES[which](tmp_path)
    story = load.load(folder).story
    assert story is not None
    theirs = from_twine.imported(twine.exported(story, gathered.gathered(folder, story)))
    assert theirs.files == gathered.texts(folder)
    assert theirs == Imported(theirs.files, is_ours=True)


@pytest.mark.parametrize(
    "case", ["clean.extended", "clean.contender", "clean.behind", "clean.behind-two"]
)
def test_a_story_comes_back_with_its_packs(case: str, tmp_path: Path) -> None:
    first, *others = building.asked(case, tmp_path)
    ours = lay.read(Layers(tmp_path / "story", (first, *others))).story
    assert ours is not None
    assert ours.packs
    theirs = loaded(
        twine.exported(ours, gathered.gathered(tmp_path / "story", ours)), tmp_path / "back"
    )
    assert bare(theirs) == bare(replace(ours, packs=()))
    assert list(theirs.chapters) == list(ours.chapters)


def bare(value: object) -> object:
    """A value without the places where its parts stand."""
    if isinstance(value, Mark):
        return None
    if is_dataclass(value):
        return bare([getattr(value, field.name) for field in fields(value)])
    if isinstance(value, Mapping):
        return {name: bare(part) for name, part in value.items()}
    return list(map(bare, value)) if isinstance(value, list | tuple) else value


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


@pytest.mark.parametrize("path", [
    "../story.yaml", "/story.yaml", "a/../../b.yaml", "a\\b.yaml", "C:/b.yaml", "nul/b.yaml",
    "a/nul.yaml", "a/.b.yaml", ".a/b.yaml", "a/b/c.yaml", "a/b.py", "additions.yaml",
    "a/b.yaml\n", "", "/", "a/",
])  # fmt: skip
def test_what_is_kept_is_never_written_outside_of_the_story(path: str) -> None:
    files = {"story.yaml": "title: A\nstart: b\n", path: "title: B\n"}
    assert list(keepsake.files(keepsake.passages(files))) == ["story.yaml"]


@pytest.mark.parametrize("held", [
    "{", "[" * 50_000, '{"a": ' * 50_000, "[1, 2]", '{"story.yaml": 3}',
    '{"story.yaml": "\\ud800"}',
    '{"1-a/b.yaml": "title: B"}', f'{{"story.yaml": "{"a" * 200_001}"}}',
])  # fmt: skip
def test_what_is_kept_badly_is_not_read(held: str) -> None:
    made = from_twine.imported(f":: Start\nText\n\n:: Kept [{keepsake.TAG}]\n{held}")
    assert list(made.files) == [
        "story.yaml",
        "1-from-twine/chapter.yaml",
        "1-from-twine/start.yaml",
    ]


@shown("\n")
@given(st.recursive(
    st.text(max_size=40),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(
        st.text(min_size=1, max_size=9), inner, max_size=3
    ),
    max_leaves=12,
))  # fmt: skip
def test_any_values_survive_writing_and_reading(value: trees.Tree) -> None:
    problems: list[Problem] = []
    node = source.parse(trees.yaml(value), "", problems)
    if node is None:
        assert {problem.code for problem in problems} <= {"characters", "too-deep"}
    else:
        assert trees.tree(node) == value


def values(made: Imported) -> Mapping[str, trees.Tree]:
    node = source.parse(made.files["1-october/smolny.yaml"], "", [])
    assert node is not None
    found = trees.tree(node)
    assert isinstance(found, dict)
    return found


def test_without_what_is_kept_a_story_comes_back_with_all_its_ways(tmp_path: Path) -> None:
    ours = screens.story()
    theirs = loaded(twine.exported(ours, {}), tmp_path)
    assert ways(theirs) == ways(ours)
    assert theirs.start.id == ours.start.id
    assert theirs.title == ours.title


def test_what_twine_exports_becomes_scenes(tmp_path: Path) -> None:
    story = loaded((FOREIGN / "harlowe.twee").read_text(encoding="utf-8"), tmp_path)
    assert ways(story) == {
        ("at-the-bridge", "Cross it", "the-other-side"),
        ("at-the-bridge", "Turn round", "home"),
        ("the-other-side", "At the bridge", "at-the-bridge"),
    }
    assert story.start.id == "at-the-bridge"
    assert story.scenes["the-other-side"].text.source.startswith(":: is how a passage begins")
    assert "$courage" not in story.scenes["at-the-bridge"].text.source


def test_older_twee_is_read_too(tmp_path: Path) -> None:
    story = loaded((FOREIGN / "old.twee").read_text(encoding="utf-8"), tmp_path)
    assert ways(story) == {("start", "Get up", "kitchen"), ("start", "Sleep on", "start")}
    assert story.scenes["kitchen"].text.source.strip() == "Tea is ready. Drink."


@pytest.mark.parametrize("passage", [
    Passage("A [strange] {name}", ("one tag", "two"), "Text", (3, -4)),
    Passage("Colons", (), ":: not a header\n\\:: nor this"),
    Passage("Empty", (), ""),
])  # fmt: skip
def test_passages_survive_writing_and_reading(passage: Passage) -> None:
    found = twee.read(twee.written([passage]))
    tags = tuple(part for tag in passage.tags for part in tag.split())
    assert [each._replace(tags=tags) for each in found] == [passage._replace(tags=tags)]


def test_links_are_written_in_four_ways() -> None:
    text = "[[a->b]] [[b<-a]] [[a|b]] [[b]] [[a|b][$x = 1]]"
    assert twee.links(text) == (*[Link("a", "b")] * 3, Link("b", "b"), Link("a", "b"))


@given(st.text(alphabet=st.sampled_from(":[]{}->|<\\ \nab\"'#&*!%@`\t\u00e9\u202e"), max_size=200))
def test_any_text_becomes_a_story_or_a_sentence(text: str) -> None:
    made = from_twine.imported(f":: Start\n{text}").files
    assert len(made) >= 3
    for name, yaml in made.items():
        problems: list[Problem] = []
        assert source.parse(yaml, name, problems) is not None
        assert problems == []


def test_the_commands_go_there_and_back(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path, folder = tmp_path / "story.twee", tmp_path / "back"
    assert main(["export", "--twee", "-o", str(path)]) == 0
    told = capsys.readouterr().out
    assert "Twine does not show, and never asks: " in told
    assert " outcomes, " in told
    assert main(["import", "--twee", str(path), str(folder)]) == 0
    assert "Nothing was changed in Twine: every file is as it was." in capsys.readouterr().out
    assert load.load(folder).story is not None
    assert main(["import", str(path), str(folder)]) == 2


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


def test_pictures_to_be_copied_are_those_of_scenes_and_of_people(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = building.build("clean", tmp_path)
    shutil.copy(next(SHOTS.glob("*.jpg")), folder / "face.jpg")
    with (folder / "people.yaml").open("a", encoding="utf-8") as people:
        people.write("krupskaya: {name: Nadezhda Krupskaya, picture: face.jpg, credit: By me}\n")
    assert main(["export", "--twee", "-o", str(tmp_path / "story.twee"), str(folder)]) == 0
    told = capsys.readouterr().out
    assert "Not in the file, and to be copied by hand: face.jpg." in told.splitlines()


def test_a_file_without_passages_gets_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "letter.txt"
    path.write_text("Dear Sir,", encoding="utf-8")
    assert main(["import", str(path), str(tmp_path / "story")]) == 2
    assert "A passage begins with" in capsys.readouterr().err
