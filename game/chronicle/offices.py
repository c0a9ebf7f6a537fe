"""Posts and seats: who should hold them about a turn, and who does."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from game.chronicle.case import Case, Finding
from game.chronicle.divergence import Kind
from game.chronicle.words import day_text, first_up, the
from game.engine.record import Record
from game.scenario.model import Body, Fact, Post

#: Posts (thousandths of all posts' weight) whose holder matters where the record names nobody.
WEIGHTY = 25
#: Share of its weight, in thousandths, that a difference of time alone has.
TIME_ALONE = 400
#: Bodies whose lists are compared as wholes.
LISTED = ("committee", "control", "office")
#: Names given on each side of a list.
NAMED = 6


def posts(c: Case) -> Iterator[Finding]:
    """Posts held by somebody else than recorded, or by nobody; a handover inside the turn agrees both ways."""
    for number, post in enumerate(c.scenario.posts):
        if not c.book.tenures_of[post.id]:
            continue
        about = c.book.tenures_about(post.id, c.first, c.day)
        holder = int(c.state.holder[number])
        here = c.scenario.people[holder].id if holder >= 0 else None
        if here in [str(fact.data["who"]) for fact in about]:
            continue
        recorded = [fact for fact in about if fact.begins <= c.day] or about
        if recorded:
            if here is not None or _empty_for_good(c, number, post, recorded[-1]):
                yield _post(c, number, post, recorded[-1], here)
        elif here is not None and post.weight >= WEIGHTY:
            yield _only_here(c, number, post, here)


def _empty_for_good(c: Case, number: int, post: Post, fact: Fact) -> bool:
    """Whether a vacancy is a difference: it has lasted, and so would the recorded term, over a whole turn."""
    lasted = c.since_turn(number) < c.turn and c.scenario.turn_of(fact.begins) < c.turn - 1
    runs_out = fact.ends is not None and fact.ends <= c.day
    return lasted and not runs_out and (post.exists_to is None or c.first <= post.exists_to)


def _post(c: Case, number: int, post: Post, fact: Fact, here: str | None) -> Finding:
    expected = str(fact.data["who"])
    kind, time_alone = _office_kind(c, number, post.id, here)
    time_alone = time_alone or bool(fact.ends and c.scenario.turn_of(fact.ends) <= c.turn + 1)
    name = first_up(post.name)
    return Finding(
        key=f"post {post.id} {fact.id} {here or '-'}", kind=kind,
        weight=c.weight("post", fact, TIME_ALONE if time_alone else 1000), fact=fact,
        was=f"{name}: {c.person(expected)}", here=f"{name}: {c.person(here) if here else 'vacant'}",
        provenance=(
            *c.book.sources.of(f"post {post.id}", f"secretary {post.region}"),
            *c.last_ballot(post.id), *c.unable(expected), *c.hand,
        ),
        about=tuple(one for one in (post.id, here, expected) if one), day=c.day,
    )  # fmt: skip


def _only_here(c: Case, number: int, post: Post, here: str) -> Finding:
    kind, _ = _office_kind(c, number, post.id, here)
    name = first_up(post.name)
    return Finding(
        key=f"post {post.id} - {here}", kind=Kind.ONLY_HERE if kind is Kind.OTHERWISE else kind,
        weight=c.weight("post", None, min(post.weight * 3, 1000)), fact=None,
        was=f"{name}: nobody is recorded", here=f"{name}: {c.person(here)}",
        provenance=(f"post {post.id}", f"secretary {post.region}"), about=(post.id, here), day=c.day,
    )  # fmt: skip


def _office_kind(c: Case, number: int, office: str, here: str | None) -> tuple[Kind, bool]:
    """The kind of a difference, and whether it is one of time alone.

    Earlier: he is recorded there later. Later: he was recorded there, and has stayed since.
    """
    if here is None:
        return Kind.MISSING, False
    own = [fact for fact in c.book.tenures_of[office] if str(fact.data["who"]) == here]
    if any(fact.begins > c.day for fact in own):
        return Kind.EARLIER, True
    since = c.since_turn(number)
    if any(fact.ends and since <= c.scenario.turn_of(fact.ends) for fact in own):
        return Kind.LATER, True
    return Kind.OTHERWISE, False


def bureau(c: Case) -> Iterator[Finding]:
    """Full seats of the leading body, one by one."""
    for number, body in enumerate(c.scenario.bodies):
        if body.role != "bureau" or not c.book.tenures_of[body.id]:
            continue
        about = _full(c, body, surely=False)
        seated = [c.scenario.people[p].id for p in c.state.full[number]]
        for who, fact in _full(c, body, surely=True).items():
            if who not in seated and c.state.alive[c.person_index(who)]:
                yield _seat(c, body, who, fact, Kind.MISSING, sorted(set(seated) - set(about)))
        for who in sorted(set(seated) - set(about)):
            yield _seat(c, body, who, None, _seat_kind(c, body.id, who))


def _full(c: Case, body: Body, surely: bool) -> dict[str, Fact]:
    """Recorded full members: throughout the turn if ``surely``, else on any day of it."""
    about = c.book.tenures_about(body.id, c.first, c.day)
    full = [fact for fact in about if fact.data.get("role", "full") != "candidate"]
    if surely:
        full = [fact for fact in full if fact.begins < c.first and (fact.ends is None or fact.ends > c.day)]
    return {str(fact.data["who"]): fact for fact in full}


def _seat_kind(c: Case, body: str, who: str) -> Kind:
    own = [f for f in c.book.tenures_of[body] if str(f.data["who"]) == who and f.data.get("role") != "candidate"]
    if any(f.begins > c.day for f in own):
        return Kind.EARLIER
    return Kind.LATER if any(f.ends and f.ends >= c.scenario.start for f in own) else Kind.ONLY_HERE


def _seat(c: Case, body: Body, who: str, fact: Fact | None, kind: Kind, instead: Sequence[str] = ()) -> Finding:
    """``instead`` are those who sit where the record has others."""
    sits = f"{c.person(who)} is a full member of {the(body.short)}"
    sits_not = f"{c.person(who)} is not a full member of {the(body.short)}"
    share = TIME_ALONE if kind in (Kind.EARLIER, Kind.LATER) else 1000
    return Finding(
        key=f"seat {body.id} {who} {'out' if fact else 'in'}", kind=kind,
        weight=c.weight("bureau", fact, share), fact=fact, was=sits if fact else sits_not,
        here=sits_not if fact else sits,
        provenance=(
            *c.book.sources.of(f"seat {body.id} {who}", f"about {who}"), *c.last_ballot(who), *c.unable(who),
            f"committee {body.id}", *(f"seat {body.id} {other}" for other in instead),
        ),
        about=(body.id, who), day=c.day,
    )  # fmt: skip


def lists(c: Case) -> Iterator[Finding]:
    """The lists of elected committees and offices, each as one difference for each election."""
    for number, body in enumerate(c.scenario.bodies):
        if body.role in LISTED and c.book.tenures_of[body.id]:
            found = _list(c, number, body)
            if found is not None:
                yield found


def _list(c: Case, number: int, body: Body) -> Finding | None:
    about = _full(c, body, surely=False)
    seated = [c.scenario.people[p].id for p in c.state.full[number]]
    entered = [who for who in seated if who not in about]
    absent = _absent(c, body, seated, len(entered), bool(c.state.bench[number] is not None))
    if not absent:
        return None
    election = _election(c, body.id)
    day, name = (election.day if election else c.scenario.start), first_up(the(body.short))
    chosen = f"elected on {day_text(day)}" if election else "as it stood at the start"
    ins = f"in are {c.people(_some(c, entered))}" if entered else "nobody came in their place"
    fact = max(absent.values(), key=lambda one: (one.weight, one.id))
    return Finding(
        key=f"list {body.id} {election.number if election else '-'}", kind=Kind.OTHERWISE,
        weight=sum(c.weight("seat", one) for one in absent.values()), fact=fact,
        was=f"{name}: {c.people(_some(c, list(absent)))} sat there",
        here=f"{name} {chosen}: {len(absent)} of {len(seated)} named seats differ, {ins}",
        provenance=(f"committee {body.id}", *(f"seat {body.id} {who}" for who in absent)),
        about=(body.id, *absent), day=max(day, c.scenario.start),
    )  # fmt: skip


def _absent(c: Case, body: Body, seated: list[str], entered: int, bench: bool) -> dict[str, Fact]:
    """Recorded members who surely have no seat: those whose places others took.

    A body with a bench has unnamed seats besides, so that of the recorded members who are not
    listed only the foremost, as many as were replaced, are taken to be out.
    """
    missing = {who: f for who, f in _full(c, body, surely=True).items() if who not in seated}
    foremost = sorted(missing, key=lambda who: (-c.state.authority[c.person_index(who)], who))
    most = entered if bench else len(foremost)
    return {who: missing[who] for who in foremost[:most] if c.state.alive[c.person_index(who)]}


def _some(c: Case, names: list[str]) -> list[str]:
    """The foremost of some people, in order of authority."""
    return sorted(names, key=lambda who: (-c.state.authority[c.person_index(who)], who))[:NAMED]


def _election(c: Case, body: str) -> Record | None:
    """The last election of a body."""
    number = c.state.provenance.get(f"committee {body}", -1)
    return c.records[number] if 0 <= number < len(c.records) else None
