"""Theses and the mantle: who may speak for what, and by what right."""

from __future__ import annotations

from collections.abc import Iterable

from game.engine import effects, lines
from game.engine.atlas import Atlas
from game.engine.context import Context
from game.engine.log import Log
from game.engine.people import can_act
from game.engine.state import ADOPTED, CONDEMNED_THESIS, LAUNCHED, UNSPOKEN, State

#: Above this a gain of mantle counts half (MODEL section 11).
HIGH_MANTLE = 600
#: Thousandths of a gain that the others lose together, in proportion to what they have.
SHARED_LOSS = 800
#: Mantle won by the owner of an adopted thesis and lost by that of a condemned one, thousandths.
ADOPTED_GAIN, CONDEMNED_LOSS = 40, -100


def shift_mantle(
    state: State, log: Log, bloc: int, amount: int, causes: Iterable[int] = (), by: str = "effect"
) -> int:
    """Change the mantle of a bloc; what it gains the others lose in proportion. Returns the record."""
    before = int(state.mantle[bloc])
    if amount > 0:
        full = max(min(amount, HIGH_MANTLE - before), 0)
        amount = full + (amount - full) // 2
    state.mantle[bloc] = max(0, min(1000, before + amount))
    change = int(state.mantle[bloc]) - before
    lost = _others_lose(state, bloc, change) if change > 0 else {}
    name = state.scenario.blocs[bloc].id
    now = before + change
    record = log.write("mantle", None, (name,), causes, by=by, amount=change, now=now, others=lost)
    log.changed(f"mantle {name}", record)
    for other in lost:
        log.changed(f"mantle {other}", record)
    return record


def _others_lose(state: State, bloc: int, gained: int) -> dict[str, int]:
    leaders = Atlas.of(state.scenario).leaders
    others = [k for k, leader in enumerate(leaders) if k != bloc and can_act(state, leader)]
    total = sum(int(state.mantle[k]) for k in others)
    lost: dict[str, int] = {}
    for other in others if total else ():
        part = min(gained * SHARED_LOSS // 1000, total) * int(state.mantle[other]) // total
        if part:
            state.mantle[other] -= part
            lost[state.scenario.blocs[other].id] = -part
    return lost


# ---- theses


def can_be(state: State, thesis: int, word: str) -> bool:
    """True if a thesis can be ``launched`` or ``attacked`` as it stands."""
    stands = int(state.theses[thesis])
    return stands == UNSPOKEN if word == "launched" else stands not in (UNSPOKEN, CONDEMNED_THESIS)


def launch(state: State, log: Log, thesis: int, person: int, causes: Iterable[int] = ()) -> int:
    """Somebody puts the thesis before the party and owns it; -1 if it is out already or condemned."""
    bloc = lines.bloc_of(state, person) if person >= 0 else -1
    if not can_be(state, thesis, "launched") or not can_act(state, person):
        return -1
    if bloc >= 0:
        state.thesis_owner[thesis] = bloc
    record = _move(state, log, thesis, LAUNCHED, "launched", person, causes)
    data = state.scenario.theses[thesis]
    effects.run(context_of(state, thesis, person), data.launch, log, (record,))
    return record


def attack(state: State, log: Log, thesis: int, person: int, causes: Iterable[int] = ()) -> int:
    """The thesis is attacked; nothing happens to one nobody has spoken."""
    if not can_be(state, thesis, "attacked"):
        return -1
    record = _record(state, log, thesis, "attacked", person, causes)
    data = state.scenario.theses[thesis]
    effects.run(context_of(state, thesis, person), data.attack, log, (record,))
    return record


def adopt(state: State, log: Log, thesis: int, person: int, causes: Iterable[int] = ()) -> int:
    """A body makes the thesis the party's own; its owner's mantle gains."""
    if int(state.theses[thesis]) in (ADOPTED, CONDEMNED_THESIS):
        return -1
    return _judge(state, log, thesis, ADOPTED, "adopted", ADOPTED_GAIN, person, causes)


def condemn(state: State, log: Log, thesis: int, person: int, causes: Iterable[int] = ()) -> int:
    """A body condemns the thesis; its owner's mantle loses."""
    if int(state.theses[thesis]) == CONDEMNED_THESIS:
        return -1
    return _judge(state, log, thesis, CONDEMNED_THESIS, "condemned", CONDEMNED_LOSS, person, causes)


def give(state: State, log: Log, thesis: int, person: int, causes: Iterable[int] = ()) -> int:
    """The thesis passes to the bloc of a person, who answers for it from now on."""
    bloc = lines.bloc_of(state, person) if person >= 0 else -1
    if bloc < 0 or int(state.thesis_owner[thesis]) == bloc:
        return -1
    state.thesis_owner[thesis] = bloc
    return _record(state, log, thesis, "owned", person, causes)


def _judge(
    state: State, log: Log, thesis: int, to: int, word: str, mantle: int, person: int, causes: Iterable[int]
) -> int:
    record = _move(state, log, thesis, to, word, person, causes)
    owner = int(state.thesis_owner[thesis])
    if owner >= 0:
        name = state.scenario.theses[thesis].id
        shift_mantle(state, log, owner, mantle, (record,), f"thesis:{name}")
    return record


def _move(
    state: State, log: Log, thesis: int, to: int, word: str, person: int, causes: Iterable[int]
) -> int:
    state.theses[thesis] = to
    return _record(state, log, thesis, word, person, causes)


def _record(state: State, log: Log, thesis: int, word: str, person: int, causes: Iterable[int]) -> int:
    name, owner = state.scenario.theses[thesis].id, int(state.thesis_owner[thesis])
    whose = state.scenario.blocs[owner].id if owner >= 0 else "nobody"
    who = person if person >= 0 else None
    grounds = (*causes, log.cause(f"thesis {name}"))
    record = log.write("thesis", who, (name,), grounds, change=word, owner=whose)
    log.changed(f"thesis {name}", record)
    return record


def context_of(state: State, thesis: int, person: int) -> Context:
    """The names in the effects of a thesis: SELF who speaks, OWNER whose it is."""
    owner = int(state.thesis_owner[thesis])
    leader = Atlas.of(state.scenario).leaders[owner] if owner >= 0 else -1
    name = state.scenario.theses[thesis].id
    return Context(state, {"SELF": person, "OWNER": leader, "THESIS": thesis}, f"thesis:{name}")
