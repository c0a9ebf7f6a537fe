"""The map of the organisation: blocks by members, patrons in colour, and the chosen one opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.ui import theme
from game.ui.app import App
from game.ui.screens.base import GameScreen
from game.ui.screens.map import Legend, OrganisationMap
from game.ui.screens.pieces import ink_box
from game.ui.widgets import (
    Action,
    BigFigure,
    Breakdown,
    ColourCell,
    Column,
    FigureRow,
    Label,
    OrderRow,
    Panel,
    PanelHead,
    Row,
    Rule,
    Scroll,
    Staircase,
    Table,
    TableColumn,
    TableRow,
    Widget,
    title,
)
from game.views.orders import menu, order_type
from game.views.organisations import organisations_view, thousands
from game.views.shapes import OrderView, OrganisationDetailView, OrganisationsView, OrganisationView

if TYPE_CHECKING:
    from game.ui.flow import Conductor

LAYERS = ("patron", "machine", "mood")
#: Under so many units the map becomes a list.
MAP_ROOM = 700


class OrganisationsScreen(GameScreen):
    """Where the delegates come from, and who fills them."""

    name = "organisations"

    def __init__(self, conductor: Conductor, region: str = "") -> None:
        super().__init__(conductor)
        self.region = region
        self.layer = LAYERS[0]
        self.listed = False

    @property
    def tab_label(self) -> str:
        return self.conductor.label("screen_organisations", "Organisations")

    def build(self, app: App) -> Widget:
        view = self.conductor.view(f"organisations {self.region}", lambda at: organisations_view(at, self.region))
        explanation = {
            "patron": view.explanation,
            "machine": "Area is membership. The darker the block, the stronger its machine.",
            "mood": "Area is membership. Blue likes you, red does not; the figure is its mood towards you.",
        }[self.layer]
        narrow = app.scale.units_wide - (464 if app.scale.columns == 3 else 48) < MAP_ROOM
        body: list[Widget] = [title(view.title, explanation)]
        if self.listed or narrow:
            body.append(self._table(view))
        else:
            chosen = view.selected.organisation.id if view.selected else ""
            label = self.conductor.label("without_territory", "Organisations without a territory")
            body += [OrganisationMap(view, self.layer, chosen, self._choose, label), Legend(view, self.layer)]
        hints = [
            ("Arrows", "organisation"),
            ("Enter", "open"),
            ("L", f"layer: {self.layer}"),
            ("T", "table"),
            ("F1", "codex"),
        ]
        side = self._side(view.selected) if view.selected else None
        tabs = ("The map", "The chosen one")
        page = Scroll(Column(body, gap=12), name="organisations")
        return self.page(page, side, hints=hints, sections=tabs, tabbed=2)

    def on_key(self, app: App, key: str) -> bool:
        if key == "L":
            self.layer = LAYERS[(LAYERS.index(self.layer) + 1) % len(LAYERS)]
        elif key == "T":
            self.listed = not self.listed
        else:
            return super().on_key(app, key)
        app.refresh()
        return True

    def _choose(self, region: str) -> None:
        self.region = region
        self.app.refresh()

    # ---- the list

    def _table(self, view: OrganisationsView) -> Widget:
        columns = [
            TableColumn("", 120, 2, style=theme.BOLD, keep=9),
            TableColumn(view.words.members.capitalize(), 66, 0, "right", keep=7),
            TableColumn(view.words.seats.capitalize(), 50, 0, "right", keep=8),
            TableColumn(view.words.secretary.capitalize(), 110, 1, keep=5),
            TableColumn("Patron", 90, 1, keep=6),
            TableColumn("Machine", 70, 0, "right", keep=6),
        ]
        chosen = view.selected.organisation.id if view.selected else ""
        rows = [self._row(one, one.id == chosen) for one in sorted(view.organisations, key=lambda o: -o.members)]
        return Table(columns, rows, name="organisations", scrolls=False, flex=0)

    def _row(self, one: OrganisationView, chosen: bool) -> TableRow:
        machine = ColourCell("unknown", theme.BLUE) if one.machine is None else f"{one.machine / 10:.1f}"
        secretary = one.secretary.surname if one.secretary else "none"
        return TableRow(
            [one.name, thousands(one.members), str(one.seats), secretary, one.patron, machine],
            lambda: self._choose(one.id),
            codex=f"region:{one.id}",
            name=f"organisation:{one.id}",
            selected=chosen,
        )

    # ---- the chosen one

    def _side(self, one: OrganisationDetailView) -> Widget:
        block = one.organisation
        label = self.conductor.label
        head = ink_box(
            block.name.upper(),
            [
                Label(one.secretary_text, theme.TEXT, theme.MIST, wrap=True),
                Label(one.patron_text, theme.BOLD, theme.WHITE, wrap=True),
            ],
            edge=None if block.colour in ("ink", "sand") else theme.colour(block.colour),
        )
        figures = Row(
            [BigFigure(figure.value_text, figure.label.lower(), tooltip=figure, flex=1) for figure in one.figures],
            wrap=False,
        )
        parts: list[Widget] = [head, figures, self._machine(one)]
        if one.staircase:
            stairs = Staircase(one.staircase)
            parts.append(Panel(label("staircase", "The staircase"), [stairs], one.staircase_title))
        parts.append(FigureRow(one.autonomy))
        parts += [Panel(f.label, [Breakdown(f)], f.detail) for f in one.clients]
        parts.append(
            Panel(label("sentiment", "Mood of the members"), [FigureRow(f) for f in one.sentiment], "towards")
        )
        orders = self._orders()
        if orders:
            parts.append(Panel("Orders here", [OrderRow(o, self._giver(o, block.id)) for o in orders]))
        return Column(parts, gap=14)

    def _machine(self, one: OrganisationDetailView) -> Widget:
        figure = one.machine
        return Column(
            [PanelHead(figure.label, figure.value_text, theme.INK), Breakdown(figure), Rule(space=2)], gap=4
        )

    def _orders(self) -> list[OrderView]:
        """Orders of the open window whose first blank is an organisation."""
        decision = self.conductor.game.decision
        if decision is None or not self.conductor.game.human_to_act or decision.kind != "window":
            return []
        at = self.conductor.scene()
        found: tuple[OrderView, ...] = self.conductor.view("menu", menu)
        kinds = {order.kind: order_type(at, order.kind) for order in found}
        return [o for o in found if kinds[o.kind].slots and kinds[o.kind].slots[0].kind == "region"]

    def _giver(self, order: OrderView, region: str) -> Action:
        def act() -> None:
            slot = order_type(self.conductor.scene(), order.kind).slots[0].name
            self.conductor.order(order.kind, **{slot: region})

        return act
