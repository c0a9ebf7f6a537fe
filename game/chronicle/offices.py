"""Posts and seats: who should hold them on a day, and who does."""

from __future__ import annotations

from collections.abc import Iterator

from game.chronicle.case import Case, Finding, the
from game.chronicle.divergence import Kind
from game.scenario.model import Fact


def posts(c: Case) -> Iterator[Finding]:
    """Posts held by somebody else, or by nobody, or by somebody where the record has nobody."""
    for number, post in enumerate(c.scenario.posts):
        recorded = c.book.tenures_on(post.id, c.day)
        if not c.book.tenures_of[post.id]:
            continue
        holder = int(c.state.holder[number])
        here = c.scenario.people[holder].id if holder >= 0 else None
        expected = [str(fact.data["who"]) for fact in recorded]
        if here in expected or (here is None and not expected):
            continue
        fact = recorded[0] if recorded else None
        was = f"{post.name}: {c.person(expected[0])}" if expected else f"{post.name}: vacant or unrecorded"
        now = f"{post.name}: {c.person(here)}" if here else f"{post.name}: vacant"
        share = 300 + post.weight
        yield Finding(
            key=f"post {post.id} {expected[0] if expected else '-'} {here or '-'}",
            kind=_office_kind(c, post.id, expected, here),
            weight=c.weight("post", fact, share if expected else share // 3),
            fact=fact,
            was=was,
            here=now,
            provenance=(f"post {post.id}", f"secretary {post.region}"),
            about=tuple(one for one in (post.id, here, *expected) if one),
            day=c.day,
        )


def _office_kind(c: Case, office: str, expected: list[str], here: str | None) -> Kind:
    if here is None:
        return Kind.MISSING
    later = [f for f in c.book.tenures_of[office] if str(f.data["who"]) == here and f.begins > c.day]
    if later:
        return Kind.EARLIER
    past = [f for f in c.book.tenures_of[office] if str(f.data["who"]) == here and f.begins <= c.day]
    if past:
        return Kind.LATER
    return Kind.OTHERWISE if expected else Kind.ONLY_HERE


def bodies(c: Case) -> Iterator[Finding]:
    """Seats the record has and the world has not, and the other way round."""
    for number, body in enumerate(c.scenario.bodies):
        if not c.book.tenures_of[body.id]:
            continue
        leading = "bureau" if body.role == "bureau" else "seat"
        recorded = c.book.tenures_on(body.id, c.day)
        full = {str(f.data["who"]): f for f in recorded if f.data.get("role", "full") != "candidate"}
        seated = {c.scenario.people[p].id for p in c.state.full[number]}
        for who, fact in full.items():
            if who not in seated:
                yield _seat(c, body.id, body.name, who, fact, leading, Kind.MISSING)
        if body.role == "bureau":
            for who in sorted(seated - set(full)):
                yield _seat(c, body.id, body.name, who, None, leading, _seat_kind(c, body.id, who))


def _seat_kind(c: Case, body: str, who: str) -> Kind:
    own = [f for f in c.book.tenures_of[body] if str(f.data["who"]) == who]
    if any(f.begins > c.day for f in own):
        return Kind.EARLIER
    return Kind.LATER if own else Kind.ONLY_HERE


def _seat(c: Case, body: str, name: str, who: str, fact: Fact | None, cls: str, kind: Kind) -> Finding:
    surname = c.person(who)
    sits, not_sits = (
        f"{surname} is a full member of {the(name)}",
        f"{surname} is not a full member of {the(name)}",
    )
    return Finding(
        key=f"seat {body} {who} {'out' if fact else 'in'}",
        kind=kind,
        weight=c.weight(cls, fact),
        fact=fact,
        was=sits if fact else not_sits,
        here=not_sits if fact else sits,
        provenance=(f"seat {body} {who}", f"status {who}", f"committee {body}"),
        about=(body, who),
        day=c.day,
    )
