"""Sentences of what people and bodies do: one rule for each kind of record."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from game.chronicle.words import day_text, listed, the
from game.engine.ledger import Term
from game.engine.record import Record
from game.engine.state import JOIN
from game.scenario.model import Slot
from game.views.sentences_figures import FIGURES
from game.views.verbs import DOCUMENT, DOCUMENT_BY, PACT, STATUS
from game.views.wording import Wording

Rule = Callable[[Wording, Record], str]


# ---- orders


def _order(words: Wording, record: Record) -> str:
    place = words.scenario.index["orders"].get(str(record.data.get("order")), -1)
    args = dict(record.data.get("args", {}))
    if place < 0:
        return f"{words.person(record.who)}: {words.name(record.data.get('order', 'an order'))}"
    kind = words.scenario.orders[place]
    aims = [text for slot in kind.slots if (text := _blank(words, slot, args.get(slot.name)))]
    rest = f" ({', '.join(aims)})" if aims else ""
    return f"{words.person(record.who)}: {kind.name[0].lower()}{kind.name[1:]}{rest}"


def _blank(words: Wording, slot: Slot, value: Any) -> str:
    """What an order's blank was filled with."""
    if value in (None, "", "none", "nobody"):
        return ""
    text = str(value)
    if slot.kind == "choice":
        return next((label for choice, label in slot.choices if choice == text), words.label(text)).lower()
    if slot.kind == "term":
        return words.label(text).lower()
    if slot.kind == "motion":
        return words.motion_name(text)
    if slot.kind == "post":
        return words.post(text)
    post, _, person = text.partition(":")
    if person and person in words.scenario.index["people"]:
        return f"{words.person(person)} as {words.post(post)}"
    return words.inside(text.partition(":")[2] or text)


# ---- motions and votes


def _vote(words: Wording, record: Record) -> str:
    data = record.data
    body = _body_of(words, record)
    motion = words.names.motion_by_id(str(data.get("motion", "")), str(record.who or ""), body)
    verb = "carries it" if data.get("carried") else "rejects it"
    text = f"{motion}: {words.inside(body, 'bodies') if body else 'the body'} {verb}"
    text += f", {data.get('votes_for')} to {data.get('votes_against')}"
    return f"{text}, {data['abstained']} abstaining" if data.get("abstained") else text


def _body_of(words: Wording, record: Record) -> str:
    return next((one for one in record.about if one in words.scenario.index["bodies"]), "")


def _motion(words: Wording, record: Record) -> str:
    change = str(record.data.get("change", "made"))
    motion, who = str(record.data.get("motion", "")), str(record.who or "")
    if change == "made":
        text = words.names.motion_by_id(motion, who, _body_of(words, record))
        return text if who else f"on the agenda: {text}"
    verb = {
        "put off": "has put off",
        "withdrawn": "withdraws",
        "seconded": "seconds",
        "amended": "takes the edge off",
        "blocked": "keeps off the table",
    }.get(change, change)
    return f"{words.person(who) if who else 'Somebody'} {verb}: {words.motion_name(motion)}"


def _stand(words: Wording, record: Record) -> str:
    verb = {
        "for": "stands for it",
        "against": "stands against it",
        "abstain": "will abstain",
        "open": f"keeps {words.his(record.who)} vote open",
    }.get(str(record.data.get("side")), "speaks")
    return f"{words.person(record.who)} {verb}: {words.motion_name(str(record.data.get('motion')))}"


def _speech(words: Wording, record: Record) -> str:
    side = "for" if int(record.data.get("points", 0)) >= 0 else "against"
    return f"{words.person(record.who)} speaks {side} it: {words.motion_name(str(record.data.get('motion')))}"


def _lobbied(words: Wording, record: Record) -> str:
    seen = words.people(record.about) if record.about else "nobody who wavers"
    return f"{words.person(record.who)} speaks beforehand with {seen}: " + words.motion_name(
        str(record.data.get("motion"))
    )


# ---- decisions


def _hinge(words: Wording, record: Record) -> str:
    name = words.inside(record.about[0], "hinges")
    if record.data.get("change") == "undecided":
        return f"{name}: nothing is decided"
    hinge = words.scenario.hinges[words.scenario.index["hinges"][record.about[0]]]
    option = next((o.label for o in hinge.options if o.id == record.data.get("option")), "")
    refused = " (refused by the others)" if record.data.get("change") == "refused" else ""
    return f"{words.person(record.who)} on {name}: {option}{refused}"


def _consent(words: Wording, record: Record) -> str:
    agreed, needed = record.data.get("agreed", 0), record.data.get("needed", 0)
    asked = words.people(record.about[1:]) if record.about[1:] else "nobody"
    name = words.inside(record.about[0], "hinges")
    return f"{words.person(record.who)} on {name}: {asked} asked, {agreed} agree, {needed} needed"


def _voice(words: Wording, record: Record) -> str:
    hinge = words.scenario.hinges[words.scenario.index["hinges"][record.about[0]]]
    option = next((o.label for o in hinge.options if o.id == record.data.get("option")), "an option")
    side = "for" if record.data.get("side") == "for" else "against"
    return f"{words.person(record.who)} on {words.inside(hinge.id, 'hinges')}, {side}: {option}"


def _elsewhere(words: Wording, record: Record) -> str:
    why = str(record.data.get("because") or "").removesuffix(".")
    return f"{words.inside(record.about[0], 'hinges')} does not come up" + (f": {_lower(why)}" if why else "")


def _missed(words: Wording, record: Record) -> str:
    why = str(record.data.get("because") or "").removesuffix(".")
    return f"{words.inside(record.about[0], 'events')} does not happen" + (f": {_lower(why)}" if why else "")


def _event(words: Wording, record: Record) -> str:
    event = words.scenario.events[words.scenario.index["events"][record.about[0]]]
    return event.name + (" (softened)" if record.data.get("eased") else "")


def _lower(text: str) -> str:
    """A clause after a colon; a name keeps its capital."""
    first = text.partition(" ")[0]
    return text[:1].lower() + text[1:] if first in ("The", "There", "Nobody", "A", "An", "It", "This") else text


# ---- offices


def _post(words: Wording, record: Record) -> str:
    post = words.post(record.data.get("post", record.about[0]))
    now, was = record.data.get("now"), record.data.get("was")
    if now:
        return f"{words.person(now)} becomes {post}" + (f" in place of {words.person(was)}" if was else "")
    return f"{post} falls vacant" + (f": {words.person(was)} leaves it" if was else "")


def _seat(words: Wording, record: Record) -> str:
    role, body = str(record.data.get("role", "")), words.inside(record.data.get("body", ""), "bodies")
    who = words.person(record.who)
    if role in ("full", "candidate"):
        return f"{who} becomes a {role} member of {body}"
    return f"{who} loses {words.his(record.who)} seat in {body}"


def _secretary(words: Wording, record: Record) -> str:
    region = words.inside(record.data.get("region") or record.about[0], "regions")
    if record.who is None:
        return f"{region}: there is no first secretary"
    return f"{words.person(record.who)} takes over {region} as first secretary"


def _refused(words: Wording, record: Record) -> str:
    region = words.inside(record.data.get("region", record.about[0]), "regions")
    sent = words.person(record.about[1]) if len(record.about) > 1 else "the secretary"
    return f"{sent}, sent to {region}, is not taken there"


def _election(words: Wording, record: Record) -> str:
    entered, left = record.data.get("entered") or (), record.data.get("left") or ()
    body = words.inside(record.data.get("body", record.about[0]), "bodies")
    come, go = ("comes" if len(entered) == 1 else "come"), ("goes" if len(left) == 1 else "go")
    ins = f"in {come} {words.people(entered[:6])}" if entered else "nobody new comes in"
    out = f"out {go} {words.people(left[:6])}" if left else "nobody goes"
    return f"{body} is elected: {ins}, {out}"


def _status(words: Wording, record: Record) -> str:
    who = words.person(record.about[0] if record.about else record.who)
    return f"{who} {STATUS.get(str(record.data.get('status')), 'moves')}"


def _meeting(words: Wording, record: Record) -> str:
    index = {one.id: one for one in words.scenario.meetings}
    meeting = index.get(record.about[0])
    body = words.inside(record.about[1], "bodies") if len(record.about) > 1 else "the body"
    if record.data.get("change") == "not held":
        why = str(record.data.get("reason") or "").removesuffix(".")
        return f"{body} does not meet" + (f": {_lower(why)}" if why else "")
    return f"{body} meets" + (f": {meeting.name}" if meeting and meeting.name not in body else "")


def _calendar(words: Wording, record: Record) -> str:
    index = {one.id: one for one in words.scenario.meetings}
    meeting, now = index.get(record.about[0]), record.data.get("now")
    name = meeting.name if meeting else "A meeting"
    return f"{name} is moved" + (f" to {day_text(date.fromisoformat(str(now)))}" if now else "")


# ---- understandings


def _pact(words: Wording, record: Record) -> str:
    members = [one for one in record.about if one in words.scenario.index["people"]]
    change = str(record.data.get("change", ""))
    if change == "not formed" or not members:
        return "no understanding comes about: fewer than two can act"
    if change == "broken" and record.who:
        others = [one for one in members if one != record.who]
        return f"{words.person(record.who)} breaks with {words.people(others) if others else 'the others'}"
    secret = " in secret" if record.data.get("secret") and change == "formed" else ""
    return f"{words.people(members)} {PACT.get(change, 'change their understanding')}{secret}"


def _offer(words: Wording, record: Record) -> str:
    told = _invitation if record.data.get("term") == JOIN else _terms
    text = told(words, record, *(words.person(one) for one in record.about[:2]))
    reason = str(record.data.get("reason") or "")
    return f"{text}: {words.reason(Term(reason, 0)).lower()}" if reason else text


def _terms(words: Wording, record: Record, first: str, second: str) -> str:
    term = words.label(str(record.data.get("term", "terms"))).lower()
    return {
        "made": f"{first} offers {second} terms ({term})",
        "accepted": f"{second} accepts {first}'s terms ({term})",
        "refused": f"{second} refuses {first}'s terms ({term})",
        "countered": f"{second} answers {first}'s terms with others",
        "lapsed": f"{first}'s terms to {second} lapse ({term})",
    }.get(str(record.data.get("change")), f"{first} and {second} bargain ({term})")


def _invitation(words: Wording, record: Record, first: str, second: str) -> str:
    """An offer to join a named understanding."""
    name = words.inside(str(record.data["what"]), "pacts")
    return {
        "made": f"{first} asks {second} to join {name}",
        "accepted": f"{second} joins {name}, as {first} asked",
        "refused": f"{second} will not join {name}",
    }.get(str(record.data.get("change")), f"{first}'s invitation of {second} to {name} lapses")


def _promise(words: Wording, record: Record) -> str:
    by = str(record.data.get("by", ""))
    verb = "keeps" if record.data.get("change") == "kept_promise" else "breaks"
    others = [one for one in record.about if one in words.scenario.index["people"] and one != by]
    return f"{words.person(by)} {verb} {words.his(by)} word to {words.people(others) if others else 'partners'}"


def _pair(verb: str) -> Rule:
    """A sentence about two people."""

    def rule(words: Wording, record: Record) -> str:
        one, other = record.about[:2]
        return verb.format(one=words.person(one), other=words.inside(other), his=words.his(one))

    return rule


def _patron(words: Wording, record: Record) -> str:
    return went_over(words, record, words.person(record.about[0]))


def went_over(words: Wording, record: Record, who: str, many: bool = False) -> str:
    """Whom somebody (or several) followed and whom he follows now."""
    nobody = (None, "", "nobody")
    new, old = (*record.about, None)[1], record.data.get("was")
    follow, leave = ("follow", "leave") if many else ("follows", "leaves")
    if new in nobody:
        return f"{who} {follow} nobody now" if old in nobody else f"{who} no longer {follow} {words.person(old)}"
    if old in (*nobody, new):
        return f"{who} now {follow} {words.person(new)}"
    return f"{who} {leave} {words.person(old)} and now {follow} {words.person(new)}"


# ---- papers and theses


def _document(words: Wording, record: Record) -> str:
    paper, state = words.inside(record.about[0], "documents"), str(record.data.get("state"))
    if record.who and state in DOCUMENT_BY:
        return f"{words.person(record.who)} {DOCUMENT_BY[state].format(paper=paper)}"
    return f"{paper} {DOCUMENT.get(state, 'changes hands')}"


def _thesis(words: Wording, record: Record) -> str:
    name, change = words.inside(record.about[0], "theses"), str(record.data.get("change"))
    if record.who is None:
        return f"{name} is {change if change != 'owned' else 'taken up'}"
    verb = {
        "launched": "puts forward",
        "attacked": "attacks",
        "adopted": "sees adopted",
        "condemned": "has condemned",
        "owned": "takes up",
    }.get(change, "speaks of")
    return f"{words.person(record.who)} {verb} {name}"


def _surfaced(words: Wording, record: Record) -> str:
    return f"{words.inside(record.about[0], 'documents')} does its work"


def _outcome(words: Wording, record: Record) -> str:
    kind = str(record.data.get("leadership", ""))
    return f"at the end: {words.person(record.about[0]) if record.about else 'nobody leads'}, {words.label(kind)}"


def _turn(words: Wording, record: Record) -> str:
    return f"turn {record.turn} {'begins' if record.data.get('change') == 'opened' else 'ends'}"


def _about(template: str, field: str = "") -> Rule:
    """A sentence with {who} and {about}."""

    def rule(words: Wording, record: Record) -> str:
        about = listed([words.inside(one, field) for one in record.about]) if record.about else "nobody"
        return template.format(who=words.person(record.who) if record.who else "somebody", about=about)

    return rule


def _recantation(words: Wording, record: Record) -> str:
    return f"{words.person(record.who)} admits {words.his(record.who)} errors"


def _squad(words: Wording, record: Record) -> str:
    against = f" against {words.inside(record.about[1], 'blocs')}" if len(record.about) > 1 else ""
    return f"a team from the centre comes to {words.inside(record.about[0], 'regions')}{against}"


def _inherited(words: Wording, record: Record) -> str:
    new, old = ["nobody", *(words.inside(one, "blocs") for one in record.about)][-2:]
    return f"many whom the desk of appointments had placed for {old} now go with {new}"


def _summoned(words: Wording, record: Record) -> str:
    return f"{the(words.name(record.about[0]))} is called to an extraordinary sitting"


SENTENCES: dict[str, Rule] = {
    **FIGURES,
    "order": _order,
    "vote": _vote,
    "motion": _motion,
    "stand": _stand,
    "speech": _speech,
    "lobbied": _lobbied,
    "hinge": _hinge,
    "consent": _consent,
    "voice": _voice,
    "elsewhere": _elsewhere,
    "did not happen": _missed,
    "event": _event,
    "post": _post,
    "seat": _seat,
    "secretary": _secretary,
    "refused": _refused,
    "election": _election,
    "status": _status,
    "meeting": _meeting,
    "calendar": _calendar,
    "summoned": _summoned,
    "pact": _pact,
    "offer": _offer,
    "promise": _promise,
    "document": _document,
    "thesis": _thesis,
    "surfaced": _surfaced,
    "squad": _squad,
    "inherited": _inherited,
    "recantation": _recantation,
    "outcome": _outcome,
    "turn": _turn,
    "death": _about("{about} dies"),
    "debt": _pair("{one} comes to owe {other} a favour"),
    "settled": _pair("{one} pays back a favour to {other}"),
    "dossier": _pair("{one} gathers papers on {other}"),
    "known": _pair("{one} learns the state of {other}"),
    "revealed": _pair("{one} learns what {other} keeps to himself"),
    "patron": _patron,
}
