"""Understandings between blocs: made, strained, broken and remembered, kept or not kept.

A pact moves the line of its members, it does not bind their ballots; its clauses are promises, and
what happens is held against them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from game.engine import lines, opinions
from game.engine.act import amount_of
from game.engine.atlas import Atlas
from game.engine.context import Context
from game.engine.log import Log
from game.engine.people import can_act
from game.engine.state import Ballot, Clause, Motion, Pact, State
from game.scenario.model import Effect, OrderType, PactTemplate

#: Memories of a broken pact or promise, of those who saw it, and of a kept promise (MODEL section 5).
BROKEN, WITNESSED, KEPT = -400, -40, 100
#: What breaking costs the breaker.
AUTHORITY_COST, CREDIT_COST = 15, 40
CREDIT_FOR_KEEPING = 20
#: A strained pact loses so much; below the least strength it lapses.
STRAIN, LEAST = 200, 150
#: Verbs that hurt when they lower the target's figures, or at all.
HARMFUL_FALLS = ("mantle", "authority", "press", "cohesion", "mood", "credit")
HARMFUL = ("squad", "legal")


# ---- making


def form(
    state: State, log: Log, template: int | str, causes: Iterable[int] = (), turns: int = 0
) -> Pact | None:
    """Put a named pact of the scenario in force among those of its members who can act."""
    data = named(state, template)
    return bind(state, log, data, able(state, data), causes, turns)


def named(state: State, template: int | str) -> PactTemplate:
    """The named pact of the scenario."""
    return state.scenario.pacts[Atlas.of(state.scenario).at("pacts", template)]


def able(state: State, data: PactTemplate) -> tuple[int, ...]:
    """Blocs that a named pact is meant to bind and that can act, in the order in which it names them."""
    leaders = Atlas.of(state.scenario).leaders
    blocs = (_bloc_named(state, name) for name in data.members)
    return tuple(dict.fromkeys(bloc for bloc in blocs if bloc >= 0 and can_act(state, leaders[bloc])))


def bind(
    state: State, log: Log, data: PactTemplate, members: Sequence[int], causes: Iterable[int] = (), turns: int = 0
) -> Pact | None:
    """A named pact binds these of its members."""
    until = state.turn + turns if turns else 0
    if data.until is not None and data.until >= state.day and not turns:
        until = state.scenario.turn_of(data.until)
    return make(state, log, data.id, members, data.strength, data.secret, until, causes=causes)


def make(
    state: State, log: Log, name: str, members: Sequence[int], strength: int, secret: bool, until: int = 0,
    terms: tuple[Clause, ...] = (), causes: Iterable[int] = (),
) -> Pact | None:  # fmt: skip
    """An understanding of blocs; the same pact again is renewed and strengthened. None for fewer than two."""
    joined = tuple(sorted(set(members)))
    if len(joined) < 2:
        log.write("pact", None, (name,), causes, change="not formed", why="fewer than two can act")
        return None
    pact = find(state, name)
    change = "formed" if pact is None else "renewed" if set(joined) <= set(pact.members) else "joined"
    if pact is None:
        pact = Pact(name, joined, strength, secret, state.turn, until, 0)
        state.pacts.append(pact)
    pact.members, pact.strength, pact.until = joined, max(pact.strength, strength), until
    pact.terms = (*pact.terms, *(clause for clause in terms if clause not in pact.terms))
    pact.secret = pact.secret and secret
    pact.known_to |= _mask(joined) if pact.secret else _mask(range(len(state.scenario.blocs)))
    pact.record = _record(state, log, pact, change, -1, (*causes, log.cause(f"pact {name}")))
    return pact


def find(state: State, name: str) -> Pact | None:
    """The pact in force with this id."""
    return next((pact for pact in state.pacts if pact.id == name), None)


def between(state: State, one: int, other: int) -> list[Pact]:
    """Pacts that bind both blocs."""
    if one == other:
        return []
    return [pact for pact in state.pacts if one in pact.members and other in pact.members]


def guilt(state: State, bloc: int, partner: int) -> int:
    """How much worse than its own the severity is that a bloc would share in a pact (0..3000)."""
    theirs = lines.shared_severity(state, partner)
    return max(theirs - lines.shared_severity(state, bloc), 0)


def _bloc_named(state: State, name: str) -> int:
    """A member is written as a leader or as his bloc."""
    atlas = Atlas.of(state.scenario)
    person = atlas.at("people", name)
    return lines.bloc_of(state, person) if person >= 0 else atlas.at("blocs", name)


def _mask(blocs: Iterable[int]) -> int:
    mask = 0
    for bloc in blocs:
        mask |= 1 << bloc
    return mask


def _record(
    state: State, log: Log, pact: Pact, change: str, by: int, causes: Iterable[int], **data: int
) -> int:
    leaders = Atlas.of(state.scenario).leaders
    names = tuple(state.scenario.people[leaders[bloc]].id for bloc in pact.members)
    seen = [leader for bloc, leader in enumerate(leaders) if pact.known_to >> bloc & 1]
    hidden = tuple(state.scenario.people[leader].id for leader in seen) if pact.secret else None
    who = leaders[by] if by >= 0 else None
    record = log.write(
        "pact", who, (pact.id, *names), causes, acted=by >= 0, secret_to=hidden, change=change,
        strength=pact.strength, secret=pact.secret, until=pact.until, **data,
    )  # fmt: skip
    log.changed(f"pact {pact.id}", record)
    return record


# ---- ending


def break_(state: State, log: Log, pact: Pact, by: int, causes: Iterable[int] = ()) -> int:
    """A bloc leaves a pact before its time: partners and those who knew remember. Returns the record.

    Two or more who stay keep the pact among themselves. With ``by`` -1 it falls without blame.
    """
    price = {"authority": -AUTHORITY_COST, "credit": -CREDIT_COST} if by >= 0 else {}
    record = _record(state, log, pact, "broken", by, (*causes, pact.record), **price)
    staying = tuple(member for member in pact.members if member != by)
    if by >= 0:
        _blame(state, pact, by, "broken_pact")
        _pay(state, by, AUTHORITY_COST, CREDIT_COST)
    if by < 0 or len(staying) < 2:
        state.pacts.remove(pact)
    else:
        pact.members = staying
        pact.terms = tuple(clause for clause in pact.terms if clause.by != by)
    return record


def break_between(state: State, log: Log, by: int, other: int, causes: Iterable[int] = ()) -> int:
    """A bloc breaks every pact it has with another; returns how many."""
    found = between(state, by, other)
    for pact in found:
        break_(state, log, pact, by, causes)
    return len(found)


def end(state: State, log: Log, pact: Pact, change: str, causes: Iterable[int] = ()) -> int:
    """A pact ends with nobody to blame."""
    record = _record(state, log, pact, change, -1, (*causes, pact.record))
    state.pacts.remove(pact)
    return record


def strain(state: State, log: Log, pact: Pact, causes: Iterable[int] = ()) -> int:
    """A pact loses strength and lapses when little is left."""
    pact.strength = max(pact.strength - STRAIN, 0)
    if pact.strength < LEAST:
        return end(state, log, pact, "lapsed", causes)
    return _record(state, log, pact, "strained", -1, (*causes, pact.record))


def _blame(state: State, pact: Pact, by: int, reason: str) -> None:
    """Partners remember the breach, other leaders who knew of the pact remember having seen it."""
    leaders = Atlas.of(state.scenario).leaders
    for bloc, leader in enumerate(leaders):
        if bloc == by or not state.alive[leader]:
            continue
        if bloc in pact.members:
            opinions.remember(state, leader, leaders[by], reason, BROKEN)
        elif pact.known_to >> bloc & 1:
            opinions.remember(state, leader, leaders[by], "witnessed_breach", WITNESSED)


def _pay(state: State, bloc: int, authority: int, credit: int) -> None:
    leader = Atlas.of(state.scenario).leaders[bloc]
    state.authority[leader] = max(0, int(state.authority[leader]) - authority)
    state.credit[bloc] = max(0, int(state.credit[bloc]) - credit)


# ---- promises held against what happens


def fall_due(state: State, log: Log) -> None:
    """At the start of a turn: posts promised and given count as kept, and pacts run out."""
    for pact in list(state.pacts):
        _posts_given(state, log, pact)
        if pact.until and pact.until < state.turn:
            _run_out(state, log, pact)


def _posts_given(state: State, log: Log, pact: Pact) -> None:
    for clause in pact.terms:
        if clause.kind == "post" and not clause.kept and _has_post(state, pact, clause):
            _kept(state, log, pact, clause, (log.cause(f"post {clause.what}"),))


def _has_post(state: State, pact: Pact, clause: Clause) -> bool:
    post = Atlas.of(state.scenario).at("posts", clause.what)
    holder = int(state.holder[post]) if post >= 0 else -1
    return holder >= 0 and lines.bloc_of(state, holder) in _owed(pact, clause)


def _owed(pact: Pact, clause: Clause) -> list[int]:
    return [member for member in pact.members if member != clause.by]


def _run_out(state: State, log: Log, pact: Pact) -> None:
    """Peace and silence that held were kept; a post that never came was a broken promise."""
    for clause in pact.terms:
        if clause.kind in ("peace", "silence"):
            _kept(state, log, pact, clause, (pact.record,))
        elif clause.kind == "post" and not clause.kept:
            _failed(state, log, pact, clause, (pact.record,))
    end(state, log, pact, "ran out")


def judge_vote(state: State, log: Log, motion: Motion, ballot: Ballot, causes: Iterable[int] = ()) -> None:
    """Support promised on such motions of a partner is kept or broken by the leader's own vote."""
    movers = {lines.bloc_of(state, mover) for mover in motion.movers}
    for pact in list(state.pacts):
        for clause in pact.terms:
            concerned = movers.intersection(_owed(pact, clause))
            if clause.kind == "support" and concerned and clause.what in ("", "none", motion.type):
                _judge_support(state, log, pact, clause, motion, ballot, causes)


def _judge_support(
    state: State, log: Log, pact: Pact, clause: Clause, motion: Motion, ballot: Ballot, causes: Iterable[int]
) -> None:
    vote = vote_of(state, motion, ballot, clause.by)
    grounds = (ballot.record, *causes)
    if vote > 0 and not clause.kept:
        _kept(state, log, pact, clause, grounds)
    elif vote < 0:
        _failed(state, log, pact, clause, grounds)
        pact.terms = tuple(other for other in pact.terms if other is not clause)


def vote_of(state: State, motion: Motion, ballot: Ballot, bloc: int) -> int:
    """How a bloc's leader voted: 1, -1, or 0 if he abstained, was absent or had no say."""
    leader = Atlas.of(state.scenario).leaders[bloc]
    if leader in ballot.voters:
        cast = ballot.ballots[ballot.voters.index(leader)]
        return cast if abs(cast) == 1 else 0
    stand = dict(motion.stands).get(leader, 0)
    return (stand > 0) - (stand < 0)


def judge_attack(state: State, log: Log, by: int, target: int, causes: Iterable[int] = ()) -> bool:
    """People indexes: an attack on somebody one promised peace breaks the promise and the pact."""
    return _breach(state, log, by, target, "peace", causes)


def judge_order(
    state: State, log: Log, by: int, order: OrderType, target: int, causes: Iterable[int] = ()
) -> bool:
    """An order that hurts somebody one promised peace breaks the promise."""
    context = Context(state, {"SELF": by, "TARGET": target}, f"order:{order.id}")
    hurts = target >= 0 and any(_hurts(context, effect) for effect in order.effects)
    return hurts and judge_attack(state, log, by, target, causes)


def _hurts(context: Context, effect: Effect) -> bool:
    if effect.chance is not None or effect.test is not None:
        return any(_hurts(context, inner) for inner in effect.then + effect.otherwise)
    if "TARGET" not in effect.args:
        return False
    if effect.verb in HARMFUL:
        return True
    return effect.verb in HARMFUL_FALLS and amount_of(context, effect.args[-1]) < 0


def judge_publication(
    state: State, log: Log, by: int, document: int, causes: Iterable[int] = ()
) -> bool:
    """A paper that speaks of somebody one promised silence breaks the promise."""
    broken = [_breach(state, log, by, person, "silence", causes) for person in _named(state, document)]
    return any(broken)


def _named(state: State, document: int) -> list[int]:
    people = Atlas.of(state.scenario).index["people"]
    return [people[name] for name in state.scenario.documents[document].names if name in people]


def promised_silence(state: State, bloc: int, document: int) -> bool:
    """True if a bloc has promised to keep silent about somebody of whom the document speaks."""
    others = {lines.bloc_of(state, person) for person in _named(state, document)} - {bloc}
    return any(
        clause.kind == "silence" and clause.by == bloc and others.intersection(pact.members)
        for pact in state.pacts
        for clause in pact.terms
    )


def _breach(state: State, log: Log, by: int, target: int, kind: str, causes: Iterable[int]) -> bool:
    one = lines.bloc_of(state, by) if by >= 0 else -1
    other = lines.bloc_of(state, target) if target >= 0 else -1
    if one < 0 or other < 0:
        return False
    broken = False
    for pact in between(state, one, other):
        clause = next((c for c in pact.terms if c.kind == kind and c.by == one), None)
        if clause is not None:
            _failed(state, log, pact, clause, causes)
            break_(state, log, pact, one, causes)
            broken = True
    return broken


def _kept(state: State, log: Log, pact: Pact, clause: Clause, causes: Iterable[int]) -> None:
    clause.kept = True
    state.credit[clause.by] = min(1000, int(state.credit[clause.by]) + CREDIT_FOR_KEEPING)
    _remember(state, log, pact, clause, "kept_promise", KEPT, causes)


def _failed(state: State, log: Log, pact: Pact, clause: Clause, causes: Iterable[int]) -> None:
    _remember(state, log, pact, clause, "broken_promise", BROKEN, causes)


def _remember(
    state: State, log: Log, pact: Pact, clause: Clause, reason: str, amount: int, causes: Iterable[int]
) -> None:
    leaders = Atlas.of(state.scenario).leaders
    by = leaders[clause.by]
    for member in _owed(pact, clause):
        opinions.remember(state, leaders[member], by, reason, amount)
    names = tuple(state.scenario.people[leaders[member]].id for member in pact.members)
    log.write(
        "promise", None, (pact.id, *names), (*causes, pact.record), secret_to=names if pact.secret else None,
        change=reason, clause=clause.kind, what=clause.what, by=state.scenario.people[by].id,
    )  # fmt: skip
