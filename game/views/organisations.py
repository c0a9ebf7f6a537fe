"""The map of the organisation: members, seats, patrons and machines, and one organisation opened."""

from __future__ import annotations

from dataclasses import fields

from game.engine import apportionment, cells, delegates, lines, logistic, machines, sentiment
from game.engine import question as questions
from game.engine.parameters import Parameters
from game.engine.state import State
from game.views.parts import Scene, bar_view, day_text, number, person_view
from game.views.shapes import (
    FigureView,
    LegendView,
    Mark,
    OrganisationDetailView,
    OrganisationsView,
    OrganisationView,
    OrganisationWords,
    StairStepView,
    TermView,
)

TIERS = ("cells", "districts", "province", "delegation")


def organisations_view(at: Scene, chosen: str = "") -> OrganisationsView:
    """Every organisation, and the chosen one (by id, else the largest) in detail."""
    seats = seats_by_region(at.seen)
    blocks = tuple(_block(at, region, seats[region]) for region in range(len(at.scenario.regions)))
    index = at.scenario.index["regions"].get(chosen, _largest(at.seen))
    members = int(at.seen.members.sum() + at.seen.novices.sum())
    template = at.scenario.labels.get("heading_organisations", "{members} members, {seats} seats")
    return OrganisationsView(
        bar=bar_view(at),
        title=template.format(members=number(members), seats=number(sum(seats))),
        explanation="Area is membership. Colour and emblem are the patron. Bars are machine strength.",
        organisations=blocks,
        legend=_legend(at),
        selected=detail(at, index) if blocks else None,
        words=_words(at),
    )


def _words(at: Scene) -> OrganisationWords:
    plain = OrganisationWords()
    given = {one.name: at.scenario.labels.get(one.name, getattr(plain, one.name)) for one in fields(plain)}
    return OrganisationWords(**given)


def seats_by_region(state: State) -> list[int]:
    """Delegates each organisation sends to the next congress; none if the scenario has no congress."""
    body = next((b for b, one in enumerate(state.scenario.bodies) if one.role == "congress"), -1)
    if body < 0:
        return [0] * len(state.scenario.regions)
    sitting = delegates.next_sitting(state, body)
    return [int(seats) for seats in apportionment.delegations(state, sitting)]


def _largest(state: State) -> int:
    heads = (state.members + state.novices).tolist()
    return heads.index(max(heads)) if heads else -1


def machine_known(at: Scene, region: int) -> bool:
    """Whether the seat sees the machine of a region as it is."""
    return not at.unknown(f"region {at.scenario.regions[region].id}")


def _block(at: Scene, region: int, seats: int) -> OrganisationView:
    data, seen = at.scenario.regions[region], at.seen
    bloc, first = _patron(at, region), lines.secretary(seen, region)
    patron = at.scenario.blocs[bloc] if bloc >= 0 else None
    return OrganisationView(
        id=data.id,
        name=data.short or data.name,
        members=int(seen.members[region] + seen.novices[region]),
        seats=seats,
        colour=patron.colour if patron else "sand",
        emblem=patron.emblem if patron else "neutral",
        patron=at.words.person(patron.leader) if patron else at.words.label("contested"),
        machine=int(seen.machine[region]) if machine_known(at, region) else None,
        secretary=person_view(seen, first) if first >= 0 else None,
        territory=data.territorial,
        column=data.map_x,
        row=data.map_y,
        mood=int(seen.sentiment[region, at.bloc]) if at.bloc >= 0 else None,
    )


def _patron(at: Scene, region: int) -> int:
    """The bloc of the first secretary, -1 for nobody's."""
    bloc = int(lines.secretary_blocs(at.seen)[region])
    return bloc if bloc < len(at.scenario.blocs) else -1


def _legend(at: Scene) -> tuple[LegendView, ...]:
    found: dict[str, LegendView] = {}
    for region in range(len(at.scenario.regions)):
        bloc = _patron(at, region)
        if bloc < 0:
            found["~"] = LegendView("sand", "neutral", at.words.label("contested").capitalize())
        else:
            data = at.scenario.blocs[bloc]
            found[data.id] = LegendView(data.colour, data.emblem, f"{data.name} ({at.words.person(data.leader)})")
    return tuple(found[key] for key in sorted(found))


# ---- one organisation


def detail(at: Scene, region: int) -> OrganisationDetailView:
    """One organisation opened."""
    block = _block(at, region, seats_by_region(at.seen)[region])
    first = lines.secretary(at.seen, region)
    post = at.atlas.first_secretary[region]
    if first >= 0:
        since = int(at.seen.since[post])
        called = at.words.given("secretary", "Secretary")
        text = f"{called} {at.scenario.people[first].name}, since {_since(at, since)}"
    else:
        text = f"No {at.words.label('first_secretary')}"
    title, steps = staircase(at, region)
    return OrganisationDetailView(
        organisation=block,
        secretary_text=text,
        patron_text=(
            f"{at.words.given('patron', 'Patron')} {block.patron}"
            if _patron(at, region) >= 0
            else at.words.given("nobody", "Nobody's")
        ),
        figures=_figures(at, region, block),
        machine=machine_figure(at, region),
        staircase_title=title,
        staircase=steps,
        autonomy=changed_figure(at, region, "autonomy"),
        sentiment=sentiment_figures(at, region),
        clients=(clients_figure(at, region),),
    )


def _since(at: Scene, ordinal: int) -> str:
    from datetime import date

    return day_text(date.fromordinal(ordinal)) if ordinal > 0 else day_text(at.scenario.start)


def _figures(at: Scene, region: int, block: OrganisationView) -> tuple[FigureView, ...]:
    seen, words = at.seen, at.words
    full, novices = int(seen.members[region]), int(seen.novices[region])
    heads = FigureView(
        words.label("members").capitalize(), thousands(block.members),
        terms=(
            TermView(words.given("members_full", "Full members"), full, Mark.FACT),
            TermView(words.given("candidates", "Candidates"), novices, Mark.FACT),
        ),
        total=block.members,
    )  # fmt: skip
    seats = FigureView(
        words.label("seats").capitalize(), str(block.seats), f"at the next {words.label('congress')}",
        terms=(TermView(f"By its share of the {words.label('members')}", block.seats),), total=block.seats,
    )  # fmt: skip
    workers, covers = at.scenario.regions[region].workers, at.scenario.regions[region].covers
    work = FigureView(
        words.label("workers").capitalize(), f"{workers // 10} %",
        terms=(TermView(covers or f"Of its {words.label('members')}", workers, Mark.FACT, decimals=1),),
        total=workers, fraction=workers, decimals=1,
    )  # fmt: skip
    return (heads, seats, work)


def thousands(heads: int) -> str:
    """A number of people in thousands, exact below ten thousand."""
    return f"{(heads + 500) // 1000}k" if heads >= 10_000 else f"{heads:,}"


def machine_figure(at: Scene, region: int) -> FigureView:
    """The machine as what upholds it and what it has still to gain or lose; unknown where it is not seen."""
    label = at.words.label("machine").capitalize()
    if not machine_known(at, region):
        return FigureView(
            label, at.words.label("unknown"), "You have not looked into this organisation.", mark=Mark.UNKNOWN,
            codex="term:machine",
        )  # fmt: skip
    parameters, seen = Parameters.of(at.scenario), at.seen
    value, goal = int(seen.machine[region]), int(machines.goals(seen)[region])
    tenure = parameters.machine_tenure * min(int(seen.tenure[region]), parameters.tenure_limit)
    like = goal - parameters.machine_base - tenure
    terms = (
        TermView("An apparatus of any kind", parameters.machine_base, decimals=1),
        TermView("Lower secretaries of the same patron", like, decimals=1, codex="term:clients"),
        TermView(f"Turns of the first secretary: {int(seen.tenure[region])}", tenure, decimals=1),
        TermView(
            "Still to be built" if value < goal else "Not yet worn away", value - goal, decimals=1,
            note=f"Each turn {parameters.machine_rate / 10:.1f} % of this is gained or lost.",
        ),
    )  # fmt: skip
    return FigureView(
        label, number(value, 1), "of 100", tuple(term for term in terms if term.amount), value, value, 1,
        codex="term:machine",
    )  # fmt: skip


def changed_figure(at: Scene, region: int, name: str) -> FigureView:
    """A figure of the region as it began and what has changed it since, of 100."""
    value = int(getattr(at.seen, name)[region])
    start = int(getattr(at.scenario.regions[region], name))
    terms = [TermView("As the scenario opens", start, Mark.FACT, decimals=1)]
    if value != start:
        terms.append(TermView("Changed since", value - start, decimals=1))
    return FigureView(
        at.words.label(name).capitalize(), number(value, 1), "of 100", tuple(terms), value, value, 1,
        codex=f"term:{name}",
    )  # fmt: skip


def sentiment_figures(at: Scene, region: int) -> tuple[FigureView, ...]:
    """What the members think of every leader: base, standing, press, the secretary's voice, and the lag."""
    seen, parameters = at.seen, Parameters.of(at.scenario)
    base, slants = sentiment.base(seen), sentiment.slants(seen)
    goals = sentiment.goals(seen)
    found = []
    for bloc, leader in enumerate(at.atlas.leaders):
        if leader < 0 or not seen.alive[leader]:
            continue
        value = int(seen.sentiment[region, bloc])
        mantle = int((seen.mantle[bloc] - parameters.mantle_centre) // 2)
        slant = int(slants[region, bloc] * seen.machine[region] // 1000)
        press = int(goals[region, bloc]) - int(base[region, bloc]) - mantle - slant
        mark = Mark.MODEL if machine_known(at, region) else Mark.UNKNOWN
        terms = (
            TermView("From of old", int(base[region, bloc]), decimals=1),
            TermView(at.words.label("mantle"), mantle, decimals=1, codex="term:mantle"),
            TermView(at.words.label("press"), press, decimals=1, codex="term:press"),
            TermView("What the first secretary says", slant, mark, decimals=1),
            TermView("Not yet come to this", value - int(goals[region, bloc]), decimals=1),
        )
        found.append(
            FigureView(
                at.scenario.people[leader].surname,
                number(value, 1, signed=True),
                "",
                tuple(term for term in terms if term.amount),
                value,
                (value + 1000) // 2,
                1,
                codex=f"person:{at.scenario.people[leader].id}",
            )
        )
    return tuple(sorted(found, key=lambda figure: -figure.total))


def clients_figure(at: Scene, region: int) -> FigureView:
    """Whose the lower secretaries are, as far as it is seen; all of them make 100."""
    row = [int(share) for share in at.seen.clients[region]]
    known = machine_known(at, region)
    terms = [
        TermView(data.name, row[bloc], decimals=1, codex=f"person:{data.leader}")
        for bloc, data in enumerate(at.scenario.blocs)
        if row[bloc]
    ]
    terms.sort(key=lambda term: -term.amount)
    nobody = at.words.given("nobody", "Nobody's")
    rest = nobody if known else f"{nobody}, or not known to you"
    terms.append(TermView(rest, row[-1], Mark.MODEL if known else Mark.UNKNOWN, decimals=1))
    return FigureView(
        at.words.label("clients").capitalize(), "100 %", "" if known else "in part unknown",
        tuple(term for term in terms if term.amount), sum(row), None, 1, codex="term:clients",
    )  # fmt: skip


# ---- the staircase


def staircase(at: Scene, region: int) -> tuple[str, tuple[StairStepView, ...]]:
    """What is left of your side's support at each tier if it stood against the other side now."""
    own, facing, title = sides(at)
    if not own or not facing:
        return "nobody stands against you", ()
    question = questions.between(at.seen, own, facing, "staircase")
    points = cells.tiers(at.seen, question, cells.weigh(at.seen, question, luck=False).total())
    steps = tuple(
        StairStepView(at.words.label(f"tier_{tier}").removeprefix("tier ").capitalize(), share)
        for tier, share in zip(TIERS, (logistic.thousandths(int(step[region])) for step in points), strict=True)
    )
    return title if machine_known(at, region) else f"{title}, as far as you see", steps


def sides(at: Scene) -> tuple[tuple[int, ...], tuple[int, ...], str]:
    """Your bloc with its allies, those who face it, and the question in a few words."""
    seen = at.seen
    leading, others = lines.camps(seen)
    if at.bloc < 0:
        return leading, others, "share for the leadership"
    bound = lines.pacts(seen)
    own = tuple(bloc for bloc in range(len(bound)) if int(bound[at.bloc, bloc]) >= 500)
    facing = tuple(bloc for bloc in leading + others if bloc not in own)
    if at.bloc in leading:
        return own, facing, "share for your side"
    against = tuple(bloc for bloc in leading if bloc not in own)
    return own, against or facing, "your share against the leadership"
