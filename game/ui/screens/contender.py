"""Whom you are: the contenders as a wall of faces, the chosen one's aim and how hard it is."""

from __future__ import annotations

import pygame

from game.saves import Setup
from game.saves.game import USUAL
from game.scenario.model import Chapter, Scenario
from game.ui import art, draw, fonts, theme
from game.ui.app import App, Screen
from game.ui.canvas import Canvas
from game.ui.clock import now
from game.ui.flow import Conductor
from game.ui.theme import Scale
from game.ui.widgets import (
    Action,
    Column,
    Footer,
    Frame,
    Grid,
    Label,
    MainButton,
    Panel,
    Paragraph,
    Row,
    Rule,
    Scroll,
    Slants,
    TextLink,
    Widget,
    paint_slants,
)
from game.views.library import RIVALS, STRENGTHS, contenders_view, goals, span
from game.views.shapes import ContenderView

SEEDS = 100_000


class ContenderCard(Widget):
    """A face over name, office, aim and how hard."""

    def __init__(self, view: ContenderView, chosen: bool, plays: bool, on_activate: Action) -> None:
        super().__init__(
            label=f"{view.person.name}. {view.aim_short}. {view.difficulty_word}",
            on_activate=on_activate,
            name=f"contender:{view.person.id}",
            focusable=True,
        )
        self.view, self.chosen, self.plays = view, chosen, plays
        self.on_focus = on_activate

    def min_width(self, scale: Scale) -> int:
        name = fonts.width(self.view.person.surname.upper(), theme.SUBHEAD, scale.percent)
        return max(scale.px(138), name + scale.px(24))

    def _face(self, scale: Scale, width: int) -> int:
        return min(scale.px(210), width * 4 // 5)

    def _words(self, scale: Scale, width: int) -> list[tuple[str, theme.Style]]:
        room = width - scale.px(24)
        role = self._role(scale, room)
        found = [(role, theme.SECOND)] if role else []
        found += [
            (row, theme.SECOND_BOLD)
            for row in fonts.wrap(self.view.aim_short, theme.SECOND_BOLD, scale.percent, room)
        ]
        return found

    def _role(self, scale: Scale, room: int) -> str:
        """As many of his offices as one line holds, whole."""
        offices = [one for one in self.view.person.role.split(", ") if one]
        while len(offices) > 1 and fonts.width(", ".join(offices), theme.SECOND, scale.percent) > room:
            offices.pop()
        rows = fonts.wrap(", ".join(offices), theme.SECOND, scale.percent, room)
        return rows[0] if rows else ""

    def height_for(self, scale: Scale, width: int) -> int:
        rows = len(self._words(scale, width)) * scale.px(19)
        return self._face(scale, width) + scale.px(36) + rows + scale.px(30)

    def draw(self, canvas: Canvas) -> None:
        scale, area = canvas.scale, self.rect
        high = self._face(scale, area.width)
        ground = self.view.person.bloc_colour if self.chosen else "sand"
        light, dark = theme.ground_pair(ground)
        top = pygame.Rect(area.left, area.top, area.width, high)
        canvas.fill(light, top)
        cut = high // theme.SLOPE
        draw.polygon(
            canvas.surface, dark, [(top.right, top.top), (top.right, top.bottom), (top.right - cut, top.bottom)]
        )
        figure = high * 135 // 100
        with canvas.clipped(top):
            picture = art.figure(self.view.person, figure)
            canvas.surface.blit(picture, (top.centerx - figure // 2, top.top + high // 40))
        body = pygame.Rect(area.left, top.bottom, area.width, area.height - high)
        canvas.fill(theme.INK if self.chosen else theme.SHEET, body)
        canvas.line(theme.RED if self.chosen else theme.INK, body, 3)
        ink, second = (theme.WHITE, theme.MIST) if self.chosen else (theme.INK, theme.ASH)
        left, down = area.left + canvas.px(12), body.top + canvas.px(8)
        canvas.text(left, down, self.view.person.surname.upper(), theme.SUBHEAD, ink, room=area.width - canvas.px(24))
        down += canvas.px(28)
        for text, style in self._words(scale, area.width):
            canvas.text(left, down, text, style, second if style is theme.SECOND else ink)
            down += canvas.px(19)
        level = area.bottom - canvas.px(20)
        plate = theme.INK if self.chosen else theme.SHEET
        paint_slants(canvas, left, level, self.view.difficulty, 5, ink, plate, 8)
        word = "plays too" if self.plays and not self.chosen else self.view.difficulty_word
        canvas.text(
            area.right - canvas.px(12),
            level - canvas.px(4),
            word,
            theme.SECOND,
            theme.RED if self.plays and not self.chosen else second,
            "right",
        )


class Banner(Widget):
    """The chosen contender's face and name on the ground of his bloc."""

    def __init__(self, view: ContenderView) -> None:
        super().__init__(label=view.person.name)
        self.view = view

    def min_width(self, scale: Scale) -> int:
        return scale.px(280)

    def height_for(self, scale: Scale, width: int) -> int:
        return scale.px(214)

    def draw(self, canvas: Canvas) -> None:
        area, person = self.rect, self.view.person
        light, dark = theme.ground_pair("ink" if person.bloc_colour in ("sand", "white") else person.bloc_colour)
        canvas.fill(light, area)
        cut = area.height // theme.SLOPE
        draw.polygon(canvas.surface, dark, [area.topleft, (area.left + cut, area.top), area.bottomleft])
        size = area.height
        with canvas.clipped(area):
            canvas.surface.blit(
                art.figure(person, size * 108 // 100), (area.left - canvas.px(4), area.top + canvas.px(4))
            )
        left = area.left + size * 96 // 100
        room = area.right - left - canvas.px(16)
        canvas.poster(
            pygame.Rect(left, area.top + canvas.px(34), room, canvas.px(26)), person.given.upper(), theme.WHITE
        )
        canvas.poster(
            pygame.Rect(left, area.top + canvas.px(66), room, canvas.px(46)), person.surname.upper(), theme.WHITE
        )
        down = area.top + canvas.px(122)
        for text in (*self.view.posts[:2], self.view.born):
            for row in canvas.wrap(text, theme.SECOND, room) if text else ():
                if down + canvas.px(18) <= area.bottom:
                    canvas.text(left, down, row, theme.SECOND, theme.WHITE)
                    down += canvas.px(18)


class ContenderScreen(Screen):
    """Choose a contender; then the game begins."""

    name = "contender"

    def __init__(self, conductor: Conductor, scenario: Scenario, chapter: Chapter | None = None) -> None:
        self.conductor, self.scenario, self.chapter = conductor, scenario, chapter
        self.views = contenders_view(scenario)
        self.chosen = self.views[0].person.id
        self.also: set[str] = set()
        self.rivals = str(scenario.settings.get("rivals", "free"))
        self.strength = USUAL
        fixed = scenario.settings.get("seed")
        self.seed = int(fixed) if fixed is not None else now() * 31 % SEEDS + 1
        reveal = dict(scenario.settings.get("reveal", {}))
        self.history = bool(reveal.get("history_before_choice", False))
        self.title = "Choose a contender"

    @property
    def view(self) -> ContenderView:
        """The contender in focus."""
        return next(one for one in self.views if one.person.id == self.chosen)

    def pick(self, who: str) -> None:
        """Put a contender in focus."""
        if self.chosen != who:
            self.chosen = who
            self.conductor.app.refresh()

    def begin(self) -> None:
        """Begin the game."""
        seats = [one.person.id for one in self.views if one.person.id == self.chosen or one.person.id in self.also]
        seats.sort(key=lambda who: who != self.chosen)
        start = until = None
        if self.chapter:
            start = self.scenario.turn_dates(self.chapter.first_turn)[0]
            until = self.scenario.turn_dates(self.chapter.last_turn)[1]
            start = None if self.chapter.first_turn == 1 else start
        chapter = self.chapter.id if self.chapter else ""
        setup = Setup(
            seed=self.seed, humans=tuple(seats), rivals=self.rivals, strength=self.strength, start=start, until=until,
            chapter=chapter,
        )  # fmt: skip
        self.conductor.begin(self.scenario, setup)

    # ---- settings of the game

    def turn_dial(self) -> None:
        """The next way for rivals to behave."""
        dials = list(RIVALS)
        self.rivals = dials[(dials.index(self.rivals) + 1) % len(dials)] if self.rivals in dials else dials[0]
        self.conductor.app.refresh()

    def turn_strength(self) -> None:
        """How far rivals think: the next of the three."""
        names = list(STRENGTHS)
        self.strength = names[(names.index(self.strength) + 1) % len(names)]
        self.conductor.app.refresh()

    def deal(self, step: int) -> None:
        """Another seed."""
        self.seed = (self.seed - 1 + step) % SEEDS + 1
        self.conductor.app.refresh()

    def share(self) -> None:
        """Let somebody else at this window play the contender in focus, or take that back."""
        self.also ^= {self.chosen}
        self.conductor.app.refresh()

    def on_key(self, app: App, key: str) -> bool:
        if key == "H":
            self.history = not self.history
            app.refresh()
            return True
        return False

    # ---- drawing

    def build(self, app: App) -> Widget:
        cards: list[Widget] = [
            ContenderCard(one, one.person.id == self.chosen, one.person.id in self.also, self._picker(one.person.id))
            for one in self.views
        ]
        head = Row(
            [
                Label("Choose a contender", theme.TITLE, wrap=True),
                Column(
                    [
                        Label(
                            self.scenario.title
                            if not self.chapter
                            else f"{self.scenario.title}: {self.chapter.name}",
                            theme.SERIF_BOLD,
                            wrap=True,
                        ),
                        Label(span(self.scenario), theme.SECOND, theme.ASH, wrap=True),
                    ],
                    gap=0,
                ),
            ],
            gap=28,
            align="middle",
        )
        wall = Grid(cards, cell=138, gap=12, most=max(4, (len(cards) + 1) // 2))
        body = Column([head, Scroll(wall, name="contenders")], gap=12)
        hints = [("Arrows", "choose"), ("H", "history"), ("Esc", "back")]
        main = MainButton(f"Begin as {self.view.person.surname}", self.begin, key="Space")
        return Frame(None, body, Footer(hints, main), side=self._detail(), side_units=444, sections=("Who", "Aim"))

    def _picker(self, who: str) -> Action:
        return lambda: self.pick(who)

    def _detail(self) -> Widget:
        view = self.view
        contender = next(one for one in self.scenario.contenders if one.person == view.person.id)
        rows: list[Widget] = [
            Banner(view),
            Label("Aim", theme.LABEL, theme.ASH),
            Paragraph(view.aim, theme.SERIF),
            Rule(space=3),
            Row(
                [
                    self._skills("Strengths", view.strengths, theme.BLUE),
                    self._skills("Weaknesses", view.weaknesses, theme.RED),
                ],
                gap=20,
                wrap=False,
            ),
            Rule(space=3),
            Label("You lose if", theme.LABEL, theme.ASH),
            Label(view.lose_if, theme.TEXT, wrap=True),
            Rule(space=3),
            Panel("What is scored", [self._goal(text, points) for text, points in goals(contender)], gap=2),
        ]
        if contender.advice:
            rows += [
                Label("Advice", theme.LABEL, theme.ASH),
                *(Paragraph(line, theme.TEXT) for line in contender.advice),
            ]
        if self.history and view.history:
            rows += [Label("In history", theme.LABEL, theme.ASH), Paragraph(view.history, theme.SERIF_ITALIC)]
        else:
            rows.append(TextLink("Show what happened in history", lambda: self.on_key(self.conductor.app, "H")))
        rows += self._settings()
        return Column(rows, gap=6)

    def _skills(self, head: str, skills: tuple[tuple[str, int], ...], colour: theme.Colour) -> Widget:
        rows: list[Widget] = [Label(head, theme.LABEL, theme.ASH)]
        for name, steps in skills:
            rows.append(
                Row([Label(name, theme.TEXT, wrap=True, flex=1), Slants(steps, 5, colour)], gap=8, wrap=False)
            )
        return Column(rows, gap=3, flex=1)

    @staticmethod
    def _goal(text: str, points: int) -> Widget:
        from game.views.parts import number

        colour = theme.BLUE if points > 0 else theme.RED
        return Row(
            [
                Label(text, theme.SECOND, wrap=True, flex=1),
                Label(number(points, signed=True), theme.SECOND_BOLD, colour),
            ],
            gap=8,
            wrap=False,
        )

    def _settings(self) -> list[Widget]:
        name, text = RIVALS.get(self.rivals, (self.rivals, ""))
        strength, depth = STRENGTHS[self.strength]
        also = [
            one.person.surname for one in self.views if one.person.id in self.also and one.person.id != self.chosen
        ]
        rows: list[Widget] = [
            Rule(space=3),
            Row(
                [
                    Label(f"Rivals: {name.lower()}. {text}", theme.BOLD, wrap=True, flex=1),
                    TextLink("Change", self.turn_dial, key="R"),
                ],
                gap=8,
                wrap=False,
            ),
            Row(
                [
                    Label(f"Strength: {strength.lower()}. {depth}", theme.BOLD, wrap=True, flex=1),
                    TextLink("Change", self.turn_strength, key="S"),
                ],
                gap=8,
                wrap=False,
            ),
            Row(
                [
                    Label(f"Seed {self.seed}", theme.TEXT, flex=1),
                    TextLink("Another", lambda: self.deal(7919), key="D"),
                ],
                gap=8,
                wrap=False,
            ),
            Row(
                [
                    Label(
                        f"Also played at this window: {', '.join(also)}" if also else "You play alone",
                        theme.TEXT,
                        wrap=True,
                        flex=1,
                    ),
                    TextLink("Add or take away", self.share, key="A"),
                ],
                gap=8,
                wrap=False,
            ),
        ]
        return rows
