"""What described effects are worth to a seat: one rule a verb, each giving a labelled line."""

from __future__ import annotations

from collections.abc import Iterable

from game.ai import worth_people, worth_world
from game.ai.judge import Judge, Line
from game.ai.worth_rule import Rule
from game.engine.ledger import Term

#: An effect worth less than this is not written down.
LEAST = 2
RULES: dict[str, Rule] = {**worth_people.RULES, **worth_world.RULES}


def lines(judge: Judge, terms: Iterable[Term]) -> list[Line]:
    """One line a verb that matters, chances weighed by their odds."""
    found: list[Line] = []
    for term in terms:
        if term.reason == "effect_chance":
            odds = int(dict(term.about)["chance"])
            found += [(label, amount * odds // 1000) for label, amount in lines(judge, term.terms)]
            continue
        rule = RULES.get(term.reason.removeprefix("effect_"))
        amount = rule(judge, dict(term.about), term.amount) if rule else 0
        if abs(amount) >= LEAST:
            found.append((term.reason, amount))
    return found


def total(found: Iterable[Line]) -> int:
    """The sum of score lines."""
    return sum(amount for _, amount in found)
