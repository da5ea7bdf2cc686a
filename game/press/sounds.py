"""Make every sound of the game from numbers: ``python -m game.press.sounds``.

Nothing is recorded, so nothing is owed to anyone, and the same program makes the same files.
"""

import wave as wav
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

import numpy as np

from game import paths
from game.press.tones import (
    RATE,
    Band,
    Wave,
    burst,
    echoed,
    faded,
    filtered,
    lay,
    noise,
    silence,
    struck,
    swell,
    time,
    wander,
)


class Sound(NamedTuple):
    """How a sound is made, and the height of its loudest peak, in parts of the whole."""

    make: Callable[[], Wave]
    peak: float


def page() -> Wave:
    """A leaf is lifted, sweeps over, and comes down."""
    at = time(0.36)
    rustle = 0.35 + np.abs(noise(0.36, Band(20, 90), 12))
    sweep = np.exp(-(((at - 0.13) / 0.075) ** 2)) * noise(0.36, Band(900, 5_500, 0.6), 11)
    fall = np.exp(-(((at - 0.27) / 0.028) ** 2)) * noise(0.36, Band(350, 2_800, 0.5), 13)
    return faded((sweep * rustle + 0.55 * fall) * np.minimum(1, at / 0.02), 0.05)


def press() -> Wave:
    """A card touched: a tick of wood under paper."""
    wood = struck(0.11, ((410, 0.7, 0.07), (873, 0.5, 0.045), (1_530, 0.25, 0.03)))
    return faded(wood + 0.25 * burst(0.11, Band(600, 4_000, 0.5), 0.02, 21), 0.03)


def stamp() -> Wave:
    """A rubber stamp comes down on a desk: a soft body, a little ink and paper."""
    at = time(0.42)
    body = np.sin(2 * np.pi * (62 * at + 0.9 * (1 - np.exp(-at / 0.02)))) * np.exp(-at / 0.055)
    desk = struck(0.42, ((148, 0.5, 0.22), (233, 0.35, 0.14), (391, 0.2, 0.08)))
    slap = 0.42 * burst(0.42, Band(250, 2_200, 0.7), 0.07, 31)
    return faded((body * np.minimum(1, at / 0.004) + desk + slap), 0.08)


def bell() -> Wave:
    """One low bell, far off, as at the end of a chapter."""
    low = 174.6
    partials = (
        (low * 0.5, 0.45, 3.2),
        (low, 1.0, 2.8),
        (low * 1.003, 0.5, 2.6),
        (low * 1.19, 0.42, 2.0),
        (low * 1.5, 0.22, 1.4),
        (low * 2.0, 0.4, 1.2),
        (low * 2.51, 0.13, 0.7),
        (low * 3.01, 0.09, 0.45),
    )
    at = time(3.2)
    return faded(struck(3.2, partials) * np.minimum(1, at / 0.012), 0.9)


def wind() -> Wave:
    """Gusts over open ground, with a thin whistle in the strongest."""
    long = 7.0
    gusts = swell(long, ((1, 0.45, 0.1), (2, 0.2, 0.6), (5, 0.08, 0.3)))
    low = noise(long, Band(70, 420, 0.8), 41) * gusts
    high = noise(long, Band(380, 1_300, 1.0), 42) * gusts**2
    whistle: Wave = noise(long, Band(560, 640), 43) * np.maximum(0, gusts - 1) ** 2
    return low + 0.5 * high + 0.45 * whistle


def crowd() -> Wave:
    """Many people talk in the next room; no word can be made out."""
    long = 8.0
    room = np.sum([_voice(long, each) for each in range(28)], axis=0)
    hall = filtered(room, Band(140, 1_500, 0.25))
    return hall + 1.1 * echoed(hall, 0.5, 52) + 0.25 * noise(long, Band(150, 700, 0.7), 53)


def _voice(long: float, number: int) -> Wave:
    """A buzz with a wandering pitch, shaped by two vowels and cut into syllables and pauses."""
    seed = 500 + 10 * number
    pitch = 95 + 135 * ((number * 0.618) % 1) + 9 * wander(long, 1.5, seed)
    turns = np.cumsum(pitch) / RATE
    # A whole number of turns, so that the voice goes round too.
    turns *= round(turns[-1]) / turns[-1]
    buzz = np.sum([np.sin(2 * np.pi * n * turns) / n for n in range(1, 13)], axis=0)
    first, second = 380 + 37 * (number % 11), 950 + 83 * (number % 9)
    vowel = filtered(buzz, Band(first * 0.75, first * 1.3)) + 0.5 * filtered(
        buzz, Band(second * 0.85, second * 1.15)
    )
    speaks = np.clip(wander(long, 4.5, seed + 1), 0, 1.6)
    takes_turns = np.clip(0.5 + wander(long, 0.5, seed + 2), 0, 1.4)
    return vowel * speaks * takes_turns * (0.4 + 0.6 * ((number * 0.37) % 1))


def train() -> Wave:
    """Inside a carriage: the floor rumbles, the joints of the rails go by in pairs."""
    long = 6.0
    rumble = noise(long, Band(38, 170, 0.5), 61) * swell(long, ((3, 0.15, 0.0), (7, 0.1, 0.4)))
    loop = rumble + 0.16 * noise(long, Band(300, 1_600, 1.2), 62)
    knock = struck(0.3, ((72, 1.0, 0.25), (119, 0.7, 0.16), (283, 0.45, 0.08)))
    for joint in range(6):
        for axle, at in enumerate((0.0, 0.13, 0.46, 0.59)):
            hit = knock + 0.4 * burst(0.3, Band(250, 1_800, 0.6), 0.07, 630 + 4 * joint + axle)
            lay(loop, hit, joint + at, (3.2, 2.3, 2.8, 2.0)[axle])
    return loop


def sea() -> Wave:
    """Two waves come in and run back over pebbles."""
    long = 8.0
    loop = 0.35 * noise(long, Band(50, 300, 0.6), 71)
    for number, (at, gain) in enumerate(((0.2, 1.0), (4.5, 0.72))):
        moments = time(long)
        rise = np.exp(-(((moments - 2.0) / 0.9) ** 2))
        back = np.exp(-(((moments - 3.6) / 1.3) ** 2))
        breaks = noise(long, Band(120, 1_500, 0.8), 72 + number) * rise
        pebbles = noise(long, Band(1_200, 5_000, 0.5), 74 + number) * back * 0.28
        lay(loop, breaks + pebbles, at, gain)
    return loop


def rain() -> Wave:
    """Steady rain outside, and drops on the sill."""
    long = 6.0
    loop = 0.5 * noise(long, Band(900, 7_000, 0.5), 81) + 0.4 * noise(long, Band(150, 900, 0.9), 82)
    chance = np.random.RandomState(83)
    for _ in range(150):
        pitch = 900 * 4 ** chance.random_sample()
        drop = struck(0.05, ((pitch, 1.0, 0.03), (pitch * 1.6, 0.4, 0.015)))
        lay(loop, drop, long * chance.random_sample(), 0.4 + chance.random_sample())
    return loop


def clock_room() -> Wave:
    """A quiet room with a clock on the wall."""
    long = 6.0
    loop = 0.05 * noise(long, Band(60, 400, 0.8), 91)
    for second in range(6):
        deep = second % 2
        wood = struck(0.14, ((330 - 40 * deep, 0.4, 0.1), (1_240 - 130 * deep, 0.3, 0.04)))
        click = burst(0.14, Band(1_800, 5_500), 0.012, 92 + deep)
        lay(loop, wood + 0.35 * click, second + 0.3)
    return loop + 0.3 * echoed(loop, 0.25, 95)


def typewriter() -> Wave:
    """Somebody types two rooms away, stops to think, and types on."""
    long = 8.0
    loop = silence(long)
    chance = np.random.RandomState(101)
    at = 0.25
    while at < long - 0.9:
        strike = burst(0.09, Band(500, 3_200, 0.4), 0.03, chance.randint(1_000_000))
        body = struck(0.09, ((190, 0.7, 0.05), (640, 0.4, 0.03)))
        lay(loop, strike * 0.5 + body, at, 0.6 + 0.4 * chance.random_sample())
        thinks = 0.9 if chance.random_sample() < 0.09 else 0.0
        at += 0.13 + 0.12 * chance.random_sample() + thinks
    lay(loop, struck(0.8, ((2_093, 0.5, 0.7), (4_200, 0.15, 0.3))), long - 1.0, 0.45)
    heard = filtered(loop + 0.9 * echoed(loop, 0.5, 102), Band(120, 1_700, 0.2))
    return heard + 0.03 * noise(long, Band(60, 400, 0.8), 103)


SOUNDS: Mapping[str, Sound] = {
    "page": Sound(page, 0.32),
    "press": Sound(press, 0.30),
    "stamp": Sound(stamp, 0.45),
    "bell": Sound(bell, 0.40),
    "wind": Sound(wind, 0.30),
    "crowd": Sound(crowd, 0.28),
    "train": Sound(train, 0.32),
    "sea": Sound(sea, 0.32),
    "rain": Sound(rain, 0.26),
    "clock_room": Sound(clock_room, 0.20),
    "typewriter": Sound(typewriter, 0.22),
}


def render(sound: Sound) -> bytes:
    """The samples of a sound, 16 bits each, lowest byte first."""
    made = sound.make()
    level = 32_767 * sound.peak / float(np.max(np.abs(made)))
    samples: bytes = np.round(made * level).astype("<i2").tobytes()
    return samples


def write(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, sound in SOUNDS.items():
        with wav.open(str(folder / f"{name}.wav"), "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(RATE)
            file.writeframes(render(sound))


if __name__ == "__main__":
    write(paths.assets() / "sounds")
