"""How the epilogue says one record: historic present, whole sentences, nothing the record does not hold."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from game.chronicle.words import MONTHS, day_text, listed, lower_first
from game.engine.record import Record
from game.scenario.model import Fact
from game.views.verbs import DOCUMENT_BY
from game.views.wording import Wording

Rule = Callable[[Wording, Record], str]
#: Leadership, as the records' word and as the end of a sentence about whoever has it.
LEADERSHIP = {
    "undisputed": "{leader} leads, and nobody disputes it",
    "first among equals": "{leader} is the first among equals",
    "collective": "nobody leads alone: the leadership is collective",
    "nobody": "nobody leads",
}


def told(words: Wording, record: Record) -> str:
    """A record as a sentence without its full stop; it may begin in lower case."""
    rule = SENTENCES.get(record.kind)
    return rule(words, record) if rule else words.sentence(record)


@dataclass(slots=True)
class Calendar:
    """Says each day as a text that runs on needs it: the year once, and the day once."""

    day: date | None = None

    def on(self, day: date) -> str:
        """A day within a sentence."""
        before, self.day = self.day, day
        if before == day:
            return "the same day"
        if before is not None and before.year == day.year:
            return f"on {day.day} {MONTHS[day.month - 1]}"
        return f"on {day_text(day)}"


def fact_text(fact: Fact, who: str = "") -> str:
    """The first sentence of the record on a fact, with a name if it has none."""
    text = first_down(fact.text.removesuffix(".").partition(". ")[0].partition("; ")[0])
    return f"{who}: {lower_first(text)}" if who and who not in text else text


def _order(words: Wording, record: Record) -> str:
    """An order, named as on its button; what it was aimed at stands in brackets."""
    who, _, rest = words.sentence(record).partition(": ")
    return f"{who} chooses to {rest}"


def _hinge(words: Wording, record: Record) -> str:
    name = words.inside(record.about[0], "hinges")
    answer = option_label(words, record)
    return f"the question {name} is put to {words.person(record.who)}, whose answer is “{answer}”"


def option_label(words: Wording, record: Record) -> str:
    """The label of the option a decision took."""
    hinge = words.scenario.hinges[words.scenario.index["hinges"][record.about[0]]]
    label = next((one.label for one in hinge.options if one.id == record.data.get("option")), "")
    return label.removesuffix(".")


def _vote(words: Wording, record: Record) -> str:
    data: Any = record.data
    body = next((one for one in record.about if one in words.scenario.index["bodies"]), "")
    motion = words.names.motion_by_id(str(data.get("motion", "")), str(record.who or ""), body)
    text = _himself(words, record, motion) if record.who else f"the motion is “{motion}”"
    name = words.inside(body, "bodies") if body else "the body"
    where = "it" if name in text else f"in {name} it"
    tally = f"{data.get('votes_for')} to {data.get('votes_against')}"
    abstaining = f", with {data['abstained']} abstaining" if data.get("abstained") else ""
    return f"{text}; {where} is {'carried' if data.get('carried') else 'lost'}, {tally}{abstaining}"


def _himself(words: Wording, record: Record, text: str) -> str:
    """A motion of somebody about himself names him once."""
    name = words.person(record.who)
    itself = "herself" if words.his(record.who) == "her" else "himself"
    return text.replace(f"{name} proposes {name} ", f"{name} proposes {itself} ")


def _severity(words: Wording, record: Record) -> str:
    bloc = words.inside(record.about[0], "blocs")
    return f"{bloc} counts as {words.severity(int(record.data.get('now', 0)))}"


def _rule(words: Wording, record: Record) -> str:
    name = words.inside(record.about[0], "rules")
    return f"this rule {'comes into force' if record.data.get('on') else 'ends'}: {name}"


def _document(words: Wording, record: Record) -> str:
    state = str(record.data.get("state"))
    if record.who and state in DOCUMENT_BY:
        paper = words.inside(record.about[0], "documents")
        return f"{words.person(record.who)} {DOCUMENT_BY[state].format(paper=paper)}"
    return words.sentence(record)


def _post(words: Wording, record: Record) -> str:
    """A post that changes hands, or falls vacant."""
    if record.data.get("now"):
        return words.sentence(record)
    was, post = record.data.get("was"), words.post(record.data.get("post", record.about[0]))
    return f"{words.person(was)} leaves this post vacant: {post}" if was else f"this post falls vacant: {post}"


def _outcome(words: Wording, record: Record) -> str:
    kind = str(record.data.get("leadership", ""))
    return LEADERSHIP.get(kind, words.label(kind)).format(leader=words.people(record.about))


def _event(words: Wording, record: Record) -> str:
    return f"this happens: {words.sentence(record)}"


def _lowered(words: Wording, record: Record) -> str:
    return first_down(words.sentence(record))


def first_down(text: str) -> str:
    """A sentence that may follow a date: its article loses the capital."""
    first = text.partition(" ")[0]
    return text[:1].lower() + text[1:] if first in ("The", "A", "An", "No", "Nobody", "There", "It") else text


def scores_text(words: Wording, scores: dict[str, int], seats: tuple[str, ...]) -> str:
    """Who comes off best and worst by his own aims, and the seats that were played."""
    best, worst = max(scores.values()), min(scores.values())
    top = listed([words.person(who) for who, points in scores.items() if points == best])
    low = listed([words.person(who) for who, points in scores.items() if points == worst])
    text = f"measured by the aims of each, the best score is {best}, of {top}"
    text += f", and the lowest {worst}, of {low}" if worst < best else ""
    own = [f"{words.person(who)} has {scores[who]}" for who in seats if scores.get(who) not in (None, best, worst)]
    return f"{text}; {listed(own)}" if own else text


SENTENCES: dict[str, Rule] = {
    "order": _order,
    "hinge": _hinge,
    "vote": _vote,
    "severity": _severity,
    "rule": _rule,
    "document": _document,
    "post": _post,
    "event": _event,
    "outcome": _outcome,
    "figures": _lowered,
    "meeting": _lowered,
    "election": _lowered,
}
