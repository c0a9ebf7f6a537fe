"""Context: the world as an expression of a scenario sees it, with its symbols and functions.

Arguments of the functions are positions in the scenario's tuples (people, regions, posts...);
-1 is nobody and answers like somebody of whom nothing is true.
"""

from __future__ import annotations

from typing import Any

from game.engine.atlas import Atlas
from game.engine.context_world import WorldFunctions
from game.engine.state import State

#: Symbols and the field of the scenario their ids belong to; "" keeps the value as it is.
SYMBOLS = {
    "SELF": "people", "TARGET": "people", "OTHER": "people", "DECIDER": "people", "OWNER": "people",
    "PERSON": "people", "REGION": "regions", "POST": "posts", "BODY": "bodies", "DOC": "documents",
    "THESIS": "theses", "PACT": "pacts", "MOTION": "", "MTYPE": "motions", "CHOICE": "",
    "POLE": "", "TERM": "", "SUBJECT": "",
}  # fmt: skip
#: Symbols that stay words; the others are positions.
WORDS = frozenset(name for name, field in SYMBOLS.items() if not field)


#: Kinds of subject that have a position -> field of the scenario.
SUBJECTS = {
    "person": "people", "bloc": "blocs", "post": "posts", "document": "documents", "thesis": "theses",
    "region": "regions", "rule": "rules",
}  # fmt: skip


class Context(WorldFunctions):
    """A state with the symbols of the moment; evaluates expressions and never changes anything.

    A symbol is an attribute; one that was not filled is nobody, or the empty word.
    """

    SELF = TARGET = OTHER = DECIDER = OWNER = PERSON = -1
    REGION = POST = BODY = DOC = THESIS = PACT = MTYPE = -1
    MOTION = CHOICE = POLE = TERM = ""
    SUBJECT: int | str = ""

    def __init__(self, state: State, symbols: dict[str, Any] | None = None, about: str = "") -> None:
        self.state = state
        self.scenario = state.scenario
        self.atlas = Atlas.of(state.scenario)
        self.about = about  # names the order, hinge or event: it keys the dice of its effects
        self.symbols: dict[str, int | str] = {}  # those that are filled; each is an attribute too
        self.subject = ""
        for name, value in symbols.items() if symbols else ():
            self.fill(name, value)
        if "SUBJECT" in self.symbols:
            self.subject = str(self.symbols["SUBJECT"])
        if self.subject:
            self.fill("SUBJECT", self._subject())

    def fill(self, name: str, value: int | str) -> None:
        """Give a symbol its meaning: a word stays one, any other id becomes its position."""
        if not isinstance(value, int) and name not in WORDS:
            value = self.atlas.index[SYMBOLS[name]].get(value, -1)
        self.symbols[name] = value
        setattr(self, name, value)

    def _subject(self) -> int | str:
        """SUBJECT as expressions see it: a position of its kind, a bloc by its leader, a meeting by its id."""
        motion = self.symbols.get("MTYPE", -1)
        kinds = self.scenario.motions[motion].subject if isinstance(motion, int) and motion >= 0 else ""
        for kind in (kinds,) if kinds in SUBJECTS else SUBJECTS:
            found = self.atlas.at(SUBJECTS[kind], self.subject)
            if found >= 0:
                return self.atlas.leaders[found] if kind == "bloc" else found
        return self.subject

    def person_symbol(self, *names: str) -> int:
        """The first of the named person symbols that is somebody, else nobody."""
        found = (self.symbols.get(name, -1) for name in names)
        return next((person for person in found if isinstance(person, int) and person >= 0), -1)
