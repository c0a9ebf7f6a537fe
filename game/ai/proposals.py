"""Motions a rival might move: chosen by what they are worth to him, then by their chance, then by the price.

A motion against somebody is moved only with a case, a good chance and a pause since the last one; credit
spent on small things is credit lacking on the day it is needed.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.ai import motions, worth
from game.ai.attitude import FOE, FRIEND
from game.ai.judge import Judge, Line
from game.engine import bodies, lines, people
from game.engine import motions as rules
from game.engine.order import Order
from game.engine.slots import subjects
from game.engine.state import Motion, Sitting
from game.scenario.model import MotionType

#: A severe motion needs this chance of carrying, any other that (thousandths), by strength of rival.
CONFIDENT = {"clerk": 700, "secretary": 640, "vozhd": 620}
HOPEFUL = 450
#: Motions of one seat lie at least so many turns apart, hostile ones longer.
PAUSE, TRUCE = 3, 5
#: A question once voted is not raised again for so many turns.
SETTLED = 9
#: So many motions are reckoned through, by strength of rival.
RECKONED = {"clerk": 1, "secretary": 2, "vozhd": 4}
#: Motions worth less than this before the vote are not thought about.
WORTHY = 45
#: What an attack out of a clear sky costs; points for each thousandth of severity a case gives.
CLEAR_SKY = 190
#: How many people of a kind come into question as the subject of a motion.
SUBJECTS = 4


def considered(judge: Judge, table: str, strength: str) -> list[tuple[int, Order, list[Line]]]:
    """Motions worth moving by the order ``table``, each with its score lines; the best few."""
    if not _ready(judge, table, PAUSE):
        return []
    found = [(worth.total(motions.value(judge, m)), m.id, m) for m in _possible(judge)]
    found = [one for one in found if one[0] >= WORTHY]
    found.sort(key=lambda one: (-one[0], one[1]))
    return [_weighed(judge, m, table, strength) for _, _, m in found[: RECKONED.get(strength, 2)]]


def _ready(judge: Judge, order: str, pause: int) -> bool:
    last = judge.state.given.get(f"{judge.own} {order}", 0)
    return not last or judge.state.turn - last >= pause


def _possible(judge: Judge) -> Iterator[Motion]:
    """Motions he could move and pay for in a body that sits, one body for each."""
    state, mind = judge.state, judge.mind
    elections, credit = rules.election_type(state), int(state.credit[mind.bloc])
    rooms = _rooms(judge)
    for number, kind in enumerate(state.scenario.motions):
        place = next((s for s in rooms if rules.allowed(state, number, s.body)), None)
        if place is None or number == elections or (hostile(kind) and not _ready(judge, "truce", TRUCE)):
            continue
        for subject in _subjects(judge, kind):
            if _price(judge, number, subject) > credit or _settled(judge, kind.id, subject):
                continue
            if rules.why_not(state, mind.person, number, place.body, subject) is None:
                yield draft(judge, kind, place, subject)


def _rooms(judge: Judge) -> list[Sitting]:
    """Sittings of this turn in which he has a voice, the weightiest body first."""
    state = judge.state
    last = state.scenario.turn_dates(state.turn)[1]
    ahead = [s for s in state.sittings if not s.held and s.day <= last]
    if not people.present(state, judge.mind.person):
        return []
    own = [s for s in ahead if bodies.attends(state, judge.mind.person, s.body)]
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
    return rules.price(judge.state, number, subject).total


def _settled(judge: Judge, kind: str, subject: str) -> bool:
    """True if the same question was voted on lately."""
    state = judge.state
    since = state.scenario.turn_dates(max(state.turn - SETTLED, 1))[0]
    return any(b.type == kind and b.subject == subject and b.day >= since for b in reversed(state.ballots))


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
        return [scenario.posts[q].id for value, _, q in sorted(held, key=lambda o: o[1])[:12] if value < FOE]
    first = [(mind.towards(judge.holder(r)), region.id) for r, region in enumerate(scenario.regions)]
    return [name for value, name in sorted(first)[:2] if value < FOE]


def _persons(judge: Judge, foes: bool) -> list[str]:
    """The weightiest foes, or the weightiest friends."""
    mind, state = judge.mind, judge.state
    wanted = [p for p, good in enumerate(mind.people) if state.alive[p] and (good < FOE if foes else good > FRIEND)]
    wanted.sort(key=lambda p: (-mind.influence[p], p))
    leaders = [p for p in wanted if judge.atlas.bloc_led[p] >= 0] if foes else []
    chosen = dict.fromkeys([*leaders[:SUBJECTS], *wanted[:SUBJECTS]])
    return [state.scenario.people[p].id for p in chosen]


# ---- weighing


def _weighed(judge: Judge, motion: Motion, table: str, strength: str) -> tuple[int, Order, list[Line]]:
    place = judge.state.scenario.bodies[motion.body].id
    order = Order.of(judge.own, table, motion_type=motion.type, body=place, subject=motion.subject)
    number = judge.atlas.index["motions"][motion.type]
    found = score(judge, motion, _price(judge, number, motion.subject), strength)
    return worth.total(found), order, found


def score(judge: Judge, motion: Motion, price: int, strength: str) -> list[Line]:
    """The score lines of moving a motion: its worth by its chance, the risk, the case, the price."""
    kind = rules.type_of(judge.state, motion)
    odds = motions.chance(judge, motion)
    if strength == "vozhd" and kind.severity:
        odds = min(odds, motions.chance(judge, _answered(judge, motion)))
    gain = worth.total(motions.value(judge, motion))
    found = [("motion", gain * odds // 1000), ("risk_of_defeat", -(1000 - odds) * 60 // 1000)]
    least = CONFIDENT.get(strength, 640) - judge.mind.weight("risk") // 12 if kind.severity else HOPEFUL
    if odds < least:
        found.append(("too_uncertain", -200))
    if kind.severity:
        found += case(judge, motion, kind)
    found.append(("cost", -credit_worth(judge, price)))
    return [line for line in found if line[1]]


def _answered(judge: Judge, motion: Motion) -> Motion:
    """The motion after the others have answered it: each leader stands by his known opinions of the two."""
    state, hit = judge.state, rules.target(judge.state, motion)
    stands = []
    for leader in judge.atlas.leaders:
        if leader in (judge.mind.person, hit) or not people.can_act(state, leader):
            continue
        regard = int(state.opinion[leader, judge.mind.person]) - (int(state.opinion[leader, hit]) if hit >= 0 else 0)
        if abs(regard) >= 300:
            stands.append((leader, 1000 if regard > 0 else -1000))
    found = draft(judge, rules.type_of(state, motion), _sitting(judge, motion), motion.subject)
    found.stands = tuple(stands)
    return found


def _sitting(judge: Judge, motion: Motion) -> Sitting:
    return next(s for s in judge.state.sittings if s.meeting == motion.meeting)


def case(judge: Judge, motion: Motion, kind: MotionType) -> list[Line]:
    """Whether there is a case: an open charge, a standing already lowered; and what binds the mover's hands."""
    state, mind, hit = judge.state, judge.mind, rules.target(judge.state, motion)
    bloc = mind.ends[hit] if hit >= 0 else len(mind.bond)
    if bloc >= len(mind.bond):
        return []
    charged = int(state.charge[bloc]) if int(state.charge_until[bloc]) >= state.turn else 0
    known = max(charged, int(state.severity[bloc])) + int(state.exposure[bloc])
    ground = min(known * CLEAR_SKY // max(kind.severity, 1), CLEAR_SKY)
    nerve = (mind.weight("revenge") + mind.weight("risk") - mind.weight("patience")) // 25
    found = [("no_case", ground - CLEAR_SKY), ("nerve", nerve)]
    if mind.bond[bloc]:
        found.append(("pact_with_target", -mind.bond[bloc] // 2))
    return found


def credit_worth(judge: Judge, credit: int) -> int:
    """Points that so much credit is worth: little when there is plenty, more when a day of reckoning is near."""
    have = int(judge.state.credit[judge.mind.bloc])
    rate = 220 if have > 700 else 320 if have > 400 else 450
    return credit * rate // 1000
