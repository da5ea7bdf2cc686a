"""What a file for Twine keeps of a story is read with care."""

import pytest
from hypothesis import example as shown
from hypothesis import given
from hypothesis import strategies as st

from game.author import from_twine, keepsake, trees
from game.story import source
from game.story.problem import Problem


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
