"""What a scenario's games never reach: played by rivals and by dice, events, decisions and options are counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from game import engine
from game.engine import hinges
from game.engine.random_play import RandomPlayer
from game.engine.record import Record
from game.engine.state import Decision, State
from game.lab.pilot import Pilot
from game.lab.progress import Progress
from game.scenario.model import Scenario


@dataclass(slots=True)
class Reached:
    """What happened in so many games. Keys are ids; options are "hinge/option"."""

    games: int = 0
    events: Counter[str] = field(default_factory=Counter)
    asked: Counter[str] = field(default_factory=Counter)
    open: Counter[str] = field(default_factory=Counter)
    chosen: Counter[str] = field(default_factory=Counter)
    given: Counter[str] = field(default_factory=Counter)  # orders
    why: dict[str, str] = field(default_factory=dict)  # event, hinge or option -> what stood in the way last

    def lines(self, scenario: Scenario) -> Iterator[str]:
        """A line for each thing never reached, with what stood in its way."""
        for event in scenario.events:
            if not self.events[event.id]:
                yield f"the event {event.id} never happened{self._why(event.id)}"
        for hinge in scenario.hinges:
            if not self.asked[hinge.id]:
                yield f"the hinge {hinge.id} was never asked{self._why(hinge.id)}"
                continue
            for option in hinge.options:
                key = f"{hinge.id}/{option.id}"
                if not self.open[key]:
                    yield f"the option {key} was never open{self._why(key)}"
                elif not self.chosen[key]:
                    yield f"the option {key} was open in {self.open[key]} games and never chosen"
        for order in scenario.orders:
            if not self.given[order.id]:
                yield f"the order {order.id} was never given"

    def _why(self, key: str) -> str:
        return f": {self.why[key]}" if self.why.get(key) else ""


def selfplay(scenario: Scenario, games: int, progress: Progress | None = None) -> Reached:
    """Play so many games, rivals of every dial and players by dice in turn; seeds are 1 and on."""
    found = Reached()
    for seed in range(1, games + 1):
        _game(scenario, seed, found)
        found.games += 1
        if progress is not None:
            progress(seed, games)
    return found


def _game(scenario: Scenario, seed: int, found: Reached) -> None:
    dial, by_dice = ("free", "nudged", "rails")[seed // 2 % 3], seed % 2 == 0
    state, records = engine.start(scenario, seed, by_record=dial == "rails" and not by_dice)
    dice, pilot = RandomPlayer(seed), Pilot(dial, "clerk", seed)
    open_: set[str] = set()
    while (decision := engine.to_act(state)) is not None:
        if decision.kind == "hinge":
            _look(state, decision, open_, found)
        order = dice(state, decision) if by_dice else pilot.next(state, decision)[0]
        found.given[order.kind] += 1
        records += engine.apply(state, order)
    _count(state, records, open_, found)


def _look(state: State, decision: Decision, open_: set[str], found: Reached) -> None:
    """Which options of a decision are open, and why the others are not."""
    for option, reason in hinges.options(state, hinges.find(state, decision.about), decision.group):
        key = f"{decision.about}/{option.id}"
        if reason is None:
            open_.add(key)
        else:
            found.why[key] = reason.text


def _count(state: State, records: list[Record], open_: set[str], found: Reached) -> None:
    found.open.update(sorted(open_))
    found.asked.update(sorted({key.partition("/")[0] for key in open_}))
    found.chosen.update(f"{key.partition('/')[0]}/{option}" for key, option in state.choices.items())
    hinge_ids = {hinge.id for hinge in state.scenario.hinges}
    found.events.update(name for name in state.events_fired if name not in hinge_ids)
    for record in records:
        if record.kind in ("did not happen", "elsewhere") and record.data.get("because"):
            found.why[record.about[0]] = str(record.data["because"])
