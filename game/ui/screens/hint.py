"""The quiet card of the tutorial: what to do now, and where to look."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.ui import keymap, theme
from game.ui.widgets import Box, Column, Label, Paragraph, Row, TextLink, Widget
from game.views.tutorial import hint

if TYPE_CHECKING:
    from game.ui.flow import Conductor

#: The key of the card's link.
KEY = "F3"


def hint_cards(conductor: Conductor) -> list[Widget]:
    """The card of the present hint; nothing when no tutorial is played."""
    view = conductor.view("hint", hint) if conductor.table else None
    if view is None:
        return []
    head: list[Widget] = [Label(f"Hint {view.step} of {view.steps}", theme.LABEL, theme.BLUE, flex=1)]
    if view.goto:
        head.append(TextLink(view.action_label, lambda: conductor.go(view.goto), key=KEY))
    rows: list[Widget] = [Row(head, gap=8, wrap=False), Paragraph(keymap.told(view.text), theme.TEXT)]
    return [Box(Column(rows, gap=2), theme.SHEET, (14, 8, 14, 10), edge=theme.BLUE)]
