"""Each folder of tests/cases is a story with a mistake, and, word for word, what is said of it."""

import ast
import os
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest
import yaml

import game
from game import paths
from game.cli import main
from game.story import lay, slips, source
from game.story.layers import Layers
from game.story.page import Kind
from tests.cases import building

# Cases that show how several things go together; each other one shows the code it is named after.
MIXED = {
    "clean",
    "clean.pack",
    "clean.zip-in-folders",
    "clean.contender",
    "clean.extended",
    "clean.behind",
    "clean.behind-two",
    "smallest",
    "many-mistakes",
    "one-broken-file",
    "steering",
    "faults.read",
    "faults.paths",
}
# Set UPDATE_CASES=1 to write down what is said now; read it before you commit it.
UPDATE = bool(os.environ.get("UPDATE_CASES"))


def asked(name: str, folder: Path) -> list[Path]:
    try:
        return building.asked(name, folder)
    except (OSError, NotImplementedError, AttributeError) as error:
        pytest.skip(f"This system cannot make such a file: {error}")


@pytest.mark.parametrize("name", building.names())
def test_check_says_of_a_case_what_is_written_there(
    name: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(paths, "assets", lambda: building.ASSETS)
    monkeypatch.setattr(paths, "story", lambda: tmp_path / "story")
    exit_code = main(["check", *map(str, asked(name, tmp_path))])
    said = capsys.readouterr().out
    file = building.CASES / name / "says.txt"
    if UPDATE:
        file.write_text(said, encoding="utf-8", newline="\n")
    assert said == file.read_text(encoding="utf-8")
    assert exit_code == (1 if ": error: " in said else 0)
    assert name in MIXED or f"[{code_of(name)}]" in said


@pytest.mark.parametrize("name", building.names())
def test_both_parsers_find_the_same(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, *others = asked(name, tmp_path)
    layers = Layers(first, tuple(others))
    if (tmp_path / "packs").is_dir():
        layers = Layers(tmp_path / "story", (first, *others))
    with_c = said(layers)
    monkeypatch.setattr(source, "_LOADER", yaml.BaseLoader)
    assert said(layers) == with_c


def said(layers: Layers) -> list[tuple[str, str]]:
    """The files and codes of all problems of a story and its packs."""
    found = lay.read(layers)
    left = [problem for pack in found.left_out for problem in pack.problems]
    return [(problem.mark.file, problem.code) for problem in (*found.problems, *left)]


def test_every_problem_has_a_case_and_every_case_a_problem() -> None:
    shown = {code_of(name) for name in building.names() if name not in MIXED}
    assert shown == set(emitted())


def code_of(name: str) -> str:
    """Return the code that a case shows: "unknown-scene.twice" shows "unknown-scene"."""
    return name.partition(".")[0]


def emitted() -> Iterator[str]:
    """Yield every code that stands in the source: it is the second argument of a problem."""
    yield from (f"unknown-{kind}" for kind in get_args(Kind))
    yield from (slip.code for slip in slips.SLIPS)
    root = Path(game.__file__).parent
    for path in sorted([*root.glob("story/*.py"), *root.glob("checks/*.py")]):
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(call, ast.Call):
                yield from _codes(call)


def _codes(call: ast.Call) -> Iterator[str]:
    name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    words = [arg.value if isinstance(arg, ast.Constant) else None for arg in call.args]
    if name in ("Problem", "report", "fail", "warning", "advice") and len(words) > 1:
        yield from (word for word in words[1:2] if isinstance(word, str))
    if name == "_Name":
        yield f"unknown-{words[0]!s}"
