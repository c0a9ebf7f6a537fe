"""The counterfactual log as a screen: two lines and the fork, the score, and a chain of causes to walk."""

from __future__ import annotations

from datetime import date
from itertools import groupby

from game.chronicle import Divergence, Kind
from game.chronicle.landmarks import landmark_facts, recorded_vote
from game.chronicle.words import first_up
from game.engine.record import Record
from game.engine.state import Ballot
from game.views import aftermath
from game.views.parts import Scene, bar_view, day_text
from game.views.shapes import (
    CauseView,
    DivergenceView,
    FigureView,
    LogView,
    Mark,
    TermView,
    TimelinePointView,
)
from game.views.sums import parts_of

#: Points of weight (in thousandths of a point) from which a departure is of great weight.
GREAT = 40_000
#: Points named on each line.
NAMED, LINKS = 14, 14


def log_view(at: Scene, chosen: str = "") -> LogView:
    """The log so far; ``chosen`` is a divergence (by key) or ``record:N`` whose causes are shown."""
    log, game = at.table.log, at.table.game
    first = log.first_departure(game.records)
    own = max(log.closed - first.turn + 1, 0) if first else 0
    title, links, note = causes(at, chosen)
    history, here = _tallies(at)
    return LogView(
        bar=bar_view(at),
        title="Where this run left history" if first else "This run has not left history",
        seed_text=f"seed {game.setup.seed}",
        ticks=_years(at),
        facts=_facts(at),
        here=_departures(at),
        fork=_at(at, first.day) if first else None,
        fork_text=day_text(first.day) if first else "",
        turns_as_recorded=log.closed - own,
        turns_own=own,
        divergences=tuple(divergence_view(at, one) for one in entries(at)),
        score=tuple(log.score[turn] for turn in sorted(log.score)) or (0,),
        score_total=score_figure(at),
        score_labels=_years(at),
        history_tally=history,
        here_tally=here,
        chain_title=title,
        chain=links,
        chain_note=note,
    )


def entries(at: Scene) -> list[Divergence]:
    """Every divergence, the latest turn first and the heaviest of a turn first."""
    return sorted(at.table.log.entries, key=lambda one: (-one.turn, -one.weight, one.key))


def divergence_view(at: Scene, one: Divergence) -> DivergenceView:
    """One divergence in words."""
    ended = f" (until turn {one.ended})" if one.ended is not None else ""
    return DivergenceView(
        one.key, day_text(one.day), f"{one.kind}{ended}", first_up(one.was), first_up(one.here),
        one.weight // 1000, Mark(one.mark), one.source,
    )  # fmt: skip


# ---- time


def span(at: Scene) -> tuple[date, date]:
    """The first day and the last day shown."""
    state = at.table.game.state
    last = at.scenario.turn_dates(min(max(at.table.log.closed, 1), at.scenario.turns))[1]
    return at.scenario.start, max(last, state.day)


def _at(at: Scene, day: date) -> int:
    first, last = span(at)
    return min(max(1000 * (day - first).days // max((last - first).days, 1), 0), 1000)


def _years(at: Scene) -> tuple[TimelinePointView, ...]:
    first, last = span(at)
    points = [TimelinePointView(0, str(first.year), day_text(first))]
    for year in range(first.year + 1, last.year + 1):
        points.append(TimelinePointView(_at(at, date(year, 1, 1)), str(year), day_text(date(year, 1, 1))))
    return tuple(points)


def _facts(at: Scene) -> tuple[TimelinePointView, ...]:
    """The record's heaviest facts up to now: what is still to come is not told."""
    today = at.table.game.state.day
    found = {(f.begins, f.text): f for f in reversed(landmark_facts(at.scenario, 60)) if f.begins <= today}
    heaviest = sorted(found.values(), key=lambda fact: (-fact.weight, fact.begins))[:NAMED]
    return tuple(
        _point(at, fact.begins, fact.text, f"fact:{fact.id}", fact.weight)
        for fact in sorted(heaviest, key=lambda fact: fact.begins)
    )


def _departures(at: Scene) -> tuple[TimelinePointView, ...]:
    heavy = sorted(at.table.log.entries, key=lambda one: (-one.weight, one.turn))[:NAMED]
    return tuple(
        _point(at, one.day, first_up(one.here), one.key, one.weight // 50)
        for one in sorted(heavy, key=lambda one: one.day)
    )


def _point(at: Scene, day: date, text: str, goto: str, weight: int) -> TimelinePointView:
    return TimelinePointView(_at(at, day), short(text), day_text(day), goto, weight, text)


def short(text: str, most: int = 44) -> str:
    """A text cut at a word."""
    if len(text) <= most:
        return text
    return text[: most - 1].rsplit(" ", 1)[0].rstrip(",;:") + "…"


# ---- the score


def score_figure(at: Scene) -> FigureView:
    """The score as the share each open divergence has in it, by kind."""
    log = at.table.log
    total = log.score.get(log.closed, 0)
    found = [one for one in log.entries if one.open_in(log.closed)]
    amounts = parts_of(total, [one.weight for one in found])
    kinds: dict[Kind, list[TermView]] = {}
    for one, amount in zip(found, amounts, strict=True):
        kinds.setdefault(one.kind, []).append(TermView(first_up(one.here), amount, Mark(one.mark), decimals=1))
    terms = [
        TermView(
            f"{first_up(str(kind))}: {len(inner)}",
            sum(t.amount for t in inner),
            decimals=1,
            terms=_folded(inner),
        )
        for kind, inner in kinds.items()
    ]
    terms.sort(key=lambda term: -term.amount)
    return FigureView(
        at.words.label("divergence").capitalize(), f"{total // 10} of 100", f"{len(found)} open",
        tuple(terms), total, total, 1, codex="term:divergence",
    )  # fmt: skip


def _folded(terms: list[TermView], most: int = 9) -> tuple[TermView, ...]:
    """The largest terms, and the others as one line that opens."""
    terms = sorted(terms, key=lambda term: -term.amount)
    if len(terms) <= most:
        return tuple(terms)
    rest = tuple(terms[most - 1 :])
    return (
        *terms[: most - 1],
        TermView(f"{len(rest)} others", sum(t.amount for t in rest), terms=rest, decimals=1),
    )


def _tallies(at: Scene) -> tuple[str, str]:
    """The last vote that the record has too: its tally in history and here."""
    for ballot in reversed(at.table.game.state.ballots):
        fact = recorded_vote(at.scenario, ballot)
        if fact is not None and isinstance(fact.data.get("for"), int):
            against = fact.data.get("against")
            return f"{fact.data['for']} to {against if against is not None else '?'}", _tally(ballot)
    return "", ""


def _tally(ballot: Ballot) -> str:
    return f"{ballot.votes_for} to {ballot.votes_against}"


# ---- causes


def causes(at: Scene, chosen: str) -> tuple[str, tuple[CauseView, ...], str]:
    """Title, links and note of the chain behind a divergence or a record; the heaviest one by default."""
    records, log = at.table.game.records, at.table.log
    kind, _, rest = chosen.partition(":")
    if kind == "record" and rest.isdigit() and int(rest) < len(records):
        record = records[int(rest)]
        note = " ".join(afterwards(at, record.about)) if record.kind == "hinge" and visible(at, record) else ""
        return first_up(telling(at, record)), _links(at, log.path_of(record, records)), note
    if kind == "fact" and rest:
        fact = next((one for one in at.scenario.record if one.id == rest), None)
        if fact is not None:
            ref = f"source:{fact.citation.source}"
            link = CauseView(day_text(fact.begins), fact.text, "record", ref, Mark.FACT)
            return fact.text, (link,), f"Source: {fact.citation.source} ({fact.citation.confidence})."
    entry = next((one for one in log.entries if one.key == chosen), None)
    entry = entry or max(log.entries, key=lambda one: (one.weight, one.turn), default=None)
    if entry is None:
        return "Nothing to explain yet", (), ""
    links = _links(at, log.path(entry, records))
    told = first_up(entry.here)
    end = CauseView(day_text(entry.day), told, str(entry.kind), entry.key, Mark(entry.mark), entry.turn)
    root = log.root(entry, records)
    note = f"In history: {entry.was}."
    if root is not None and visible(at, root):
        note += f" It begins with: {telling(at, root)} ({day_text(root.day)})."
    before = next((one for one in log.entries if one.key == entry.follows), None)
    if before is not None:
        note += f" It follows from: {first_up(before.here)}."
    if entry.source:
        note += f" Source: {entry.source}."
    return f"Why: {first_up(entry.here)}", (*links, end), " ".join((note, *afterwards(at, entry.about)))


def afterwards(at: Scene, about: tuple[str, ...]) -> list[str]:
    """What is told of a moment once it is past: its unknowns, what may follow, a teacher's question."""
    index = at.atlas.index["hinges"]
    found = next((at.scenario.hinges[index[one]] for one in about if one in index), None)
    if found is None:
        return []
    question = [f"{aftermath.QUESTION}: {found.question}"] if found.question else []
    return [*aftermath.told(at, found), *question]


def _links(at: Scene, found: list[Record]) -> tuple[CauseView, ...]:
    """The links of a chain; those in a row that the seat may not read are one."""
    links: list[CauseView] = []
    for seen, group in groupby(found[-LINKS:], key=lambda record: visible(at, record)):
        row = list(group)
        links += [_link(at, record, 1) for record in row] if seen else [_link(at, row[0], len(row))]
    return tuple(links)


def _link(at: Scene, record: Record, count: int) -> CauseView:
    text = first_up(telling(at, record))
    words = f"{text}: {count} links" if count > 1 else text
    seen, ref = visible(at, record), f"record:{record.number}"
    mark = Mark(at.words.mark(record)) if seen else Mark.UNKNOWN
    return CauseView(day_text(record.day), words, record.kind if seen else "", ref, mark, record.turn)


def visible(at: Scene, record: Record) -> bool:
    """Whether the seat may read a record: after the end everything is open."""
    over = at.table.game.state.phase == "over"
    return over or record.secret_to is None or at.id in record.secret_to


def telling(at: Scene, record: Record) -> str:
    """A record in a sentence, or that it is not known to you."""
    return at.words.sentence(record) if visible(at, record) else at.words.label("unknown").capitalize()


def turn_of_entry(at: Scene, chosen: str) -> int:
    """The turn a fork from the chosen entry opens: that of its first act, else its own."""
    log, records = at.table.log, at.table.game.records
    kind, _, rest = chosen.partition(":")
    if kind == "record" and rest.isdigit() and int(rest) < len(records):
        return records[int(rest)].turn
    entry = next((one for one in log.entries if one.key == chosen), None)
    entry = entry or max(log.entries, key=lambda one: (one.weight, one.turn), default=None)
    if entry is None:
        return max(at.table.game.state.turn - 1, 1)
    root = log.root(entry, records)
    return root.turn if root is not None else entry.turn
