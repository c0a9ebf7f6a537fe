"""Sentences of what moves: standing, moods, regions, quantities."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from game.chronicle.words import lower_first
from game.engine.record import Record

if TYPE_CHECKING:
    from game.views.wording import Wording

Rule = Callable[["Wording", Record], str]


def _amount(record: Record) -> str:
    amount = int(record.data.get("amount", 0))
    return f"{'rises' if amount > 0 else 'falls'} by {abs(amount)}" if amount else "does not move"


def _standing(noun: str) -> Rule:
    """A figure of a person or a bloc that moves."""

    def rule(words: Wording, record: Record) -> str:
        whose = words.inside(record.about[0]) if record.about else "all"
        return f"{words.label(noun)} of {whose} {_amount(record)}"

    return rule


def _of_region(noun: str) -> Rule:
    """A figure of one region, or of all."""

    def rule(words: Wording, record: Record) -> str:
        where = words.inside(record.about[0], "regions") if record.about else "all organisations"
        return f"{words.label(noun)} in {where} {_amount(record)}"

    return rule


def _mood(words: Wording, record: Record) -> str:
    where = words.inside(record.about[0], "regions") if record.about else "all organisations"
    better = "warmer" if int(record.data.get("amount", 0)) >= 0 else "cooler"
    return f"the mood in {where} grows {better} towards {words.inside(record.data.get('bloc', ''), 'blocs')}"


def _lean(words: Wording, record: Record) -> str:
    where = words.inside(record.about[0], "regions") if record.about else "all organisations"
    return f"views in {where} move towards {_pole(words, record)}"


def _axis(words: Wording, record: Record) -> str:
    return f"{words.person(record.about[0])} moves towards {_pole(words, record)}"


def _pole(words: Wording, record: Record) -> str:
    number = next((n for n, one in enumerate(words.scenario.axes) if one.id == record.data.get("axis")), -1)
    if number < 0:
        return "another view"
    axis = words.scenario.axes[number]
    name = axis.high_name if int(record.data.get("amount", 0)) >= 0 else axis.low_name
    return lower_first(name)


def _opinion(words: Wording, record: Record) -> str:
    first, second = (words.person(one) for one in record.about[:2])
    better = "better" if int(record.data.get("amount", 0)) > 0 else "worse"
    return f"{first} thinks {better} of {second}"


def _severity(words: Wording, record: Record) -> str:
    step = words.severity(int(record.data.get("now", 0)))
    kind, _, key = str(record.data.get("by", "")).partition(":")
    vote = words.motion_sentence(key, "") if kind == "motion" and key in words.scenario.index["motions"] else ""
    return f"{words.inside(record.about[0], 'blocs')}: {step}" + (f", after the vote on “{vote}”" if vote else "")


def _charge(words: Wording, record: Record) -> str:
    return charged(words, record, words.inside(record.about[0], "blocs"))


def charged(words: Wording, record: Record, whom: str) -> str:
    """What the rules allow against a bloc (or several) now."""
    step = str(record.data.get("step", "warned"))
    word = words.severity(int(step)) if step.isdigit() else step
    if word == words.severity(0):
        return f"no charge lies open against {whom} any more"
    return f"the way is open to have {whom} {word}"


def _threatened(words: Wording, record: Record) -> str:
    return f"the way is open to move a change: {words.post(record.about[0])}"


def _rule(words: Wording, record: Record) -> str:
    state = "in force" if record.data.get("on") else "no longer in force"
    return f"{words.inside(record.about[0], 'rules')}: {state}"


def _quantity(words: Wording, record: Record) -> str:
    amount = int(record.data.get("amount", 0))
    moved = f"{'up' if amount > 0 else 'down'} by {abs(amount)}" if amount else "unmoved"
    return f"{words.name(record.about[0])}: {moved}"


def _clients(words: Wording, record: Record) -> str:
    where, whose = words.inside(record.about[0], "regions"), words.inside(record.about[1], "blocs")
    return f"lower secretaries in {where} pass to {whose}: {record.data.get('amount', 0)} in a thousand"


def _gate(words: Wording, record: Record) -> str:
    word = {"closed": "are shut", "normal": "stand as usual", "open": "are opened"}
    return f"the gates of {_whole(words)} {word.get(str(record.data.get('word')), 'are moved')}"


def _enrolment(words: Wording, record: Record) -> str:
    return f"{words.label('enrolment')}: new members for {record.data.get('turns', 0)} turns"


def _taught(words: Wording, record: Record) -> str:
    amount, whose = record.data.get("amount", 0), words.inside(record.about[0], "blocs")
    return f"{whose} teaches newcomers: {amount} in a thousand are won"


def _figures(words: Wording, record: Record) -> str:
    full, candidates = int(record.data.get("full_members", 0)), int(record.data.get("candidate_members", 0))
    waiting = f" and {candidates:,} {words.label('candidates')}" if candidates else ""
    return f"{_whole(words)} counts {full:,} {words.label('members')}{waiting}"


def _whole(words: Wording) -> str:
    """What all of them belong to, in the scenario's word."""
    return words.scenario.labels.get("party", "the party")


def _skipped(words: Wording, record: Record) -> str:
    who = words.person(record.about[0]) if record.about else "Nobody"
    return f"{who} cannot be reached by it"


def _note(words: Wording, record: Record) -> str:
    return str(record.data.get("text") or "a note is made")


def _correction(words: Wording, record: Record) -> str:
    return "offices are set as the record has them"


FIGURES: dict[str, Rule] = {
    "authority": _standing("authority"),
    "mantle": _standing("mantle"),
    "health": _standing("health"),
    "press": _standing("press"),
    "credit": _standing("credit_short"),
    "cohesion": _standing("cohesion"),
    "exposure": _standing("exposure"),
    "autonomy": _of_region("autonomy"),
    "grievance": _of_region("grievance"),
    "fear": _of_region("fear"),
    "independence": _of_region("independence"),
    "machine": _of_region("machine"),
    "mood": _mood,
    "lean": _lean,
    "axis": _axis,
    "opinion": _opinion,
    "severity": _severity,
    "charge": _charge,
    "threatened": _threatened,
    "rule": _rule,
    "quantity": _quantity,
    "clients": _clients,
    "gate": _gate,
    "enrolment": _enrolment,
    "taught": _taught,
    "figures": _figures,
    "skipped": _skipped,
    "note": _note,
    "correction": _correction,
}
