"""What lies behind a vote: the records that last changed the things its largest terms speak of."""

from __future__ import annotations

import numpy as np

from game.engine import cells
from game.engine.atlas import Atlas
from game.engine.lines import in_force, motion_type
from game.engine.log import Log
from game.engine.question import Question
from game.engine.state import Motion, State

#: So many of the largest reasons, and so many regions, are followed back.
_REASONS, _REGIONS = 4, 3


def causes_of(
    state: State, log: Log, motion: Motion, question: Question, weights: dict[str, int]
) -> tuple[int, ...]:
    """Record numbers: the motion, what was last said and done about it, and what is behind its largest reasons."""
    order = sorted((reason for reason in weights if weights[reason]), key=lambda r: (-weights[r], r))
    keys: dict[str, None] = {}
    for reason in order[:_REASONS]:
        keys.update(dict.fromkeys(_keys(state, motion, question, reason)))
    found = [motion.made_by, log.cause(f"motion {motion.id}"), *(log.cause(key) for key in keys)]
    return tuple(record for record in found if record >= 0)


def _keys(state: State, motion: Motion, question: Question, reason: str) -> list[str]:
    if reason in ("line", "unity", "ticket", "bandwagon"):
        found = _pacts(state, question) + _bureau(state)
        return found + (_secretaries(state, question) if reason in ("line", "ticket") else [])
    if reason in ("ban", "severity"):
        side = question.sides.against_blocs if question.lead > 0 else question.sides.for_blocs
        return [f"severity {state.scenario.blocs[bloc].id}" for bloc in side]
    if reason in ("opinion", "sentiment"):
        return [f"mantle {state.scenario.blocs[bloc].id}" for bloc in _parties(question)]
    return _papers(state, motion) if reason == "word" else []


def _parties(question: Question) -> tuple[int, ...]:
    return question.sides.for_blocs + question.sides.against_blocs


def _pacts(state: State, question: Question) -> list[str]:
    """Understandings that bind a bloc on either side."""
    parties = _parties(question)
    bound = (pact for pact in state.pacts if in_force(state, pact))
    return [f"pact {pact.id}" for pact in bound if any(member in parties for member in pact.members)]


def _bureau(state: State) -> list[str]:
    """The latest change of a seat in the bureau."""
    bureau = Atlas.of(state.scenario).bureau
    if bureau < 0:
        return []
    start = f"seat {state.scenario.bodies[bureau].id} "
    keys = [key for key in state.provenance if key.startswith(start)]
    return [max(keys, key=lambda key: (state.provenance[key], key))] if keys else []


def _secretaries(state: State, question: Question) -> list[str]:
    """First secretaries of the regions that push hardest."""
    weight = np.abs(cells.push(state, question)) * state.members
    order = np.argsort(-weight, kind="stable")[:_REGIONS]
    return [f"secretary {state.scenario.regions[int(region)].id}" for region in order]


def _papers(state: State, motion: Motion) -> list[str]:
    """Documents the founder's word is taken from."""
    word = motion_type(state, motion).word
    text = word.text if word else ""
    names = (document.id for document in state.scenario.documents)
    return [f"document {name}" for name in names if f"'{name}'" in text or f'"{name}"' in text]
