"""Sentences of several equal things told at once: who all came in, fell ill, went over, did this or that."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from game.chronicle.words import first_up, listed
from game.engine.record import Record
from game.views.sentences import went_over
from game.views.sentences_figures import charged
from game.views.verbs import DOCUMENT_MANY, STATUS_MANY
from game.views.wording import Wording

Rule = Callable[[Wording, Sequence[Record]], str]

#: So many names are written out.
NAMED = 8


def sentence(words: Wording, records: Sequence[Record]) -> str:
    """One sentence of all; of one record its own."""
    rule = MANY.get(records[0].kind)
    if len(records) == 1 or rule is None:
        return words.sentence(records[0])
    return first_up(rule(words, records))


def _names(words: Wording, keys: Sequence[object]) -> str:
    names = list(dict.fromkeys(words.person(key) for key in keys))
    rest = len(names) - NAMED
    return listed([*names[:NAMED], f"{rest} others"] if rest > 1 else names)


def _seats(words: Wording, records: Sequence[Record]) -> str:
    role, body = str(records[0].data.get("role", "")), words.inside(records[0].data.get("body", ""), "bodies")
    who = _names(words, [one.who for one in records])
    if role in ("full", "candidate"):
        return f"{who} become {role} members of {body}"
    return f"{who} lose their seats in {body}"


def _statuses(words: Wording, records: Sequence[Record]) -> str:
    who = _names(words, [one.about[0] if one.about else one.who for one in records])
    return f"{who} {STATUS_MANY.get(str(records[0].data.get('status')), 'move')}"


def _documents(words: Wording, records: Sequence[Record]) -> str:
    paper = words.inside(records[0].about[0], "documents")
    verb = DOCUMENT_MANY.get(str(records[0].data.get("state")), "come to hold {paper}")
    return f"{_names(words, [one.who for one in records])} {verb.format(paper=paper)}"


def _patrons(words: Wording, records: Sequence[Record]) -> str:
    return went_over(words, records[0], _names(words, [one.about[0] for one in records]), many=True)


def _orders(words: Wording, records: Sequence[Record]) -> str:
    """One man's acts in a row; or one act of several."""
    told = sorted(records, key=lambda one: one.number)
    acts = list(dict.fromkeys(words.sentence(one).partition(": ")[2] for one in told))
    return f"{_names(words, [one.who for one in told])}: {'; '.join(acts)}"


def _charges(words: Wording, records: Sequence[Record]) -> str:
    return charged(words, records[0], listed([words.inside(one.about[0], "blocs") for one in records]))


def _pacts(words: Wording, records: Sequence[Record]) -> str:
    """Understandings that ran out on one day."""
    people = words.scenario.index["people"]
    sets = [words.people([one for one in record.about if one in people]) for record in records]
    return f"understandings lapse: {'; '.join(dict.fromkeys(sets))}"


MANY: dict[str, Rule] = {
    "seat": _seats,
    "status": _statuses,
    "document": _documents,
    "patron": _patrons,
    "order": _orders,
    "charge": _charges,
    "pact": _pacts,
}
