"""People: a face beside its words, a face over them, and your own as a poster."""

from __future__ import annotations

from collections.abc import Sequence

import pygame

from game.ui import draw, fonts, theme
from game.ui.canvas import Canvas
from game.ui.theme import Colour, Scale
from game.ui.widgets.core import Action, Tooltip, Widget
from game.views.shapes import PersonView


class PersonTile(Widget):
    """A face beside a name, a role and a status; cut-out people keep their shape and cannot be chosen."""

    def __init__(
        self,
        person: PersonView,
        on_activate: Action | None = None,
        *,
        size: float = 56,
        tooltip: Tooltip = None,
        chosen: bool = False,
        note: str = "",
        key: str = "",
    ) -> None:
        status = f" {person.status_text}." if person.status_text else ""
        super().__init__(
            label=f"{person.name}. {person.role or note}.{status}",
            on_activate=on_activate,
            tooltip=tooltip,
            codex=person.codex,
            name=f"person:{person.id}",
            focusable=True,
            key=key,
        )
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
        lines = [
            (row, theme.NAME_CAPS, theme.INK)
            for row in fonts.wrap(self.person.surname, theme.NAME_CAPS, scale.percent, room)
        ]
        lines += [
            (row, theme.SECOND, theme.ASH)
            for row in fonts.wrap(self.note or self.person.role, theme.SECOND, scale.percent, room)
            if row
        ]
        if self.person.status_text:
            lines += [
                (row, theme.SECOND_BOLD, theme.RED)
                for row in fonts.wrap(self.person.status_text, theme.SECOND_BOLD, scale.percent, room)
            ]
        return lines

    def min_width(self, scale: Scale) -> int:
        words = max(
            (fonts.width(word, theme.NAME_CAPS, scale.percent) for word in self.person.surname.split()),
            default=0,
        )
        return scale.px(self.size + 12) + words

    def natural_width(self, scale: Scale) -> int:
        return scale.px(self.size + 12) + max(
            fonts.width(self.person.surname, theme.NAME_CAPS, scale.percent),
            fonts.width(self.note or self.person.role, theme.SECOND, scale.percent),
        )

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

    def __init__(
        self,
        person: PersonView,
        on_activate: Action | None = None,
        *,
        size: float = 112,
        chosen: bool = False,
        tooltip: Tooltip = None,
        note: str = "",
        name_style: theme.Style = theme.SECOND,
    ) -> None:
        super().__init__(
            label=f"{person.name}. {person.role}. {person.status_text}",
            on_activate=on_activate,
            tooltip=tooltip,
            codex=person.codex,
            name=f"card:{person.id}",
            focusable=True,
        )
        self.person, self.size, self.chosen, self.note, self.name_style = (
            person,
            size,
            chosen,
            note,
            name_style,
        )
        self.enabled = not person.cut_out

    def _lines(self, scale: Scale, width: int) -> list[tuple[str, theme.Style, Colour]]:
        ink = theme.WHITE if self.chosen else theme.INK
        lines = [(self.person.surname, self.name_style, ink)]
        note = self.note or self.person.status_text
        if note:
            colour = theme.MIST if self.chosen else theme.RED if self.person.cut_out else theme.ASH
            style = theme.SECOND_BOLD if self.person.cut_out else theme.SECOND
            lines += [
                (row, style, colour)
                for row in fonts.wrap(note, style, scale.percent, max(scale.px(40), width))
            ]
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
        draw.frame(
            canvas.surface,
            theme.BLUE,
            pygame.Rect(self.rect.left, self.rect.top, size, size),
            canvas.px(theme.FOCUS),
            canvas.px(theme.FOCUS_GAP),
        )


class HeroCard(Widget):
    """Your face and name as a poster, your posts and bloc, and the red countdown wedge."""

    def __init__(
        self,
        person: PersonView,
        posts: Sequence[str] = (),
        countdown: int | None = None,
        countdown_text: str = "",
    ) -> None:
        until = f" {countdown} {countdown_text}." if countdown is not None else ""
        super().__init__(
            label=f"You are {person.name}. {', '.join(posts)}.{until}",
            codex=person.codex,
            name="hero",
            focusable=bool(person.codex),
        )
        self.person, self.posts, self.countdown, self.countdown_text = (
            person,
            tuple(posts),
            countdown,
            countdown_text,
        )

    def min_width(self, scale: Scale) -> int:
        return scale.px(252)

    def _face(self, scale: Scale, width: int) -> int:
        return min(scale.px(148), width * 55 // 100)

    def _post_lines(self, scale: Scale, width: int) -> list[str]:
        room = max(scale.px(60), width - self._face(scale, width) - scale.px(22))
        rows = [row for post in self.posts[:3] for row in fonts.wrap(post, theme.SECOND, scale.percent, room)]
        return rows[:4]

    def _bloc_lines(self, scale: Scale, width: int) -> list[str]:
        room = max(scale.px(40), width - self._face(scale, width) - scale.px(22 + 24))
        return fonts.wrap(self.person.bloc, theme.SECOND_BOLD, scale.percent, room)

    def _top_height(self, scale: Scale, width: int) -> int:
        words = (
            scale.px(78)
            + len(self._post_lines(scale, width)) * scale.px(18)
            + (scale.px(12) + len(self._bloc_lines(scale, width)) * scale.px(18) if self.person.bloc else 0)
        )
        return max(self._face(scale, width), words)

    def height_for(self, scale: Scale, width: int) -> int:
        return self._top_height(scale, width) + (scale.px(56) if self.countdown is not None else 0)

    def draw(self, canvas: Canvas) -> None:
        face, high = (
            self._face(canvas.scale, self.rect.width),
            self._top_height(canvas.scale, self.rect.width),
        )
        dark = pygame.Rect(self.rect.left, self.rect.top, self.rect.width, high)
        canvas.fill(theme.INK, dark)
        ground = "ink" if self.person.bloc_colour == "sand" else self.person.bloc_colour
        canvas.portrait(self.person, dark.left, dark.bottom - face, face, ground, whole=True)
        left, room = dark.left + face + canvas.px(11), dark.width - face - canvas.px(22)
        canvas.poster(
            pygame.Rect(left, dark.top + canvas.px(13), room, canvas.px(20)),
            self.person.given.upper(),
            theme.WHITE,
        )
        canvas.poster(
            pygame.Rect(left, dark.top + canvas.px(38), room, canvas.px(30)),
            self.person.surname.upper(),
            theme.WHITE,
        )
        top = dark.top + canvas.px(76)
        for row in self._post_lines(canvas.scale, self.rect.width):
            canvas.text(left, top, row, theme.SECOND, theme.MIST, room=room)
            top += canvas.px(18)
        if self.person.bloc:
            emblem = canvas.emblem(
                self.person.emblem, (left + canvas.px(9), top + canvas.px(14)), 18, theme.WHITE
            )
            shift = canvas.px(24) if emblem else 0
            for index, row in enumerate(self._bloc_lines(canvas.scale, self.rect.width)):
                canvas.text(
                    left + shift,
                    top + canvas.px(5 + 18 * index),
                    row,
                    theme.SECOND_BOLD,
                    theme.WHITE,
                    room=room - shift,
                )
        if self.countdown is not None:
            self._wedge(canvas, dark.bottom)

    def _wedge(self, canvas: Canvas, top: int) -> None:
        block = pygame.Rect(self.rect.left, top, self.rect.width, canvas.px(56))
        draw.slanted_block(canvas.surface, theme.RED, block, left=False)
        box = canvas.poster(
            pygame.Rect(block.left + canvas.px(14), top + canvas.px(11), canvas.px(110), canvas.px(34)),
            str(self.countdown),
            theme.WHITE,
        )
        room = block.right - canvas.px(34) - box.right - canvas.px(14)
        rows = canvas.wrap(self.countdown_text, theme.SECOND_BOLD, room)[:2]
        start = block.centery - len(rows) * canvas.px(18) // 2
        for index, row in enumerate(rows):
            canvas.text(
                box.right + canvas.px(14), start + index * canvas.px(18), row, theme.SECOND_BOLD, theme.WHITE
            )
