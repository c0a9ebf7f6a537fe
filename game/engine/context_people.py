"""Expression functions about persons: whether they live, where they are, what they think and can do."""

from __future__ import annotations

from game.engine import lines
from game.engine.atlas import Atlas
from game.engine.memo import kept
from game.engine.patrons import belonging
from game.engine.state import ABROAD, CENTRE, EXILED, State
from game.scenario.model import Scenario


class PeopleFunctions:
    """Functions of persons; see ``Context``."""

    state: State
    scenario: Scenario
    atlas: Atlas

    # ---- standing
    def alive(self, person: int) -> bool:
        """Lives."""
        return person >= 0 and bool(self.state.alive[person])

    def in_party(self, person: int) -> bool:
        """Is a member of the party, alive."""
        return self.alive(person) and bool(self.state.in_party[person])

    def at_centre(self, person: int) -> bool:
        """Lives in the capital."""
        return self.alive(person) and int(self.state.place[person]) == CENTRE

    def acts(self, person: int) -> bool:
        """Alive, in the party and not exiled."""
        return self.in_party(person) and int(self.state.place[person]) != EXILED

    def leader(self, person: int) -> bool:
        """Heads a bloc."""
        return person >= 0 and self.atlas.bloc_led[person] >= 0

    def contender(self, person: int) -> bool:
        """Has a seat in the game."""
        return person >= 0 and self.atlas.contender[person] >= 0

    def free_person(self, person: int) -> bool:
        """Could be spared for a province: in the party, no first secretary, not in the bureau."""
        if not self.acts(person) or int(self.state.place[person]) == ABROAD:
            return False
        if person in kept(self.state, "first secretaries", lines.first_secretaries):
            return False
        bureau = self.atlas.bureau
        return bureau < 0 or person not in self.state.full[bureau]

    def reach(self, one: int, other: int) -> bool:
        """Two living people can meet or write: neither is in exile, the other does not lie ill."""
        if one == other or not (self.alive(one) and self.alive(other)) or self.state.ill[other] > 0:
            return False
        return EXILED not in (int(self.state.place[one]), int(self.state.place[other]))

    # ---- patrons
    def patron(self, person: int) -> int:
        """Patron of a person."""
        return int(self.state.patron[person]) if person >= 0 else -1

    def leader_of(self, person: int) -> int:
        """The bloc leader at the end of the patron chain, or nobody."""
        return self.chief(lines.leader_of(self.state, person))

    def follows(self, one: int, other: int) -> bool:
        """The patron chain of the first ends in the second."""
        return one != other and other >= 0 and self.leader_of(one) == other

    def chief(self, bloc: int) -> int:
        """The leader of a bloc."""
        return self.atlas.leaders[bloc] if bloc >= 0 else -1

    def bloc(self, person: int) -> int:
        """The bloc a person belongs to, -1 if none."""
        return belonging(self.state).blocs[person] if person >= 0 else -1

    def people_free(self, person: int) -> int:
        """How many reliable people he could send somewhere."""
        ends = belonging(self.state).ends
        own = [other for other, bloc in enumerate(ends) if other != person and self.chief(bloc) == person >= 0]
        return sum(1 for other in own if self.free_person(other))

    # ---- feelings
    def opinion(self, holder: int, about: int) -> int:
        """What the first thinks of the second, -1000..1000."""
        return int(self.state.opinion[holder, about]) if holder >= 0 and about >= 0 else 0

    def debt(self, debtor: int, creditor: int) -> int:
        """What the first owes the second."""
        return sum(
            promise.size
            for promise in self.state.debts
            if promise.debtor == debtor and promise.creditor == creditor
        )

    def dossier(self, holder: int, about: int) -> int:
        """Material the first holds on the second."""
        return sum(
            promise.size
            for promise in self.state.dossiers
            if promise.creditor == holder and promise.debtor == about
        )

    def rival(self, person: int) -> int:
        """The leader ``person`` dislikes or fears most, nobody if there is none."""
        return kept(self.state, ("rival", person), lambda _: self._rival(person))

    def _rival(self, person: int) -> int:
        best, worst = -1, -(10**9)
        own = self.bloc(person)
        bonds = lines.pact_rows(self.state)[own] if own >= 0 else [0] * len(self.atlas.leaders)
        for bloc, leader in enumerate(self.atlas.leaders):
            if leader == person or bloc == own or not self.acts(leader):
                continue
            threat = self.prestige(leader) - self.opinion(person, leader) - bonds[bloc]
            if threat > worst:
                best, worst = leader, threat
        return best

    def prestige(self, person: int) -> int:
        """How strong a leader looks to the others: authority, mantle and seats (thousandths)."""
        bloc = self.bloc(person)
        mantle = int(self.state.mantle[bloc]) if bloc >= 0 else 0
        bureau = self.atlas.bureau
        seated = bureau >= 0 and person in self.state.full[bureau]
        return (int(self.state.authority[person]) + mantle) // 2 + (200 if seated else 0)

    # ---- figures
    def authority(self, person: int) -> int:
        """Authority 0..1000."""
        return int(self.state.authority[person]) if person >= 0 else 0

    def health(self, person: int) -> int:
        """Health 0..1000."""
        return int(self.state.health[person]) if person >= 0 else 0

    def axis(self, person: int, axis: int) -> int:
        """Position on an axis, -1000..1000."""
        return int(self.state.axes[person, axis]) if person >= 0 else 0

    def oratory(self, person: int) -> int:
        """Oratory 0..1000."""
        return self.scenario.people[person].oratory if person >= 0 else 0

    def theory(self, person: int) -> int:
        """Theory 0..1000."""
        return self.scenario.people[person].theory if person >= 0 else 0

    def organisation(self, person: int) -> int:
        """Organisation 0..1000."""
        return self.scenario.people[person].organisation if person >= 0 else 0

    def intrigue(self, person: int) -> int:
        """Intrigue 0..1000."""
        return self.scenario.people[person].intrigue if person >= 0 else 0

    def scores(self, person: int) -> int:
        """Points of the contender so far."""
        return self.state.scores.get(self.scenario.people[person].id, 0) if person >= 0 else 0

    def hidden(self, person: int) -> int:
        """Nothing: a slot that no expression should see."""
        return 0

    # ---- his bloc
    def credit(self, person: int) -> int:
        """Credit of his bloc 0..1000, 0 without a bloc."""
        bloc = self.bloc(person)
        return int(self.state.credit[bloc]) if bloc >= 0 else 0

    def mantle(self, person: int) -> int:
        """Mantle of his bloc 0..1000, 0 without a bloc."""
        bloc = self.bloc(person)
        return int(self.state.mantle[bloc]) if bloc >= 0 else 0

    def severity(self, person: int) -> int:
        """Legal standing of his bloc: 0 tolerated, 1000, 2000, 3000 banned."""
        bloc = self.bloc(person)
        return int(self.state.severity[bloc]) if bloc >= 0 else 0

    def charge(self, person: int) -> int:
        """Severity that a motion against his bloc may be moved for now."""
        bloc = self.bloc(person)
        if bloc < 0 or int(self.state.charge_until[bloc]) < self.state.turn:
            return 0
        return int(self.state.charge[bloc])

    def cohesion(self, person: int) -> int:
        """Cohesion of his bloc 0..1000."""
        bloc = self.bloc(person)
        return int(self.state.cohesion[bloc]) if bloc >= 0 else 0

    def exposure(self, person: int) -> int:
        """Exposure of his bloc 0..1000."""
        bloc = self.bloc(person)
        return int(self.state.exposure[bloc]) if bloc >= 0 else 0

    def press(self, person: int) -> int:
        """Slant of the press towards his bloc, -1000..1000."""
        bloc = self.bloc(person)
        return int(self.state.press[bloc]) if bloc >= 0 else 0
