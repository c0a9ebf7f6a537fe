"""Faces and the four ties between them, and the card of an understanding."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

import pygame

from game.ui import art, draw, fonts, theme
from game.ui.canvas import Canvas
from game.ui.theme import Scale
from game.ui.widgets import Action, Column, Row, Widget
from game.views.relations import face_size
from game.views.shapes import LinkKind, NodeView, PactView, RelationsView, TieView

TIES = (
    (LinkKind.PACT, "Pact"),
    (LinkKind.SECRET, "Secret pact"),
    (LinkKind.PATRON, "Patron"),
    (LinkKind.FEUD, "Feud"),
)
HIGH = 540
#: Where along a tie its label may stand, as shares of its length, the best place first.
ALONG = (0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8)
Point = tuple[float, float]


def paint_tie(
    canvas: Canvas, kind: LinkKind, start: tuple[float, float], end: tuple[float, float], unit: float
) -> None:
    """One tie between two points."""
    if kind is LinkKind.PACT:
        draw.bar_link(canvas.surface, theme.RED, start, end, 8 * unit)
    elif kind is LinkKind.SECRET:
        draw.secret_link(canvas.surface, theme.INK, start, end, unit)
    elif kind is LinkKind.PATRON:
        draw.patron_link(canvas.surface, theme.INK, start, end, 18 * unit)
    else:
        draw.feud_link(canvas.surface, theme.BLUE, start, end, unit)


class TieSample(Widget):
    """One tie with its name."""

    def __init__(self, kind: LinkKind, text: str) -> None:
        super().__init__(label=text)
        self.kind, self.text = kind, text

    def min_width(self, scale: Scale) -> int:
        return scale.px(56) + fonts.width(self.text, theme.TEXT, scale.percent)

    def height_for(self, scale: Scale, width: int) -> int:
        return scale.px(24)

    def draw(self, canvas: Canvas) -> None:
        level = self.rect.centery
        end = (self.rect.left + canvas.px(44), level)
        paint_tie(canvas, self.kind, (self.rect.left, level), end, canvas.scale.percent / 100)
        canvas.text(self.rect.left + canvas.px(54), self.rect.top + canvas.px(1), self.text, theme.TEXT)


class GroundSample(Widget):
    """The ground of a face and whose people stand on it; or the ring of your own."""

    def __init__(self, colour: str, text: str) -> None:
        super().__init__(label=text)
        self.colour, self.text = colour, text

    def min_width(self, scale: Scale) -> int:
        return scale.px(28) + fonts.width(self.text, theme.SECOND, scale.percent)

    def height_for(self, scale: Scale, width: int) -> int:
        return scale.px(22)

    def draw(self, canvas: Canvas) -> None:
        middle = (self.rect.left + canvas.px(9), self.rect.centery)
        ring = theme.INK if self.colour else theme.BLUE
        light = theme.ground_pair(self.colour)[0] if self.colour else theme.PAPER
        draw.disc(canvas.surface, light, middle, canvas.px(8))
        draw.ring(canvas.surface, ring, middle, canvas.px(8), canvas.px(2))
        canvas.text(self.rect.left + canvas.px(24), self.rect.top + canvas.px(1), self.text, theme.SECOND)


class TieLegend(Column):
    """The four ties by name, and the grounds of the faces."""

    def __init__(self, nodes: Sequence[NodeView] = ()) -> None:
        grounds: dict[str, list[str]] = {}
        for node in nodes:
            if node.person.bloc and node.person.bloc not in grounds.setdefault(node.person.bloc_colour, []):
                grounds[node.person.bloc_colour].append(node.person.bloc)
        samples: list[Widget] = [GroundSample("", "You")] if any(node.is_you for node in nodes) else []
        samples += [GroundSample(colour, ", ".join(blocs)) for colour, blocs in grounds.items()]
        ties = Row([TieSample(kind, text) for kind, text in TIES], gap=24)
        super().__init__([ties, *([Row(samples, gap=18)] if samples else [])], gap=2)


class Face(Widget):
    """A round face in the web with its name under it."""

    def __init__(self, node: NodeView, on_pick: Callable[[str], object]) -> None:
        status = f", {node.person.status_text}" if node.person.status_text else ""
        super().__init__(
            label=f"{node.person.name}, {node.person.role}{status}" + (" (you)" if node.is_you else ""),
            on_activate=lambda: on_pick(node.person.id),
            tooltip=(node.person.name, node.person.role or node.person.bloc or "no office"),
            codex=node.person.codex,
            name=f"node:{node.person.id}",
        )
        self.node = node
        self.size = 0

    @property
    def words(self) -> str:
        """The name under the face."""
        return f"{self.node.person.surname}, you" if self.node.is_you else self.node.person.surname

    def face(self) -> pygame.Rect:
        """The square of the round face."""
        return pygame.Rect(self.rect.centerx - self.size // 2, self.rect.top, self.size, self.size)

    def draw(self, canvas: Canvas) -> None:
        ring = theme.BLUE if self.node.is_you or self.hovered else theme.INK
        canvas.surface.blit(art.portrait_round(self.node.person, self.size, ring), self.face())
        wide = canvas.width(self.words, theme.SECOND_BOLD)
        top = self.face().bottom + canvas.px(2)
        if self.node.is_you:
            plate = pygame.Rect(
                self.rect.centerx - wide // 2 - canvas.px(8), top, wide + canvas.px(16), canvas.px(20)
            )
            canvas.fill(theme.INK, plate)
            canvas.text(self.rect.centerx, top + canvas.px(1), self.words, theme.SECOND_BOLD, theme.WHITE, "centre")
        else:
            # The plate keeps the ties behind the name.
            plate = pygame.Rect(self.rect.centerx - wide // 2 - canvas.px(4), top, wide + canvas.px(8), canvas.px(19))
            canvas.fill(theme.SHEET, plate)
            canvas.text(self.rect.centerx, top, self.words, theme.SECOND_BOLD, theme.INK, "centre")

    def draw_focus(self, canvas: Canvas) -> None:
        face = self.face()
        draw.ring(canvas.surface, theme.BLUE, face.center, face.width // 2 + canvas.px(6), canvas.px(theme.FOCUS))


class Web(Widget):
    """Faces where the view puts them, ties from rim to rim."""

    def __init__(
        self, view: RelationsView, on_pick: Callable[[str], object], on_codex: Callable[[str], object]
    ) -> None:
        self.faces = {node.person.id: Face(node, on_pick) for node in view.nodes}
        self.ties = view.ties
        self._plates: list[pygame.Rect] = []
        super().__init__(list(self.faces.values()), label=f"{len(view.nodes)} people, {len(view.ties)} ties")

    def min_width(self, scale: Scale) -> int:
        return scale.px(420)

    def height_for(self, scale: Scale, width: int) -> int:
        return max(scale.px(HIGH - 110), scale.px(scale.units_high) - scale.px(276))

    def place(self, scale: Scale, rect: pygame.Rect) -> None:
        self.rect = pygame.Rect(rect)
        factor = min(1.25, max(0.62, rect.width / scale.px(800)))
        foot = scale.px(26)
        for face in self.faces.values():
            size = int(scale.px(face_size(face.node.weight)) * factor)
            centre = (rect.left + rect.width * face.node.x // 1000, rect.top + rect.height * face.node.y // 1000)
            words = fonts.width(face.words, theme.SECOND_BOLD, scale.percent) + scale.px(18)
            box = pygame.Rect(0, 0, max(size, words), size + foot)
            box.center = centre
            face.size = size
            face.place(scale, box.clamp(rect))

    def draw(self, canvas: Canvas) -> None:
        with canvas.clipped(self.rect):
            self._ground(canvas)
        self._plates.clear()
        labels = [self._tie(canvas, tie) for tie in self.ties]
        for tie, ends in zip(self.ties, labels, strict=True):
            if tie.label and ends:
                self._label(canvas, tie.label, *ends)

    def _ground(self, canvas: Canvas) -> None:
        """The disc behind the others, and the paper on which you stand."""
        centre = (self.rect.centerx, self.rect.top + self.rect.height * 44 // 100)
        radius = min(self.rect.width, self.rect.height) * 43 // 100
        draw.disc(canvas.surface, theme.SHADE, centre, radius)
        draw.ring(canvas.surface, theme.SAND, centre, radius + canvas.px(12), canvas.px(2))
        draw.polygon(
            canvas.surface,
            theme.SHEET,
            [
                (self.rect.left, self.rect.bottom),
                (self.rect.left + self.rect.width * 45 // 100, self.rect.top + self.rect.height * 66 // 100),
                (self.rect.right, self.rect.top + self.rect.height * 80 // 100),
                (self.rect.right, self.rect.bottom),
            ],
        )

    def _tie(self, canvas: Canvas, tie: TieView) -> tuple[Point, Point] | None:
        """Draw a tie from rim to rim; where it begins and ends."""
        one, other = self.faces.get(tie.first), self.faces.get(tie.second)
        if not one or not other:
            return None
        start, end = one.face().center, other.face().center
        length = math.dist(start, end)
        gap = canvas.px(6)
        first, last = one.size / 2 + gap, other.size / 2 + gap
        if length <= first + last + 4:
            return None
        across, down = (end[0] - start[0]) / length, (end[1] - start[1]) / length
        begin = (start[0] + across * first, start[1] + down * first)
        stop = (end[0] - across * last, end[1] - down * last)
        paint_tie(canvas, tie.kind, begin, stop, canvas.scale.percent / 100)
        return begin, stop

    def _label(self, canvas: Canvas, text: str, begin: Point, stop: Point) -> None:
        """What a feud is about, on a plate along it where no face, name or other plate is covered."""
        wide = canvas.width(text, theme.SECOND)
        plate = pygame.Rect(0, 0, wide + canvas.px(10), canvas.px(19))
        taken = [*self._plates, *(face.rect for face in self.faces.values())]
        for share in ALONG:
            plate.center = (
                round(begin[0] + (stop[0] - begin[0]) * share),
                round(begin[1] + (stop[1] - begin[1]) * share),
            )
            if self.rect.contains(plate) and plate.collidelist(taken) < 0:
                break
        else:
            return
        self._plates.append(plate.copy())
        canvas.fill(theme.SHEET, plate)
        canvas.text(plate.left + canvas.px(5), plate.top, text, theme.SECOND, theme.BLUE)


class PactCard(Widget):
    """An understanding: its people, title, promises, since and until when, and the trust in it."""

    def __init__(self, pact: PactView, on_activate: Action) -> None:
        super().__init__(
            label=f"{pact.title}. {pact.since}. {pact.ends}. {pact.terms_text}",
            on_activate=on_activate,
            tooltip=pact.trust,
            codex=f"pact:{pact.id}",
            name=f"pact:{pact.id}",
        )
        self.pact = pact

    def min_width(self, scale: Scale) -> int:
        return scale.px(260)

    def _title(self) -> tuple[str, str]:
        names, _, what = self.pact.title.partition(": ")
        return names, what

    def _lines(self, scale: Scale, width: int) -> list[tuple[str, theme.Style, theme.Colour]]:
        names, what = self._title()
        room = max(scale.px(60), width - scale.px(18))
        beside = max(scale.px(60), room - self._faces(scale) - scale.px(8))
        rows = [(row, theme.BOLD_BIG, theme.INK) for row in fonts.wrap(names, theme.BOLD_BIG, scale.percent, beside)]
        rows += [
            (row, theme.SERIF_SMALL, theme.INK) for row in fonts.wrap(what, theme.SERIF_SMALL, scale.percent, beside)
        ]
        second = ". ".join(part for part in (self.pact.since, self.pact.ends, self.pact.terms_text) if part)
        rows += [("", theme.SECOND, theme.ASH)]
        rows += [
            (row, theme.SECOND, theme.ASH)
            for row in fonts.wrap(second, theme.SECOND, scale.percent, room - scale.px(64))
        ]
        return rows

    def _faces(self, scale: Scale) -> int:
        return scale.px(42) * min(len(self.pact.people), 3)

    def height_for(self, scale: Scale, width: int) -> int:
        lines = self._lines(scale, width)
        cut = lines.index(("", theme.SECOND, theme.ASH))
        top = max(scale.px(44), sum(fonts.line_height(style, scale.percent) for _, style, _ in lines[:cut]))
        return top + scale.px(8) + (len(lines) - cut - 1) * scale.px(18) + scale.px(8)

    def draw(self, canvas: Canvas) -> None:
        if self.hovered:
            canvas.fill(theme.PAPER, self.rect)
        edge = theme.RED if self.pact.yours else theme.INK
        canvas.fill(edge, pygame.Rect(self.rect.left, self.rect.top, canvas.px(6), self.rect.height))
        left = self.rect.left + canvas.px(18)
        for place, person in enumerate(self.pact.people[:3]):
            canvas.portrait(person, left + place * canvas.px(42), self.rect.top + canvas.px(4), canvas.px(39))
        lines = self._lines(canvas.scale, self.rect.width)
        cut = lines.index(("", theme.SECOND, theme.ASH))
        top = self.rect.top
        for text, style, colour in lines[:cut]:
            canvas.text(left + self._faces(canvas.scale) + canvas.px(8), top, text, style, colour)
            top += canvas.line_height(style)
        top = max(top, self.rect.top + canvas.px(46)) + canvas.px(4)
        for text, style, colour in lines[cut + 1 :]:
            canvas.text(left, top, text, style, colour)
            top += canvas.px(18)
        self._trust(canvas)

    def _trust(self, canvas: Canvas) -> None:
        right = self.rect.right - canvas.px(2)
        if self.pact.trust:
            level = self.rect.bottom - canvas.px(26)
            canvas.text(right, level, self.pact.trust.value_text, theme.FIGURE_SMALL, theme.INK, "right")
        elif not self.pact.yours:
            canvas.text(right, self.rect.bottom - canvas.px(22), "unknown", theme.SECOND_BOLD, theme.BLUE, "right")
