"""Both palettes: contrast of text, and groups told apart by eyes with any of the three deficiencies."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

import pytest

from game.ui import theme
from game.ui.theme import Colour

#: Linear light as seen without one kind of cone (Machado, Oliveira and Fernandes 2009, severity 1).
DEFICIENCIES = {
    "no red cone": ((0.152, 1.053, -0.205), (0.115, 0.786, 0.099), (-0.004, -0.048, 1.052)),
    "no green cone": ((0.367, 0.861, -0.228), (0.280, 0.673, 0.047), (-0.012, 0.043, 0.969)),
    "no blue cone": ((1.256, -0.077, -0.179), (-0.078, 0.931, 0.148), (0.005, 0.691, 0.304)),
}
#: What must be told apart on a screen; where two of a screen differ in shape too, colour is not all they have.
SCREENS = {
    "session": ("light_red", "white", "mist"),
    "map": ("red", "blue", "ink", "sand"),
    "web": ("red", "blue", "ink", "sand", "ash"),
}
#: Differences in CIELAB: plain at a glance, and what the safe palette promises between red, blue and ink.
PLAIN, SAFE = 20, 35


@pytest.fixture(params=sorted(theme.PALETTES))
def palette(request: pytest.FixtureRequest) -> Iterator[str]:
    theme.use(request.param)
    yield request.param
    theme.use("poster")


def linear(colour: Colour) -> list[float]:
    parts = [channel / 255 for channel in colour]
    return [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]


def lab(colour: Colour, deficiency: str) -> tuple[float, float, float]:
    light = linear(colour)
    r, g, b = (
        min(1.0, max(0.0, sum(factor * part for factor, part in zip(row, light, strict=True))))
        for row in DEFICIENCIES[deficiency]
    )
    x, y, z = (0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505, 0.2126 * r + 0.7152 * g + 0.0722 * b, 0.0
    z = (0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089
    fx, fy, fz = (value ** (1 / 3) if value > 0.008856 else 7.787 * value + 16 / 116 for value in (x, y, z))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def apart(first: str, second: str, deficiency: str) -> float:
    one, two = lab(theme.colour(first), deficiency), lab(theme.colour(second), deficiency)
    return sum((a - b) ** 2 for a, b in zip(one, two, strict=True)) ** 0.5


@pytest.mark.parametrize("deficiency", DEFICIENCIES)
@pytest.mark.parametrize("screen", SCREENS)
def test_groups_stay_apart(palette: str, screen: str, deficiency: str) -> None:
    for first, second in combinations(SCREENS[screen], 2):
        assert apart(first, second, deficiency) >= PLAIN, (first, second)


@pytest.mark.parametrize("deficiency", DEFICIENCIES)
def test_the_safe_palette_keeps_the_camps_further_apart(deficiency: str) -> None:
    theme.use("safe")
    try:
        assert min(apart(a, b, deficiency) for a, b in combinations(("red", "blue", "ink"), 2)) >= SAFE - 1
    finally:
        theme.use("poster")


def test_text_reads_in_both_palettes(palette: str) -> None:
    for text, ground in theme.TEXT_PAIRS:
        assert theme.contrast(theme.colour(text), theme.colour(ground)) >= 4.5, (palette, text, ground)


def test_a_palette_is_taken_everywhere_and_given_back() -> None:
    before = theme.RED
    theme.use("safe")
    assert before != theme.RED == theme.PALETTE["red"] == theme.ground_pair("red")[0]
    theme.use("unknown")
    assert before == theme.RED
