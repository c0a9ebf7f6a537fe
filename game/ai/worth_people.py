"""What effects on people and their blocs are worth to a seat."""

from __future__ import annotations

from typing import Any

from game.ai.judge import Judge
from game.ai.worth_rule import Rule, spare

#: Points a severity step is worth against somebody wholly disliked: opened by ``legal``, set by ``severity``.
OPENED = {"tolerated": -60, "warned": 60, "condemned": 110, "banned": 150}
SET = {"down": -140, "up": 140, "tolerated": -140, "warned": 60, "condemned": 160, "banned": 260}
SEAT = {"full": 1000, "candidate": 300, "lost": -1000, "threatened": -250}
STATUS = {"expelled": -700, "exiled": -800, "deported": -900, "dead": -900, "posted": -250, "abroad": -350}
STATUS |= {"readmitted": 500, "centre": 250, "ill": -100}
#: What a place for a new member takes from the seats already there.
DILUTION, CROWD = 25, 30  # and for each above the number of seats
#: So far beyond what his aim asks a figure is safe; how many times more one that is not weighs with whoever reckons.
MARGIN, LACKING = 100, 30
#: Figures that may fall below nothing.
SIGNED = ("press",)
#: Figures kept by person; the others are kept by bloc.
PERSONAL = ("authority", "health")


def _figure(name: str, factor: int, weight: str = "") -> Rule:
    """A rule for a figure of a person or bloc: amount times good will times a factor (thousandths)."""

    def rule(judge: Judge, about: dict[str, Any], amount: int) -> int:
        person = judge.person(about["word1"])
        if person < 0:
            return 0
        value = spare(_now(judge, name, person), amount) if name not in SIGNED else amount
        value = value * judge.mind.towards(person) // 1000 * factor // 1000
        if weight:
            value = value * (250 + judge.mind.weight(weight)) // 750
        return value + _asked(judge, name, str(about["word1"]), amount, _now(judge, name, person))

    return rule


def _asked(judge: Judge, name: str, who: str, amount: int, now: int) -> int:
    """What his aim says of a figure; whoever reckons works for one that he lacks or could lose."""
    want = judge.mind.wants.get((name, who))
    if want is None:
        return 0
    lacks = judge.strength.numerate and want.number is not None and now < want.number + MARGIN
    return amount * want.points * judge.strength.devotion * (LACKING if lacks else 1) // 400_000


def _now(judge: Judge, name: str, person: int) -> int:
    bloc = judge.mind.ends[person]
    column = getattr(judge.state, name)
    if name in PERSONAL:
        return int(column[person])
    return int(column[bloc]) if bloc < len(column) else 0


def _health(judge: Judge, about: dict[str, Any], amount: int) -> int:
    """His own health: worth more the worse it is; that of others is their affair."""
    person = judge.person(about["word1"])
    if person != judge.mind.person:
        return 0
    health, life = int(judge.state.health[person]), judge.mind.want("alive", judge.own)
    need = max(0, 700 - health) * (400 + judge.mind.weight("wellbeing")) // 700 + max(life, 0) * 4
    return amount * need // 600


def _exposure(judge: Judge, about: dict[str, Any], amount: int) -> int:
    """Being seen costs little while one is tolerated, and much once one is warned."""
    person = judge.person(about["word1"])
    bloc = judge.mind.ends[person] if person >= 0 else len(judge.state.severity)
    step = int(judge.state.severity[bloc]) if bloc < len(judge.state.severity) else 0
    care = 250 + (judge.mind.weight("legality") + 1000 - judge.mind.weight("risk")) // 2
    cost = amount * (250 + step // 4) // 1000 * care // 1000
    if person == judge.mind.person:
        cost = cost * judge.strength.caution // 1000
    return -cost * judge.mind.towards(person) // 1000


def _opinion(judge: Judge, about: dict[str, Any], amount: int) -> int:
    holder, other = judge.person(about["word1"]), judge.person(about["word2"])
    if other < 0 or holder < 0:
        return 0
    if holder == judge.mind.person:  # to grow fond of a foe binds one's hands
        return amount * min(judge.mind.towards(other), 0) // 1000
    now = int(judge.state.opinion[holder, other])
    gain = amount * max(900 - now, 0) // 1000 if amount > 0 else amount
    region = judge.regions_led.get(holder, -1)
    weight = judge.influence(holder) + (4 * judge.mind.shares[region] if region >= 0 else 0)
    value = gain * weight // 1000 * judge.mind.towards(other) // 1000
    if other == judge.mind.person:
        value = value * judge.strength.courtship // 1000
    if judge.mind.ends[holder] == judge.mind.ends[other]:
        return value // 5
    feared = judge.mind.ends[holder] == judge.mind.danger  # courting the man one fears most leads nowhere
    return value * max(100 if feared else 250, min(500 + judge.mind.towards(holder), 650)) // 1000


def _seat(judge: Judge, about: dict[str, Any], _: int) -> int:
    """A seat in the bureau is a vote there; a new one makes everybody's weigh less."""
    number = judge.atlas.index["bodies"].get(str(about["word1"]), -1)
    person = judge.person(about["word2"])
    if number < 0 or person < 0:
        return 0
    bureau = judge.state.scenario.bodies[number].role == "bureau"
    change = SEAT.get(str(about.get("word3")), 0)
    value = judge.mind.towards(person) * change // 1000 * (220 if bureau else 30) // 1000
    if bureau and change == SEAT["full"]:
        usual = judge.state.sizes[number][0]
        value -= DILUTION + CROWD * max(len(judge.state.full[number]) + 1 - usual, 0)
    if bureau and judge.strength.numerate and abs(change) == SEAT["full"]:
        value += judge.aim("power_share", _leader(judge, person)) // 2 * change // 1000
    return value + judge.aim("sits", str(about["word2"]), str(about["word1"])) * change // 1000


def _leader(judge: Judge, person: int) -> str:
    """Id of the leader whose vote somebody would be, '' if he is his own man."""
    bloc = judge.mind.ends[person]
    leaders = judge.atlas.leaders
    return judge.state.scenario.people[leaders[bloc]].id if bloc < len(leaders) else ""


def _status(judge: Judge, about: dict[str, Any], _: int) -> int:
    person = judge.person(about["word1"])
    change = STATUS.get(str(about.get("word2")), 0)
    value = judge.wish(about["word1"]) * change // 1000 * (200 + judge.influence(person)) // 2500
    aim = judge.aim("in_party", str(about["word1"])) if change < -500 else 0
    return value - aim


def _legal(judge: Judge, about: dict[str, Any], _: int) -> int:
    return -judge.wish(about["word1"]) * OPENED.get(str(about.get("word2")), 0) // 1000


def _severity(judge: Judge, about: dict[str, Any], _: int) -> int:
    return -judge.wish(about["word1"]) * SET.get(str(about.get("word2")), 0) // 1000


def _debt(judge: Judge, about: dict[str, Any], amount: int) -> int:
    debtor, creditor = judge.person(about["word1"]), judge.person(about["word2"])
    sign = (creditor == judge.mind.person) - (debtor == judge.mind.person)
    return sign * amount // 2


def _dossier(judge: Judge, about: dict[str, Any], amount: int) -> int:
    holder, other = judge.person(about["word1"]), judge.person(about["word2"])
    if other == judge.mind.person:
        return -amount // 3
    return amount * (300 - judge.mind.towards(other)) // 2500 if holder == judge.mind.person else 0


def _reveal(judge: Judge, about: dict[str, Any], _: int) -> int:
    """Knowing what another hides, most of all the most dangerous."""
    if judge.person(about["word1"]) != judge.mind.person:
        return 0
    other = judge.person(about["word2"])
    return 16 + max(-judge.mind.towards(other), 0) // 24 if other >= 0 else 0


def _patron(judge: Judge, about: dict[str, Any], _: int) -> int:
    """A man who changes his patron brings his vote; a first secretary brings his region."""
    person = judge.person(about["word1"])
    change = judge.wish(about.get("word3")) - judge.mind.towards(person)
    region = judge.regions_led.get(person, -1)
    led = 20 + judge.mind.shares[region] if region >= 0 else 0
    value = change * led // 250 * judge.machines // 1000
    if region >= 0 and judge.person(about.get("word3")) == judge.mind.person:
        value += judge.aim("controls", judge.own, judge.state.scenario.regions[region].id)
    return value + change * judge.influence(person) // 6000


def _pact(judge: Judge, about: dict[str, Any], _: int) -> int:
    number = judge.atlas.index["pacts"].get(str(about["word1"]), -1)
    if number < 0:
        return 0
    members = judge.state.scenario.pacts[number].members
    blocs = [judge.mind.ends[judge.person(name)] for name in members if name != judge.own]
    wishes = [judge.mind.bare(bloc) for bloc in blocs if bloc < len(judge.mind.bond)]
    mine = judge.own in members
    value = sum(wishes) // (5 * max(len(wishes), 1)) if mine else -sum(map(abs, wishes)) // 12
    return {"formed": value, "strained": -value // 3, "broken": -value}.get(str(about.get("word2")), 0)


def _bind(judge: Judge, about: dict[str, Any], amount: int) -> int:
    """A bond between two; worth something only to one of them."""
    pair = (judge.person(about["word1"]), judge.person(about["word2"]))
    if judge.mind.person not in pair:
        return 0
    other = pair[0] if pair[1] == judge.mind.person else pair[1]
    return amount * judge.mind.towards(other) // 4000


RULES: dict[str, Rule] = {
    "opinion": _opinion,
    "authority": _figure("authority", 1000, "posts"),
    "credit": _figure("credit", 350),
    "mantle": _figure("mantle", 1000, "doctrine"),
    "health": _health,
    "press": _figure("press", 500, "applause"),
    "cohesion": _figure("cohesion", 200),
    "exposure": _exposure,
    "patron": _patron,
    "seat": _seat,
    "status": _status,
    "legal": _legal,
    "severity": _severity,
    "debt": _debt,
    "dossier": _dossier,
    "reveal": _reveal,
    "pact": _pact,
    "bind": _bind,
}
