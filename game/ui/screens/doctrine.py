"""The dispute: theses, who speaks as the heir, where you stand, and the papers you know."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.ui import theme
from game.ui.app import App
from game.ui.canvas import Canvas
from game.ui.screens.base import GameScreen
from game.ui.screens.pieces import paint_mark
from game.ui.theme import Scale
from game.ui.widgets import (
    Action,
    AxisBar,
    Box,
    Column,
    Columns,
    ColumnSpec,
    FigureRow,
    Label,
    Panel,
    Paragraph,
    Row,
    TextLink,
    Widget,
    title,
)
from game.views.doctrine import doctrine_view
from game.views.shapes import DoctrineView, DocumentView, MantleView, Mark, ThesisView

if TYPE_CHECKING:
    from game.ui.flow import Conductor


class MarkSign(Widget):
    """The small sign of evidence beside a head."""

    def __init__(self, mark: Mark) -> None:
        super().__init__(label=mark.value)
        self.mark = mark

    def min_width(self, scale: Scale) -> int:
        return scale.px(20)

    def height_for(self, scale: Scale, width: int) -> int:
        return scale.px(22)

    def draw(self, canvas: Canvas) -> None:
        paint_mark(canvas, self.mark, (self.rect.left + canvas.px(9), self.rect.centery))


class DoctrineScreen(GameScreen):
    """Who is right, who is the heir, and what lies in the drawers."""

    name = "doctrine"

    def __init__(self, conductor: Conductor) -> None:
        super().__init__(conductor)

    @property
    def tab_label(self) -> str:
        return self.conductor.label("screen_doctrine", "Doctrine")

    def build(self, app: App) -> Widget:
        view = self.conductor.view("doctrine", doctrine_view)
        columns = Columns(
            [
                ColumnSpec(view.theses_label, self._theses(view), 5),
                ColumnSpec("Standing", self._standing(view), 4),
                ColumnSpec("Papers", self._papers(view), 4),
            ],
            "doctrine",
            head=title(view.title),
        )
        return self.page(columns, hints=[("F1", "explain"), ("Enter", "codex"), ("Tab", "next")])

    def _opener(self, reference: str) -> Action:
        return lambda: self.conductor.codex(reference)

    # ---- theses

    def _theses(self, view: DoctrineView) -> Widget:
        rows: list[Widget] = [self._thesis(thesis) for thesis in view.theses]
        return Panel(view.theses_label, rows, f"{len(rows)} in all", gap=14)

    def _thesis(self, thesis: ThesisView) -> Widget:
        spoken = thesis.standing.detail != self.conductor.label("thesis_unspoken", "unspoken")
        head = Row(
            [
                TextLink(thesis.title, self._opener(f"thesis:{thesis.id}"), name=f"thesis:{thesis.id}"),
                Label(thesis.standing.detail, theme.SECOND_BOLD, theme.RED if spoken else theme.ASH),
            ],
            gap=10,
        )
        parts: list[Widget] = [head, Paragraph(thesis.text, theme.SERIF_SMALL)]
        if thesis.author:
            near = ", ".join(p.surname for p in thesis.supporters) or "nobody"
            far = ", ".join(p.surname for p in thesis.opponents) or "nobody"
            words = f"{thesis.author.surname} stands for it. Near to it: {near}. Far from it: {far}."
            parts.append(Paragraph(words, theme.SECOND, theme.ASH))
        parts.append(FigureRow(thesis.standing, name=f"lean:{thesis.id}"))
        edge = theme.RED if spoken else theme.SAND
        return Box(Column(parts, gap=3), theme.SHEET if spoken else None, (14, 8, 14, 8), edge=edge, edge_width=5)

    # ---- the mantle and the axes

    def _standing(self, view: DoctrineView) -> Widget:
        rows: list[Widget] = [self._heir(one) for one in view.mantle]
        axes: list[Widget] = [AxisBar(axis) for axis in view.axes]
        members = self.conductor.label("members", "members")
        axes.append(Paragraph(f"The lozenge is you. The tick is the mean of all {members}.", theme.SECOND, theme.ASH))
        return Column(
            [Panel(view.mantle_label, rows, "of 100", gap=4), Panel("Where you stand", axes, "model", gap=4)], gap=18
        )

    def _heir(self, one: MantleView) -> Widget:
        return FigureRow(
            one.standing,
            self._opener(one.person.codex),
            theme.RED if one.person.id == self.conductor.seat else theme.INK,
            name=f"mantle:{one.person.id}",
        )

    # ---- papers

    def _papers(self, view: DoctrineView) -> Widget:
        if not view.documents:
            text = Paragraph("You know of no paper that matters.", theme.TEXT, theme.ASH)
            return Panel(self.conductor.label("documents", "Documents"), [text])
        rows: list[Widget] = [self._paper(paper) for paper in view.documents]
        return Panel(self.conductor.label("documents", "Documents"), rows, "as far as you know", gap=14)

    def _paper(self, paper: DocumentView) -> Widget:
        head = Row(
            [
                TextLink(paper.title, self._opener(f"document:{paper.id}"), name=f"document:{paper.id}"),
                MarkSign(paper.mark),
            ],
            gap=6,
        )
        owner = "Yours" if paper.yours else f"Owner: {paper.owner}"
        lines = [f"{owner}. Known to: {paper.known_by}."]
        if not paper.surfaced:
            lines.append(f"May publish: {paper.may_publish}.")
        parts: list[Widget] = [
            head,
            Paragraph(paper.text, theme.SERIF_SMALL),
            Paragraph(" ".join(lines), theme.SECOND, theme.ASH),
        ]
        if paper.consequence:
            parts.append(Paragraph(paper.consequence, theme.SECOND))
        edge = theme.RED if paper.yours else theme.INK if paper.surfaced else theme.BLUE
        return Box(Column(parts, gap=3), theme.SHEET, (14, 8, 14, 8), edge=edge, edge_width=5)
