"""A roll call: the hall votes, the tally runs, the record's tally stands beside it."""

from __future__ import annotations

import pygame

from game.ui import draw, keymap, theme
from game.ui.app import App
from game.ui.canvas import Canvas
from game.ui.flow import Conductor
from game.ui.screens.base import GameScreen
from game.ui.screens.poster import Split
from game.ui.theme import Scale
from game.ui.widgets import (
    Box,
    Breakdown,
    Button,
    Column,
    Hemicycle,
    Label,
    PanelHead,
    PersonTile,
    Poster,
    Row,
    Rule,
    TextLink,
    VoteBar,
    Widget,
)
from game.views.rollcall import rollcall_view
from game.views.shapes import Ballot, DelegationVoteView, RollCallView, TallyView


def murmur(supporting: int, against: int) -> int:
    """Loudness of the hall in thousandths: it grows with the margin."""
    return 350 + 650 * abs(supporting - against) // max(1, supporting + against)


class Figures(Widget):
    """The running tally in large figures: for in red, against in ink."""

    def __init__(self, hall: Hemicycle) -> None:
        super().__init__(label="the tally")
        self.hall = hall

    def min_width(self, scale: Scale) -> int:
        return scale.px(220)

    def height_for(self, scale: Scale, width: int) -> int:
        return scale.px(112)

    def draw(self, canvas: Canvas) -> None:
        tally = self.hall.tally()
        middle = self.rect.left + self.rect.width * 55 // 100
        high = canvas.px(84)
        for left, wide, ballot, colour in (
            (self.rect.left, middle - self.rect.left - canvas.px(14), Ballot.FOR, theme.RED),
            (middle, self.rect.right - middle, Ballot.AGAINST, theme.INK),
        ):
            size = high if ballot is Ballot.FOR else high * 4 // 5
            box = pygame.Rect(left, self.rect.top + high - size, wide, size)
            canvas.poster(box, str(tally[ballot]), colour)
            canvas.text(left, self.rect.top + high + canvas.px(4), ballot.value, theme.BOLD, colour)


class Legend(Widget):
    """What the shapes of the hall mean, and the keys of its speed; the speed in force is white."""

    def __init__(self, hall: Hemicycle) -> None:
        speeds = ", ".join(keymap.printed(key) for key in ("1", "2", "4"))
        end = keymap.printed("Space")
        words = f"Square for, wedge against, ring abstained. Keys {speeds}: speed; {end}: the end"
        super().__init__(label=words)
        self.hall = hall

    def min_width(self, scale: Scale) -> int:
        return scale.px(260)

    def height_for(self, scale: Scale, width: int) -> int:
        return scale.px(26) * (1 if width >= scale.px(560) else 2)

    def draw(self, canvas: Canvas) -> None:
        left, middle = self.rect.left, self.rect.top + canvas.px(13)
        if self.hall.running:
            left = self._keys(canvas, left, middle) + canvas.px(30)
            if self.rect.width < canvas.px(560):
                left, middle = self.rect.left, middle + canvas.px(26)
        half = canvas.px(6)
        for shape, word in (("square", "for"), ("wedge", "against"), ("ring", "abstained")):
            self._shape(canvas, shape, left + half, middle, half)
            box = canvas.text(left + canvas.px(22), middle - canvas.px(11), word, theme.SECOND, theme.WHITE)
            left = box.right + canvas.px(28)

    @staticmethod
    def _shape(canvas: Canvas, shape: str, x: int, y: int, half: int) -> None:
        if shape == "square":
            canvas.fill(theme.LIGHT_RED, pygame.Rect(x - half, y - half, 2 * half, 2 * half))
        elif shape == "wedge":
            draw.polygon(canvas.surface, theme.WHITE, [(x - half, y - half), (x - half, y + half), (x + half, y)])
        else:
            draw.ring(canvas.surface, theme.MIST, (x, y), half, max(2, half // 3))

    def _keys(self, canvas: Canvas, left: int, middle: int) -> int:
        box = canvas.text(left, middle - canvas.px(11), "Speed", theme.SECOND, theme.MIST)
        left = box.right + canvas.px(8)
        for key in ("1", "2", "4"):
            ink = theme.WHITE if self.hall.speed == int(key) else theme.MIST
            wide = canvas.key_width(key)
            canvas.key_box(left + wide, middle, key, ink)
            left += wide + canvas.px(6)
        return left


class RollCallScreen(GameScreen):
    """One vote, shown seat by seat."""

    name = "rollcall"

    def __init__(self, conductor: Conductor, number: int) -> None:
        super().__init__(conductor)
        self.number = number
        self.over = False
        self.hall: Hemicycle | None = None
        self.title = self.view().title
        self.sounded = False

    def view(self) -> RollCallView:
        """The vote and its record."""
        return self.conductor.view(f"rollcall {self.number}", lambda at: rollcall_view(at, self.number))

    def on_key(self, app: App, key: str) -> bool:
        if self.hall and self.hall.control(key):
            return True
        if key in ("Space", "Enter", "Esc"):
            self.conductor.show_next()
            return True
        return super().on_key(app, key)

    def finished(self) -> None:
        """The last ballot has been called."""
        self.over = True
        view = self.view()
        if view.supporting >= view.needed:
            self.app.stage.sound("applause", 300 + murmur(view.supporting, view.against) // 2)
        self.app.refresh()

    def build(self, app: App) -> Widget:
        view = self.view()
        if not self.sounded:
            self.sounded = True
            app.stage.sound("murmur", murmur(view.supporting, view.against))
        at_once = self.over or app.stage.reduced_motion
        self.over = at_once
        hall = Hemicycle(
            view.ballots,
            presidium=view.presidium,
            heckles=view.heckles,
            animated=not at_once,
            on_done=self.finished,
            presidium_word=self.conductor.label("presidium_word", "The platform")
            if len(view.ballots) > 30
            else "The table",
        )
        if self.hall is not None and not at_once:
            hall.resume(self.hall)
        self.hall = hall
        return Split(
            self._hall(view, hall),
            self._result(view, hall),
            left_units=344,
            lean=52,
            left_ground=theme.INK,
            right_ground=theme.PAPER,
            from_right=True,
            foot=self._foot(hall),
            sections=("The hall", "The result"),
            name="rollcall",
        )

    def _hall(self, view: RollCallView, hall: Hemicycle) -> Widget:
        return Column(
            [
                Label(view.meeting, theme.LABEL, theme.MIST, wrap=True),
                Label(view.title, theme.TITLE_SMALL, theme.WHITE, wrap=True),
                *self._said(view),
                hall,
                Legend(hall),
            ],
            gap=6,
        )

    def _said(self, view: RollCallView) -> list[Widget]:
        """With one column the result stands over the hall too."""
        if not self.over or self.app.scale.columns > 1:
            return []
        return [Label(view.result_text, theme.BOLD, theme.WHITE, wrap=True)]

    def entered(self, app: App) -> None:
        """With one column the hall comes first."""
        app.stage.memory["rollcall"] = 0

    def _result(self, view: RollCallView, hall: Hemicycle) -> Widget:
        tally = TallyView(view.supporting, 0, 0, view.against, view.needed, view.abstained)
        rows: list[Widget] = [Label("This run", theme.LABEL, theme.ASH), Figures(hall)]
        if not self.over:
            return Column(rows, gap=8)
        rows += [VoteBar(tally, heads=False, thick=24), Label(view.result_text, theme.BOLD_BIG, wrap=True)]
        rows += self._history(view)
        rows += self._roll(view)
        return Column(rows, gap=8)

    def _foot(self, hall: Hemicycle) -> Widget:
        if not self.over:
            return Row([Button("Show the end", hall.finish, key="Space", name="skip")])
        return Row([Button("The result stands", self.conductor.show_next, key="Enter", kind="red", name="main")])

    def _history(self, view: RollCallView) -> list[Widget]:
        if not view.history_title:
            return []
        inner: list[Widget] = [Label(view.history_title, theme.LABEL, theme.MIST, wrap=True)]
        if view.history_supporting is not None:
            inner.append(Poster(f"{view.history_supporting} to {view.history_against or 0}", 44, theme.WHITE))
        counted, _, source = view.history_note.partition("; ")
        note = f"{counted}, sourced" if source else counted
        inner.append(Label(note, theme.SECOND, theme.MIST, wrap=True, tooltip=("Source", source) if source else None))
        rows: list[Widget] = [Box(Column(inner, gap=4), theme.INK, (14, 10, 14, 10))]
        if view.difference:
            rows.append(PanelHead(view.difference.label, rule=False))
            rows.append(Breakdown(view.difference))
        if view.first_departure:
            rows.append(
                Row(
                    [
                        Label("First departure", theme.BOLD, flex=1),
                        TextLink(view.first_departure, lambda: self.conductor.open("log")),
                    ],
                    wrap=False,
                )
            )
        return rows

    def _roll(self, view: RollCallView) -> list[Widget]:
        rows: list[Widget] = [PanelHead("How they voted", rule=False)]
        for vote in view.delegations[:40]:
            rows.append(self._vote(vote))
            rows.append(Rule(space=1))
        return rows

    def _vote(self, vote: DelegationVoteView) -> Widget:
        if vote.person is None:
            text = f"{vote.supporting} for, {vote.against} against"
            return Row([Label(vote.name, theme.TEXT, wrap=True, flex=1), Label(text, theme.SECOND)], wrap=False)
        side = "for" if vote.supporting else "against" if vote.against else "abstained"
        note = f"{side}, broke with his circle" if vote.broke else side
        return PersonTile(vote.person, size=34, note=note)
