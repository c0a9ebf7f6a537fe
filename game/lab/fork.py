"""A point of a kept game at which worlds fork: the state before an order, and everything decided after it."""

from __future__ import annotations

import pickle
from dataclasses import dataclass, replace

from game import engine
from game.engine import hinges
from game.engine.order import CHOOSE, DONE, Order
from game.engine.state import State
from game.saves import Game, Line, Saved
from game.scenario.model import Scenario


class ForkError(Exception):
    """The save holds no such order or choice; the message says what there is."""


@dataclass(frozen=True, slots=True)
class Step:
    """A decision of the kept game and its answer."""

    line: int  # position in the save
    turn: int
    kind: str
    about: str
    group: int
    order: Order


@dataclass(slots=True)
class Fork:
    """Where twin worlds part: one is ``given`` the order, the other has ``instead`` (None: nothing)."""

    state: State
    given: Step
    instead: Order | None
    later: tuple[Step, ...]
    finished: bool  # the save goes on to the end of its game
    last_turn: int  # of the save

    def packed(self) -> bytes:
        """The fork without its scenario, for a worker that has loaded it."""
        state = self.state.copy()
        state.scenario = None  # type: ignore[assignment]
        return pickle.dumps(replace(self, state=state), protocol=5)

    @staticmethod
    def unpacked(data: bytes, scenario: Scenario) -> Fork:
        """The fork in a worker of the same run."""
        fork: Fork = pickle.loads(data)
        fork.state.scenario = scenario
        return fork


@dataclass(slots=True)
class Kept:
    """A save played again without log or rivals: its game, and every step of it."""

    game: Game
    steps: list[Step]

    @staticmethod
    def of(scenario: Scenario, saved: Saved) -> Kept:
        """Play a save again; IllegalOrder if the scenario no longer allows it."""
        game = Game.start(scenario, saved.setup, saved.origin)
        steps = []
        for number, line in enumerate(saved.lines):
            decision, turn = game.decision, game.state.turn
            if line.order is not None and decision is not None:
                steps.append(Step(number, turn, decision.kind, decision.about, decision.group, line.order))
            game.repeat(line)
        return Kept(game, steps)

    def orders(self, turn: int) -> list[Step]:
        """Orders and answers of a turn, in the order they were given; ends of windows are left out."""
        return [step for step in self.steps if step.turn == turn and step.order.kind != DONE]

    def order(self, turn: int, number: int) -> Step:
        """The order with this number (from 1) in a turn; ForkError if there is none."""
        found = self.orders(turn)
        if not found:
            raise ForkError(f"no order was given in turn {turn}; the save goes from turn 1 to {self.last_turn}")
        if not 1 <= number <= len(found):
            raise ForkError(f"turn {turn} has orders 1 to {len(found)}, not {number}")
        return found[number - 1]

    def choice(self, hinge: str, option: str | None) -> tuple[Step, str]:
        """The step at which a hinge was decided, and the option that is taken instead."""
        state = self.game.state
        known = {one.id: one for one in state.scenario.hinges}
        if hinge not in known:
            raise ForkError(f"there is no hinge '{hinge}' in this scenario")
        found = [step for step in self.steps if step.order.kind == CHOOSE and step.about == hinge]
        if not found:
            raise ForkError(f"'{hinge}' was not decided in this game")
        if option is None:
            return found[0], self.other(found[0])
        taken = hinges.option_of(known[hinge], option)
        if taken is None:
            names = ", ".join(one.id for one in known[hinge].options)
            raise ForkError(f"'{hinge}' has no option '{option}'; it has {names}")
        step = next((step for step in found if step.group == taken.decider), None)
        if step is None:
            raise ForkError(f"those who could have chosen '{option}' were not asked in this game")
        return step, option

    def other(self, step: Step) -> str:
        """The option of history if another was taken, else the first other one that was open."""
        state = self.before(step)
        hinge = hinges.find(state, step.about)
        open_ = [one for one in hinges.available(state, hinge, step.group) if one.id != step.order.get("option")]
        if not open_:
            raise ForkError(f"nothing else was open at '{step.about}'")
        return next((one for one in open_ if one.historical), open_[0]).id

    @property
    def last_turn(self) -> int:
        """The last turn in which something was decided."""
        return self.steps[-1].turn if self.steps else 1

    def before(self, step: Step) -> State:
        """The state at a step, from the opening of its turn on."""
        openings = sorted(self.game.turn_marks.items(), key=lambda mark: mark[1][0])
        place = max(place for place, (_, (line, _)) in enumerate(openings) if line <= step.line)
        state = self.game.history[place].copy()
        for line in self.game.lines[openings[place][1][0] : step.line]:
            self._again(state, line)
        return state

    def _again(self, state: State, line: Line) -> None:
        if line.order is not None:
            engine.apply(state, line.order)
        elif line.opening is not None:
            lesson = self.game.setup.lesson
            if lesson is not None:
                state.forbidden = lesson.forbidden
            engine.correct(state, line.opening, self.game.setup.on_rails)

    def fork(self, step: Step, instead: Order | None) -> Fork:
        """Part at a step; ForkError if what is to be done instead was not open then."""
        corrected = [number for number, line in enumerate(self.game.lines) if line.opening is not None]
        if corrected and step.line < corrected[-1]:
            raise ForkError(f"turn {step.turn} lies before the game began; it was replayed from history")
        state = self.before(step)
        reason = engine.why_not(state, instead) if instead is not None else None
        if reason is not None:
            raise ForkError(f"{instead} was not open then: {reason.text}")
        later = tuple(one for one in self.steps if one.line > step.line)
        return Fork(state, step, instead, later, self.game.decision is None, self.last_turn)


def at_order(kept: Kept, turn: int, number: int) -> Fork:
    """With and without an order. A question must be answered, so a choice is compared with another one."""
    step = kept.order(turn, number)
    if step.order.kind == CHOOSE:
        return kept.fork(step, Order.of(step.order.who, CHOOSE, hinge=step.about, option=kept.other(step)))
    if step.kind == "offer":
        answer = "refuse" if step.order.get("answer") == "accept" else "accept"
        return kept.fork(step, Order.of(step.order.who, step.order.kind, offer=step.about, answer=answer))
    return kept.fork(step, None)


def at_hinge(kept: Kept, hinge: str, option: str | None) -> Fork:
    """With the choice that was made at a hinge, and with another."""
    step, other = kept.choice(hinge, option)
    return kept.fork(step, Order.of(step.order.who, CHOOSE, hinge=hinge, option=other))
