"""The counterfactual log: two lines and the fork, the score, every departure, and the chain of its causes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from game.ui import theme, worlds
from game.ui.app import App
from game.ui.screens.base import GameScreen
from game.ui.screens.chain import ChainRow, Tallies
from game.ui.widgets import (
    Action,
    BigFigure,
    Button,
    Column,
    EvidenceMark,
    FaceCell,
    Panel,
    Paragraph,
    Row,
    ScorePlot,
    Scroll,
    Table,
    TableColumn,
    TableRow,
    Timeline,
    Widget,
    confirm,
    title,
)
from game.views.log import log_view, turn_of_entry
from game.views.motives import own_line_of
from game.views.shapes import DivergenceView, LogView, Mark, TimelinePointView

if TYPE_CHECKING:
    from game.ui.flow import Conductor

#: Departures listed until all are asked for.
LISTED = 24


class LogScreen(GameScreen):
    """Where the run left history, and why."""

    name = "log"

    def __init__(self, conductor: Conductor, chosen: str = "") -> None:
        super().__init__(conductor)
        self.chosen, self.every = chosen, False

    @property
    def tab_label(self) -> str:
        return self.conductor.label("screen_log", "Log")

    def view(self) -> LogView:
        """What the screen shows now."""
        return self.conductor.view(f"log {self.chosen}", lambda at: log_view(at, self.chosen))

    def build(self, app: App) -> Widget:
        view = self.view()
        label = self.conductor.label
        marks = Row([EvidenceMark(mark, "") for mark in (Mark.FACT, Mark.MODEL, Mark.SPECULATION)], gap=18)
        lines = Timeline(
            view.facts, view.here, view.fork, view.fork_text, view.ticks, label("history", "History"),
            label("record", "the record"), "This run", view.seed_text, self._point,
        )  # fmt: skip
        rows: list[Widget] = [
            Row([title(view.title, "Above the line, what happened. Below it, what happened here."), marks], gap=40),
            lines,
            self._figures(view),
            Row([self._score(view), self._chain(view)], gap=32),
            self._list(view),
        ]
        rows[3].children[0].flex = rows[3].children[1].flex = 1
        hints = [("Left Right", "departure"), ("Enter", "causes"), ("K", "fork"), ("E", "export"), ("F1", "explain")]
        return self.page(Scroll(Column(rows, gap=14), name="log"), hints=hints)

    # ---- keys

    def on_key(self, app: App, key: str) -> bool:
        if key in ("Left", "Right"):
            self._walk(-1 if key == "Left" else 1)
        elif key == "K":
            self._fork()
        elif key == "E":
            self.conductor.open("export")
        else:
            return super().on_key(app, key)
        return True

    def _walk(self, by: int) -> None:
        keys = [one.id for one in self.view().divergences]
        if keys:
            at = keys.index(self.chosen) + by if self.chosen in keys else 0
            self._choose(keys[at % len(keys)])

    def _choose(self, chosen: str) -> None:
        self.chosen = chosen
        self.app.refresh()

    def _chooser(self, chosen: str) -> Action:
        return lambda: self._choose(chosen)

    def _point(self, point: TimelinePointView) -> None:
        self._choose(point.goto)

    def _fork(self) -> None:
        turn = self.conductor.view(f"fork {self.chosen}", lambda at: turn_of_entry(at, self.chosen))
        confirm(
            self.app.stage, "Fork from here?",
            f"A branch begins as turn {turn} opens, with the same luck. The line as played rests beside it.",
            "Fork", lambda: self.conductor.fork(turn), yes_key="K", no="Stay",
        )  # fmt: skip

    # ---- parts

    def _figures(self, view: LogView) -> Widget:
        heavy = sum(1 for one in view.divergences if one.weight >= 40)
        figures: list[Widget] = [
            BigFigure(str(view.turns_as_recorded), "turns as recorded", style=theme.FIGURE_BIG),
            BigFigure(str(view.turns_own), "turns on a line of its own", theme.RED, style=theme.FIGURE_BIG),
            BigFigure(str(len(view.divergences)), f"departures, {heavy} of great weight", style=theme.FIGURE_BIG),
        ]
        if view.history_tally:
            figures.append(Tallies(view.history_tally, view.here_tally))
        return Row(figures, gap=40)

    def _score(self, view: LogView) -> Widget:
        plot = ScorePlot(view.score, view.fork, view.score_labels)
        figure = BigFigure(view.score_total.value_text, "open to see what it is made of", tooltip=view.score_total)
        return Panel(self.conductor.label("divergence", "Divergence"), [plot, figure], "of 100")

    def _chain(self, view: LogView) -> Widget:
        rows: list[Widget] = [
            ChainRow(link, place, place == len(view.chain) - 1, self._chooser(link.ref))
            for place, link in enumerate(view.chain)
        ]
        if view.chain_note:
            rows.append(Paragraph(view.chain_note, theme.SECOND, theme.ASH))
        rows.append(
            Row(
                [
                    *self._why_button(view),
                    Button("Fork from here", self._fork, key="K"),
                    *self._branches_button(),
                    Button("Export", lambda: self.conductor.open("export"), key="E"),
                ],
                gap=12,
            )
        )
        return Panel(view.chain_title, rows, "chain of causes", gap=5)

    def _own(self, view: LogView) -> int:
        """The line of the game behind the chosen act of the seat, or of the last one in the chain; -1 if none."""
        refs = [self.chosen, *(link.ref for link in reversed(view.chain))]
        numbers = [int(ref.removeprefix("record:")) for ref in refs if ref.startswith("record:")]
        return self.conductor.view(f"line {numbers}", lambda at: own_line_of(at, numbers))

    def _branches_button(self) -> list[Widget]:
        """Only a game that was forked has more than one branch."""
        if len(self.conductor.game.names) < 2:
            return []
        return [Button("Branches", lambda: self.conductor.open("branches"), key="B")]

    def _why_button(self, view: LogView) -> list[Widget]:
        line = self._own(view)
        if line < 0:
            return []
        return [Button("What did it change?", lambda: self._why(line), key="W")]

    def _why(self, line: int) -> None:
        text = (
            "Pairs of worlds are played with and without your last act in this chain, with the same luck. "
            "They start from the whole world, hidden parts too. It takes about a minute and can be stopped."
        )

        def show(figures: dict[str, Any]) -> None:
            self.conductor.open("why", figures=figures)

        confirm(
            self.app.stage, "Twin worlds", text, "Play them", lambda: worlds.why(self.conductor, line, show),
            yes_key="Space", no="Leave it",
        )  # fmt: skip

    def _list(self, view: LogView) -> Widget:
        shown = view.divergences if self.every else view.divergences[:LISTED]
        columns = [
            TableColumn("When", 92, 0, style=theme.SECOND_BOLD, keep=9),
            TableColumn("Here, and in history", 220, 3, keep=9),
            TableColumn("Kind", 130, 1, style=theme.SECOND, keep=6),
            TableColumn("Weight", 60, 0, "right", theme.BOLD, keep=7),
            TableColumn("Mark", 36, 0, keep=5),
        ]
        rows = [self._row(one) for one in shown]
        parts: list[Widget] = [Table(columns, rows, name="departures", scrolls=False, flex=0)] if rows else []
        if len(view.divergences) > len(shown):
            parts.append(Row([Button(f"All {len(view.divergences)}", self._all, key="A")]))
        if not rows:
            parts.append(Paragraph("The first turn is compared when it closes.", theme.TEXT, theme.ASH))
        return Panel(self.conductor.label("divergences", "Divergences"), parts, "newest first")

    def _all(self) -> None:
        self.every = True
        self.app.refresh()

    def _row(self, one: DivergenceView) -> TableRow:
        source = f" Source: {one.source}." if one.source else ""
        return TableRow(
            [one.when, FaceCell(one.here, f"In history: {one.history}"), one.kind, str(one.weight), one.mark],
            self._chooser(one.id), tooltip=("In history", f"{one.history}.{source}"), name=f"departure:{one.id}",
            selected=one.id == self.chosen,
        )  # fmt: skip
