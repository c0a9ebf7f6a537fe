"""Who is bound to whom: faces, ties, the understandings a seat can see and the price of an offer."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from math import cos, pi, sin

from game.chronicle.words import listed
from game.engine import forecast, lines, opinions
from game.engine.ledger import Term
from game.engine.offers import TURNS
from game.engine.people import can_act
from game.engine.state import Offer, Pact
from game.views.parts import Scene, bar_view, figure_view, number, person_view, turn_text
from game.views.shapes import (
    FigureView,
    LinkKind,
    NodeView,
    OfferView,
    PactView,
    RelationsView,
    TieView,
)

#: Opinions this low, either way, make a feud.
FEUD = -350
#: Followers shown in all, and for one leader.
FOLLOWERS, EACH = 7, 2
#: Feuds shown.
FEUDS = 6
TERMS = ("alliance", "support", "peace", "silence", "post")


def relations_view(at: Scene, target: str = "", term: str = "alliance", known_only: bool = False) -> RelationsView:
    """The web; ``target`` (a person) and ``term`` choose the offer whose price is shown."""
    leaders = _leaders(at)
    followers = _followers(at, leaders)
    return RelationsView(
        bar=bar_view(at),
        title=at.scenario.labels.get("heading_relations", "Who is bound to whom"),
        nodes=_nodes(at, leaders, followers),
        ties=_ties(at, leaders, followers, known_only),
        pacts=tuple(_pact(at, pact) for pact in _pacts_in_force(at)),
        offer=offer_view(at, target or _likely(at, leaders), term),
    )


def _leaders(at: Scene) -> list[int]:
    """Living heads of blocs: yours first, then those nearest to you, then the others by camp."""
    seen = at.seen
    heads = [(bloc, leader) for bloc, leader in enumerate(at.atlas.leaders) if leader >= 0 and seen.alive[leader]]
    bound, leading = lines.pacts(seen), lines.camps(seen)[0]

    def rank(entry: tuple[int, int]) -> tuple[int, int, int]:
        bloc, leader = entry
        near = int(bound[at.bloc, bloc]) if at.bloc >= 0 else 0
        return (0 if leader == at.who else 1, -near, 0 if bloc in leading else 1)

    return [leader for _, leader in sorted(heads, key=rank)]


def _followers(at: Scene, leaders: list[int]) -> list[int]:
    """The weightiest direct clients of the leaders."""
    found: list[int] = []
    people = range(len(at.scenario.people))
    for leader in leaders:
        direct = [p for p in people if int(at.seen.patron[p]) == leader and can_act(at.seen, p) and p not in leaders]
        direct.sort(key=lambda p: -int(at.seen.authority[p]))
        found += direct[:EACH]
    found.sort(key=lambda p: -int(at.seen.authority[p]))
    return found[:FOLLOWERS]


# ---- faces


def _nodes(at: Scene, leaders: list[int], followers: list[int]) -> tuple[NodeView, ...]:
    """You below the middle; allies beside you, the others on the arc above, followers outside their patron."""
    places = _places(at, leaders)
    found = [
        NodeView(person_view(at.seen, leader), *places[leader], _weight(at, leader), leader == at.who)
        for leader in leaders
    ]
    counted: dict[int, int] = {}
    for person in followers:
        patron = int(at.seen.patron[person])
        turn = counted[patron] = counted.get(patron, 0) + 1
        x, y = _outside(places[patron], turn)
        found.append(NodeView(person_view(at.seen, person), x, y, 300))
    return _apart(found)


def _places(at: Scene, leaders: list[int]) -> dict[int, tuple[int, int]]:
    others = [leader for leader in leaders if leader != at.who]
    found = {at.who: (500, 830)} if at.who in leaders else {}
    count = len(others)
    for place, leader in enumerate(_around(others)):
        angle = pi * (1.1 - 1.2 * place / max(count - 1, 1)) if count > 1 else pi / 2
        found[leader] = (500 + round(380 * cos(angle)), 520 - round(430 * sin(angle)))
    return found


def _around(others: list[int]) -> list[int]:
    """The nearest to you at both ends of the arc, the furthest at its top."""
    left, right = others[0::2], others[1::2]
    return left + right[::-1]


def _outside(patron: tuple[int, int], turn: int) -> tuple[int, int]:
    x, y = patron
    if y >= 700:
        return 500 + (-1 if turn % 2 else 1) * 200, 950
    return x + (-130 if x < 500 else 130), y - 80 + 150 * (turn - 1)


#: The page of the web in units, for keeping faces apart: a face, its name, and room between.
PAGE, NAME_WIDE, NAME_HIGH = (816, 500), 92, 30


def face_size(weight: int) -> int:
    """Diameter of a face of a weight, in units."""
    return 30 + 70 * weight // 800


def _apart(nodes: list[NodeView]) -> tuple[NodeView, ...]:
    """Faces moved until no face or name covers another; yours stays where it is."""
    spots = [[node.x * PAGE[0] // 1000, node.y * PAGE[1] // 1000] for node in nodes]
    sizes = [(max(face_size(n.weight), NAME_WIDE), face_size(n.weight) + NAME_HIGH) for n in nodes]
    for _ in range(120):
        for spot, (wide, high) in zip(spots, sizes, strict=True):
            spot[0] = min(max(spot[0], wide // 2), PAGE[0] - wide // 2)
            spot[1] = min(max(spot[1], high // 2), PAGE[1] - high // 2)
        pairs = combinations(range(len(nodes)), 2)
        moved = sum(_push(spots, sizes, one, other, nodes[one].is_you) for one, other in pairs)
        if not moved:
            break
    return tuple(
        replace(node, x=1000 * spot[0] // PAGE[0], y=1000 * spot[1] // PAGE[1])
        for node, spot in zip(nodes, spots, strict=True)
    )


def _push(spots: list[list[int]], sizes: list[tuple[int, int]], one: int, other: int, fixed: bool) -> bool:
    """Part two faces along the way that is shorter; True if they met."""
    gaps = [
        (sizes[one][axis] + sizes[other][axis]) // 2 - abs(spots[one][axis] - spots[other][axis]) for axis in (0, 1)
    ]
    if min(gaps) <= 0:
        return False
    axis = 0 if gaps[0] <= gaps[1] else 1
    sign = 1 if spots[other][axis] >= spots[one][axis] else -1
    step = gaps[axis] // 2 + 1
    spots[other][axis] += sign * (2 * step if fixed else step)
    spots[one][axis] -= 0 if fixed else sign * step
    return True


def _weight(at: Scene, leader: int) -> int:
    bureau = at.atlas.bureau
    inside = bureau >= 0 and leader in at.seen.full[bureau]
    return 800 if leader == at.who else min(450 + int(at.seen.authority[leader]) // 3 + (60 if inside else 0), 750)


# ---- ties


def _ties(at: Scene, leaders: list[int], followers: list[int], known_only: bool) -> tuple[TieView, ...]:
    people, seen = at.scenario.people, at.seen
    found = [TieView(LinkKind.PATRON, people[int(seen.patron[p])].id, people[p].id) for p in followers]
    tied: set[tuple[int, int]] = set()
    for pact in _pacts_in_force(at):
        kind = LinkKind.SECRET if pact.secret else LinkKind.PACT
        heads = [at.atlas.leaders[bloc] for bloc in pact.members if at.atlas.leaders[bloc] in leaders]
        first = at.who if at.who in heads else max(heads, key=lambda p: int(seen.authority[p]), default=-1)
        for second in heads:
            if second == first:
                continue
            pair = (min(first, second), max(first, second))
            if pair not in tied:
                tied.add(pair)
                found.append(TieView(kind, people[first].id, people[second].id))
    return (*found, *_feuds(at, leaders, tied, known_only))


def _feuds(at: Scene, leaders: list[int], tied: set[tuple[int, int]], yours: bool) -> list[TieView]:
    """The bitterest feuds: all of yours, and the worst between others."""
    seen, people = at.seen, at.scenario.people
    found: list[tuple[int, TieView]] = []
    for place, first in enumerate(leaders):
        for second in leaders[place + 1 :]:
            worst = min(int(seen.opinion[first, second]), int(seen.opinion[second, first]))
            if worst > FEUD or (min(first, second), max(first, second)) in tied:
                continue
            mine = at.who in (first, second)
            if mine or not yours:
                label = _grudge(at, first, second) if mine else ""
                found.append(
                    (
                        worst - (2000 if mine else 0),
                        TieView(LinkKind.FEUD, people[first].id, people[second].id, label),
                    )
                )
    found.sort(key=lambda one: one[0])
    return [tie for _, tie in found[:FEUDS]]


def _grudge(at: Scene, first: int, second: int) -> str:
    """The heaviest remembered offence between two, with its turn."""
    between = [
        memory for memory in at.seen.memories
        if (memory.holder, memory.about) in ((first, second), (second, first)) and memory.amount < 0
    ]  # fmt: skip
    if not between:
        return ""
    worst = min(between, key=lambda memory: memory.amount)
    return f"{at.words.reason(Term(worst.reason, 0))}, {turn_text(at.scenario, worst.turn).title()}"


# ---- understandings


def _pacts_in_force(at: Scene) -> list[Pact]:
    return [pact for pact in at.seen.pacts if lines.in_force(at.seen, pact)]


def pact_title(at: Scene, pact: Pact) -> str:
    """The name the scenario gives it, else what it promises."""
    place = at.scenario.index["pacts"].get(pact.id)
    if place is not None:
        return at.scenario.pacts[place].name
    kinds = list(dict.fromkeys(clause.kind for clause in pact.terms))
    return ", ".join(at.words.label(kind) for kind in kinds).capitalize() if kinds else "An understanding"


def _pact(at: Scene, pact: Pact) -> PactView:
    heads = [at.atlas.leaders[bloc] for bloc in pact.members]
    others = [head for head in heads if head != at.who]
    yours = at.who in heads
    since = "from before the opening" if pact.since <= 0 else f"since {turn_text(at.scenario, pact.since).title()}"
    return PactView(
        id=pact.id,
        people=tuple(person_view(at.seen, head) for head in heads),
        title=f"{listed([at.scenario.people[head].surname for head in heads])}: {pact_title(at, pact)}",
        terms_text=clauses_text(at, pact),
        since=f"{'secret' if pact.secret else 'open'}, {since}",
        ends=f"Ends: {turn_text(at.scenario, pact.until).title() if pact.until else 'no end'}",
        secret=pact.secret,
        yours=yours,
        trust=trust(at, others[0]) if yours and others else None,
    )


def clauses_text(at: Scene, pact: Pact) -> str:
    """What each side has promised, in a line."""
    texts = []
    for clause in pact.terms:
        who = at.scenario.people[at.atlas.leaders[clause.by]].surname
        what = f" ({at.words.name(clause.what)})" if clause.what and clause.what != "none" else ""
        texts.append(f"{who}: {at.words.label(clause.kind).lower()}{what}{', kept' if clause.kept else ''}")
    return "; ".join(texts)


def trust(at: Scene, other: int) -> FigureView:
    """What the other thinks of you."""
    figure = opinions.explain(at.seen, other, at.who)
    name = at.scenario.people[other].surname
    return figure_view(at.words, figure, f"{name}'s opinion of you", signed(figure.total), decimals=1)


def signed(value: int) -> str:
    """Thousandths as a signed figure of a hundred."""
    return number(value, 1, signed=True)


# ---- an offer


def _likely(at: Scene, leaders: list[int]) -> str:
    """Somebody you are not yet allied with, the likeliest to accept."""
    bound = lines.pacts(at.seen)
    best: tuple[int, str] | None = None
    for leader in leaders:
        bloc = at.atlas.bloc_led[leader]
        if leader == at.who or at.bloc < 0 or int(bound[at.bloc, bloc]) >= 500 or not can_act(at.seen, leader):
            continue
        line, _ = forecast.offer(at.seen, _offer(at, bloc, "alliance"))
        if best is None or line.total > best[0]:
            best = (line.total, at.scenario.people[leader].id)
    return best[1] if best else ""


def _offer(at: Scene, bloc: int, term: str) -> Offer:
    return Offer("preview", at.bloc, bloc, term, turns=TURNS)


def offer_targets(at: Scene) -> tuple[str, ...]:
    """Ids of the leaders an offer can be weighed for."""
    return tuple(at.scenario.people[p].id for p in _leaders(at) if p != at.who and can_act(at.seen, p))


def offer_view(at: Scene, target: str, term: str) -> OfferView | None:
    """What an offer of a term is worth to a leader; None where there is nobody to ask."""
    person = at.scenario.index["people"].get(target, -1)
    bloc = at.atlas.bloc_led[person] if person >= 0 else -1
    if bloc < 0 or at.bloc < 0 or person == at.who or not can_act(at.seen, person):
        return None
    line, chance = forecast.offer(at.seen, _offer(at, bloc, term))
    figure = figure_view(at.words, line, "Accepts", f"{chance // 10} %", "accepts", chance)
    name = at.scenario.people[person].surname
    word = at.words.label("post_term" if term == "post" else term).lower()
    return OfferView(
        person_view(at.seen, person), f"An offer to {name}",
        replace(figure, sum_label=f"Sum; above zero it pays {'her' if at.scenario.people[person].female else 'him'}"),
        terms_text=f"{word[0].upper()}{word[1:]}, in secret, for {TURNS} turns",
    )  # fmt: skip
