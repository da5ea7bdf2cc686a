"""Finished pictures kept as files: found again, made again, and never in anybody's way."""

import os
import subprocess
import sys
import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from game.stage import cache, compose
from game.stage.pixels import Pixels
from game.stage.view import Frame
from game.story.model import Illustration
from tests.drawing import drawn, shipped

FRAME = Frame(64, 36, 0.4)
SCENE = drawn("archive", "lenin right")


def plates(folder: Path) -> list[Path]:
    return sorted(folder.iterdir())


@pytest.fixture
def never(monkeypatch: pytest.MonkeyPatch) -> None:
    """Composing is an error from here on."""

    def refuse(*_: object) -> Pixels:
        raise AssertionError("this should have been kept")

    monkeypatch.setattr(compose, "plate", refuse)
    monkeypatch.setattr(compose, "vignette", refuse)


def test_a_kept_picture_is_the_picture(tmp_path: Path) -> None:
    made = compose.plate(SCENE, shipped(), *FRAME)
    assert cache.plate(SCENE, shipped(), FRAME, None, tmp_path) == made
    assert cache.plate(SCENE, shipped(), FRAME, None, tmp_path) == made
    small = Frame(48, 20)
    assert cache.vignette(SCENE, shipped(), small, "red", None, tmp_path) == compose.vignette(
        SCENE, shipped(), 48, 20, "red"
    )
    assert cache.paper(8, 8, shipped(), tmp_path) == compose.paper(8, 8, shipped())
    assert len(plates(tmp_path)) == 3


def test_it_is_made_once(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    made = cache.plate(SCENE, shipped(), FRAME, None, tmp_path)
    request.getfixturevalue("never")
    assert cache.plate(SCENE, shipped(), FRAME, None, tmp_path) == made


@pytest.mark.parametrize(
    ("other", "frame"),
    [
        (SCENE, Frame(64, 36, 0.0)),
        (SCENE, Frame(64, 40, 0.4)),
        (drawn("archive", "lenin left"), FRAME),
        (drawn("archive", "lenin right - - fierce"), FRAME),
        (drawn("archive", "lenin right", mood="dawn"), FRAME),
        (drawn("archive", "lenin right", focus=0.5), FRAME),
        (drawn("kremlin_office", "lenin right"), FRAME),
    ],
)
def test_another_picture_is_another_file(tmp_path: Path, other: Illustration, frame: Frame) -> None:
    cache.plate(SCENE, shipped(), FRAME, None, tmp_path)
    cache.plate(other, shipped(), frame, None, tmp_path)
    assert len(plates(tmp_path)) == 2


def test_new_art_is_a_new_picture(tmp_path: Path) -> None:
    cache.plate(SCENE, shipped(), FRAME, None, tmp_path)
    cache.plate(SCENE, replace(shipped(), stamp="other"), FRAME, None, tmp_path)
    assert len(plates(tmp_path)) == 2


def test_an_own_picture_that_changed_is_drawn_anew(tmp_path: Path) -> None:
    own, kept = tmp_path / "mine.png", tmp_path / "kept"
    scene = drawn(picture="mine.png")
    Image.new("RGB", (64, 36), (250, 250, 250)).save(own)
    bright = cache.plate(scene, shipped(), FRAME, tmp_path, kept)
    Image.new("RGB", (64, 37), (10, 10, 10)).save(own)
    os.utime(own, ns=(1, 1))
    assert cache.plate(scene, shipped(), FRAME, tmp_path, kept) != bright


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: data[:0],
        lambda data: data[:10],
        lambda data: data[:-1],
        lambda data: data + b"x",
        lambda data: data[:30] + bytes([data[30] ^ 255]) + data[31:],
        lambda data: b"other" + data[5:],
    ],
)
def test_a_damaged_file_is_made_again(tmp_path: Path, damage: Callable[[bytes], bytes]) -> None:
    made = cache.plate(SCENE, shipped(), FRAME, None, tmp_path)
    (path,) = plates(tmp_path)
    whole = path.read_bytes()
    path.write_bytes(damage(whole))
    assert cache.plate(SCENE, shipped(), FRAME, None, tmp_path) == made
    assert path.read_bytes() == whole


def test_a_place_that_cannot_be_written_keeps_nothing(tmp_path: Path) -> None:
    place = tmp_path / "file"
    place.write_text("", encoding="utf-8")
    assert cache.plate(SCENE, shipped(), FRAME, None, place).width == 64
    assert cache.plate(SCENE, shipped(), FRAME, None, place / "inner").width == 64
    assert place.read_text(encoding="utf-8") == ""


def test_without_a_place_nothing_is_kept() -> None:
    assert cache.plate(SCENE, shipped(), FRAME).width == 64


def test_what_was_not_seen_for_longest_goes_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = 8 * 8 * 3 + 20
    monkeypatch.setattr(cache, "LARGEST", 3 * one)
    (tmp_path / "letter.txt").write_text("not ours", encoding="utf-8")
    (tmp_path / "left.part").write_bytes(b"x" * one)
    os.utime(tmp_path / "left.part", ns=(1, 1))
    names = []
    for number, ink in enumerate(("slate", "red", "sepia")):
        cache.vignette(SCENE, shipped(), Frame(8, 8), ink, None, tmp_path)
        (new,) = [
            file for file in plates(tmp_path) if file.suffix == ".plate" and file not in names
        ]
        os.utime(new, ns=(10 + number, 10 + number))
        names.append(new)
    assert not (tmp_path / "left.part").exists()
    cache.vignette(SCENE, shipped(), Frame(8, 8), "slate", None, tmp_path)
    cache.paper(8, 8, shipped(), tmp_path)
    assert (tmp_path / "letter.txt").exists()
    assert [name.exists() for name in names] == [True, False, True]


def test_many_threads_and_one_folder(tmp_path: Path) -> None:
    made: list[Pixels] = []

    def work() -> None:
        made.append(cache.plate(SCENE, shipped(), FRAME, None, tmp_path))

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert made == [compose.plate(SCENE, shipped(), *FRAME)] * 4
    assert [file.suffix for file in plates(tmp_path)] == [".plate"]


def test_a_kept_picture_needs_no_pillow(tmp_path: Path) -> None:
    """Its import takes longer than anything else before the first frame."""
    cache.paper(8, 8, shipped(), tmp_path)
    program = (
        "import sys; from pathlib import Path; from game import paths;"
        "from game.stage import cache, catalogue;"
        f"cache.paper(8, 8, catalogue.scan(paths.assets()), Path({str(tmp_path)!r}));"
        "sys.exit('PIL' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
