"""Sentences: what a record, a figure's term or a fate says in plain words.

Everything is built from the record and the names of the scenario; nothing is added that the record
does not hold.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from game.chronicle.words import the
from game.engine.ledger import Breakdown, Term
from game.engine.record import Record
from game.engine.state import CENTRE, EXILED, State
from game.scenario.model import Scenario

#: Where an id is looked for, in order.
FIELDS = (
    "people", "posts", "bodies", "regions", "documents", "theses", "hinges", "events", "motions", "pacts",
    "blocs", "rules", "quantities", "axes", "meetings", "orders",
)  # fmt: skip

STATUS = {
    "centre": "comes back to the centre",
    "posted": "is sent to a post far away",
    "abroad": "is sent abroad",
    "exiled": "is exiled",
    "deported": "is deported",
    "expelled": "is expelled from the party",
    "readmitted": "is taken back into the party",
    "ill": "is ill and absent",
    "dead": "dies",
}
STEPS = ("tolerated", "warned", "condemned", "banned")


class Wording:
    """Names and sentences of one scenario."""

    def __init__(self, scenario: Scenario) -> None:
        self.scenario = scenario
        self._names: dict[str, str] = {}
        for field in reversed(FIELDS):
            for one in getattr(scenario, field):
                self._names[one.id] = _display(one)

    # ---- names

    def name(self, key: object) -> str:
        """What an id is called; an unknown id is spelled out."""
        text = str(key)
        if text in self._names:
            return self._names[text]
        if ">" in text and "@" in text:
            return "an understanding"
        return text.replace("_", " ")

    def person(self, key: object) -> str:
        """Surname of a person."""
        number = self.scenario.index["people"].get(str(key))
        return self.scenario.people[number].surname if number is not None else self.name(key)

    def body(self, key: object) -> str:
        """A body's name without its article."""
        return self.name(key).removeprefix("The ")

    def people(self, keys: Any) -> str:
        """Surnames in a row."""
        return listed([self.person(key) for key in keys])

    def label(self, word: str) -> str:
        """What a generic word of the rules is called in this scenario."""
        return self.scenario.labels.get(word, word.replace("_", " "))

    def severity(self, points: int) -> str:
        """A step of severity in words."""
        return STEPS[min(max(points // 1000, 0), 3)]

    # ---- figures

    def reason(self, term: Term) -> str:
        """The label of a term of a figure."""
        about = {name: self.name(value) for name, value in term.about}
        if "text" in about and not term.reason.startswith("effect_") and about["text"]:
            return str(dict(term.about)["text"])
        key = term.reason
        template = self.scenario.reasons.get(key)
        if template is None:
            return self.spelled(key, about)
        try:
            return template.format_map(_Blank(about))
        except (ValueError, IndexError):
            return template

    def spelled(self, key: str, about: dict[str, str] | None = None) -> str:
        """A reason without a template: its own words, or the occasion it names."""
        kind, _, rest = key.replace(":", " ", 1).partition(" ")
        if rest and kind in ("order", "hinge", "event", "motion", "document", "thesis", "goal"):
            return self.name(rest)
        return key.replace("_", " ").capitalize()

    def figure(self, figure: Breakdown) -> list[tuple[str, int]]:
        """Labels and amounts of a figure."""
        return [(self.reason(term), term.amount) for term in figure.terms]

    # ---- records

    def sentence(self, record: Record) -> str:
        """One plain sentence without its full stop."""
        rule = SENTENCES.get(record.kind)
        text = rule(self, record) if rule else ""
        if text:
            return text[0].upper() + text[1:]
        about = ", ".join(self.name(one) for one in record.about)
        who = f"{self.person(record.who)}: " if record.who else ""
        return f"{who}{record.kind.replace('_', ' ')}{' ' + about if about else ''}".strip().capitalize()

    def motion_text(self, about: tuple[str, ...], data: Any) -> str:
        """What a motion asks, from the ids its record names."""
        kinds = self.scenario.index["motions"]
        kind = next((self.scenario.motions[kinds[one]] for one in about if one in kinds), None)
        if kind is None:
            return self.motion_name(str(data.get("motion", "")))
        subject = next(
            (one for one in reversed(about) if one != kind.id and one not in self.scenario.index["bodies"]), ""
        )
        return self.motion_sentence(kind.id, subject)

    def motion_sentence(self, kind_id: str, subject: str) -> str:
        """What a motion of a type on a subject asks."""
        kind = self.scenario.motions[self.scenario.index["motions"][kind_id]]
        about = self.name(subject) if subject else ""
        if not kind.sentence or "{mover}" in kind.sentence or "{body}" in kind.sentence:
            return f"{kind.name}: {about}" if about else kind.name
        return kind.sentence.format_map(_Blank({"subject": about})).strip()

    def motion_name(self, motion_id: str) -> str:
        """A motion by its id on the agenda: meeting, type, subject."""
        parts = motion_id.split("/")
        if len(parts) >= 2 and parts[1] in self.scenario.index["motions"]:
            return self.motion_sentence(parts[1], parts[2] if len(parts) > 2 else "")
        return motion_id.replace("_", " ")

    def fate(self, state: State, person: int) -> str:
        """Where somebody stands at the end of a run."""
        who = self.scenario.people[person]
        if not state.alive[person]:
            return "Dead"
        if not state.in_party[person]:
            return "Expelled, in exile" if state.place[person] == EXILED else "Expelled from the party"
        posts = [
            post.short or post.name
            for number, post in enumerate(self.scenario.posts)
            if state.holder[number] == person
        ]
        seats = [
            body.short
            for number, body in enumerate(self.scenario.bodies)
            if person in state.full[number] and body.role in ("bureau", "committee", "control")
        ]
        where = (
            ""
            if state.place[person] == CENTRE
            else ("posted away", "abroad", "in exile")[int(state.place[person]) - 1]
        )
        parts = [*posts[:3], *[f"member of the {seat}" for seat in seats[:2]], where]
        text = ", ".join(part for part in parts if part)
        return text[0].upper() + text[1:] if text else f"{who.surname} holds no office"


class _Blank(dict[str, str]):
    """Fills a blank that a template names and a term does not."""

    def __missing__(self, key: str) -> str:
        return "…"


def _display(one: Any) -> str:
    for field in ("surname", "title", "short", "name"):
        text = getattr(one, field, "")
        if text:
            return str(text)
    return str(one.id)


def listed(names: list[str]) -> str:
    """Names joined as in a sentence."""
    if len(names) < 2:
        return names[0] if names else "nobody"
    return f"{', '.join(names[:-1])} and {names[-1]}"


# ---- one rule a kind of record


def _order(words: Wording, record: Record) -> str:
    order = words.name(record.data.get("order", ""))
    args = record.data.get("args", {})
    aims = [words.name(value) for value in args.values() if isinstance(value, str) and value not in ("", "none")]
    rest = f" ({', '.join(aims)})" if aims else ""
    return f"{words.person(record.who)}: {order[0].lower()}{order[1:]}{rest}"


def _vote(words: Wording, record: Record) -> str:
    data = record.data
    motion = words.motion_text(record.about, data)
    word = "carries" if data.get("carried") else "rejects"
    body = next((words.name(one) for one in record.about if one in words.scenario.index["bodies"]), "the body")
    return f"{the(body)} {word}: {motion}, {data.get('votes_for')} to {data.get('votes_against')}"


def _motion(words: Wording, record: Record) -> str:
    verb = {"made": "moves", "blocked": "keeps off the table", "withdrawn": "withdraws", "seconded": "seconds"}
    change = str(record.data.get("change", "made"))
    text = words.motion_text(record.about, record.data)
    who = words.person(record.who) if record.who else "The agenda"
    return f"{who} {verb.get(change, change)}: {text}"


def _hinge(words: Wording, record: Record) -> str:
    name = words.name(record.about[0])
    if record.data.get("change") == "undecided":
        return f"{name}: nothing is decided"
    hinge = words.scenario.hinges[words.scenario.index["hinges"][record.about[0]]]
    option = next((o.label for o in hinge.options if o.id == record.data.get("option")), "")
    refused = " (refused by the others)" if record.data.get("change") == "refused" else ""
    return f"{words.person(record.who)} on “{name}”: {option}{refused}"


def _post(words: Wording, record: Record) -> str:
    post = words.name(record.data.get("post", record.about[0]))
    now, was = record.data.get("now"), record.data.get("was")
    if now:
        return f"{words.person(now)} becomes {post}" + (f" in place of {words.person(was)}" if was else "")
    return f"{post} falls vacant" + (f"; {words.person(was)} leaves it" if was else "")


def _seat(words: Wording, record: Record) -> str:
    role = str(record.data.get("role", ""))
    body, who = words.name(record.data.get("body", "")), words.person(record.who)
    if role in ("lost", "none", ""):
        return f"{who} loses his seat in {the(body)}" if record.who else f"a seat in {the(body)} is lost"
    return f"{who} sits in {the(body)} ({role})"


def _pact(words: Wording, record: Record) -> str:
    members = [one for one in record.about if one in words.scenario.index["people"]]
    change = str(record.data.get("change", ""))
    verb = {
        "formed": "come to an understanding",
        "renewed": "renew their understanding",
        "broken": "break with each other",
        "strained": "drift apart",
        "expired": "let their understanding lapse",
    }
    names = words.people(members) if members else words.name(record.about[0])
    secret = " in secret" if record.data.get("secret") and change == "formed" else ""
    return f"{names} {verb.get(change, change)}{secret}"


def _offer(words: Wording, record: Record) -> str:
    first, second = (words.person(one) for one in record.about[:2])
    change, term = str(record.data.get("change")), str(record.data.get("term", ""))
    verb = {
        "made": f"{first} offers {second} {term}",
        "accepted": f"{second} accepts {first}'s offer of {term}",
        "refused": f"{second} refuses {first}'s offer of {term}",
        "countered": f"{second} answers {first}'s offer with another",
        "lapsed": f"{first}'s offer of {term} to {second} lapses",
    }
    text = verb.get(change, change)
    reason = str(record.data.get("reason") or "")
    return f"{text}: {words.reason(Term(reason, 0)).lower()}" if reason else text


def _status(words: Wording, record: Record) -> str:
    who = words.person(record.about[0] if record.about else record.who)
    return f"{who} {STATUS.get(str(record.data.get('status')), str(record.data.get('status')))}"


def _document(words: Wording, record: Record) -> str:
    state = {
        "known": "is known to some",
        "leaked": "is talked of",
        "delegations": "is read to the delegations",
        "press": "is printed",
        "abroad": "is printed abroad",
        "suppressed": "is suppressed and denied",
        "secret": "is written",
        "given": "changes hands",
        "learned": "is read by somebody new",
    }
    word = str(record.data.get("state"))
    return f"“{words.name(record.about[0])}” {state.get(word, word)}"


def _figure_changes(noun: str) -> Callable[[Wording, Record], str]:
    def rule(words: Wording, record: Record) -> str:
        amount = int(record.data.get("amount", 0))
        verb = "rises" if amount > 0 else "falls"
        name = words.name(record.about[0]) if record.about else ""
        return f"{words.label(noun)} of {name} {verb} by {abs(amount)}"

    return rule


def _severity(words: Wording, record: Record) -> str:
    step = words.severity(int(record.data.get("now", 0)))
    return f"{words.name(record.about[0])}: {step}"


def _charge(words: Wording, record: Record) -> str:
    step = str(record.data.get("step", "warned"))
    return f"the way is open to have {words.name(record.about[0])} {words.severity(int(step)) if step.isdigit() else step}"


def _opinion(words: Wording, record: Record) -> str:
    first, second = (words.person(one) for one in record.about[:2])
    better = "better" if int(record.data.get("amount", 0)) > 0 else "worse"
    return f"{first} thinks {better} of {second}"


def _secretary(words: Wording, record: Record) -> str:
    region = words.name(record.data.get("region") or record.about[0])
    if record.who is None:
        return f"{region} has no first secretary"
    return f"{words.person(record.who)} becomes first secretary: {region}"


def _refused(words: Wording, record: Record) -> str:
    return f"{words.name(record.data.get('region', record.about[0]))} refuses the man sent to it"


def _election(words: Wording, record: Record) -> str:
    entered = words.people(record.data.get("entered", ())[:6]) if record.data.get("entered") else "nobody new"
    left = words.people(record.data.get("left", ())[:6]) if record.data.get("left") else "nobody"
    return f"A new {words.body(record.data.get('body', record.about[0]))}: in come {entered}; out go {left}"


def _event(words: Wording, record: Record) -> str:
    event = words.scenario.events[words.scenario.index["events"][record.about[0]]]
    return event.name


def _stand(words: Wording, record: Record) -> str:
    side = str(record.data.get("side"))
    verb = {"for": "speaks for", "against": "speaks against", "abstain": "will abstain on", "open": "keeps silent on"}
    return f"{words.person(record.who)} {verb.get(side, side)}: {words.motion_name(str(record.data.get('motion')))}"


def _named(template: str) -> Callable[[Wording, Record], str]:
    """A sentence with {who} and {about}."""

    def rule(words: Wording, record: Record) -> str:
        return template.format(
            who=words.person(record.who) if record.who else "",
            about=listed([words.name(one) for one in record.about]) if record.about else "",
            **{name: words.name(value) for name, value in record.data.items() if isinstance(value, str)},
        )

    return rule


def _thesis(words: Wording, record: Record) -> str:
    name = words.name(record.about[0])
    verb = {
        "launched": "puts forward",
        "attacked": "attacks",
        "adopted": "sees adopted",
        "condemned": "has condemned",
    }.get(str(record.data.get("change")), "speaks of")
    return f"{words.person(record.who)} {verb} “{name}”" if record.who else f"“{name}”: {record.data.get('change')}"


SENTENCES: dict[str, Callable[[Wording, Record], str]] = {
    "order": _order,
    "vote": _vote,
    "motion": _motion,
    "hinge": _hinge,
    "post": _post,
    "seat": _seat,
    "pact": _pact,
    "offer": _offer,
    "status": _status,
    "document": _document,
    "severity": _severity,
    "charge": _charge,
    "opinion": _opinion,
    "secretary": _secretary,
    "refused": _refused,
    "election": _election,
    "event": _event,
    "stand": _stand,
    "thesis": _thesis,
    "authority": _figure_changes("authority"),
    "mantle": _figure_changes("mantle"),
    "health": _figure_changes("health"),
    "press": _figure_changes("press"),
    "credit": _figure_changes("credit"),
    "quantity": _figure_changes("level"),
    "death": _named("{about} dies"),
    "squad": _named("a flying squad comes to {about}"),
    "voice": _named("{who} speaks {side} an option of “{about}”"),
    "elsewhere": _named("“{about}” does not come up"),
    "did not happen": _named("{about} does not happen"),
    "speech": _named("{who} takes the floor"),
    "recantation": _named("{who} admits his errors"),
    "clients": _named("people are placed: {about}"),
    "surfaced": _named("“{about}” does its work"),
    "promise": _named("a promise between {about}: {change}"),
}
