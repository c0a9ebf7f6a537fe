"""Acts: the slanted button and the order of the list."""

from __future__ import annotations

import pygame

from game.ui import draw, fonts, keymap, theme
from game.ui.canvas import Canvas
from game.ui.theme import Colour, Scale
from game.ui.widgets.core import Action, Tooltip, Widget
from game.views.shapes import FigureView, OrderView


class Button(Widget):
    """A slanted button: `red` (one a screen), `quiet` (outline); locked when it has a reason."""

    def __init__(
        self,
        text: str,
        on_activate: Action | None = None,
        *,
        key: str = "",
        kind: str = "quiet",
        locked_reason: str = "",
        tooltip: Tooltip = None,
        name: str = "",
        flex: int = 0,
        first_focus: bool = False,
    ) -> None:
        super().__init__(
            label=f"{text}. {locked_reason}" if locked_reason else text,
            on_activate=on_activate,
            key=key,
            tooltip=("Not allowed", locked_reason) if locked_reason else tooltip,
            name=name or f"button:{text}",
            focusable=True,
            flex=flex,
        )
        self.text, self.kind, self.enabled = text, kind, not locked_reason
        self.first_focus = first_focus
        self.stamps = kind == "red"

    def natural_width(self, scale: Scale) -> int:
        key = scale.px(14) + self._key_width(scale) if self.key else 0
        return fonts.width(self.text, theme.BUTTON, scale.percent) + key + scale.px(64)

    def min_width(self, scale: Scale) -> int:
        return self.natural_width(scale) - scale.px(16)

    def _key_width(self, scale: Scale) -> int:
        return max(scale.px(22), fonts.width(keymap.printed(self.key), theme.KEY, scale.percent) + scale.px(10))

    def height_for(self, scale: Scale, width: int) -> int:
        return scale.px(38)

    def _colours(self) -> tuple[Colour, Colour, Colour]:
        """Ground, text and edge."""
        if not self.enabled:
            return theme.SHADE, theme.ASH, theme.ASH
        if self.hovered:
            return theme.INK, theme.WHITE, theme.INK
        if self.kind == "red":
            return theme.RED, theme.WHITE, theme.RED
        return theme.SHEET, theme.INK, theme.INK

    def draw(self, canvas: Canvas) -> None:
        ground, ink, edge = self._colours()
        if ground == edge:
            draw.slanted_block(canvas.surface, ground, self.rect)
        else:
            draw.slanted_outline(canvas.surface, edge, ground, self.rect, canvas.px(2))
        wide = canvas.width(self.text, theme.BUTTON)
        key = canvas.px(12) + self._key_width(canvas.scale) if self.key else 0
        left = self.rect.centerx - (wide + key) // 2
        canvas.text(
            left, self.rect.centery - canvas.line_height(theme.BUTTON) // 2, self.text, theme.BUTTON, ink
        )
        if self.key:
            canvas.key_box(left + wide + key, self.rect.centery, self.key, ink)

    def draw_focus(self, canvas: Canvas) -> None:
        draw.slanted_frame(
            canvas.surface, theme.BLUE, self.rect, canvas.px(theme.FOCUS), canvas.px(theme.FOCUS_GAP + 2)
        )


class HoldButton(Button):
    """A red button that acts after being held for a second, by mouse or by Enter; a bar shows how long."""

    HOLD_MS = 1000

    def __init__(self, text: str, on_activate: Action, key: str = "Enter", name: str = "hold") -> None:
        super().__init__(text, None, key=key, kind="red", name=name, first_focus=True)
        self.on_held = on_activate
        self._since: int | None = None
        self._share = 0

    def height_for(self, scale: Scale, width: int) -> int:
        return super().height_for(scale, width) + scale.px(14)

    def event(self, event: pygame.event.Event) -> bool:
        enter = getattr(event, "key", None) in (pygame.K_RETURN, pygame.K_KP_ENTER)
        if event.type == pygame.MOUSEBUTTONDOWN or (event.type == pygame.KEYDOWN and enter):
            if self._since is None and self.stage:
                self._since = self.stage.clock()
                self.stage.animate(self)
            return True
        if event.type == pygame.MOUSEBUTTONUP or (event.type == pygame.KEYUP and enter):
            self._since, self._share = None, 0
            self.ask_redraw()
            return True
        return False

    def tick(self, now: int) -> bool:
        if self._since is None:
            return False
        self._share = min(1000, (now - self._since) * 1000 // self.HOLD_MS)
        if self._share < 1000:
            return True
        self._since, self._share = None, 0
        self.on_held()
        return False

    def draw(self, canvas: Canvas) -> None:
        whole = self.rect
        self.rect = pygame.Rect(whole.left, whole.top, whole.width, whole.height - canvas.px(14))
        super().draw(canvas)
        self.rect = whole
        track = pygame.Rect(whole.left, whole.bottom - canvas.px(6), whole.width, canvas.px(5))
        canvas.fill(theme.ASH, track)
        canvas.fill(
            theme.WHITE, pygame.Rect(track.left, track.top, track.width * self._share // 1000, track.height)
        )

    def draw_focus(self, canvas: Canvas) -> None:
        shape = pygame.Rect(self.rect.left, self.rect.top, self.rect.width, self.rect.height - canvas.px(14))
        draw.slanted_frame(
            canvas.surface, theme.LIGHT_BLUE, shape, canvas.px(theme.FOCUS), canvas.px(theme.FOCUS_GAP + 2)
        )


class OrderRow(Widget):
    """An order: red edge, name, forecast in words and hotkey; locked ones say why in a sentence."""

    def __init__(
        self,
        order: OrderView,
        on_activate: Action | None = None,
        chosen: bool = False,
        ground: Colour = theme.SHEET,
    ) -> None:
        tooltip: Tooltip = None
        if order.terms:
            tooltip = FigureView(order.button, order.forecast, order.explanation, order.terms, order.total)
        elif order.explanation:
            tooltip = (order.button, order.explanation)
        said = order.locked_reason or order.forecast
        super().__init__(
            label=f"{order.button}. {said}" + (" Given." if order.given else ""),
            key=order.key,
            on_activate=on_activate,
            tooltip=tooltip,
            name=f"order:{order.kind}",
            focusable=True,
        )
        self.order, self.chosen, self.ground = order, chosen, ground
        self.enabled = not order.locked_reason
        self.stamps = True

    def _side(self, scale: Scale) -> int:
        return scale.px(12) + max(
            scale.px(22), fonts.width(keymap.printed(self.key), theme.KEY, scale.percent) + scale.px(10)
        )

    def _beside(self, scale: Scale, width: int) -> bool:
        room = width - scale.px(18) - self._side(scale) - scale.px(20)
        words = fonts.width(self.order.button, theme.BOLD_BIG, scale.percent)
        return words + fonts.width(self.order.forecast, theme.SECOND, scale.percent) <= room

    def _reason(self, scale: Scale, width: int) -> list[str]:
        text = self.order.locked_reason or ("" if self._beside(scale, width) else self.order.forecast)
        room = (
            width
            - scale.px(18)
            - (scale.px(12) if self.order.locked_reason else self._side(scale) + scale.px(8))
        )
        return fonts.wrap(text, theme.SECOND, scale.percent, max(scale.px(40), room)) if text else []

    def _head(self, scale: Scale, width: int) -> list[str]:
        room = width - scale.px(18) - self._side(scale) - scale.px(8)
        return fonts.wrap(self.order.button, theme.BOLD_BIG, scale.percent, max(scale.px(40), room))

    def min_width(self, scale: Scale) -> int:
        words = max(fonts.width(word, theme.BOLD_BIG, scale.percent) for word in self.order.button.split())
        return scale.px(18) + words + self._side(scale) + scale.px(12)

    def natural_width(self, scale: Scale) -> int:
        return (
            scale.px(38)
            + fonts.width(self.order.button, theme.BOLD_BIG, scale.percent)
            + self._side(scale)
            + fonts.width(self.order.forecast, theme.SECOND, scale.percent)
        )

    def height_for(self, scale: Scale, width: int) -> int:
        rows = len(self._reason(scale, width))
        head = len(self._head(scale, width)) * fonts.line_height(theme.BOLD_BIG, scale.percent)
        if not rows:
            return max(scale.px(34), head + scale.px(12))
        return scale.px(14) + head + rows * fonts.line_height(theme.SECOND, scale.percent)

    def draw(self, canvas: Canvas) -> None:
        on = self.enabled and (self.hovered or self.chosen)
        ground = theme.INK if on else self.ground if self.enabled else theme.SHADE
        ink = theme.WHITE if on else theme.INK if self.enabled else theme.ASH
        second = theme.MIST if on else theme.ASH if self.enabled else theme.INK
        canvas.fill(ground, self.rect)
        edge = pygame.Rect(self.rect.left, self.rect.top, canvas.px(5), self.rect.height)
        if self.enabled:
            canvas.fill(theme.RED, edge)
        else:
            draw.hatch(canvas.surface, edge, theme.ASH, theme.SHADE, canvas.px(4), canvas.px(1.5))
        self._words(canvas, ink, second)

    def _words(self, canvas: Canvas, ink: Colour, second: Colour) -> None:
        left, top = self.rect.left + canvas.px(18), self.rect.top
        reason = self._reason(canvas.scale, self.rect.width)
        head = self._head(canvas.scale, self.rect.width)
        high = canvas.line_height(theme.BOLD_BIG)
        start = top + (canvas.px(6) if reason else (self.rect.height - high * len(head)) // 2)
        for index, line in enumerate(head):
            canvas.text(left, start + index * high, line, theme.BOLD_BIG, ink)
        below = start + len(head) * high
        for index, line in enumerate(reason):
            canvas.text(left, below + index * canvas.line_height(theme.SECOND), line, theme.SECOND, second)
        self._corner(canvas, start + high // 2, ink, second)

    def _corner(self, canvas: Canvas, middle: int, ink: Colour, second: Colour) -> None:
        right = self.rect.right - canvas.px(9)
        if not self.enabled:
            canvas.emblem("lock", (right - canvas.px(11), middle), 20, theme.ASH)
            return
        if self.order.given:
            canvas.emblem(
                "check",
                (right - canvas.px(11), middle),
                18,
                theme.LIGHT_RED if ink == theme.WHITE else theme.RED,
            )
            edge = right - canvas.px(22)
        else:
            edge = canvas.key_box(right, middle, self.key, ink) if self.key else right
        if self._beside(canvas.scale, self.rect.width):
            canvas.text(
                edge - canvas.px(9),
                middle - canvas.line_height(theme.SECOND) // 2 + canvas.px(1),
                self.order.forecast,
                theme.SECOND,
                second,
                "right",
            )


class ChoiceRow(Widget):
    """A row of a list to choose from: main words, second words, hotkey; chosen ones are ink."""

    def __init__(
        self,
        text: str,
        on_activate: Action,
        *,
        detail: str = "",
        key: str = "",
        chosen: bool = False,
        locked_reason: str = "",
        tooltip: Tooltip = None,
        name: str = "",
    ) -> None:
        super().__init__(
            label=f"{text}. {locked_reason or detail}",
            key=key,
            on_activate=on_activate,
            tooltip=("Not allowed", locked_reason) if locked_reason else tooltip,
            name=name or f"choice:{text}",
            focusable=True,
        )
        self.text, self.detail, self.chosen = text, locked_reason or detail, chosen
        self.enabled = not locked_reason

    def _room(self, scale: Scale, width: int) -> int:
        key = (
            scale.px(12) + max(scale.px(22), fonts.width(keymap.printed(self.key), theme.KEY, scale.percent))
            if self.key
            else 0
        )
        return max(scale.px(40), width - scale.px(28) - key - (0 if self.enabled else scale.px(26)))

    def min_width(self, scale: Scale) -> int:
        words = max((fonts.width(word, theme.BOLD, scale.percent) for word in self.text.split()), default=0)
        return words + scale.px(72)

    def natural_width(self, scale: Scale) -> int:
        wide = max(
            fonts.width(self.text, theme.BOLD, scale.percent),
            fonts.width(self.detail, theme.SECOND, scale.percent),
        )
        return wide + scale.px(84)

    def height_for(self, scale: Scale, width: int) -> int:
        room = self._room(scale, width)
        rows = len(fonts.wrap(self.text, theme.BOLD, scale.percent, room)) * fonts.line_height(
            theme.BOLD, scale.percent
        )
        if self.detail:
            rows += len(fonts.wrap(self.detail, theme.SECOND, scale.percent, room)) * scale.px(18)
        return rows + scale.px(12)

    def draw(self, canvas: Canvas) -> None:
        on = self.enabled and (self.hovered or self.chosen)
        canvas.fill(theme.INK if on else theme.SHEET if self.enabled else theme.SHADE, self.rect)
        ink = theme.WHITE if on else theme.INK if self.enabled else theme.ASH
        second = theme.MIST if on else theme.ASH if self.enabled else theme.INK
        left, top = self.rect.left + canvas.px(14), self.rect.top + canvas.px(6)
        room = self._room(canvas.scale, self.rect.width)
        top += canvas.lines(left, top, room, self.text, theme.BOLD, ink)
        if self.detail:
            canvas.lines(left, top, room, self.detail, theme.SECOND, second)
        if not self.enabled:
            canvas.emblem(
                "lock", (self.rect.right - canvas.px(20), self.rect.top + canvas.px(18)), 18, theme.ASH
            )
        elif self.key:
            canvas.key_box(self.rect.right - canvas.px(9), self.rect.centery, self.key, ink)
