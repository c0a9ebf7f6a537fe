"""Palette, type scale, spacing and the unit: the whole look as constants.

One unit is `text size` pixels: 1280x720 at 100 % and 1920x1080 at 150 % are the same layout.
"""

from __future__ import annotations

from dataclasses import dataclass

Colour = tuple[int, int, int]


def _hex(text: str) -> Colour:
    return int(text[1:3], 16), int(text[3:5], 16), int(text[5:7], 16)


PAPER = _hex("#EFE6CF")
SHEET = _hex("#F9F3E3")
INK = _hex("#16120E")
RED = _hex("#B9231A")
BLUE = _hex("#1D5A6E")
ASH = _hex("#5F5646")
SAND = _hex("#CFC09C")
SHADE = _hex("#E0D4B5")
WHITE = _hex("#FFFBF0")
MIST = _hex("#BDB196")
LIGHT_RED = _hex("#D2402F")
LIGHT_BLUE = _hex("#6FA9BC")
COAL = _hex("#2E271F")
DEEP_RED = _hex("#8E1B14")
DEEP_BLUE = _hex("#164757")

PALETTE: dict[str, Colour] = {
    "paper": PAPER,
    "sheet": SHEET,
    "ink": INK,
    "red": RED,
    "blue": BLUE,
    "ash": ASH,
    "sand": SAND,
    "shade": SHADE,
    "white": WHITE,
    "mist": MIST,
    "light_red": LIGHT_RED,
    "light_blue": LIGHT_BLUE,
    "coal": COAL,
    "deep_red": DEEP_RED,
    "deep_blue": DEEP_BLUE,
}

TEXT_PAIRS: tuple[tuple[str, str], ...] = (
    ("ink", "paper"),
    ("ink", "sheet"),
    ("ink", "shade"),
    ("red", "paper"),
    ("red", "sheet"),
    ("blue", "paper"),
    ("blue", "sheet"),
    ("ash", "paper"),
    ("ash", "sheet"),
    ("ash", "shade"),
    ("white", "ink"),
    ("white", "red"),
    ("white", "blue"),
    ("mist", "ink"),
    ("mist", "coal"),
    ("light_blue", "ink"),
)
"""Every pair of text and ground the window uses; each has a contrast of at least 4.5."""


PALETTES: dict[str, dict[str, str]] = {
    "poster": {
        "red": "#B9231A", "light_red": "#D2402F", "deep_red": "#8E1B14",
        "blue": "#1D5A6E", "light_blue": "#6FA9BC", "deep_blue": "#164757",
    },
    "safe": {
        "red": "#AD4100", "light_red": "#E8801C", "deep_red": "#7A2E00",
        "blue": "#0B4F8A", "light_blue": "#6FB1E6", "deep_blue": "#083A66",
    },
}  # fmt: skip
"""The palette of the posters, and one that eyes with any of the three deficiencies tell apart."""


def use(name: str) -> None:
    """Take a palette; what is drawn from now on has its colours. An unknown name is the poster's."""
    for word, text in PALETTES.get(name, PALETTES["poster"]).items():
        PALETTE[word] = globals()[word.upper()] = _hex(text)


def colour(name: str) -> Colour:
    """A palette name or `#RRGGBB`; an unknown name is ink."""
    if name.startswith("#") and len(name) == 7:
        return _hex(name)
    return PALETTE.get(name, INK)


def ground_pair(name: str) -> tuple[Colour, Colour]:
    """The two flat halves of a portrait's ground for a bloc's colour."""
    pairs = {
        "red": (RED, DEEP_RED),
        "blue": (BLUE, DEEP_BLUE),
        "ink": (INK, COAL),
        "sand": (_hex("#D9CAA3"), _hex("#C9B487")),
        "white": (SHEET, SHADE),
        "": (_hex("#D9CAA3"), _hex("#C9B487")),
    }
    if name in pairs:
        return pairs[name]
    base = colour(name)
    return base, (base[0] * 3 // 4, base[1] * 3 // 4, base[2] * 3 // 4)


def luminance(shade: Colour) -> float:
    """Relative luminance, 0 to 1 (WCAG 2)."""
    parts = [channel / 255 for channel in shade]
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(first: Colour, second: Colour) -> float:
    """Contrast ratio of two colours, 1 to 21 (WCAG 2)."""
    high, low = sorted((luminance(first), luminance(second)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def text_on(ground: Colour) -> Colour:
    """Ink or white, whichever reads better on a ground."""
    return INK if contrast(INK, ground) > contrast(WHITE, ground) else WHITE


def second_on(ground: Colour) -> Colour:
    """Second text: ash on paper, mist on ink, white on a colour."""
    if ground in (INK, COAL):
        return MIST
    if contrast(ASH, ground) >= 4.5:
        return ASH
    return text_on(ground)


# ---------------------------------------------------------------- type


@dataclass(frozen=True)
class Style:
    """A face at a size and line height in units; `tracking` in units between letters."""

    face: str
    size: float
    line: float
    caps: bool = False
    tracking: float = 0.0


POSTER = Style("Oswald-Bold", 50, 58)
TITLE = Style("Oswald-Bold", 38, 46)
TITLE_SMALL = Style("Oswald-Bold", 30, 36)
HEADLINE = Style("Oswald-SemiBold", 30, 36)
SUBHEAD = Style("Oswald-SemiBold", 20, 28)
PANEL = Style("Oswald-SemiBold", 20, 28, caps=True)
PANEL_SMALL = Style("Oswald-Medium", 14, 22, caps=True)
NAME_CAPS = Style("Oswald-SemiBold", 17, 24, caps=True)
BUTTON = Style("Oswald-SemiBold", 17, 24, caps=True)
TAB = Style("Oswald-Medium", 15, 22, caps=True)
DATE = Style("Oswald-Bold", 28, 36, caps=True)
FIGURE = Style("Oswald-SemiBold", 22, 26)
FIGURE_SMALL = Style("Oswald-SemiBold", 18, 22)
FIGURE_BIG = Style("Oswald-Bold", 32, 38)
FIGURE_HUGE = Style("Oswald-Bold", 68, 76)
SERIF_BIG = Style("PTSerif-Regular", 20, 30)
SERIF = Style("PTSerif-Regular", 18, 26)
SERIF_SMALL = Style("PTSerif-Regular", 16, 22)
SERIF_BOLD = Style("PTSerif-Bold", 18, 26)
SERIF_HEAD = Style("PTSerif-Bold", 30, 38)
SERIF_ITALIC = Style("PTSerif-Italic", 17, 24)
BOLD = Style("PTSansNarrow-Bold", 16, 22)
BOLD_BIG = Style("PTSansNarrow-Bold", 17, 22)
TEXT = Style("PTSansNarrow-Regular", 16, 21)
SECOND = Style("PTSansNarrow-Regular", 14, 18)
SECOND_BOLD = Style("PTSansNarrow-Bold", 14, 18)
LABEL = Style("PTSansNarrow-Bold", 12, 16, caps=True, tracking=0.8)
KEY = Style("PTSansNarrow-Bold", 12, 16)

MINIMUM_TEXT = 12
"""No text is drawn smaller than this many pixels."""

# ---------------------------------------------------------------- space and time

UNIT = 8
MARGIN = 32
MARGIN_NARROW = 24
GUTTER = 32
GUTTER_SMALL = 16
BAR = 56
FOOTER = 32
RULE = 4
SHADOW = 7
FOCUS = 3
FOCUS_GAP = 2
SLOPE = 2
"""The one slope: two up for one across."""

HOVER_MS = 350
SHORT_MS = 120
TURN_MS = 420
ROLL_CALL_MS = 3000
REMOVAL_MS = 400

THREE_COLUMNS = 1100
TWO_COLUMNS = 820

TEXT_SIZES = (100, 125, 150, 175, 200)
"""The text sizes offered, in percent."""


@dataclass(frozen=True)
class Scale:
    """Turns units into pixels for one window and one text size."""

    width: int
    height: int
    percent: int = 100

    def px(self, units: float) -> int:
        """Units as whole pixels; anything above nothing is at least one pixel."""
        pixels = (
            int(units * self.percent / 100 + 0.5) if units >= 0 else -int(-units * self.percent / 100 + 0.5)
        )
        return pixels if pixels or not units else (1 if units > 0 else -1)

    @property
    def units_wide(self) -> float:
        """Window width in units: what decides the number of columns."""
        return self.width * 100 / self.percent

    @property
    def units_high(self) -> float:
        """Window height in units."""
        return self.height * 100 / self.percent

    @property
    def columns(self) -> int:
        """Three, two or one column."""
        if self.units_wide >= THREE_COLUMNS:
            return 3
        return 2 if self.units_wide >= TWO_COLUMNS else 1

    @property
    def margin(self) -> int:
        """Outer margin in pixels; narrower when there is one column."""
        return self.px(MARGIN if self.columns > 1 else MARGIN_NARROW // 2)

    def slant(self, height: float) -> int:
        """How far a cut of this height in pixels moves across."""
        return int(height / SLOPE + 0.5)
