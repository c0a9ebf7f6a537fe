"""Pieces codex entries share: dated lines, the record's facts, sources."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from game.engine.record import Record
from game.scenario.model import Citation, Fact
from game.views.parts import Scene, day_text, turn_text
from game.views.shapes import CodexLineView, CodexSectionView, Mark


def since_text(at: Scene, ordinal: int) -> str:
    """Since when, from an ordinal day."""
    day = date.fromordinal(ordinal) if ordinal > 0 else at.scenario.start
    return f"since {day_text(day)}"


def when(at: Scene, turn: int) -> str:
    """The months of a turn."""
    return turn_text(at.scenario, turn).title() if turn > 0 else "before"


def lines_section(title: str, lines: Iterable[CodexLineView], note: str = "") -> CodexSectionView:
    """A section of lines."""
    return CodexSectionView(title, note, tuple(lines))


def records_about(at: Scene, key: str, most: int = 12) -> list[CodexLineView]:
    """What has happened to somebody or something in this run, newest first, as far as the seat may know."""
    found: list[CodexLineView] = []
    for record in reversed(at.table.game.records):
        if key in record.about or record.who == key:
            if not _telling(at, record):
                continue
            line = CodexLineView(
                day_text(record.day), at.words.sentence(record), Mark.MODEL, ref=f"record:{record.number}"
            )
            if not found or (found[-1].label, found[-1].text) != (line.label, line.text):
                found.append(line)
        if len(found) >= most:
            break
    return found


#: Kinds of records worth a line in an entry.
TOLD = frozenset((
    "post", "seat", "status", "death", "vote", "motion", "hinge", "event", "pact", "document", "thesis", "severity",
    "secretary", "election", "recantation", "refused", "surfaced", "speech", "squad", "inherited", "offer", "order",
))  # fmt: skip


def _telling(at: Scene, record: Record) -> bool:
    open_to_you = record.secret_to is None or at.id in record.secret_to
    return record.kind in TOLD and open_to_you and (record.kind != "order" or record.who == at.id)


def facts_about(at: Scene, key: str, reveal: bool) -> list[CodexLineView]:
    """The record's dated facts on it: those up to today, and with ``reveal`` all of them."""
    today = at.table.game.state.day
    return [
        CodexLineView(
            day_text(fact.begins), fact_text(at, fact), Mark(fact.citation.mark), fact.citation.source,
            f"source:{fact.citation.source}",
        )
        for fact in sorted(at.scenario.record, key=lambda one: one.begins)
        if _names(fact, key) and (reveal or fact.begins <= min(today, at.scenario.start))
    ]  # fmt: skip


def fact_text(at: Scene, fact: Fact) -> str:
    """A fact's own words; a tenure without words is told from its data."""
    if fact.text or fact.kind != "tenure":
        return fact.text or fact.kind
    role = str(fact.data.get("role", "holder"))
    office = at.words.name(fact.data.get("office", ""))
    return f"{at.words.person(fact.data.get('who', ''))}: {office}{'' if role == 'holder' else f', {role}'}"


def _names(fact: Fact, key: str) -> bool:
    return any(value == key or (isinstance(value, list | tuple) and key in value) for value in fact.data.values())


def history_section(at: Scene, key: str, fate: str, reveal: bool) -> list[CodexSectionView]:
    """What became of it in history, behind the switch; before the opening it is no secret."""
    facts = facts_about(at, key, reveal)
    sections = []
    if reveal and fate:
        sections.append(CodexSectionView("In history", "fact", (CodexLineView("", fate, Mark.FACT),)))
    if facts:
        title = "The record" if reveal else "The record, up to the opening"
        sections.append(lines_section(title, facts[:24], "sourced"))
    if not reveal:
        sections.append(
            CodexSectionView(
                "In history",
                "hidden",
                (CodexLineView("", "What became of it is not told unless you ask.", Mark.UNKNOWN),),
            )
        )
    return sections


def cited(*citations: Citation) -> tuple[str, ...]:
    """The sources of an entry with their confidence, each once."""
    found: dict[str, None] = {}
    for citation in citations:
        if citation.source:
            found[f"{citation.source} ({citation.confidence})"] = None
        if citation.note:
            found[citation.note] = None
    return tuple(found)
