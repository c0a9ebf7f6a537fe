"""Text stays inside its widget and its window, and apart from other text, at every text size."""

from __future__ import annotations

from itertools import combinations

import pygame
import pytest

from game.ui import gallery, theme
from game.ui.canvas import TextMark
from game.ui.widgets.core import Widget

SIZES = [(1280, 720), (1920, 1080)]
TEXTS = [100, 150, 200]


def seen(mark: TextMark) -> pygame.Rect:
    """The part of a line that is not clipped away."""
    return mark.rect.clip(mark.clip)


def outside(marks: list[TextMark]) -> list[str]:
    """Lines that leave the rectangle of the widget that drew them."""
    bad = []
    for mark in marks:
        assert isinstance(mark.owner, Widget)
        if not mark.owner.rect.inflate(4, 6).contains(mark.rect):
            bad.append(f"{mark.text!r} {mark.rect} in {type(mark.owner).__name__} {mark.owner.rect}")
    return bad


def overlaps(marks: list[TextMark]) -> list[str]:
    """Pairs of lines of one layer whose ink boxes meet."""
    shown = [mark for mark in marks if seen(mark).width and seen(mark).height]
    return [
        f"{one.text!r} {one.rect} over {two.text!r} {two.rect}"
        for one, two in combinations(shown, 2)
        if one.layer == two.layer and seen(one).inflate(-2, -4).colliderect(seen(two).inflate(-2, -4))
    ]


@pytest.mark.parametrize("page", gallery.PAGES)
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("text", TEXTS)
def test_text_is_neither_clipped_nor_overlapped(page: str, size: tuple[int, int], text: int) -> None:
    app = gallery.make(size, text, page, still=True)
    marks = app.stage.paint(app.surface)
    assert marks
    assert outside(marks) == []
    assert overlaps(marks) == []
    assert [mark.text for mark in marks if mark.cut] == []
    window = pygame.Rect((0, 0), size)
    across = [mark.text for mark in marks if mark.rect.left < window.left or mark.rect.right > window.right]
    assert across == []


@pytest.mark.parametrize("text", TEXTS)
def test_every_column_of_a_narrow_window_can_be_reached(text: int) -> None:
    app = gallery.make((1280, 720), text, "Parts", still=True)
    if app.scale.columns > 1:
        assert app.stage.root.find("section:Numbers") is None
        return
    for name in ("Acts", "Numbers", "Signs"):
        tab = app.stage.root.find(f"section:{name}")
        assert tab is not None
        tab.activate()
        marks = app.stage.paint(app.surface)
        assert outside(marks) == []
        assert overlaps(marks) == []


def test_no_text_is_smaller_than_the_minimum() -> None:
    from game.ui import fonts

    app = gallery.make((1280, 720), 100, "People", still=True)
    sizes = {fonts.pixel_size(mark.style, 100) for mark in app.stage.paint(app.surface)}
    assert min(sizes) >= theme.MINIMUM_TEXT
    assert fonts.face("PTSansNarrow-Regular", 4).get_height() == fonts.face("PTSansNarrow-Regular", 12).get_height()


@pytest.mark.parametrize("pair", theme.TEXT_PAIRS)
def test_text_pairs_have_contrast(pair: tuple[str, str]) -> None:
    text, ground = pair
    assert theme.contrast(theme.colour(text), theme.colour(ground)) >= 4.5


def test_text_drawn_on_flat_ground_is_readable() -> None:
    """The colour found behind a line and the colour of the line part by 4.5 in the finished picture."""
    app = gallery.make((1280, 720), 100, "Parts", still=True)
    marks = app.stage.paint(app.surface)
    palette = set(theme.PALETTE.values())
    poor = []
    for mark in marks:
        box = seen(mark)
        if box.width < 3 or box.left < 3:
            continue
        ground = tuple(app.surface.get_at((box.left - 2, box.top - 1)))[:3]
        if ground in palette and theme.contrast(mark.colour, ground) < 4.5:
            poor.append((mark.text, ground))
    assert poor == []
