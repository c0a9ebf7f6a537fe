"""What things are called inside a sentence, and what a motion asks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from game.chronicle.words import the
from game.scenario.model import MotionType, Scenario

#: Where an id is looked for, in order.
FIELDS = (
    "people", "posts", "bodies", "regions", "documents", "theses", "hinges", "events", "motions", "pacts",
    "blocs", "rules", "quantities", "axes", "meetings", "orders",
)  # fmt: skip
#: Fields of things whose names are titles.
_TITLED = ("documents", "theses", "hinges", "events")
#: The field a motion's subject is looked for in.
_SUBJECTS = {
    "person": "people", "bloc": "blocs", "post": "posts", "document": "documents", "thesis": "theses",
    "region": "regions", "meeting": "meetings", "rule": "rules",
}  # fmt: skip


class Names:
    """Names of one scenario's things, in the form a sentence needs."""

    def __init__(self, scenario: Scenario) -> None:
        self.scenario = scenario
        self._plain: dict[str, str] = {}
        self._inside: dict[tuple[str, str], str] = {}
        self._field_of: dict[str, str] = {}
        for field in reversed(FIELDS):
            for one in getattr(scenario, field):
                self._plain[one.id], self._field_of[one.id] = _display(one), field
                self._inside[field, one.id] = _inside(field, one)

    def plain(self, key: object) -> str:
        """What an id is called; an unknown id is spelled out."""
        text = str(key)
        if text in self._plain:
            return self._plain[text]
        if ">" in text and "@" in text:
            return "an understanding"
        return text.replace("_", " ")

    def inside(self, key: object, field: str = "") -> str:
        """The same within a sentence: with its article, or in quotation marks if it is a title."""
        text = str(key)
        place = field or self._field_of.get(text, "")
        return self._inside.get((place, text)) or self.plain(text)

    def motion(
        self, kind_id: str, subject: str, mover: str = "", body: str = "", election: Sequence[str] = ()
    ) -> str:  # fmt: skip
        """What a motion asks: a whole sentence if its mover is known, else the kind and its subject.

        ``election`` holds the post to be filled and the person proposed, if it is about one.
        """
        kind = self.scenario.motions[self.scenario.index["motions"][kind_id]]
        if mover and kind.sentence:
            return self._moved(kind, subject, mover, body, election)
        about = self._subject(kind, subject, election)
        return f"{kind.name}: {about}" if about else kind.name

    def _moved(self, kind: MotionType, subject: str, mover: str, body: str, election: Sequence[str]) -> str:
        blanks = {
            "mover": self.inside(mover, "people"),
            "body": self.inside(body, "bodies") if body else "the body",
            "subject": self._subject(kind, subject, election) or "the subject",
        }
        text = kind.sentence.format_map(blanks).removesuffix(".")
        return text[0].upper() + text[1:] if "{mover}" in kind.sentence else f"{blanks['mover']} moves: {text}"

    def _subject(self, kind: MotionType, subject: str, election: Sequence[str]) -> str:
        if len(election) == 2:
            return f"{self.inside(election[1], 'people')} as {self.plain_post(election[0])}"
        if not subject:
            return ""
        field = _SUBJECTS.get(kind.subject, "")
        if field == "posts" and subject in self.scenario.index["posts"]:
            return f"the post of {self.plain_post(subject)}"
        return self.inside(subject, field)

    def plain_post(self, key: str) -> str:
        """The full name of a post."""
        number = self.scenario.index["posts"].get(key)
        return self.scenario.posts[number].name if number is not None else self.plain(key)

    def motion_by_id(self, motion: str, mover: str = "", body: str = "") -> str:
        """A motion by its id on the agenda: meeting, type, subject, and post and person of an election."""
        parts = motion.split("/")
        places = [n for n, part in enumerate(parts[:2]) if part in self.scenario.index["motions"]]
        if not places:
            return "a motion"
        rest = parts[places[0] + 1 :]
        election = rest[-2:] if len(rest) >= 2 else ()
        return self.motion(parts[places[0]], rest[0] if rest else "", mover, body, election)


def _display(one: Any) -> str:
    for field in ("surname", "title", "short", "name"):
        text = getattr(one, field, "")
        if text:
            return str(text)
    return str(one.id)


def _inside(field: str, one: Any) -> str:
    text = _display(one)
    if field == "regions":
        text = one.name
    if field in _TITLED:
        return f"“{text}”"
    if field == "bodies" or text.startswith("The "):
        return the(text)
    return text
