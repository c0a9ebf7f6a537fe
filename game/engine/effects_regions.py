"""Verbs about the organisations: their mood, their machines, their secretaries, their growth."""

from __future__ import annotations

from typing import Any

from game.engine import appointments, sentiment
from game.engine.act import Act, Verb, clip
from game.engine.effects_bodies import FEAR_FLOOR
from game.engine.parameters import Parameters
from game.engine.state import Ints


def mood(act: Act, where: Any, who: Any, amount: int) -> None:
    """The rank and file like the leader more or less; a fifth of it stays for good."""
    bloc = act.bloc(who, "member")
    if bloc < 0:
        return
    change = act.size(amount)
    for region in act.regions(where):
        sentiment.move(act.state, region, bloc, change)
    _write(act, "mood", where, amount=change, bloc=act.id("blocs", bloc))


def lean(act: Act, where: Any, pole: Any, amount: int) -> None:
    """The rank and file move towards a pole."""
    axis, direction = act.pole(pole)
    if axis < 0:
        return
    change = direction * act.size(amount)
    for region in act.regions(where):
        act.state.region_axes[region, axis] = clip(int(act.state.region_axes[region, axis]) + change, -1000)
    _write(act, "lean", where, amount=change, axis=act.id("axes", axis))


def machine(act: Act, where: Any, amount: int) -> None:
    """The machine tightens or loosens."""
    _column(act, act.state.machine, "machine", where, amount)


def autonomy(act: Act, where: Any, amount: int) -> None:
    """The organisation resists outsiders more or less."""
    _column(act, act.state.autonomy, "autonomy", where, amount)


def grievance(act: Act, where: Any, amount: int) -> None:
    """Grievance rises or falls."""
    _column(act, act.state.grievance, "grievance", where, amount)


def fear(act: Act, where: Any, amount: int) -> None:
    """Fear rises or falls, never below its floor."""
    _column(act, act.state.fear, "fear", where, amount, FEAR_FLOOR)


def independence(act: Act, where: Any, amount: int) -> None:
    """The members' independence rises or falls."""
    _column(act, act.state.independence, "independence", where, amount)


def _column(act: Act, column: Ints, name: str, where: Any, amount: int, low: int = 0) -> None:
    change = act.size(amount)
    for region in act.regions(where):
        column[region] = clip(int(column[region]) + change, low)
    _write(act, name, where, amount=change)


def _write(act: Act, name: str, where: Any, **data: Any) -> None:
    regions = act.regions(where)
    about = tuple(act.id("regions", region) for region in regions) if len(regions) == 1 else ()
    if regions:
        act.write(name, about, key=f"region {about[0]}" if about else "", **data)


# ---- secretaries


def clients(act: Act, where: Any, who: Any, amount: int) -> None:
    """Unattached lower secretaries become his."""
    bloc = act.bloc(who, "member")
    for region in act.regions(where) if bloc >= 0 else ():
        appointments.place(act.state, act.log, region, bloc, act.size(amount), act.causes)


def take(act: Act, where: Any, who: Any, amount: int) -> None:
    """He takes so many thousandths of everybody else's lower secretaries, the unattached included."""
    bloc = act.bloc(who, "member")
    for region in act.regions(where) if bloc >= 0 else ():
        row = act.state.clients[region]
        moved = row * clip(act.size(amount)) // 1000
        moved[bloc] = 0
        gained = int(moved.sum())
        act.state.clients[region] = row - moved
        act.state.clients[region, bloc] += gained
        name = act.id("regions", region)
        act.write("clients", (name, act.id("blocs", bloc)), key=f"region {name}", amount=gained)


def secretary(act: Act, where: Any, who: Any) -> None:
    """He becomes first secretary of the region."""
    person = act.actor(who)
    for region in act.regions(where) if person >= 0 else ():
        appointments.install(act.state, act.log, region, person, act.causes)


def replace(act: Act, where: Any, who: Any) -> None:
    """The centre tries to make him first secretary; the organisation may refuse."""
    person = act.actor(who)
    for region in act.regions(where) if person >= 0 else ():
        appointments.try_replace(act.state, act.log, region, person, act.context.SELF, act.causes)


def squad(act: Act, where: Any, who: Any) -> None:
    """A flying squad breaks the leader's hold on the region."""
    bloc = act.bloc(who, "living")
    for region in act.regions(where) if bloc >= 0 else ():
        appointments.flying_squad(act.state, act.log, region, bloc, act.context.SELF, act.causes)


# ---- growth


def intake(act: Act, heads: int) -> None:
    """So many entrants are let in a turn from now on."""
    act.state.gate = max(act.size(heads), 0)
    act.write("gate", (), heads=act.state.gate)


def gate(act: Act, word: str) -> None:
    """How freely members are taken in."""
    parameters = Parameters.of(act.state.scenario)
    act.state.gate = {
        "closed": parameters.gate_closed, "normal": parameters.gate_normal, "open": parameters.gate_open,
    }[word]  # fmt: skip
    act.write("gate", (), word=word, heads=act.state.gate)


def enrolment(act: Act, turns: int) -> None:
    """An enrolment campaign runs for so many turns."""
    act.state.enrolment = max(act.state.enrolment, turns)
    act.write("enrolment", (), turns=act.state.enrolment)


def teach(act: Act, who: Any, amount: int) -> None:
    """He wins as many of the untaught as there are left to win; they like their teacher."""
    bloc = act.bloc(who, "member")
    if bloc < 0:
        return
    state = act.state
    won = min(state.untaught, max(act.size(amount), 0))
    state.untaught -= won
    for region in range(len(state.scenario.regions)):
        state.sentiment[region, bloc] = clip(int(state.sentiment[region, bloc]) + won, -1000)
    act.write("taught", (act.id("blocs", bloc),), amount=won, left=state.untaught)


VERBS: dict[str, Verb] = {
    "mood": mood, "lean": lean, "machine": machine, "autonomy": autonomy, "grievance": grievance,
    "fear": fear, "independence": independence, "clients": clients, "take": take, "secretary": secretary,
    "replace": replace, "squad": squad, "intake": intake, "gate": gate, "enrolment": enrolment,
    "teach": teach,
}  # fmt: skip
