"""Hinges: dated decisions put to those who can take them, and offers inside them that need consent."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from game.engine import bargain, effects, offers, people
from game.engine.atlas import Atlas
from game.engine.context import Context
from game.engine.grounds import behind
from game.engine.ledger import Breakdown, Ledger
from game.engine.log import Log
from game.engine.memo import still
from game.engine.order import Reason
from game.engine.state import Decision, State
from game.scenario.model import Consent, Effect, Hinge, Option

#: Points a voice adds to an option at full regard, and what a refused offer costs its maker.
VOICE, REFUSED_AUTHORITY = 40, 40


def due(state: State) -> list[Decision]:
    """Decisions of hinges whose window holds the day, whose needs hold and that were not asked yet."""
    with still(state):
        return list(_due(state))


def _due(state: State) -> Iterator[Decision]:
    asked = {d.about for d in state.decisions if d.kind == "hinge"}
    for hinge in state.scenario.hinges:
        over = hinge.id in state.events_fired or not hinge.opens <= state.day <= hinge.closes
        if not over and hinge.id not in asked and not failing(state, hinge):
            yield from _decisions(state, hinge)


def _decisions(state: State, hinge: Hinge) -> list[Decision]:
    groups = [group for group in range(len(hinge.deciders)) if available(state, hinge, group)]
    asked = [(group, asked_of(state, hinge, group)) for group in groups]
    return [Decision("hinge", who, hinge.id, group, state.day) for group, who in asked if who >= 0]


def find(state: State, name: str) -> Hinge:
    """The hinge with this id."""
    return state.scenario.hinges[Atlas.of(state.scenario).index["hinges"][name]]


def failing(state: State, hinge: Hinge) -> str:
    """Why the hinge does not come up: the first need that fails, or that nobody could decide; else ''."""
    context = Context(state, {"DOC": hinge.document or -1}, f"hinge:{hinge.id}")
    unmet = next((need.reason for need in hinge.needs if not need.test.value(context)), "")
    if unmet:
        return unmet
    groups = range(len(hinge.deciders))
    able = any(decider(state, hinge, group) >= 0 for group in groups)
    return "" if able else "nobody who could decide it can act"


# ---- who decides


def decider(state: State, hinge: Hinge, group: int) -> int:
    """The first person of the group's expressions who can act; if none can, the first who lives, or -1.

    What an exile decides about himself is still his to decide; the hinge's needs say who must act.
    """
    context = Context(state, {"DOC": hinge.document or -1}, f"hinge:{hinge.id}")
    named = [int(expression.value(context)) for expression in hinge.deciders[group]]
    able = next((person for person in named if people.can_act(state, person)), -1)
    return able if able >= 0 else next((p for p in named if p >= 0 and state.alive[p]), -1)


def asked_of(state: State, hinge: Hinge, group: int) -> int:
    """Who answers at the table: the decider himself, or the contender whose man he is, or -1."""
    person = decider(state, hinge, group)
    seats, leader = Atlas.of(state.scenario).contender, -1
    if person >= 0 and seats[person] < 0:
        leader = Context(state).leader_of(person)
    if person >= 0 and seats[person] >= 0:
        return person
    return leader if leader >= 0 and seats[leader] >= 0 and state.alive[leader] else -1


def context_of(state: State, hinge: Hinge, group: int) -> Context:
    """Symbols of a hinge's options: SELF and DECIDER decide, OWNER holds the document."""
    person = decider(state, hinge, group)
    document = Atlas.of(state.scenario).at("documents", hinge.document) if hinge.document else -1
    owner = Context(state).owner(document)
    found = {"SELF": person, "DECIDER": person, "DOC": document, "OWNER": owner}
    return Context(state, found, f"hinge:{hinge.id}")


# ---- options


def options(state: State, hinge: Hinge, group: int) -> list[tuple[Option, Reason | None]]:
    """The options of one group of deciders, each with why it is closed."""
    context = context_of(state, hinge, group)
    return [(o, _closed(state, hinge, o, context)) for o in hinge.options if o.decider == group]


def available(state: State, hinge: Hinge, group: int) -> list[Option]:
    """The options open to the group."""
    return [option for option, reason in options(state, hinge, group) if reason is None]


def why_not(state: State, hinge: Hinge, group: int, option: Option) -> Reason | None:
    """Why an option is closed: a failing need, or because it was just refused."""
    if option.decider != group:
        return Reason("Others decide this.", "hinge_group")
    return _closed(state, hinge, option, context_of(state, hinge, group))


def _closed(state: State, hinge: Hinge, option: Option, context: Context) -> Reason | None:
    """The same of an option that is the group's own, in their context."""
    if f"refused {hinge.id}/{option.id}" in state.provenance:
        return Reason("It has been offered and refused.", "hinge_refused")
    need = next((need for need in option.needs if not need.test.value(context)), None)
    return Reason(need.reason, "hinge_need") if need else None


def option_of(hinge: Hinge, name: str) -> Option | None:
    """The option with this id."""
    return next((option for option in hinge.options if option.id == name), None)


# ---- voices


def voice(state: State, log: Log, hinge: Hinge, option: str, person: int, against: bool = False) -> int:
    """Somebody speaks for or against an option; it is kept by name. Returns the record."""
    who = state.scenario.people[person].id
    state.voices[f"{hinge.id}/{option} {who}"] = -1 if against else 1
    side = "against" if against else "for"
    return log.write("voice", person, (hinge.id,), acted=True, option=option, side=side)


def voices(state: State, hinge: Hinge, option: str, listener: int) -> Breakdown:
    """What the voices for and against an option weigh with a decider, by his opinion of each speaker."""
    ledger = Ledger("voices", about=(("hinge", hinge.id), ("option", option)))
    index = Atlas.of(state.scenario).index["people"]
    for key, side in state.voices.items():
        place, _, who = key.rpartition(" ")
        if place == f"{hinge.id}/{option}":
            regard = int(state.opinion[listener, index[who]]) if listener >= 0 else 0
            ledger.add("voice", side * VOICE * (1000 + regard) // 1000, person=who)
    return ledger.close()


# ---- deciding


def choose(state: State, log: Log, hinge: Hinge | str, group: int, option: Option | str) -> bool:
    """A group decides. False if the offer inside the option was refused and it must choose again."""
    hinge = find(state, hinge) if isinstance(hinge, str) else hinge
    taken = option_of(hinge, option) if isinstance(option, str) else option
    if taken is None or why_not(state, hinge, group, taken) is not None:
        raise ValueError(f"option {option} of {hinge.id} is not open to group {group}")
    person = decider(state, hinge, group)
    if taken.consent is None:
        return _decide(state, log, hinge, group, taken, person, taken.effects)
    return _ask(state, log, hinge, group, taken, taken.consent, person)


def _decide(
    state: State, log: Log, hinge: Hinge, group: int, option: Option, person: int, what: Iterable[Effect],
    causes: tuple[int, ...] = (), change: str = "decided",
) -> bool:  # fmt: skip
    context = context_of(state, hinge, group)
    state.events_fired.setdefault(hinge.id, state.turn)
    state.choices[f"{hinge.id}/{group}"] = option.id
    record = log.write(
        "hinge", person, (hinge.id,), (*causes, *_grounds(state, log, hinge)), acted=True, change=change,
        option=option.id, historical=option.historical, group=group, mark=option.mark,
        away=not people.can_act(state, person),
    )  # fmt: skip
    log.changed(f"hinge {hinge.id}", record)
    effects.run(context, what, log, (record,))
    return True


def _grounds(state: State, log: Log, hinge: Hinge) -> list[int]:
    """What led to it: an earlier answer to the hinge, its document, and what its needs rest on."""
    keys = [f"hinge {hinge.id}"] + ([f"document {hinge.document}"] if hinge.document else [])
    needs = behind(state, [need.test.text for need in hinge.needs])
    return [*(log.cause(key) for key in keys), *needs]


def _ask(
    state: State, log: Log, hinge: Hinge, group: int, option: Option, wanted: Consent, person: int
) -> bool:
    """The option is an offer: each of those named answers by the ordinary rules."""
    answers = consents(state, hinge, group, option)
    agreed = sum(1 for _, line in answers if line.total > 0)
    names = tuple(state.scenario.people[who].id for who, _ in answers)
    record = log.write(
        "consent", person, (hinge.id, *names), _grounds(state, log, hinge), acted=True, option=option.id,
        agreed=agreed, needed=wanted.needed,
        lines={name: bargain.plain(line) for name, (_, line) in zip(names, answers, strict=True)},
        reason=refusal(answers), away=not people.can_act(state, person),
    )  # fmt: skip
    if agreed >= wanted.needed:
        return _decide(state, log, hinge, group, option, person, option.effects, (record,))
    if wanted.refused:
        return _decide(state, log, hinge, group, option, person, wanted.refused, (record,), "refused")
    log.changed(f"refused {hinge.id}/{option.id}", record)
    _embarrass(state, log, hinge, person, record)
    if not available(state, hinge, group):
        return _leave_it(state, log, hinge, record)
    state.decisions.append(Decision("hinge", asked_of(state, hinge, group), hinge.id, group, state.day))
    return False


def _embarrass(state: State, log: Log, hinge: Hinge, person: int, record: int) -> None:
    """Whoever is refused in public loses a little authority."""
    before = int(state.authority[person])
    state.authority[person] = max(0, before - REFUSED_AUTHORITY)
    now, who = int(state.authority[person]), state.scenario.people[person].id
    log.write("authority", None, (who,), (record,), by=f"hinge:{hinge.id}", amount=now - before, now=now)


def _leave_it(state: State, log: Log, hinge: Hinge, record: int) -> bool:
    """Everything open was refused: the moment passes undecided."""
    state.events_fired.setdefault(hinge.id, state.turn)
    log.changed(f"hinge {hinge.id}", log.write("hinge", None, (hinge.id,), (record,), change="undecided"))
    return True


def consents(state: State, hinge: Hinge, group: int, option: Option) -> list[tuple[int, Breakdown]]:
    """Each person whose consent an option needs, with his score line; those who cannot act are not asked."""
    if option.consent is None:
        return []
    context, asker = context_of(state, hinge, group), decider(state, hinge, group)
    named = dict.fromkeys(int(expression.value(context)) for expression in option.consent.who)
    able = [p for p in named if people.can_act(state, p) and p != asker]
    return [(p, bargain.consent(context, asker, p, option.effects)) for p in able]


def refusal(answers: list[tuple[int, Breakdown]]) -> str:
    """The largest negative line among those who refuse, or ''."""
    worst = [offers.worst(line) for _, line in answers if line.total <= 0]
    named = [term for term in worst if term is not None]
    return min(named, key=lambda term: term.amount).reason if named else ""


# ---- hinges that history left behind


def close_windows(state: State, log: Log) -> None:
    """Log each hinge whose window has closed without it, with the need that failed."""
    for hinge in state.scenario.hinges:
        passed = hinge.closes <= state.day and hinge.id not in state.events_fired
        if passed and f"elsewhere {hinge.id}" not in state.provenance:
            why = failing(state, hinge) or "nobody at the table could decide it"
            rests = [need.test.text for need in hinge.needs]
            rests += [one.text for group in hinge.deciders for one in group]
            grounds = behind(state, rests)
            record = log.write("elsewhere", None, (hinge.id,), grounds, because=why, text=hinge.elsewhere)
            log.changed(f"elsewhere {hinge.id}", record)
