"""The dispute: theses and the party's lean, the founder's mantle, the axes, and the papers a seat knows."""

from __future__ import annotations

from game.chronicle.words import listed
from game.engine import documents, effects
from game.engine.ledger import Term
from game.engine.people import can_act
from game.engine.state import ADOPTED, CONDEMNED_THESIS, LAUNCHED, LEAKED, UNSPOKEN, UNWRITTEN, State
from game.scenario.model import Axis
from game.views.parts import Scene, bar_view, number, person_view
from game.views.shapes import (
    AxisView,
    DoctrineView,
    DocumentView,
    FigureView,
    MantleView,
    Mark,
    TermView,
    ThesisView,
)
from game.views.sums import parts_of

THESIS_STATES = {
    UNSPOKEN: "unspoken",
    LAUNCHED: "launched",
    ADOPTED: "adopted",
    CONDEMNED_THESIS: "condemned",
}
DOCUMENT_STATES = ("unwritten", "secret", "known", "leaked", "delegations", "press", "abroad")


def doctrine_view(at: Scene) -> DoctrineView:
    """Everything that is argued about."""
    label = at.words.label("mantle")
    return DoctrineView(
        bar=bar_view(at),
        title=at.scenario.labels.get("heading_doctrine", "Who speaks for the founder?"),
        mantle_label=label[:1].upper() + label[1:],
        theses=tuple(thesis_view(at, thesis) for thesis in _theses(at)),
        theses_label=at.words.given("theses", "Theses"),
        mantle=_mantles(at),
        axes=tuple(axis_view(at, at.who, axis) for axis in range(len(at.scenario.axes))),
        documents=tuple(document_view(at, document) for document in known_documents(at)),
    )


# ---- theses


def _theses(at: Scene) -> list[int]:
    """Those in dispute first, then adopted, condemned and unspoken ones."""
    order = {LAUNCHED: 0, ADOPTED: 1, CONDEMNED_THESIS: 2, UNSPOKEN: 3}
    return sorted(range(len(at.scenario.theses)), key=lambda t: (order[int(at.seen.theses[t])], t))


def thesis_state(at: Scene, thesis: int) -> str:
    """Where a thesis stands, in the scenario's word."""
    name = f"thesis_{THESIS_STATES[int(at.seen.theses[thesis])]}"
    return at.scenario.labels.get(name, THESIS_STATES[int(at.seen.theses[thesis])])


def thesis_view(at: Scene, thesis: int) -> ThesisView:
    """A thesis with its author, the party's lean towards it, and the leaders on either side."""
    data, seen = at.scenario.theses[thesis], at.seen
    owner = int(seen.thesis_owner[thesis])
    author = at.atlas.leaders[owner] if owner >= 0 else -1
    axis = at.atlas.index["axes"][data.axis]
    sign = 1 if at.scenario.axes[axis].high == data.pole else -1
    leaders = [p for p in at.atlas.leaders if p >= 0 and can_act(seen, p) and p != author]
    near = [p for p in leaders if sign * int(seen.axes[p, axis]) >= 250]
    far = [p for p in leaders if sign * int(seen.axes[p, axis]) <= -250]
    return ThesisView(
        id=data.id,
        title=data.name,
        text=data.gist,
        author=person_view(seen, author) if author >= 0 else None,
        standing=lean_figure(at, axis, sign, thesis_state(at, thesis)),
        axis=f"{at.scenario.axes[axis].name}: {pole_name(at.scenario.axes[axis], sign)}",
        supporters=tuple(person_view(seen, p) for p in near),
        opponents=tuple(person_view(seen, p) for p in far),
    )


def pole_name(axis: Axis, sign: int) -> str:
    """The name of an end of an axis."""
    return axis.high_name if sign > 0 else axis.low_name


def lean_figure(at: Scene, axis: int, sign: int, detail: str = "") -> FigureView:
    """How far the members lean to one end of an axis: each organisation by its members and its lean."""
    value, amounts = party_lean(at.seen, axis)
    terms = [
        TermView(region.short or region.name, sign * amount, decimals=1, codex=f"region:{region.id}")
        for region, amount in zip(at.scenario.regions, amounts, strict=True)
        if amount
    ]
    terms.sort(key=lambda term: -abs(term.amount))
    value *= sign
    pole = pole_name(at.scenario.axes[axis], sign)
    return FigureView(
        f"The {at.words.label('members')} lean to {pole[0].lower()}{pole[1:]}", number(value, 1, signed=True), detail,
        tuple(terms), value, (value + 1000) // 2, 1, codex=f"term:{at.scenario.axes[axis].id}",
    )  # fmt: skip


def party_lean(state: State, axis: int) -> tuple[int, list[int]]:
    """The members' mean position on an axis and what each organisation adds to it; they sum exactly."""
    heads = state.members.tolist()
    positions = state.region_axes[:, axis].tolist()
    whole = sum(heads)
    above = [max(h * p, 0) for h, p in zip(heads, positions, strict=True)]
    below = [max(-h * p, 0) for h, p in zip(heads, positions, strict=True)]
    up, down = (sum(side) // whole if whole else 0 for side in (above, below))
    rises, falls = parts_of(up, above), parts_of(down, below)
    return up - down, [rise - fall for rise, fall in zip(rises, falls, strict=True)]


# ---- the mantle


def _mantles(at: Scene) -> tuple[MantleView, ...]:
    found = [
        MantleView(person_view(at.seen, leader), mantle_figure(at, bloc))
        for bloc, leader in enumerate(at.atlas.leaders)
        if leader >= 0 and at.seen.alive[leader]
    ]
    return tuple(sorted(found, key=lambda one: -one.standing.total))


def mantle_figure(at: Scene, bloc: int) -> FigureView:
    """Standing as the founder's heir: the beginning, what was won, what others' gains took away."""
    data = at.scenario.blocs[bloc]
    value = int(at.seen.mantle[bloc])
    terms = [
        TermView("As the scenario opens", data.mantle, Mark.FACT, decimals=1),
        *_mantle_changes(at, data.id),
    ]
    rest = value - sum(term.amount for term in terms)
    if rest:
        terms.append(TermView("Set when the game began", rest, Mark.FACT, decimals=1))
    return FigureView(
        at.scenario.people[at.atlas.leaders[bloc]].surname, number(value, 1), "of 100", tuple(terms), value,
        value, 1, codex="term:mantle",
    )  # fmt: skip


def _mantle_changes(at: Scene, bloc: str) -> list[TermView]:
    own: dict[str, int] = {}
    lost: dict[str, int] = {}
    for record in at.table.game.records:
        if record.kind != "mantle":
            continue
        if bloc in record.about:
            by = str(record.data.get("by", "effect"))
            own[by] = own.get(by, 0) + int(record.data.get("amount", 0))
        taken = int(dict(record.data.get("others", {})).get(bloc, 0))
        if taken:
            lost[record.about[0]] = lost.get(record.about[0], 0) + taken
    words = at.words
    inner = tuple(TermView(words.name(other), amount, decimals=1) for other, amount in lost.items())
    found = [TermView(words.reason(Term(by, 0)), amount, decimals=1) for by, amount in own.items() if amount]
    if inner:
        found.append(TermView("What others have won", sum(t.amount for t in inner), terms=inner, decimals=1))
    return found


# ---- axes


def axis_view(at: Scene, person: int, axis: int) -> AxisView:
    """Where somebody stands on an axis, and the members' mean as the line."""
    data, value = at.scenario.axes[axis], int(at.seen.axes[person, axis])
    return AxisView(
        data.name, data.low_name, data.high_name, (value + 1000) // 2, axis_figure(at, person, axis),
        (party_lean(at.seen, axis)[0] + 1000) // 2,
    )  # fmt: skip


def axis_figure(at: Scene, person: int, axis: int) -> FigureView:
    """A position as it began and every change since; above zero is towards the second end."""
    who, data = at.scenario.people[person], at.scenario.axes[axis]
    value = int(at.seen.axes[person, axis])
    terms = [TermView("As the scenario opens", who.axes[axis], Mark.FACT, decimals=1)]
    for record in at.table.game.records:
        if record.kind == "axis" and who.id in record.about and record.data.get("axis") == data.id:
            amount = int(record.data.get("amount", 0))
            if amount:
                by = _occasion(at, record.causes)
                terms.append(TermView(by, amount, decimals=1))
    rest = value - sum(term.amount for term in terms)
    if rest:
        terms.append(TermView("Set when the game began", rest, Mark.FACT, decimals=1))
    return FigureView(
        f"{who.surname}: {data.low_name} to {data.high_name}", number(value, 1, signed=True), "",
        tuple(terms), value, (value + 1000) // 2, 1, codex=f"term:{data.id}",
    )  # fmt: skip


def _occasion(at: Scene, causes: tuple[int, ...]) -> str:
    records = at.table.game.records
    for number_ in reversed(causes):
        if 0 <= number_ < len(records):
            record = records[number_]
            if record.secret_to is None or at.id in record.secret_to:
                return at.words.sentence(record)
    return "Changed his mind"


# ---- papers


def known_documents(at: Scene) -> list[int]:
    """Documents the seat knows to exist, your own first."""
    found = [d for d in range(len(at.scenario.documents)) if int(at.seen.documents[d]) != UNWRITTEN]
    return sorted(found, key=lambda d: (at.who not in at.seen.document_owner[d], d))


def document_state(at: Scene, document: int) -> str:
    """How far a document is out, in the scenario's words."""
    word = DOCUMENT_STATES[int(at.seen.documents[document])]
    return at.scenario.labels.get(f"document_{word}", word)


def document_view(at: Scene, document: int) -> DocumentView:
    """A document with its owners, its readers and what its coming out would do."""
    data, seen = at.scenario.documents[document], at.seen
    owners = [at.scenario.people[p].surname for p in seen.document_owner[document]]
    stage = int(seen.documents[document])
    mine = at.who in seen.document_owner[document]
    return DocumentView(
        id=data.id,
        title=data.title,
        owner=listed(owners) if owners else "nobody",
        known_by=document_state(at, document) if stage >= LEAKED else _readers(at, document),
        may_publish="it is out" if stage >= LEAKED else ("you" if mine else listed(owners)),
        text=data.gist,
        mark=Mark(data.citation.mark),
        yours=mine,
        surfaced=stage >= LEAKED,
        consequence="" if stage >= LEAKED else consequence(at, document),
    )


def _readers(at: Scene, document: int) -> str:
    mask = at.seen.document_known[document]
    readers = [one.surname for place, one in enumerate(at.scenario.people) if mask >> place & 1]
    if readers == [at.scenario.people[at.who].surname]:
        return "you; who else has read it is not known to you"
    return listed(readers[:6]) + (" and others" if len(readers) > 6 else "")


def consequence(at: Scene, document: int) -> str:
    """What would follow if it came out now, as far as the seat can see."""
    case = documents.surfacing(at.seen, document, at.who)
    if case < 0:
        return "If it came out now it would change nothing."
    data = at.scenario.documents[document].surfacings[case]
    context = documents.context_of(at.seen, document, at.who)
    named = [effect_text(at, term) for term in effects.describe(data.effects, context)]
    shown = "; ".join(text for text in named[:4] if text)
    return f"{data.at[:1].upper()}{data.at[1:]}: {shown}" if shown else data.at


def effect_text(at: Scene, term: Term) -> str:
    """An effect in a few words with its amount."""
    about = dict(term.about)
    if term.reason == "effect_chance":
        inner = ", ".join(effect_text(at, one) for one in term.terms)
        return f"{int(about['chance']) // 10} in 100: {inner}"
    verb = term.reason.removeprefix("effect_")
    names = [at.words.name(value) for key, value in sorted(about.items()) if key.startswith("word")]
    amount = f" {number(term.amount, 1, signed=True)}" if term.amount else ""
    return f"{at.words.label(verb)} {', '.join(names)}{amount}".strip()
