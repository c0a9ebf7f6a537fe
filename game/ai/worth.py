"""What described effects are worth to a seat: one rule a verb, each giving a labelled line."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from game.ai.attitude import Attitude
from game.engine.atlas import Atlas
from game.engine.ledger import Term
from game.engine.state import State

#: A line of a score: (label, amount).
Line = tuple[str, int]
Rule = Callable[["Judge", dict[str, Any], int], int]

#: Points a severity step of the verb ``legal`` is worth against somebody wholly disliked.
STEPS = {"tolerated": -60, "warned": 60, "condemned": 110, "banned": 150}
SEAT = {"full": 1000, "candidate": 300, "lost": -1000, "threatened": -250}
STATUS = {"expelled": -700, "exiled": -800, "deported": -900, "dead": -900, "posted": -250, "abroad": -350}
STATUS |= {"readmitted": 500, "centre": 250, "ill": -100}
OUT = {"known": 300, "leaked": 500, "delegations": 700, "press": 1000, "abroad": 600}


@dataclass(frozen=True, slots=True)
class Judge:
    """Values described effects from the point of view of one seat."""

    state: State
    mind: Attitude

    def lines(self, terms: Iterable[Term]) -> list[Line]:
        """One line a verb that matters, chances weighed by their odds."""
        found: list[Line] = []
        for term in terms:
            about = dict(term.about)
            if term.reason == "effect_chance":
                odds = int(about["chance"])
                found += [(label, amount * odds // 1000) for label, amount in self.lines(term.terms)]
                continue
            rule = RULES.get(term.reason.removeprefix("effect_"))
            amount = rule(self, about, term.amount) if rule else 0
            if amount:
                found.append((str(about.get("text") or term.reason), amount))
        return found

    # ---- small readings
    def person(self, word: Any) -> int:
        """Index of a person's id, -1 if it is nobody."""
        return Atlas.of(self.state.scenario).index["people"].get(str(word), -1)

    def wish(self, word: Any) -> int:
        """How far the seat wishes a person well, -1000..1000."""
        return self.mind.towards(self.state, self.person(word))

    def regions(self, word: Any) -> list[int]:
        """Indexes of a region's id or of all."""
        if word == "all":
            return list(range(len(self.mind.shares)))
        number = Atlas.of(self.state.scenario).index["regions"].get(str(word), -1)
        return [number] if number >= 0 else []

    def share(self, word: Any) -> int:
        """Thousandths of the party in a region or in all."""
        return sum(self.mind.shares[region] for region in self.regions(word))

    def influence(self, person: int) -> int:
        """What somebody's good opinion is worth, thousandths."""
        atlas = Atlas.of(self.state.scenario)
        seat = atlas.bureau >= 0 and person in self.state.full[atlas.bureau]
        return int(self.state.authority[person]) + (500 if seat else 0) if person >= 0 else 0

    def holder(self, region: int) -> int:
        """First secretary of a region, -1 if there is none."""
        post = Atlas.of(self.state.scenario).first_secretary[region]
        return int(self.state.holder[post]) if post >= 0 else -1


def _figure(factor: int, weight: str = "") -> Rule:
    """A rule for a figure of a person: amount times good will times a factor (thousandths)."""

    def rule(judge: Judge, about: dict[str, Any], amount: int) -> int:
        value = amount * judge.wish(about["word1"]) // 1000 * factor // 1000
        return value * (250 + judge.mind.weight(weight)) // 750 if weight else value

    return rule


def _opinion(judge: Judge, about: dict[str, Any], amount: int) -> int:
    holder, other = judge.person(about["word1"]), judge.person(about["word2"])
    if other < 0 or holder == judge.mind.person:
        return 0
    value = amount * judge.influence(holder) // 1000 * judge.mind.towards(judge.state, other) // 1000
    return value * 2 // 5


def _mood(judge: Judge, about: dict[str, Any], amount: int) -> int:
    value = amount * judge.share(about["word1"]) // 1000 * judge.wish(about["word2"]) // 1000
    return value * 3 * (250 + judge.mind.weight("applause")) // 1000


def _lean(judge: Judge, about: dict[str, Any], amount: int) -> int:
    axis_id, _, pole = str(about["word2"]).partition(":")
    axis = Atlas.of(judge.state.scenario).index["axes"].get(axis_id, -1)
    if axis < 0:
        return 0
    sign = 1 if judge.state.scenario.axes[axis].high == pole else -1
    own = int(judge.state.axes[judge.mind.person, axis])
    value = amount * sign * own // 1000 * judge.share(about["word1"]) // 1000
    return value * 2 * (250 + judge.mind.weight("doctrine")) // 1000


def _clients(judge: Judge, about: dict[str, Any], amount: int) -> int:
    wish, value = judge.wish(about["word2"]), 0
    for region in judge.regions(about["word1"]):
        first = judge.mind.towards(judge.state, judge.holder(region))
        pull = 1400 if first > 500 else 700
        value += amount * judge.mind.shares[region] // 100 * pull // 1000 * wish // 1000
    return value * (250 + judge.mind.weight("machine")) // 1000


def _machine(judge: Judge, about: dict[str, Any], amount: int) -> int:
    value = 0
    for region in judge.regions(about["word1"]):
        first = judge.mind.towards(judge.state, judge.holder(region))
        value += amount * judge.mind.shares[region] // 400 * first // 1000
    return value * (250 + judge.mind.weight("machine")) // 1000


def _secretary(judge: Judge, about: dict[str, Any], _: int) -> int:
    value = 0
    for region in judge.regions(about["word1"]):
        old = judge.mind.towards(judge.state, judge.holder(region))
        odds = 600 if old < 0 else 750
        value += (judge.wish(about["word2"]) - old) * judge.mind.shares[region] // 250 * odds // 1000
    return value * (250 + judge.mind.weight("machine")) // 1000


def _squad(judge: Judge, about: dict[str, Any], _: int) -> int:
    return -judge.wish(about["word2"]) * judge.share(about["word1"]) // 200


def _post(judge: Judge, about: dict[str, Any], _: int) -> int:
    atlas = Atlas.of(judge.state.scenario)
    number = atlas.index["posts"].get(str(about["word1"]), -1)
    if number < 0:
        return 0
    old = judge.mind.towards(judge.state, int(judge.state.holder[number]))
    weight = 60 + judge.state.scenario.posts[number].weight // 4
    verb = about.get("word2")
    new = judge.wish(about.get("word3")) if verb == "to" else 0
    part = 250 if verb == "threatened" else 1000
    return (new - old) * weight // 1000 * part // 1000 * (250 + judge.mind.weight("posts")) // 750


def _seat(judge: Judge, about: dict[str, Any], _: int) -> int:
    atlas = Atlas.of(judge.state.scenario)
    body = judge.state.scenario.bodies[atlas.index["bodies"][str(about["word1"])]]
    weight = 220 if body.role == "bureau" else 30
    change = SEAT.get(str(about.get("word3")), 0)
    return judge.wish(about["word2"]) * change // 1000 * weight // 1000


def _status(judge: Judge, about: dict[str, Any], _: int) -> int:
    person = judge.person(about["word1"])
    change = STATUS.get(str(about.get("word2")), 0)
    return judge.wish(about["word1"]) * change // 1000 * (200 + judge.influence(person)) // 4000


def _legal(judge: Judge, about: dict[str, Any], _: int) -> int:
    return -judge.wish(about["word1"]) * STEPS.get(str(about.get("word2")), 0) // 1000


def _severity(judge: Judge, about: dict[str, Any], _: int) -> int:
    step = {"down": -180, "up": 180, "tolerated": -180, "warned": 60, "condemned": 180, "banned": 300}
    return -judge.wish(about["word1"]) * step.get(str(about.get("word2")), 0) // 1000


def _quantity(judge: Judge, about: dict[str, Any], amount: int) -> int:
    atlas = Atlas.of(judge.state.scenario)
    number = atlas.index["quantities"].get(str(about["word1"]), -1)
    if number in judge.mind.quantities:
        return amount * (250 + judge.mind.weight("cause")) // 600
    if number >= 0 and judge.state.scenario.quantities[number].role == "unity":
        return amount * judge.mind.weight("unity") // 2000
    return amount // 10


def _debt(judge: Judge, about: dict[str, Any], amount: int) -> int:
    debtor, creditor = judge.person(about["word1"]), judge.person(about["word2"])
    sign = (creditor == judge.mind.person) - (debtor == judge.mind.person)
    return sign * amount // 2


def _dossier(judge: Judge, about: dict[str, Any], amount: int) -> int:
    sign = (judge.person(about["word1"]) == judge.mind.person) - (judge.person(about["word2"]) == judge.mind.person)
    return sign * amount // 3


def _patron(judge: Judge, about: dict[str, Any], _: int) -> int:
    person = judge.person(about["word1"])
    change = judge.wish(about.get("word3")) - judge.mind.towards(judge.state, person)
    return change * judge.influence(person) // 6000


def _document(judge: Judge, about: dict[str, Any], _: int) -> int:
    """A document that comes out hurts those it names."""
    atlas = Atlas.of(judge.state.scenario)
    number = atlas.index["documents"].get(str(about["word1"]), -1)
    out = OUT.get(str(about.get("word2")), 0)
    if number < 0 or not out:
        return 0
    document = judge.state.scenario.documents[number]
    felt = 1000 if not judge.state.published[number] else 333
    harm = sum(-judge.wish(name) for name in document.names)
    return harm * out // 1000 * 90 // 1000 * felt // 1000


def _thesis(judge: Judge, about: dict[str, Any], _: int) -> int:
    atlas = Atlas.of(judge.state.scenario)
    thesis = judge.state.scenario.theses[atlas.index["theses"][str(about["word1"])]]
    axis = atlas.index["axes"][thesis.axis]
    sign = 1 if judge.state.scenario.axes[axis].high == thesis.pole else -1
    agreement = sign * int(judge.state.axes[judge.mind.person, axis])
    word = str(about.get("word2"))
    part = {"launched": 1, "adopted": 2, "condemned": -2, "attacked": -1}.get(word, 0)
    owner = judge.state.thesis_owner[atlas.index["theses"][thesis.id]]
    liked = judge.mind.relation[int(owner)] if owner >= 0 else 0
    value = part * (agreement // 16 + (liked // 20 if word != "launched" else 0))
    return value * (250 + judge.mind.weight("doctrine")) // 1000


def _teach(judge: Judge, about: dict[str, Any], amount: int) -> int:
    return amount * judge.wish(about["word1"]) // 1000 * judge.state.untaught // 500


def _pact(judge: Judge, about: dict[str, Any], _: int) -> int:
    atlas = Atlas.of(judge.state.scenario)
    number = atlas.index["pacts"].get(str(about["word1"]), -1)
    if number < 0:
        return 0
    members = judge.state.scenario.pacts[number].members
    wishes = [judge.wish(name) for name in members if judge.person(name) != judge.mind.person]
    mine = len(wishes) < len(members)
    value = sum(wishes) // (6 * max(len(wishes), 1)) if mine else -sum(map(abs, wishes)) // 12
    return {"formed": value, "strained": -value // 3, "broken": -value}.get(str(about.get("word2")), 0)


def _bind(judge: Judge, about: dict[str, Any], amount: int) -> int:
    """A bond between two; worth something only to one of them."""
    pair = (judge.person(about["word1"]), judge.person(about["word2"]))
    if judge.mind.person not in pair:
        return 0
    other = pair[0] if pair[1] == judge.mind.person else pair[1]
    return amount * judge.mind.towards(judge.state, other) // 4000


RULES: dict[str, Rule] = {
    "opinion": _opinion,
    "authority": _figure(1000, "posts"),
    "credit": _figure(350),
    "mantle": _figure(1200, "doctrine"),
    "health": _figure(500, "wellbeing"),
    "press": _figure(450, "applause"),
    "cohesion": _figure(120),
    "exposure": _figure(-200, "legality"),
    "mood": _mood,
    "lean": _lean,
    "clients": _clients,
    "take": _clients,
    "machine": _machine,
    "secretary": _secretary,
    "replace": _secretary,
    "squad": _squad,
    "post": _post,
    "seat": _seat,
    "status": _status,
    "legal": _legal,
    "severity": _severity,
    "quantity": _quantity,
    "debt": _debt,
    "dossier": _dossier,
    "patron": _patron,
    "document": _document,
    "thesis": _thesis,
    "teach": _teach,
    "pact": _pact,
    "bind": _bind,
}
