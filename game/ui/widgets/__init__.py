"""Widgets, and how to build a screen.

A screen is an object with a `name` (its tab), a `title` (the sentence it opens with) and
`build(app) -> Widget`. It draws views (`game.views.shapes`), holds no rules, and calls the
application's actions. Example::

    class Desk(Screen):
        name, title = "Desk", "Two orders left."

        def build(self, app: App) -> Widget:
            view: DeskView = self.view()
            standing = Panel("Standing", [FigureRow(figure) for figure in view.standing])
            orders = Panel("Orders", [OrderRow(order, lambda order=order: self.give(order)) for order in view.orders])
            bar = TabBar(view.bar, app.tabs, self.name)
            footer = Footer([("F1", "explain"), ("Tab", "next")], MainButton("End turn", self.end, key="Space"))
            return Frame(bar, Columns([ColumnSpec("Standing", standing), ColumnSpec("Orders", orders)]), footer)

        def on_key(self, app: App, key: str) -> bool:      # keys no widget took: "G", "Ctrl Z", "Esc"
            return False

- All sizes are units; `scale.px(units)` turns them into pixels. Widgets measure with `min_width`,
  `natural_width` and `height_for(scale, width)`, are placed by their parent, and draw on a `Canvas`.
- `flex=1` takes the room that is left: in a `Row` its width, in a `Column` its height.
- Give widgets that keep focus over a rebuild a `name`; `app.refresh()` builds the screen again.
- `tooltip=` takes a `FigureView` (opens into its terms), a sentence, or `(head, text)`. `codex=` is what
  F1 opens next. Links in a `Paragraph` are `LinkText(text, ref)`; `app.lookup` explains a ref on hover.
- Ask before the irreversible: `confirm(app.stage, title, text, yes, on_yes)`; choose: `menu(...)`.
- Keys are printed names: "A", "Shift B", "3", "F1", "Space", "Enter", "Esc", "Ctrl Z". A widget's `key` is
  its hotkey and is printed on it; the focused widget takes a key first, then tooltips, then hotkeys.
- Long work: `app.job(function, on_done, title="The turn is counted")`; the window lives on under a bar.
- Motion: `stage.animate(widget)` calls `tick(now)`; `app.stage.play(TurnChange("June"))` lays a motion over
  the page. With reduced motion only last frames are shown.
- Poster screens need no `Frame`: any widget may fill the window and draw itself with `game.ui.draw`.
"""

from __future__ import annotations

from game.ui.widgets.bars import EvidenceMark, ForecastBar, LeanBar, VoteBar, paint_forecast, paint_lean
from game.ui.widgets.buttons import Button, ChoiceRow, HoldButton, OrderRow
from game.ui.widgets.cards import AlertCard, GivenCard, LoopStep, LoopStrip
from game.ui.widgets.core import Action, Box, Column, Grid, Row, Rule, Space, Tooltip, Widget
from game.ui.widgets.dialog import Choice, Modal, Working, confirm, menu, notice
from game.ui.widgets.figures import BigFigure, Breakdown, FigureRow, TermRow
from game.ui.widgets.frame import Columns, ColumnSpec, Footer, Frame, MainButton, title
from game.ui.widgets.hemicycle import Hemicycle
from game.ui.widgets.keys import key_name
from game.ui.widgets.meters import AxisBar, Meter, Slants, Steps, paint_slants, paint_steps
from game.ui.widgets.motion import Removal, TurnChange, eased
from game.ui.widgets.persons import HeroCard, PersonCard, PersonTile
from game.ui.widgets.plots import CurvePlot, ScorePlot, Staircase, Timeline
from game.ui.widgets.scroll import Scroll
from game.ui.widgets.stage import Stage
from game.ui.widgets.table import ColourCell, FaceCell, PictureCell, Table, TableColumn, TableRow
from game.ui.widgets.text import Label, Panel, PanelHead, Paragraph, Poster, TextLink
from game.ui.widgets.topbar import Tab, TabBar

__all__ = [
    "Action",
    "AlertCard",
    "AxisBar",
    "BigFigure",
    "Box",
    "Breakdown",
    "Button",
    "Choice",
    "ChoiceRow",
    "ColourCell",
    "Column",
    "ColumnSpec",
    "Columns",
    "CurvePlot",
    "EvidenceMark",
    "FaceCell",
    "FigureRow",
    "Footer",
    "ForecastBar",
    "Frame",
    "GivenCard",
    "Grid",
    "Hemicycle",
    "HeroCard",
    "HoldButton",
    "Label",
    "LeanBar",
    "LoopStep",
    "LoopStrip",
    "MainButton",
    "Meter",
    "Modal",
    "OrderRow",
    "Panel",
    "PanelHead",
    "Paragraph",
    "PersonCard",
    "PersonTile",
    "PictureCell",
    "Poster",
    "Removal",
    "Row",
    "Rule",
    "ScorePlot",
    "Scroll",
    "Slants",
    "Space",
    "Stage",
    "Staircase",
    "Steps",
    "Tab",
    "TabBar",
    "Table",
    "TableColumn",
    "TableRow",
    "TermRow",
    "TextLink",
    "Timeline",
    "Tooltip",
    "TurnChange",
    "VoteBar",
    "Widget",
    "Working",
    "confirm",
    "eased",
    "key_name",
    "menu",
    "notice",
    "paint_forecast",
    "paint_lean",
    "paint_slants",
    "paint_steps",
    "title",
]
