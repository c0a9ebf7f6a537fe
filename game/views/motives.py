"""Motives: what weighed most in a rival's public act while the game lasts, and all of it when it is over.

The reasons are those kept with each order of the game; nothing is computed again and nothing kept twice.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from typing import Any

from game.chronicle.words import lower_first
from game.engine.ledger import Term
from game.engine.order import CHOOSE, DONE, REPLY, STAND, VOICE, Order
from game.engine.record import Record
from game.saves import Line
from game.views.codex_parts import when
from game.views.parts import Scene, day_text, person_view
from game.views.shapes import CandidateView, CodexLineView, DebriefView, Mark, MotiveView, TermView

#: Reasons that would give away what only the two sides know: understandings, promises, what is known of whom.
HIDDEN = frozenset((
    "deal", "pact_with_mover", "pact_with_target", "his_word", "many_promises", "partner_turned", "surveillance",
    "guilt", "considered", "would_refuse", "lighter_terms",
))  # fmt: skip
#: Those of them that the one an act is aimed at may read: both were there.
BETWEEN = frozenset(("pact_with_target", "his_word", "many_promises", "partner_turned"))
#: A second reason is told if it weighs at least one part in so many of the first.
SECOND = 3
THEN, AGAINST = ", then ", "; against it: "
#: So many acts stand in the entry of a person.
MOST = 6


# ---- what is kept


def _chosen(why: Any) -> dict[str, Any]:
    """The first candidate of a kept choice: the one that was taken."""
    found = (why or {}).get("candidates") or [{}]
    return dict(found[0])


def _lines(at: Scene) -> Iterator[tuple[int, Line]]:
    """The game's lines with the turn of each; corrections of offices are left out."""
    return (found for _, found in _placed(at))


def _placed(at: Scene) -> Iterator[tuple[int, tuple[int, Line]]]:
    """The same, each with its place among the lines."""
    game = at.table.game
    starts = sorted((count, turn) for turn, (count, _) in game.turn_marks.items())
    turn = 1
    for place, line in enumerate(game.lines):
        while starts and starts[0][0] <= place:
            turn = starts.pop(0)[1]
        if line.order is not None:
            yield place, (turn, line)


def reason_words(at: Scene, label: str) -> str:
    """A reason of a choice in words."""
    return at.words.reason(Term(label, 0))


# ---- while the game lasts


def kept_with(at: Scene, first: int = 0) -> dict[int, Line]:
    """The line of the game behind each public act of a rival from record ``first`` on, by the record's number."""
    records = [r for r in at.table.game.records[first:] if r.kind in ("order", "hinge") and r.secret_to is None]
    if not records:
        return {}
    waiting: dict[tuple[object, ...], list[Line]] = {}
    for turn, line in _lines(at):
        if turn >= records[0].turn and line.order is not None:
            waiting.setdefault((turn, *_key(line.order)), []).append(line)
    found: dict[int, Line] = {}
    for record in records:
        lines = waiting.get((record.turn, *_key_of(record)))
        if lines and record.who not in at.table.game.setup.humans:
            found[record.number] = lines.pop(0)
    return found


def _key(order: Order) -> tuple[object, ...]:
    if order.kind == CHOOSE:
        return order.who, CHOOSE, str(order.get("hinge"))
    return order.who, order.kind, str(sorted(order.args))


def _key_of(record: Record) -> tuple[object, ...]:
    if record.kind == "hinge":
        return record.who, CHOOSE, record.about[0] if record.about else ""
    return record.who, record.data.get("order"), str(sorted(dict(record.data.get("args", {})).items()))


def own_line(at: Scene, record: Record) -> int:
    """The place among the game's lines of the seat's order or choice behind a record; -1 if it has none."""
    if record.who != at.id or record.kind not in ("order", "hinge"):
        return -1
    records = at.table.game.records
    key = (record.turn, *_key_of(record))
    alike = [one for one in records[: record.number] if one.kind == record.kind]
    before = sum(1 for one in alike if (one.turn, *_key_of(one)) == key)
    same = [
        place for place, (turn, line) in _placed(at) if line.order is not None and (turn, *_key(line.order)) == key
    ]
    return same[before] if before < len(same) else -1


def own_line_of(at: Scene, numbers: Sequence[int]) -> int:
    """The first of ``own_line`` of some records, by their numbers; -1 if none has one."""
    records = at.table.game.records
    lines = (own_line(at, records[number]) for number in numbers if 0 <= number < len(records))
    return next((line for line in lines if line >= 0), -1)


def motive_of(at: Scene, line: Line | None) -> str:
    """What weighed most in a rival's choice, in words; '' where it cannot be seen or speaks for nothing."""
    if line is None or (line.why or {}).get("history"):
        return ""
    told = [(label, int(amount)) for label, amount in _chosen(line.why).get("lines", ()) if _open(at, line, label)]
    gains = [(label, amount) for label, amount in told if amount > 0]
    if not gains:
        return ""
    words = reason_words(at, gains[0][0])
    if len(gains) > 1 and gains[1][1] * SECOND >= gains[0][1]:
        words += f"{THEN}{lower_first(reason_words(at, gains[1][0]))}"
    against = next((label for label, amount in told if amount < 0), "")
    return f"{words}{AGAINST}{lower_first(reason_words(at, against))}" if against else words


def _open(at: Scene, line: Line, label: str) -> bool:
    """Whether a reason may be told to the seat: some only if the act was aimed at it."""
    aimed = line.order is not None and at.id in dict(line.order.args).values()
    return label not in HIDDEN or (aimed and label in BETWEEN)


def lately(at: Scene, person: str) -> list[CodexLineView]:
    """The public acts of a rival that can be explained, newest first, each with what weighed most."""
    found: list[CodexLineView] = []
    records = at.table.game.records
    for number, line in reversed(kept_with(at).items()):
        record = records[number]
        words = motive_of(at, line) if record.who == person else ""
        if words:
            text = f"{at.words.sentence(record)}. {weighed(words)}"
            found.append(CodexLineView(day_text(record.day), text, Mark.MODEL, ref=f"record:{record.number}"))
        if len(found) >= MOST:
            break
    return found


def weighed(words: str) -> str:
    """The sentence that tells a motive."""
    return f"What weighed most: {words}"


def weighed_in(motives: Iterable[str]) -> str:
    """What weighed most in several acts, in short: the first reason of each, every reason once; '' of none."""
    firsts = dict.fromkeys(words.partition(AGAINST)[0].partition(THEN)[0] for words in motives)
    first, *rest = list(firsts) or [""]
    return weighed("; ".join((first, *(lower_first(one) for one in rest)))) + "." if first else ""


# ---- afterwards


def debrief(at: Scene, person: str = "") -> DebriefView | None:
    """Every choice of the rivals, of one person if an id is given; None while the game lasts."""
    if at.table.game.decision is not None:
        return None
    kept = [(turn, line) for turn, line in _lines(at) if _weighed(at, line)]
    who = {line.order.who for _, line in kept if line.order is not None}
    people = [at.atlas.index["people"][one.person] for one in at.scenario.contenders if one.person in who]
    chosen = [one for one in kept if one[1].order is not None and (not person or one[1].order.who == person)]
    given = {(turn, *_key(line.order)) for turn, line in chosen if line.order is not None}
    return DebriefView(
        title="Why they did it",
        note="Points are the rival's own; only the weightiest reasons are kept, so they need not sum to the score. "
        "What he did the same turn as well is not told among what he passed over.",
        people=tuple(person_view(at.seen, one) for one in people),
        motives=tuple(_motive(at, turn, line, given) for turn, line in chosen),
    )


def _weighed(at: Scene, line: Line) -> bool:
    """Whether a line is a rival's choice among orders, not the end of his window."""
    order = line.order
    return order is not None and order.kind != DONE and order.who not in at.table.game.setup.humans and bool(line.why)


def _motive(at: Scene, turn: int, line: Line, given: Container[tuple[object, ...]]) -> MotiveView:
    order, why = line.order, line.why or {}
    assert order is not None
    kept = list(why.get("candidates", ()))
    passed = [one for one in kept[1:] if (turn, *_kept_key(order.who, one)) not in given]
    candidates = [_candidate(at, order.who, one) for one in (*kept[:1], *passed)]
    return MotiveView(
        turn,
        when(at, turn),
        person_view(at.seen, at.atlas.index["people"][order.who]),
        candidates[0] if candidates else CandidateView(order_words(at, order), 0),
        tuple(candidates[1:]),
        bool(why.get("history")),
    )


def _kept_key(who: str, kept: dict[str, Any]) -> tuple[object, ...]:
    """What tells an order apart; nothing for an answer to a question, of which there is only one."""
    try:
        order = Order.parse(f"{who} {kept['order']}")
    except (ValueError, KeyError):
        return ()
    return () if order.kind in _NATIVE else _key(order)


def _candidate(at: Scene, who: str, kept: dict[str, Any]) -> CandidateView:
    try:
        text = order_words(at, Order.parse(f"{who} {kept['order']}"))
    except (ValueError, KeyError):
        text = str(kept.get("order", ""))
    reasons = tuple(TermView(reason_words(at, label), int(amount)) for label, amount in kept.get("lines", ()))
    return CandidateView(text, int(kept.get("score", 0)), reasons)


def order_words(at: Scene, order: Order) -> str:
    """An order in words, without the person who gives it."""
    rule = _NATIVE.get(order.kind)
    text = rule(at, order) if rule else _declared(at, order)
    return text[0].upper() + text[1:] if text else order.kind


def _declared(at: Scene, order: Order) -> str:
    data = {"order": order.kind, "args": dict(order.args)}
    told = at.words.sentence(Record(0, 0, at.scenario.start, "order", order.who, (), data))
    return told.partition(": ")[2] or told


def _choice(at: Scene, order: Order) -> str:
    place = at.atlas.index["hinges"].get(str(order.get("hinge")), -1)
    if place < 0:
        return at.words.name(order.get("hinge"))
    hinge = at.scenario.hinges[place]
    label = next((one.label for one in hinge.options if one.id == order.get("option")), str(order.get("option")))
    return f"{hinge.name}: {label}"


def _reply(at: Scene, order: Order) -> str:
    giver = str(order.get("offer", "")).partition(">")[0]
    return f"{order.get('answer', 'answer')} the offer of {at.words.inside(giver)}"


def _stand(at: Scene, order: Order) -> str:
    return f"{at.words.motion_name(str(order.get('motion', '')))}: stand {order.get('side', '')}"


def _voice(at: Scene, order: Order) -> str:
    side = "against" if str(order.get("side", "")) == "against" else "for"
    return f"speak {side} an answer: {_choice(at, order)}"


def _done(at: Scene, order: Order) -> str:
    return "nothing more"


_NATIVE: dict[str, Callable[[Scene, Order], str]] = {
    CHOOSE: _choice, REPLY: _reply, STAND: _stand, VOICE: _voice, DONE: _done,
}  # fmt: skip


def named(at: Scene, typed: str) -> str:
    """The id of the rival whose surname or id begins as typed, '' if nobody's."""
    low = typed.strip().lower()
    ids: Iterable[str] = (one.person for one in at.scenario.contenders)
    people = at.scenario.index["people"]
    for person in ids:
        if low and any(word.lower().startswith(low) for word in (person, at.scenario.people[people[person]].surname)):
            return person
    return ""
