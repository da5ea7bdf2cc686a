"""The command "text" as it is run: from a file, from a pipe, and with what may be wrong."""

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from game import cli
from game.play import save, slots

NIGHTS = Path(__file__).parent / "stories" / "two-nights"
BROKEN = Path(__file__).parent / "stories" / "broken"


def typed(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode("utf-8"))))


def test_a_game_can_be_played_from_a_file(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    typed(monkeypatch, "1\n\n2\n2\nŽofie\n")
    code = cli.main(["text", "--story", str(NIGHTS), "--data", str(tmp_path), "--name", "Seat 7"])
    told = capsys.readouterr().out
    assert code == 0
    assert "Your decision: 2\n\nWhy?" in told
    assert told.endswith("Your game is kept.\n\n")
    kept = save.read(slots.autosave(slots.folder(tmp_path, "two-nights"))).save
    assert (kept.name, kept.decisions[0].reason) == ("Seat 7", "Žofie")


def test_a_game_can_begin_at_a_scene(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    typed(monkeypatch, "\n1\n")
    story = ["--story", str(NIGHTS), "--data", str(tmp_path)]
    assert cli.main(["text", *story, "--scene", "morning"]) == 0
    told = capsys.readouterr().out
    assert told.startswith("Chapter 2: After.")
    assert save.read(slots.autosave(slots.folder(tmp_path, "two-nights"))).save.origin == "morning"


def test_a_game_is_read_in_short_sentences_as_asked_for_or_as_set(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    story = ["text", "--story", str(NIGHTS), "--data", str(tmp_path), "--scene", "corridor"]
    typed(monkeypatch, "\n")
    assert cli.main([*story, "--easy"]) == 0
    assert "It is loud here." in capsys.readouterr().out
    typed(monkeypatch, "\n")
    assert cli.main(story) == 0
    assert "It is loud here." not in capsys.readouterr().out
    (tmp_path / "settings.json").write_text('{"reading": "easy"}', encoding="utf-8")
    typed(monkeypatch, "\n")
    assert cli.main(story) == 0
    assert "It is loud here." in capsys.readouterr().out


def test_a_scene_that_is_not_there_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["text", "--story", str(NIGHTS), "--scene", "mornin"]) == 2
    assert capsys.readouterr().err == "There is no scene 'mornin'. Did you mean 'morning'?\n"


def test_a_mistake_in_the_story_is_said_plainly(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["text", "--story", str(BROKEN)]) == 1
    assert capsys.readouterr().err == (BROKEN / "says.txt").read_text(encoding="utf-8")


def test_a_folder_that_is_not_there_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["text", "--story", str(tmp_path / "gone")]) == 2
    assert "does not exist. Name the folder of a story.\n" in capsys.readouterr().err


@pytest.mark.parametrize("lines", [b"", b"1\n\n2\n2\n\xff\xfe\x00\n\x1b[A\n", b"\n" * 50])
def test_any_bytes_through_a_pipe_end_well(lines: bytes, tmp_path: Path) -> None:
    told = subprocess.run(
        [sys.executable, "-m", "game", "text", "--story", str(NIGHTS), "--data", str(tmp_path)],
        input=lines,
        capture_output=True,
        env={**os.environ, "PYTHONIOENCODING": "ascii", "COLUMNS": "40"},
        check=False,
    )
    assert (told.returncode, told.stderr) == (0, b"")
    assert b"\x1b" not in told.stdout
    assert max(len(line) for line in told.stdout.splitlines()) <= 40 + len("Your decision: ")
