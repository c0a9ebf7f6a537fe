"""Two pages of the gallery: the hall, and everything drawn along a line."""

from __future__ import annotations

from game.ui import theme
from game.ui.app import App
from game.ui.gallery_data import BALLOTS, PEOPLE
from game.ui.widgets import (
    BigFigure,
    Breakdown,
    Column,
    Columns,
    ColumnSpec,
    CurvePlot,
    Hemicycle,
    Panel,
    Row,
    ScorePlot,
    Staircase,
    Timeline,
    VoteBar,
    Widget,
)
from game.views.shapes import (
    Ballot,
    CurveView,
    FigureView,
    StairStepView,
    TallyView,
    TermView,
    TimelinePointView,
)


def hall(app: App) -> Widget:
    """A roll call and its figures."""
    shown = Hemicycle(
        BALLOTS,
        presidium=PEOPLE[:3],
        heckles=("Untrue!", "Nonsense!"),
        animated=not app.settings.reduced_motion,
    )
    difference = FigureView(
        "More against than recorded",
        "+61",
        "",
        (
            TermView("North hall, promise", 24),
            TermView("Rents promised", 44),
            TermView("Fear of the ban", -7),
        ),
        61,
    )
    counts = shown.ballots
    side = Column(
        [
            Row(
                [
                    BigFigure(str(counts.count(Ballot.FOR)), "for", theme.RED, style=theme.FIGURE_HUGE),
                    BigFigure(str(counts.count(Ballot.AGAINST)), "against", style=theme.FIGURE_HUGE),
                ]
            ),
            VoteBar(
                TallyView(
                    counts.count(Ballot.FOR),
                    0,
                    0,
                    counts.count(Ballot.AGAINST),
                    333,
                    counts.count(Ballot.ABSTAINED),
                ),
                heads=False,
                thick=30,
            ),
            Panel("61 more against", [Breakdown(difference)]),
        ],
        gap=16,
    )
    return Columns([ColumnSpec("Hall", shown, 2), ColumnSpec("Count", side)], "hall")


def lines(app: App) -> Widget:
    """The two lines, the score, the distribution and the staircase."""
    facts = [
        TimelinePointView(at, text, date, weight=weight)
        for at, text, date, weight in (
            (270, "The founder leaves", "21 Jan", 900),
            (410, "Letter read to the halls", "21 May", 700),
            (640, "Dogwood leaves the halls", "15 Jan", 600),
            (930, "Elder leaves", "31 Oct", 800),
        )
    ]
    here = [
        TimelinePointView(at, text, date, weight=weight)
        for at, text, date, weight in (
            (130, "As recorded", "1 May", 100),
            (850, "You refuse the rents", "29 Apr", 800),
            (920, "The letter is printed", "1 Jun", 500),
        )
    ]
    ticks = [
        TimelinePointView(0, "Year 1", ""),
        TimelinePointView(270, "Year 2", ""),
        TimelinePointView(640, "Year 3", ""),
    ]
    curve = CurveView(
        "Where they stand",
        "model estimate",
        "Collective",
        "One leader",
        tuple(max(0, 80 - abs(index - 12) * 8) + max(0, 130 - abs(index - 46) * 8) for index in range(64)),
        350,
        "the motion divides",
        700,
    )
    stairs = Staircase(
        [
            StairStepView(label, share)
            for label, share in (("Cells", 360), ("Districts", 280), ("Province", 180), ("Delegates", 23))
        ]
    )
    score = ScorePlot([index * 6 + max(0, index - 25) * 26 for index in range(41)], 640, ticks)
    line = Timeline(facts, here, 760, "29 April", ticks, run_note="seed 7")
    return Columns(
        [
            ColumnSpec("Divergence", Panel("Divergence", [score], "64 of 100")),
            ColumnSpec("Stand", Panel("Where 665 stand", [CurvePlot(curve)])),
            ColumnSpec("Staircase", Panel("The staircase", [stairs])),
        ],
        "lines",
        line,
    )
