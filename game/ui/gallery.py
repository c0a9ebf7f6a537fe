"""Every part and state of the window on four pages: `python -m game.ui.gallery [--shot FILE]`."""

from __future__ import annotations

import argparse
import os
from collections.abc import Sequence

import pygame

from game.ui import theme
from game.ui.app import App, Screen
from game.ui.gallery_data import DELEGATES, FORECAST, LEAN, ORDERS, PEOPLE, TALLY
from game.ui.gallery_lines import hall, lines
from game.ui.gallery_parts import FaceStates, LinkSample
from game.ui.settings import Settings
from game.ui.widgets import (
    AlertCard,
    AxisBar,
    Box,
    Breakdown,
    Button,
    Column,
    Columns,
    ColumnSpec,
    EvidenceMark,
    FaceCell,
    FigureRow,
    Footer,
    ForecastBar,
    Frame,
    GivenCard,
    Grid,
    HeroCard,
    Label,
    LeanBar,
    LoopStrip,
    MainButton,
    OrderRow,
    Panel,
    Paragraph,
    PersonCard,
    PersonTile,
    Row,
    Slants,
    Steps,
    Tab,
    TabBar,
    Table,
    TableColumn,
    TableRow,
    VoteBar,
    Widget,
    confirm,
)
from game.ui.widgets.core import Action, Tooltip
from game.ui.widgets.tips import TipBox
from game.views.shapes import (
    AlertView,
    AxisView,
    BarView,
    GivenOrderView,
    LeanView,
    Level,
    LinkText,
    LoopStepView,
    Mark,
)

PAGES = ("Parts", "People", "Hall", "Lines")


def parts(app: App) -> Widget:
    """Orders, the vote bar, leans, a figure, forecasts, evidence, alerts, links, a confirmation."""
    leans = Row(
        [
            Column([LeanBar(lean), Label(word, theme.SECOND, theme.ASH)], gap=2, flex=1)
            for lean, word in (
                (LeanView(700), "sure"),
                (LeanView(300, 350), "leans, unsure"),
                (LeanView(-500, 100), "against"),
            )
        ]
    )
    first = Column(
        [
            Panel(
                "An order",
                [OrderRow(order, lambda: None, chosen=index == 1) for index, order in enumerate(ORDERS)],
            ),
            Panel("The vote bar", [VoteBar(TALLY, thick=34)]),
            Panel("Lean and certainty", [leans]),
        ],
        gap=20,
    )
    marks = Row(
        [
            EvidenceMark(Mark.FACT, "has a source"),
            EvidenceMark(Mark.MODEL, "computed here"),
            EvidenceMark(Mark.SPECULATION, "an argument"),
        ]
    )
    second = Column(
        [
            Panel(
                "A number opens",
                [Box(TipBox(LEAN.label, Breakdown(LEAN), nested=False), pad=(0, 0, 7, 7))],
                "F1 or hover",
            ),
            Panel("Standing", [FigureRow(DELEGATES), FigureRow(LEAN)]),
            Panel(
                "A forecast",
                [
                    Row(
                        [
                            ForecastBar(FORECAST),
                            Paragraph(
                                "Line: 9 worlds in 10. Block: the middle half. Tick: the median.",
                                theme.SECOND,
                                theme.ASH,
                                flex=1,
                            ),
                        ]
                    )
                ],
            ),
            Panel("Marks of evidence", [marks]),
        ],
        gap=20,
    )
    alerts = (
        AlertView(Level.ACT, "Act this turn", "red bar, triangle"),
        AlertView(Level.LOOK, "Look when you can", "ink bar, pin"),
        AlertView(Level.UNKNOWN, "Something is not known", "blue bar, question"),
    )
    ties = (
        ("pact", "Pact", "bar"),
        ("secret", "Secret pact", "two broken lines"),
        ("patron", "Patron to client", "wedge"),
        ("feud", "Feud", "saw"),
    )

    def ask() -> None:
        confirm(
            app.stage,
            "Break the pact?",
            "Break the pact with Birch? He knows by morning.",
            "Break it",
            lambda: None,
            yes_key="B",
            no="Keep it",
        )

    third = Column(
        [
            Panel("Alerts", [AlertCard(alert, lambda: None) for alert in alerts]),
            Panel("Links of the web", [LinkSample(*tie) for tie in ties], gap=2),
            Panel(
                "A confirmation says what it does",
                [
                    Paragraph(
                        (
                            LinkText("Break the pact with "),
                            LinkText("Birch", "birch"),
                            LinkText("? He knows by morning."),
                        ),
                        theme.SERIF,
                    ),
                    Row(
                        [
                            Button("Break it", ask, key="X", kind="red"),
                            Button("Keep it", lambda: None, key="K"),
                        ]
                    ),
                    Row([Button("Not allowed", locked_reason="He is not party to it.")]),
                ],
                gap=10,
            ),
        ],
        gap=20,
    )
    return Columns([ColumnSpec("Acts", first), ColumnSpec("Numbers", second), ColumnSpec("Signs", third)], "parts")


def people(app: App) -> Widget:
    """Faces, tiles, the desk's card, the loop, axes, steps and a table with faces."""
    first = Column(
        [
            HeroCard(PEOPLE[2], ("Editor of the gazette", "Hall committee"), 47, "days to the annual congress"),
            Panel("Given this turn", [GivenCard(GivenOrderView("1", "Speak in the north hall", "12 March"))]),
            Panel("Faces", [Grid([PersonCard(person, lambda: None, size=72) for person in PEOPLE], gap=12)]),
        ],
        gap=18,
    )
    columns = (
        TableColumn("Hall", 150, 3, keep=9),
        TableColumn("Seats", 44, 0, "right", theme.FIGURE_SMALL, keep=8),
        TableColumn("Against", 120, 2, head_right="For", keep=7),
        TableColumn("Sure", 44, 0, style=theme.SECOND_BOLD, keep=6),
        TableColumn("First reason", 110, 3, keep=5),
        TableColumn("", 24, 0, keep=3),
    )
    rows = [
        TableRow(
            (
                FaceCell(f"Hall {index + 1}", person.surname, person),
                str(105 - index * 7),
                LeanView((index * 377) % 1800 - 900, index * 90),
                f"{96 - index * 5} %",
                "Follows the president",
                tuple(Mark)[index % 3],
            ),
            lambda: None,
            name=f"row{index}",
        )
        for index, person in enumerate(PEOPLE)
    ]
    second = Column(
        [
            Panel(
                "Where the line is made",
                [
                    LoopStrip(
                        (
                            LoopStepView("Posts", 4, 83),
                            LoopStepView("Delegates", 122, 665, True, figure=DELEGATES),
                            LoopStepView("Council", 2, 7),
                        )
                    )
                ],
                "your share",
            ),
            Panel("Whip list", [Table(columns, rows, scrolls=False)]),
        ],
        gap=18,
    )
    axes = (
        AxisView("Rents", "Frozen", "Free", 440),
        AxisView("Leadership", "Collective", "One leader", None),
    )
    third = Column(
        [
            Panel("States", [FaceStates(PEOPLE[0])]),
            Panel("Who", [PersonTile(person, lambda: None) for person in PEOPLE[5:9]], gap=10),
            Panel("Where she stands", [AxisBar(axis) for axis in axes]),
            Panel("Strengths", [Row([Slants(4), Steps(3), Steps(None)], align="middle")]),
        ],
        gap=18,
    )
    return Columns(
        [ColumnSpec("You", first, 3), ColumnSpec("Whip", second, 5), ColumnSpec("People", third, 3)], "people"
    )


class GalleryScreen(Screen):
    """One page of the gallery."""

    def __init__(self, page: str) -> None:
        self.name = page
        self.title = f"{page} and states"

    def build(self, app: App) -> Widget:
        """The page under a bar and over a footer."""
        pages = {"Parts": parts, "People": people, "Hall": hall, "Lines": lines}
        bar = TabBar(BarView("Mar\N{EN DASH}Apr", 16, 41, 2, 3, PEOPLE[2]), app.tabs, self.name)
        footer = Footer(
            [("F1", "explain"), ("Tab", "next"), ("P", "pin tooltip"), ("Ctrl +", "larger text")],
            MainButton("Next page", lambda: _turn(app, self.name), key="Space"),
        )
        return Frame(bar, pages[self.name](app), footer)

    def lookup(self, app: App, reference: str) -> Tooltip:
        """Every link of the gallery says the same."""
        return ("A link", "Hover explains it, Enter opens its entry.")


def _turn(app: App, page: str) -> None:
    _open(app, PAGES[(PAGES.index(page) + 1) % len(PAGES)])


def _open(app: App, page: str) -> None:
    app.replace(GalleryScreen(page))


def make(size: tuple[int, int], text: int, page: str = "Parts", still: bool = False) -> App:
    """A gallery of a size and text size, open at a page."""
    app = App(GalleryScreen(page), Settings(text, still, False, *size))
    app.tabs = [Tab(name, str(index + 1), _opener(app, name)) for index, name in enumerate(PAGES)]
    app.refresh()
    if still:
        app.stage.set_focus(app.stage.root.find("order:meet"), scroll=False)
    return app


def _opener(app: App, page: str) -> Action:
    return lambda: _open(app, page)


def main(arguments: Sequence[str] | None = None) -> int:
    """Show the gallery, or write a page of it as a picture."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shot")
    parser.add_argument("--size", default="1280x720")
    parser.add_argument("--text", type=int, default=100)
    parser.add_argument("--page", default="Parts", choices=PAGES)
    parser.add_argument("--tip", action="store_true", help="open a nested tooltip first")
    chosen = parser.parse_args(arguments)
    if chosen.shot:
        os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
        os.environ.setdefault("SDL_AUDIODRIVER", "dummy")
    wide, high = (int(part) for part in chosen.size.split("x"))
    app = make((wide, high), chosen.text, chosen.page, bool(chosen.shot))
    if chosen.tip:
        _open_tips(app)
    if chosen.shot:
        app.screenshot(chosen.shot)
        pygame.quit()
    else:
        app.run()
    return 0


def _open_tips(app: App) -> None:
    row = app.stage.root.find("figure:Delegates forecast")
    if row:
        app.stage.set_focus(row)
        app.stage.explain(row)
        app.stage.explain(app.stage.focus)


if __name__ == "__main__":
    raise SystemExit(main())
