"""Motions a rival might move: chosen by what they are worth to him, then by their chance, then by the price.

A motion against somebody is moved only with a case, a good chance and a pause since the last one; credit
spent on small things is credit lacking on the day it is needed.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from game.ai import foresight, motions, worth
from game.ai.attitude import FOE, FRIEND
from game.ai.judge import Judge, Line
from game.engine import lines, meetings
from game.engine import motions as rules
from game.engine.enactment import REMOVAL
from game.engine.memo import kept
from game.engine.order import Order
from game.engine.slots import subjects
from game.engine.state import Motion, Sitting, State
from game.scenario.model import MotionType

#: Any motion that is not severe needs this chance of carrying (thousandths).
HOPEFUL = 450
#: Motions of one seat lie at least so many turns apart.
PAUSE = 3
#: A question once voted is not raised again for so many turns.
SETTLED, SETTLED_HIT = 9, 18  # and one against somebody
#: What is worth so much is not put off for that by whoever seizes his chances.
GREAT = 400
#: Motions worth less than this before the vote are not thought about.
WORTHY = 45
#: A relation below which credit is saved for an attack, and how much is saved.
SAVES, PURSE = -80, 620
#: What a thousand of credit so saved is worth, in points.
ATTACK = 260
#: What an attack out of a clear sky costs; points for each thousandth of severity a case gives.
CLEAR_SKY, POST_SKY, LEAST_SKY = 240, 160, 60
#: Whoever is stronger than the mover strikes back (divisor of what he is ahead).
STRENGTH = 8
#: A removal counts a part of what the strongest third is ahead against it (divisor).
BALANCE = 4
#: What is lacking in precedents of such a motion, up to three, costs each.
NOVELTY = 50
#: How many people of a kind come into question as the subject of a motion.
SUBJECTS = 3
#: What each other attack of the last turns takes from the patience of the party, and how many turns back.
WEARY, LATELY = 30, 4


def considered(judge: Judge, table: str) -> list[tuple[int, Order, list[Line]]]:
    """Motions worth moving by the order ``table``, each with its score lines; the best few."""
    least = WORTHY if _ready(judge, table, PAUSE) else GREAT
    if least == GREAT and not judge.strength.seizes:
        return []
    found = [(worth.total(motions.value(judge, motion)), motion) for motion in _possible(judge)]
    found = [one for one in found if one[0] >= least]
    found.sort(key=lambda one: -one[0])  # of equals the weightiest person, who was thought of first
    return [_weighed(judge, motion, table) for _, motion in found[: judge.strength.reckoned]]


def _ready(judge: Judge, order: str, pause: int) -> bool:
    last = judge.state.given.get(f"{judge.own} {order}", 0)
    return not last or judge.state.turn - last >= pause


def _in_mind(judge: Judge, number: int, kind: MotionType) -> bool:
    """Motions come to mind by turns, attacks all in the same turns."""
    rounds, turn = judge.strength.motions, judge.state.turn + judge.mind.person
    return turn % judge.strength.attacks == 0 if kind.severity else (number + turn) % rounds == 0


def _procedural(judge: Judge, number: int, kind: MotionType) -> bool:
    """True for what the calendar and vacancies put on the agenda by themselves."""
    roles = judge.state.scenario.settings.get("motion_roles", {})
    named = (roles.get("report"), roles.get("resignation")) if isinstance(roles, dict) else ()
    return kind.id in named or number == rules.election_type(judge.state)


def _possible(judge: Judge) -> Iterator[Motion]:
    """Motions he could move and pay for in a body that sits, one body for each."""
    state, mind = judge.state, judge.mind
    credit = int(state.credit[mind.bloc])
    rooms = _rooms(judge)
    for number, kind in enumerate(state.scenario.motions):
        place = next((s for s in rooms if rules.allowed(state, number, s.body)), None)
        if place is None or _procedural(judge, number, kind) or not _in_mind(judge, number, kind):
            continue
        for subject in _subjects(judge, kind):
            if settled(judge, kind.id, subject) or _price(judge, number, subject) > credit:
                continue
            if rules.why_not(state, mind.person, number, place.body, subject) is None:
                yield draft(judge, kind, place, subject)


def _rooms(judge: Judge) -> list[Sitting]:
    """Sittings of this turn in which he has a voice, the weightiest body first."""
    state = judge.state
    own = [s for s in meetings.of_turn(state) if meetings.attends(state, s, judge.mind.person)]
    rank = {"assembly": 0, "joint": 1, "committee": 2, "named": 3}
    return sorted(own, key=lambda s: (rank.get(state.scenario.bodies[s.body].kind, 4), s.day, s.body))


def draft(judge: Judge, kind: MotionType, place: Sitting, subject: str) -> Motion:
    """The motion as it would lie on the table."""
    name = "/".join(part for part in (place.meeting, kind.id, subject) if part)
    movers = (judge.mind.person,)
    return Motion(name, kind.id, place.body, place.meeting, movers, kind.subject, subject)


def hostile(kind: MotionType) -> bool:
    """True if such a motion punishes, removes or condemns somebody."""
    return lines.hostile(kind)


def _price(judge: Judge, number: int, subject: str) -> int:
    if judge.state.scenario.motions[number].credit > 2 * int(judge.state.credit[judge.mind.bloc]):
        return 10**6
    return rules.credit(judge.state, number, subject)


def settled(judge: Judge, kind: str, subject: str) -> bool:
    """True if the same question was voted on lately."""
    state = judge.state
    last = kept(state, "last votes", _last_votes).get((kind, subject))
    if last is None:  # as with most questions that come to mind
        return False
    severe = state.scenario.motions[judge.atlas.index["motions"][kind]].severity > 0
    return last >= state.scenario.turn_dates(max(state.turn - (SETTLED_HIT if severe else SETTLED), 1))[0]


def _last_votes(state: State) -> dict[tuple[str, str], date]:
    """The day of the last vote on each question."""
    return {(ballot.type, ballot.subject): ballot.day for ballot in state.ballots}


# ---- subjects


def _subjects(judge: Judge, kind: MotionType) -> list[str]:
    """What such a motion might be about for him: foes of a hostile one, friends of another."""
    if kind.subject in ("none", "thesis", "document", "rule", "meeting"):
        return subjects(judge.state, kind.id)
    found: list[str] = judge.cached(("subjects", kind.subject, hostile(kind)), lambda: _chosen(judge, kind))
    return found


def _chosen(judge: Judge, kind: MotionType) -> list[str]:
    scenario, mind = judge.state.scenario, judge.mind
    if kind.subject == "bloc":
        order = sorted(range(len(scenario.blocs)), key=lambda bloc: (mind.relation[bloc], bloc))
        return [scenario.blocs[bloc].id for bloc in order[:3] if mind.relation[bloc] < FOE]
    if kind.subject == "person":
        return _persons(judge, hostile(kind))
    if kind.subject == "post":
        held = [(mind.towards(int(h)), -scenario.posts[q].weight, q) for q, h in enumerate(judge.state.holder)]
        return [scenario.posts[q].id for value, _, q in sorted(held, key=lambda o: o[1])[:8] if value < FOE][:3]
    first = [(mind.towards(judge.holder(r)), region.id) for r, region in enumerate(scenario.regions)]
    return [name for value, name in sorted(first)[:2] if value < FOE]


def _persons(judge: Judge, foes: bool) -> list[str]:
    """The weightiest foes or friends, few; more friends for whoever needs votes at the small table himself."""
    mind, state = judge.mind, judge.state
    most = judge.strength.friends if not foes and mind.want("power_share", judge.own) > 0 else SUBJECTS
    wanted = [p for p, good in enumerate(mind.people) if state.alive[p] and (good < FOE if foes else good > FRIEND)]
    wanted.sort(key=lambda p: (-mind.influence[p], p))
    leaders = [p for p in wanted if judge.atlas.bloc_led[p] >= 0] if foes else []
    chosen = dict.fromkeys([*leaders[:most], *wanted[:most]])
    return [state.scenario.people[p].id for p in chosen]


# ---- weighing


def _weighed(judge: Judge, motion: Motion, table: str) -> tuple[int, Order, list[Line]]:
    place = judge.state.scenario.bodies[motion.body].id
    order = Order.of(judge.own, table, motion_type=motion.type, body=place, subject=motion.subject)
    number = judge.atlas.index["motions"][motion.type]
    found = score(judge, motion, _price(judge, number, motion.subject))
    return worth.total(found), order, found


def score(judge: Judge, motion: Motion, price: int) -> list[Line]:
    """The score lines of moving a motion: its worth by its chance, the risk, the case, the price."""
    kind = lines.motion_type(judge.state, motion)
    odds = motions.chance(judge, foresight.answered(judge, motion))
    gain = worth.total(motions.value(judge, motion))
    found = [("motion", gain * odds // 1000), ("risk_of_defeat", -(1000 - odds) * 60 // 1000)]
    least = judge.strength.confident - judge.mind.weight("risk") // 12 if kind.severity else HOPEFUL
    if odds < least:
        found.append(("too_uncertain", -200))
    if kind.severity:
        found += case(judge, motion, kind)
    found.append(("cost", -credit_worth(judge, price, kind.severity > 0)))
    return [line for line in found if line[1]]


def case(judge: Judge, motion: Motion, kind: MotionType) -> list[Line]:
    """Whether there is a case: an open charge, a standing already lowered; and what binds the mover's hands."""
    state, mind, hit = judge.state, judge.mind, rules.target(judge.state, motion)
    bloc = mind.ends[hit] if hit >= 0 else len(mind.bond)
    if bloc >= len(mind.bond):
        return []
    charged = int(state.charge[bloc]) if int(state.charge_until[bloc]) >= state.turn else 0
    known = max(charged, int(state.severity[bloc])) + int(state.exposure[bloc])
    sky, novelty = CLEAR_SKY, NOVELTY
    if kind.subject == "post":  # an office can be taken without a charge from somebody who grows too strong
        sky, novelty = max(POST_SKY - judge.overshadowed(hit) // 4, LEAST_SKY), NOVELTY // 3
    ground = min(known * sky // max(kind.severity, 1), sky)
    nerve = (mind.weight("revenge") + mind.weight("risk") - mind.weight("patience")) // 25
    used = min(state.precedents.get(kind.id, 0), 3)
    weary = -WEARY * _lately(judge)
    found = [("no_case", ground - sky), ("nerve", nerve), ("precedent", (used - 3) * novelty), ("weary", weary)]
    found.append(("his_strength", -judge.overshadowed(hit) // STRENGTH))
    if kind.severity >= REMOVAL:
        found.append(("balance", -_third_gains(judge, bloc) // BALANCE))
    if mind.bond[bloc]:
        found.append(("pact_with_target", -mind.bond[bloc] // 2))
    return found


def _third_gains(judge: Judge, hit: int) -> int:
    """How far ahead of the mover the strongest third is, whom the fall of another leaves stronger still."""
    mind = judge.mind
    third = max((power for bloc, power in enumerate(mind.power) if bloc not in (mind.bloc, hit)), default=0)
    return max(third - max(mind.power[mind.bloc], mind.power[hit]), 0)


def _lately(judge: Judge) -> int:
    """How many motions against persons were voted in the last turns."""
    state, index = judge.state, judge.atlas.index["motions"]
    since = state.scenario.turn_dates(max(state.turn - LATELY, 1))[0]
    late = (ballot for ballot in reversed(state.ballots[-40:]) if ballot.day >= since)
    return sum(1 for ballot in late if state.scenario.motions[index[ballot.type]].severity)


def credit_worth(judge: Judge, credit: int, attack: bool = False) -> int:
    """Points that so much credit is worth: little when there is plenty, most to whoever saves for an attack."""
    have, mind = int(judge.state.credit[judge.mind.bloc]), judge.mind
    rate = 220 if have > 700 else 320 if have > 400 else 450
    if attack:
        rate = min(rate, ATTACK)
    elif mind.danger >= 0 and mind.relation[mind.danger] < SAVES and have < PURSE:
        rate += 250
    return credit * rate // 1000
