"""Acts of the historical line: whether what a seat chose is what history did."""

from __future__ import annotations

from collections import Counter, defaultdict

from game.chronicle.sources import written
from game.engine.order import CHOOSE, REPLY, STAND, VOICE
from game.engine.record import Record
from game.scenario.model import Deed, Scenario

#: Kinds of records that are a seat's own choice.
ACTS = ("order", "hinge", "offer", "stand")
#: What somebody does in at least one turn of so many is routine: its blanks do not matter.
ROUTINE = 3
#: Turns by which a deed may come earlier or later and still be the deed of history.
NEAR = 1


def is_act(record: Record) -> bool:
    """Whether a record is something a seat chose to do."""
    return record.acted and record.who is not None and record.kind in ACTS


class HistoricalLine:
    """The deeds of the record, asked act by act."""

    def __init__(self, scenario: Scenario) -> None:
        self.scenario = scenario
        self._deeds: dict[str, list[Deed]] = defaultdict(list)
        count: Counter[tuple[str, str]] = Counter()
        for deed in scenario.history:
            self._deeds[deed.who].append(deed)
            count[deed.who, deed.order] += 1
        native = (CHOOSE, REPLY, STAND, VOICE)
        self._routine = {
            key for key, times in count.items() if times * ROUTINE >= scenario.turns and key[1] not in native
        }
        self._pacts = [
            ({str(name) for name in fact.data["members"]}, scenario.turn_of(fact.begins),
             scenario.turn_of(fact.ends) if fact.ends else scenario.turns)
            for fact in scenario.record if fact.kind == "pact"
        ]  # fmt: skip

    def departs(self, record: Record) -> bool:
        """Whether an act is one that history does not know."""
        return is_act(record) and bool(getattr(self, f"_{record.kind}")(record))

    def instead(self, record: Record) -> str:
        """What history has in place of a decision: the label of the option taken then, or ''."""
        if record.kind != "hinge":
            return ""
        hinge = self.scenario.hinges[self.scenario.index["hinges"][record.about[0]]]
        group = record.data.get("group", 0)
        return next((o.label for o in hinge.options if o.historical and o.decider == group), "")

    def deeds_of(self, who: str, turn: int) -> list[Deed]:
        """What somebody did in history about this turn."""
        return [deed for deed in self._deeds[who] if abs(deed.turn - turn) <= NEAR]

    def movers(self, motion: str, turn: int) -> list[str]:
        """Those who in history, about this turn, moved a motion of a type, else those who stood for it."""
        deeds = [deed for mine in self._deeds.values() for deed in mine if abs(deed.turn - turn) <= NEAR]
        moved = [deed.who for deed in deeds if deed.order not in (STAND, CHOOSE) and self._moves(deed, motion)]
        stood = [
            deed.who for deed in deeds
            if deed.order == STAND and deed.args.get("motion") == motion and deed.args.get("side") == "for"
        ]  # fmt: skip
        return list(dict.fromkeys(moved or stood))

    def _moves(self, deed: Deed, motion: str) -> bool:
        if motion in map(str, deed.args.values()):
            return True
        place = self.scenario.index["orders"].get(deed.order, -1)
        effects = self.scenario.orders[place].effects if place >= 0 else ()
        return f"motion {motion}" in written(effects)

    # ---- one rule a kind of act

    def _order(self, record: Record) -> bool:
        who, kind = str(record.who), str(record.data.get("order"))
        if (who, kind) in self._routine:
            return False
        args = {name: str(value) for name, value in record.data.get("args", {}).items()}
        return not any(
            deed.order == kind and all(args.get(name) == str(value) for name, value in deed.args.items())
            for deed in self.deeds_of(who, record.turn)
        )

    def _hinge(self, record: Record) -> bool:
        if record.data.get("historical"):
            return False
        deeds = [
            deed.args.get("option") for deed in self._deeds[str(record.who)]
            if deed.order == CHOOSE and deed.args.get("hinge") == record.about[0]
        ]  # fmt: skip
        known = bool(deeds) or bool(self.instead(record))
        return known and record.data.get("option") not in deeds

    def _offer(self, record: Record) -> bool:
        if record.data.get("change") != "accepted":
            return False
        pair = set(record.about[:2])
        return not any(
            pair <= members and first - NEAR <= record.turn <= last for members, first, last in self._pacts
        )

    def _stand(self, record: Record) -> bool:
        motion = str(record.data.get("motion")).split("/")
        return any(
            deed.order == STAND and deed.args.get("motion") in motion and deed.args.get("side") != record.data["side"]
            for deed in self.deeds_of(str(record.who), record.turn)
        )
