"""Verbs about persons: what they think, what they are worth, where they are, what they owe."""

from __future__ import annotations

from typing import Any

from game.engine import opinions, people
from game.engine.act import Act, Verb, clip
from game.engine.state import Promise


def opinion(act: Act, holder: Any, about: Any, amount: int) -> None:
    """The first thinks otherwise of the second, and remembers why."""
    one, other = act.member(holder), act.living(about)
    if one < 0 or other < 0 or one == other:
        return
    change = act.size(amount)
    opinions.remember(act.state, one, other, act.reason, change)
    act.write("opinion", (act.id("people", one), act.id("people", other)), amount=change)


def authority(act: Act, who: Any, amount: int) -> None:
    """His authority rises or falls."""
    _figure(act, act.member(who), "authority", amount)


def health(act: Act, who: Any, amount: int) -> None:
    """His health rises or falls."""
    _figure(act, act.living(who), "health", amount)


def _figure(act: Act, person: int, name: str, amount: int) -> None:
    if person < 0:
        return
    column = getattr(act.state, name)
    before = int(column[person])
    column[person] = clip(before + act.size(amount))
    who = act.id("people", person)
    act.write(name, (who,), amount=int(column[person]) - before, now=int(column[person]))


def axis(act: Act, who: Any, pole: Any, amount: int) -> None:
    """His opinion moves towards a pole."""
    person, (axis_index, direction) = act.living(who), act.pole(pole)
    if person < 0 or axis_index < 0:
        return
    before = int(act.state.axes[person, axis_index])
    act.state.axes[person, axis_index] = clip(before + direction * act.size(amount), -1000)
    moved = int(act.state.axes[person, axis_index]) - before
    act.write("axis", (act.id("people", person),), axis=act.id("axes", axis_index), amount=moved)


def patron(act: Act, who: Any, _to: str, new: Any) -> None:
    """He gets another patron, or none; nobody becomes his own patron's patron."""
    person, chief = act.living(who), -1 if new == "nobody" else act.person(new)
    if person < 0 or chief == person or _above(act, chief, person):
        return
    before = int(act.state.patron[person])
    act.state.patron[person] = chief
    about = (act.id("people", person), act.id("people", chief))
    name = about[0]
    act.write("patron", about, key=f"patron {name}", was=act.id("people", before))


def _above(act: Act, person: int, other: int) -> bool:
    """``other`` stands somewhere above ``person`` in the chain of patrons."""
    for _ in range(len(act.state.scenario.people)):
        if person < 0:
            return False
        if person == other:
            return True
        person = int(act.state.patron[person])
    return False


def status(act: Act, who: Any, where: str) -> None:
    """He is sent somewhere, put out or taken back."""
    person = act.living(who)
    if person >= 0:
        people.set_status(act.state, act.log, person, where, act.causes)


# ---- debts and papers on people


def debt(act: Act, debtor: Any, creditor: Any, amount: int) -> None:
    """The first owes the second a favour."""
    one, other = act.living(debtor), act.living(creditor)
    if one >= 0 and other >= 0 and one != other:
        _owe(act, act.state.debts, one, other, amount)
        act.write("debt", (act.id("people", one), act.id("people", other)), amount=act.size(amount))


def dossier(act: Act, holder: Any, about: Any, amount: int) -> None:
    """The first holds material on the second, known to the first alone."""
    one, other = act.living(holder), act.living(about)
    if one < 0 or other < 0 or one == other:
        return
    _owe(act, act.state.dossiers, other, one, amount)
    names = (act.id("people", one), act.id("people", other))
    act.log.write(
        "dossier", None, names, act.causes, secret_to=(names[0],), amount=act.size(amount), by=act.reason
    )


def _owe(act: Act, book: list[Promise], debtor: int, creditor: int, amount: int) -> None:
    for promise in book:
        if promise.debtor == debtor and promise.creditor == creditor and promise.reason == act.reason:
            promise.size = clip(promise.size + act.size(amount))
            return
    book.append(Promise(debtor, creditor, clip(act.size(amount)), act.reason, act.state.turn))


def settle(act: Act, debtor: Any, creditor: Any) -> None:
    """The first has paid what he owed the second."""
    one, other = act.person(debtor), act.person(creditor)
    paid = [p for p in act.state.debts if p.debtor == one and p.creditor == other]
    if not paid:
        return
    act.state.debts = [promise for promise in act.state.debts if promise not in paid]
    size = sum(promise.size for promise in paid)
    act.write("settled", (act.id("people", one), act.id("people", other)), amount=size)


# ---- knowing


def know(act: Act, who: Any, region: Any) -> None:
    """The contender sees the machine of the region."""
    person, seat = _seat(act, who)
    for place in act.regions(region) if seat >= 0 else ():
        act.state.knowledge[seat] |= 1 << place
        names = (act.id("people", person), act.id("regions", place))
        act.log.write("known", None, names, act.causes, secret_to=(names[0],), by=act.reason)


def reveal(act: Act, who: Any, about: Any) -> None:
    """The first learns the second's pacts, papers, material and health."""
    one, other = act.living(who), act.living(about)
    if one < 0 or other < 0:
        return
    state = act.state
    pacts = _learn_pacts(act, act.context.bloc(one), act.context.bloc(other))
    papers = [d for d, owners in enumerate(state.document_owner) if other in owners and state.documents[d]]
    for document in papers:
        state.document_known[document] |= 1 << one
    held = sum(promise.size for promise in state.dossiers if promise.creditor == other)
    names = (act.id("people", one), act.id("people", other))
    act.log.write(
        "revealed", None, names, act.causes, secret_to=(names[0],), by=act.reason, pacts=pacts,
        documents=[act.id("documents", d) for d in papers], dossiers=held, health=int(state.health[other]),
    )  # fmt: skip


def _learn_pacts(act: Act, mine: int, theirs: int) -> list[str]:
    found = []
    for pact in act.state.pacts:
        if mine >= 0 and theirs in pact.members:
            pact.known_to |= 1 << mine
            found.append(pact.id)
    return found


def _seat(act: Act, who: Any) -> tuple[int, int]:
    person = act.living(who)
    return person, act.context.atlas.contender[person] if person >= 0 else -1


VERBS: dict[str, Verb] = {
    "opinion": opinion, "authority": authority, "health": health, "axis": axis, "patron": patron,
    "status": status, "debt": debt, "dossier": dossier, "settle": settle, "know": know, "reveal": reveal,
}  # fmt: skip
