"""The codex entry of a person: what is known now, what is remembered, what is sourced."""

from __future__ import annotations

from game.engine import lines, opinions
from game.engine.ledger import Term
from game.engine.people import can_act
from game.engine.state import UNWRITTEN
from game.scenario.model import Person
from game.views.codex_parts import cited, history_section, lines_section, records_about, since_text, when
from game.views.doctrine import axis_view, document_state
from game.views.motives import lately
from game.views.parts import Scene, bar_view, day_text, figure_view, number, person_view, posts_held
from game.views.shapes import CodexLineView, CodexSectionView, CodexView, LinkText, Mark


def person_entry(at: Scene, person: int, reveal: bool = False) -> CodexView:
    """Everything the seat may know of a person."""
    who = at.scenario.people[person]
    sections = [
        *_posts(at, person),
        CodexSectionView(
            "Where she stands" if who.female else "Where he stands", "model",
            axes=tuple(axis_view(at, person, axis) for axis in range(len(at.scenario.axes))),
        ),
        *_papers(at, person),
        *_opinions(at, person),
        *_memories(at, person),
        *_ties(at, person),
        *_figures(at, person),
        lines_section("Why, as it looks", lately(at, who.id), "newest first"),
        lines_section("In this run", records_about(at, who.id), "newest first"),
        *history_section(at, who.id, who.fate, reveal),
    ]  # fmt: skip
    return CodexView(
        bar=bar_view(at),
        id=f"person:{who.id}",
        kind="person",
        title=who.name,
        sentence=who.about or who.role,
        person=person_view(at.seen, person),
        sections=tuple(s for s in sections if s.lines or s.figure or s.axes or s.people or s.text),
        links=_born(who),
        sources=cited(who.citation),
        emblem=person_view(at.seen, person).emblem,
    )


def _born(who: Person) -> tuple[LinkText, ...]:
    return (LinkText(f"Born {day_text(who.born)}"),) if who.born else ()


def _posts(at: Scene, person: int) -> list[CodexSectionView]:
    seen = at.seen
    found = [
        CodexLineView(
            at.scenario.posts[q].name, since_text(at, int(seen.since[q])), Mark.MODEL,
            ref=f"post:{at.scenario.posts[q].id}",
        )
        for q in posts_held(seen, person)
    ]  # fmt: skip
    for place, body in enumerate(at.scenario.bodies):
        if person in seen.full[place]:
            found.append(CodexLineView(body.name, at.words.label("full_member"), Mark.MODEL, "", f"body:{body.id}"))
        elif person in seen.candidates[place]:
            found.append(
                CodexLineView(body.name, at.words.label("candidate_member"), Mark.MODEL, "", f"body:{body.id}")
            )
    if not found:
        found = [CodexLineView("No office", person_view(seen, person).status_text, Mark.MODEL)]
    return [lines_section("Posts and seats", found)]


def _papers(at: Scene, person: int) -> list[CodexSectionView]:
    found = [
        CodexLineView(data.title, document_state(at, place), Mark(data.citation.mark), "", f"document:{data.id}")
        for place, data in enumerate(at.scenario.documents)
        if person in at.seen.document_owner[place] and int(at.seen.documents[place]) != UNWRITTEN
    ]
    title = "Documents she owns" if at.scenario.people[person].female else "Documents he owns"
    return [lines_section(title, found)] if found else []


def _opinions(at: Scene, person: int) -> list[CodexSectionView]:
    if person == at.who:
        return []
    theirs = opinions.explain(at.seen, person, at.who)
    yours = opinions.explain(at.seen, at.who, person)
    name = at.scenario.people[person].surname
    you = at.scenario.people[at.who].surname
    return [
        CodexSectionView(
            "Opinion of you", you,
            figure=figure_view(at.words, theirs, f"{name} of you", number(theirs.total, 1, True), decimals=1),
        ),
        CodexSectionView(
            "Your opinion", you,
            figure=figure_view(at.words, yours, f"You of {name}", number(yours.total, 1, True), decimals=1),
        ),
    ]  # fmt: skip


def _memories(at: Scene, person: int) -> list[CodexSectionView]:
    """What the person remembers of leaders, newest first."""
    found = [m for m in at.seen.memories if m.holder == person and m.amount]
    found.sort(key=lambda memory: (-memory.turn, -abs(memory.amount)))
    rows = [
        CodexLineView(
            when(at, memory.turn),
            f"{at.words.reason(Term(memory.reason, 0))}: {at.scenario.people[memory.about].surname} "
            f"{number(memory.amount, 1, True)}",
            Mark.MODEL, "", f"person:{at.scenario.people[memory.about].id}",
        )
        for memory in found[:8]
    ]  # fmt: skip
    return [lines_section("Memory", rows, "newest first")] if rows else []


def _ties(at: Scene, person: int) -> list[CodexSectionView]:
    seen = at.seen
    patron = int(seen.patron[person])
    near: dict[int, str] = {}
    if patron >= 0:
        near[patron] = "patron"
    bloc = at.atlas.bloc_led[person]
    if bloc >= 0:
        for pact in seen.pacts:
            if bloc in pact.members and lines.in_force(seen, pact):
                for other in pact.members:
                    if other != bloc:
                        near.setdefault(at.atlas.leaders[other], "secret pact" if pact.secret else "pact")
    clients = [p for p in range(len(seen.patron)) if int(seen.patron[p]) == person and can_act(seen, p)]
    clients.sort(key=lambda p: -int(seen.authority[p]))
    for client in clients[:6]:
        near.setdefault(client, "follows her" if at.scenario.people[person].female else "follows him")
    if not near:
        return []
    people = tuple(person_view(seen, p, role=word) for p, word in list(near.items())[:8])
    return [CodexSectionView("Ties", people=people)]


def _figures(at: Scene, person: int) -> list[CodexSectionView]:
    who, seen = at.scenario.people[person], at.seen
    words = at.words
    figures = {"authority": int(seen.authority[person]), "oratory": who.oratory, "organisation": who.organisation,
               "theory": who.theory, "intrigue": who.intrigue}  # fmt: skip
    rows = [
        CodexLineView(
            words.label(name).capitalize(),
            number(value, 1),
            Mark.MODEL,
            ref="term:authority" if name == "authority" else "",
        )
        for name, value in figures.items()
    ]
    looks = f"{int(seen.health[person]) // 10} of 100" + ("" if person == at.who else ", by the looks")
    rows.append(CodexLineView(words.label("health").capitalize(), looks, Mark.MODEL, "", "term:health"))
    return [lines_section("Skills", rows, "of 100")]
