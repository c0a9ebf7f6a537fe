"""Expression functions about bodies: seats, sittings, majorities, motions and the bureau's two sides."""

from __future__ import annotations

from game.engine import bodies, lines, power_index
from game.engine.context_power import ALLIED, PowerFunctions
from game.engine.memo import kept
from game.engine.patrons import belonging
from game.engine.state import Sitting
from game.engine.support import support


class BodyFunctions(PowerFunctions):
    """Functions of bodies and votes; see ``Context``."""

    # ---- seats
    def sits(self, person: int, body: int) -> bool:
        """Full member of a body."""
        return person >= 0 and body >= 0 and bodies.sits(self.state, person, body)

    def attends(self, person: int, body: int) -> bool:
        """Full or candidate member; anyone has a voice at an assembly."""
        return person >= 0 and body >= 0 and bodies.attends(self.state, person, body)

    def free_seats(self, body: int) -> int:
        """Full seats of a body that nobody has."""
        return max(self.state.sizes[body][0] - bodies.named_seats(self.state, body), 0) if body >= 0 else 0

    def free_places(self, body: int) -> int:
        """Candidate seats of a body that nobody has."""
        return max(self.state.sizes[body][1] - len(self.state.candidates[body]), 0) if body >= 0 else 0

    def members_of(self, body: int) -> int:
        """Full seats filled, bench included."""
        if body < 0:
            return 0
        parts = bodies.joined(self.state, body)
        return len(bodies.full_members(self.state, body)) + sum(self._bench_size(part) for part in parts)

    def _bench_size(self, body: int) -> int:
        bench = self.state.bench[body]
        return 0 if bench is None else len(bench.region)

    def votes_of(self, person: int, body: int) -> int:
        """Full members in his bloc or allied with it, bench included."""
        if person < 0 or body < 0:
            return 0
        return kept(self.state, ("votes of", person, body), lambda _: self._votes_of(person, body))

    def _votes_of(self, person: int, body: int) -> int:
        blocs, near = belonging(self.state).blocs, self._allied_blocs(person)
        members = bodies.full_members(self.state, body)
        named = sum([1 for member in members if member == person or blocs[member] in near])
        led = [bloc for bloc, leader in enumerate(self.atlas.leaders) if blocs[leader] in near]
        parts = bodies.joined(self.state, body)
        return named + sum([bloc in led for part in parts for bloc in self._bench_blocs(part)])

    def _allied_blocs(self, person: int) -> list[int]:
        """The blocs whose people are ``allied`` with a person: asked once, not for each member of a body."""
        own = self.bloc(person)
        strength = lines.pact_rows(self.state)[own] if own >= 0 else []
        return [bloc for bloc, pact in enumerate(strength) if pact >= ALLIED]

    def _bench_blocs(self, body: int) -> list[int]:
        bench = self.state.bench[body]
        if bench is None:
            return []
        firsts = [self.bloc(first) for first in lines.first_secretaries(self.state)]
        columns = (bench.region.tolist(), bench.patron.tolist(), bench.follows.tolist())
        return [firsts[region] if follows else patron for region, patron, follows in zip(*columns, strict=True)]

    def majority(self, person: int, body: int) -> bool:
        """By his own certain count he would carry a motion in the body."""
        if person < 0 or body < 0:
            return False
        certain, entitled = support(self.state, person, body)
        return 2 * certain > entitled

    def two_thirds(self, person: int, body: int) -> bool:
        """By his own certain count he has two thirds of the body."""
        if person < 0 or body < 0:
            return False
        certain, entitled = support(self.state, person, body)
        return entitled > 0 and 3 * certain >= 2 * entitled

    def power_share(self, person: int) -> int:
        """Banzhaf share of the person's bloc in the bureau, thousandths."""
        bloc = self.bloc(person)
        return power_index.share(self.state, bloc) if bloc >= 0 else 0

    # ---- sittings
    def meets(self, body: int) -> bool:
        """Sits in this turn and has not risen yet."""
        first, last = self.scenario.turn_dates(self.state.turn)
        return any(s.body == body and not s.held and first <= s.day <= last for s in self.state.sittings)

    def sitting(self, body: int) -> bool:
        """Sits now."""
        session = self.state.session
        return bool(session) and any(s.body == body and s.meeting == session for s in self.state.sittings)

    def congress_due(self, turns: int) -> bool:
        """A congress opens within so many turns, this one included."""
        limit = self.state.turn + turns
        return any(self._is_congress(s) and self.scenario.turn_of(s.day) <= limit for s in self._ahead())

    def _ahead(self) -> list[Sitting]:
        return [s for s in self.state.sittings if not s.held]

    def _is_congress(self, sitting: Sitting) -> bool:
        return self.scenario.bodies[sitting.body].role == "congress"

    # ---- motions
    def carried(self, motion: int | str) -> bool:
        """A motion of this type was carried some time."""
        name = self.atlas.id("motions", motion)
        return any(ballot.type == name and ballot.carried for ballot in self.state.ballots)

    def carried_against(self, person: int, motion: int | str) -> bool:
        """A motion of this type was carried against the person or his bloc."""
        name, subjects = self.atlas.id("motions", motion), self._subjects(person)
        return any(b.type == name and b.carried and b.subject in subjects for b in self.state.ballots)

    def _subjects(self, person: int) -> tuple[str, ...]:
        if person < 0:
            return ()
        bloc = self.bloc(person)
        own = self.scenario.people[person].id
        return (own, self.scenario.blocs[bloc].id) if bloc >= 0 else (own,)

    def on_agenda(self, motion: int | str) -> bool:
        """A motion of this type is on an agenda and not blocked."""
        name = self.atlas.id("motions", motion)
        return any(m.type == name and not m.blocked for m in self.state.agenda)

    def precedents(self, motion: int | str) -> int:
        """How often motions of this type were carried."""
        return self.state.precedents.get(self.atlas.id("motions", motion), 0)

    # ---- the two sides of the bureau
    def majority_leader(self) -> int:
        """The leader with most weight on the leading side of the bureau, or nobody."""
        return kept(self.state, "majority leader", lambda _: self._heaviest(lines.camps(self.state)[0]))

    def minority_leader(self) -> int:
        """The leader with most weight on the other side, or nobody."""
        return kept(self.state, "minority leader", lambda _: self._heaviest(lines.camps(self.state)[1]))

    def _heaviest(self, blocs: tuple[int, ...]) -> int:
        leaders = [self.atlas.leaders[bloc] for bloc in blocs]
        return max((p for p in leaders if self.acts(p)), key=self._weight, default=-1)

    def _weight(self, person: int) -> tuple[int, int, int]:
        """Seats of his own in the bureau, then authority, then clients."""
        blocs, bureau = belonging(self.state).blocs, self.atlas.bureau
        own = [blocs[member] for member in self.state.full[bureau]].count(blocs[person]) if bureau >= 0 else 0
        return own, int(self.state.authority[person]), lines.all_clients(self.state)[blocs[person]]
