"""Sounds: they are played where there is a sound card, and are not missed where there is none."""

import contextlib
import os
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from queue import SimpleQueue
from threading import Thread

import pygame

from game.ui.settings import Settings

FADE = 600
_RATE, _BUFFER = 22_050, 1024
# A sound that could not be played at once is not played much later.
_STALE = 0.4
# Opening the card stops everything for a moment, so the first picture comes first.
_LATER = 0.3
_PATIENCE = 2.0
_CARDS = Path("/dev/snd")
_AS_IT_CAME = Settings()

BACKDROPS: Mapping[str, str] = {
    "petrograd_night": "wind",
    "petrograd_day": "wind",
    "petrograd_winter": "wind",
    "winter_palace_square": "crowd",
    "white_hall": "crowd",
    "white_hall_day": "crowd",
    "smolny_hall": "crowd",
    "smolny_drape": "crowd",
    "smolny_office": "typewriter",
    "moscow_office": "typewriter",
    "meeting_hall": "crowd",
    "congress_hall": "crowd",
    "brest_hall": "clock_room",
    "kresty_cell": "wind",
    "vorkuta": "wind",
    "siberian_village": "wind",
    "winter_forest": "wind",
    "armoured_train": "train",
    "train_carriage": "train",
    "train_steppe": "train",
    "kremlin_office": "clock_room",
    "kremlin_summer": "clock_room",
    "kremlin_night": "clock_room",
    "red_square": "wind",
    "london_room": "rain",
    "vienna_room": "clock_room",
    "petrograd_flat": "rain",
    "moscow_flat": "clock_room",
    "sickroom": "clock_room",
    "prinkipo_room": "sea",
    "barbizon_room": "clock_room",
    "vienna_cafe": "crowd",
    "new_york_street": "crowd",
    "print_shop": "typewriter",
    "ship": "sea",
    "ship_night": "sea",
    "courtroom": "crowd",
    "alma_ata_snow": "wind",
    "prinkipo_island": "sea",
    "norway_house": "clock_room",
    "sukhumi_shore": "sea",
    "coyoacan_study": "clock_room",
    "coyoacan_patio": "typewriter",
    "coyoacan_night": "clock_room",
    "siberian_summer": "wind",
    "coyoacan_august": "clock_room",
    "casa_azul": "clock_room",
    "archive": "clock_room",
    "archive_scales": "clock_room",
    "reading_room": "clock_room",
    "garden": "wind",
    "soviet_hall": "crowd",
    "amherst_camp": "wind",
    "volga": "sea",
    "kronstadt_ice": "wind",
    "politburo_room": "clock_room",
    "house_of_unions": "clock_room",
    "berlin_street": "crowd",
    "tauride_palace": "crowd",
    "train_summer": "train",
    "cemetery": "wind",
    "gorki": "wind",
}
WEATHERS: Mapping[str, str] = {"snow": "wind", "rain": "rain"}
MOODS: Mapping[str, str] = {"snow": "wind", "archive": "clock_room", "lamplight": "clock_room"}


def ambience_for(backdrop: str, mood: str = "", weather: str = "") -> str:
    """Return what a place sounds like; a place we do not know sounds like its weather, or mood."""
    return BACKDROPS.get(backdrop) or WEATHERS.get(weather) or MOODS.get(mood, "")


def has_device() -> bool:
    """Ask the system, in no time, whether there is anything to hear with.

    SDL itself looks for eight seconds on Windows where there is none, and pygame lets nothing
    else run meanwhile: a thread of its own would not keep the window alive.
    """
    if os.environ.get("SDL_AUDIODRIVER"):
        return True
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415 - only Windows has this library

        return bool(ctypes.windll.winmm.waveOutGetNumDevs())
    if sys.platform == "linux":
        return _has_linux_device()
    return True


def _has_linux_device() -> bool:
    """A card, or a sound server that may be on another machine."""
    runtime = Path(os.environ.get("XDG_RUNTIME_DIR") or f"/run/user/{os.getuid()}")
    servers = (runtime / "pulse" / "native", runtime / "pipewire-0")
    try:
        is_served = any(server.exists() for server in servers)
    except OSError:
        is_served = False
    return bool(os.environ.get("PULSE_SERVER")) or is_served or any(_CARDS.glob("pcm*p"))


class Sound:
    """Takes wishes and returns at once; a thread of its own does what can be done about them."""

    def __init__(self, folder: Path, settings: Settings = _AS_IT_CAME) -> None:
        self._wishes: SimpleQueue[Callable[[_Player], None] | None] = SimpleQueue()
        self.settle(settings)
        self._thread = Thread(target=_serve, args=(folder, self._wishes), daemon=True)
        self._thread.start()

    def play(self, name: str) -> None:
        """Play a sound once: page, press, stamp, bell."""
        asked = time.monotonic()
        self._wishes.put(lambda player: player.play(name, asked))

    def ambience(self, name: str) -> None:
        """Let one background fade into another; "" fades into silence."""
        self._wishes.put(lambda player: player.ambience(name))

    def settle(self, settings: Settings) -> None:
        """Take on volumes; at none at all the sound card is let go."""
        self._wishes.put(lambda player: player.settle(settings))

    def stop(self) -> None:
        self.ambience("")

    def close(self) -> None:
        """Let the sound card go; to be called before pygame is ended."""
        self._wishes.put(None)
        self._thread.join(_PATIENCE)


def _serve(folder: Path, wishes: "SimpleQueue[Callable[[_Player], None] | None]") -> None:
    player = _Player(folder)
    time.sleep(_LATER)
    for wish in iter(wishes.get, None):
        # Where the mixer was ended before us there is nothing left to play.
        with contextlib.suppress(pygame.error):
            wish(player)
    player.shut()


class _Player:
    """What lives on the thread of the sound: the mixer, and the files that have been read."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._volumes: Mapping[bool, float] = {}
        self._sounds: dict[tuple[str, bool], pygame.mixer.Sound] = {}
        self._ambience = ""
        self._turn = 0
        self._is_open = False

    def settle(self, settings: Settings) -> None:
        effects, ambience = settings.effects / 100, settings.ambience / 100
        self._volumes = {} if settings.mute else {False: effects, True: ambience}
        if not any(self._volumes.values()):
            self.shut()
        elif not self._is_open and has_device():
            self._open()
        for (_, loops), sound in self._sounds.items():
            sound.set_volume(self._volumes.get(loops, 0))

    def play(self, name: str, asked: float) -> None:
        sound = self._sound(name, loops=False)
        if sound is not None and time.monotonic() - asked < _STALE:
            sound.play()

    def ambience(self, name: str) -> None:
        if name == self._ambience:
            return
        self._ambience = name
        if self._is_open:
            self._begin()

    def shut(self) -> None:
        self._sounds.clear()
        if self._is_open:
            self._is_open = False
            pygame.mixer.quit()

    def _open(self) -> None:
        try:
            pygame.mixer.init(_RATE, -16, 1, _BUFFER, allowedchanges=0)
        except pygame.error:
            return
        self._is_open = True
        pygame.mixer.set_reserved(2)
        self._begin()

    def _begin(self) -> None:
        """Fade from one of two channels to the other."""
        before = pygame.mixer.Channel(self._turn)
        # One that has only just begun to fade in is silent still, and would not hear of fading out.
        if before.get_volume():
            before.fadeout(FADE)
        else:
            before.stop()
        self._turn = 1 - self._turn
        sound = self._sound(self._ambience, loops=True)
        if sound is not None:
            pygame.mixer.Channel(self._turn).play(sound, loops=-1, fade_ms=FADE)

    def _sound(self, name: str, *, loops: bool) -> pygame.mixer.Sound | None:
        """The sound of a name; it carries the volume, because a channel forgets its own."""
        if not (self._is_open and name):
            return None
        found = self._sounds.get((name, loops))
        if found is None:
            try:
                found = pygame.mixer.Sound(self._folder / f"{name}.wav")
            except (OSError, pygame.error):
                return None
            found.set_volume(self._volumes.get(loops, 0))
            self._sounds[name, loops] = found
        return found
