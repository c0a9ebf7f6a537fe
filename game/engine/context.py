"""Context: the world as an expression of a scenario sees it, with its symbols and functions.

Arguments of the functions are positions in the scenario's tuples (people, regions, posts...);
-1 is nobody and answers like somebody of whom nothing is true.
"""

from __future__ import annotations

from collections.abc import Callable
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
    subject = ""  # the id of SUBJECT

    def __init__(self, state: State, symbols: dict[str, Any] | None = None, about: str = "") -> None:
        self.state = state
        self.scenario = state.scenario
        self.atlas = Atlas.of(state.scenario)
        self.about = about  # names the order, hinge or event: it keys the dice of its effects
        self.symbols: dict[str, int | str] = {}  # those that are filled; each is an attribute too
        if symbols:
            self._fill(symbols)

    def _fill(self, symbols: dict[str, Any]) -> None:
        """Give the symbols their meaning, all at once: contexts are made for every order somebody thinks of."""
        filled, index = self.symbols, self.atlas.index
        for name, value in symbols.items():
            if not isinstance(value, int) and (kind := SYMBOLS[name]):
                value = index[kind].get(value, -1)
            filled[name] = value
            setattr(self, name, value)
        if "SUBJECT" in filled:
            self.subject = str(filled["SUBJECT"])
            if self.subject:
                self.SUBJECT = filled["SUBJECT"] = self._subject()

    def asker(self, test: Callable[[Context], Any], name: str) -> Callable[[str], bool]:
        """What puts one id after another in the place of a symbol, and asks a test of the world as it is then."""
        filled, kind = self.symbols, SYMBOLS[name]
        places = self.atlas.index[kind] if kind else None

        def ask(value: str) -> bool:
            found = value if places is None else places.get(value, -1)
            filled[name] = found
            setattr(self, name, found)
            return bool(test(self))

        return ask

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
