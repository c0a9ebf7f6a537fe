"""The first state of a game, from a scenario and the offices its record gives for the opening day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import numpy as np

from game.engine import meetings, opinions, turn
from game.engine.atlas import Atlas
from game.engine.bench import fill_bench
from game.engine.log import Log
from game.engine.parameters import Parameters
from game.engine.record import Record
from game.engine.state import ABROAD, CENTRE, EXILED, POSTED, UNWRITTEN, Ints, Pact, State
from game.scenario.lesson import LessonTerms
from game.scenario.model import Opening, PactTemplate, Scenario
from game.scenario.opening import opening as opening_of
from game.scenario.vocabulary import DOCUMENT_STATES, THESIS_STATES

#: What a client thinks of his patron, and how much of the patron's view of others he shares (MODEL appendix).
LOYALTY, SHARED = 500, 500
PLACES = {"centre": CENTRE, "posted": POSTED, "abroad": ABROAD, "exiled": EXILED}


def start(
    scenario: Scenario,
    seed: int,
    opening: Opening | None = None,
    terms: LessonTerms | None = None,
    by_record: bool = False,
) -> tuple[State, list[Record]]:
    """A new game run on to its first decision, with the records of how it got there.

    ``by_record`` is for the historical line: whoever appoints as in the record prepares the record's lists.
    """
    state = build(scenario, seed, opening or opening_of(scenario, scenario.start))
    state.by_record = int(by_record)
    if terms is not None:
        state.lesson, state.forbidden, state.injected = terms.digest, terms.forbidden, dict(terms.injected)
    log = Log(state)
    turn.run_on(state, log)
    return state, log.records


def build(scenario: Scenario, seed: int, opening: Opening) -> State:
    """The state before anything has happened."""
    state = State(scenario=scenario, seed=seed, day=scenario.start)
    _people(state, opening)
    _opinions(state)
    _blocs(state)
    _regions(state)
    _posts(state, opening)
    _bodies(state, opening)
    _world(state)
    _pacts(state, opening)
    state.sittings = meetings.calendar(scenario)
    return state


def _column(values: Iterable[int]) -> Ints:
    return np.array(list(values), dtype=np.int64)


# ---- people


def put_people(state: State, opening: Opening) -> None:
    """Who is alive, in the party and where, on the day of the opening; nobody is ill."""
    people = state.scenario.people
    where = [opening.places.get(person.id, person.place) for person in people]
    died = [person.died is not None and person.died <= opening.on for person in people]
    state.alive = _column(int(place != "dead" and not gone) for place, gone in zip(where, died, strict=True))
    out = [person.id in opening.outside for person in people]
    state.in_party = _column(
        int(place not in ("expelled", "deported") and not gone) for place, gone in zip(where, out, strict=True)
    )
    state.place = _column(PLACES.get(place, EXILED if place == "deported" else CENTRE) for place in where)
    state.ill = _column(0 for _ in people)


def _people(state: State, opening: Opening) -> None:
    scenario, people = state.scenario, state.scenario.people
    put_people(state, opening)
    state.health = _column(person.health for person in people)
    state.authority = _column(person.authority for person in people)
    axes = np.array([person.axes for person in people], dtype=np.int64)
    state.axes = axes.reshape(len(people), len(scenario.axes))
    state.patron = _patrons(scenario)


def _patrons(scenario: Scenario) -> Ints:
    """A person's own patron, else the leader of the bloc that lists him."""
    places, patrons = Atlas.of(scenario).index["people"], {}
    for bloc in scenario.blocs:
        patrons.update({member: bloc.leader for member in bloc.members if member != bloc.leader})
    patrons.update({person.id: person.patron for person in scenario.people if person.patron})
    return _column(places.get(patrons.get(person.id, ""), -1) for person in scenario.people)


def _opinions(state: State) -> None:
    """Feelings of the scenario; else what a client takes from his patron, or an official's default."""
    scenario, places = state.scenario, Atlas.of(state.scenario).index["people"]
    felt = {(places[f.holder], places[f.about]): f.value for f in scenario.feelings}
    size = len(scenario.people)
    base = np.zeros((size, size), dtype=np.int64)
    done: set[int] = set()
    default = _default_row(scenario)
    for person in range(size):
        _opinion_row(state, base, felt, default, person, done)
    np.fill_diagonal(base, 0)
    state.base_opinion = base
    opinions.refresh(state)


def _default_row(scenario: Scenario) -> Ints:
    """What an uncommitted official thinks of each person, from the setting ``default_opinions``."""
    places = Atlas.of(scenario).index["people"]
    row = np.zeros(len(scenario.people), dtype=np.int64)
    given: Mapping[str, int] = scenario.settings.get("default_opinions") or {}
    for name, value in given.items():
        row[places[name]] = value
    return row


def _opinion_row(
    state: State,
    base: Ints,
    felt: Mapping[tuple[int, int], int],
    default: Ints,
    person: int,
    done: set[int],
) -> None:
    """Fill one row, the patron's first; a circle of patrons ends where it closes."""
    if person in done:
        return
    done.add(person)
    patron = int(state.patron[person])
    if patron >= 0:
        _opinion_row(state, base, felt, default, patron, done)
        base[person] = base[patron] * SHARED // 1000
        base[person, patron] = LOYALTY
    elif Atlas.of(state.scenario).bloc_led[person] < 0:
        base[person] = default
    for about in range(len(base)):
        if (person, about) in felt:
            base[person, about] = felt[person, about]


# ---- blocs, regions, posts


def _blocs(state: State) -> None:
    blocs = state.scenario.blocs
    state.mantle = _column(bloc.mantle for bloc in blocs)
    state.credit = _column(bloc.credit for bloc in blocs)
    state.severity = _column(bloc.severity for bloc in blocs)
    state.cohesion = _column(bloc.cohesion for bloc in blocs)
    state.exposure = _column(bloc.exposure for bloc in blocs)
    state.press = _column(0 for _ in blocs)
    state.charge = _column(0 for _ in blocs)
    state.charge_until = _column(0 for _ in blocs)


def _regions(state: State) -> None:
    scenario, regions = state.scenario, state.scenario.regions
    state.members = _column(region.full for region in regions)
    state.novices = _column(region.candidates for region in regions)
    for name in ("independence", "machine", "autonomy", "grievance", "fear"):
        setattr(state, name, _column(getattr(region, name) for region in regions))
    count = len(scenario.blocs)
    state.clients = np.array([region.clients for region in regions], dtype=np.int64).reshape(-1, count + 1)
    state.sentiment = np.array([region.sentiment for region in regions], dtype=np.int64).reshape(-1, count)
    state.sentiment_base = state.sentiment.copy()
    state.region_axes = np.array([region.axes for region in regions], dtype=np.int64).reshape(-1, len(scenario.axes))
    parameters = Parameters.of(scenario)
    state.gate, state.visibility = parameters.gate_normal, parameters.visibility
    state.appointed = int(scenario.parameters.get("appointed", state.appointed))
    state.knowledge = [0] * len(scenario.contenders)


def put_posts(state: State, opening: Opening) -> None:
    """Holders of posts on the day of the opening, since when, and the tenure of first secretaries."""
    scenario, atlas = state.scenario, Atlas.of(state.scenario)
    people = atlas.index["people"]
    state.holder = _column(people.get(opening.holders.get(post.id, ""), -1) for post in scenario.posts)
    held = state.holder >= 0
    state.holder = np.where(held & (state.alive[state.holder] == 0), -1, state.holder)
    since = (opening.since.get(post.id, opening.on) for post in scenario.posts)
    state.since = _column(day.toordinal() for day in since)
    state.tenure = _column(_tenure(state, post, opening) for post in atlas.first_secretary)


def _posts(state: State, opening: Opening) -> None:
    put_posts(state, opening)
    state.threatened = _column(0 for _ in state.scenario.posts)
    state.taken = _column(-1 for _ in state.scenario.posts)


def _tenure(state: State, post: int, opening: Opening) -> int:
    """Turns a first secretary has sat on the opening day."""
    if post < 0 or state.holder[post] < 0:
        return 0
    days = opening.on.toordinal() - int(state.since[post])
    return max(days, 0) * 12 // (365 * state.scenario.turn_months)


# ---- bodies


def _bodies(state: State, opening: Opening) -> None:
    bodies = state.scenario.bodies
    state.full = [seated(state, opening.full.get(body.id, ())) for body in bodies]
    state.candidates = [seated(state, opening.candidates.get(body.id, ())) for body in bodies]
    filled = [(len(full), len(waiting)) for full, waiting in zip(state.full, state.candidates, strict=True)]
    state.sizes = [
        (max(body.full_seats, full), max(body.candidate_seats, waiting))
        for body, (full, waiting) in zip(bodies, filled, strict=True)
    ]
    state.bench = [None] * len(bodies)
    for index, body in enumerate(bodies):
        if body.kind == "committee":
            fill_bench(state, index)


def seated(state: State, names: Iterable[str]) -> tuple[int, ...]:
    """The living people with these names, once each, in the order of the record."""
    places = Atlas.of(state.scenario).index["people"]
    return tuple(dict.fromkeys(places[name] for name in names if state.alive[places[name]]))


# ---- the world


def _world(state: State) -> None:
    scenario, places = state.scenario, Atlas.of(state.scenario).index["people"]
    state.quantities = _column(quantity.start for quantity in scenario.quantities)
    state.rules = _column(int(rule.on) for rule in scenario.rules)
    state.documents = _column(DOCUMENT_STATES.index(document.state) for document in scenario.documents)
    state.published = _column(0 for _ in scenario.documents)
    state.document_owner = [tuple(places[name] for name in text.owners) for text in scenario.documents]
    state.document_known = [
        sum(1 << place for place in {places[name] for name in (*document.owners, *document.known_to)})
        if document.state != DOCUMENT_STATES[UNWRITTEN]
        else 0
        for document in scenario.documents
    ]
    state.theses = _column(THESIS_STATES.index(thesis.state) for thesis in scenario.theses)
    state.thesis_owner = _column(_led_by(scenario, thesis.owner) for thesis in scenario.theses)


def _led_by(scenario: Scenario, name: str | None) -> int:
    """The bloc of that id, or led by that person, or -1."""
    atlas = Atlas.of(scenario)
    if name in atlas.index["blocs"]:
        return atlas.index["blocs"][str(name)]
    person = atlas.index["people"].get(name or "", -1)
    return atlas.bloc_led[person] if person >= 0 else -1


def _pacts(state: State, opening: Opening) -> None:
    for template in state.scenario.pacts:
        if template.id in opening.pacts or template.at_start:
            state.pacts.append(pact_of(state.scenario, template))


def pact_of(scenario: Scenario, template: PactTemplate) -> Pact:
    """A pact in force at the opening; everybody knows an open one."""
    members = tuple(sorted(_led_by(scenario, name) for name in template.members))
    everybody = (1 << len(scenario.blocs)) - 1
    known = sum(1 << bloc for bloc in members) if template.secret else everybody
    until = scenario.turn_of(template.until) if template.until else 0
    return Pact(template.id, members, template.strength, template.secret, 0, until, known)
