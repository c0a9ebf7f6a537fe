"""What effects are worth to a seat: what would happen is listed first, then each happening is valued.

``happenings`` follows effects as ``effects.describe`` does, but keeps only what a rule of worth can use.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from game.ai import worth_people, worth_world
from game.ai.judge import Judge, Line
from game.ai.worth_rule import Rule
from game.engine.act import amount_of, word
from game.engine.context import Context
from game.engine.effects import SIZED
from game.scenario.model import Effect, Expression

#: An effect worth less than this is not written down.
LEAST = 2
RULES: dict[str, Rule] = {**worth_people.RULES, **worth_world.RULES}
#: Verbs that are dealings with motions and people; ``dealings`` weighs them.
DEALT = frozenset(
    ("break", "motion", "mediate", "recant", "block", "second", "amend", "lobby", "speech", "caucus")
)  # fmt: skip
_WORDS = ("word1", "word2", "word3", "word4")


@dataclass(slots=True)
class Happening:
    """One verb that would be carried out: its words, its amount and its odds in thousandths."""

    verb: str
    words: dict[str, str]
    amount: int
    odds: int


def happenings(context: Context, effects: Iterable[Effect], odds: int = 1000) -> list[Happening]:
    """What effects would do, tests decided, chances as odds; nothing is drawn."""
    found: list[Happening] = []
    for effect in effects:
        if effect.test is not None and not effect.test.value(context):
            found += happenings(context, effect.otherwise, odds)
        elif effect.chance is not None:
            found += happenings(context, effect.then, odds * effect.chance // 1000)
            found += happenings(context, effect.otherwise, odds * (1000 - effect.chance) // 1000)
        elif effect.test is not None:
            found += happenings(context, effect.then, odds)
        elif effect.verb in RULES or effect.verb in DEALT:
            found.append(_happening(context, effect, odds))
    return found


def _happening(context: Context, effect: Effect, odds: int) -> Happening:
    args, amount = effect.args, 0
    if effect.verb in SIZED:
        last = args[-1]
        sized = isinstance(last, int) or (isinstance(last, Expression) and last.kind == "int")
        amount, args = (amount_of(context, last) if sized else 0), args[:-1]
    words = dict(zip(_WORDS, [word(context, arg) for arg in args], strict=False))
    return Happening(effect.verb, words, amount, odds)


def lines(judge: Judge, found: Iterable[Happening]) -> list[Line]:
    """One line for each happening that matters, weighed by its odds."""
    valued: list[Line] = []
    for one in found:
        rule = RULES.get(one.verb)
        amount = rule(judge, one.words, one.amount) * one.odds // 1000 if rule else 0
        if abs(amount) >= LEAST:
            valued.append((f"effect_{one.verb}", amount))
    return valued


def of(judge: Judge, context: Context, effects: Iterable[Effect]) -> list[Line]:
    """The lines of effects."""
    return lines(judge, happenings(context, effects))


def total(found: Iterable[Line]) -> int:
    """The sum of score lines."""
    return sum(amount for _, amount in found)
