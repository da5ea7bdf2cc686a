"""The command that draws a scene's picture without a window."""

from pathlib import Path

import pytest

from game import cli
from game.stage.images import files

STORY = Path(__file__).parent / "cases" / "_base" / "story"


@pytest.mark.parametrize(
    ("words", "size"),
    [((), (1280, 720)), (("--size", "320x180"), (320, 180)), (("--covered",), (1280, 720))],
)
def test_a_scene_becomes_a_file(
    tmp_path: Path, words: tuple[str, ...], size: tuple[int, int]
) -> None:
    path = tmp_path / "smolny.png"
    assert cli.main(["preview", "smolny", "-o", str(path), "--story", str(STORY), *words]) == 0
    assert files.size(path) == size


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("smolni", "-o", "{}/a.png"), "Did you mean 'smolny'?"),
        (("smolny", "-o", "{}/no/a.png"), "cannot be written"),
        (("smolny", "-o", "{}"), "cannot be written"),
        (("smolny", "-o", "{}/a.png", "--story", "{}/none"), "does not exist"),
    ],
)
def test_what_cannot_be_done_is_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, ...], sentence: str
) -> None:
    told = [word.replace("{}", str(tmp_path)) for word in words]
    assert cli.main(["preview", "--story", str(STORY), *told]) == 2
    assert sentence in capsys.readouterr().err


@pytest.mark.parametrize("size", ["12", "0x0", "100x", "99999x10", "8x8"])
def test_a_size_is_written_as_two_numbers(size: str) -> None:
    with pytest.raises(SystemExit) as ended:
        cli.main(["preview", "smolny", "-o", "a.png", "--size", size])
    assert ended.value.code == 2
