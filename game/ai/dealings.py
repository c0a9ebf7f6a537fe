"""What orders that deal with others are worth: offers, breaks, motions, work in the corridor."""

from __future__ import annotations

from game.ai import motions as ai_motions
from game.ai.worth import Judge, Line
from game.engine import effects, lines, offers
from game.engine import motions as engine_motions
from game.engine.atlas import Atlas
from game.engine.context import Context
from game.engine.ledger import Term
from game.engine.order import Order
from game.engine.slots import symbols
from game.engine.state import Motion, Offer, State
from game.scenario.model import Effect, OrderType

#: How far one evening in the corridor or one speech moves the chance of a vote (thousandths).
MOVES = {"lobby": 70, "speech": 50, "second": 25, "caucus": 60, "amend": 20}


def verbs_of(kind: OrderType) -> frozenset[str]:
    """All verbs an order type can use."""
    found: set[str] = set()
    queue: list[Effect] = list(kind.effects)
    while queue:
        effect = queue.pop()
        found.add(effect.verb)
        queue += [*effect.then, *effect.otherwise]
    return frozenset(found - {""})


def order_lines(judge: Judge, kind: OrderType, order: Order) -> list[Line]:
    """The score lines of an order: its effects, and its dealings with others."""
    state = judge.state
    context = Context(state, symbols(order.who, dict(order.args)), f"order {kind.id}")
    terms = effects.describe(kind.effects, context)
    found = judge.lines(terms)
    for term in _flat(terms):
        found += _dealing(judge, term, order)
    price = kind.credit * 350 // 1000 + kind.authority + kind.health * judge.mind.weight("wellbeing") // 1500
    if price:
        found.append(("cost", -price // 2))
    return found


def _flat(terms: list[Term]) -> list[Term]:
    """Terms that happen for certain or by chance, one level deep."""
    return [one for term in terms for one in (term.terms if term.reason == "effect_chance" else (term,))]


def _dealing(judge: Judge, term: Term, order: Order) -> list[Line]:
    verb = term.reason.removeprefix("effect_")
    about = dict(term.about)
    if verb == "offer":
        return _offer(judge, order)
    if verb == "break":
        return _break(judge, str(about["word1"]))
    if verb == "table":
        return _table(judge, str(order.get("motion_type")), str(order.get("body")), str(order.get("subject", "")))
    if verb == "motion":
        return _table(judge, str(about["word1"]), str(about["word2"]), _subject(judge, about))
    if verb in MOVES or verb == "block":
        return _work(judge, verb, str(about["word1"]))
    if verb == "recant":
        return _recant(judge)
    return []


def _subject(judge: Judge, about: dict[str, object]) -> str:
    subject = str(about.get("word3", ""))
    kind = judge.state.scenario.motions[Atlas.of(judge.state.scenario).index["motions"][str(about["word1"])]]
    person = judge.person(subject)
    if kind.subject == "bloc" and person >= 0:
        bloc = lines.leader_of(judge.state, person)
        return judge.state.scenario.blocs[bloc].id if bloc >= 0 else subject
    return subject


def _offer(judge: Judge, order: Order) -> list[Line]:
    state = judge.state
    other = lines.leader_of(state, judge.person(order.get("target")))
    if other < 0:
        return []
    term = str(order.get("term"))
    secret = order.get("choice") != "open"
    offer = Offer("considered", judge.mind.bloc, other, term, str(order.get("what") or ""), secret)
    answer = offers.answer(state, offer)
    if lines.pact_strength(state, judge.mind.bloc, other) >= offers.STRENGTH[term]:
        return [("already_bound", -200)]
    if answer.accepted:
        return [("deal", min(answer.giver.total, 500) // 3)]
    near = min(answer.receiver.total, 0) // 8
    return [("would_refuse", -20 + near)]


def _break(judge: Judge, who: str) -> list[Line]:
    """Breaking pays only with a partner who has become a danger; a word given weighs against it."""
    person = judge.person(who)
    bloc = lines.leader_of(judge.state, person)
    if bloc < 0:
        return []
    bond = lines.pact_strength(judge.state, judge.mind.bloc, bloc)
    gain = -judge.mind.relation[bloc] - 150
    return [("partner_turned", gain // 3), ("word", -bond * (200 + judge.mind.weight("word")) // 6000)]


def _table(judge: Judge, type_: str, body: str, subject: str) -> list[Line]:
    state = judge.state
    found = ai_motions.proposal(judge, type_, body, subject)
    if found is None:
        return [("nobody_sits", -50)]
    motion, chance = found
    severe = engine_motions.type_of(state, motion).severity > 0
    last = max((t for key, t in state.given.items() if key.startswith(f"{_who(judge)} motion")), default=0)
    if severe and (chance < ai_motions.CONFIDENT or 0 < state.turn - last < ai_motions.PAUSE):
        return [("too_uncertain", -80)]
    value = sum(amount for _, amount in ai_motions.worth(judge, motion))
    risk = (1000 - chance) * 40 // 1000
    return [("motion", value * chance // 1000), ("risk_of_defeat", -risk)]


def _who(judge: Judge) -> str:
    return judge.state.scenario.people[judge.mind.person].id


def _work(judge: Judge, verb: str, name: str) -> list[Line]:
    motion: Motion | None = engine_motions.find(judge.state, name)
    if motion is None:
        return []
    value = sum(amount for _, amount in ai_motions.worth(judge, motion))
    if verb == "block":
        return [("kept_off", -value * 6 // 10 - 15)]
    towards = 1 if judge.mind.person in motion.movers else 0
    if verb in ("second", "amend", "caucus") and value <= 0 and not towards:
        return [("not_mine", -30)]
    return [("corridor", abs(value) * MOVES[verb] // 250 - 4)]


def _recant(judge: Judge) -> list[Line]:
    """Submission is worth what one's severity costs, less pride."""
    step = int(judge.state.severity[judge.mind.bloc])
    pride = judge.mind.weight("cause") // 12 + judge.mind.weight("doctrine") // 16
    return [("submission", step // 12 - 60 - pride)]


def standing(state: State, motion: Motion, person: int) -> int | None:
    """How a person has declared himself on a motion: 1000, 0, -1000, or None."""
    return dict(motion.stands).get(person)
