"""Codex entries of bodies, posts, organisations, papers, theses, understandings, decisions, terms and sources."""

from __future__ import annotations

from game.engine import lines
from game.engine.state import Bench
from game.views import aftermath, glossary
from game.views.codex_parts import cited, fact_text, history_section, lines_section, records_about, since_text
from game.views.country import quantity_figure, quantity_words
from game.views.doctrine import (
    document_state,
    document_view,
    lean_figure,
    party_lean,
    thesis_state,
    thesis_view,
)
from game.views.organisations import (
    changed_figure,
    clients_figure,
    detail,
    machine_figure,
    sentiment_figures,
    thousands,
)
from game.views.parts import Scene, bar_view, day_text, number, person_view
from game.views.relations import clauses_text, pact_title
from game.views.shapes import (
    AxisView,
    CodexLineView,
    CodexSectionView,
    CodexView,
    Mark,
    PersonView,
)
from game.views.sums import plural


def _entry(
    at: Scene, kind: str, key: str, title: str, sentence: str, sections: list[CodexSectionView],
    sources: tuple[str, ...] = (), emblem: str = "",
) -> CodexView:  # fmt: skip
    kept = tuple(s for s in sections if s.lines or s.figure or s.axes or s.people or s.text)
    return CodexView(bar_view(at), f"{kind}:{key}", kind, title, sentence, None, kept, (), sources, emblem)


# ---- bodies and posts


def body_entry(at: Scene, place: int, reveal: bool = False) -> CodexView:
    """A body: who sits, who elects it, what it may decide, what it has decided."""
    body, seen = at.scenario.bodies[place], at.seen
    rows = []
    if body.elected_by:
        rows.append(
            CodexLineView("Elected by", at.words.name(body.elected_by), Mark.FACT, "", f"body:{body.elected_by}")
        )
    rows += [CodexLineView("Joins", at.words.name(one), Mark.FACT, "", f"body:{one}") for one in body.joins]
    if body.motions:
        names = [at.scenario.motions[at.scenario.index["motions"][m]].name for m in body.motions]
        rows.append(CodexLineView("May decide", "; ".join(names), Mark.FACT))
    full, bench = seen.full[place], seen.bench[place]
    sections = [
        lines_section("How it works", rows),
        CodexSectionView(
            "Members", _members(len(full), bench), people=tuple(person_view(seen, p) for p in full[:60])
        ),
        CodexSectionView("Candidates", people=tuple(person_view(seen, p) for p in seen.candidates[place][:40])),
        lines_section("Meetings ahead", _meetings(at, place)),
        lines_section("Votes", _votes(at, place), "newest first"),
        *history_section(at, body.id, "", reveal),
    ]
    return _entry(
        at,
        "body",
        body.id,
        body.name,
        body.about or f"Kind: {body.kind}.",
        sections,
        cited(body.citation),
        body.emblem,
    )


def _members(named: int, bench: Bench | None) -> str:
    more = len(bench.region) if bench is not None else 0
    return f"{named} named" + (f", {more} without a name" if more else "")


def _meetings(at: Scene, place: int) -> list[CodexLineView]:
    return [
        CodexLineView(day_text(one.day), at.words.name(one.meeting) if one.meeting in at.atlas.index["meetings"]
                      else at.scenario.bodies[place].short, Mark.MODEL)
        for one in at.seen.sittings
        if one.body == place and not one.held
    ][:6]  # fmt: skip


def _votes(at: Scene, place: int) -> list[CodexLineView]:
    return [
        CodexLineView(
            day_text(ballot.day),
            f"{at.words.motion_sentence(ballot.type, ballot.subject)}: {ballot.votes_for} to {ballot.votes_against}, "
            f"{'carried' if ballot.carried else 'lost'}",
            Mark.MODEL, "", f"record:{ballot.record}" if ballot.record >= 0 else "",
        )
        for ballot in reversed(at.seen.ballots)
        if ballot.body == place
    ][:12]  # fmt: skip


def post_entry(at: Scene, place: int, reveal: bool = False) -> CodexView:
    """A post: holder, powers, who fills and empties it."""
    post, seen = at.scenario.posts[place], at.seen
    holder = int(seen.holder[place])
    rows = [CodexLineView("Power", at.words.label(f"power_{power}"), Mark.FACT) for power in post.powers]
    if post.filled_by:
        rows.append(
            CodexLineView("Filled by", at.words.name(post.filled_by), Mark.FACT, "", f"body:{post.filled_by}")
        )
    if post.emptied_by:
        rows.append(
            CodexLineView("Emptied by", at.words.name(post.emptied_by), Mark.FACT, "", f"body:{post.emptied_by}")
        )
    if post.region:
        rows.append(
            CodexLineView(
                at.words.given("region", "Organisation"), at.words.name(post.region), Mark.FACT, "",
                f"region:{post.region}",
            )
        )  # fmt: skip
    rows.append(CodexLineView("Weight", f"{number(post.weight, 1)} of 100 of all posts", Mark.MODEL))
    held = "Vacant" if holder < 0 else f"{at.scenario.people[holder].name}, {since_text(at, int(seen.since[place]))}"
    people = (person_view(seen, holder),) if holder >= 0 else ()
    sections = [
        CodexSectionView("Holder", held, people=people),
        lines_section("What it can do", rows),
        lines_section("In this run", records_about(at, post.id), "newest first"),
        *history_section(at, post.id, "", reveal),
    ]
    return _entry(
        at, "post", post.id, post.name, post.about or held + ".", sections, cited(post.citation), post.emblem
    )


def region_entry(at: Scene, place: int, reveal: bool = False) -> CodexView:
    """An organisation with everything its block opens into."""
    region = at.scenario.regions[place]
    one = detail(at, place)
    axes = tuple(
        AxisView(
            axis.name, axis.low_name, axis.high_name, (int(at.seen.region_axes[place, a]) + 1000) // 2, None,
            (party_lean(at.seen, a)[0] + 1000) // 2,
        )
        for a, axis in enumerate(at.scenario.axes)
    )  # fmt: skip
    secretary = one.organisation.secretary
    sections = [
        CodexSectionView(
            at.words.given("first_secretary", "First secretary"), one.patron_text,
            people=(secretary,) if secretary else (),
        ),
        CodexSectionView("Machine", figure=machine_figure(at, place)),
        CodexSectionView(at.words.given("clients", "Lower secretaries"), figure=clients_figure(at, place)),
        CodexSectionView(
            f"What its {at.words.label('members')} lean to", "the tick is the mean of all of them", axes=axes
        ),
        *(CodexSectionView(f"Mood: {figure.label}", figure=figure) for figure in sentiment_figures(at, place)[:4]),
        *(
            CodexSectionView(figure.label, figure=figure)
            for figure in (
                changed_figure(at, place, name) for name in ("autonomy", "grievance", "fear", "independence")
            )
        ),
        lines_section("In this run", records_about(at, region.id), "newest first"),
        *history_section(at, region.id, "", reveal),
    ]
    heads = int(at.seen.members[place] + at.seen.novices[place])
    covers = (region.covers or region.name).rstrip(".")
    seats = one.organisation.seats
    sentence = f"{covers}. {thousands(heads)} members, {seats} seats. {one.secretary_text}."
    return _entry(at, "region", region.id, region.name, sentence, sections, cited(region.citation), region.emblem)


# ---- documents, theses, understandings


def document_entry(at: Scene, place: int, reveal: bool = False) -> CodexView:
    """A document: owners, readers, how far it is out and what it would do."""
    data, view = at.scenario.documents[place], document_view(at, place)
    rows = [
        CodexLineView("State", document_state(at, place), Mark.MODEL),
        CodexLineView("Owner", view.owner, Mark.MODEL),
        CodexLineView("Known to", view.known_by, Mark.MODEL),
        CodexLineView("May publish", view.may_publish, Mark.MODEL),
    ]
    if data.written:
        rows.insert(0, CodexLineView("Written", day_text(data.written), Mark.FACT))
    if view.consequence:
        rows.append(CodexLineView("If it came out now", view.consequence, Mark.MODEL))
    if data.counter:
        rows.append(CodexLineView("Against it", data.counter, Mark.FACT))
    named = tuple(
        person_view(at.seen, at.scenario.index["people"][who])
        for who in data.names
        if who in at.scenario.index["people"]
    )
    sections = [
        lines_section("Where it is", rows),
        CodexSectionView("Whom it names", people=named),
        lines_section("In this run", records_about(at, data.id), "newest first"),
        *history_section(at, data.id, data.history, reveal),
    ]
    return _entry(at, "document", data.id, data.title, data.gist, sections, cited(data.citation), "book")


def thesis_entry(at: Scene, place: int, reveal: bool = False) -> CodexView:
    """A thesis: author, standing, the members' lean and the leaders on either side."""
    data, view = at.scenario.theses[place], thesis_view(at, place)
    rows = [
        CodexLineView("Standing", thesis_state(at, place), Mark.MODEL),
        CodexLineView("About", view.axis, Mark.FACT, "", f"term:{data.axis}"),
    ]
    if data.counter:
        rows.append(CodexLineView("Against it", data.counter, Mark.FACT))
    sections = [
        CodexSectionView("Author", people=(view.author,) if view.author else ()),
        lines_section("Where it stands", rows),
        CodexSectionView("The members", figure=view.standing),
        CodexSectionView("Near to it", people=view.supporters),
        CodexSectionView("Far from it", people=view.opponents),
        lines_section("In this run", records_about(at, data.id), "newest first"),
        *history_section(at, data.id, data.history, reveal),
    ]
    return _entry(at, "thesis", data.id, data.name, data.gist, sections, cited(data.citation), "book")


def pact_entry(at: Scene, key: str, reveal: bool = False) -> CodexView | None:
    """An understanding, in force or named by the scenario; None where the seat knows of none."""
    live = next((pact for pact in at.seen.pacts if pact.id == key), None)
    place = at.scenario.index["pacts"].get(key)
    data = at.scenario.pacts[place] if place is not None else None
    if live is None and (data is None or data.secret):
        return None
    if live is not None:
        members = [at.atlas.leaders[bloc] for bloc in live.members]
        state = f"In force, strength {number(live.strength, 1)}" if lines.in_force(at.seen, live) else "Run out"
        rows = [CodexLineView("Now", f"{state}, {'secret' if live.secret else 'open'}", Mark.MODEL)]
        if live.terms:
            rows.append(CodexLineView("Promises", clauses_text(at, live), Mark.MODEL))
        title = pact_title(at, live)
    else:
        assert data is not None
        members = [at.scenario.index["people"][m] for m in data.members if m in at.scenario.index["people"]]
        rows, title = [CodexLineView("Now", "not in force", Mark.MODEL)], data.name
    sections = [
        CodexSectionView("Who", people=tuple(person_view(at.seen, p) for p in members)),
        lines_section("How it stands", rows),
        lines_section("In this run", records_about(at, key), "newest first"),
        *(history_section(at, key, "", reveal) if data is not None else []),
    ]
    return _entry(at, "pact", key, title, data.about if data else "", sections, cited(data.citation) if data else ())


def hinge_entry(at: Scene, place: int, reveal: bool = False) -> CodexView:
    """A dated moment that is decided: how, what could not be known then, what may follow, what is asked."""
    hinge = at.scenario.hinges[place]
    could_not = aftermath.unknown(at, hinge)
    follows = [CodexLineView("", text, Mark.MODEL) for text in aftermath.echoes(at, hinge)]
    sections = [
        CodexSectionView("Who is named in it", people=_cast(at, hinge.cast)),
        lines_section("In this run", records_about(at, hinge.id), "newest first"),
        lines_section(aftermath.UNKNOWN, [CodexLineView("", could_not, Mark.MODEL)] if could_not else []),
        lines_section(aftermath.FOLLOWS, follows, "nothing here is certain"),
        lines_section(aftermath.QUESTION, [CodexLineView("", hinge.question, Mark.MODEL)] if hinge.question else []),
        *history_section(at, hinge.id, "", reveal),
    ]
    return _entry(
        at, "hinge", hinge.id, hinge.name, hinge.situation, sections, cited(hinge.citation), "book"
    )


def _cast(at: Scene, names: tuple[str, ...]) -> tuple[PersonView, ...]:
    index = at.scenario.index["people"]
    return tuple(person_view(at.seen, index[who]) for who in names if who in index)


# ---- terms and sources


def term_entry(at: Scene, key: str) -> CodexView | None:
    """A term of the rules, an axis, a standing rule or a state of the world."""
    scenario = at.scenario
    if key in glossary.TERMS:
        return _entry(at, "term", key, glossary.name_of(scenario, key), glossary.TERMS[key][1], [], ())
    if key in scenario.index["axes"]:
        return _axis_entry(at, scenario.index["axes"][key])
    if key in scenario.index["rules"]:
        place = scenario.index["rules"][key]
        state = "In force." if int(at.seen.rules[place]) else "Not in force."
        changed = lines_section("In this run", records_about(at, key), "newest first")
        return _entry(
            at, "term", key, scenario.rules[place].name, f"{state} {scenario.rules[place].about}", [changed]
        )
    if key in scenario.index["quantities"]:
        return _quantity_entry(at, scenario.index["quantities"][key])
    return None


def _axis_entry(at: Scene, place: int) -> CodexView:
    axis = at.scenario.axes[place]
    sections = [CodexSectionView("The members", figure=lean_figure(at, place, 1))]
    heads = [p for p in at.atlas.leaders if p >= 0 and at.seen.alive[p]]
    rows = [
        CodexLineView(
            at.scenario.people[p].surname, number(int(at.seen.axes[p, place]), 1, True), Mark.MODEL, "",
            f"person:{at.scenario.people[p].id}",
        )
        for p in sorted(heads, key=lambda p: int(at.seen.axes[p, place]))
    ]  # fmt: skip
    sections.append(lines_section("The leaders", rows, f"{axis.low_name} below zero, {axis.high_name} above"))
    return _entry(at, "term", axis.id, axis.name, f"From {axis.low_name} to {axis.high_name}.", sections)


def _quantity_entry(at: Scene, place: int) -> CodexView:
    data, figure = at.scenario.quantities[place], quantity_figure(at, place)
    words = quantity_words(data, figure.total)
    return _entry(at, "term", data.id, data.name, words, [CodexSectionView("Where it stands", figure=figure)])


def source_entry(at: Scene, key: str) -> CodexView | None:
    """A source and what is taken from it, up to today."""
    today = at.table.game.state.day
    facts = [one for one in at.scenario.record if one.citation.source == key]
    people = [one for one in at.scenario.people if one.citation.source == key]
    if not facts and not people and not _cited_elsewhere(at, key):
        return None
    rows = [
        CodexLineView(day_text(one.begins), fact_text(at, one), Mark(one.citation.mark), one.citation.confidence)
        for one in sorted(facts, key=lambda one: one.begins)
        if one.begins <= today
    ]
    later = sum(1 for one in facts if one.begins > today)
    note = f"{plural(later, 'fact')} of days still to come" if later else ""
    named = tuple(person_view(at.seen, at.scenario.index["people"][one.id]) for one in people[:24])
    sections = [lines_section("Facts", rows[:40], note), CodexSectionView("People", people=named)]
    return _entry(at, "source", key, key, f"{plural(len(facts), 'fact')} of the record.", sections)


def _cited_elsewhere(at: Scene, key: str) -> bool:
    fields = ("bodies", "posts", "regions", "pacts", "documents", "theses", "hinges", "events")
    return any(one.citation.source == key for field in fields for one in getattr(at.scenario, field))
