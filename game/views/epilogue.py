"""The end: the verdict as a poster, the score as a sum, and what became of everybody."""

from __future__ import annotations

from game.engine import outcome
from game.engine.ledger import Breakdown
from game.views.log import visible
from game.views.narrative import narrative
from game.views.parts import Scene, day_text, figure_view, number, person_view
from game.views.shapes import EpilogueView, FateView, FigureView

#: Verdicts on an aim, as lines of a poster; a scenario may have its own labels ``verdict_...``.
VERDICTS = {
    "won": "The aim | is reached",
    "part": "Reached | in part",
    "out": "Put out | of the party",
    "lost": "The aim | is lost",
    "open": "It is not | settled",
}
LEADERSHIP = {
    "undisputed": "{leader} leads, and nobody disputes it.",
    "first among equals": "{leader} is the first among equals.",
    "collective": "Nobody leads alone: it is a collective.",
    "nobody": "Nobody leads.",
}


def epilogue_view(at: Scene) -> EpilogueView:
    """The end of the game for a seat."""
    state, scenario = at.table.game.state, at.scenario
    seat = at.atlas.contender[at.who]
    contender = scenario.contenders[seat]
    figure = outcome.score(state, at.who)
    last = min(state.turn, scenario.turns) - (state.phase != "over" and state.turn > 1)
    day = scenario.turn_dates(last)[1]
    word = verdict(at, figure)
    text = scenario.labels.get(f"verdict_{word}", VERDICTS[word])
    return EpilogueView(
        date_text=f"{day_text(day)}, turn {last} of {scenario.turns}",
        verdict=tuple(part.strip().upper() for part in text.split("|")),
        text=f"{at.words.fate(state, at.who)}. {_leadership(at)}".replace("..", "."),
        score=score_figure(at, figure),
        aim_text=contender.aim,
        fates=_fates(at),
        story=narrative(at.table, lambda record: visible(at, record)),
    )


def verdict(at: Scene, figure: Breakdown) -> str:
    """won, part, lost, out or open, by the graded lines that hold."""
    reasons = {term.reason for term in figure.terms}
    state = at.table.game.state
    if not state.in_party[at.who] and "aim_won" not in reasons:
        return "out"
    for reason, word in (("aim_lost", "lost"), ("aim_won", "won"), ("aim_partly_won", "part")):
        if reason in reasons:
            return word
    return "open"


def score_figure(at: Scene, figure: Breakdown) -> FigureView:
    """The score with its lines; the most one could reach stands beside it."""
    contender = at.scenario.contenders[at.atlas.contender[at.who]]
    goals = (contender.win, contender.partial, *contender.goals)
    most = sum(max(0, goal.points) for goal in goals)
    return figure_view(at.words, figure, "Score", number(figure.total), f"of {number(most)}")


def _leadership(at: Scene) -> str:
    person, kind = outcome.leader(at.table.game.state)
    name = at.scenario.people[person].surname if person is not None and person >= 0 else ""
    return LEADERSHIP[kind].format(leader=name)


def _fates(at: Scene) -> tuple[FateView, ...]:
    """Contenders first, the seat at the top, then everybody of whom history says something."""
    scenario, people = at.scenario, at.atlas.index["people"]
    seats = [people[one.person] for one in scenario.contenders]
    rest = [p for p, who in enumerate(scenario.people) if p not in seats and who.fate]
    rest.sort(key=lambda p: (-scenario.people[p].authority, p))
    ordered = dict.fromkeys([at.who, *seats, *rest])
    return tuple(_fate(at, person) for person in ordered)


def _fate(at: Scene, person: int) -> FateView:
    who = at.scenario.people[person]
    contender = at.atlas.contender[person]
    history = who.fate or (at.scenario.contenders[contender].history if contender >= 0 else "")
    return FateView(person_view(at.seen, person), at.words.fate(at.table.game.state, person), history or "Not known")
