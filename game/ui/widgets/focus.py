"""Where the focus goes: the nearest widget in a direction, and the same place in a rebuilt tree."""

from __future__ import annotations

from collections.abc import Sequence

import pygame

from game.ui.widgets.core import Widget

ASIDE = 3
"""How much a pixel to the side counts against a pixel ahead."""


def path_to(root: Widget, target: Widget) -> list[int] | None:
    """The child indices that lead from a root to a widget; None when it is not below it."""
    if root is target:
        return []
    for index, child in enumerate(root.children):
        rest = path_to(child, target)
        if rest is not None:
            return [index, *rest]
    return None


def follow(root: Widget, path: Sequence[int] | None) -> Widget | None:
    """The widget at a path, if the tree still has one there."""
    widget = root
    for index in path or ():
        if index >= len(widget.children):
            return None
        widget = widget.children[index]
    return widget if path else None


def _distance(here: pygame.Rect, there: pygame.Rect, direction: tuple[int, int]) -> tuple[int, int]:
    """Pixels ahead (0 when it is not ahead) and to the side."""
    if direction[0]:
        along = (there.centerx - here.centerx) * direction[0]
        aside = max(0, there.top - here.bottom, here.top - there.bottom)
        return (along if there.left >= here.right or there.right <= here.left else 0), aside
    along = (there.centery - here.centery) * direction[1]
    aside = max(0, there.left - here.right, here.left - there.right)
    return (along if there.top >= here.bottom or there.bottom <= here.top else 0), aside


def nearest(order: Sequence[Widget], start: Widget, direction: tuple[int, int]) -> Widget | None:
    """The widget that lies nearest in a direction; the first in reading order where two are as near."""
    best: tuple[int, int] | None = None
    for index, other in enumerate(order):
        along, aside = _distance(start.rect, other.rect, direction)
        if other is start or along <= 0:
            continue
        cost = (along + ASIDE * aside, index)
        if best is None or cost < best:
            best = cost
    return order[best[1]] if best else None
