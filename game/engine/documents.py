"""Documents: one way from a drawer into print, and what they do when they come out."""

from __future__ import annotations

from collections.abc import Iterable

from game.engine import effects, pacts
from game.engine.atlas import Atlas
from game.engine.context import Context
from game.engine.ledger import Breakdown, Ledger
from game.engine.log import Log
from game.engine.people import can_act
from game.engine.state import ABROAD_PRINT, DELEGATIONS, KNOWN, LEAKED, PRESS, SECRET, UNWRITTEN, State
from game.scenario.model import Effect

#: Words of the way out.
STAGES = {
    "secret": SECRET, "known": KNOWN, "leaked": LEAKED, "delegations": DELEGATIONS, "press": PRESS,
    "abroad": ABROAD_PRINT,
}  # fmt: skip
FULL = 1000
#: What is printed abroad, and not at home, is a breach of discipline of whoever let it out.
_WARNING = Effect("legal", ("SELF", "warned"), text="legal SELF warned")


def advance(
    state: State, log: Log, document: int, word: str, person: int = -1, causes: Iterable[int] = ()
) -> int:
    """Bring a document further out; returns the record, or -1 if it is that far already or unwritten.

    From ``leaked`` on its effects are felt: the first surfacing whose test holds.
    """
    stage, before = STAGES[word], int(state.documents[document])
    if before == UNWRITTEN or stage <= before:
        return -1
    state.documents[document] = stage
    _spread(state, document, stage)
    name = state.scenario.documents[document].id
    who = person if person >= 0 else None
    record = log.write("document", who, (name,), (*causes, log.cause(f"document {name}")), state=word)
    log.changed(f"document {name}", record)
    if stage >= LEAKED:
        _surface(state, log, document, person, before, record)
        pacts.judge_publication(state, log, person, document, (record,))
    return record


def strength(state: State, document: int, printed_before: bool = False) -> Breakdown:
    """How much of its effects a document has if it comes out now (thousandths of the full size)."""
    name = state.scenario.documents[document].id
    ledger = Ledger("document_strength", "thousandths", (("document", name),))
    ledger.add("document_full", FULL)
    left = FULL
    if int(state.published[document]):
        ledger.add("document_heard_before", FULL // 3 - FULL)
        left = FULL // 3
    if f"denied {name}" in state.provenance:
        ledger.add("document_denied", left // 2 - left)
        left //= 2
    if int(state.documents[document]) == ABROAD_PRINT and not printed_before:
        ledger.add("document_abroad", left // 2 - left)
    return ledger.close()


def surfacing(state: State, document: int, person: int) -> int:
    """Which surfacing would apply now, -1 if none."""
    context = context_of(state, document, person)
    cases = enumerate(state.scenario.documents[document].surfacings)
    return next((place for place, case in cases if case.test.value(context)), -1)


def context_of(state: State, document: int, person: int) -> Context:
    """The document's expressions: SELF publishes, OWNER holds, DOC is it."""
    owners = state.document_owner[document]
    owner = owners[0] if owners else -1
    name = state.scenario.documents[document].id
    return Context(state, {"SELF": person, "OWNER": owner, "DOC": document}, f"document:{name}")


def _surface(state: State, log: Log, document: int, person: int, before: int, record: int) -> None:
    case = surfacing(state, document, person)
    if case < 0:
        return
    abroad = int(state.documents[document]) == ABROAD_PRINT and before != PRESS
    scale = strength(state, document, not abroad).total
    state.published[document] += 1
    data = state.scenario.documents[document].surfacings[case]
    log.write(
        "surfaced", None, (state.scenario.documents[document].id,), (record,), at=data.at, strength=scale
    )
    context = context_of(state, document, person)
    effects.run(context, data.effects, log, (record,), scale=scale)
    if abroad and person >= 0:
        effects.run(context, (_WARNING,), log, (record,))


def deny(state: State, log: Log, document: int, person: int = -1, causes: Iterable[int] = ()) -> int:
    """The document is suppressed and denied: what it still can do is halved."""
    name = state.scenario.documents[document].id
    if f"denied {name}" in state.provenance or int(state.documents[document]) == UNWRITTEN:
        return -1
    who = person if person >= 0 else None
    record = log.write("document", who, (name,), causes, state="suppressed")
    log.changed(f"denied {name}", record)
    return record


def give(state: State, log: Log, document: int, person: int, causes: Iterable[int] = ()) -> int:
    """Somebody gets the text; he has read it. A text without a date is written when it is first given."""
    owners, data = state.document_owner[document], state.scenario.documents[document]
    if int(state.documents[document]) == UNWRITTEN:
        if data.written is not None:
            return -1
        state.documents[document] = SECRET
    elif person in owners and state.document_known[document] >> person & 1:
        return -1
    if person not in owners:
        state.document_owner[document] = (*owners, person)
    state.document_known[document] |= 1 << person
    return _secret_record(state, log, document, person, "held", causes)


def learn(state: State, log: Log, document: int, person: int, causes: Iterable[int] = ()) -> int:
    """Somebody reads it."""
    if state.document_known[document] >> person & 1 or int(state.documents[document]) == UNWRITTEN:
        return -1
    state.document_known[document] |= 1 << person
    return _secret_record(state, log, document, person, "read", causes)


def write_due(state: State, log: Log) -> None:
    """Documents dated up to today come into being, if one of their authors can still write."""
    for document, data in enumerate(state.scenario.documents):
        if int(state.documents[document]) != UNWRITTEN or data.written is None or data.written > state.day:
            continue
        owners = [p for p in state.document_owner[document] if can_act(state, p)]
        if owners or not data.owners:
            state.documents[document] = SECRET
            for person in owners:
                state.document_known[document] |= 1 << person
            _secret_record(state, log, document, owners[0] if owners else -1, "written", ())


def _secret_record(
    state: State, log: Log, document: int, person: int, word: str, causes: Iterable[int]
) -> int:
    name, people = state.scenario.documents[document].id, state.scenario.people
    readers = tuple(p.id for i, p in enumerate(people) if state.document_known[document] >> i & 1)
    hidden = None if int(state.documents[document]) >= LEAKED else readers
    who = person if person >= 0 else None
    record = log.write("document", who, (name,), causes, secret_to=hidden, state=word)
    log.changed(f"document {name}", record)
    return record


def _spread(state: State, document: int, stage: int) -> None:
    """Who has read it now: the bureau, then the leaders, then everybody at the centre, then all."""
    atlas = Atlas.of(state.scenario)
    readers: tuple[int, ...] = state.full[atlas.bureau] if atlas.bureau >= 0 else ()
    if stage >= LEAKED:
        readers = (*readers, *atlas.leaders)
    if stage >= DELEGATIONS:
        readers = tuple(range(len(state.scenario.people)))
    for person in readers:
        if state.alive[person]:
            state.document_known[document] |= 1 << person
