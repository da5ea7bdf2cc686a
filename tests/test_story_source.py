"""YAML text becomes nodes: nothing is guessed, and nothing whatever ends in an exception."""

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from game.story import source
from game.story.load import Loaded, load
from game.story.problem import Mark, Problem
from game.story.source import Items, Mapping, Node, Scalar
from tests.cases import building

LOADERS = [source._LOADER, yaml.BaseLoader]
# What YAML is made of, so that chance finds the corners.
LETTERS = st.sampled_from([*"ab:-?[]{},#&*!|>'\"%@`\\ \n\t", "\x00", "\x85", "\u2028", "é", "😀"])
TEXTS = st.one_of(st.text(), st.lists(LETTERS, max_size=60).map("".join))
LINES = st.lists(
    st.tuples(
        st.sampled_from(["", "  ", "    ", "- ", "  - "]),
        st.sampled_from(["title", "text", "choices", "id", "goto", "effects", "when", "history"]),
        st.sampled_from([": ", ":", ": |", ": [", ": {", ": 'x", ": x\n", ": {army: +1}\n"]),
        st.sampled_from(["\n", " ", "]", "}", "'", "lenin", "[a](person:b)"]),
    ).map("".join),
    max_size=12,
).map("\n".join)


@pytest.fixture(params=LOADERS, ids=lambda loader: loader.__name__)
def parse(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> Callable[[str], tuple[Node | None, list[Problem]]]:
    monkeypatch.setattr(source, "_LOADER", request.param)

    def parsed(text: str) -> tuple[Node | None, list[Problem]]:
        problems: list[Problem] = []
        return source.parse(text, "story/a.yaml", problems), problems

    return parsed


Parse = Callable[[str], tuple[Node | None, list[Problem]]]


def plain(node: Node | None) -> object:
    match node:
        case Scalar(text):
            return text
        case Items(nodes):
            return [plain(item) for item in nodes]
        case Mapping(fields):
            return {name: plain(value) for name, (_, value) in fields.items()}
    return None


@pytest.mark.parametrize(
    "text",
    ["21:40", "no", "Yes", "on", "+2", "007", "1917-11-07", "1e3", "~", "null", ".5", "0x10"],
)
def test_scalars_stay_as_typed(text: str, parse: Parse) -> None:
    node, problems = parse(f"date: {text}")
    assert plain(node) == {"date": text}
    assert not problems


def test_nodes_know_where_they_stand(parse: Parse) -> None:
    node, _ = parse("title: One\nchoices:\n  - id: a\n")
    assert isinstance(node, Mapping)
    key, value = node.fields["choices"]
    assert (key.place.line, key.place.column) == (1, 0)
    assert isinstance(value, Items)
    assert (value.nodes[0].place.line, value.nodes[0].place.column) == (2, 4)


@pytest.mark.parametrize("letters", ["[", "- ", "{a: ", "[{a: ", "? "])
def test_deep_nesting_is_a_problem(letters: str, parse: Parse) -> None:
    node, problems = parse(letters * 50_000)
    assert node is None
    assert [problem.code for problem in problems] == ["too-deep"]


def test_a_byte_order_mark_is_no_mistake() -> None:
    assert source.text_of(b"\xef\xbb\xbftitle: One", "story/a.yaml") == "title: One"


def test_line_ends_of_any_system_are_read_alike(parse: Parse) -> None:
    unix, windows, old = (parse(f"title: One{end}place: Two{end}") for end in ("\n", "\r\n", "\r"))
    assert plain(unix[0]) == plain(windows[0]) == plain(old[0]) == {"title": "One", "place": "Two"}


@given(TEXTS)
def test_any_text_is_read_or_refused(text: str) -> None:
    problems: list[Problem] = []
    node = source.parse(text, "story/a.yaml", problems)
    assert node is not None or problems


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return building.build("clean", tmp_path_factory.mktemp("any"))


def whole(loaded: Loaded) -> bool:
    errors = [problem for problem in loaded.problems if problem.severity == "error"]
    return (loaded.story is None) == bool(errors)


@given(text=st.one_of(TEXTS, LINES))
def test_any_text_as_a_scene_makes_a_story_or_problems(text: str, folder: Path) -> None:
    scene = folder / "1-october" / "any.yaml"
    scene.write_bytes(text.encode("utf-8", "surrogatepass"))
    assert whole(load(folder))


@given(data=st.binary(max_size=200))
def test_any_bytes_as_a_cover_make_a_story_or_problems(data: bytes, folder: Path) -> None:
    (folder / "1-october" / "any.yaml").unlink(missing_ok=True)
    cover = folder / "story.yaml"
    before = cover.read_bytes()
    cover.write_bytes(data)
    try:
        assert whole(load(folder))
    finally:
        cover.write_bytes(before)


@pytest.mark.parametrize("name", ["people", "glossary", "sources", "timeline"])
@pytest.mark.parametrize("text", ["", "a", "- a", "a: b", "a: {b: [c]}", "[[]]", "- {date: []}"])
def test_odd_lists_make_a_story_or_problems(name: str, text: str, tmp_path: Path) -> None:
    story = building.build("clean", tmp_path)
    (story / f"{name}.yaml").write_text(text, encoding="utf-8")
    assert whole(load(story))


def test_a_mark_counts_from_one() -> None:
    assert source.mark_of("one\ntwo", 5, "story/a.yaml") == Mark("story/a.yaml", 2, 2)


@pytest.mark.parametrize(("written", "meant"), [
    ("title:One\ntext: Two\n", {"title": "One", "text": "Two"}),
    ("title: One\ntext:Two\nplace: A\n", {"title": "One", "text": "Two", "place": "A"}),
    ("title: One: two # three\n", {"title": "One: two"}),
    ('title: "One", he said\n', {"title": '"One", he said'}),
    ('title: "It\'s", he said\n', {"title": '"It\'s", he said'}),
    ("title: 'It's one'\n", {"title": "It's one"}),
    ("title: *One* two\n", {"title": "*One* two"}),
    ("title: @one\n", {"title": "@one"}),
    ("title: [One] two\n", {"title": "[One] two"}),
    ('title: "One\n', {"title": "One"}),
    ("a:\n  - b: 1\n     c: 2\n", {"a": [{"b": "1", "c": "2"}]}),
    ("a:\n  - b: 1\n   - b: 2\n     c: 3\n", {"a": [{"b": "1"}, {"b": "2", "c": "3"}]}),
    ("a:\n  - b: 1\n - b: 2\n   c: 3\nd: 4\n", {"a": [{"b": "1"}, {"b": "2", "c": "3"}], "d": "4"}),
    ("a: |\n  One\n two\nb: 3\n", {"a": "One\ntwo\n", "b": "3"}),
    ("a: |\n  One\n\ntwo\nthree\nb: 3\n", {"a": "One\n\ntwo\nthree\n", "b": "3"}),
    ("title One\ntext: Two\n", {"title": "One", "text": "Two"}),
    ('a: "One, two\nb: "Three"\nc: 4\n', {"a": "One, two", "b": "Three", "c": "4"}),
    ("a:\n    b: 1\n    c: 2\n  - b: 3\n", {"a": [{"b": "1", "c": "2"}, {"b": "3"}]}),
    ("a:\n  - b: 1\n    c: 2\nd: 3\n    e: 4\n", {"a": [{"b": "1", "c": "2", "d": "3", "e": "4"}]}),
    ("a:\n   b: 1\n  c: 2\n  d: 3\n", {"a": {"b": "1", "c": "2", "d": "3"}}),
    ("a:\n  b:\n- c\nd: e\n", {"a": {"b": ["c"]}, "d": "e"}),
    ("a:\r\n  - b: 1\r\n   - b: 2\r\n", {"a": [{"b": "1"}, {"b": "2"}]}),
    ('a: "One\nb: {c: "d", e: f}\n', {"a": "One", "b": {"c": "d", "e": "f"}}),
    ("a: 'One # two\nb: 'three'\n", {"a": "One", "b": "three"}),
    ('- {a: "b, c: d}\n- {a: "e"}\n', [{"a": "b", "c": "d"}, {"a": "e"}]),
    ("a:\n  – b: 1\n    c: 2\n  - b: 3\n", {"a": [{"b": "1", "c": "2"}, {"b": "3"}]}),
    ("a: 1\n\u00a0b: 2\n", {"a": "1", "b": "2"}),
    ("a:\n  - b: 1\n\u00a0\u00a0\u00a0\u00a0c: 2\n", {"a": [{"b": "1", "c": "2"}]}),
    ("text:\n  [a](b) c: d\nb: 1\n", {"text": "[a](b) c: d\n", "b": "1"}),
    ("- text: a\n    b: c\n  goto: d\n", [{"text": "a", "outcome": "b: c\n", "goto": "d"}]),
    ("- {a: b #1}\n- {a: c}\n", [{"a": "b +1"}, {"a": "c"}]),
])  # fmt: skip
@pytest.mark.parametrize("loader", LOADERS, ids=lambda loader: loader.__name__)
def test_what_was_meant_is_read_and_told(
    written: str, meant: object, loader: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(source, "_LOADER", loader)
    problems: list[Problem] = []
    node, _ = source.read_on(written, "story/a.yaml", problems)
    assert plain(node) == meant
    assert len(problems) == 1


@given(text=st.one_of(TEXTS, LINES))
def test_reading_on_ends_and_says_no_less(text: str) -> None:
    first: list[Problem] = []
    every: list[Problem] = []
    node = source.parse(text, "story/a.yaml", first)
    other, _ = source.read_on(text, "story/a.yaml", every)
    assert set(first) <= set(every)
    assert node is None or plain(node) == plain(other)
