"""A question put to voters: two sides and everything about them that every tier of voters weighs."""

from __future__ import annotations

from dataclasses import dataclass

from game.engine import lines
from game.engine.atlas import Atlas
from game.engine.lines import Sides
from game.engine.parameters import Parameters
from game.engine.state import BANNED, Ints, Motion, State
from game.scenario.model import Scenario

#: Severity of the target at which punishing costs no reluctance.
_FULL = BANNED


@dataclass(slots=True)
class Question:
    """What all voters on a motion have in common; points are thousandths of log-odds towards it."""

    about: str  # keys the dice
    sides: Sides
    ends: Ints  # per person: bloc at the end of his chain, the number of blocs for nobody
    lines: Ints  # per bloc, a last 0 for nobody
    regard: Ints  # per person: opinion of those for minus those against
    axes: Ints  # mean position of those for minus those against
    margin: int
    lead: int
    standing: int  # severity of the side without the leadership
    severity: int  # points: reluctance to punish, never above 0
    word: int  # points: the founder's word
    unity: int  # gain of unity, scaled by the world's quantity
    speech: int  # points: speeches made on the motion
    orators: int  # points: best orator for against best orator against
    stakes: dict[int, int]  # person -> points of sponsors and targets
    declared: dict[int, int]  # person -> 1000, 0 or -1000
    lobbied: dict[int, int]  # person -> points


def of(state: State, motion: Motion) -> Question:
    """The question a motion puts."""
    both = lines.sides(state, motion)
    question = _facing(state, both, motion.id)
    parameters = Parameters.of(state.scenario)
    kind = lines.motion_type(state, motion)
    hit = lines.target(state, motion)
    if kind.severity and hit >= 0 and not motion.amended:
        bloc = lines.bloc_of(state, hit)
        spared = _FULL - (lines.shared_severity(state, bloc) if bloc >= 0 else 0)
        question.severity = -(parameters.severity * kind.severity * spared // (_FULL * 1000))
    question.word = _word(state, motion) * parameters.word // 1000
    question.speech = min(max(sum(points for _, points in motion.speeches), -1000), 1000)
    stakes = dict.fromkeys((motion.candidate, *motion.movers), parameters.stake)
    if hit >= 0:
        stakes.setdefault(hit, -parameters.stake if lines.hostile(kind) else parameters.stake)
    stakes.pop(-1, None)
    question.stakes = stakes
    question.declared = dict(motion.stands)
    for person, points in motion.lobbied:
        question.lobbied[person] = question.lobbied.get(person, 0) + points
    return question


def between(state: State, for_blocs: tuple[int, ...], against_blocs: tuple[int, ...], about: str) -> Question:
    """The bare question of one group of blocs against another; ``about`` keys its dice."""
    return _facing(state, lines.between(state, for_blocs, against_blocs), about)


def _facing(state: State, both: Sides, about: str) -> Question:
    parameters = Parameters.of(state.scenario)
    ends, known, regard = lines.leaders(state), lines.lines(state, both), lines.regard(state, both)
    margin = lines.margin_of(state, both, known, ends, regard)
    lead = lines.lead(state, margin)
    return Question(
        about=about,
        sides=both,
        ends=ends,
        lines=known,
        regard=regard,
        axes=_position(state, both.for_people) - _position(state, both.against_people),
        margin=margin,
        lead=lead,
        standing=_standing(state, both.against_blocs if lead > 0 else both.for_blocs) if lead else 0,
        severity=0,
        word=0,
        unity=_unity(state),
        speech=0,
        orators=parameters.orators
        * (_oratory(state, both.for_people) - _oratory(state, both.against_people))
        // 1000,
        stakes={},
        declared={},
        lobbied={},
    )


def _position(state: State, people: tuple[int, ...]) -> Ints:
    return lines.weighted(state.axes.T, state.authority, people)


def _standing(state: State, blocs: tuple[int, ...]) -> int:
    return max((lines.shared_severity(state, bloc) for bloc in blocs), default=0)


def _unity(state: State) -> int:
    """The gain of unity times (500 + unity of the party) / 1000."""
    gain, place = Parameters.of(state.scenario).unity, Atlas.of(state.scenario).once("unity", _of_unity)
    return gain if place is None else gain * (500 + int(state.quantities[place])) // 1000


def _of_unity(scenario: Scenario) -> int | None:
    """Position of the quantity that stands for the unity of the party."""
    return next((place for place, one in enumerate(scenario.quantities) if one.role == "unity"), None)


def _oratory(state: State, people: tuple[int, ...]) -> int:
    speakers = (person for person in people if lines.votes(state, person))
    return max((state.scenario.people[person].oratory for person in speakers), default=0)


def _word(state: State, motion: Motion) -> int:
    """What the founder's word is worth, -2000..2000 towards the motion."""
    kind = lines.motion_type(state, motion)
    if kind.word is None:
        return 0
    from game.engine import motions  # motions reads lines itself
    from game.engine.context import Context

    value = kind.word.value(Context(state, motions.symbols(state, motion), motion.id))
    return min(max(int(value), -2000), 2000)


def on_axes(question: Question, positions: Ints, gain: int) -> Ints:
    """Points of agreement on the axes: rows of ``positions`` times the difference of the sides."""
    total: Ints = (positions * question.axes // 1000).sum(axis=1)
    return total * gain // 1000
