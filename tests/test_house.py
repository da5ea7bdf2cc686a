"""The shape of the house: who may import whom, who may print, and how long things may be."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import game
from game.play import labels

ROOT = Path(game.__file__).parent
FILES = sorted(ROOT.rglob("*.py"))

# Each package, and what it may import of the others. Everyone may use themselves.
MAY_IMPORT: dict[str, set[str]] = {
    "story": set(),
    "play": {"story", "files"},
    "stage": {"story"},
    "press": {"story", "stage", "paths"},
    "checks": {"story", "play", "stage"},
    "lab": {"story", "play", "files", "paths"},
    # Help for authors: it may judge a story as "check" does, and writes files; nothing plays it.
    "author": {"story", "play", "stage", "checks", "files", "html", "paths"},
    # What is handed in: pages about games.
    "report": {"story", "play", "html"},
    "log": {"lab", "paths"},
    "terminal": {"story", "play", "report", "lab", "paths"},
    "ui": {"story", "play", "stage", "report", "lab", "files", "paths"},
    "commands": {
        "author",
        "story",
        "play",
        "stage",
        "checks",
        "terminal",
        "ui",
        "report",
        "lab",
        "log",
        "files",
        "paths",
    },
    "cli": {"commands"},
    "packaging": set(),
    "files": set(),
    "html": set(),
    "paths": set(),
    "__main__": {"cli"},
    "__init__": set(),
}
# Which part of the house each library is let into; ruff says the same while one types.
DOORS = {
    "pygame": ("ui",),
    "yaml": ("story/source.py",),
    "PIL": ("stage/images", "press"),
    "numpy": ("press",),
    "resvg_py": ("press",),
}
PRINTERS = ("cli.py", "commands/")
# Who shows the record to somebody: what it is called stands in play/labels.py alone.
SHOWS_THE_RECORD = ("ui/", "terminal/", "report/", "author/lesson.py")
LABELS = {label for label in vars(labels).values() if isinstance(label, str) and " " in label}
LONGEST_FILE, LONGEST_FUNCTION = 300, 40


def name_of(file: Path) -> str:
    return file.relative_to(ROOT).as_posix()


def package_of(file: Path) -> str:
    return file.relative_to(ROOT).parts[0].removesuffix(".py")


def tree_of(file: Path) -> ast.Module:
    return ast.parse(file.read_text(encoding="utf-8"))


def imported(tree: ast.AST) -> Iterator[str]:
    """Yield the dotted names of what is imported, "from game import paths" being "game.paths"."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports here name the whole way"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


@pytest.mark.parametrize("file", FILES, ids=name_of)
def test_imports_point_inward(file: Path) -> None:
    here = package_of(file)
    others = {name.split(".")[1] for name in imported(tree_of(file)) if name.startswith("game.")}
    assert others - {here} <= MAY_IMPORT[here]


@pytest.mark.parametrize("file", FILES, ids=name_of)
def test_libraries_come_in_by_their_doors(file: Path) -> None:
    for name in imported(tree_of(file)):
        doors = DOORS.get(name.split(".")[0])
        assert doors is None or name_of(file).startswith(doors)


@pytest.mark.parametrize("file", FILES, ids=name_of)
def test_only_commands_print(file: Path) -> None:
    if not name_of(file).startswith(PRINTERS):
        names = [node.id for node in ast.walk(tree_of(file)) if isinstance(node, ast.Name)]
        assert "print" not in names


@pytest.mark.parametrize("file", FILES, ids=name_of)
def test_the_record_is_called_the_same_everywhere(file: Path) -> None:
    if name_of(file).startswith(SHOWS_THE_RECORD):
        texts = {node.value for node in ast.walk(tree_of(file)) if isinstance(node, ast.Constant)}
        assert not texts & (LABELS - {labels.__doc__})


@pytest.mark.parametrize("file", FILES, ids=name_of)
def test_files_and_functions_are_short(file: Path) -> None:
    assert len(file.read_text(encoding="utf-8").splitlines()) <= LONGEST_FILE
    for node in ast.walk(tree_of(file)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            assert length <= LONGEST_FUNCTION, node.name


@pytest.mark.parametrize("file", FILES, ids=name_of)
def test_modules_say_what_they_are_for(file: Path) -> None:
    assert ast.get_docstring(tree_of(file))


def test_these_tests_look_at_every_package() -> None:
    assert {package_of(file) for file in FILES} == set(MAY_IMPORT)
