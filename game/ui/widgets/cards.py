"""Cards: alerts, people, the loop strip, the countdown, given orders, pacts."""

from __future__ import annotations

from collections.abc import Sequence

import pygame

from game.ui import draw, fonts, theme
from game.ui.canvas import Canvas
from game.ui.theme import Colour, Scale
from game.ui.widgets.core import Action, Grid, Tooltip, Widget
from game.views.shapes import AlertView, GivenOrderView, Level, LoopStepView, PersonView

ALERTS = {Level.ACT: ("warn", theme.RED), Level.LOOK: ("pin", theme.INK), Level.UNKNOWN: ("unknown", theme.BLUE)}


class AlertCard(Widget):
    """Coloured edge and icon, what and why, and the word that leads there.

    `tile` puts the edge on top and the word below, for a row of three.
    """

    def __init__(self, alert: AlertView, on_activate: Action | None = None, tile: bool = False, key: str = "") -> None:
        super().__init__(label=f"{alert.level.value}: {alert.title}. {alert.detail}", on_activate=on_activate, key=key,
                         name=f"alert:{alert.title}", focusable=True)
        self.alert, self.tile = alert, tile

    def _room(self, scale: Scale, width: int) -> int:
        action = fonts.width(self.alert.action_label, theme.BOLD, scale.percent)
        taken = scale.px(48 + 8) if self.tile else scale.px(48 + 14 + 14) + action
        return max(scale.px(48), width - taken)

    def min_width(self, scale: Scale) -> int:
        words = max((fonts.width(word, theme.BOLD, scale.percent) for word in self.alert.title.split()), default=0)
        return words + scale.px(60) + (0 if self.tile else fonts.width(self.alert.action_label, theme.BOLD, scale.percent)
                                       + scale.px(20))

    def natural_width(self, scale: Scale) -> int:
        return fonts.width(self.alert.title, theme.BOLD, scale.percent) + scale.px(110)

    def height_for(self, scale: Scale, width: int) -> int:
        room = self._room(scale, width)
        head = len(fonts.wrap(self.alert.title, theme.BOLD, scale.percent, room)) * scale.px(22)
        if self.tile:
            detail = len(fonts.wrap(self.alert.detail, theme.SECOND, scale.percent, width - scale.px(24)))
            return scale.px(14) + head + detail * scale.px(18) + scale.px(26) + scale.px(4)
        return scale.px(14) + head + len(fonts.wrap(self.alert.detail, theme.SECOND, scale.percent, room)) * scale.px(18)

    def draw(self, canvas: Canvas) -> None:
        emblem, colour = ALERTS[self.alert.level]
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
        top += canvas.lines(left + canvas.px(48 if not self.tile else 40), top, room, self.alert.title, theme.BOLD)
        if self.tile:
            top += canvas.lines(left + canvas.px(12), top, self.rect.width - canvas.px(24), self.alert.detail, theme.SECOND,
                                theme.ASH)
            self._action(canvas, left + canvas.px(12), top + canvas.px(1), "left", colour)
        else:
            canvas.lines(left + canvas.px(48), top, room, self.alert.detail, theme.SECOND, theme.ASH)
            self._action(canvas, self.rect.right - canvas.px(14), self.rect.centery - canvas.px(11), "right", colour)

    def _action(self, canvas: Canvas, left: int, top: int, align: str, colour: Colour) -> None:
        box = canvas.text(left, top, self.alert.action_label, theme.BOLD, colour, align)
        canvas.line(colour, pygame.Rect(box.left, box.bottom + canvas.px(1), box.width, 1), 2 if self.hovered else 1.5)


class GivenCard(Widget):
    """An order given this turn, with its tick; activating it takes it back if that is still possible."""

    def __init__(self, given: GivenOrderView, on_activate: Action | None = None) -> None:
        super().__init__(label=f"Given: {given.title}. {given.detail}", on_activate=on_activate,
                         tooltip=("Undo", given.undo_note) if given.undo_note else None, name=f"given:{given.id}",
                         focusable=bool(on_activate or given.undo_note))
        self.given = given

    def min_width(self, scale: Scale) -> int:
        words = max((fonts.width(word, theme.BOLD, scale.percent) for word in self.given.title.split()), default=0)
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
        super().__init__(label=f"{step.label}: {step.value} of {step.whole}", on_activate=on_activate,
                         tooltip=step.figure, name=f"loop:{step.label}")
        self.step, self.first = step, first

    def min_width(self, scale: Scale) -> int:
        figures = fonts.width(str(self.step.value), theme.FIGURE, scale.percent) \
            + fonts.width(f"of {self.step.whole}", theme.SECOND, scale.percent) + scale.px(6)
        return max(figures, fonts.width(self.step.label, theme.SECOND, scale.percent)) + scale.px(40)

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
        canvas.text_on(box.right + canvas.px(5), top + fonts.baseline(theme.FIGURE, canvas.scale.percent),
                       f"of {self.step.whole}", theme.SECOND, theme.MIST if on else theme.ASH)


class LoopStrip(Grid):
    """The circle of power, your share at each step; it folds onto more lines when narrow."""

    def __init__(self, steps: Sequence[LoopStepView], activations: Sequence[Action | None] = ()) -> None:
        acts = list(activations) + [None] * (len(steps) - len(activations))
        super().__init__([LoopStep(step, index == 0, act) for index, (step, act) in
                          enumerate(zip(steps, acts, strict=True))], gap=4)


class PersonTile(Widget):
    """A face beside a name, a role and a status; cut-out people keep their shape and cannot be chosen."""

    def __init__(self, person: PersonView, on_activate: Action | None = None, *, size: float = 56, tooltip: Tooltip = None,
                 chosen: bool = False, note: str = "", key: str = "") -> None:
        status = f" {person.status_text}." if person.status_text else ""
        super().__init__(label=f"{person.name}. {person.role or note}.{status}", on_activate=on_activate, tooltip=tooltip,
                         codex=person.codex, name=f"person:{person.id}", focusable=True, key=key)
        self.person, self.size, self.chosen, self.note = person, size, chosen, note

    def activate(self) -> bool:
        # A cut-out figure may be read about, never chosen to act: its action is the codex alone.
        if self.person.cut_out:
            if self.stage and self.stage.on_codex and self.person.codex:
                self.stage.on_codex(self.person.codex)
                return True
            return False
        return super().activate()

    def _lines(self, scale: Scale, width: int) -> list[tuple[str, theme.Style, Colour]]:
        room = max(scale.px(40), width - scale.px(self.size + 12))
        lines = [(row, theme.NAME_CAPS, theme.INK) for row in
                 fonts.wrap(self.person.surname, theme.NAME_CAPS, scale.percent, room)]
        lines += [(row, theme.SECOND, theme.ASH) for row in
                  fonts.wrap(self.note or self.person.role, theme.SECOND, scale.percent, room) if row]
        if self.person.status_text:
            lines += [(row, theme.SECOND_BOLD, theme.RED) for row in
                      fonts.wrap(self.person.status_text, theme.SECOND_BOLD, scale.percent, room)]
        return lines

    def min_width(self, scale: Scale) -> int:
        words = max((fonts.width(word, theme.NAME_CAPS, scale.percent) for word in self.person.surname.split()), default=0)
        return scale.px(self.size + 12) + words

    def natural_width(self, scale: Scale) -> int:
        return scale.px(self.size + 12) + max(fonts.width(self.person.surname, theme.NAME_CAPS, scale.percent),
                                              fonts.width(self.note or self.person.role, theme.SECOND, scale.percent))

    def height_for(self, scale: Scale, width: int) -> int:
        lines = sum(fonts.line_height(style, scale.percent) for _, style, _ in self._lines(scale, width))
        return max(scale.px(self.size), lines)

    def draw(self, canvas: Canvas) -> None:
        size = canvas.px(self.size)
        if self.hovered or self.chosen:
            canvas.fill(theme.SHEET, self.rect)
        canvas.portrait(self.person, self.rect.left, self.rect.top, size)
        top = self.rect.top
        for text, style, colour in self._lines(canvas.scale, self.rect.width):
            canvas.text(self.rect.left + size + canvas.px(12), top, text, style, colour)
            top += canvas.line_height(style)


class PersonCard(Widget):
    """A face over a name, role and status, for grids; the chosen one is ink on its bloc's ground."""

    def __init__(self, person: PersonView, on_activate: Action | None = None, *, size: float = 112, chosen: bool = False,
                 tooltip: Tooltip = None, note: str = "", name_style: theme.Style = theme.SECOND) -> None:
        super().__init__(label=f"{person.name}. {person.role}. {person.status_text}", on_activate=on_activate,
                         tooltip=tooltip, codex=person.codex, name=f"card:{person.id}", focusable=True)
        self.person, self.size, self.chosen, self.note, self.name_style = person, size, chosen, note, name_style
        self.enabled = not person.cut_out

    def _lines(self, scale: Scale, width: int) -> list[tuple[str, theme.Style, Colour]]:
        ink = theme.WHITE if self.chosen else theme.INK
        lines = [(self.person.surname, self.name_style, ink)]
        note = self.note or self.person.status_text
        if note:
            colour = theme.MIST if self.chosen else theme.RED if self.person.cut_out else theme.ASH
            style = theme.SECOND_BOLD if self.person.cut_out else theme.SECOND
            lines += [(row, style, colour) for row in fonts.wrap(note, style, scale.percent, max(scale.px(40), width))]
        return lines

    def min_width(self, scale: Scale) -> int:
        return max(scale.px(self.size), fonts.width(self.person.surname, self.name_style, scale.percent))

    def height_for(self, scale: Scale, width: int) -> int:
        lines = sum(fonts.line_height(style, scale.percent) for _, style, _ in self._lines(scale, width))
        return scale.px(self.size + 4) + lines

    def draw(self, canvas: Canvas) -> None:
        size = canvas.px(self.size)
        if self.chosen:
            canvas.fill(theme.INK, self.rect)
        canvas.portrait(self.person, self.rect.left, self.rect.top, size)
        top = self.rect.top + size + canvas.px(4)
        for text, style, colour in self._lines(canvas.scale, self.rect.width):
            canvas.text(self.rect.left, top, text, style, colour)
            top += canvas.line_height(style)

    def draw_focus(self, canvas: Canvas) -> None:
        size = canvas.px(self.size)
        draw.frame(canvas.surface, theme.BLUE, pygame.Rect(self.rect.left, self.rect.top, size, size),
                   canvas.px(theme.FOCUS), canvas.px(theme.FOCUS_GAP))


class HeroCard(Widget):
    """Your face and name as a poster, your posts and bloc, and the red countdown wedge."""

    def __init__(self, person: PersonView, posts: Sequence[str] = (), countdown: int | None = None,
                 countdown_text: str = "") -> None:
        until = f" {countdown} {countdown_text}." if countdown is not None else ""
        super().__init__(label=f"You are {person.name}. {', '.join(posts)}.{until}", codex=person.codex,
                         name="hero", focusable=bool(person.codex))
        self.person, self.posts, self.countdown, self.countdown_text = person, tuple(posts), countdown, countdown_text

    def min_width(self, scale: Scale) -> int:
        return scale.px(252)

    def _face(self, scale: Scale, width: int) -> int:
        return min(scale.px(148), width * 55 // 100)

    def _post_lines(self, scale: Scale, width: int) -> list[str]:
        room = max(scale.px(60), width - self._face(scale, width) - scale.px(22))
        rows = [row for post in self.posts[:3] for row in fonts.wrap(post, theme.SECOND, scale.percent, room)]
        return rows[:4]

    def _top_height(self, scale: Scale, width: int) -> int:
        words = scale.px(78) + len(self._post_lines(scale, width)) * scale.px(18) + (scale.px(30) if self.person.bloc else 0)
        return max(self._face(scale, width), words)

    def height_for(self, scale: Scale, width: int) -> int:
        return self._top_height(scale, width) + (scale.px(56) if self.countdown is not None else 0)

    def draw(self, canvas: Canvas) -> None:
        face, high = self._face(canvas.scale, self.rect.width), self._top_height(canvas.scale, self.rect.width)
        dark = pygame.Rect(self.rect.left, self.rect.top, self.rect.width, high)
        canvas.fill(theme.INK, dark)
        ground = "ink" if self.person.bloc_colour == "sand" else self.person.bloc_colour
        canvas.portrait(self.person, dark.left, dark.bottom - face, face, ground, whole=True)
        left, room = dark.left + face + canvas.px(11), dark.width - face - canvas.px(22)
        canvas.poster(pygame.Rect(left, dark.top + canvas.px(13), room, canvas.px(20)), self.person.given.upper(), theme.WHITE)
        canvas.poster(pygame.Rect(left, dark.top + canvas.px(38), room, canvas.px(30)), self.person.surname.upper(), theme.WHITE)
        top = dark.top + canvas.px(76)
        for row in self._post_lines(canvas.scale, self.rect.width):
            canvas.text(left, top, row, theme.SECOND, theme.MIST, room=room)
            top += canvas.px(18)
        if self.person.bloc:
            emblem = canvas.emblem(self.person.emblem, (left + canvas.px(9), top + canvas.px(14)), 18, theme.WHITE)
            shift = canvas.px(24) if emblem else 0
            canvas.text(left + shift, top + canvas.px(5), self.person.bloc, theme.SECOND_BOLD, theme.WHITE, room=room - shift)
        if self.countdown is not None:
            self._wedge(canvas, dark.bottom)

    def _wedge(self, canvas: Canvas, top: int) -> None:
        block = pygame.Rect(self.rect.left, top, self.rect.width, canvas.px(56))
        draw.slanted_block(canvas.surface, theme.RED, block, left=False)
        box = canvas.poster(pygame.Rect(block.left + canvas.px(14), top + canvas.px(11), canvas.px(110), canvas.px(34)),
                            str(self.countdown), theme.WHITE)
        room = block.right - canvas.px(34) - box.right - canvas.px(14)
        rows = canvas.wrap(self.countdown_text, theme.SECOND_BOLD, room)[:2]
        start = block.centery - len(rows) * canvas.px(18) // 2
        for index, row in enumerate(rows):
            canvas.text(box.right + canvas.px(14), start + index * canvas.px(18), row, theme.SECOND_BOLD, theme.WHITE)
