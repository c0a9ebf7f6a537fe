"""The web: who is bound to whom, the understandings you can see, and what an offer would be worth."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.ui import theme
from game.ui.app import App
from game.ui.screens.base import GameScreen
from game.ui.screens.pieces import ink_box
from game.ui.screens.web import PactCard, TieLegend, Web
from game.ui.widgets import (
    Action,
    Breakdown,
    Button,
    Choice,
    Column,
    Label,
    Panel,
    Paragraph,
    Row,
    Scroll,
    Widget,
    menu,
    title,
)
from game.views.orders import menu as orders_menu
from game.views.relations import TERMS, offer_targets, relations_view
from game.views.shapes import OfferView, OrderView, RelationsView

if TYPE_CHECKING:
    from game.ui.flow import Conductor


class RelationsScreen(GameScreen):
    """Patrons, pacts, secret pacts and feuds, and the price of an offer."""

    name = "relations"

    def __init__(self, conductor: Conductor, target: str = "", term: str = TERMS[0]) -> None:
        super().__init__(conductor)
        self.target, self.term, self.yours = target, term, False

    @property
    def tab_label(self) -> str:
        return self.conductor.label("screen_relations", "Relations")

    def view(self) -> RelationsView:
        """What the screen shows now."""
        key = f"relations {self.target} {self.term} {self.yours}"
        return self.conductor.view(key, lambda at: relations_view(at, self.target, self.term, self.yours))

    def build(self, app: App) -> Widget:
        view = self.view()
        body = Column([title(view.title), TieLegend(view.nodes), Web(view, self._pick, self.conductor.codex)], gap=6)
        hints = [
            ("Tab", "person"), ("Enter", "weigh an offer"), ("O", "offer"), ("T", "term"), ("X", "break"),
            ("S", "all feuds" if self.yours else "only mine"),
        ]  # fmt: skip
        tabs = ("The web", "Offers, pacts")
        return self.page(Scroll(body, name="web"), self._side(view), hints=hints, sections=tabs, tabbed=2)

    def on_key(self, app: App, key: str) -> bool:
        if key == "S":
            self.yours = not self.yours
        elif key == "T":
            self.term = TERMS[(TERMS.index(self.term) + 1) % len(TERMS)]
        elif key == "O":
            self._order("offer")
            return True
        elif key == "X":
            self._order("break")
            return True
        else:
            return super().on_key(app, key)
        app.refresh()
        return True

    def _pick(self, person: str) -> None:
        at = self.conductor.scene()
        if person in offer_targets(at):
            self.target = person
            self.app.refresh()
        else:
            self.conductor.codex(f"person:{person}")

    # ---- the side

    def _side(self, view: RelationsView) -> Widget:
        cards: list[Widget] = [PactCard(pact, self._opener(f"pact:{pact.id}")) for pact in view.pacts]
        if not cards:
            cards = [Paragraph("No understanding is in force that you know of.", theme.TEXT, theme.ASH)]
        parts: list[Widget] = [
            Panel(self.conductor.label("pacts", "Pacts you can see"), cards, f"{len(view.pacts)} known", gap=10)
        ]
        if view.offer:
            parts.insert(0 if len(cards) > 2 else 1, self._offer(view.offer))
        return Column(parts, gap=16)

    def _opener(self, reference: str) -> Action:
        return lambda: self.conductor.codex(reference)

    def _offer(self, offer: OfferView) -> Widget:
        head = Row(
            [
                Label(offer.accept.value_text, theme.FIGURE_BIG, theme.WHITE, tooltip=offer.accept),
                Column(
                    [
                        Label("accepts, as far as you see", theme.SECOND, theme.MIST, wrap=True),
                        Label(offer.terms_text, theme.SECOND_BOLD, theme.WHITE, wrap=True),
                    ],
                    gap=0, flex=1,
                ),
            ],
            gap=12, wrap=False,
        )  # fmt: skip
        buttons = Row(
            [
                Button("Another term", lambda: self.on_key(self.app, "T"), key="T"),
                Button("Ask whom", self._whom, key="W"),
            ],
            gap=12,
        )
        return ink_box(offer.title, [head, Breakdown(offer.accept, on_ink=True, detail=False), buttons], theme.BLUE)

    def _whom(self) -> None:
        at = self.conductor.scene()
        people = at.scenario.people
        names = at.scenario.index["people"]
        choices = [
            Choice(people[names[key]].name, lambda key=key: self._pick(key), chosen=key == self.target)  # type: ignore[misc]
            for key in offer_targets(at)
        ]
        menu(self.app.stage, "An offer to", choices)

    def _order(self, verb: str) -> None:
        """Give the scenario's order that makes offers, or breaks pacts, with the blanks filled that stand here."""
        at = self.conductor.scene()
        found: tuple[OrderView, ...] = self.conductor.view("menu", orders_menu)
        kinds = {order.id: order for order in at.scenario.orders}
        kind = next((o.kind for o in found if any(e.verb == verb for e in kinds[o.kind].effects)), "")
        if not kind:
            return
        offer = self.view().offer
        filled: dict[str, str] = {}
        slots = {slot.kind: slot.name for slot in kinds[kind].slots}
        if offer and verb == "offer" and "person" in slots:
            filled[slots["person"]] = offer.target.id
            if "term" in slots:
                filled[slots["term"]] = self.term
        self.conductor.order(kind, **filled)
