"""What an ordinary order is worth: its described effects, what it does to motions and people, its price."""

from __future__ import annotations

from game.ai import bargains, foresight, motions, proposals, worth
from game.ai.attitude import FOE, FRIEND
from game.ai.judge import Judge, Line
from game.ai.worth import Happening
from game.ai.worth_world import OUT
from game.engine import bodies, lines, pacts
from game.engine import motions as rules
from game.engine.context import Context
from game.engine.lines import hostile
from game.engine.order import Order
from game.engine.slots import symbols
from game.engine.state import Motion, Sitting, State
from game.scenario.model import OrderType

#: How far one evening in the corridor or one speech moves an even vote (thousandths).
MOVES = {"lobby": 350, "speech": 260, "caucus": 300}
#: Chance from which a motion against a friend is to be blunted by an amendment.
BLUNT = 400
#: Unity from which somebody is a conciliator.
CONCILIATOR = 500
#: What it costs to put an office at stake out of a clear sky.
NEEDLESS = 120
#: What it costs to have nothing left to keep a worse paper off.
SPARED = 1500
#: What a promise of silence weighs with somebody whose word is all to him, points (with ``SCRUPLE``).
PLEDGE = 250
#: How wide a hearing (``worth_world.OUT``) tells who brought a paper out.
SIGNED = 600
#: What a word weighs with somebody who has no scruples, thousandths.
SCRUPLE = 400


def order_lines(judge: Judge, kind: OrderType, order: Order) -> list[Line]:
    """The score lines of an order: its effects, its dealings with others, its price."""
    context = Context(judge.state, symbols(order.who, dict(order.args)), f"order {kind.id}")
    happening = worth.happenings(context, kind.effects)
    found = worth.lines(judge, happening)
    for one in happening:
        if one.verb in worth.DEALT:
            found += _dealing(judge, one)
    found += _pride(judge, happening) + _needless(judge, kind, order) + _scruple(judge, kind)
    found += pledged(judge, happening)
    price = proposals.credit_worth(judge, kind.credit) + kind.authority
    price += kind.health * max(900 - int(judge.state.health[judge.mind.person]), 0) // 500
    if price:
        found.append(("cost", -price))
    return found


def _dealing(judge: Judge, one: Happening) -> list[Line]:
    verb, first = one.verb, one.words.get("word1", "")
    if verb == "break":
        bloc = judge.mind.ends[judge.person(first)]
        return bargains.breaking(judge, bloc) if bloc < len(judge.mind.bond) else []
    if verb == "motion":
        return made(judge, one.words)
    if verb == "mediate":
        return _mediate(judge, judge.person(first), judge.person(one.words["word2"]))
    if verb == "recant":
        return [("bowing", int(judge.state.severity[judge.mind.bloc]) * 140 // 1000)]
    motion = rules.find(judge.state, first)
    return _work(judge, verb, motion) if motion is not None else []


# ---- motions made by the order itself


def made(judge: Judge, about: dict[str, str]) -> list[Line]:
    """A motion that an order or a choice moves; its price is among the effects already."""
    motion = _motion(judge, about)
    if motion is None or proposals.settled(judge, motion.type, motion.subject):
        return [] if motion is None else [("settled", -60)]
    hit, mover = rules.target(judge.state, motion), judge.person(about.get("word4"))
    if (
        hit >= 0
        and mover == judge.mind.person
        and judge.mind.towards(hit) > FOE
        and proposals.hostile(lines.motion_type(judge.state, motion))
    ):
        return [("no_quarrel", -150)]
    if mover == judge.mind.person or mover < 0:
        return proposals.score(judge, motion, 0)
    odds = motions.chance(judge, motion)
    return [("motion", worth.total(motions.value(judge, motion)) * odds // 1000)]


def _motion(judge: Judge, about: dict[str, str]) -> Motion | None:
    state, index = judge.state, judge.atlas.index
    number, body = index["motions"].get(str(about["word1"]), -1), index["bodies"].get(str(about["word2"]), -1)
    if number < 0 or body < 0:
        return None
    kind = state.scenario.motions[number]
    sitting = rules.next_sitting(state, body) or Sitting("", body, state.day)
    motion = proposals.draft(judge, kind, sitting, _subject(judge, about, kind.subject))
    mover = judge.person(about.get("word4"))
    motion.movers = (mover,) if mover >= 0 else motion.movers
    return motion


def _subject(judge: Judge, about: dict[str, str], kind: str) -> str:
    subject = str(about.get("word3", ""))
    person = judge.person(subject)
    if kind == "bloc" and person >= 0:
        bloc = lines.leader_of(judge.state, person)
        return judge.state.scenario.blocs[bloc].id if bloc >= 0 else ""
    return "" if kind == "none" or subject == "-" else subject


# ---- work on motions that lie on the table


def _work(judge: Judge, verb: str, motion: Motion) -> list[Line]:
    """Corridor, floor, caucus, seconding, amending and keeping off."""
    gain = worth.total(motions.value(judge, motion))
    odds = foresight.outlook(judge, motion)
    if verb == "block":
        return [("kept_off", -gain * odds // 1000 * 9 // 10), *_spared(judge, motion)]
    if verb == "second":
        return [("second", gain * motions.openness(odds) // 3000 - 25)]
    if verb == "amend":
        return _amend(judge, motion, gain, odds)
    swing = abs(gain) * motions.openness(odds) // 1000 * MOVES[verb] // 1000
    return [("corridor", swing + (25 if _own(judge, motion) else 0) * motions.openness(odds) // 1000)]


def _spared(judge: Judge, motion: Motion) -> list[Line]:
    """Whoever watches over his office does not spend on a lesser paper what can keep off the one against it."""
    if not judge.strength.watchful or rules.target(judge.state, motion) == judge.mind.person:
        return []
    return [("spared", -SPARED)]


def _amend(judge: Judge, motion: Motion, gain: int, odds: int) -> list[Line]:
    """A friend, or a conciliator who wishes him well, blunts a motion that would carry; nobody amends for himself."""
    hit = rules.target(judge.state, motion)
    severe = lines.motion_type(judge.state, motion).severity > 0
    good = judge.mind.towards(hit) if hit >= 0 else 0
    kind = good >= FRIEND // 2 or (judge.mind.weight("unity") >= CONCILIATOR and good > 0)
    if motion.amended or not severe or not kind or odds < BLUNT or hit == judge.mind.person:
        return [("not_mine", -100)]
    return [("amended", -gain // 2)]


def _own(judge: Judge, motion: Motion) -> bool:
    return judge.mind.person in motion.movers or rules.target(judge.state, motion) == judge.mind.person


# ---- other dealings


def _mediate(judge: Judge, one: int, other: int) -> list[Line]:
    """Peace between friends is worth having; between two foes it is not."""
    good = (judge.mind.towards(one) + judge.mind.towards(other)) // 2
    return [("mediated", good * judge.mind.weight("unity") // 12000 - 8)]


def _pride(judge: Judge, happening: list[Happening]) -> list[Line]:
    """Whoever takes back what he said gives up a part of his cause; it is easier under a heavy sentence."""
    down = {"word1": judge.own, "word2": "down"}
    steps = sum(1 for one in happening if one.verb == "severity" and one.words == down)
    if not steps:
        return []
    mind, step = judge.mind, int(judge.state.severity[judge.mind.bloc])
    needless = max(0, steps - step // 1000) * 140  # a step that is not there cannot be taken off
    pride = steps * (45 + mind.weight("cause") // 8 + mind.weight("doctrine") // 12)
    return [("pride", -pride - needless), ("bowing", step // 30 if step >= 2000 else 0)]


def _needless(judge: Judge, kind: OrderType, order: Order) -> list[Line]:
    """Nobody puts an office of his own at stake unless it, or he, is under attack."""
    own = next((slot for slot in kind.slots if slot.kind == "post"), None)
    if own is None or own.test is None or own.test.text != "holds(SELF, POST)":
        return []
    state, mind, post = judge.state, judge.mind, judge.atlas.index["posts"][str(dict(order.args)["post"])]
    hit = any(rules.target(state, m) == mind.person and hostile(lines.motion_type(state, m)) for m in state.agenda)
    pressed = mind.threatened or int(state.severity[mind.bloc]) > 0 or int(state.threatened[post]) >= state.turn
    return [] if hit or pressed else [("needless", -NEEDLESS)]


def pledged(judge: Judge, happening: list[Happening]) -> list[Line]:
    """Whoever promised silence about somebody does not lightly bring out a paper that speaks of him.

    A leak is not signed, and few trouble their conscience with it.
    """
    state, word = judge.state, judge.mind.weight("word")
    for one in happening:
        number = judge.atlas.index["documents"].get(one.words.get("word1", ""), -1) if one.verb == "document" else -1
        heard = OUT.get(one.words.get("word2", ""), 0)
        if number >= 0 and heard >= SIGNED and pacts.promised_silence(state, judge.mind.bloc, number):
            return [("his_word", -PLEDGE * (SCRUPLE + word) // 1000 * heard // 1000 * one.odds // 1000)]
    return []


def _scruple(judge: Judge, kind: OrderType) -> list[Line]:
    """Those who keep their word do not like to inform, unless it is their office."""
    offices = judge.atlas.by_power.get("surveillance", ())
    if kind.family != "inform" or any(int(judge.state.holder[post]) == judge.mind.person for post in offices):
        return []
    return [("scruple", -max(judge.mind.weight("word") - SCRUPLE, 0) // 8)]


def contested(state: State, sitting: Sitting, person: int) -> list[Motion]:
    """Motions before a sitting on which a person has a voice and has not declared himself."""
    found = []
    for motion in rules.on(state, sitting):
        known = {who for who, _ in motion.stands} | set(motion.movers)
        voice = bodies.attends(state, person, motion.body) or rules.target(state, motion) == person
        if person not in known and voice and not motion.blocked:
            found.append(motion)
    return found
