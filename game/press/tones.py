"""Raw material for sounds: noise, swells, echoes; everything meant for a loop goes round.

The seeded generator is numpy's old one on purpose: its numbers are promised never to change.
"""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

RATE = 22_050
Wave = npt.NDArray[np.float64]


class Band(NamedTuple):
    """Frequencies let through, in Hz; ``tilt`` is how fast power falls with them."""

    low: float
    high: float
    tilt: float = 0.0


def silence(seconds: float) -> Wave:
    return np.zeros(round(seconds * RATE))


def time(seconds: float) -> Wave:
    return np.arange(round(seconds * RATE)) / RATE


def noise(seconds: float, band: Band, seed: int) -> Wave:
    """Noise of a band, as loud as 1 on average; its end runs into its beginning."""
    count = round(seconds * RATE)
    wave = filtered(np.random.RandomState(seed).standard_normal(count), band)
    return wave / max(float(np.sqrt(np.mean(wave**2))), 1e-12)


def filtered(wave: Wave, band: Band) -> Wave:
    """The wave with soft edges to its band; it goes round as before."""
    pitch = np.fft.rfftfreq(len(wave), 1 / RATE)
    low = 1 / (1 + (band.low / np.maximum(pitch, 1e-3)) ** 6)
    high = 1 / (1 + (pitch / band.high) ** 6)
    tilt = np.maximum(pitch / band.low, 1e-3) ** (-band.tilt)
    return np.fft.irfft(np.fft.rfft(wave) * low * high * tilt, len(wave))


def swell(seconds: float, parts: tuple[tuple[int, float, float], ...]) -> Wave:
    """A slow rise and fall round 1: whole cycles in the loop, depth, and where they begin."""
    turn = 2 * np.pi * time(seconds) / seconds
    return 1 + sum((d * np.sin(n * turn + 2 * np.pi * at) for n, d, at in parts), np.zeros(1))


def wander(seconds: float, fastest: float, seed: int) -> Wave:
    """A slow wave that never repeats within the loop, as loud as 1 on average."""
    return noise(seconds, Band(0.1, fastest), seed)


def lay(loop: Wave, sound: Wave, at: float, gain: float = 1.0) -> None:
    """Add a sound to a loop; what hangs over the end comes in at the beginning."""
    first = round(at * RATE)
    places = (first + np.arange(len(sound))) % len(loop)
    np.add.at(loop, places, sound * gain)


def struck(seconds: float, partials: tuple[tuple[float, float, float], ...]) -> Wave:
    """Something struck: each partial has a pitch, a loudness and seconds until it is faint."""
    at = time(seconds)
    wave = silence(seconds)
    for pitch, gain, dies in partials:
        wave += gain * np.sin(2 * np.pi * pitch * at) * np.exp(-4.6 * at / dies)
    return wave * np.minimum(1, at / 0.0015)


def burst(seconds: float, band: Band, dies: float, seed: int) -> Wave:
    """A short noise that dies away."""
    at = time(seconds)
    return noise(seconds, band, seed) * np.exp(-4.6 * at / dies) * np.minimum(1, at / 0.001)


def echoed(loop: Wave, room: float, seed: int) -> Wave:
    """A loop as heard through a room whose echo lasts so many seconds."""
    tail = burst(room, Band(150, 3_000, 0.3), 0.6 * room, seed)
    answer = np.zeros(len(loop))
    answer[: len(tail)] = tail / np.sqrt(np.sum(tail**2))
    return np.fft.irfft(np.fft.rfft(loop) * np.fft.rfft(answer), len(loop))


def faded(wave: Wave, last: float) -> Wave:
    """A single sound brought gently to silence at its end."""
    count = round(last * RATE)
    wave = wave.copy()
    wave[-count:] *= np.cos(np.linspace(0, np.pi / 2, count)) ** 2
    return wave
