"""The plain data that every screen draws: frozen dataclasses, no pygame, no rules.

Amounts are integers. `decimals` says how many of their last digits stand after the point, so 250
with one decimal is shown as 25.0. Fractions and shares are thousandths (0 to 1000). Every figure
carries its terms, and the terms sum exactly to the total. Colours are palette names (`red`, `ink`,
`blue`, `sand`, `white`) or `#RRGGBB`. References (`ref`, `goto`, `codex`) are opaque ids that the
application resolves.
"""

from __future__ import annotations

from game.views.shapes.aims import AimLine, AimView
from game.views.shapes.bureau import BandView, MeetingItemView, SeatView, TableView
from game.views.shapes.codex import CodexLineView, CodexSectionView, CodexView
from game.views.shapes.decisions import DecisionOptionView, DecisionView, HingeOptionView, HingeView
from game.views.shapes.desk import AlertView, DeskView, DispatchView, Level, LoopStepView
from game.views.shapes.doctrine import AxisView, DoctrineView, DocumentView, MantleView, ThesisView
from game.views.shapes.figures import FigureView, ForecastView, LeanView, LinkText, Mark, TallyView, TermView
from game.views.shapes.games import (
    ContenderView,
    EpilogueView,
    FateView,
    HintView,
    LibraryView,
    SavesView,
    SaveView,
    ScenarioCardView,
    ThumbnailView,
)
from game.views.shapes.log import (
    CauseView,
    DigestItemView,
    DigestView,
    DivergenceView,
    LogView,
    TimelinePointView,
)
from game.views.shapes.motives import CandidateView, DebriefView, MotiveView
from game.views.shapes.narrative import ClauseView, PassageView
from game.views.shapes.organisations import (
    LegendView,
    OrganisationDetailView,
    OrganisationsView,
    OrganisationView,
    OrganisationWords,
    StairStepView,
)
from game.views.shapes.people import BarView, GivenOrderView, OrderView, PersonView, TargetView
from game.views.shapes.relations import LinkKind, NodeView, OfferView, PactView, RelationsView, TieView
from game.views.shapes.session import (
    Ballot,
    CurveView,
    DelegationVoteView,
    RollCallView,
    WhipRowView,
    WhipView,
)

__all__ = [
    "AimLine",
    "AimView",
    "AlertView",
    "AxisView",
    "Ballot",
    "BandView",
    "BarView",
    "CandidateView",
    "CauseView",
    "ClauseView",
    "CodexLineView",
    "CodexSectionView",
    "CodexView",
    "ContenderView",
    "CurveView",
    "DebriefView",
    "DecisionOptionView",
    "DecisionView",
    "DelegationVoteView",
    "DeskView",
    "DigestItemView",
    "DigestView",
    "DispatchView",
    "DivergenceView",
    "DoctrineView",
    "DocumentView",
    "EpilogueView",
    "FateView",
    "FigureView",
    "ForecastView",
    "GivenOrderView",
    "HingeOptionView",
    "HingeView",
    "HintView",
    "LeanView",
    "LegendView",
    "Level",
    "LibraryView",
    "LinkKind",
    "LinkText",
    "LogView",
    "LoopStepView",
    "MantleView",
    "Mark",
    "MeetingItemView",
    "MotiveView",
    "NodeView",
    "OfferView",
    "OrderView",
    "OrganisationDetailView",
    "OrganisationView",
    "OrganisationWords",
    "OrganisationsView",
    "PactView",
    "PassageView",
    "PersonView",
    "RelationsView",
    "RollCallView",
    "SaveView",
    "SavesView",
    "ScenarioCardView",
    "SeatView",
    "StairStepView",
    "TableView",
    "TallyView",
    "TargetView",
    "TermView",
    "ThesisView",
    "ThumbnailView",
    "TieView",
    "TimelinePointView",
    "WhipRowView",
    "WhipView",
]
