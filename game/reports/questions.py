"""Questions a run itself raises: cause, consequence, significance, contingency; each with a key for the teacher.

A question about what might have been keeps to the restrained form: as little as possible is changed, and
what would have had to be different must itself be in the log.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from game.reports.dates import day

#: Divergences asked about, votes asked about, and lines of a chain told in a key.
CAUSES, VOTES, CHAIN = 2, 1, 8


@dataclass(frozen=True, slots=True)
class Question:
    """``lines``: evidence shown to the student. ``key``: what the teacher may expect, a point a line."""

    kind: str
    text: str
    lines: tuple[str, ...] = ()
    key: tuple[str, ...] = ()
    room: int = 4  # lines to write on


def questions(run: dict[str, Any], own: tuple[str, ...] = ()) -> list[Question]:
    """The teacher's own questions first, then those of the run."""
    asked = [
        Question("The lesson", text, (), ("Set with the lesson; answer with evidence from the log.",)) for text in own
    ]
    heavy = sorted(run["divergences"], key=lambda one: (-one["weight"], one["date"], one["is"]))
    if not heavy:
        return [*asked, *_unmoved(run)]
    return [
        *asked, *_causes(heavy), *_consequence(run), *_significance(heavy), *_contingency(run, heavy),
        *_votes(run), *_evidence(run, heavy),
    ]  # fmt: skip


def _causes(heavy: list[dict[str, Any]]) -> Iterator[Question]:
    for one in _apart([one for one in heavy if len(one["causes"]) > 1])[:CAUSES]:
        chain = [_line(cause) for cause in one["causes"]]
        yield Question(
            "Cause",
            f"On {day(one['date'])}, in this run: {_said(one['is'])}. In history: {_said(one['was'])}. "
            "Name two things that lie behind the difference. Which of them would have been enough without the other?",
            (),
            (
                "The log's chain, from the first act on:",
                *_short(chain),
                "A good answer tells an act somebody chose from a condition nobody chose, and does not take "
                "what came before for what brought it about.",
            ),
            5,
        )


def _apart(heavy: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """One divergence for each first act, the heaviest, then the others."""
    first = {one["causes"][0]["record"]: one for one in reversed(heavy)}
    chosen = [one for one in heavy if first[one["causes"][0]["record"]] is one]
    return [*chosen, *(one for one in heavy if one not in chosen)]


def _consequence(run: dict[str, Any]) -> Iterator[Question]:
    first = run["first_departure"]
    if first is None:
        return
    after = [one for one in run["divergences"] if one["date"] >= first["date"]]
    later = sorted({(one["date"], one["is"]) for one in sorted(after, key=lambda one: -one["weight"])[:4]})
    if len(later) < 2:
        return
    shown = sorted(text for _, text in later)
    instead = f" In history: {_said(first['instead'])}." if first["instead"] else ""
    yield Question(
        "Consequence",
        f"This run first left history on {day(first['date'])}: {_said(first['act']['text'])}.{instead} "
        "Put these in order of time, and mark what you think follows from this act and what only came after it.",
        tuple(shown),
        (
            "In order of time:",
            *(f"{day(date)}: {_said(text)}." for date, text in later),
            f"The log traces to this act: {_and([_said(one['is']) for one in first['leads']])}.",
        ),
        4,
    )


def _significance(heavy: list[dict[str, Any]]) -> Iterator[Question]:
    three = heavy[:3]
    if len(three) < 2:
        return
    yield Question(
        "Significance",
        "Which of these differences matters most? Say by what measure: how many people it touched, how deeply, how "
        "long it lasted, or what it made possible.",
        tuple(f"{day(one['date'])}: {_said(one['is'])} (in history: {_said(one['was'])})" for one in three),
        (
            *(f"{_said(one['is'])}: weight {one['weight']} in the log, {_until(one)}." for one in three),
            "The log's weight is one measure among others. Another choice is right if it states its measure.",
        ),
        5,
    )


def _contingency(run: dict[str, Any], heavy: list[dict[str, Any]]) -> Iterator[Question]:
    pool = [one for one in heavy if one["causes"] and one["fact"]] or heavy
    one = pool[0]
    act = _line(one["causes"][0]) if one["causes"] else ""
    note = f"The nearest place to begin is the first act of the chain: {act}" if act else ""
    yield Question(
        "Contingency",
        f"In history: {_said(one['was'])}. Here it came otherwise ({_said(one['is'])}). What would have had to be "
        f"different before {day(one['date'])} for history's outcome after all? Change as little as you can, one "
        "thing only, and say what stays as it was.",
        (),
        tuple(
            part
            for part in (
                note,
                "The change must have been open to somebody at the time, and must be earlier than the outcome.",
                "It can be tried: load the save, go back to that turn, and play on. One run shows that a thing is "
                "possible in this model, not that it was likely.",
            )
            if part
        ),
        6,
    )


def _votes(run: dict[str, Any]) -> Iterator[Question]:
    counted = [one for one in run["votes"] if one["record"] and one["record"]["for"] is not None]
    counted.sort(key=lambda one: -abs(_share(one["for"], one["against"]) - _recorded_share(one["record"])))
    for one in counted[:VOTES]:
        record = one["record"]
        yield Question(
            "Cause",
            f"{one['body_name']}, {day(one['date'])}: {_said(one['text'])}. Here {one['for']} voted for and "
            f"{one['against']} against. The record: {_said(record['text'])}. What do you think moved votes, and "
            "where would you look in order to know?",
            (),
            (
                f"The record's source: {record['source']} (confidence {record['confidence']}).",
                "The whip list and the roll call open every voter's sum into its terms. A good answer names a "
                "term that an act of this run changed.",
            ),
            4,
        )


def _evidence(run: dict[str, Any], heavy: list[dict[str, Any]]) -> Iterator[Question]:
    """Which sentence is a fact, which the model's, which speculation."""
    sourced = next((one for one in heavy if one["source"]), None)
    acts = [cause for one in heavy for cause in one["causes"]]
    guess = next((cause for cause in acts if cause["mark"] == "speculation"), None)
    rows = []
    if sourced is not None:
        rows.append((f"{_said(sourced['was'])}.", f"fact: {sourced['source']} (confidence {sourced['confidence']})"))
        rows.append((f"{_said(sourced['is'])}.", "model: computed in this run"))
    if guess is not None:
        rows.append((f"{_said(guess['text'])}.", "speculation: as far as is known nobody argued it at the time"))
    if len(rows) > 1:
        rows.sort()
        yield Question(
            "Evidence",
            "Mark each sentence: fact (it has a source), model (computed by the game), speculation (argued by nobody "
            "at the time). What would you need to see before you believed it?",
            tuple(text for text, _ in rows),
            tuple(f"{text} {mark}." for text, mark in rows),
            3,
        )


def _unmoved(run: dict[str, Any]) -> Iterator[Question]:
    """Nothing differed: why not is also a question."""
    yield Question(
        "Contingency",
        "This run never left history. Choose one day on which it could have, and say who would have had to do what.",
        tuple(f"{day(one['date'])}: {_said(one['text'])}." for one in run["facts"][:5]),
        ("The act must have been open to somebody then, and small. The log has no difference to hold it against.",),
        6,
    )
    yield Question(
        "Cause",
        "Is a run in which nothing differs a proof that nothing else could have happened? Give a reason.",
        (),
        ("No: it is one run of a model in which everybody did what he did. History was possible in it; no more.",),
    )


# ---- words


def _said(text: str) -> str:
    return text.strip().removesuffix(".")


def _line(cause: dict[str, Any]) -> str:
    return f"{day(cause['date'])}: {_said(cause['text'])} ({cause['mark']})."


def _short(lines: list[str]) -> list[str]:
    """A chain that is too long loses its middle."""
    if len(lines) <= CHAIN:
        return lines
    left = len(lines) - CHAIN + 1
    return [*lines[: CHAIN // 2], f"({left} steps between)", *lines[-(CHAIN - CHAIN // 2 - 1) :]]


def _until(one: dict[str, Any]) -> str:
    return f"until turn {one['ended']}" if one["ended"] else "open at the end"


def _and(parts: list[str]) -> str:
    return "; ".join(parts)


def _share(votes_for: int, against: int) -> float:
    return votes_for / max(votes_for + against, 1)


def _recorded_share(record: dict[str, Any]) -> float:
    return _share(int(record["for"] or 0), int(record["against"] or 0))
