"""What an agreement is worth to a bloc: the score line of an offer, and of consent to a hinge's option."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from game.engine import lines, pacts
from game.engine.act import amount_of, person_of
from game.engine.atlas import Atlas
from game.engine.context import Context
from game.engine.ledger import Breakdown, Ledger
from game.engine.memo import kept
from game.engine.state import JOIN, Offer, State
from game.scenario.model import Effect, Scenario

#: Agreement on the axes is worth nothing at this mean distance (0..2000).
DISTANCE = 450
#: What a term asks for by itself, in points, of the giver and of the receiver.
ASKED: Mapping[str, tuple[int, int]] = {
    "alliance": (-120, -120), "support": (-60, -160), "peace": (-30, -30), "silence": (-20, -20),
    "post": (-140, -120), JOIN: (-40, -80),
}  # fmt: skip
#: What a term brings by itself.
BROUGHT: Mapping[str, tuple[int, int]] = {
    "alliance": (60, 60), "support": (180, 90), "peace": (60, 60), "silence": (40, 40), "post": (180, 0),
    JOIN: (80, 120),
}
#: How much of each general line counts for a term: axes, threat, guilt (thousandths).
SHARES: Mapping[str, tuple[int, int, int]] = {
    "alliance": (1000, 1000, 1000), "support": (700, 700, 500), "peace": (200, 500, 200),
    "silence": (200, 300, 200), "post": (500, 700, 800), JOIN: (700, 500, 800),
}
#: Points for a step of severity shared, for a broken word known, and the limit of the latter.
GUILT_STEP, BROKEN_WORD, BROKEN_LIMIT = 150, 4, 400
#: An alliance with somebody already bound is worth nothing more.
ALREADY = -500
#: More agreements with one other than this are too many to keep; what each beyond them weighs.
MANY, PROMISE = 2, 120
#: What it costs to take back somebody one has broken with, at once; it fades in so many turns.
PARTED, PARTED_TURNS = 240, 12
#: How much more an office weighs with somebody whose aim asks for it.
LIFEWORK = 4
_OFFICE_ASKED = re.compile(r"holds\(SELF, '(\w+)'\)")
#: Points of fear for each thousandth of prestige the partner has above this.
PRESTIGE = 650


def score(state: State, offer: Offer, side: int) -> Breakdown:
    """The score line of one side of an offer."""
    other = offer.to if side == offer.by else offer.by
    context = Context(state)
    ledger = Ledger("offer", about=(("offer", offer.id), ("side", state.scenario.blocs[side].id)))
    axes, threat, shared = SHARES[offer.term]
    _regard(context, ledger, side, other)
    ledger.add("shared_axes", agreement(context, side, other) * axes // 1000)
    _threat(context, ledger, side, other, threat)
    guilt = pacts.guilt(state, side, other) * GUILT_STEP // 1000
    ledger.add("guilt", -(guilt * shared // 1000))
    _asked(context, ledger, offer, side, other)
    _commitments(context, ledger, offer, side, other)
    if offer.term != JOIN:  # which is no agreement with one other
        ledger.add("many_promises", -PROMISE * max(promises(state, side) + 1 - MANY, 0))
    ledger.add("broken_word", -broken_word(state, other))
    ledger.add("parted", -_parted(context, side, other))
    return ledger.close()


def _regard(context: Context, ledger: Ledger, side: int, other: int) -> None:
    """Opinion and trust, and what is owed."""
    mine, theirs = context.chief(side), context.chief(other)
    ledger.add("opinion", context.opinion(mine, theirs) // 2)
    ledger.add("debt", context.debt(mine, theirs))
    ledger.add("dossier", context.dossier(theirs, mine) // 2)


def agreement(context: Context, one: int, other: int) -> int:
    """Points for likeness of mind: the mean distance on the axes below or above a middling one."""
    axes = context.state.axes
    rows = (axes[context.chief(one)], axes[context.chief(other)])
    count = max(len(context.scenario.axes), 1)
    distance = sum(abs(int(a) - int(b)) for a, b in zip(*rows, strict=True)) // count
    return max((DISTANCE - distance) // 3, -200)


def _threat(context: Context, ledger: Ledger, side: int, other: int, share: int) -> None:
    """A strong third both fear brings them together; a partner who is himself the strongest does not."""
    mine, theirs = context.chief(side), context.chief(other)
    danger = context.rival(mine)
    if danger >= 0 and danger != theirs:
        common = _fear(context, mine, danger) + min(_fear(context, theirs, danger), 200)
        ledger.add("common_threat", max(common, 0) * share // 2000, rival=context.atlas.id("people", danger))
    over = context.prestige(theirs) - max(PRESTIGE, context.prestige(mine))
    ledger.add("partner_too_strong", -max(over, 0) * share // 1000)


def _fear(context: Context, one: int, danger: int) -> int:
    """How dangerous a leader looks to another: his prestige beyond one's own, and dislike."""
    if one == danger:
        return 0
    return context.prestige(danger) - context.prestige(one) - context.opinion(one, danger) // 2


def _asked(context: Context, ledger: Ledger, offer: Offer, side: int, other: int) -> None:
    """What the term asks and brings by itself."""
    place = 0 if side == offer.by else 1
    ledger.add(f"asked_{offer.term}", ASKED[offer.term][place])
    ledger.add(f"brought_{offer.term}", BROUGHT[offer.term][place])
    if offer.term == "silence":
        ledger.add("their_papers", papers(context, other, side))
    if offer.term == "post":
        _post(context, ledger, offer, place)


def _post(context: Context, ledger: Ledger, offer: Offer, place: int) -> None:
    post = context.atlas.at("posts", offer.what)
    if post < 0:
        return
    weight = 150 + context.scenario.posts[post].weight // 2
    if place == 0:
        ledger.add("post_given", -(weight // 4))
        return
    ledger.add("post_promised", weight)
    giver = context.chief(offer.by)
    body = context.atlas.index["bodies"].get(context.scenario.posts[post].filled_by or "", -1)
    able = context.power(giver, "appointments") or context.majority(giver, body)
    ledger.add("cannot_deliver", 0 if able else -(weight * 2 // 3))


def papers(context: Context, holder: int, about: int) -> int:
    """Points for what a bloc could publish about another: papers that name its leader, and dossiers."""
    mine, theirs = context.chief(holder), context.chief(about)
    name = context.scenario.people[theirs].id
    held = [d for d, data in enumerate(context.scenario.documents) if name in data.names]
    count = sum(1 for document in held if context.owns(mine, document))
    return 60 * count + context.dossier(mine, theirs) // 2


def _commitments(context: Context, ledger: Ledger, offer: Offer, side: int, other: int) -> None:
    """Partners who detest the new partner, and being bound to him already."""
    state, theirs = context.state, context.chief(other)
    if offer.term == "alliance" and _bound(state, side, other) >= 500:
        ledger.add("already_bound", ALREADY)
    for third, leader in enumerate(context.atlas.leaders):
        strength = lines.pact_strength(state, side, third)
        dislike = -context.opinion(leader, theirs) if third not in (side, other) else 0
        if strength and dislike > 0 and offer.term in ("alliance", "support", "post", JOIN):
            cost = strength * min(dislike, 600) // 1600
            ally = context.atlas.id("people", leader)
            ledger.add("commitment", -(cost // 2 if offer.secret else cost), ally=ally)


def _bound(state: State, one: int, other: int) -> int:
    """Strength of the strongest pact of two blocs; one in its last turn may be renewed."""
    lasting = (pact for pact in pacts.between(state, one, other) if pact.until == 0 or pact.until > state.turn)
    return max((pact.strength for pact in lasting), default=0)


def promises(state: State, bloc: int) -> int:
    """How many agreements with one other a bloc keeps."""
    return sum(1 for pact in state.pacts if bloc in pact.members and len(pact.members) == 2)


def broken_word(state: State, bloc: int) -> int:
    """Points lost by a name for breaking pacts and promises: a part of what everybody remembers."""
    return kept(state, ("broken word", bloc), lambda _: _broken_word(state, bloc))


def _broken_word(state: State, bloc: int) -> int:
    leader = Atlas.of(state.scenario).leaders[bloc]
    kinds = ("broken_pact", "broken_promise")
    remembered = sum(-m.amount for m in state.memories if m.about == leader and m.reason in kinds)
    return min(remembered // BROKEN_WORD, BROKEN_LIMIT)


def _parted(context: Context, side: int, other: int) -> int:
    """Points against making up with somebody one left: what spoke against him then is not forgotten at once."""
    breaches = kept(context.state, "breaches", _breaches)
    turn = breaches.get((context.chief(other), context.chief(side)), -PARTED_TURNS)
    return PARTED * max(PARTED_TURNS - (context.state.turn - turn), 0) // PARTED_TURNS


def _breaches(state: State) -> dict[tuple[int, int], int]:
    """Who was left by whom (people indexes), and in which turn last."""
    broken = sorted((m.turn, m.holder, m.about) for m in state.memories if m.reason == "broken_pact")
    return {(left, breaker): turn for turn, left, breaker in broken}


# ---- consent to a hinge's option


def consent(context: Context, asker: int, person: int, effects: Iterable[Effect]) -> Breakdown:
    """Whether somebody agrees to what another proposes (people indexes): the ordinary lines.

    What the option itself does to him counts by ``touches``.
    """
    state = context.state
    names = (("asker", context.atlas.id("people", asker)), ("person", context.atlas.id("people", person)))
    ledger = Ledger("consent", about=names)
    ledger.add("opinion", context.opinion(person, asker) // 2)
    ledger.add("debt", context.debt(person, asker))
    one, other = context.bloc(person), context.bloc(asker)
    if one >= 0 and other >= 0 and one != other:
        ledger.add("pact", lines.pact_strength(state, one, other) // 4)
        ledger.add("guilt", -(pacts.guilt(state, one, other) * GUILT_STEP // 1000))
        ledger.add("broken_word", -broken_word(state, other))
        if context.leader(person) and context.leader(asker):
            _threat(context, ledger, one, other, 600)
    ledger.add("what_it_does", touches(context, person, effects))
    ledger.add("asked_consent", -40)
    return ledger.close()


#: Verbs whose amount is good or bad for the person they name first.
_FIGURES = ("mantle", "authority", "credit", "cohesion", "press", "health")


def touches(context: Context, person: int, effects: Iterable[Effect]) -> int:
    """Points of what effects do to a person: figures, posts and the legal ladder."""
    total = 0
    for effect in effects:
        if effect.chance is not None or effect.test is not None:
            chance = effect.chance if effect.chance is not None else 500
            total += touches(context, person, effect.then) * chance // 1000
            total += touches(context, person, effect.otherwise) * (1000 - chance) // 1000
        else:
            total += _touch(context, person, effect)
    return total


def _touch(context: Context, person: int, effect: Effect) -> int:
    args = effect.args
    who = person_of(context, args[0]) if args else -1
    if effect.verb in _FIGURES and who == person:
        return amount_of(context, args[1])
    if effect.verb == "post":
        return _post_touch(context, person, effect)
    if effect.verb in ("legal", "severity") and who == person:
        return {"tolerated": 100, "down": 100, "warned": -100}.get(args[1], -200)
    if effect.verb == "status" and who == person:
        return 150 if args[1] in ("centre", "readmitted") else -300
    if effect.verb == "opinion" and person_of(context, args[1]) == person:
        return amount_of(context, args[2]) // 4
    return 0


def _post_touch(context: Context, person: int, effect: Effect) -> int:
    post = context.atlas.at("posts", effect.args[0]) if isinstance(effect.args[0], str) else -1
    if post < 0:
        return 0
    weight = 150 + context.scenario.posts[post].weight // 2
    if (person, post) in context.atlas.once("offices of aims", _offices_of_aims):
        weight *= LIFEWORK
    held = context.holder(post) == person
    if effect.args[1] == "to":
        taker = person_of(context, effect.args[2])
        return weight if taker == person and not held else -weight if held and taker != person else 0
    if not held:
        return 0
    return -weight if effect.args[1] == "vacated" else -(weight // 3)


def _offices_of_aims(scenario: Scenario) -> frozenset[tuple[int, int]]:
    """Pairs of a contender and a post that his aim asks him to hold."""
    persons, posts = scenario.index["people"], scenario.index["posts"]
    aims = (
        (persons[one.person], name)
        for one in scenario.contenders
        for name in _OFFICE_ASKED.findall(one.win.test.text)
    )
    return frozenset((person, posts[name]) for person, name in aims)


def plain(line: Breakdown) -> list[list[object]]:
    """A score line as plain data for a record."""
    return [[term.reason, term.amount] for term in line.terms]
