"""The plain data that every screen draws: frozen dataclasses, no pygame, no rules.

Amounts are integers. `decimals` says how many of their last digits stand after the point, so 250
with one decimal is shown as 25.0. Fractions and shares are thousandths (0 to 1000). Every figure
carries its terms, and the terms sum exactly to the total. Colours are palette names (`red`, `ink`,
`blue`, `sand`, `white`) or `#RRGGBB`. References (`ref`, `goto`, `codex`) are opaque ids that the
application resolves.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Mark(StrEnum):
    """How sure a statement is: sourced, computed, argued, or not known to the viewer."""

    FACT = "fact"
    MODEL = "model"
    SPECULATION = "speculation"
    UNKNOWN = "unknown"


class Level(StrEnum):
    """How pressing an alert is."""

    ACT = "act"
    LOOK = "look"
    UNKNOWN = "unknown"


class Ballot(StrEnum):
    """How one seat voted, or that it has not voted yet."""

    FOR = "for"
    AGAINST = "against"
    ABSTAINED = "abstained"
    WAITING = "waiting"


class LinkKind(StrEnum):
    """The four ties of the web."""

    PACT = "pact"
    SECRET = "secret"
    PATRON = "patron"
    FEUD = "feud"


# ---------------------------------------------------------------- figures


@dataclass(frozen=True)
class TermView:
    """One labelled, signed part of a figure; it may open into terms of its own."""

    label: str
    amount: int
    mark: Mark = Mark.MODEL
    terms: tuple[TermView, ...] = ()
    decimals: int = 0
    note: str = ""
    codex: str = ""


@dataclass(frozen=True)
class FigureView:
    """A figure with its words and the terms that sum to `total`; `fraction` fills its bar."""

    label: str
    value_text: str
    detail: str = ""
    terms: tuple[TermView, ...] = ()
    total: int = 0
    fraction: int | None = None
    decimals: int = 0
    sum_label: str = "Sum of terms"
    mark: Mark = Mark.MODEL
    codex: str = ""


@dataclass(frozen=True)
class ForecastView:
    """A chance in thousandths: 9 worlds in 10, the middle half, the median, all 0 to 1000."""

    low: int
    quarter: int
    median: int
    three_quarters: int
    high: int
    label: str = ""
    worlds: int = 0

    @property
    def text(self) -> str:
        """The median as a whole percentage."""
        return f"{round(self.median / 10)} %"

    @property
    def range_text(self) -> str:
        """The range that belongs beside every percentage."""
        return f"{round(self.low / 10)} to {round(self.high / 10)}"


@dataclass(frozen=True)
class LeanView:
    """A lean from -1000 (against) to 1000 (for) and the half-width of what is not known."""

    lean: int
    doubt: int = 0
    terms: tuple[TermView, ...] = ()
    total: int = 0


@dataclass(frozen=True)
class TallyView:
    """The five parts of the vote bar and how many votes win."""

    supporting: int
    leaning: int
    unknown: int
    against: int
    needed: int
    abstained: int = 0

    @property
    def seats(self) -> int:
        """Everyone counted."""
        return self.supporting + self.leaning + self.unknown + self.against + self.abstained


# ---------------------------------------------------------------- people, posts and orders


@dataclass(frozen=True)
class PersonView:
    """A person as a face and a line of words; `cut_out` leaves only the paper shape."""

    id: str
    name: str
    surname: str
    given: str = ""
    role: str = ""
    portrait: str = ""
    bloc_colour: str = "sand"
    emblem: str = ""
    status_text: str = ""
    cut_out: bool = False
    bloc: str = ""
    recipe: tuple[tuple[str, str], ...] = ()
    codex: str = ""


@dataclass(frozen=True)
class TargetView:
    """Somebody or something an order may be aimed at; locked with its reason."""

    id: str
    label: str
    detail: str = ""
    locked_reason: str = ""
    person: PersonView | None = None
    forecast: str = ""
    terms: tuple[TermView, ...] = ()
    total: int = 0


@dataclass(frozen=True)
class OrderView:
    """One order of the list: allowed, given or locked with its reason in a sentence."""

    kind: str
    family: str
    button: str
    key: str = ""
    forecast: str = ""
    locked_reason: str = ""
    given: bool = False
    targets: tuple[TargetView, ...] = ()
    cost: int = 1
    explanation: str = ""
    terms: tuple[TermView, ...] = ()
    total: int = 0
    irreversible: str = ""


@dataclass(frozen=True)
class GivenOrderView:
    """An order already given this turn, in words."""

    id: str
    title: str
    detail: str = ""
    undo_note: str = ""


@dataclass(frozen=True)
class AlertView:
    """Something that asks for attention and where it leads."""

    level: Level
    title: str
    detail: str = ""
    action_label: str = "Go"
    goto: str = ""


@dataclass(frozen=True)
class LinkText:
    """A piece of running text; with a `ref` it is a link."""

    text: str
    ref: str = ""


@dataclass(frozen=True)
class DispatchView:
    """A report of what happened; `body` is running text with links."""

    date_text: str
    headline: str
    body: tuple[LinkText, ...] = ()
    mark: Mark = Mark.FACT
    new: bool = False
    source: str = ""


@dataclass(frozen=True)
class LoopStepView:
    """One step of the circle of power: your share at it."""

    label: str
    value: int
    whole: int
    here: bool = False
    goto: str = ""
    figure: FigureView | None = None


@dataclass(frozen=True)
class BarView:
    """What the bar at the top shows on every screen of a game."""

    date_text: str
    turn: int
    turns: int
    orders_left: int
    orders_total: int
    you: PersonView | None = None
    window_text: str = ""


@dataclass(frozen=True)
class DeskView:
    """The desk: who you are, what presses, what came in, what you may order."""

    bar: BarView
    you: PersonView
    headline: str
    countdown: int | None
    countdown_text: str
    standing: tuple[FigureView, ...]
    alerts: tuple[AlertView, ...]
    dispatches: tuple[DispatchView, ...]
    loop: tuple[LoopStepView, ...]
    orders: tuple[OrderView, ...]
    given: tuple[GivenOrderView, ...]
    undo_stopped: str = ""
    can_undo: int = 0
    can_redo: int = 0
    posts: tuple[str, ...] = ()


# ---------------------------------------------------------------- the leading bureau


@dataclass(frozen=True)
class SeatView:
    """A full member at the table: both Banzhaf figures and the band the seat belongs to."""

    person: PersonView
    band: int
    alone: FigureView
    as_bloc: FigureView
    is_chair: bool = False


@dataclass(frozen=True)
class BandView:
    """Those who vote alike: a name, a colour and how often they did."""

    name: str
    colour: str
    size: int
    detail: str = ""
    emblem: str = ""


@dataclass(frozen=True)
class MeetingItemView:
    """A motion on the agenda of a sitting."""

    id: str
    title: str
    detail: str = ""
    mover: str = ""
    done: bool = False


@dataclass(frozen=True)
class TableView:
    """The leading bureau: the sentence, the seats and bands, and where it is really decided."""

    bar: BarView
    body: str
    sentence: str
    explanation: str
    seats: tuple[SeatView, ...]
    bands: tuple[BandView, ...]
    candidates: tuple[PersonView, ...]
    on_the_table: tuple[MeetingItemView, ...]
    decided_title: str
    decided_text: str
    meeting_text: str = ""


# ---------------------------------------------------------------- organisations


@dataclass(frozen=True)
class StairStepView:
    """One tier of the staircase: a label and the share left, in thousandths."""

    label: str
    share: int


@dataclass(frozen=True)
class OrganisationView:
    """A block of the map: its size, patron's colour, machine in five bars and secretary."""

    id: str
    name: str
    members: int
    seats: int
    colour: str
    emblem: str
    patron: str
    machine: int | None
    secretary: PersonView | None
    territory: bool = True
    column: int = 0
    row: int = 0
    mood: int | None = None


@dataclass(frozen=True)
class OrganisationDetailView:
    """The selected organisation: its machine as a sum, the staircase and its autonomy."""

    organisation: OrganisationView
    secretary_text: str
    patron_text: str
    figures: tuple[FigureView, ...]
    machine: FigureView
    staircase_title: str
    staircase: tuple[StairStepView, ...]
    autonomy: FigureView
    sentiment: tuple[FigureView, ...] = ()
    clients: tuple[FigureView, ...] = ()


@dataclass(frozen=True)
class LegendView:
    """A colour and emblem with its meaning."""

    colour: str
    emblem: str
    label: str


@dataclass(frozen=True)
class OrganisationsView:
    """The map of the organisation and the block under the cursor."""

    bar: BarView
    title: str
    explanation: str
    organisations: tuple[OrganisationView, ...]
    legend: tuple[LegendView, ...]
    selected: OrganisationDetailView | None


# ---------------------------------------------------------------- relations


@dataclass(frozen=True)
class NodeView:
    """A face in the web; x and y are thousandths of the drawing, weight sets its size."""

    person: PersonView
    x: int
    y: int
    weight: int = 500
    is_you: bool = False


@dataclass(frozen=True)
class TieView:
    """A tie between two faces; a patron tie points at the client."""

    kind: LinkKind
    first: str
    second: str
    label: str = ""


@dataclass(frozen=True)
class PactView:
    """A pact you can see: parties, terms, expiry and trust."""

    id: str
    people: tuple[PersonView, ...]
    title: str
    terms_text: str
    since: str
    ends: str
    secret: bool
    yours: bool
    trust: FigureView | None


@dataclass(frozen=True)
class OfferView:
    """What an offer is worth to its receiver, term by term, and the chance he accepts."""

    target: PersonView
    title: str
    accept: FigureView
    terms_text: str = ""
    locked_reason: str = ""


@dataclass(frozen=True)
class RelationsView:
    """Who is bound to whom, the pacts you know and the price of an offer."""

    bar: BarView
    title: str
    nodes: tuple[NodeView, ...]
    ties: tuple[TieView, ...]
    pacts: tuple[PactView, ...]
    offer: OfferView | None


# ---------------------------------------------------------------- doctrine and documents


@dataclass(frozen=True)
class ThesisView:
    """A thesis of the dispute: who launched it, where it stands and who holds it."""

    id: str
    title: str
    text: str
    author: PersonView | None
    standing: FigureView
    axis: str = ""
    tied_to_founder: bool = False
    supporters: tuple[PersonView, ...] = ()
    opponents: tuple[PersonView, ...] = ()


@dataclass(frozen=True)
class MantleView:
    """One contender's standing as the founder's heir."""

    person: PersonView
    standing: FigureView


@dataclass(frozen=True)
class AxisView:
    """An axis with its two ends and where somebody stands, 0 to 1000; None is unknown."""

    label: str
    left: str
    right: str
    position: int | None
    figure: FigureView | None = None
    line: int | None = None


@dataclass(frozen=True)
class DocumentView:
    """A document: owner, who knows of it, who may publish it, what its surfacing does."""

    id: str
    title: str
    owner: str
    known_by: str
    may_publish: str
    text: str = ""
    mark: Mark = Mark.FACT
    yours: bool = False
    surfaced: bool = False
    consequence: str = ""


@dataclass(frozen=True)
class DoctrineView:
    """The dispute: theses, the founder's mantle, the axes and the documents you hold."""

    bar: BarView
    title: str
    mantle_label: str
    theses: tuple[ThesisView, ...]
    mantle: tuple[MantleView, ...]
    axes: tuple[AxisView, ...]
    documents: tuple[DocumentView, ...]


# ---------------------------------------------------------------- codex


@dataclass(frozen=True)
class CodexLineView:
    """A dated or labelled line of a codex section."""

    label: str
    text: str
    mark: Mark = Mark.FACT
    source: str = ""
    ref: str = ""


@dataclass(frozen=True)
class CodexSectionView:
    """A headed part of a codex entry: lines, figures, axes or running text."""

    title: str
    note: str = ""
    lines: tuple[CodexLineView, ...] = ()
    figure: FigureView | None = None
    axes: tuple[AxisView, ...] = ()
    text: tuple[LinkText, ...] = ()
    people: tuple[PersonView, ...] = ()


@dataclass(frozen=True)
class CodexView:
    """An entry on a person, body, post, document, term or source."""

    bar: BarView | None
    id: str
    kind: str
    title: str
    sentence: str
    person: PersonView | None
    sections: tuple[CodexSectionView, ...]
    links: tuple[LinkText, ...] = ()
    sources: tuple[str, ...] = ()
    emblem: str = ""


# ---------------------------------------------------------------- a session


@dataclass(frozen=True)
class WhipRowView:
    """A member or delegation on the whip list."""

    id: str
    name: str
    detail: str
    person: PersonView | None
    seats: int
    lean: LeanView
    sure: int | None
    reason: str
    price: str = ""
    can_move: bool = False
    figure: FigureView | None = None
    pledged: bool = False


@dataclass(frozen=True)
class CurveView:
    """A distribution: heights along an axis, where the motion divides it and where you stand."""

    title: str
    detail: str
    left: str
    right: str
    heights: tuple[int, ...]
    divide: int | None = None
    divide_label: str = ""
    you: int | None = None


@dataclass(frozen=True)
class SpeechView:
    """A speech before the vote: who spoke, for which side and what it moved."""

    speaker: PersonView
    side: str
    text: str
    effect: FigureView | None = None


@dataclass(frozen=True)
class WhipView:
    """Who will vote how on one motion, why, and what an order would change."""

    bar: BarView
    motion_id: str
    meeting: str
    title: str
    sentence: str
    tally: TallyView
    rows: tuple[WhipRowView, ...]
    curve: CurveView | None
    orders: tuple[OrderView, ...]
    selected: str = ""
    row_word: str = "members"
    speeches: tuple[SpeechView, ...] = ()
    forecast: ForecastView | None = None


@dataclass(frozen=True)
class DelegationVoteView:
    """How one delegation or member voted."""

    name: str
    supporting: int
    against: int
    abstained: int
    broke: bool = False
    person: PersonView | None = None


@dataclass(frozen=True)
class RollCallView:
    """A counted vote: seat by seat in order of the call, and history's tally beside it."""

    meeting: str
    title: str
    ballots: tuple[Ballot, ...]
    supporting: int
    against: int
    abstained: int
    needed: int
    carried: bool
    result_text: str
    delegations: tuple[DelegationVoteView, ...] = ()
    presidium: tuple[PersonView, ...] = ()
    heckles: tuple[str, ...] = ()
    history_title: str = ""
    history_supporting: int | None = None
    history_against: int | None = None
    history_note: str = ""
    difference: FigureView | None = None
    first_departure: str = ""


# ---------------------------------------------------------------- decisions


@dataclass(frozen=True)
class HingeOptionView:
    """One argued alternative, its author, arguments and two forecasts."""

    id: str
    title: str
    author: PersonView | None
    authors_text: str
    consequence: str
    arguments: tuple[str, ...] = ()
    mark: Mark = Mark.FACT
    done_in_history: bool = False
    forecasts: tuple[ForecastView, ...] = ()
    locked_reason: str = ""
    figures: tuple[FigureView, ...] = ()
    risk: str = ""


@dataclass(frozen=True)
class HingeView:
    """A dated moment: the document or situation, the options and what you do not know."""

    id: str
    date_text: str
    turn_text: str
    context: str
    document_title: str
    document_text: str
    document_source: str
    document_mark: Mark
    title: str
    sentence: str
    forecast_heads: tuple[str, ...]
    options: tuple[HingeOptionView, ...]
    unknowns: tuple[str, ...]
    learn_label: str = ""
    footnote: str = ""


@dataclass(frozen=True)
class DecisionOptionView:
    """One answer to a decision; locked with its reason."""

    id: str
    label: str
    detail: str = ""
    key: str = ""
    locked_reason: str = ""
    irreversible: str = ""
    figure: FigureView | None = None


@dataclass(frozen=True)
class DecisionView:
    """Something that must be answered: an offer, a demand, a call to order."""

    id: str
    title: str
    text: tuple[LinkText, ...]
    asker: PersonView | None
    options: tuple[DecisionOptionView, ...]
    figure: FigureView | None = None


# ---------------------------------------------------------------- digest and log


@dataclass(frozen=True)
class DigestItemView:
    """One thing that happened since you last gave orders."""

    date_text: str
    text: str
    mark: Mark
    weight: int = 0
    goto: str = ""
    person: PersonView | None = None
    detail: str = ""
    yours: bool = False


@dataclass(frozen=True)
class DigestView:
    """What happened since the last turn, most important first."""

    bar: BarView
    title: str
    items: tuple[DigestItemView, ...]
    changes: tuple[FigureView, ...]
    removed: tuple[PersonView, ...] = ()


@dataclass(frozen=True)
class TimelinePointView:
    """A dated point of a line; `at` is 0 to 1000 along it; `text` is the whole of a short title."""

    at: int
    title: str
    date_text: str
    goto: str = ""
    weight: int = 500
    text: str = ""


@dataclass(frozen=True)
class DivergenceView:
    """Where this run and the record differ."""

    id: str
    when: str
    kind: str
    history: str
    here: str
    weight: int
    mark: Mark
    source: str = ""


@dataclass(frozen=True)
class CauseView:
    """A link in a chain of causes."""

    when: str
    text: str
    kind: str
    ref: str = ""


@dataclass(frozen=True)
class LogView:
    """The two lines, the fork, the score and the chain of causes of the chosen entry."""

    bar: BarView
    title: str
    seed_text: str
    ticks: tuple[TimelinePointView, ...]
    facts: tuple[TimelinePointView, ...]
    here: tuple[TimelinePointView, ...]
    fork: int | None
    fork_text: str
    turns_as_recorded: int
    turns_own: int
    divergences: tuple[DivergenceView, ...]
    score: tuple[int, ...]
    score_total: FigureView
    score_labels: tuple[TimelinePointView, ...]
    history_tally: str = ""
    here_tally: str = ""
    chain_title: str = ""
    chain: tuple[CauseView, ...] = ()
    chain_note: str = ""


# ---------------------------------------------------------------- beginning and end


@dataclass(frozen=True)
class FateView:
    """What became of a person in this run and in history."""

    person: PersonView
    here: str
    history: str
    same: bool = False


@dataclass(frozen=True)
class EpilogueView:
    """The verdict as a poster, the score as a sum and everyone's fate."""

    date_text: str
    verdict: tuple[str, ...]
    text: str
    score: FigureView
    aim_text: str
    fates: tuple[FateView, ...]


@dataclass(frozen=True)
class ContenderView:
    """A contender to choose: aim, ways to lose, strengths and difficulty (1 to 5)."""

    person: PersonView
    aim_short: str
    aim: str
    lose_if: str
    difficulty: int
    difficulty_word: str
    strengths: tuple[tuple[str, int], ...]
    weaknesses: tuple[tuple[str, int], ...]
    history: str = ""
    born: str = ""
    posts: tuple[str, ...] = ()


@dataclass(frozen=True)
class ScenarioCardView:
    """A scenario of the library."""

    id: str
    title: str
    subtitle: str
    description: str
    turns: int
    contenders: tuple[PersonView, ...]
    chapters: tuple[tuple[str, str], ...] = ()
    faults: tuple[str, ...] = ()
    minutes: int = 0


@dataclass(frozen=True)
class LibraryView:
    """The scenarios on this machine."""

    title: str
    scenarios: tuple[ScenarioCardView, ...]
    folder_text: str = ""


@dataclass(frozen=True)
class SaveView:
    """One saved game; `problem` says why it cannot be opened."""

    path: str
    title: str
    detail: str
    when: str
    person: PersonView | None = None
    problem: str = ""


@dataclass(frozen=True)
class SavesView:
    """The saved games, newest first."""

    title: str
    saves: tuple[SaveView, ...]
    folder_text: str = ""
