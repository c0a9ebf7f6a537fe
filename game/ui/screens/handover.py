"""The hand-over between players at one window: whose turn it is, and nothing else."""

from __future__ import annotations

import pygame

from game.ui import art, draw, theme
from game.ui.app import App
from game.ui.canvas import Canvas
from game.ui.flow import Conductor
from game.ui.screens.base import GameScreen
from game.ui.theme import Scale
from game.ui.widgets import Column, HoldButton, Label, Poster, Row, Scroll, Space, Widget
from game.views.library import faces
from game.views.parts import turn_text
from game.views.shapes import PersonView


class HandOverPage(Widget):
    """Ink at the left with the words, red at the right with the face."""

    def __init__(self, words: Widget, person: PersonView) -> None:
        self.scroll = Scroll(words, name="handover")
        super().__init__([self.scroll])
        self.person = person

    def place(self, scale: Scale, rect: pygame.Rect) -> None:
        self.rect = pygame.Rect(rect)
        pad = scale.px((14, 24, 56)[scale.columns - 1])
        wide = rect.width * 41 // 100 if scale.columns == 3 else rect.width - 2 * pad
        self.scroll.place(scale, pygame.Rect(rect.left + pad, rect.top + pad, wide - pad // 2, rect.height - 2 * pad))

    def draw(self, canvas: Canvas) -> None:
        area = self.rect
        canvas.fill(theme.INK, area)
        if canvas.scale.columns < 3:
            return
        top, bottom = area.width * 60 // 100, area.width * 60 // 100 - area.height // 2
        for shift, colour in ((0, theme.PAPER), (canvas.px(16), theme.RED)):
            draw.polygon(
                canvas.surface,
                colour,
                [
                    (top + shift, area.top),
                    (area.right, area.top),
                    (area.right, area.bottom),
                    (bottom + shift, area.bottom),
                ],
            )
        radius = area.height * 46 // 100
        middle = (area.width * 69 // 100, area.height * 52 // 100)
        draw.disc(canvas.surface, theme.DEEP_RED, middle, radius)
        picture = art.standing(self.person, area.height * 9 // 10, False, theme.INK)
        canvas.surface.blit(picture, picture.get_rect(midbottom=(middle[0], area.bottom)))


class HandOverScreen(GameScreen):
    """Pass the chair."""

    name = "handover"

    def __init__(self, conductor: Conductor, seat: str, before: str) -> None:
        super().__init__(conductor)
        self.seat, self.before = seat, before
        people = faces(conductor.game.scenario, conductor.game.state)
        self.people = {one.id: one for one in people}
        self.title = f"Pass the chair to {self.people[seat].surname}"

    def on_key(self, app: App, key: str) -> bool:
        return True  # nothing of the game is reachable from here

    def build(self, app: App) -> Widget:
        game = self.conductor.game
        now, last = self.people[self.seat], self.people.get(self.before)
        done = (
            f"{last.surname} has finished for {turn_text(game.scenario, game.state.turn).title()}. " if last else ""
        )
        wide = app.scale.columns > 1
        words = Column(
            [
                Label(f"{len(game.setup.humans)} play at one window", theme.LABEL, theme.MIST),
                Space(20 if wide else 2),
                Poster("PASS THE CHAIR", 64 if wide else 30, theme.WHITE),
                Label("to", theme.SERIF_HEAD if wide else theme.SERIF, theme.MIST),
                Poster(now.surname.upper(), 92 if wide else 44, theme.WHITE),
                Label(f"{done}Nothing of theirs is on the screen.", theme.SERIF, theme.WHITE, wrap=True),
                Label(
                    "Everyone else looks away. The page opens when the key is held for a second.",
                    theme.SECOND,
                    theme.MIST,
                    wrap=True,
                ),
                Space(10 if wide else 2),
                Row([HoldButton("Hold to open", self.conductor.show_next)]),
            ],
            gap=10 if wide else 3,
        )
        return HandOverPage(words, now)
