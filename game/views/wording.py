"""Names, labels and sentences: what a record, a figure's term or a fate says in plain words.

Everything is built from the record and the names of the scenario; nothing is added that the record
does not hold.
"""

from __future__ import annotations

from typing import Any

from game.chronicle.naming import Names
from game.chronicle.words import first_up, listed, the
from game.engine.ledger import Breakdown, Term
from game.engine.record import Record
from game.engine.state import CENTRE, EXILED, State
from game.scenario.model import Scenario

__all__ = ["Wording", "listed", "the"]

STEPS = ("tolerated", "warned", "condemned", "banned")
#: Kinds of things a reason may name: "hinge:ID".
_OCCASIONS = ("order", "hinge", "event", "motion", "document", "thesis", "goal")
#: Words for a blank of a label that a term leaves open.
_SOMEBODY = ("person", "who", "target", "leader", "partner", "rival", "founder", "holder", "by", "of")


class Wording:
    """Names and sentences of one scenario."""

    def __init__(self, scenario: Scenario) -> None:
        self.scenario = scenario
        self.names = Names(scenario)

    # ---- names

    def name(self, key: object) -> str:
        """What an id is called; an unknown id is spelled out."""
        return self.names.plain(key)

    def inside(self, key: object, field: str = "") -> str:
        """What it is called within a sentence: with its article or in quotation marks."""
        return self.names.inside(key, field)

    def person(self, key: object) -> str:
        """Surname of a person."""
        number = self.scenario.index["people"].get(str(key))
        return self.scenario.people[number].surname if number is not None else self.name(key)

    def his(self, key: object) -> str:
        """The possessive of a person: his or her."""
        number = self.scenario.index["people"].get(str(key), -1)
        return "her" if number >= 0 and self.scenario.people[number].female else "his"

    def post(self, key: object) -> str:
        """The full name of a post."""
        return self.names.plain_post(str(key))

    def body(self, key: object) -> str:
        """A body's name without its article."""
        return self.name(key).removeprefix("The ")

    def people(self, keys: Any) -> str:
        """Surnames in a row."""
        return listed([self.person(key) for key in keys])

    def label(self, word: str) -> str:
        """What a generic word of the rules is called in this scenario."""
        return self.scenario.labels.get(word, word.replace("_", " "))

    def given(self, word: str, plain: str) -> str:
        """What a word of the window is called in this scenario, as a head begins; ``plain`` if it does not say."""
        return first_up(self.scenario.labels.get(word, plain))

    def severity(self, points: int) -> str:
        """A step of severity in words."""
        return STEPS[min(max(points // 1000, 0), 3)]

    # ---- figures

    def reason(self, term: Term) -> str:
        """The label of a term of a figure."""
        about = {name: self.name(value) for name, value in term.about}
        if "text" in about and not term.reason.startswith("effect_") and about["text"]:
            return str(dict(term.about)["text"])
        template = self.scenario.reasons.get(term.reason)
        if template is None:
            return self.spelled(term.reason)
        try:
            return template.format_map(_Blank(about))
        except (ValueError, IndexError):
            return template

    def spelled(self, key: str, about: dict[str, str] | None = None) -> str:
        """A reason without a template: its own words, or the occasion it names."""
        kind, _, rest = key.replace(":", " ", 1).partition(" ")
        if rest and kind in _OCCASIONS:
            return self.name(rest)
        return key.replace("_", " ").capitalize()

    def figure(self, figure: Breakdown) -> list[tuple[str, int]]:
        """Labels and amounts of a figure."""
        return [(self.reason(term), term.amount) for term in figure.terms]

    # ---- records

    def sentence(self, record: Record) -> str:
        """One plain sentence without its full stop."""
        from game.views.sentences import SENTENCES

        rule = SENTENCES.get(record.kind)
        text = rule(self, record) if rule else ""
        return first_up(text or self._plain_sentence(record)).removesuffix(".")

    def _plain_sentence(self, record: Record) -> str:
        """A record of a kind without a rule: who, what and about whom."""
        about = listed([self.inside(one) for one in record.about]) if record.about else ""
        who = f"{self.person(record.who)}: " if record.who else ""
        kind = record.kind.replace("_", " ")
        return f"{who}{kind}{f', {about}' if about else ''}"

    def mark(self, record: Record) -> str:
        """How sure a sentence of a run is: computed by the model, or an option nobody argued at the time."""
        return "speculation" if record.data.get("mark") == "speculation" else "model"

    def motion_text(self, about: tuple[str, ...], data: Any) -> str:
        """What a motion asks, from the ids its record names."""
        kinds = self.scenario.index["motions"]
        kind = next((self.scenario.motions[kinds[one]] for one in about if one in kinds), None)
        if kind is None or data.get("motion"):
            return self.motion_name(str(data.get("motion", "")))
        rest = [one for one in about if one != kind.id and one not in self.scenario.index["bodies"]]
        return self.motion_sentence(kind.id, rest[-1] if rest else "")

    def motion_sentence(self, kind_id: str, subject: str, mover: str = "", body: str = "") -> str:
        """What a motion of a type on a subject asks; a whole sentence if the mover is given."""
        return self.names.motion(kind_id, subject, mover, body)

    def motion_name(self, motion_id: str) -> str:
        """A motion by its id on the agenda: meeting, type, subject."""
        return self.names.motion_by_id(motion_id)

    # ---- fates

    def fate(self, state: State, person: int) -> str:
        """Where somebody stands at the end of a run."""
        if not state.alive[person]:
            return "Dead"
        if not state.in_party[person]:
            whole = self.scenario.labels.get("party", "the party")
            return "Expelled, in exile" if state.place[person] == EXILED else f"Expelled from {whole}"
        posts = [
            post.name for number, post in enumerate(self.scenario.posts) if state.holder[number] == person
        ]
        seats = [
            f"member of {the(body.short)}"
            for number, body in enumerate(self.scenario.bodies)
            if person in state.full[number] and body.role in ("bureau", "committee", "control")
        ]
        away = int(state.place[person])
        where = "" if away == CENTRE else ("posted away", "abroad", "in exile")[away - 1]
        text = ", ".join(part for part in [*posts[:3], *seats[:2], where] if part)
        return first_up(text) or f"{self.scenario.people[person].surname} holds no office"


class _Blank(dict[str, str]):
    """Fills a blank that a template names and a term does not."""

    def __missing__(self, key: str) -> str:
        return "somebody" if key in _SOMEBODY else key.replace("_", " ")
