"""What effects on regions, posts, rules, papers and the state of the world are worth to a seat."""

from __future__ import annotations

from typing import Any

from game.ai.aims import Want
from game.ai.judge import Judge
from game.ai.worth_rule import Rule, spare
from game.engine import documents
from game.engine.context import Context

#: What each first secretary moved within a year takes from the worth of moving another.
ALARM = 200
#: So far beyond what his aim asks a number is safe.
MARGIN = 150
#: How far a document that comes out is heard, thousandths.
OUT = {"known": 300, "leaked": 500, "delegations": 700, "press": 1000, "abroad": 600}


def _mood(judge: Judge, about: dict[str, Any], amount: int) -> int:
    """The mood of cells moves cells; it counts most before an assembly."""
    value = amount * judge.share(about["word1"]) // 1000 * judge.wish(about["word2"]) // 1000
    return value * 3 * (250 + judge.mind.weight("applause")) // 1000


def _lean(judge: Judge, about: dict[str, Any], amount: int) -> int:
    axis_id, _, pole = str(about["word2"]).partition(":")
    axis = judge.atlas.index["axes"].get(axis_id, -1)
    if axis < 0:
        return 0
    sign = 1 if judge.state.scenario.axes[axis].high == pole else -1
    own = int(judge.state.axes[judge.mind.person, axis])
    value = amount * sign * own // 1000 * judge.share(about["word1"]) // 1000
    return value * 2 * (250 + judge.mind.weight("doctrine")) // 1000


def _clients(judge: Judge, about: dict[str, Any], amount: int) -> int:
    """Lower secretaries are taken from those who belong to nobody; under a friend's secretary they weigh most."""
    wish, value = judge.wish(about["word2"]), 0
    for region in judge.regions(about["word1"]):
        first = judge.mind.towards(judge.holder(region))
        pull = 1400 if first > 500 else 500
        gain = min(amount, int(judge.state.clients[region, -1]))
        value += gain * judge.mind.shares[region] // 100 * pull // 1000 * wish // 1000
    return value * judge.machines // 1000


def _machine(judge: Judge, about: dict[str, Any], amount: int) -> int:
    value = 0
    for region in judge.regions(about["word1"]):
        first = judge.mind.towards(judge.holder(region))
        gain = spare(int(judge.state.machine[region]), amount)
        value += gain * judge.mind.shares[region] // 400 * first // 1000
    return value * judge.machines // 1000


def _autonomy(judge: Judge, about: dict[str, Any], amount: int) -> int:
    """Resistance to placement serves whoever holds the region."""
    value = 0
    for region in judge.regions(about["word1"]):
        value += amount * judge.mind.shares[region] // 500 * judge.mind.towards(judge.holder(region)) // 1000
    return value


def _grievance(judge: Judge, about: dict[str, Any], amount: int) -> int:
    """Grievance speaks against whoever leads."""
    leading = judge.mind.power[judge.mind.bloc] * 1000 // max(sum(judge.mind.power), 1) - 120
    value = -amount * judge.share(about["word1"]) // 1000 * max(-200, min(leading, 400)) // 400
    for region in judge.regions(about["word1"]):
        want = judge.mind.wants.get(("grievance", judge.state.scenario.regions[region].id))
        if want is not None:
            value += _towards(judge, want, amount, int(judge.state.grievance[region]))
    return value


def _towards(judge: Judge, want: Want, amount: int, now: int) -> int:
    """What it is worth that a number his aim speaks of moves; a third of it once the number is safe."""
    number = 500 if want.number is None else want.number
    safe = now >= number + MARGIN if want.points > 0 else now <= number - MARGIN
    return amount * want.points // (200 if safe else 60) * judge.cause // 1000


def _secretary(judge: Judge, about: dict[str, Any], _: int) -> int:
    value, who = 0, str(about["word2"])
    for region in judge.regions(about["word1"]):
        old = judge.mind.towards(judge.holder(region))
        change, odds = judge.wish(who) - old, 600 if old < 0 else 750
        value += change * (30 + judge.mind.shares[region]) // 300 * odds // 1000
        if judge.mind.ends[judge.person(who)] == judge.mind.bloc:
            value += judge.aim("controls", judge.own, str(about["word1"])) * odds // 1000 - _alarm(judge)
    return value * judge.machines // 1000


def _alarm(judge: Judge) -> int:
    """Every first secretary moved within a year makes the next one harder to bear for the others."""
    return ALARM * Context(judge.state).placements()


def _squad(judge: Judge, about: dict[str, Any], _: int) -> int:
    return -judge.wish(about["word2"]) * (30 + judge.share(about["word1"])) // 200


def _post(judge: Judge, about: dict[str, Any], _: int) -> int:
    number = judge.atlas.index["posts"].get(str(about["word1"]), -1)
    if number < 0:
        return 0
    old, verb = int(judge.state.holder[number]), about.get("word2")
    was = judge.mind.towards(old)
    now = judge.wish(about.get("word3")) if verb == "to" else 0
    weight = 60 + judge.state.scenario.posts[number].weight // 4
    part = 400 if verb == "threatened" else 1000
    value = (now - was) * weight // 1000 * (250 + judge.mind.weight("posts")) // 750
    name = str(about["word1"])
    if "appointments" in judge.state.scenario.posts[number].powers and verb != "to":
        value -= min(_freedom(judge, old) - _after(judge, old), 0)
    if verb == "to":
        value += judge.aim("holds", str(about.get("word3")), name)
    if old >= 0:
        value -= judge.aim("holds", judge.state.scenario.people[old].id, name)
    if verb == "vacated" and int(judge.state.threatened[number]) >= judge.state.turn:
        part = 500  # it is half lost already
    return value * part // 1000


def _quantity(judge: Judge, about: dict[str, Any], amount: int) -> int:
    """What his aim speaks of, until it is safe; unity to those who prize it."""
    number = judge.atlas.index["quantities"].get(str(about["word1"]), -1)
    if number < 0:
        return 0
    want = judge.mind.wants.get(("quantity", str(about["word1"])))
    value = amount // 12
    if want is not None:
        value += _towards(judge, want, amount, int(judge.state.quantities[number]))
    if judge.state.scenario.quantities[number].role == "unity":
        value += amount * judge.mind.weight("unity") // 1500
    return value


def _rule(judge: Judge, about: dict[str, Any], _: int) -> int:
    """A standing rule: what his aim says of it, and whether it binds his own appointments or another's."""
    number = judge.atlas.index["rules"].get(str(about["word1"]), -1)
    if number < 0:
        return 0
    turned = (about.get("word2") == "on") - bool(judge.state.rules[number])
    bound = 1000 - judge.state.scenario.rules[number].appointments
    value = judge.aim("rule", str(about["word1"]))
    return turned * (value - _appointer(judge) * bound // 1000)


def _appointer(judge: Judge) -> int:
    """What it is worth to him that whoever appoints should do so freely: liking, less the fear of his strength."""
    posts = judge.atlas.by_power.get("appointments", ())
    return _freedom(judge, int(judge.state.holder[posts[0]]) if posts else -1)


def _freedom(judge: Judge, holder: int) -> int:
    """Liking, less the fear of his strength; a third of the fear less while a greater danger stands elsewhere."""
    mind = judge.mind
    elsewhere = mind.danger >= 0 and holder >= 0 and mind.ends[holder] != mind.danger
    return mind.towards(holder) // 5 - judge.overshadowed(holder) // (6 if elsewhere else 4)


def _after(judge: Judge, holder: int) -> int:
    """The same of whoever is likely to come next, the strongest of the others: one master may follow another."""
    mind, leaders = judge.mind, judge.atlas.leaders
    others = [bloc for bloc in range(len(leaders)) if bloc != mind.ends[holder] and mind.power[bloc]]
    strongest = max(others, key=lambda bloc: (mind.power[bloc], -bloc), default=mind.bloc)
    return min(_freedom(judge, leaders[strongest]), 0) // 2


def _document(judge: Judge, about: dict[str, Any], _: int) -> int:
    """A document that comes out does what its scenario says, by how far it is heard; or it is only read."""
    number = judge.atlas.index["documents"].get(str(about["word1"]), -1)
    out = OUT.get(str(about.get("word2")), 0)
    if number < 0 or not out:
        return 0
    felt: int = judge.cached(("document", number), lambda: _felt(judge, number))
    hoped = _hearing(judge, str(about["word1"]), documents.STAGES[str(about["word2"])])
    return (felt + hoped - _waits(judge, number)) * out // 1000


def _hearing(judge: Judge, name: str, stage: int) -> int:
    """What his aim says of so wide a hearing: a wish for a wider one is spoilt by a smaller."""
    want = judge.mind.wants.get(("document", name))
    if want is None:
        return 0
    aim, asked = judge.aim("document", name), want.number or 0
    if want.points > 0:
        return aim if stage >= asked else -aim // 2
    return aim if stage > asked else 0


def _waits(judge: Judge, number: int) -> int:
    """The patient keep a paper nobody has heard of in the drawer for a better day, unless they are pressed."""
    mind, state = judge.mind, judge.state
    if all(name == judge.own for name in state.scenario.documents[number].names):
        return 0  # a textbook of his own is no card to keep
    heard = int(state.documents[number]) >= documents.STAGES["leaked"]
    pressed = mind.threatened or int(state.severity[mind.bloc]) > 0
    return 0 if heard or pressed else mind.weight("patience") // 6


def _felt(judge: Judge, number: int) -> int:
    """What would be felt if the document came out now, worth to him."""
    from game.ai import worth  # worth joins the rules of this module

    case = documents.surfacing(judge.state, number, judge.mind.person)
    if case < 0:
        return 0
    effects = judge.state.scenario.documents[number].surfacings[case].effects
    context = documents.context_of(judge.state, number, judge.mind.person)
    found = worth.total(worth.of(judge, context, effects))
    return found * documents.strength(judge.state, number, True).total // 1000


def _thesis(judge: Judge, about: dict[str, Any], _: int) -> int:
    """A formula is worth what he agrees with it and likes its author; launched, it is his own."""
    number = judge.atlas.index["theses"].get(str(about["word1"]), -1)
    if number < 0:
        return 0
    thesis = judge.state.scenario.theses[number]
    axis = judge.atlas.index["axes"][thesis.axis]
    sign = 1 if judge.state.scenario.axes[axis].high == thesis.pole else -1
    agreement = sign * int(judge.state.axes[judge.mind.person, axis]) - 150
    word = str(about.get("word2"))
    part = {"launched": 1, "adopted": 2, "condemned": -2, "attacked": -1}.get(word, 0)
    if word == "launched" and int(judge.state.theses[number]):
        part = 0  # it is before the party already
    owner = int(judge.state.thesis_owner[number])
    liked = judge.mind.relation[owner] if owner >= 0 and word != "launched" else 0
    value = part * (agreement // 16 + liked // 30) * (250 + judge.mind.weight("doctrine")) // 1000
    return value + judge.aim("thesis", thesis.id) * part // 3


def _teach(judge: Judge, about: dict[str, Any], amount: int) -> int:
    return amount * judge.wish(about["word1"]) // 1000 * judge.state.untaught // 200


def _intake(judge: Judge, about: dict[str, Any], amount: int) -> int:
    """Newcomers serve those who can place and teach them."""
    return 20 if judge.places() else -8


def _gate(judge: Judge, about: dict[str, Any], _: int) -> int:
    wider = {"closed": -1, "normal": 0, "open": 1}.get(str(about.get("word1")), 0)
    return wider * (16 if judge.places() else -12)


def _fear(judge: Judge, about: dict[str, Any], amount: int) -> int:
    """Fear serves those who lead and hurts those who need a free vote."""
    sign = 1 if judge.places() else -1
    return sign * amount * judge.share(about["word1"]) // 4000


def _summon(judge: Judge, about: dict[str, Any], _: int) -> int:
    """A plenum called at once serves whoever has something to say and no office to say it from."""
    return -10 if judge.places() else judge.mind.weight("risk") // 25


def _call(judge: Judge, about: dict[str, Any], _: int) -> int:
    """Time works for whoever appoints; an early congress serves whoever does not."""
    later = str(about.get("word2")) == "postponed"
    return 10 if later == judge.places() else -10


RULES: dict[str, Rule] = {
    "mood": _mood,
    "lean": _lean,
    "clients": _clients,
    "take": _clients,
    "machine": _machine,
    "autonomy": _autonomy,
    "grievance": _grievance,
    "fear": _fear,
    "secretary": _secretary,
    "replace": _secretary,
    "squad": _squad,
    "post": _post,
    "quantity": _quantity,
    "rule": _rule,
    "document": _document,
    "thesis": _thesis,
    "teach": _teach,
    "enrolment": _intake,
    "gate": _gate,
    "call": _call,
    "summon": _summon,
}
