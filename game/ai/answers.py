"""Answers a rival gives to what is put to him: questions of the day, offers, and voices on others' questions."""

from __future__ import annotations

from game.ai import dealings, taste, worth
from game.ai.judge import Judge, Line
from game.engine import bargain, hinges, lines, offers
from game.engine.context import Context
from game.engine.order import CHOOSE, REPLY, VOICE, Order
from game.engine.state import Decision, Offer

#: A considered order with its score and the lines behind it.
Weighed = tuple[int, Order, list[Line]]
#: A question of the day is met once: so many times more wavering than in daily work.
UNSURE = 3
#: A voice is raised only for something worth more than this.
SPEAKS = 40
#: A quarrel is easier begun if the question must be answered one way or another (divisor).
FORCED = 3
#: How much easier a lighter term must be to be asked for instead of refused.
LIGHTER = ("peace", "silence", "support")


def hinge(judge: Judge, decision: Decision) -> list[Weighed]:
    """Options by what their effects are worth, the voices of others, and the consent they would need."""
    state = judge.state
    asked = hinges.find(state, decision.about)
    context = hinges.context_of(state, asked, decision.group)
    found: list[Weighed] = []
    for option in asked.options:
        if option.decider != decision.group:
            continue
        order = Order.of(judge.own, CHOOSE, hinge=asked.id, option=option.id)
        found_lines = _effects(judge, worth.happenings(context, option.effects))
        if option.consent is not None:
            found_lines = [(label, amount // 2) for label, amount in found_lines]
        voices = hinges.voices(state, asked, option.id, decision.who).total // 4
        found_lines.append(("voices", voices))
        found.append((worth.total(found_lines) + UNSURE * waver(judge, order), order, found_lines))
    return found


def _effects(judge: Judge, happening: list[worth.Happening]) -> list[Line]:
    """Effects, with the motions among them reckoned by their chance."""
    found = worth.lines(judge, happening) + dealings.pledged(judge, happening)
    for one in happening:
        if one.verb == "motion":
            made = dealings.made(judge, one.words)
            found += [(label, n // FORCED if label == "no_quarrel" else n) for label, n in made]
    return found


def offer(judge: Judge, decision: Decision) -> list[Weighed]:
    """Accept what his own score line favours; else ask for lighter terms both could bear, or refuse."""
    put = next(one for one in judge.state.offers if one.id == decision.about)
    line = bargain.score(judge.state, put, put.to)
    found_lines = [(term.reason, term.amount) for term in line.terms]
    accept = Order.of(judge.own, REPLY, offer=put.id, answer="accept")
    refuse = Order.of(judge.own, REPLY, offer=put.id, answer="refuse")
    found = [(worth.total(found_lines) + waver(judge, accept), accept, found_lines), (0, refuse, [])]
    if line.total <= 0 and judge.strength.at_sittings and not put.countered:
        found += _counter(judge, put)
    return found


def _counter(judge: Judge, put: Offer) -> list[Weighed]:
    """The lightest terms that bind more than the two are bound, if both score lines allow them."""
    bond = lines.pact_strength(judge.state, put.by, put.to)
    for term in LIGHTER:
        if term == put.term or offers.STRENGTH[term] <= bond or term == "support":
            continue
        other = Offer("considered", put.to, put.by, term, "", put.secret)
        answer = offers.answer(judge.state, other)
        if answer.accepted:
            order = Order.of(judge.own, REPLY, offer=put.id, answer="counter", term=term)
            return [(min(answer.giver.total, 100), order, [("lighter_terms", min(answer.giver.total, 100))])]
    return []


def voice(judge: Judge, decision: Decision) -> list[Weighed]:
    """Speak for or against the option that matters most to him, if one does."""
    state = judge.state
    asked = hinges.find(state, decision.about)
    context = Context(state, {"SELF": decision.who, "DECIDER": decision.who}, f"hinge:{asked.id}")
    found: list[Weighed] = []
    for option in asked.options:
        found_lines = worth.of(judge, context, option.effects)
        total = worth.total(found_lines)
        side = "for" if total > 0 else "against"
        order = Order.of(judge.own, VOICE, hinge=asked.id, option=option.id, side=side)
        found.append((abs(total) - SPEAKS, order, found_lines))
    return found


def waver(judge: Judge, order: Order) -> int:
    """A rival's wavering over an order, points."""
    return taste.waver(judge.state.seed, judge.state.turn, judge.mind.person, order, judge.strength.waver)
