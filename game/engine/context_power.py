"""Expression functions about posts, powers, pacts and regions."""

from __future__ import annotations

from game.engine import lines
from game.engine.context_people import PeopleFunctions

#: A pact at least this strong makes allies.
ALLIED = 500


class PowerFunctions(PeopleFunctions):
    """Functions of posts, pacts and regions; see ``Context``."""

    # ---- posts
    def holds(self, person: int, post: int) -> bool:
        """Holds a post."""
        return person >= 0 and post >= 0 and int(self.state.holder[post]) == person

    def tenure(self, person: int, post: int) -> int:
        """Turns he has held a post, this one counted, 0 if he does not hold it."""
        if not self.holds(person, post):
            return 0
        days = self.state.day.toordinal() - int(self.state.since[post])
        return 1 + max(days, 0) // (30 * self.scenario.turn_months)

    def holder(self, post: int) -> int:
        """Who holds a post."""
        return int(self.state.holder[post]) if post >= 0 else -1

    def same_post(self, one: int, other: int) -> bool:
        """Whether two posts are one."""
        return one == other

    def vacant(self, post: int) -> bool:
        """Nobody holds the post."""
        return post >= 0 and int(self.state.holder[post]) < 0

    def power(self, person: int, power: str) -> bool:
        """Some post of his carries the power."""
        return any(self.holds(person, post) for post in self.atlas.by_power.get(power, ()))

    # ---- pacts
    def pact_strength(self, one: int, other: int) -> int:
        """Strength of the strongest pact between two persons' blocs, 1000 inside a bloc."""
        first, second = self.bloc(one), self.bloc(other)
        if first < 0 or second < 0:
            return 0
        return 1000 if first == second else lines.pact_strength(self.state, first, second)

    def allied(self, one: int, other: int) -> bool:
        """Same bloc, or a pact of 500 or more."""
        return self.pact_strength(one, other) >= ALLIED

    def bound(self, one: int, other: int) -> bool:
        """Some pact is in force between their blocs."""
        first, second = self.bloc(one), self.bloc(other)
        if first < 0 or second < 0 or first == second:
            return False
        return any(first in pact.members and second in pact.members for pact in self.state.pacts)

    def pact(self, template: int) -> bool:
        """The named pact is in force."""
        name = self.atlas.id("pacts", template)
        return any(pact.id == name for pact in self.state.pacts)

    # ---- regions
    def secretary(self, region: int) -> int:
        """First secretary of a region."""
        return self.holder(self.atlas.first_secretary[region]) if region >= 0 else -1

    def controls(self, person: int, region: int) -> bool:
        """The first secretary is the person or his follower."""
        first = self.secretary(region)
        return first >= 0 and person >= 0 and (first == person or self.follows(first, person))

    def regions_held(self, person: int) -> int:
        """How many regions he controls."""
        return sum(1 for region in range(len(self.scenario.regions)) if self.controls(person, region))

    def machine(self, region: int) -> int:
        """Machine 0..1000."""
        return int(self.state.machine[region]) if region >= 0 else 0

    def autonomy(self, region: int) -> int:
        """Autonomy 0..1000."""
        return int(self.state.autonomy[region]) if region >= 0 else 0

    def grievance(self, region: int) -> int:
        """Grievance 0..1000."""
        return int(self.state.grievance[region]) if region >= 0 else 0

    def fear(self, region: int) -> int:
        """Fear 0..1000."""
        return int(self.state.fear[region]) if region >= 0 else 0

    def independence(self, region: int) -> int:
        """Independence 0..1000."""
        return int(self.state.independence[region]) if region >= 0 else 0

    def sentiment(self, region: int, person: int) -> int:
        """Liking of the region for the person's bloc, -1000..1000."""
        bloc = self.bloc(person)
        return int(self.state.sentiment[region, bloc]) if region >= 0 and bloc >= 0 else 0

    def clients(self, region: int, person: int) -> int:
        """Thousandths of lower secretaries who owe their place to the person's bloc."""
        bloc = self.bloc(person)
        return int(self.state.clients[region, bloc]) if region >= 0 and bloc >= 0 else 0

    def delegates(self, person: int) -> int:
        """Thousandths of the last congress that voted as his bloc stood; before one, by the machines."""
        bloc = self.bloc(person)
        for ballot in reversed(self.state.ballots if bloc >= 0 else ()):
            if self.scenario.bodies[ballot.body].role == "congress" and bloc < len(ballot.lines):
                stood = ballot.votes_for if ballot.lines[bloc] > 0 else ballot.votes_against
                cast = ballot.votes_for + ballot.votes_against + ballot.abstained
                return 1000 * stood // cast if cast and ballot.lines[bloc] else 0
        return self.machines_of(person)

    def machines_of(self, person: int) -> int:
        """Thousandths of the party led by his secretaries: first ones by their machine, lower ones beside."""
        bloc = self.bloc(person)
        heads = total = 0
        for region in range(len(self.scenario.regions) if bloc >= 0 else 0):
            total += int(self.state.members[region])
            heads += int(self.state.members[region]) * self._region_share(region, bloc) // 1000
        return 1000 * heads // total if total else 0

    def _region_share(self, region: int, bloc: int) -> int:
        machine = int(self.state.machine[region])
        first = 1000 if self.bloc(self.secretary(region)) == bloc else 0
        return (first * machine + int(self.state.clients[region, bloc]) * (1000 - machine)) // 1000
