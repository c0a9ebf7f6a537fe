"""Cards: alerts, people, the loop strip, the countdown, given orders, pacts."""

from __future__ import annotations

from collections.abc import Sequence

import pygame

from game.ui import draw, fonts, keymap, theme
from game.ui.canvas import Canvas
from game.ui.theme import Colour, Scale
from game.ui.widgets.core import Action, Grid, Widget
from game.views.shapes import AlertView, GivenOrderView, Level, LoopStepView

ALERTS = {
    Level.ACT: ("warn", "red"),
    Level.LOOK: ("pin", "ink"),
    Level.UNKNOWN: ("unknown", "blue"),
}


class AlertCard(Widget):
    """Coloured edge and icon, what and why, and the word that leads there.

    `tile` puts the edge on top and the word below, for a row of three.
    """

    def __init__(
        self, alert: AlertView, on_activate: Action | None = None, tile: bool = False, key: str = ""
    ) -> None:
        super().__init__(
            label=f"{alert.level.value}: {alert.title}. {alert.detail}",
            on_activate=on_activate,
            key=key,
            name=f"alert:{alert.title}",
            focusable=True,
        )
        self.alert, self.tile = alert, tile

    def _room(self, scale: Scale, width: int) -> int:
        action = fonts.width(self.alert.action_label, theme.BOLD, scale.percent)
        taken = scale.px(48 + 8) if self.tile else scale.px(48 + 14 + 14) + action
        return max(scale.px(48), width - taken)

    def min_width(self, scale: Scale) -> int:
        words = max(
            (fonts.width(word, theme.BOLD, scale.percent) for word in self.alert.title.split()), default=0
        )
        return (
            words
            + scale.px(60)
            + (
                0
                if self.tile
                else fonts.width(self.alert.action_label, theme.BOLD, scale.percent) + scale.px(20)
            )
        )

    def natural_width(self, scale: Scale) -> int:
        return fonts.width(self.alert.title, theme.BOLD, scale.percent) + scale.px(110)

    def height_for(self, scale: Scale, width: int) -> int:
        room = self._room(scale, width)
        head = len(fonts.wrap(self.alert.title, theme.BOLD, scale.percent, room)) * scale.px(22)
        if self.tile:
            detail = len(fonts.wrap(self.alert.detail, theme.SECOND, scale.percent, width - scale.px(24)))
            return scale.px(14) + head + detail * scale.px(18) + scale.px(26) + scale.px(4)
        return (
            scale.px(14)
            + head
            + len(fonts.wrap(self.alert.detail, theme.SECOND, scale.percent, room)) * scale.px(18)
        )

    def draw(self, canvas: Canvas) -> None:
        emblem, word = ALERTS[self.alert.level]
        colour = theme.colour(word)
        canvas.fill(theme.SHEET, self.rect)
        room = self._room(canvas.scale, self.rect.width)
        if self.tile:
            canvas.line(colour, self.rect, 5)
            left, top = self.rect.left, self.rect.top + canvas.px(10)
            icon = (left + canvas.px(22), top + canvas.px(12))
        else:
            canvas.fill(colour, pygame.Rect(self.rect.left, self.rect.top, canvas.px(5), self.rect.height))
            left, top = self.rect.left, self.rect.top + canvas.px(6)
            icon = (left + canvas.px(26), self.rect.centery)
        canvas.emblem(emblem, icon, 22, colour)
        top += canvas.lines(
            left + canvas.px(48 if not self.tile else 40), top, room, self.alert.title, theme.BOLD
        )
        if self.tile:
            top += canvas.lines(
                left + canvas.px(12),
                top,
                self.rect.width - canvas.px(24),
                self.alert.detail,
                theme.SECOND,
                theme.ASH,
            )
            self._action(canvas, left + canvas.px(12), top + canvas.px(1), "left", colour)
        else:
            canvas.lines(left + canvas.px(48), top, room, self.alert.detail, theme.SECOND, theme.ASH)
            self._action(
                canvas, self.rect.right - canvas.px(14), self.rect.centery - canvas.px(11), "right", colour
            )

    def _action(self, canvas: Canvas, left: int, top: int, align: str, colour: Colour) -> None:
        box = canvas.text(left, top, self.alert.action_label, theme.BOLD, colour, align)
        canvas.line(
            colour, pygame.Rect(box.left, box.bottom + canvas.px(1), box.width, 1), 2 if self.hovered else 1.5
        )


class GivenCard(Widget):
    """An order given this turn, with its tick; activating it takes it back if that is still possible."""

    def __init__(self, given: GivenOrderView, on_activate: Action | None = None) -> None:
        super().__init__(
            label=f"Given: {given.title}. {given.detail}",
            on_activate=on_activate,
            tooltip=("Undo", keymap.told(given.undo_note)) if given.undo_note else None,
            name=f"given:{given.id}",
            focusable=bool(on_activate or given.undo_note),
        )
        self.given = given

    def min_width(self, scale: Scale) -> int:
        words = max(
            (fonts.width(word, theme.BOLD, scale.percent) for word in self.given.title.split()), default=0
        )
        return words + scale.px(58)

    def natural_width(self, scale: Scale) -> int:
        return fonts.width(self.given.title, theme.BOLD, scale.percent) + scale.px(58)

    def height_for(self, scale: Scale, width: int) -> int:
        room = max(scale.px(40), width - scale.px(56))
        rows = len(fonts.wrap(self.given.title, theme.BOLD, scale.percent, room)) * scale.px(22)
        if self.given.detail:
            rows += len(fonts.wrap(self.given.detail, theme.SECOND, scale.percent, room)) * scale.px(18)
        return rows + scale.px(8)

    def draw(self, canvas: Canvas) -> None:
        canvas.fill(theme.SHEET, self.rect)
        canvas.fill(theme.RED, pygame.Rect(self.rect.left, self.rect.top, canvas.px(5), self.rect.height))
        canvas.emblem("check", (self.rect.left + canvas.px(25), self.rect.centery), 18, theme.RED)
        room = max(canvas.px(40), self.rect.width - canvas.px(56))
        left, top = self.rect.left + canvas.px(44), self.rect.top + canvas.px(4)
        top += canvas.lines(left, top, room, self.given.title, theme.BOLD)
        if self.given.detail:
            canvas.lines(left, top, room, self.given.detail, theme.SECOND, theme.ASH)


class LoopStep(Widget):
    """One chevron of the circle of power."""

    def __init__(self, step: LoopStepView, first: bool, on_activate: Action | None = None) -> None:
        super().__init__(
            label=f"{step.label}: {step.value} of {step.whole}",
            on_activate=on_activate,
            tooltip=step.figure,
            name=f"loop:{step.label}",
        )
        self.step, self.first = step, first

    def min_width(self, scale: Scale) -> int:
        figures = (
            fonts.width(str(self.step.value), theme.FIGURE, scale.percent)
            + fonts.width(f"of {self.step.whole}", theme.SECOND, scale.percent)
            + scale.px(6)
        )
        return max(figures, fonts.width(self.step.label, theme.SECOND, scale.percent)) + scale.px(32)

    def height_for(self, scale: Scale, width: int) -> int:
        return scale.px(52)

    def draw(self, canvas: Canvas) -> None:
        on = self.step.here or self.hovered
        draw.chevron(canvas.surface, theme.INK if on else theme.SHADE, self.rect, self.first)
        ink = theme.WHITE if on else theme.INK
        left = self.rect.left + canvas.px(22)
        canvas.text(left, self.rect.top + canvas.px(5), self.step.label, theme.SECOND, ink)
        top = self.rect.top + canvas.px(22)
        box = canvas.text(left, top, str(self.step.value), theme.FIGURE, ink)
        canvas.text_on(
            box.right + canvas.px(5),
            top + fonts.baseline(theme.FIGURE, canvas.scale.percent),
            f"of {self.step.whole}",
            theme.SECOND,
            theme.MIST if on else theme.ASH,
        )


class LoopStrip(Grid):
    """The circle of power, your share at each step; it folds onto more lines when narrow."""

    def __init__(self, steps: Sequence[LoopStepView], activations: Sequence[Action | None] = ()) -> None:
        acts = list(activations) + [None] * (len(steps) - len(activations))
        super().__init__(
            [
                LoopStep(step, index == 0, act)
                for index, (step, act) in enumerate(zip(steps, acts, strict=True))
            ],
            gap=2,
        )
