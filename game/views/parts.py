"""Pieces every screen is made of: faces, figures, dates, the bar at the top."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from game.ai.judge import Judge
from game.engine import lines
from game.engine.atlas import Atlas
from game.engine.ledger import Breakdown, Term
from game.engine.state import ABROAD, EXILED, POSTED, State
from game.engine.view import View, view
from game.lab.table import Table
from game.scenario.model import Person, Scenario
from game.views.shapes import BarView, FigureView, Mark, PersonView, TermView
from game.views.wording import Wording

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@dataclass(slots=True)
class Scene:
    """What one seat sees of a table now; screens are built from it. ``seen`` is the redacted world."""

    table: Table
    who: int
    words: Wording = field(init=False)
    sight: View = field(init=False)
    _judge: Judge | None = field(init=False, default=None, repr=False)

    def __post_init__(self) -> None:
        self.words = Wording(self.table.game.scenario)
        self.sight = view(self.table.game.state, self.who)

    @property
    def scenario(self) -> Scenario:
        """The scenario played."""
        return self.table.game.scenario

    @property
    def atlas(self) -> Atlas:
        """Lookups of the scenario."""
        return Atlas.of(self.scenario)

    @property
    def seen(self) -> State:
        """The world as this seat sees it."""
        return self.sight.state

    @property
    def id(self) -> str:
        """Id of the seat's person."""
        return self.scenario.people[self.who].id

    @property
    def bloc(self) -> int:
        """The seat's bloc."""
        return self.atlas.bloc_led[self.who]

    @property
    def judge(self) -> Judge:
        """How the seat would judge the others from what it sees, as a rival in its place would."""
        if self._judge is None:
            self._judge = Judge.of(self.seen, self.who)
        return self._judge

    def unknown(self, key: str) -> bool:
        """Whether the seat does not know this ("region X", "document D", ...)."""
        return key in self.sight.unknown


def scene(table: Table, who: str | None = None) -> Scene:
    """The scene of a seat: the one named, else the human to act, else the first human, else the first contender."""
    game = table.game
    people = game.scenario.index["people"]
    name = who or (game.decider if game.human_to_act else None)
    if name is None:
        name = game.setup.humans[0] if game.setup.humans else game.scenario.contenders[0].person
    return Scene(table, people[name])


# ---- figures


def term_view(words: Wording, term: Term, decimals: int = 0) -> TermView:
    """A labelled term and what it opens into."""
    inner = tuple(term_view(words, one, decimals) for one in term.terms)
    codex = next((str(value) for name, value in term.about if name in ("leader", "person", "region", "post")), "")
    return TermView(words.reason(term), term.amount, Mark(term.mark), inner, decimals, codex=codex)


def figure_view(
    words: Wording,
    figure: Breakdown,
    label: str,
    value_text: str | None = None,
    detail: str = "",
    fraction: int | None = None,
    decimals: int = 0,
) -> FigureView:
    """A figure as the number box draws it; its terms sum to its total."""
    text = value_text if value_text is not None else number(figure.total, decimals)
    terms = tuple(term_view(words, term, decimals) for term in figure.terms)
    return FigureView(label, text, detail, terms, figure.total, fraction, decimals)


def number(value: int, decimals: int = 0, signed: bool = False) -> str:
    """A figure with a true minus and thousands apart; ``decimals`` last digits stand after the point."""
    sign = "−" if value < 0 else ("+" if signed and value > 0 else "")
    whole, rest = divmod(abs(value), 10**decimals)
    text = f"{whole:,}"
    return f"{sign}{text}.{rest:0{decimals}d}" if decimals else f"{sign}{text}"


# ---- people


def bloc_colour(state: State, person: int) -> tuple[str, str, str]:
    """Colour, emblem and name of the bloc somebody stands with now."""
    bloc = lines.leader_of(state, person)
    if bloc < 0:
        return "sand", "neutral", ""
    data = state.scenario.blocs[bloc]
    return data.colour, data.emblem, data.name


def status_text(state: State, person: int) -> str:
    """Where somebody is, if that is not at his work at the centre."""
    if not state.alive[person]:
        return "dead"
    if not state.in_party[person]:
        return "expelled, in exile" if state.place[person] == EXILED else "expelled"
    if state.ill[person]:
        return "ill"
    place = int(state.place[person])
    return {POSTED: "posted away", ABROAD: "abroad", EXILED: "in exile"}.get(place, "")


def person_view(state: State, person: int, role: str | None = None) -> PersonView:
    """A face with its line of words, as the world (seen by somebody) has it."""
    who = state.scenario.people[person]
    colour, emblem, bloc = bloc_colour(state, person)
    status = status_text(state, person)
    gone = not state.alive[person] or not state.in_party[person] or state.place[person] == EXILED
    return PersonView(
        id=who.id,
        name=who.name,
        surname=who.surname,
        given=who.given,
        role=post_line(state, person) if role is None else role,
        portrait=who.portrait or "",
        bloc_colour=colour,
        emblem=emblem,
        status_text=status,
        cut_out=bool(gone),
        bloc=bloc,
        recipe=recipe(who),
        codex=f"person:{who.id}",
    )


def recipe(who: Person) -> tuple[tuple[str, str], ...]:
    """The recipe of a face, as sorted pairs; `female` alone lets one be derived."""
    face = {str(key): str(value) for key, value in who.face.items()} | ({"female": "yes"} if who.female else {})
    return tuple(sorted(face.items()))


def posts_held(state: State, person: int) -> list[int]:
    """Posts somebody holds, the weightiest first."""
    held = [number for number, holder in enumerate(state.holder.tolist()) if holder == person]
    return sorted(held, key=lambda q: (-state.scenario.posts[q].weight, q))


def post_line(state: State, person: int, most: int = 2) -> str:
    """His weightiest posts in a few words, else the line the scenario gives him."""
    held = [state.scenario.posts[q].short or state.scenario.posts[q].name for q in posts_held(state, person)]
    return ", ".join(held[:most]) if held else ""


# ---- time


def day_text(day: date) -> str:
    """A date in words, as in 21 Dec 1925."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def turn_text(scenario: Scenario, turn: int) -> str:
    """The months of a turn in capitals."""
    first, last = scenario.turn_dates(min(max(turn, 1), scenario.turns))
    one, two = MONTHS[first.month - 1].upper(), MONTHS[last.month - 1].upper()
    if (first.year, first.month) == (last.year, last.month):
        return f"{one} {first.year}"
    if first.year != last.year:
        return f"{one} {first.year}–{two} {last.year}"
    return f"{one}–{two} {last.year}"


def last_turn(at: Scene) -> int:
    """The last turn that is played: of a chapter or a shorter game its own."""
    until = at.table.game.setup.until
    return at.scenario.turn_of(until) if until is not None else at.scenario.turns


def bar_view(at: Scene) -> BarView:
    """What the bar at the top shows."""
    game, state = at.table.game, at.table.game.state
    seat = at.atlas.contender[at.who]
    decision = game.decision
    session = decision is not None and decision.kind == "session"
    total = game.scenario.contenders[seat].orders if seat >= 0 else 0
    return BarView(
        date_text=day_text(state.day).upper() if session else turn_text(game.scenario, state.turn),
        turn=min(state.turn, game.scenario.turns),
        turns=last_turn(at),
        orders_left=int(state.orders_left[seat]) if seat >= 0 and len(state.orders_left) > seat else 0,
        orders_total=total,
        you=person_view(at.seen, at.who),
        window_text="in session" if session else "before the bodies meet",
    )
