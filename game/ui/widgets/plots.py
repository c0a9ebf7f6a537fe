"""Plots: the two lines and the fork, the distribution the motion divides, the score, the staircase."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pygame

from game.ui import draw, fonts, theme
from game.ui.canvas import Canvas
from game.ui.theme import Colour, Scale
from game.ui.widgets.core import Widget
from game.views.shapes import CurveView, StairStepView, TimelinePointView


class TimelinePoint(Widget):
    """A ring on a line, with what happened there."""

    def __init__(self, point: TimelinePointView, own: bool, on_activate: Callable[[], object] | None) -> None:
        super().__init__(
            label=f"{point.date_text}: {point.text or point.title}" + (" (this run)" if own else ""),
            tooltip=(point.date_text, point.text or point.title),
            on_activate=on_activate,
            codex=point.goto,
            name=f"point:{own}:{point.at}:{point.title}",
            focusable=True,
        )
        self.point, self.own = point, own

    def draw(self, canvas: Canvas) -> None:
        colour = theme.RED if self.own else theme.INK
        draw.disc(canvas.surface, colour, self.rect.center, self.rect.width // 2)
        draw.disc(canvas.surface, theme.SHEET, self.rect.center, max(2, self.rect.width // 2 - canvas.px(3)))


class Timeline(Widget):
    """The record in ink, this run in red beneath it until the fork, then on a line of its own.

    Labels that do not fit are left to the tooltips of their points.
    """

    def __init__(
        self,
        facts: Sequence[TimelinePointView],
        here: Sequence[TimelinePointView],
        fork: int | None,
        fork_text: str = "",
        ticks: Sequence[TimelinePointView] = (),
        record_word: str = "History",
        record_note: str = "the record",
        run_word: str = "This run",
        run_note: str = "",
        on_point: Callable[[TimelinePointView], object] | None = None,
    ) -> None:
        def act(point: TimelinePointView) -> Callable[[], object] | None:
            return (lambda: on_point(point)) if on_point else None

        self.facts = [TimelinePoint(point, False, act(point)) for point in facts]
        self.here = [TimelinePoint(point, True, act(point)) for point in here]
        departs = f"leaves it: {fork_text}" if fork is not None else "does not leave it"
        super().__init__(
            [*self.facts, *self.here], label=f"{len(facts)} facts of the record; this run {departs}"
        )
        self.fork, self.fork_text, self.ticks = fork, fork_text, tuple(ticks)
        self.record = (record_word, record_note)
        self.run = (run_word, run_note)

    def min_width(self, scale: Scale) -> int:
        return scale.px(300)

    def height_for(self, scale: Scale, width: int) -> int:
        return scale.px(320)

    def _ends(self, scale: Scale) -> tuple[int, int, int, int]:
        """Left and right end of the lines, level of the record and of this run."""
        words = max(
            fonts.width(text, theme.SUBHEAD, scale.percent) for text in (self.record[0], self.run[0])
        ) + scale.px(28)
        notes = max(
            fonts.width(text, theme.SECOND, scale.percent) for text in (self.record[1], self.run[1])
        ) + scale.px(20)
        left = self.rect.left + max(words, notes)
        return (
            left,
            self.rect.right - scale.px(8),
            self.rect.top + scale.px(110),
            self.rect.top + scale.px(226),
        )

    def _x(self, scale: Scale, at: int) -> int:
        left, right, _, _ = self._ends(scale)
        return left + (right - left) * max(0, min(1000, at)) // 1000

    def place(self, scale: Scale, rect: pygame.Rect) -> None:
        self.rect = pygame.Rect(rect)
        _, _, record, run = self._ends(scale)
        size = scale.px(18)
        for widget in self.facts + self.here:
            before = self.fork is None or widget.point.at <= self.fork
            level = record if not widget.own else record + scale.px(6) if before else run
            box = pygame.Rect(0, 0, size, size)
            box.center = (self._x(scale, widget.point.at), level)
            widget.place(scale, box)

    def draw(self, canvas: Canvas) -> None:
        left, right, record, run = self._ends(canvas.scale)
        for (word, note), level, colour in ((self.record, record, theme.INK), (self.run, run, theme.RED)):
            canvas.text(self.rect.left, level - canvas.px(24), word, theme.PANEL, colour)
            canvas.text(self.rect.left, level + canvas.px(4), note, theme.SECOND, theme.ASH)
        fork = right if self.fork is None else self._x(canvas.scale, self.fork)
        thick = canvas.px(9)
        canvas.fill(theme.INK, pygame.Rect(left, record - thick // 2, right - left, thick))
        canvas.fill(theme.RED, pygame.Rect(left, record + thick // 2, fork - left, canvas.px(4)))
        if self.fork is not None:
            self._branch(canvas, fork, right, record, run, thick)
        for tick in self.ticks:
            x = self._x(canvas.scale, tick.at)
            canvas.fill(theme.INK, pygame.Rect(x, record - canvas.px(12), canvas.px(1.5), canvas.px(26)))
            if self.fork is not None and abs(x - fork) < canvas.px(24):
                x = fork + canvas.px(28)  # beside the branch, not under it
            if x + canvas.width(tick.title, theme.SECOND_BOLD) < self.rect.right:
                canvas.text(x, record + canvas.px(16), tick.title, theme.SECOND_BOLD, theme.ASH)
        self._labels(canvas, self.facts, record, -1)
        self._labels(
            canvas,
            [point for point in self.here if self.fork is not None and point.point.at > self.fork],
            run,
            1,
        )

    def _branch(self, canvas: Canvas, fork: int, right: int, record: int, run: int, thick: int) -> None:
        # Two down, one across: the same slope as every cut.
        across = (run - record) // theme.SLOPE
        foot = min(right, fork + across)
        draw.polygon(
            canvas.surface,
            theme.RED,
            [
                (fork - thick, record + thick // 2),
                (fork + thick // 3, record + thick // 2),
                (foot + thick // 2, run - thick // 2),
                (right, run - thick // 2),
                (right, run + thick // 2),
                (foot - thick // 2, run + thick // 2),
            ],
        )
        wide = max(
            canvas.width("First departure", theme.NAME_CAPS), canvas.width(self.fork_text, theme.SECOND)
        ) + canvas.px(36)
        plate = pygame.Rect(fork - wide + canvas.px(2), record + canvas.px(38), wide, canvas.px(48))
        if plate.left < self.rect.left:
            plate.left = foot + canvas.px(14)
        if plate.right > self.rect.right:
            return
        draw.slanted_block(canvas.surface, theme.BLUE, plate, left=False)
        if plate.left < fork:
            draw.polygon(
                canvas.surface,
                theme.BLUE,
                [
                    (fork - canvas.px(6), record + canvas.px(12)),
                    (plate.right, plate.top),
                    (plate.right - canvas.px(22), plate.top),
                ],
            )
        canvas.text(
            plate.left + canvas.px(14),
            plate.top + canvas.px(3),
            "First departure",
            theme.NAME_CAPS,
            theme.WHITE,
        )
        canvas.text(
            plate.left + canvas.px(14), plate.top + canvas.px(27), self.fork_text, theme.SECOND, theme.WHITE
        )

    def _labels(self, canvas: Canvas, points: list[TimelinePoint], level: int, side: int) -> None:
        """Titles on up to three lanes above or below the line; heavier points first."""
        lanes: list[list[tuple[int, int]]] = [[], [], []]
        stems: list[tuple[int, int]] = []
        for point in sorted(points, key=lambda each: (-each.point.weight, each.point.at)):
            x = point.rect.centerx
            title, date = point.point.title, point.point.date_text
            wide = canvas.width(title, theme.SECOND_BOLD) + canvas.px(8) + canvas.width(date, theme.SECOND)
            self._seek_lane(
                canvas, point, (x + canvas.px(5), x - wide - canvas.px(5)), wide, lanes, stems, (level, side)
            )

    def _seek_lane(
        self,
        canvas: Canvas,
        point: TimelinePoint,
        starts: tuple[int, int],
        wide: int,
        lanes: list[list[tuple[int, int]]],
        stems: list[tuple[int, int]],
        where: tuple[int, int],
    ) -> None:
        x = point.rect.centerx
        for lane, taken in enumerate(lanes):
            for start in starts:
                if start < self.rect.left or start + wide > self.rect.right:
                    continue
                blocked = any(
                    start < end + canvas.px(12) and begin < start + wide + canvas.px(12)
                    for begin, end in taken
                )
                crossed = any(start - 2 < stem < start + wide + 2 and reach > lane for stem, reach in stems)
                cuts = any(begin - 2 < x < end + 2 for lower in lanes[:lane] for begin, end in lower)
                if not (blocked or crossed or cuts):
                    taken.append((start, start + wide))
                    stems.append((x, lane))
                    self._label(canvas, point, start, where[0], where[1], lane)
                    return

    def _label(
        self, canvas: Canvas, point: TimelinePoint, start: int, level: int, side: int, lane: int
    ) -> None:
        colour = theme.RED if point.own else theme.INK
        reach = canvas.px(40 + 27 * lane) if side < 0 else canvas.px(26 + 25 * lane)
        top = level - reach - canvas.px(8) if side < 0 else level + reach - canvas.px(8)
        stem_top = level - reach - canvas.px(2) if side < 0 else level + canvas.px(9)
        stem_end = level - canvas.px(9) if side < 0 else level + reach + canvas.px(6)
        canvas.fill(
            colour, pygame.Rect(point.rect.centerx, stem_top, max(1, canvas.px(1)), stem_end - stem_top)
        )
        box = canvas.text(start, top, point.point.title, theme.SECOND_BOLD)
        canvas.text(box.right + canvas.px(8), top, point.point.date_text, theme.SECOND, theme.ASH)


class CurvePlot(Widget):
    """A distribution: ink on the side against, red on the side for, the motion as a blue line."""

    def __init__(self, curve: CurveView, high: float = 150) -> None:
        super().__init__(label=f"{curve.title}. {curve.detail}. From {curve.left} to {curve.right}")
        self.curve, self.high = curve, high

    def min_width(self, scale: Scale) -> int:
        return scale.px(180)

    def height_for(self, scale: Scale, width: int) -> int:
        ends = fonts.width(self.curve.left + self.curve.right, theme.SECOND, scale.percent) + scale.px(20)
        return scale.px(self.high) + (scale.px(20) if ends <= width else scale.px(40))

    def _points(self, canvas: Canvas, plot: pygame.Rect) -> list[tuple[int, int]]:
        heights = self.curve.heights or (0, 0)
        top = max(1, max(heights))
        last = max(1, len(heights) - 1)
        return [
            (plot.left + plot.width * index // last, plot.bottom - plot.height * value // top)
            for index, value in enumerate(heights)
        ]

    def draw(self, canvas: Canvas) -> None:
        plot = pygame.Rect(
            self.rect.left,
            self.rect.top + canvas.px(26),
            self.rect.width,
            canvas.px(self.high) - canvas.px(32),
        )
        points = self._points(canvas, plot)
        cut = plot.left + plot.width * (self.curve.divide if self.curve.divide is not None else 1000) // 1000
        outline = [(plot.left, plot.bottom), *points, (plot.right, plot.bottom)]
        for colour, side in (
            (theme.INK, pygame.Rect(plot.left, plot.top, cut - plot.left, plot.height + 2)),
            (theme.RED, pygame.Rect(cut, plot.top, plot.right - cut, plot.height + 2)),
        ):
            with canvas.clipped(side):
                draw.polygon(canvas.surface, colour, outline)
        canvas.fill(theme.INK, pygame.Rect(plot.left, plot.bottom, plot.width, canvas.px(2)))
        if self.curve.you is not None:
            self._you(canvas, plot)
        if self.curve.divide is not None:
            canvas.fill(
                theme.BLUE,
                pygame.Rect(
                    cut - canvas.px(1), plot.top - canvas.px(6), canvas.px(3), plot.height + canvas.px(14)
                ),
            )
            wide = canvas.width(self.curve.divide_label, theme.SECOND)
            left = cut - wide - canvas.px(6) if cut - wide - canvas.px(6) >= plot.left else cut + canvas.px(8)
            canvas.text(left, self.rect.top, self.curve.divide_label, theme.SECOND, theme.BLUE)
        below = plot.bottom + canvas.px(5)
        stacked = self.height_for(canvas.scale, self.rect.width) > canvas.px(self.high) + canvas.px(30)
        canvas.text(plot.left, below, self.curve.left, theme.SECOND)
        canvas.text(
            plot.right,
            below + (canvas.px(18) if stacked else 0),
            self.curve.right,
            theme.SECOND,
            align="right",
        )

    def _you(self, canvas: Canvas, plot: pygame.Rect) -> None:
        at = plot.left + plot.width * (self.curve.you or 0) // 1000
        for top in range(plot.top, plot.bottom, canvas.px(6)):
            canvas.fill(theme.WHITE, pygame.Rect(at, top, canvas.px(2), canvas.px(4)))


class ScorePlot(Widget):
    """The divergence score over time: ink before the fork, red after it."""

    def __init__(
        self,
        score: Sequence[int],
        fork: int | None,
        labels: Sequence[TimelinePointView] = (),
        top: int = 1000,
        high: float = 150,
    ) -> None:
        super().__init__(
            label=f"divergence from {score[0] // 10 if score else 0} to {score[-1] // 10 if score else 0} of 100"
        )
        self.score, self.fork, self.labels, self.top, self.high = tuple(score), fork, tuple(labels), top, high

    def min_width(self, scale: Scale) -> int:
        return scale.px(200)

    def height_for(self, scale: Scale, width: int) -> int:
        return scale.px(self.high) + scale.px(22)

    def draw(self, canvas: Canvas) -> None:
        plot = pygame.Rect(
            self.rect.left, self.rect.top + canvas.px(4), self.rect.width, canvas.px(self.high) - canvas.px(4)
        )
        top = max(1, min(self.top, max((*self.score, 100)) * 11 // 10))
        for level in (250, 500, 750):
            if level < top:
                y = plot.bottom - plot.height * level // top
                canvas.line(theme.SAND, pygame.Rect(plot.left, y, plot.width, 1), 1)
                canvas.text(plot.left + canvas.px(8), y - canvas.px(18), str(level // 10), theme.SECOND, theme.ASH)
        last = max(1, len(self.score) - 1)
        points = [
            (plot.left + plot.width * index // last, plot.bottom - plot.height * value // top)
            for index, value in enumerate(self.score or (0, 0))
        ]
        outline = [(plot.left, plot.bottom + 1), *points, (plot.right, plot.bottom + 1)]
        cut = plot.right if self.fork is None else plot.left + plot.width * self.fork // 1000
        for colour, left, right in ((theme.INK, plot.left, cut), (theme.RED, cut, plot.right)):
            with canvas.clipped(pygame.Rect(left, plot.top, right - left, plot.height + 2)):
                draw.polygon(canvas.surface, colour, outline)
        canvas.fill(theme.INK, pygame.Rect(plot.left, plot.bottom, plot.width, canvas.px(2)))
        if self.fork is not None:
            canvas.fill(
                theme.BLUE,
                pygame.Rect(cut - canvas.px(1), plot.top, canvas.px(3), plot.height + canvas.px(4)),
            )
        self._labels(canvas, plot)

    def _labels(self, canvas: Canvas, plot: pygame.Rect) -> None:
        edge = plot.left - 1
        for label in self.labels:
            wide = canvas.width(label.title, theme.SECOND)
            x = max(plot.left, min(plot.right - wide, plot.left + plot.width * label.at // 1000 - wide // 2))
            if x > edge:
                canvas.text(x, plot.bottom + canvas.px(4), label.title, theme.SECOND, theme.ASH)
                edge = x + wide + canvas.px(8)


class Staircase(Widget):
    """The tiers as blocks as high as the share that is left, with the share in each."""

    def __init__(self, steps: Sequence[StairStepView], colour: Colour = theme.INK, high: float = 78) -> None:
        super().__init__(label=", ".join(f"{step.label} {step.share // 10} %" for step in steps))
        self.steps, self.colour, self.high = tuple(steps), colour, high

    def min_width(self, scale: Scale) -> int:
        words = max(
            (fonts.width(word, theme.SECOND, scale.percent) for step in self.steps for word in step.label.split()),
            default=0,
        )
        return len(self.steps) * max(words, scale.px(56)) + scale.px(10) * max(0, len(self.steps) - 1)

    def _labels(self, scale: Scale, width: int) -> list[list[str]]:
        room = max(1, width // max(1, len(self.steps)) - scale.px(8))
        return [fonts.wrap(step.label, theme.SECOND, scale.percent, room) for step in self.steps]

    def height_for(self, scale: Scale, width: int) -> int:
        rows = max((len(label) for label in self._labels(scale, width)), default=1)
        return scale.px(self.high) + scale.px(30) + scale.px(4) + rows * scale.px(18)

    def draw(self, canvas: Canvas) -> None:
        plot = pygame.Rect(
            self.rect.left, self.rect.top + canvas.px(28), self.rect.width, canvas.px(self.high)
        )
        blocks = draw.stairs(canvas.surface, self.colour, plot, [step.share for step in self.steps])
        labels = self._labels(canvas.scale, self.rect.width)
        for block, step, label in zip(blocks, self.steps, labels, strict=True):
            text = f"{(step.share + 5) // 10} %"
            inside = block.height >= canvas.px(28)
            top = block.bottom - canvas.px(28) if inside else block.top - canvas.px(27)
            canvas.text(
                block.left + canvas.px(6 if inside else 0),
                top,
                text,
                theme.FIGURE_SMALL,
                theme.WHITE if inside else theme.INK,
            )
            for index, row in enumerate(label):
                canvas.text(block.left, plot.bottom + canvas.px(4) + index * canvas.px(18), row, theme.SECOND)
