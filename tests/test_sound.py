"""The sounds are what their recipes say, and nobody waits for them."""

import sys
import threading
import time
import wave
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pygame
import pytest

from game import paths
from game.press import sounds, tones
from game.stage import catalogue
from game.ui import sound
from game.ui.settings import Settings
from game.ui.sound import Sound

FOLDER = paths.assets() / "sounds"
NAMES = sorted(path.stem for path in FOLDER.glob("*.wav"))
LOOPS = sorted(set(NAMES) - {"page", "press", "stamp", "bell"})
MOST_BYTES, LONGEST_WAIT = 2_500_000, 10


Samples = npt.NDArray[np.int64]


def samples(name: str) -> Samples:
    with wave.open(str(FOLDER / f"{name}.wav")) as file:
        assert file.getparams()[:3] == (1, 2, tones.RATE)
        return np.frombuffer(file.readframes(file.getnframes()), "<i2").astype(np.int64)


def test_every_recipe_has_its_file_and_every_file_its_recipe() -> None:
    assert sorted(sounds.SOUNDS) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_the_file_is_what_its_recipe_makes(name: str) -> None:
    made = np.frombuffer(sounds.render(sounds.SOUNDS[name]), "<i2").astype(np.int64)
    # Another processor may round the last bit otherwise.
    assert np.max(np.abs(made - samples(name))) <= 1


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_too_loud_or_off_the_middle(name: str) -> None:
    heard = samples(name)
    assert 0.15 < np.max(np.abs(heard)) / 32_768 < 0.5
    assert abs(np.mean(heard)) < 0.003 * 32_768


@pytest.mark.parametrize("name", LOOPS)
def test_a_loop_runs_into_its_beginning(name: str) -> None:
    """Over the seam the wave and its slope change no more than they do elsewhere."""
    heard = samples(name)
    slopes = np.abs(np.diff(heard))
    bends = np.abs(np.diff(heard, 2))
    over = np.concatenate([heard[-3:], heard[:3]])
    assert np.max(np.abs(np.diff(over))) <= np.quantile(slopes, 0.999)
    assert np.max(np.abs(np.diff(over, 2))) <= np.quantile(bends, 0.999)


@pytest.mark.parametrize("name", sorted(set(NAMES) - set(LOOPS)))
def test_a_single_sound_begins_and_ends_in_silence(name: str) -> None:
    heard = samples(name)
    assert np.max(np.abs(heard[[0, -1]])) < 30


def test_all_sounds_together_are_small() -> None:
    assert sum(path.stat().st_size for path in FOLDER.iterdir()) < MOST_BYTES


def test_every_backdrop_sounds_like_something_there_is() -> None:
    places = catalogue.scan(paths.assets()).backdrops
    heard = {
        name: sound.ambience_for(name, place.mood, place.weather) for name, place in places.items()
    }
    assert {name for name, what in heard.items() if what not in LOOPS} == set()


def test_all_loops_are_heard_somewhere_and_all_that_is_named_is_there() -> None:
    named = [*sound.BACKDROPS.values(), *sound.WEATHERS.values(), *sound.MOODS.values()]
    assert sorted(set(named)) == LOOPS


@pytest.mark.parametrize(
    ("place", "heard"),
    [
        (("ship", "dawn", ""), "sea"),
        (("a teacher's barn", "dusk", "rain"), "rain"),
        (("a teacher's barn", "snow", ""), "wind"),
        (("", "", ""), ""),
    ],
)
def test_what_a_place_sounds_like(place: tuple[str, str, str], heard: str) -> None:
    assert sound.ambience_for(*place) == heard


@pytest.fixture
def card(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A sound card that plays to nobody."""
    monkeypatch.setenv("SDL_AUDIODRIVER", "dummy")
    monkeypatch.setattr(sound, "_LATER", 0)
    yield
    pygame.mixer.quit()


def until(is_so: Callable[[], object]) -> None:
    """Wait for something that is about to be true."""
    end = time.monotonic() + LONGEST_WAIT
    while not is_so():
        assert time.monotonic() < end
        time.sleep(0.005)


def playing() -> list[int]:
    """The channels that are heard; none where no sound card was opened."""
    if not pygame.mixer.get_init():
        return []
    count = pygame.mixer.get_num_channels()
    return [each for each in range(count) if pygame.mixer.Channel(each).get_busy()]


@pytest.mark.usefixtures("card")
def test_a_sound_is_played() -> None:
    player = Sound(FOLDER)
    until(pygame.mixer.get_init)
    player.play("bell")
    until(playing)
    assert min(playing()) >= 2
    player.close()
    assert pygame.mixer.get_init() is None


@pytest.mark.usefixtures("card")
def test_one_background_fades_into_another_and_the_same_goes_on() -> None:
    player = Sound(FOLDER)
    player.ambience("wind")
    until(playing)
    (first,) = playing()
    assert first in (0, 1)
    until(lambda: pygame.mixer.Channel(first).get_volume() > 0)
    player.ambience("wind")
    player.ambience("sea")
    until(lambda: playing() == [0, 1])
    player.stop()
    until(lambda: playing() == [])
    player.close()


@pytest.mark.usefixtures("card")
def test_a_background_that_has_hardly_begun_does_not_stay() -> None:
    player = sound._Player(FOLDER)
    player.settle(Settings())
    for name in ("wind", "sea", "rain", "train"):
        player.ambience(name)
    until(lambda: len(playing()) == 1)
    player.ambience("")
    until(lambda: playing() == [])
    player.shut()


@pytest.mark.usefixtures("card")
def test_what_is_not_there_is_not_missed(tmp_path: Path) -> None:
    (tmp_path / "page.wav").write_bytes(b"RIFF of a sound")
    player = Sound(tmp_path)
    for name in ("page", "stamp", "../../story"):
        player.play(name)
        player.ambience(name)
    until(pygame.mixer.get_init)
    player.close()
    assert pygame.mixer.get_init() is None


@pytest.mark.usefixtures("card")
def test_silence_lets_the_sound_card_go_and_takes_it_again() -> None:
    player = Sound(FOLDER, replace(Settings(), mute=True))
    player.ambience("rain")
    player.settle(Settings())
    until(playing)
    player.settle(replace(Settings(), effects=0, ambience=0))
    until(lambda: not pygame.mixer.get_init())
    player.settle(Settings())
    until(playing)
    player.close()


@pytest.mark.usefixtures("card")
def test_a_muted_game_never_opens_the_sound_card(monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[object] = []
    monkeypatch.setattr(pygame.mixer, "init", lambda *_args, **_rest: opened.append(1))
    player = Sound(FOLDER, replace(Settings(), mute=True))
    player.play("page")
    player.close()
    assert opened == []


@pytest.mark.usefixtures("card")
def test_volumes_are_those_of_the_settings() -> None:
    player = sound._Player(FOLDER)
    player.settle(replace(Settings(), effects=50, ambience=25))
    player.play("page", time.monotonic())
    player.ambience("wind")
    assert {name: round(each.get_volume(), 1) for (name, _), each in player._sounds.items()} == {
        "page": 0.5,
        "wind": 0.2,
    }
    player.settle(replace(Settings(), effects=100, ambience=0))
    assert {round(each.get_volume(), 1) for each in player._sounds.values()} == {1.0, 0.0}
    player.shut()


@pytest.mark.usefixtures("card")
def test_a_sound_that_comes_too_late_does_not_come() -> None:
    player = sound._Player(FOLDER)
    player.settle(Settings())
    player.play("bell", time.monotonic() - 60)
    assert playing() == []
    player.play("bell", time.monotonic())
    assert playing() != []
    player.shut()


@pytest.mark.usefixtures("card")
def test_nobody_waits_for_a_slow_sound_card(monkeypatch: pytest.MonkeyPatch) -> None:
    at_last = threading.Event()
    monkeypatch.setattr(pygame.mixer, "init", lambda *_args, **_rest: at_last.wait(LONGEST_WAIT))
    monkeypatch.setattr(sound, "_PATIENCE", 0)
    player = Sound(FOLDER)
    player.play("page")
    player.ambience("sea")
    player.settle(Settings())
    player.close()
    assert player._thread.is_alive()
    at_last.set()
    player._thread.join(LONGEST_WAIT)
    assert not player._thread.is_alive()


@pytest.mark.usefixtures("card")
@pytest.mark.parametrize("is_heard", [True, False])
def test_without_a_sound_card_it_is_quiet(
    monkeypatch: pytest.MonkeyPatch, *, is_heard: bool
) -> None:
    def fails(*_args: object, **_rest: object) -> None:
        raise pygame.error("no audio device")

    monkeypatch.setattr(pygame.mixer, "init", fails)
    monkeypatch.setattr(sound, "has_device", lambda: is_heard)
    player = Sound(FOLDER)
    player.play("page")
    player.ambience("sea")
    player.close()
    assert not player._thread.is_alive()


@pytest.mark.parametrize(
    ("there", "found"),
    [
        ((), False),
        (("snd/pcmC0D0c",), False),
        (("snd/pcmC0D0p",), True),
        (("run/pulse/native",), True),
        (("run/pipewire-0",), True),
    ],
)
def test_linux_is_asked_for_a_sound_card(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, there: tuple[str, ...], *, found: bool
) -> None:
    for name in there:
        (tmp_path / name).parent.mkdir(parents=True)
        (tmp_path / name).touch()
    monkeypatch.delenv("SDL_AUDIODRIVER", raising=False)
    monkeypatch.delenv("PULSE_SERVER", raising=False)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path / "run"))
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(sound, "_CARDS", tmp_path / "snd")
    assert sound.has_device() is found
