"""An order being written: its blanks one by one, who or what may fill each, and what it would do."""

from __future__ import annotations

from collections.abc import Mapping

from game.ui import theme
from game.ui.app import App
from game.ui.flow import Conductor
from game.ui.screens.base import GameScreen
from game.ui.screens.hint import hint_cards
from game.ui.widgets import (
    Action,
    Button,
    ChoiceRow,
    Column,
    Columns,
    ColumnSpec,
    Label,
    MainButton,
    Panel,
    PanelHead,
    Paragraph,
    PersonTile,
    Row,
    Rule,
    TextLink,
    Widget,
    confirm,
    title,
)
from game.views.orders import (
    Ahead,
    BlankView,
    ahead,
    cautions,
    chance,
    locked,
    menu,
    next_blank,
    order_type,
    preview_terms,
    price_text,
    whole,
)
from game.views.parts import Scene, number
from game.views.shapes import OrderView, TargetView, TermView

#: From so many targets on a list can be narrowed by typing.
MANY = 9
#: The name of the button that gives an order with nothing left to choose.
GIVE = "give"


class TargetRow(ChoiceRow):
    """A target; focus shows what the order would do to it."""

    def __init__(self, target: TargetView, on_activate: Action, on_focus: Action, chosen: bool) -> None:
        detail = ". ".join(part for part in (target.detail, target.forecast) if part)
        super().__init__(
            target.label, on_activate, detail=detail, chosen=chosen,
            locked_reason=target.locked_reason, name=f"target:{target.id}",
        )  # fmt: skip
        self.on_focus = on_focus


class ComposeScreen(GameScreen):
    """One order, blank by blank; the last choice gives it."""

    name, here = "compose", "An order"

    def __init__(self, conductor: Conductor, kind: str, filled: Mapping[str, str] | None = None) -> None:
        super().__init__(conductor)
        self.kind = kind
        self.given = dict(filled or {})
        self.filled = dict(self.given)
        self.typed = ""
        self.looked_at = ""
        order = self.order()
        self.title = order.button if order else kind

    # ---- data

    def order(self) -> OrderView | None:
        """The order as the menu shows it."""
        found = self.conductor.view("menu", menu)
        return next((one for one in found if one.kind == self.kind), None)

    def ahead(self) -> Ahead:
        """The order with what leaves no choice filled by itself."""
        key = f"ahead {self.kind} {sorted(self.filled.items())}"
        return self.conductor.view(key, lambda at: ahead(at, self.kind, self.filled))

    def blank(self) -> BlankView | None:
        """The next blank, None when the order is whole."""
        return self.ahead().blank

    @property
    def full(self) -> dict[str, str]:
        """All blanks that are filled, by the player or for want of a choice."""
        return self.ahead().filled

    def targets(self) -> list[TargetView]:
        """The targets that begin with, or contain, what was typed."""
        blank = self.blank()
        if blank is None:
            return []
        word = self.typed.lower()
        return [one for one in blank.targets if word in one.label.lower()] if word else list(blank.targets)

    def terms(self, filled: Mapping[str, str]) -> tuple[TermView, ...]:
        """What the order would do with these blanks."""
        key = f"terms {self.kind} {sorted(filled.items())}"
        return self.conductor.view(key, lambda at: preview_terms(at, order_type(at, self.kind), filled))

    # ---- acts

    def choose(self, slot: str, value: str) -> None:
        """Fill the blank; the last one gives the order."""
        self.filled[slot] = value
        self.typed, self.looked_at = "", ""
        if self.blank() is None and not self.ahead().unseen:
            self.send()
        else:
            self.app.stage.set_focus(None)
            self.app.refresh()

    def send(self) -> None:
        """Give the order, asking first if it cannot be undone."""
        order = self.order()
        at = self.conductor.scene()
        made = whole(at, self.kind, self.full)
        reason = locked(at, made)
        if reason:
            self.step_back()
            from game.ui.widgets import notice

            notice(self.app.stage, "Not allowed", reason)
            return
        if order and order.irreversible:
            confirm(
                self.app.stage, order.button, f"{order.irreversible} It cannot be taken back.", "Do it",
                lambda: self.conductor.give(made), no="Leave it", on_no=self.step_back,
            )  # fmt: skip
            return
        self.conductor.give(made)

    def step_back(self) -> None:
        """Empty the last blank that was filled here."""
        own = [name for name in self.filled if name not in self.given]
        if own:
            del self.filled[own[-1]]
        self.typed, self.looked_at = "", ""
        self.app.stage.set_focus(None)
        self.app.refresh()

    def on_key(self, app: App, key: str) -> bool:
        if key == "Esc" and any(name not in self.given for name in self.filled):
            self.step_back()
            return True
        if key == "Backspace" and self.typed:
            self.typed = self.typed[:-1]
            app.refresh()
            return True
        letter = app.pressed.removeprefix("Shift ")
        if len(letter) == 1 and letter.isalpha() and self._many():
            self.typed += letter
            if not self.targets():
                self.typed = self.typed[:-1]
            app.refresh()
            return True
        return super().on_key(app, key)

    def _many(self) -> bool:
        blank = self.blank()
        return blank is not None and len(blank.targets) >= MANY

    def first_focus(self, page: Widget) -> Widget | None:
        """The first open target, or what gives or leaves the order: up, down and Enter work at once."""
        found = [each for each in page.walk() if each.focusable]
        targets = [each for each in found if each.name.startswith("target:")]
        ready = next((each for each in found if each.name == GIVE), None)
        main = next((each for each in found if isinstance(each, MainButton)), None)
        return next((each for each in targets if each.enabled), None) or next(iter(targets), None) or ready or main

    # ---- drawing

    def build(self, app: App) -> Widget:
        order, blank = self.order(), self.blank()
        head = self._head(order)
        name = f"compose {len(self.filled)}"
        app.stage.memory.setdefault(name, 1)  # with one column the list comes first
        columns = Columns(
            [
                ColumnSpec("Order", self._left(order), 300),
                ColumnSpec("Choose", self._list(blank), 480),
                ColumnSpec("What it does", self._preview(blank), 372, under=0),
            ],
            name,
            head,
        )
        hints = [("Esc", "back"), ("Enter", "choose"), ("F1", "explain")]
        if self._many():
            hints.insert(1, ("A-Z", "type to find"))
        main = (
            MainButton("Give the order", self.send, key="Space")
            if blank is None
            else MainButton("Leave it", self.conductor.back, key="Space")
        )
        return self.page(columns, main=main, hints=hints)

    def _head(self, order: OrderView | None) -> Widget:
        data = order_type(self.conductor.scene(), self.kind)
        family = self.conductor.label(f"family_{data.family}", data.family.capitalize())
        return title(self.title, order.explanation if order else "", family)

    def _left(self, order: OrderView | None) -> Widget:
        at, full = self.conductor.scene(), self.full
        data = order_type(at, self.kind)
        rows: list[Widget] = [*hint_cards(self.conductor), PanelHead("The order")]
        for slot in data.slots:
            if full.get(slot.name):
                text = self._chosen_label(at, slot.name)
                rows.append(
                    Label(slot.prompt or slot.name.replace("_", " ").capitalize(), theme.SECOND, theme.ASH, wrap=True)
                )
                rows.append(Label(text, theme.BOLD_BIG, wrap=True))
        own = [name for name in self.filled if name not in self.given]
        if own:
            rows.append(TextLink("Choose again", self.step_back))
        rows.append(Rule(space=2))
        for word, text in (("Cost", self._price(at)), *cautions(data)):
            rows.append(Label(word, theme.LABEL, theme.ASH))
            rows.append(Paragraph(text, theme.TEXT))
        return Column(rows, gap=4)

    def _price(self, at: Scene) -> str:
        data = order_type(at, self.kind)
        if all(slot.name in self.full for slot in data.slots):
            return price_text(at, whole(at, self.kind, self.full)).capitalize() + "."
        parts = [f"{data.orders} order{'s' if data.orders != 1 else ''}" if data.orders else "no order"]
        parts += [
            f"{value} {at.words.label(name)}"
            for name, value in (("credit", data.credit), ("authority", data.authority), ("health", data.health))
            if value
        ]
        return ", ".join(parts).capitalize() + "."

    def _chosen_label(self, at: Scene, name: str) -> str:
        full = self.full
        before = {key: value for key, value in full.items() if key in self.given}
        for slot in order_type(at, self.kind).slots:
            if slot.name == name:
                break
            before[slot.name] = full.get(slot.name, "")
        before.pop(name, None)
        found = next_blank(at, self.kind, before)
        targets = found.targets if found is not None and found.slot == name else ()
        return next((one.label for one in targets if one.id == full[name]), at.words.name(full[name]))

    def _list(self, blank: BlankView | None) -> Widget:
        if blank is None:
            return Column(
                [
                    PanelHead("Everything is said"),
                    *self._chance(),
                    Row([Button("Give the order", self.send, key="Enter", kind="quiet", name=GIVE)]),
                ],
                gap=8,
            )
        found = self.targets()
        note = (
            f"“{self.typed.capitalize()}”, {len(found)} of {len(blank.targets)}"
            if self.typed
            else f"{len(blank.targets)}"
        )
        rows: list[Widget] = [PanelHead(blank.prompt, note)]
        if blank.nothing:
            rows.append(Label(blank.nothing, theme.SERIF, theme.ASH, wrap=True))
        rows += [self._target(blank, one) for one in found]
        return Column(rows, gap=4)

    def _target(self, blank: BlankView, one: TargetView) -> Widget:
        def look() -> None:
            self.looked_at = one.id
            self.app.refresh()

        return TargetRow(one, lambda: self.choose(blank.slot, one.id), look, one.id == self.looked_at)

    def _preview(self, blank: BlankView | None) -> Widget:
        if blank is None:
            return Panel("What it does", effect_rows(self.terms(self.full)), gap=5)
        open_ = [one for one in self.targets() if not one.locked_reason]
        chosen = next((one for one in self.targets() if one.id == self.looked_at), open_[0] if open_ else None)
        if chosen is None:
            return Panel("What it does", [Label("Nothing, as things stand.", theme.TEXT, theme.ASH, wrap=True)])
        rows: list[Widget] = [PanelHead(chosen.label)]
        if chosen.person:
            rows.append(PersonTile(chosen.person, size=72))
        if chosen.locked_reason:
            rows.append(Paragraph(chosen.locked_reason, theme.SERIF))
        elif chosen.terms:
            rows.append(Label("As far as you know, it would do this", theme.LABEL, theme.ASH, wrap=True))
            rows += effect_rows(chosen.terms)
        else:
            rows += self._onward(blank)
        if chosen.forecast:
            rows.append(Label(chosen.forecast[0].upper() + chosen.forecast[1:] + ".", theme.BOLD_BIG, wrap=True))
        return Column(rows, gap=6)

    def _chance(self) -> list[Widget]:
        """The chance that matters, of an order that no list has shown."""
        at = self.conductor.scene()
        text = chance(at, order_type(at, self.kind), self.full)
        return [Label(f"{text[0].upper()}{text[1:]}.", theme.BOLD_BIG, wrap=True)] if text else []

    def _onward(self, blank: BlankView) -> list[Widget]:
        """What is asked after this blank."""
        after = [slot for slot in order_type(self.conductor.scene(), self.kind).slots if slot.name not in self.full]
        words = [slot.prompt for slot in after if slot.name != blank.slot and slot.prompt]
        if not words:
            return [Label("Nothing that you could foresee.", theme.TEXT, theme.ASH, wrap=True)]
        asked: list[Widget] = [Label(one, theme.TEXT, wrap=True) for one in words]
        return [Label("Then it is asked", theme.LABEL, theme.ASH), *asked]


class EffectRow(Row):
    """One thing that an order does, its amount at the right."""

    def __init__(self, term: TermView) -> None:
        words: list[Widget] = [Label(term.label, theme.TEXT, wrap=True, flex=1)]
        if term.amount:
            colour = theme.BLUE if term.amount > 0 else theme.RED
            words.append(Label(number(term.amount, term.decimals, True), theme.BOLD, colour))
        super().__init__(words, gap=10, wrap=False)


def effect_rows(terms: tuple[TermView, ...]) -> list[Widget]:
    """What an order does, line by line; these are changes of different things and have no sum."""
    rows: list[Widget] = []
    for term in terms:
        rows.append(EffectRow(term))
        rows.append(Rule(space=1))
    return rows
