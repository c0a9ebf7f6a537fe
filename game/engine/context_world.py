"""Expression functions about the calendar, quantities, rules, events, documents and theses."""

from __future__ import annotations

from game.engine.context_bodies import BodyFunctions

#: What never happened happened so many turns ago.
NEVER = 999
#: Placements are counted over so many turns.
RECENT = 6


class WorldFunctions(BodyFunctions):
    """Functions of the world at large; see ``Context``."""

    symbols: dict[str, int | str]

    # ---- time
    def year(self) -> int:
        """Year of the day."""
        return self.state.day.year

    def month(self) -> int:
        """Month of the day."""
        return self.state.day.month

    def turn(self) -> int:
        """Turn, from 1."""
        return self.state.turn

    # ---- what happened
    def fired(self, event: int | str) -> bool:
        """An event or hinge has happened."""
        return self._event(event) in self.state.events_fired

    def since(self, event: int | str) -> int:
        """Turns since an event or hinge, 999 if never."""
        then = self.state.events_fired.get(self._event(event))
        return NEVER if then is None else self.state.turn - then

    def _event(self, event: int | str) -> str:
        """Positions count the events first, then the hinges."""
        if isinstance(event, str):
            return event
        events = self.scenario.events
        return events[event].id if event < len(events) else self.scenario.hinges[event - len(events)].id

    def chose(self, hinge: int | str, choice: str) -> bool:
        """Some decider of the hinge took this option."""
        name = self.atlas.id("hinges", hinge)
        keys = (key for key in self.state.choices if key.partition("/")[0] == name)
        return any(self.state.choices[key] == choice for key in keys)

    def chosen(self, choice: str) -> bool:
        """The order's choice is this one."""
        return self.symbols.get("CHOICE") == choice

    def last(self, person: int, order: int | str) -> int:
        """Turns since a person gave an order, 999 if never."""
        if person < 0:
            return NEVER
        key = f"{self.scenario.people[person].id} {self.atlas.id('orders', order)}"
        then = self.state.given.get(key)
        return NEVER if then is None else self.state.turn - then

    def placements(self) -> int:
        """Secretaries replaced from above in the last six turns."""
        return sum(1 for then in self.state.placements if self.state.turn - then < RECENT)

    # ---- quantities and rules
    def quantity(self, quantity: int) -> int:
        """A world quantity 0..1000."""
        return int(self.state.quantities[quantity])

    def rule(self, rule: int) -> bool:
        """A standing rule is on."""
        return bool(self.state.rules[rule])

    def untaught(self) -> int:
        """Thousandths of members who joined lately and belong to nobody."""
        return self.state.untaught

    def enrolment(self) -> int:
        """Turns of the enrolment campaign left."""
        return self.state.enrolment

    # ---- documents and theses
    def document(self, document: int) -> int:
        """How far a document is out, 0 unwritten .. 6 abroad."""
        return int(self.state.documents[document]) if document >= 0 else 0

    def knows(self, person: int, document: int) -> bool:
        """Has read a document or been told of it."""
        if person < 0 or document < 0:
            return False
        return bool(self.state.document_known[document] >> person & 1)

    def owns(self, person: int, document: int) -> bool:
        """Holds the text of a document."""
        return person >= 0 and document >= 0 and person in self.state.document_owner[document]

    def owner(self, document: int) -> int:
        """First living holder of a document's text, or nobody."""
        holders = self.state.document_owner[document] if document >= 0 else ()
        return next((person for person in holders if self.state.alive[person]), -1)

    def thesis(self, thesis: int) -> int:
        """State of a thesis: 0 unspoken, 1 launched, 2 adopted, 3 condemned."""
        return int(self.state.theses[thesis]) if thesis >= 0 else 0

    def thesis_owner(self, thesis: int) -> int:
        """The leader who owns a thesis, or nobody."""
        return self.chief(int(self.state.thesis_owner[thesis])) if thesis >= 0 else -1
