"""Text: cached faces, measured and drawn word by word, so that spaces keep their width."""

from __future__ import annotations

from functools import lru_cache

import pygame

from game.scenario.places import assets_dir
from game.ui import theme
from game.ui.keep import kept
from game.ui.theme import Colour, Style


@lru_cache(maxsize=256)
def face(name: str, size: int) -> pygame.font.Font:
    """A font file of `assets/fonts` at a size in pixels, never under the minimum."""
    if not pygame.font.get_init():
        pygame.font.init()
    return pygame.font.Font(str(assets_dir() / "fonts" / f"{name}.ttf"), max(size, theme.MINIMUM_TEXT))


def pixel_size(style: Style, percent: int) -> int:
    """The size of a style in pixels at a text size."""
    return max(theme.MINIMUM_TEXT, int(style.size * percent / 100 + 0.5))


def line_height(style: Style, percent: int) -> int:
    """The height of a line of a style in pixels."""
    return int(style.line * percent / 100 + 0.5)


@lru_cache(maxsize=512)
def cap_height(name: str, size: int) -> int:
    """Height of a capital in pixels."""
    return face(name, size).render("H", True, (0, 0, 0)).get_bounding_rect().height


def show(text: str, style: Style) -> str:
    """The text as drawn: capitals where the style asks, a true minus before figures."""
    return text.upper() if style.caps else text


def true_minus(amount: int, decimals: int = 0, signed: bool = False) -> str:
    """An integer amount with its decimals, a true minus and, if asked, a plus sign."""
    scale: int = 10**decimals
    whole, rest = divmod(abs(amount), scale)
    figures = f"{whole}.{rest:0{decimals}d}" if decimals else f"{whole}"
    if amount < 0:
        return "\N{MINUS SIGN}" + figures
    return "+" + figures if signed and amount > 0 else figures


@lru_cache(maxsize=512)
def space_width(name: str, size: int) -> int:
    """Width of a word space in pixels, measured without kerning neighbours."""
    font = face(name, size)
    return max(1, font.size("n n")[0] - font.size("nn")[0])


@lru_cache(maxsize=16384)
def word_width(word: str, style: Style, percent: int) -> int:
    """Width of a word without spaces, in pixels."""
    size = pixel_size(style, percent)
    font = face(style.face, size)
    if not style.tracking:
        return font.size(word)[0]
    gap = max(1, int(style.tracking * percent / 100 + 0.5))
    return sum(font.size(letter)[0] for letter in word) + gap * max(0, len(word) - 1)


@lru_cache(maxsize=16384)
def width(text: str, style: Style, percent: int) -> int:
    """Width of a line of text in pixels."""
    words = show(text, style).split(" ")
    size = pixel_size(style, percent)
    gap = space_width(style.face, size)
    if style.tracking:
        gap += 2 * max(1, int(style.tracking * percent / 100 + 0.5))
    return sum(word_width(word, style, percent) for word in words) + gap * (len(words) - 1)


@kept(16)
def picture(text: str, style: Style, percent: int, colour: Colour) -> pygame.Surface:
    """A line of text on a transparent ground, baseline and height those of its face."""
    size = pixel_size(style, percent)
    font = face(style.face, size)
    result = pygame.Surface((max(1, width(text, style, percent)), font.get_height()), pygame.SRCALPHA)
    gap = space_width(style.face, size)
    tracking = max(1, int(style.tracking * percent / 100 + 0.5)) if style.tracking else 0
    left = 0
    for word in show(text, style).split(" "):
        pieces = list(word) if tracking else [word]
        for piece in pieces:
            if piece:
                result.blit(font.render(piece, True, colour), (left, 0))
                left += font.size(piece)[0] + tracking
        left += gap + (tracking if tracking else 0)
    return result


def baseline(style: Style, percent: int) -> int:
    """Distance from the top of a line box to the baseline: capitals stand in its middle."""
    size = pixel_size(style, percent)
    return (line_height(style, percent) + cap_height(style.face, size) + 1) // 2


def wrap(text: str, style: Style, percent: int, room: int) -> list[str]:
    """Lines no wider than `room` pixels; a word longer than the room stands alone and is cut."""
    lines: list[str] = []
    for paragraph in text.split("\n"):
        line = ""
        for word in paragraph.split():
            longer = f"{line} {word}" if line else word
            if not line or width(longer, style, percent) <= room:
                line = longer
            else:
                lines.extend(_cut(line, style, percent, room))
                line = word
        lines.extend(_cut(line, style, percent, room))
    return lines


def _cut(line: str, style: Style, percent: int, room: int) -> list[str]:
    if width(line, style, percent) <= room or " " in line:
        return [line]
    pieces: list[str] = []
    while line and width(line, style, percent) > room:
        end = len(line) - 1
        while end > 1 and width(line[:end], style, percent) > room:
            end -= 1
        pieces.append(line[:end])
        line = line[end:]
    return [*pieces, line]


@kept(6)
def poster(text: str, name: str, colour: Colour, box_width: int, box_height: int) -> pygame.Surface:
    """Fitted lettering: drawn large, cropped to its ink, scaled to the box.

    The width is kept within a quarter of the natural one, so the result may be narrower than the box.
    """
    large = face(name, 200).render(text, True, colour)
    ink = large.subsurface(large.get_bounding_rect())
    natural = ink.get_width() * box_height / max(1, ink.get_height())
    wide = min(box_width, int(natural * 1.25))
    high = box_height
    if wide < natural * 0.75:
        high = max(1, int(box_height * wide / (natural * 0.75)))
    return pygame.transform.smoothscale(ink, (max(1, wide), max(1, high)))
