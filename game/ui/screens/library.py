"""The scenarios on this machine: pick one, or one of its chapters."""

from __future__ import annotations

from collections.abc import Callable

from game.scenario.model import Chapter, Scenario
from game.ui import theme
from game.ui.app import App, Screen
from game.ui.flow import Conductor
from game.ui.widgets import (
    Action,
    Button,
    ChoiceRow,
    Column,
    Columns,
    ColumnSpec,
    Footer,
    Frame,
    Grid,
    Label,
    MainButton,
    PanelHead,
    Paragraph,
    PersonCard,
    Row,
    Widget,
    title,
)
from game.views.library import chapter_text, library_view, span
from game.views.shapes import LibraryView, ScenarioCardView


class LibraryScreen(Screen):
    """Cards of scenarios at the left, the chosen one at the right."""

    name = "library"
    title = "What do you play?"

    def __init__(self, conductor: Conductor) -> None:
        self.conductor = conductor
        self.chosen = ""
        self._view: LibraryView | None = None

    def entered(self, app: App) -> None:
        if self._view is None:
            app.job(self._read, lambda job: app.refresh(), reports=True, title="Scenarios are read")

    def _read(self, report: Callable[[int, str], None]) -> None:
        """Read the scenarios and draw up their cards, beside the window."""
        self._view = library_view(self.conductor.shelf.fill(report))

    def view(self) -> LibraryView:
        """The cards, once everything is read."""
        return self._view or library_view({})

    def card(self) -> ScenarioCardView | None:
        """The chosen scenario, the longest at first."""
        cards = [one for one in self.view().scenarios if not one.faults]
        first = max(cards, key=lambda one: one.turns, default=None)
        return next((one for one in self.view().scenarios if one.id == self.chosen), first)

    def pick(self, name: str) -> None:
        """Choose a scenario."""
        self.chosen = name
        self.conductor.app.refresh()

    def go(self, chapter: Chapter | None = None) -> None:
        """On to the contenders."""
        card = self.card()
        scenario = self.conductor.shelf.get(card.id) if card else ""
        if isinstance(scenario, Scenario):
            self.conductor.open("contender", scenario=scenario, chapter=chapter)

    def build(self, app: App) -> Widget:
        card = self.card()
        rows: list[Widget] = [PanelHead("Scenarios")]
        for number, one in enumerate(self.view().scenarios, 1):
            rows.append(
                ChoiceRow(
                    one.title, self._picker(one.id), detail=one.subtitle, key=str(number),
                    chosen=bool(card and one.id == card.id), name=f"scenario:{one.id}",
                )
            )  # fmt: skip
        body = Columns(
            [ColumnSpec("Scenarios", Column(rows, gap=6), 4), ColumnSpec("The game", self._detail(card), 8)],
            "library",
            title(self.title),
        )
        locked = "Choose a scenario that can be played." if card is None or card.faults else ""
        main = MainButton("Choose a contender", self.go, key="Space", locked_reason=locked)
        return Frame(None, body, Footer([("Esc", "back"), ("Tab", "next")], main))

    def _picker(self, name: str) -> Action:
        return lambda: self.pick(name)

    def _detail(self, card: ScenarioCardView | None) -> Widget:
        if card is None:
            return Column(
                [PanelHead("Nothing to play"), Paragraph("No scenario was found on this machine.", theme.SERIF)]
            )
        rows: list[Widget] = [Label(card.title, theme.HEADLINE, wrap=True)]
        if card.faults:
            rows += [
                Label("It cannot be played. Its first faults:", theme.BOLD),
                *(Paragraph(fault, theme.TEXT) for fault in card.faults),
            ]
            return Column(rows, gap=6)
        scenario = self.conductor.shelf.get(card.id)
        assert isinstance(scenario, Scenario)
        rows.append(Label(span(scenario), theme.TEXT, theme.ASH))
        rows.append(Paragraph(card.description, theme.SERIF, room=640))
        rows.append(Grid([PersonCard(person, None, size=84) for person in card.contenders], cell=92, gap=10))
        whole = Button("The whole game", self.go, key="W", name="whole")
        rows += [PanelHead("How much of it", f"the whole: about {card.minutes} minutes"), Row([whole])]
        for chapter in scenario.chapters:
            rows.append(
                ChoiceRow(
                    chapter.name,
                    self._chapter(chapter),
                    detail=chapter_text(scenario, chapter),
                    name=f"chapter:{chapter.id}",
                )
            )
        return Column(rows, gap=8)

    def _chapter(self, chapter: Chapter) -> Action:
        return lambda: self.go(chapter)
