"""The command "play" where there is nothing to open a window on: one sentence, and what to do."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from game import cli

NOT_HERE = ("DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER")


def played(data: Path, *words: str, **changed: str) -> "subprocess.CompletedProcess[str]":
    environment = {name: value for name, value in os.environ.items() if name not in NOT_HERE}
    return subprocess.run(
        [sys.executable, "-m", "game", "play", "--data", str(data), *words],
        env={**environment, "XDG_RUNTIME_DIR": str(data), **changed},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there always is a display")
def test_without_a_display_it_says_what_else_there_is(tmp_path: Path) -> None:
    done = played(tmp_path)
    assert done.returncode == 2
    assert done.stdout == ""
    for words in ("There is no screen", "power-struggle text", "preview", "-o", "--window"):
        assert words in done.stderr
    assert "Traceback" not in done.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("driver", ["x11", "no-such-driver"])
def test_a_display_that_cannot_be_reached_is_none(tmp_path: Path, driver: str) -> None:
    done = played(tmp_path, SDL_VIDEODRIVER=driver, DISPLAY=":4711")
    assert done.returncode == 2
    assert "There is no screen" in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_the_words_of_the_command_are_explained(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        cli.main(["play", "--help"])
    told = capsys.readouterr().out
    assert ended.value.code == 0
    assert all(word in told for word in ("--story", "--scene", "--window", "--fullscreen"))


@pytest.mark.parametrize(
    ("name", "why"), [("nosuch.zip", "does not exist"), ("letter.txt", "is not a folder")]
)
def test_a_story_that_is_not_there_opens_no_window(
    tmp_path: Path, name: str, why: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "letter.txt").write_text("Dear all\n", encoding="utf-8")
    data = tmp_path / "data"
    assert cli.main(["play", "--data", str(data), "--story", str(tmp_path / name)]) == 2
    assert f"{name}' {why}. Name the folder of a story.\n" in capsys.readouterr().err
    assert not data.exists()
