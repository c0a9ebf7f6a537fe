"""Dialogs: a confirmation in words, a menu, a notice. They keep the focus until they are closed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pygame

from game.ui import theme
from game.ui.canvas import Canvas
from game.ui.jobs import Job
from game.ui.theme import Scale
from game.ui.widgets.buttons import Button, ChoiceRow
from game.ui.widgets.core import Action, Box, Column, Row, Widget
from game.ui.widgets.keys import key_name
from game.ui.widgets.scroll import Scroll
from game.ui.widgets.stage import Stage
from game.ui.widgets.text import PanelHead, Paragraph


class Modal(Widget):
    """A lifted box in the middle of the window over a flat veil; Esc closes it if it may."""

    def __init__(self, content: Widget, width: float = 480, on_cancel: Action | None = None) -> None:
        self.scroll = Scroll(content, flex=1)
        self.box = Box(self.scroll, theme.SHEET, (24, 18, 24, 22), lifted=True)
        super().__init__([self.box])
        self.wide = width
        self.on_cancel = on_cancel

    def place(self, scale: Scale, rect: pygame.Rect) -> None:
        self.rect = pygame.Rect(rect)
        wide = min(scale.px(self.wide), rect.width - 2 * scale.px(16))
        inner = self.scroll.children[0].height_for(scale, wide - 2 * scale.px(24))
        high = min(inner + scale.px(40), rect.height - 2 * scale.px(16))
        box = pygame.Rect(0, 0, wide, high)
        box.center = rect.center
        self.box.place(scale, box)

    def hit(self, position: tuple[int, int]) -> Widget | None:
        return super().hit(position) if self.box.rect.collidepoint(position) else None

    def draw(self, canvas: Canvas) -> None:
        veil = pygame.Surface(self.rect.size, pygame.SRCALPHA)
        veil.fill((*theme.PAPER, 170))
        canvas.surface.blit(veil, self.rect)

    def cancel(self) -> bool:
        """Close without acting; False when an answer is required."""
        if self.on_cancel:
            self.on_cancel()
            return True
        return False


class Progress(Widget):
    """A bar that follows a job, with what it does in words."""

    def __init__(self, job: Job[Any]) -> None:
        super().__init__(label="working")
        self.job = job

    def min_width(self, scale: Scale) -> int:
        return scale.px(160)

    def height_for(self, scale: Scale, width: int) -> int:
        return scale.px(34)

    def draw(self, canvas: Canvas) -> None:
        bar = pygame.Rect(self.rect.left, self.rect.top, self.rect.width, canvas.px(10))
        canvas.fill(theme.SAND, bar)
        done = pygame.Rect(bar.left, bar.top, bar.width * self.job.progress // 1000, bar.height)
        canvas.fill(theme.RED, done)
        canvas.text(
            bar.left, bar.bottom + canvas.px(4), self.job.words, theme.SECOND, theme.ASH, room=bar.width
        )


class Working(Modal):
    """What is being computed and how far it is; the page beneath waits. With `on_stop` it can be stopped."""

    def __init__(self, title: str, job: Job[Any], on_stop: Action | None = None) -> None:
        rows: list[Widget] = [PanelHead(title, rule=False), Progress(job)]
        if on_stop:
            rows.append(Row([Button("Stop", on_stop, key="Esc", first_focus=True)]))
        super().__init__(Column(rows, gap=10), 420, on_cancel=on_stop)
        self.job = job


def confirm(
    stage: Stage,
    title: str,
    text: str,
    yes: str,
    on_yes: Action,
    *,
    yes_key: str = "",
    no: str = "Keep it",
    on_no: Action | None = None,
) -> Modal:
    """Ask before the irreversible, in words; the cautious answer has the focus."""

    def leave() -> None:
        stage.pop_modal()
        if on_no:
            on_no()

    def go() -> None:
        stage.pop_modal()
        on_yes()

    buttons = Row(
        [Button(yes, go, key=yes_key, kind="red"), Button(no, leave, key="Esc", first_focus=True)], gap=16
    )
    dialog = Modal(
        Column([PanelHead(title, rule=False), Paragraph(text, theme.SERIF), buttons], gap=14), on_cancel=leave
    )
    stage.push_modal(dialog)
    return dialog


def notice(stage: Stage, title: str, text: str, button: str = "Close") -> Modal:
    """Say something that must be read."""
    dialog = Modal(
        Column(
            [
                PanelHead(title, rule=False),
                Paragraph(text, theme.SERIF),
                Row([Button(button, stage.pop_modal, key="Esc", kind="red", first_focus=True)]),
            ],
            gap=14,
        ),
        on_cancel=stage.pop_modal,
    )
    stage.push_modal(dialog)
    return dialog


@dataclass(frozen=True)
class Choice:
    """A line of a menu; locked with its reason."""

    text: str
    action: Action
    detail: str = ""
    key: str = ""
    locked_reason: str = ""
    chosen: bool = False


def menu(stage: Stage, title: str, choices: Sequence[Choice], note: str = "", width: float = 420) -> Modal:
    """Choose one of several; choosing closes the menu first."""

    def pick(choice: Choice) -> Action:
        def act() -> None:
            stage.pop_modal()
            choice.action()

        return act

    rows = [
        ChoiceRow(
            choice.text,
            pick(choice),
            detail=choice.detail,
            key=choice.key,
            chosen=choice.chosen,
            locked_reason=choice.locked_reason,
        )
        for choice in choices
    ]
    head: list[Widget] = [PanelHead(title, rule=False)]
    if note:
        head.append(Paragraph(note, theme.SECOND, theme.ASH))
    dialog = Modal(
        Column([*head, Column(rows, gap=6), Row([Button("Close", stage.pop_modal, key="Esc")])], gap=12),
        width,
        on_cancel=stage.pop_modal,
    )
    stage.push_modal(dialog)
    return dialog


def modal_key(stage: Stage, event: pygame.event.Event) -> bool:
    """Esc on a dialog without an Esc button."""
    if stage.modals and key_name(event) == "Esc":
        top = stage.modals[-1]
        return isinstance(top, Modal) and top.cancel()
    return False
