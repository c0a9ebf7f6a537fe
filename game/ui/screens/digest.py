"""What happened since you last gave orders: your own figures, who is gone, then the news."""

from __future__ import annotations

from game.ui import theme
from game.ui.app import App
from game.ui.flow import Conductor
from game.ui.screens.base import GameScreen
from game.ui.widgets import (
    Column,
    Columns,
    ColumnSpec,
    FigureRow,
    Label,
    MainButton,
    PanelHead,
    Paragraph,
    PersonTile,
    Removal,
    Row,
    Rule,
    Space,
    TextLink,
    Widget,
    title,
)
from game.views.codex import linked
from game.views.digest import digest_view
from game.views.shapes import DigestItemView, DigestView

#: So many items are told with a face and at length.
LEADING = 4


class DigestScreen(GameScreen):
    """The newspaper of a turn."""

    name, here = "digest", "The news"

    def __init__(self, conductor: Conductor, first: int) -> None:
        super().__init__(conductor)
        self.first = first
        self.title = self.view().title

    def view(self) -> DigestView:
        """The news since the last digest."""
        return self.conductor.view(f"digest {self.first}", lambda at: digest_view(at, self.first))

    def entered(self, app: App) -> None:
        """A sheet is turned; where somebody is gone there is silence."""
        if not self.view().removed:
            app.stage.sound("paper", 600)

    def build(self, app: App) -> Widget:
        view = self.view()
        label = self.conductor.label("screen_digest", "What happened")
        columns = Columns(
            [
                ColumnSpec("For you", self._changes(view), 300),
                ColumnSpec("News", self._leading(view), 470),
                ColumnSpec("Also", self._rest(view), 380, under=1),
            ],
            "digest",
            title(view.title, overline=label),
        )
        main = MainButton(
            "To the desk" if self.conductor.home_name() == "desk" else "Go on", self.conductor.show_next, key="Space"
        )
        return self.page(columns, main=main)

    def _changes(self, view: DigestView) -> Widget:
        rows: list[Widget] = [PanelHead("For you", "a turn ago and now")]
        if view.changes:
            rows += [FigureRow(figure) for figure in view.changes]
        mine = [item for item in view.items if item.yours]
        if mine:
            rows += [Space(4), PanelHead("What touches you")]
            rows += [self._line(item) for item in mine]
        if view.removed:
            rows += [Space(4), PanelHead("No longer at the table")]
            rows += [
                Column(
                    [
                        Removal(person, 96, 300 + 500 * k),
                        Label(f"{person.surname}: {person.status_text}", theme.SECOND_BOLD, theme.RED, wrap=True),
                    ],
                    gap=3,
                )
                for k, person in enumerate(view.removed)
            ]
        return Column(rows, gap=6)

    def _leading(self, view: DigestView) -> Widget:
        rows: list[Widget] = [PanelHead("The news")]
        items = [item for item in view.items if not item.yours][:LEADING]
        if not items:
            rows.append(Label("Nothing of note.", theme.SERIF, theme.ASH))
        for item in items:
            rows.append(self._story(item))
            rows.append(Rule(space=3))
        return Column(rows, gap=4)

    def _story(self, item: DigestItemView) -> Widget:
        scenario = self.conductor.game.scenario
        words: list[Widget] = [
            Label(item.date_text, theme.LABEL, theme.ASH),
            Paragraph(linked(scenario, item.text), theme.SUBHEAD),
        ]
        if item.detail:
            words.append(Paragraph(linked(scenario, item.detail), theme.SERIF_SMALL))
        if not item.person:
            return Column(words, gap=1)
        face = PersonTile(item.person, size=64)
        tile = FaceOnly(face)
        return Row([tile, Column(words, gap=1, flex=1)], gap=14, wrap=False)

    def _rest(self, view: DigestView) -> Widget:
        rows: list[Widget] = [PanelHead("Also", "the log has everything")]
        others = [item for item in view.items if not item.yours][LEADING:]
        for item in others:
            rows.append(self._line(item))
        rows.append(TextLink("Open the log", lambda: self.conductor.open("log")))
        return Column(rows, gap=5)

    def _line(self, item: DigestItemView) -> Widget:
        scenario = self.conductor.game.scenario
        text: list[Widget] = [Paragraph(linked(scenario, item.text), theme.TEXT)]
        if item.detail:
            text.append(Label(item.detail, theme.SECOND, theme.ASH, wrap=True))
        text.append(Label(item.date_text, theme.SECOND, theme.ASH))
        return Column([*text, Rule(space=1)], gap=0)


class FaceOnly(Widget):
    """The face of a tile, without its words."""

    def __init__(self, tile: PersonTile) -> None:
        super().__init__(
            label=tile.person.name,
            codex=tile.person.codex,
            focusable=bool(tile.person.codex),
            name=f"face:{tile.person.id}",
        )
        self.person, self.size = tile.person, tile.size

    def activate(self) -> bool:
        if self.stage and self.stage.on_codex and self.codex:
            self.stage.on_codex(self.codex)
            return True
        return False

    def min_width(self, scale: theme.Scale) -> int:
        return scale.px(self.size)

    def height_for(self, scale: theme.Scale, width: int) -> int:
        return scale.px(self.size)

    def draw(self, canvas: object) -> None:
        from game.ui.canvas import Canvas

        assert isinstance(canvas, Canvas)
        canvas.portrait(self.person, self.rect.left, self.rect.top, canvas.px(self.size))
