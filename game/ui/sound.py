"""Dry, small sounds made from arithmetic: paper, stamp, tap, bell, murmur, applause, and the title's theme.

Silent without a device.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pygame
from numpy.typing import NDArray

RATE = 22050
Wave = NDArray[np.float64]


def _time(seconds: float) -> Wave:
    return np.arange(int(RATE * seconds)) / RATE


def _noise(count: int, seed: int) -> Wave:
    """Fixed noise: an ornament, of no concern to the rules."""
    value = np.arange(count, dtype=np.uint64) + np.uint64(seed * 7919 + 1)
    value = (value ^ (value >> np.uint64(15))) * np.uint64(0x2C1B3C6D)
    value = (value ^ (value >> np.uint64(12))) * np.uint64(0x297A2D39)
    return ((value >> np.uint64(8)) % np.uint64(65536)).astype(np.float64) / 32768 - 1


def _smooth(wave: Wave, width: int) -> Wave:
    return np.convolve(wave, np.ones(width) / width, "same")


def stamp() -> Wave:
    """An order given: a rubber stamp on a desk."""
    time = _time(0.16)
    return (
        np.sin(2 * np.pi * 82 * time) * np.exp(-time * 34) * 0.8
        + _smooth(_noise(len(time), 1), 6) * np.exp(-time * 70) * 0.5
    )


def tap() -> Wave:
    """Something locked, or merely touched: a dull tap."""
    time = _time(0.07)
    return np.sin(2 * np.pi * 150 * time) * np.exp(-time * 80) * 0.4


def bell() -> Wave:
    """The chair's bell."""
    time = _time(0.9)
    tones = sum(
        np.sin(2 * np.pi * pitch * time) * np.exp(-time * decay)
        for pitch, decay in ((1180, 5), (1760, 7), (2940, 11))
    )
    return np.asarray(tones, dtype=np.float64) * 0.2


def murmur() -> Wave:
    """A hall: low noise that swells and falls."""
    time = _time(2.4)
    swell = np.sin(np.pi * time / 2.4) ** 2 * (0.8 + 0.2 * np.sin(2 * np.pi * 3.1 * time))
    return _smooth(_noise(len(time), 2), 40) * swell * 1.6


def paper() -> Wave:
    """A sheet turned."""
    time = _time(0.2)
    noise = _noise(len(time), 3)
    return (noise - _smooth(noise, 5)) * np.sin(np.pi * time / 0.2) * 0.25


def applause() -> Wave:
    """Hands in a hall: many short claps, thick in the middle."""
    time = _time(1.6)
    wave = np.zeros(len(time))
    clap = _noise(int(RATE * 0.02), 5) * np.exp(-np.arange(int(RATE * 0.02)) / 60)
    for number in range(140):
        start = (number * 2654435761 % 1000) * (len(time) - len(clap)) // 1000
        wave[start : start + len(clap)] += clap * (0.5 + (number % 7) / 14)
    return wave * np.sin(np.pi * time / 1.6) ** 0.7 * 0.25


#: The theme: seconds of a beat, and of the whole; beats and pitches (Hz) of its notes, each held to the next.
BEAT, THEME_SECONDS = 0.72, 8.6
MOTIF = ((2, 146.83), (3, 174.61), (4, 196.0), (5, 220.0), (6, 261.63), (7, 293.66))
#: Beats on which the drum is struck, and how hard in thousandths.
DRUM = ((0, 800), (1, 600), (1.5, 400), (2, 900), (3, 600), (4, 900), (5, 600), (5.5, 400), (6, 900), (7, 1000))


def title_theme() -> Wave:
    """The title: a low drum, and a plain line that rises through an octave and stays there."""
    time = _time(THEME_SECONDS)
    wave = np.zeros(len(time))
    for beat, force in DRUM:
        _lay(wave, beat, _drum() * force / 1000)
    ends = [*(beat for beat, _ in MOTIF[1:]), THEME_SECONDS / BEAT]
    for (beat, pitch), end in zip(MOTIF, ends, strict=True):
        _lay(wave, beat, _horn(pitch, (end - beat) * BEAT + 0.1))
    _lay(wave, MOTIF[-1][0], _horn(MOTIF[0][1] / 2, THEME_SECONDS - MOTIF[-1][0] * BEAT) * 0.6)
    return wave * np.clip((THEME_SECONDS - time) / 2.4, 0, 1) * 0.6


def _lay(wave: Wave, beat: float, sound: Wave) -> None:
    """Add a sound from a beat on."""
    room = wave[int(beat * BEAT * RATE) :]
    room[: len(sound)] += sound[: len(room)]


def _drum() -> Wave:
    """A large drum, muffled; its tone sinks."""
    time = _time(0.7)
    skin = np.sin(2 * np.pi * (52 * time + 1.6 * (1 - np.exp(-time * 30)))) * np.exp(-time * 7)
    return skin * 0.7 + _smooth(_noise(len(time), 7), 24) * np.exp(-time * 30) * 0.5


def _horn(pitch: float, seconds: float) -> Wave:
    """A low, breathy note: a few harmonics in two voices a hair apart, soft at both ends."""
    time = _time(seconds)
    wave = np.zeros(len(time))
    for harmonic in range(1, 7):
        for voice in (0.998, 1.002):
            wave += np.sin(2 * np.pi * pitch * voice * harmonic * time) / harmonic**1.1
    swell = np.clip(np.minimum(time / 0.09, (seconds - time) / 0.12), 0, 1)
    return np.asarray(wave * swell * 0.16, dtype=np.float64)


SOUNDS: dict[str, Callable[[], Wave]] = {
    "stamp": stamp,
    "tap": tap,
    "bell": bell,
    "murmur": murmur,
    "paper": paper,
    "applause": applause,
    "theme": title_theme,
}


class Silent:
    """Plays nothing: no device, or sound turned off."""

    def play(self, name: str, loudness: int = 1000) -> bool:
        """Nothing is heard."""
        return False

    def prepare(self, name: str) -> bool:
        """Make a sound before it is wanted; False when there is none of that name, or nothing is heard."""
        return False

    def fade(self, name: str, milliseconds: int = 600) -> None:
        """Let a sound that is playing die away."""


class Sounds(Silent):
    """Plays the sounds by name at a volume in percent; each is made when first wanted."""

    def __init__(self, volume: int = 100) -> None:
        self.volume = volume
        self._made: dict[str, pygame.mixer.Sound] = {}

    def play(self, name: str, loudness: int = 1000) -> bool:
        """Play a sound at a loudness in thousandths; False when there is none of that name."""
        if not self.prepare(name):
            return False
        self._made[name].set_volume(max(0, min(1000, loudness)) * self.volume / 100_000)
        self._made[name].play()
        return True

    def prepare(self, name: str) -> bool:
        if name not in SOUNDS:
            return False
        if name not in self._made:
            wave = np.clip(SOUNDS[name](), -1, 1) * 20000
            channels = (pygame.mixer.get_init() or (RATE, -16, 1))[2]
            data = wave.astype(np.int16)
            shaped = (
                np.ascontiguousarray(np.repeat(data[:, None], channels, axis=1)) if channels > 1 else data
            )
            self._made[name] = pygame.sndarray.make_sound(shaped)
        return True

    def fade(self, name: str, milliseconds: int = 600) -> None:
        if name in self._made:
            self._made[name].fadeout(milliseconds)


def open_sounds(wanted: bool = True, volume: int = 100) -> Silent:
    """Sounds if they are wanted and there is a device, silence otherwise, also of what is still playing."""
    if not wanted:
        if pygame.mixer.get_init():
            pygame.mixer.stop()
        return Silent()
    try:
        if not pygame.mixer.get_init():
            pygame.mixer.init(RATE, -16, 1, 512)
    except pygame.error:
        return Silent()
    return Sounds(volume)
