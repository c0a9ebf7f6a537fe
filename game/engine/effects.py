"""The one interpreter of effects: what orders, hinges, events, documents and motions do to the world.

``run`` applies them, drawing chances from keyed dice; ``describe`` says what they would do and draws
nothing. The verbs stand in the ``effects_*`` modules, one a chapter, under the names of
``game.scenario.vocabulary``.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from game.engine import (
    dice,
    effects_bodies,
    effects_motions,
    effects_pacts,
    effects_people,
    effects_regions,
    effects_texts,
)
from game.engine.act import FULL, Act, Verb, amount_of, word
from game.engine.context import Context
from game.engine.ledger import Term
from game.engine.log import Log
from game.scenario.model import Effect, Expression
from game.scenario.vocabulary import VERBS as FORMS

#: Verb -> function that applies it.
VERBS: dict[str, Verb] = {
    **effects_people.VERBS,
    **effects_bodies.VERBS,
    **effects_regions.VERBS,
    **effects_pacts.VERBS,
    **effects_texts.VERBS,
    **effects_motions.VERBS,
}

#: Verbs whose last argument is an amount.
SIZED = frozenset(verb for verb, form in FORMS.items() if any(one.endswith(("SIZE", "INT")) for one in form[0]))


def run(
    context: Context,
    effects: Iterable[Effect],
    log: Log,
    causes: Iterable[int] = (),
    sign: int = 1,
    scale: int = FULL,
) -> None:
    """Apply ``effects`` in order; sizes are multiplied by ``sign`` and ``scale`` (thousandths)."""
    _run(context, tuple(effects), log, tuple(causes), sign * scale, ())


def _run(
    context: Context, effects: tuple[Effect, ...], log: Log, causes: tuple[int, ...], factor: int,
    path: tuple[int, ...],
) -> None:  # fmt: skip
    for position, effect in enumerate(effects):
        here = (*path, position)
        if effect.chance is None and effect.test is None:
            act = Act(context, log, causes, factor, effect.verb, here)
            VERBS[effect.verb](act, *_arguments(context, effect))
            continue
        holds = _holds(context, effect, here)
        _run(context, effect.then if holds else effect.otherwise, log, causes, factor, (*here, int(holds)))


def _arguments(context: Context, effect: Effect) -> tuple[Any, ...]:
    """The arguments as written, with sizes such as ``{80 + oratory(SELF) // 6}`` computed."""
    return tuple(
        amount_of(context, arg) if isinstance(arg, Expression) and arg.kind == "int" else arg
        for arg in effect.args
    )


def _holds(context: Context, effect: Effect, path: tuple[int, ...]) -> bool:
    """Whether the guarded branch is taken: its test, then its chance by keyed dice."""
    if effect.test is not None and not effect.test.value(context):
        return False
    if effect.chance is None:
        return True
    state = context.state
    return dice.chance(state, dice.Purpose.EFFECT, _key(context), _place(path), effect.chance)


def _key(context: Context) -> str:
    """Names the occasion, so that the same order on another target has other luck."""
    filled = ",".join(f"{name}={context.symbols[name]}" for name in sorted(context.symbols))
    return f"{context.about}|{filled}"


def _place(path: tuple[int, ...]) -> int:
    number = 0
    for step in path:
        number = number * 64 + step + 1
    return number


# ---- saying what would happen


def describe(effects: Iterable[Effect], context: Context) -> list[Term]:
    """What the effects would do, as terms: an amount where there is one, branches nested, nothing drawn."""
    terms: list[Term] = []
    for effect in effects:
        if effect.chance is not None:
            terms += _describe_chance(effect, context)
        elif effect.test is not None:
            branch = effect.then if effect.test.value(context) else effect.otherwise
            terms += describe(branch, context)
        else:
            terms.append(_describe_verb(effect, context))
    return terms


def _describe_chance(effect: Effect, context: Context) -> list[Term]:
    if effect.test is not None and not effect.test.value(context):
        return describe(effect.otherwise, context)
    chance = effect.chance or 0
    branches = ((chance, effect.then), (FULL - chance, effect.otherwise))
    return [
        Term("effect_chance", 0, (("chance", odds),), terms=tuple(describe(branch, context)))
        for odds, branch in branches
        if branch and odds > 0
    ]


def _describe_verb(effect: Effect, context: Context) -> Term:
    """One verb; its amount is the size or number it names, 0 if it names none."""
    arguments = _arguments(context, effect)
    words = [word(context, arg) for arg in arguments]
    sized = effect.verb in SIZED
    amount = arguments[-1] if sized and isinstance(arguments[-1], int) else 0
    kept = words[:-1] if sized else words
    about = tuple((f"word{place}", word) for place, word in enumerate(kept, 1))
    return Term(f"effect_{effect.verb}", amount, (*about, ("text", effect.text)))

