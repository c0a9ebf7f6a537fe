"""Agreements a rival proposes or leaves: with whom, on what terms, and for what reason.

He looks for partners when he is in danger, when a congress is near, or at intervals; never for their own sake.
"""

from __future__ import annotations

from game.ai import worth
from game.ai.judge import Judge, Line
from game.engine import bargain, forecast, offers, pacts, people
from game.engine.order import Order
from game.engine.state import Offer

#: Every so many turns a seat looks round for partners.
INTERVAL = 4
#: And makes offers so many turns apart.
PAUSE = 2
#: An agreement younger than so many turns is not broken.
YOUNG = 4
TERMS = ("alliance", "support", "peace", "silence", "post")
#: What a refusal costs him, points.
REFUSED = 40
#: Relation below which a partner is not sought, and from which an alliance comes into question.
SHUNNED, TRUSTED = -350, -50


def considered(judge: Judge, kind: str) -> list[tuple[int, Order, list[Line]]]:
    """Offers worth making by the order ``kind``, with their score lines."""
    reason = _reason(judge)
    if not reason or judge.state.turn - judge.state.given.get(f"{judge.own} {kind}", -9) < PAUSE:
        return []
    found: list[tuple[int, Order, list[Line]]] = []
    for bloc in _partners(judge)[: judge.strength.partners]:
        for term in _terms(judge, bloc):
            found.append(_weighed(judge, kind, bloc, term, (reason, 25)))
    return found


def _reason(judge: Judge) -> str:
    """Why he seeks an agreement now; '' if there is no need."""
    state, mind = judge.state, judge.mind
    if mind.threatened or int(state.severity[mind.bloc]):
        return "in_danger"
    if _congress_near(judge):
        return "congress_near"
    return "looks_round" if (state.turn + mind.bloc) % INTERVAL == 0 else ""


def _congress_near(judge: Judge) -> bool:
    state = judge.state
    near = min(state.turn + 1, state.scenario.turns)
    last = state.scenario.turn_dates(near)[1]
    return any(
        not s.held and s.day <= last and state.scenario.bodies[s.body].role == "congress" for s in state.sittings
    )


def _partners(judge: Judge) -> list[int]:
    """Blocs he could bind more closely, those that would help most against the one he fears first."""
    mind, state = judge.mind, judge.state
    found = []
    for bloc, leader in enumerate(judge.atlas.leaders):
        open_ = bloc not in (mind.bloc, mind.danger) and people.can_act(state, leader)
        if open_ and mind.bond[bloc] < offers.STRENGTH["alliance"] and mind.relation[bloc] > SHUNNED:
            found.append((mind.relation[bloc] + mind.power[bloc] // 3, bloc))
    return [bloc for _, bloc in sorted(found, key=lambda one: (-one[0], one[1]))]


def _terms(judge: Judge, bloc: int) -> list[str]:
    """Terms that would bind the two more closely than they are bound."""
    mind, found = judge.mind, []
    for term in TERMS:
        if offers.STRENGTH[term] <= mind.bond[bloc]:
            continue
        if term == "alliance" and mind.relation[bloc] < TRUSTED:
            continue
        if term == "support" and not _has_cause(judge):
            continue
        found.append(term)
    return found


def _has_cause(judge: Judge) -> bool:
    """True if support would serve a motion of his own that is coming, or that his aim asks for."""
    own = any(judge.mind.person in motion.movers for motion in judge.state.agenda)
    return own or (judge.strength.prepares and bool(_wanted(judge)))


def _wanted(judge: Judge) -> list[str]:
    """Types of motions his aim asks for that were never carried."""
    wants = judge.mind.wants.items()
    asked = [fact[1] for fact, want in wants if fact[0] == "carried" and want.points > 0]
    return [kind for kind in asked if not judge.state.precedents.get(kind, 0)]


def _weighed(judge: Judge, kind: str, bloc: int, term: str, reason: Line) -> tuple[int, Order, list[Line]]:
    how = "open" if judge.mind.weight("legality") >= 750 and term == "peace" else "secret"
    leader = judge.state.scenario.people[judge.atlas.leaders[bloc]].id
    order = Order.of(judge.own, kind, target=leader, term=term, choice=how)
    found = [*_deal(judge, offers.proposed(judge.state, judge.mind.bloc, bloc, term, how)), reason]
    return worth.total(found), order, found


def _deal(judge: Judge, offer: Offer) -> list[Line]:
    """Worth what his own score line says, by the chance that the other agrees."""
    own = bargain.score(judge.state, offer, offer.by).total
    if own <= 0:
        return [("deal", min(own, -40))]
    _, chance = forecast.offer(judge.state, offer)
    worthy = min(own, 400) * judge.strength.company // 1000 * offers.STRENGTH[offer.term] // 2000
    return [("deal", worthy * chance // 1000), ("would_refuse", -REFUSED * (1000 - chance) // 1000)]


def _given_lately(judge: Judge, bloc: int) -> bool:
    state = judge.state
    return any(state.turn - pact.since < YOUNG for pact in pacts.between(state, judge.mind.bloc, bloc))


def _resented(judge: Judge, bloc: int) -> int:
    """What it is worth to be thought ill of by the partner who is left and by those who see it.

    The others whom the same agreements bind are left as well; they count in full or, with most rivals, at half.
    """
    mind, state, rule = judge.mind, judge.state, worth.RULES["opinion"]
    shared = pacts.between(state, mind.bloc, bloc)
    seen = 0 if all(one.secret for one in shared) else pacts.WITNESSED
    falls = dict.fromkeys(range(len(judge.atlas.leaders)), seen)
    left = pacts.BROKEN if judge.strength.reckons_all else pacts.BROKEN // 2
    falls.update((member, left) for pact in shared for member in pact.members)
    falls[bloc] = pacts.BROKEN
    others = ((other, leader) for other, leader in enumerate(judge.atlas.leaders) if other != mind.bloc)
    return sum(
        rule(judge, {"word1": state.scenario.people[leader].id, "word2": judge.own}, falls[other])
        for other, leader in others
        if people.can_act(state, leader)
    )


def breaking(judge: Judge, bloc: int) -> list[Line]:
    """Breaking pays only with a partner who has become a danger or a burden; a word given weighs against it."""
    mind = judge.mind
    if _given_lately(judge, bloc):
        return [("his_word", -200)]
    bond, bare = mind.bond[bloc], mind.bare(bloc)
    found: list[Line] = [("partner_turned", (-bare - 50) // 2 - bond // 12)]
    guilt = int(judge.state.severity[bloc]) - int(judge.state.severity[mind.bloc])
    if bloc != mind.danger and guilt <= 0:
        found.append(("no_quarrel", -150))
    if guilt > 0:
        found.append(("guilt", guilt * mind.weight("legality") // 12000))
    found.append(("his_word", -bond * (200 + mind.weight("word")) // 11000 - 15))
    found.append(("effect_opinion", _resented(judge, bloc)))
    return [line for line in found if line[1]]
