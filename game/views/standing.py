"""Where a seat stands: the figures of the desk and the steps of the circle, each with its terms."""

from __future__ import annotations

from game.engine import ballots, forecast, lines
from game.engine.context import Context
from game.engine.ledger import Term
from game.engine.power_index import share
from game.engine.state import State
from game.views.causes import since
from game.views.parts import Scene, number
from game.views.shapes import FigureView, LoopStepView, Mark, TermView

#: So many single terms are listed; the older ones are one line that opens.
LISTED = 7


def standing(at: Scene) -> tuple[FigureView, ...]:
    """Delegates, the bureau, posts, the mantle, credit."""
    found = [delegates(at), bureau(at), posts(at), mantle(at), credit(at)]
    return tuple(one for one in found if one is not None)


def loop(at: Scene) -> tuple[LoopStepView, ...]:
    """The circle of power: posts, secretaries, delegates, committee, bureau."""
    steps = [
        LoopStepView(
            _step(at, "posts", "Posts"),
            len(_posts_of(at)),
            _existing_posts(at),
            goto="screen:codex",
            figure=posts(at),
        ),
        _secretaries(at),
        _delegates_step(at),
        _body_step(at, "committee"),
        _body_step(at, "bureau"),
    ]
    shown = [step for step in steps if step is not None]
    least = min(shown, key=lambda step: step.value * 1000 // max(1, step.whole))
    return tuple(LoopStepView(s.label, s.value, s.whole, s is least, s.goto, s.figure) for s in shown)


def _step(at: Scene, word: str, plain: str) -> str:
    return at.scenario.labels.get(f"loop_{word}", plain)


# ---- delegates


def delegates(at: Scene) -> FigureView | None:
    """Delegates of a congress held now who would stand with the seat's side."""
    seats = forecast.congress_seats(at.seen)
    if not seats or at.bloc < 0:
        return None
    figure = forecast.congress_breakdown(at.seen, at.who)
    return FigureView(
        f"{at.words.given('delegates', 'Delegates')} with your side, {at.words.label('congress')} now",
        number(figure.total),
        f"of {number(seats)}",
        tuple(_delegation(at, term) for term in figure.terms),
        figure.total,
        1000 * figure.total // seats,
        sum_label="Forecast, sum of delegations",
    )


def _delegation(at: Scene, term: Term) -> TermView:
    region = str(dict(term.about)["region"])
    return TermView(at.words.name(region), term.amount, codex=f"region:{region}")


def _delegates_step(at: Scene) -> LoopStepView | None:
    figure = delegates(at)
    whole = forecast.congress_seats(at.seen)
    if figure is None:
        return None
    return LoopStepView(
        _step(at, "delegations", "Delegates"), figure.total, whole, goto="screen:organisations", figure=figure
    )


# ---- bodies


def _with_you(at: Scene, body: int) -> tuple[list[TermView], int]:
    """Voters of a body who stand with the seat's bloc, as terms of one vote, and all voters."""
    state, ends = at.seen, lines.leaders(at.seen)
    there = ballots.voters(state, body, ends)
    terms: list[TermView] = []
    unnamed: dict[int, int] = {}
    for column, bloc in enumerate(there.leader.tolist()):
        if bloc != at.bloc or at.bloc < 0:
            continue
        if column < there.people:
            who = at.scenario.people[int(there.ids[column])]
            terms.append(TermView(who.surname, 1, codex=f"person:{who.id}"))
        else:
            region = int(there.region[column])
            unnamed[region] = unnamed.get(region, 0) + 1
    for region, count in sorted(unnamed.items(), key=lambda pair: (-pair[1], pair[0])):
        data = at.scenario.regions[region]
        terms.append(
            TermView(f"{at.words.label('bench').capitalize()}, {data.name}", count, codex=f"region:{data.id}")
        )
    return terms, len(there.ids)


def bureau(at: Scene) -> FigureView | None:
    """Votes in the leading body, and how often they decide."""
    if at.atlas.bureau < 0:
        return None
    terms, voters = _with_you(at, at.atlas.bureau)
    power = share(at.seen, at.bloc) if at.bloc >= 0 else 0
    body = at.scenario.bodies[at.atlas.bureau]
    return FigureView(
        f"Votes in the {body.short}",
        str(len(terms)),
        f"of {voters}; power {number(power, 1)} %",
        tuple(terms),
        sum(term.amount for term in terms),
        1000 * len(terms) // max(1, voters),
        sum_label="Votes",
        codex=f"body:{body.id}",
    )


def _body_step(at: Scene, role: str) -> LoopStepView | None:
    body = next((b for b, data in enumerate(at.scenario.bodies) if data.role == role), -1)
    if body < 0:
        return None
    terms, voters = _with_you(at, body)
    total = sum(term.amount for term in terms)
    name = at.scenario.bodies[body].short
    figure = FigureView(f"Votes in the {name}", str(total), f"of {voters}", tuple(terms), total, sum_label="Votes")
    goto = "screen:table" if role == "bureau" else f"body:{at.scenario.bodies[body].id}"
    return LoopStepView(_step(at, role, name), total, voters, goto=goto, figure=figure)


# ---- posts and secretaries


def _posts_of(at: Scene) -> list[int]:
    state = at.seen
    return [
        q for q, holder in enumerate(state.holder.tolist())
        if holder >= 0 and at.bloc >= 0 and lines.bloc_of(state, holder) == at.bloc
    ]  # fmt: skip


def _existing_posts(at: Scene) -> int:
    from game.engine import posts as offices

    return sum(1 for q in range(len(at.scenario.posts)) if offices.exists(at.seen, q))


def posts(at: Scene) -> FigureView:
    """Weight of the posts the seat's people hold, of the weight of all."""
    held = _posts_of(at)
    terms = [
        TermView(
            f"{at.scenario.posts[q].name}, {at.scenario.people[int(at.seen.holder[q])].surname}",
            at.scenario.posts[q].weight,
            Mark.FACT,
            codex=f"post:{at.scenario.posts[q].id}",
        )
        for q in held
        if at.scenario.posts[q].weight
    ]
    terms.sort(key=lambda term: -term.amount)
    whole, total = sum(post.weight for post in at.scenario.posts), sum(term.amount for term in terms)
    return FigureView(
        "Weight of your posts", number(total), f"of {number(whole)}", tuple(terms), total,
        1000 * total // max(1, whole),
    )  # fmt: skip


def _secretaries(at: Scene) -> LoopStepView:
    state = at.seen
    firsts = lines.secretary_blocs(state).tolist()
    terms = []
    for region, bloc in enumerate(firsts):
        if bloc == at.bloc:
            data, who = at.scenario.regions[region], lines.secretary(state, region)
            name = at.scenario.people[who].surname if who >= 0 else ""
            terms.append(TermView(f"{data.name}, {name}", 1, codex=f"region:{data.id}"))
    figure = FigureView(
        at.words.given("first_secretaries", "First secretaries"), str(len(terms)), f"of {len(firsts)}", tuple(terms),
        len(terms), sum_label=at.words.given("regions", "Regions"),
    )
    return LoopStepView(
        _step(at, "secretaries", "Secretaries"), len(terms), len(firsts), goto="screen:organisations", figure=figure
    )


# ---- what changes by recorded acts


def mantle(at: Scene) -> FigureView | None:
    """Standing as the founder's heir: where it began, and every act that has moved it since."""
    if at.bloc < 0:
        return None
    start = at.scenario.blocs[at.bloc].mantle
    now = int(at.seen.mantle[at.bloc])
    changes = _mantle_changes(at, now - start)
    terms = (TermView("When it began", start, Mark.FACT), *changes)
    before = int(opening(at).mantle[at.bloc])
    return FigureView(
        at.words.label("mantle").capitalize(), number(now), change_text(now - before), terms, now, now,
    )  # fmt: skip


def _mantle_changes(at: Scene, total: int) -> tuple[TermView, ...]:
    bloc = at.scenario.blocs[at.bloc].id
    found: list[TermView] = []
    for record in at.table.game.records:
        if record.kind != "mantle":
            continue
        own = int(record.data.get("amount", 0)) if bloc in record.about else 0
        lost = int(dict(record.data.get("others", {})).get(bloc, 0))
        if own + lost:
            whose = "" if own else f" ({at.words.name(record.about[0])} gains)"
            words = at.words.spelled(str(record.data.get("by", "change")).replace(":", " ", 1))
            found.append(TermView(f"{words}{whose}", own + lost))
    rest = total - sum(term.amount for term in found)
    if rest:
        found.append(TermView("Set by the record at the opening", rest, Mark.FACT))
    recent, older = found[-LISTED:], found[:-LISTED]
    if older:
        amount = sum(term.amount for term in older)
        recent.insert(0, TermView(f"{len(older)} earlier changes", amount, terms=tuple(older)))
    return tuple(recent)


def credit(at: Scene) -> FigureView | None:
    """The right to be heard against a colleague: at the turn's opening, and since."""
    if at.bloc < 0:
        return None
    now, before = int(at.seen.credit[at.bloc]), int(opening(at).credit[at.bloc])
    terms = [TermView("At the opening of the turn", before)]
    if now != before:
        terms.append(TermView("Spent and won since", now - before))
    return FigureView(at.words.label("credit").capitalize(), number(now), "", tuple(terms), now, min(1000, now))


def opening(at: Scene) -> State:
    """The world at the opening of the present turn."""
    history = at.table.game.history
    return history[-1] if history else at.table.game.state


def before_opening(at: Scene) -> State | None:
    """The world at the opening of the turn before, None in the first."""
    history = at.table.game.history
    return history[-2] if len(history) > 1 else None


def change_text(amount: int) -> str:
    """A change since the opening of the turn, in a word."""
    if not amount:
        return "of 1,000"
    return f"{'up' if amount > 0 else 'down'} {number(abs(amount))}"


def changes(at: Scene) -> tuple[FigureView, ...]:
    """What the last turn did to the seat's own figures: before, the difference, now."""
    old, new = before_opening(at), at.seen
    if old is None:
        return ()
    bloc = at.scenario.blocs[at.bloc].id if at.bloc >= 0 else ""
    kept = [(kind, bloc, at.bloc) for kind in ("mantle", "credit", "cohesion") if bloc]
    kept += [(kind, at.id, at.who) for kind in ("authority", "health")]
    rows = []
    for kind, whose, place in kept:
        name = "cohesion of your circle" if kind == "cohesion" else at.words.label(kind)
        was, now = int(getattr(old, kind)[place]), int(getattr(new, kind)[place])
        rows.append(_change(at, kind, whose, name, was, now))
    regions = (Context(old).regions_held(at.who), Context(new).regions_held(at.who))
    firsts = at.scenario.labels.get("first_secretaries", "first secretaries")
    rows.append(_change(at, "", "", f"{firsts} of yours", *regions))
    return tuple(rows)


def _change(at: Scene, kind: str, whose: str, name: str, was: int, now: int) -> FigureView:
    """A figure that moved, with the acts that moved it."""
    moved = now - was
    text = number(moved, signed=True) if moved else "±0"
    terms = [TermView("A turn ago", was)]
    if moved and kind:
        terms += since(at, at.table.game.state.turn - 1, kind, whose, moved)
    elif moved:
        terms.append(TermView("Since then", moved))
    label = name[0].upper() + name[1:]
    return FigureView(label, text, f"now {number(now)}", tuple(terms), now)


__all__ = ["bureau", "changes", "credit", "delegates", "loop", "mantle", "posts", "standing"]
