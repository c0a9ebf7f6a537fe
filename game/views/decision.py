"""Something that must be answered: an offer, or a question of the day on which one has a voice."""

from __future__ import annotations

from dataclasses import dataclass

from game.chronicle.words import listed
from game.engine import bargain, forecast, hinges
from game.engine.acts import offer_of
from game.engine.order import DONE, REPLY, VOICE, Order
from game.engine.state import JOIN, Decision, Offer
from game.views.hinge import option_view
from game.views.orders import locked
from game.views.parts import Scene, figure_view, person_view
from game.views.shapes import DecisionOptionView, DecisionView, FigureView, LinkText

#: Terms of an offer in plain words, unless the scenario has its own.
TERMS = {
    "alliance": "an alliance",
    "support": "support on a motion",
    "peace": "that you leave each other in peace",
    "silence": "that certain papers stay unread",
    "post": "a post",
}


@dataclass(frozen=True, slots=True)
class Answer:
    """A possible answer: how it is shown and the order it gives."""

    view: DecisionOptionView
    order: Order


def term_words(at: Scene, term: str, what: str = "") -> str:
    """What an offer is about, in words."""
    about = f": {at.words.name(what)}" if what and term in ("support", "post") else ""
    return f"{TERMS.get(term, term)}{about}"


def decision_view(at: Scene, decision: Decision) -> DecisionView:
    """What is asked, by whom, and the answers."""
    options = tuple(answer.view for answer in answers(at, decision))
    if decision.kind == "offer":
        offer = offer_of(at.table.game.state, decision)
        asker = at.atlas.leaders[offer.by]
        data = at.scenario.people[asker]
        does, rest = _invitation(at, offer) if offer.term == JOIN else _terms(at, offer)
        text = (LinkText(data.name, f"person:{data.id}"), *rest)
        return DecisionView(
            offer.id, f"{data.surname} {does}.", text,
            person_view(at.seen, asker), options, worth(at, offer),
        )  # fmt: skip
    hinge = hinges.find(at.seen, decision.about)
    asker = hinges.decider(at.table.game.state, hinge, 0)
    name = at.scenario.people[asker].surname if asker >= 0 else "Somebody"
    text = (
        LinkText(
            f"{hinge.situation} {name} decides. You may speak for an answer or against it, or keep silent."
        ),
    )
    face = person_view(at.seen, asker) if asker >= 0 else None
    return DecisionView(hinge.id, f"{hinge.name}. {name} decides; you have a voice.", text, face, options)


def _terms(at: Scene, offer: Offer) -> tuple[str, tuple[LinkText, ...]]:
    """What is offered, in short and in full."""
    secret = "in secret" if offer.secret else "in the open"
    full = f" offers you {term_words(at, offer.term, offer.what)}, {secret}, for {offer.turns} turns."
    return f"offers {term_words(at, offer.term)}", (LinkText(full),)


def _invitation(at: Scene, offer: Offer) -> tuple[str, tuple[LinkText, ...]]:
    """What one is asked to join, in short and in full: who is of it and who else is asked."""
    data = at.scenario.pacts[at.atlas.index["pacts"][offer.what]]
    found = next((pact for pact in at.seen.pacts if pact.id == offer.what), None)
    ids = [at.scenario.people[leader].id for leader in at.atlas.leaders]
    bound = [ids[bloc] for bloc in found.members] if found else []
    others = [name for name in data.members if name not in (at.id, ids[offer.by], *bound)]
    words = ", in secret" if data.secret else ", in the open"
    if bound:
        words += f"; {listed([at.words.person(name) for name in bound])} are of it"
    if others:
        words += f"; {listed([at.words.person(name) for name in others])} may be asked as well"
    name = LinkText(data.name, f"pact:{data.id}")
    full = (LinkText(" asks you to join "), name, LinkText(f"{words}. {data.about}"))
    return f"asks you to join “{at.words.name(offer.what)}”", full


def worth(at: Scene, offer: Offer) -> FigureView:
    """What an offer is worth to the one asked, term by term."""
    line = bargain.score(at.seen, offer, offer.to)
    return figure_view(at.words, line, "What it is worth to you", detail="worth having above 0")


def answers(at: Scene, decision: Decision) -> tuple[Answer, ...]:
    """The answers in the order shown; a locked one says why."""
    made = _offer_answers(at, decision) if decision.kind == "offer" else _voices(at, decision)
    return tuple(made)


def _offer_answers(at: Scene, decision: Decision) -> list[Answer]:
    offer = offer_of(at.table.game.state, decision)
    accept = Order.of(at.id, REPLY, offer=offer.id, answer="accept")
    refuse = Order.of(at.id, REPLY, offer=offer.id, answer="refuse")
    found = [
        _answer(at, accept, "Accept", "You are bound from today.", "A", worth(at, offer)),
        _answer(at, refuse, "Refuse", "Nothing is signed.", "R"),
    ]
    if offer.countered:  # yes or no is all that is asked
        return found
    keys = iter("CDEFG")
    name = at.scenario.people[at.atlas.leaders[offer.by]].surname
    for term in TERMS:
        order = Order.of(at.id, REPLY, offer=offer.id, answer="counter", term=term)
        if term == offer.term or (term == "post" and locked(at, order)):
            continue
        other = Offer("considered", offer.to, offer.by, term, "", offer.secret, offer.turns)
        _, chance = forecast.offer(at.seen, other)
        detail = f"As far as you can see, {name} accepts {chance // 10} in 100."
        found.append(_answer(at, order, f"Ask instead {_asked(term_words(at, term))}", detail, next(keys)))
    return found


def _asked(words: str) -> str:
    """A term after "ask": a clause stands by itself, a thing is asked for."""
    return words if words.startswith("that ") else f"for {words}"


def _voices(at: Scene, decision: Decision) -> list[Answer]:
    hinge = hinges.find(at.seen, decision.about)
    found = []
    for number, option in enumerate(hinge.options, 1):
        if hinges.why_not(at.seen, hinge, option.decider, option) is not None:
            continue  # nobody speaks for or against what the one who decides cannot do
        shown = option_view(at, hinge, option.decider, option, "")
        for side, word in (("for", "Speak for"), ("against", "Speak against")):
            order = Order.of(at.id, VOICE, hinge=hinge.id, option=option.id, side=side)
            against = "; ".join(part for part in (shown.authors_text, shown.risk) if part)
            key = str(number) if side == "for" else f"Shift {chr(64 + number)}"
            detail = shown.consequence if side == "for" else against
            found.append(_answer(at, order, f"{word}: {option.label}", detail, key))
    found.append(_answer(at, Order.of(at.id, DONE), "Keep silent", "Nobody learns what you think.", "Space"))
    return found


def _answer(at: Scene, order: Order, label: str, detail: str, key: str, figure: FigureView | None = None) -> Answer:
    view = DecisionOptionView(str(order), label, detail, key, locked(at, order), "", figure)
    return Answer(view, order)
