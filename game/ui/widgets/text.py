"""Words: labels, wrapped paragraphs with links in the line, panel heads."""

from __future__ import annotations

from collections.abc import Sequence

import pygame

from game.ui import fonts, keymap, theme
from game.ui.canvas import Canvas
from game.ui.theme import Colour, Scale, Style
from game.ui.widgets.core import Action, Column, Tooltip, Widget
from game.views.shapes import LinkText


class Label(Widget):
    """A line of text; with `wrap` it may take more lines. `align` is left, centre or right."""

    def __init__(
        self,
        text: str,
        style: Style = theme.TEXT,
        colour: Colour = theme.INK,
        align: str = "left",
        wrap: bool = False,
        flex: int = 0,
        tooltip: Tooltip = None,
        name: str = "",
    ) -> None:
        super().__init__(label=text, flex=flex, tooltip=tooltip, name=name)
        self.text, self.style, self.colour, self.align, self.wrap = text, style, colour, align, wrap

    def min_width(self, scale: Scale) -> int:
        if self.wrap:
            words = fonts.show(self.text, self.style).split()
            return max((fonts.width(word, self.style, scale.percent) for word in words), default=0)
        return fonts.width(self.text, self.style, scale.percent)

    def natural_width(self, scale: Scale) -> int:
        return max(
            (fonts.width(line, self.style, scale.percent) for line in self.text.split("\n")), default=0
        )

    def height_for(self, scale: Scale, width: int) -> int:
        lines = fonts.wrap(self.text, self.style, scale.percent, max(1, width)) if self.wrap else [self.text]
        return fonts.line_height(self.style, scale.percent) * len(lines)

    def draw(self, canvas: Canvas) -> None:
        lines = canvas.wrap(self.text, self.style, max(1, self.rect.width)) if self.wrap else [self.text]
        left = {"left": self.rect.left, "centre": self.rect.centerx, "right": self.rect.right}[self.align]
        for index, line in enumerate(lines):
            canvas.text(
                left,
                self.rect.top + index * canvas.line_height(self.style),
                line,
                self.style,
                self.colour,
                self.align,
                self.rect.width,
            )


class Poster(Widget):
    """Fitted lettering of a height in units, as wide as it may be."""

    def __init__(
        self, text: str, height: float, colour: Colour = theme.INK, align: str = "left", flex: int = 0
    ) -> None:
        super().__init__(label=text, flex=flex)
        self.text, self.high, self.colour, self.align = text, height, colour, align

    def natural_width(self, scale: Scale) -> int:
        return (
            fonts.poster(self.text, "Oswald-Bold", self.colour, 100_000, scale.px(self.high)).get_width()
            * 4
            // 5
        )

    def height_for(self, scale: Scale, width: int) -> int:
        return scale.px(self.high)

    def draw(self, canvas: Canvas) -> None:
        canvas.poster(self.rect, self.text, self.colour, align=self.align)


class LinkWord(Widget):
    """A linked piece of a paragraph on one line: blue, bold, underlined; hover explains, Enter opens."""

    def __init__(self, text: str, ref: str, style: Style, colour: Colour) -> None:
        super().__init__(label=text, codex=ref, focusable=True)
        self.text, self.ref, self.style, self.colour = text, ref, style, colour

    @property
    def tooltip(self) -> Tooltip:
        """What the application says about the reference, asked when it is needed."""
        return self.stage.lookup(self.ref) if self.stage and self.stage.lookup else None

    @tooltip.setter
    def tooltip(self, value: Tooltip) -> None:
        """Links hold no tooltip of their own."""

    def activate(self) -> bool:
        if self.stage and self.stage.on_codex:
            self.stage.on_codex(self.ref)
            return True
        return False

    def draw(self, canvas: Canvas) -> None:
        box = canvas.text(self.rect.left, self.rect.top, self.text, self.style, self.colour)
        canvas.line(
            self.colour,
            pygame.Rect(box.left, box.bottom + canvas.px(1), box.width, 1),
            2 if self.hovered else 1,
        )


class Paragraph(Widget):
    """Wrapped running text; pieces with a `ref` are links that Tab reaches.

    `room` limits the measure in units, so that lines stay readable.
    """

    def __init__(
        self,
        text: str | Sequence[LinkText],
        style: Style = theme.TEXT,
        colour: Colour = theme.INK,
        link_colour: Colour | None = None,
        room: float = 0,
        flex: int = 0,
    ) -> None:
        self.pieces = (LinkText(text),) if isinstance(text, str) else tuple(text)
        super().__init__(label="".join(piece.text for piece in self.pieces), flex=flex)
        self.style, self.colour, self.link_colour, self.room = style, colour, link_colour or theme.BLUE, room
        self._lines: list[tuple[int, int, str]] = []
        bold = style.face.split("-")[0]
        self.link_style = Style(
            "PTSansNarrow-Bold" if bold == "PTSerif" else f"{bold}-Bold", style.size, style.line
        )

    def min_width(self, scale: Scale) -> int:
        words = self.label.split()
        widest = max((fonts.width(word, self.style, scale.percent) for word in words), default=0)
        return min(widest, scale.px(220))

    def natural_width(self, scale: Scale) -> int:
        wide = fonts.width(self.label, self.style, scale.percent) + 1
        return min(wide, scale.px(self.room)) if self.room else wide

    def _flow(self, scale: Scale, width: int) -> tuple[list[tuple[int, int, str, str]], int]:
        """(x, line, text, ref) of every run and the number of lines."""
        if self.room:
            width = min(width, scale.px(self.room))
        if len(self.pieces) == 1 and not self.pieces[0].ref:
            rows = fonts.wrap(self.pieces[0].text, self.style, scale.percent, max(1, width))
            return [(0, index, row, "") for index, row in enumerate(rows)], len(rows)
        runs: list[tuple[int, int, str, str]] = []
        left, line, glue = 0, 0, False
        for number, piece in enumerate(self.pieces):
            style = self.link_style if piece.ref else self.style
            words = piece.text.split(" ")
            space = fonts.width("n n", self.style, scale.percent) - fonts.width(
                "nn", self.style, scale.percent
            )
            for index, word in enumerate(words):
                glue = glue or index > 0
                if not word:
                    continue
                wide = fonts.width(word, style, scale.percent)
                gap = space if glue and left else 0
                tail = self._tail(scale, number) if index == len(words) - 1 else 0
                if left and left + gap + wide + tail > width and glue:
                    left, line, gap = 0, line + 1, 0
                if runs and runs[-1][1] == line and runs[-1][3] == piece.ref and left and index > 0:
                    start, _, before, _ = runs[-1]
                    runs[-1] = (start, line, f"{before} {word}", piece.ref)
                    left = start + fonts.width(runs[-1][2], style, scale.percent)
                else:
                    runs.append((left + gap, line, word, piece.ref))
                    left += gap + wide
                glue = False
            glue = piece.text.endswith(" ")
        return runs, line + 1

    def _tail(self, scale: Scale, number: int) -> int:
        """Width of what the next piece hangs on to the last word of this one, such as a comma."""
        following = self.pieces[number + 1].text if number + 1 < len(self.pieces) else ""
        first = following.split(" ", 1)[0]
        return fonts.width(first, self.style, scale.percent) if first else 0

    def height_for(self, scale: Scale, width: int) -> int:
        return self._flow(scale, width)[1] * fonts.line_height(self.style, scale.percent)

    def place(self, scale: Scale, rect: pygame.Rect) -> None:
        self.rect = pygame.Rect(rect)
        high = fonts.line_height(self.style, scale.percent)
        runs, _ = self._flow(scale, rect.width)
        self._lines = [
            (rect.left + left, rect.top + line * high, text) for left, line, text, ref in runs if not ref
        ]
        links = [run for run in runs if run[3]]
        if len(self.children) != len(links):
            self.children = [
                LinkWord(text, ref, self.link_style, self.link_colour) for _, _, text, ref in links
            ]
        for child, (left, line, text, ref) in zip(self.children, links, strict=True):
            assert isinstance(child, LinkWord)
            child.text, child.ref, child.codex, child.label, child.stage = text, ref, ref, text, self.stage
            child.place(
                scale,
                pygame.Rect(
                    rect.left + left,
                    rect.top + line * high,
                    fonts.width(text, self.link_style, scale.percent),
                    high,
                ),
            )

    def draw(self, canvas: Canvas) -> None:
        for left, top, text in self._lines:
            canvas.text(left, top, text, self.style, self.colour)


class PanelHead(Widget):
    """The head of a panel: a 4-unit ink rule, caps and an optional note at the right."""

    def __init__(
        self,
        title: str,
        note: str = "",
        note_colour: Colour = theme.ASH,
        rule: bool = True,
        colour: Colour = theme.INK,
        style: Style = theme.PANEL,
    ) -> None:
        super().__init__(label=title)
        self.title, self.note, self.note_colour, self.rule = title, note, note_colour, rule
        self.colour, self.style = colour, style

    def _lines(self, scale: Scale, width: int) -> list[str]:
        return fonts.wrap(self.title, self.style, scale.percent, max(1, width))

    def _beside(self, scale: Scale, width: int) -> bool:
        both = self.natural_width(scale)
        return bool(self.note) and both <= width

    def min_width(self, scale: Scale) -> int:
        words = fonts.show(self.title, self.style).split()
        return max((fonts.width(word, self.style, scale.percent) for word in words), default=0)

    def natural_width(self, scale: Scale) -> int:
        note = fonts.width(self.note, theme.SECOND, scale.percent) + scale.px(12) if self.note else 0
        return fonts.width(self.title, self.style, scale.percent) + note

    def height_for(self, scale: Scale, width: int) -> int:
        high = len(self._lines(scale, width)) * fonts.line_height(self.style, scale.percent)
        if self.note and not self._beside(scale, width):
            high += len(fonts.wrap(self.note, theme.SECOND, scale.percent, max(1, width))) * scale.px(18)
        return high + (scale.px(theme.RULE + 4) if self.rule else 0) + scale.px(4)

    def draw(self, canvas: Canvas) -> None:
        top = self.rect.top
        if self.rule:
            canvas.line(self.colour, self.rect, theme.RULE)
            top += canvas.px(theme.RULE + 4)
        lines = self._lines(canvas.scale, self.rect.width)
        for line in lines:
            canvas.text(self.rect.left, top, line, self.style, self.colour)
            top += canvas.line_height(self.style)
        if self._beside(canvas.scale, self.rect.width):
            level = top - canvas.line_height(self.style) + fonts.baseline(self.style, canvas.scale.percent)
            canvas.text_on(self.rect.right, level, self.note, theme.SECOND, self.note_colour, "right")
        elif self.note:
            canvas.lines(self.rect.left, top, self.rect.width, self.note, theme.SECOND, self.note_colour)


class Panel(Column):
    """A panel: a head and what stands under it, parted by rules and room, never boxed."""

    def __init__(
        self,
        title: str,
        children: Sequence[Widget],
        note: str = "",
        gap: float = 6,
        flex: int = 0,
        note_colour: Colour = theme.ASH,
        colour: Colour = theme.INK,
        name: str = "",
    ) -> None:
        super().__init__(
            [PanelHead(title, note, note_colour, colour=colour), *children], gap=gap, flex=flex, name=name
        )


class TextLink(Widget):
    """A single underlined link that does something."""

    def __init__(
        self,
        text: str,
        on_activate: Action,
        colour: Colour | None = None,
        key: str = "",
        style: Style = theme.BOLD,
        tooltip: Tooltip = None,
        name: str = "",
    ) -> None:
        super().__init__(label=text, on_activate=on_activate, key=key, tooltip=tooltip, name=name)
        self.text, self.colour, self.style = text, colour or theme.BLUE, style

    def min_width(self, scale: Scale) -> int:
        words = fonts.width(keymap.printed(self.key), theme.KEY, scale.percent)
        key = scale.px(8) + words + scale.px(12) if self.key else 0
        return fonts.width(self.text, self.style, scale.percent) + key

    def height_for(self, scale: Scale, width: int) -> int:
        return fonts.line_height(self.style, scale.percent) + scale.px(2)

    def draw(self, canvas: Canvas) -> None:
        box = canvas.text(self.rect.left, self.rect.top, self.text, self.style, self.colour)
        canvas.line(
            self.colour,
            pygame.Rect(box.left, box.bottom + canvas.px(1), box.width, 1),
            2 if self.hovered else 1.5,
        )
        if self.key:
            canvas.key_box(self.rect.right, self.rect.centery, self.key, self.colour)
