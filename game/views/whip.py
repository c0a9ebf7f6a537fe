"""The whip list: who will vote how on a motion, why, and what an order would change."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from game.engine import apportionment, ballots, bodies, delegates, forecast, lines, meetings, motions, people
from game.engine.forecast import Forecast, Lean
from game.engine.order import STAND, Order
from game.engine.state import Motion, Offer
from game.views import orders
from game.views.desk import meeting_name
from game.views.parts import Scene, bar_view, day_text, figure_view, number, person_view, term_view
from game.views.shapes import (
    CurveView,
    FigureView,
    ForecastView,
    LeanView,
    OrderView,
    PersonView,
    TallyView,
    WhipRowView,
    WhipView,
)
from game.views.sums import plural

#: Chances (thousandths) from which a vote counts as sure, and as leaning.
SURE, LEANS = 800, 500
#: Certainty below which somebody can still be moved.
MOVED = 850
#: Bins of the distribution.
BINS = 24
#: Chance (thousandths) from which an exchange of votes is called the price of one.
EVEN = 500


@dataclass(frozen=True, slots=True)
class StandView:
    """A side one may declare: how it is shown and the order it gives."""

    side: str
    label: str
    key: str
    chosen: bool
    locked_reason: str
    order: Order


def agenda(at: Scene) -> tuple[Motion, ...]:
    """Motions before the sitting in progress; outside a session all of this turn, by day."""
    state = at.table.game.state
    sitting = meetings.in_session(state) if state.session else None
    if sitting is not None:
        return tuple(m for m in motions.on(state, sitting) if not m.blocked)
    ahead = {s.meeting: (s.day, s.meeting) for s in meetings.of_turn(state)}
    due = [m for m in state.agenda if m.meeting in ahead and not m.blocked]
    return tuple(sorted(due, key=lambda m: ahead[m.meeting]))


def members(at: Scene) -> tuple[PersonView, ...]:
    """Those who sit in the body in session, the weightiest first; nobody outside a session or in a hall."""
    state = at.table.game.state
    sitting = meetings.in_session(state) if state.session else None
    if sitting is None or at.scenario.bodies[sitting.body].kind == "assembly":
        return ()
    there = sorted(bodies.full_members(at.seen, sitting.body), key=lambda p: (-int(at.seen.authority[p]), p))
    return tuple(person_view(at.seen, person) for person in there)


def whip_view(at: Scene, motion_id: str = "", selected: str = "") -> WhipView | None:
    """The whip list of a motion, the first of the agenda if none is named; None if there is none."""
    before = agenda(at)
    motion = next((m for m in before if m.id == motion_id), before[0] if before else None)
    if motion is None:
        return None
    made = forecast.vote(at.seen, motion)
    rows = _rows(at, motion, made)
    place = before.index(motion) + 1
    return WhipView(
        bar=bar_view(at),
        motion_id=motion.id,
        meeting=_meeting(at, motion, place, len(before)),
        title=motion_title(at, motion),
        sentence=_sentence(at, motion),
        tally=_tally(at, motion, made),
        rows=rows,
        curve=_curve(at, motion, made),
        orders=_orders(at),
        selected=selected or (rows[0].id if rows else ""),
        row_word="delegations" if at.scenario.bodies[motion.body].kind == "assembly" else "members",
        forecast=_forecast(at, motion, made),
    )


def _meeting(at: Scene, motion: Motion, place: int, count: int) -> str:
    state = at.table.game.state
    sitting = next((s for s in state.sittings if s.meeting == motion.meeting), None)
    if not motion.meeting:  # put off: it comes before the body's next sitting
        sitting = motions.next_sitting(state, motion.body)
    name = meeting_name(at, sitting.meeting if sitting else motion.meeting)
    day = f", {day_text(sitting.day)}" if sitting else ""
    return f"{name}{day}. Motion {place} of {count}"


def motion_title(at: Scene, motion: Motion) -> str:
    """What a motion asks, as a headline."""
    if motion.post >= 0:
        return f"{at.scenario.people[motion.candidate].surname} as {at.scenario.posts[motion.post].name}"
    kind = lines.motion_type(at.seen, motion)
    subject = at.words.name(motion.subject) if motion.subject else ""
    return f"{kind.name}: {subject}" if subject else kind.name


def _sentence(at: Scene, motion: Motion) -> str:
    everybody = at.scenario.people
    parts = []
    if motion.movers:
        parts.append(f"Moved by {at.words.people([everybody[p].id for p in motion.movers])}.")
    else:
        parts.append("On the agenda by rule.")
    for side, word in ((1000, "For it"), (-1000, "Against it"), (0, "Abstaining")):
        named = [everybody[p].id for p, value in motion.stands if value == side and p not in motion.movers]
        if named:
            parts.append(f"{word}: {at.words.people(named)}.")
    if motion.amended:
        parts.append("Amended to a form of words.")
    return " ".join(parts)


def _tally(at: Scene, motion: Motion, made: Forecast) -> TallyView:
    """The five parts of the bar; in a hall the sure ones are those of nine worlds in ten."""
    if at.scenario.bodies[motion.body].kind == "assembly":
        leaning = max(0, made.expected - made.low)
        rest = max(0, made.of - made.low - leaning - made.against)
        return TallyView(made.low, leaning, rest, made.against, made.needed)
    sure = sum(1 for lean in made.leans if lean.towards >= SURE)
    leaning = sum(1 for lean in made.leans if LEANS <= lean.towards < SURE)
    against = sum(1 for lean in made.leans if lean.against >= LEANS)
    return TallyView(sure, leaning, len(made.leans) - sure - leaning - against, against, made.needed)


def silent(at: Scene, motion: Motion) -> list[int]:
    """Leaders with a voice there who have not said how they stand, the seat apart."""
    said = {person for person, _ in motion.stands} | set(motion.movers) | {at.who}
    seats = [at.atlas.index["people"][one.person] for one in at.scenario.contenders]
    return [
        p for p in seats
        if p not in said and people.present(at.seen, p) and bodies.attends(at.seen, p, motion.body)
    ]  # fmt: skip


def _still(at: Scene, motion: Motion, left: list[int]) -> str:
    """How much may still turn: leaders who have not spoken, and in a committee the votes that follow them."""
    votes = ""
    if at.scenario.bodies[motion.body].kind != "assembly":
        blocs = {at.atlas.bloc_led[p] for p in left} - {-1}
        there = ballots.voters(at.seen, motion.body, lines.leaders(at.seen))
        behind = sum(1 for bloc in there.leader.tolist() if bloc in blocs)
        votes = f" with {plural(behind, 'vote')} of {len(there.ids)}"
    who, verb = ("leaders", "have") if len(left) != 1 else ("leader", "has")
    return f"; {len(left)} {who}{votes} {verb} not spoken"


def _forecast(at: Scene, motion: Motion, made: Forecast) -> ForecastView:
    whole = max(1, made.of)
    low, middle, high = (1000 * value // whole for value in (made.low, made.expected, made.high))
    left = silent(at, motion)
    still = _still(at, motion, left) if left else ""
    words = f"As declared so far it carries {chance_words(made.chance)}{still}"
    return ForecastView(low, (low + middle) // 2, middle, (middle + high) // 2, high, words)


def chance_words(chance: int) -> str:
    """A chance in thousandths as so many in 100, never quite 0 or 100."""
    if chance >= 995:
        return "almost surely"
    times = max(1, chance // 10)
    return f"{times} time{'s' if times != 1 else ''} in 100"


# ---- rows


def _rows(at: Scene, motion: Motion, made: Forecast) -> tuple[WhipRowView, ...]:
    if at.scenario.bodies[motion.body].kind == "assembly":
        return _delegations(at, motion, made)
    named = [_person_row(at, motion, lean) for lean in made.leans if lean.kind == "person"]
    return (*named, *_bench_rows(at, motion, [lean for lean in made.leans if lean.kind == "bench"]))


def _lean(lean: Lean) -> LeanView:
    return LeanView(lean.towards - lean.against, 1000 - lean.certainty)


def _figure(at: Scene, lean: Lean, label: str) -> FigureView:
    return figure_view(at.words, lean.breakdown, label, number(lean.points, signed=True), "points towards the motion")


def _reason(at: Scene, lean: Lean) -> str:
    terms = [term for term in lean.breakdown.terms if term.reason == lean.first_reason]
    return term_view(at.words, terms[0]).label if terms else at.words.spelled(lean.first_reason)


def _person_row(at: Scene, motion: Motion, lean: Lean) -> WhipRowView:
    who = at.scenario.people[lean.voter]
    declared = dict(motion.stands).get(lean.voter)
    pledged = declared is not None or lean.voter in motion.movers
    movable = lean.certainty < MOVED and not pledged
    return WhipRowView(
        id=who.id,
        name=who.surname,
        detail=person_view(at.seen, lean.voter).role,
        person=person_view(at.seen, lean.voter),
        seats=1,
        lean=_lean(lean),
        sure=lean.certainty // 10,
        reason="Has declared" if pledged else _reason(at, lean),
        price=_price(at, motion, lean, pledged, movable),
        can_move=movable,
        figure=_figure(at, lean, f"{who.surname} leans {_way(lean)}"),
        pledged=pledged,
    )


def _way(lean: Lean) -> str:
    return "for" if lean.points > 0 else "against" if lean.points < 0 else "neither way"


def _price(at: Scene, motion: Motion, lean: Lean, pledged: bool, movable: bool) -> str:
    if lean.voter == at.who:
        return "you"
    if pledged:
        return "no price"
    bloc = at.atlas.bloc_led[lean.voter]
    if bloc >= 0 and at.bloc >= 0 and bloc != at.bloc:
        offer = Offer("considered", at.bloc, bloc, "support", motion.type)
        if forecast.offer(at.seen, offer)[1] >= EVEN:
            return "a vote for a vote"
    return "can be talked to" if movable else "no price"


def _bench_rows(at: Scene, motion: Motion, leans: Sequence[Lean]) -> list[WhipRowView]:
    """Seats without a name, one row a region and patron."""
    ends = lines.leaders(at.seen)
    there = ballots.voters(at.seen, motion.body, ends)
    groups: dict[tuple[int, int], list[Lean]] = {}
    for column, lean in enumerate(leans, there.people):
        groups.setdefault((int(there.region[column]), int(there.leader[column])), []).append(lean)
    return [_bench_row(at, region, bloc, group) for (region, bloc), group in sorted(groups.items())]


def _bench_row(at: Scene, region: int, bloc: int, group: list[Lean]) -> WhipRowView:
    name = at.scenario.regions[region].name
    patron = at.scenario.people[at.atlas.leaders[bloc]].surname if bloc < len(at.atlas.leaders) else ""
    middle = group[0]
    return WhipRowView(
        id=f"bench {region} {bloc}",
        name=name,
        detail=f"{patron}'s people" if patron else at.words.label("nobody"),
        person=None,
        seats=len(group),
        lean=_lean(middle),
        sure=middle.certainty // 10,
        reason=_reason(at, middle),
        price="can be talked to" if middle.certainty < MOVED else "no price",
        can_move=middle.certainty < MOVED,
        figure=_figure(at, middle, f"{name}: one such seat"),
    )


def _delegations(at: Scene, motion: Motion, made: Forecast) -> tuple[WhipRowView, ...]:
    sitting = motions.next_sitting(at.seen, motion.body) or delegates.next_sitting(at.seen, motion.body)
    seats = apportionment.delegations(at.seen, sitting).tolist()
    ordered = sorted(made.leans, key=lambda lean: (-seats[lean.voter], lean.voter))
    return tuple(_delegation_row(at, lean, int(seats[lean.voter])) for lean in ordered)


def _delegation_row(at: Scene, lean: Lean, seats: int) -> WhipRowView:
    region = at.scenario.regions[lean.voter]
    head = lines.secretary(at.seen, lean.voter)
    person: PersonView | None = person_view(at.seen, head) if head >= 0 else None
    unseen = at.unknown(f"region {region.id}")
    movable = lean.certainty < MOVED
    return WhipRowView(
        id=region.id,
        name=region.short or region.name,
        detail=person.surname if person else f"no {at.words.label('secretary')}",
        person=person,
        seats=seats,
        lean=LeanView(lean.towards - lean.against, min(1000, 1000 - lean.certainty + (150 if unseen else 0))),
        sure=lean.certainty // 10,
        reason=_reason(at, lean),
        price="can be moved" if movable else "no price",
        can_move=movable,
        figure=_figure(at, lean, f"{region.name} leans {_way(lean)}"),
    )


# ---- the distribution


def _curve(at: Scene, motion: Motion, made: Forecast) -> CurveView | None:
    """Where the votes stand, each spread by what is not known of it."""
    if not made.leans:
        return None
    weights = _weights(at, motion, made)
    heights = [0] * BINS
    for lean, weight in zip(made.leans, weights, strict=True):
        at_bin = (lean.towards - lean.against + 1000) * (BINS - 1) // 2000
        reach = 1 + (1000 - lean.certainty) * BINS // 3000
        for step in range(-reach, reach + 1):
            if 0 <= at_bin + step < BINS:
                heights[at_bin + step] += weight * (reach + 1 - abs(step)) * 100 // ((reach + 1) ** 2)
    mine = next((x for x in made.leans if x.kind == "person" and x.voter == at.who), None)
    where = (mine.towards - mine.against + 1000) // 2 if mine else None
    return CurveView(
        f"Where {made.of} votes stand", "the model's reckoning, as far as you can see", "Against", "For",
        tuple(heights), 500, "the motion divides", where,
    )  # fmt: skip


def _weights(at: Scene, motion: Motion, made: Forecast) -> list[int]:
    if at.scenario.bodies[motion.body].kind != "assembly":
        return [1] * len(made.leans)
    sitting = motions.next_sitting(at.seen, motion.body) or delegates.next_sitting(at.seen, motion.body)
    seats = apportionment.delegations(at.seen, sitting).tolist()
    return [int(seats[lean.voter]) for lean in made.leans]


# ---- what one may do


def _orders(at: Scene) -> tuple[OrderView, ...]:
    """Orders about a motion, the open ones first."""
    found = []
    for view in orders.menu(at):
        kind = orders.order_type(at, view.kind)
        if kind.family == "session" or any(slot.kind == "motion" for slot in kind.slots):
            found.append(view)
    found.sort(key=lambda view: bool(view.locked_reason))
    return tuple(found)


def stands(at: Scene, motion_id: str) -> tuple[StandView, ...]:
    """The sides one may declare on a motion."""
    motion = motions.find(at.table.game.state, motion_id)
    if motion is None:
        return ()
    now = dict(motion.stands).get(at.who)
    own = at.who in motion.movers
    sides = [
        ("for", at.words.scenario.labels.get("stand_for", "Stand for it"), "F2", 1000),
        ("against", at.words.scenario.labels.get("stand_against", "Stand against it"), "F3", -1000),
        ("abstain", at.words.scenario.labels.get("stand_abstain", "Abstain openly"), "F4", 0),
        ("open", at.words.scenario.labels.get("stand_open", "Keep your vote open"), "F5", None),
    ]
    if own:
        sides = [("withdraw", "Withdraw your motion", "F6", None)]
    return tuple(_stand(at, motion, side, label, key, not own and now == value) for side, label, key, value in sides)


def _stand(at: Scene, motion: Motion, side: str, label: str, key: str, chosen: bool) -> StandView:
    order = Order.of(at.id, STAND, motion=motion.id, side=side)
    return StandView(side, label, key, chosen, orders.locked(at, order), order)
