"""The model's numbers: defaults of the calibrated model, each of which a scenario may override.

Gains are thousandths (1000 = one); ``Scenario.parameters`` uses the field names below as keys.
"""

from __future__ import annotations

from dataclasses import dataclass, fields

from game.scenario.model import Scenario


@dataclass(frozen=True, slots=True)
class Parameters:
    """Calibrated numbers of the votes and of the drift; points are thousandths of log-odds."""

    # ballots
    line: int = 3350  # patron's line, endorsement of the ticket
    opinion: int = 2350  # opinions, sentiment
    axes: int = 1350
    unity: int = 1500  # with the leadership
    ban: int = 1250  # a step of severity
    severity: int = 250  # reluctance to punish
    word: int = 2500  # the founder's word
    bandwagon: int = 1200
    orators: int = 300
    lead: int = 3500  # from margin to lead
    stake: int = 8000  # of sponsors and targets
    loyalty_named: int = 900
    loyalty_bench: int = 750
    bench_authority: int = 250
    undecided: int = 630  # half-width of the undecided band, points
    absence: int = 45
    # cells and tiers
    grievance: int = 2950
    tier: int = 1150  # each tier multiplies the log-odds
    push: int = 1850  # and its secretaries push
    luck: int = 370  # standard deviation of a region's luck, points
    # committee election
    named_share: int = 680  # of the full seats of a committee
    control_share: int = 300  # the same of a control body
    list_leadership: int = 200
    list_opposition: int = 120
    list_luck: int = 60
    list_prepared: int = 3000  # a full member on the list prepared beforehand; half for a candidate
    list_sitting: int = 300  # a sitting member of a bureau, office or control body
    crossing: int = 3500
    # pacts
    alliance: int = 500  # a pact this strong makes allies, and shares guilt
    # regions
    appointments: int = 12  # routine placement, thousandths of the unattached a turn
    inherited: int = 600  # of a fallen appointer's lower secretaries, thousandths, who go with the desk
    turncoat: int = 600  # chance in thousandths, before liking, that a first secretary of his does
    machine_rate: int = 95
    machine_base: int = 250
    machine_clients: int = 600
    machine_tenure: int = 8
    tenure_limit: int = 12
    sentiment_rate: int = 150
    press: int = 400
    press_keeps: int = 930
    mantle_centre: int = 480
    slant_own: int = 300
    slant_pact: int = 180
    slant_stranger: int = -100
    change_clients: int = 120  # pass to a new first secretary's leader
    change_machine: int = 800  # what is left of the machine under a new first secretary
    squad_clients: int = 450
    squad_machine: int = 600
    squad_autonomy: int = 400
    squad_fear: int = 150
    squad_sentiment: int = 250
    fear_rest: int = 150
    fear_fades: int = 4
    fear_step: int = 40  # when a bloc's standing worsens
    grievance_rate: int = 20
    # people and blocs
    mood: int = 15
    memory_keeps: int = 950
    credit_income: int = 9
    credit_authority: int = 25  # one more for so much authority
    credit_limit: int = 1000
    cohesion_rate: int = 50
    exposure_keeps: int = 900
    # recruitment, heads a turn
    gate_closed: int = 4000
    gate_normal: int = 30000
    gate_open: int = 50000
    enrolment: int = 115000
    newcomers: int = 170
    promoted: int = 80  # candidates who become members
    leavers: int = 10
    teaching: int = 50  # untaught who find a patron or leave
    # what rivals see
    visibility: int = 250
    visibility_step: int = 150

    @staticmethod
    def of(scenario: Scenario) -> Parameters:
        """The parameters of a scenario: its own numbers where it gives them, else the defaults."""
        found = _MADE.get(id(scenario))
        if found is None or found[0] is not scenario:
            if len(_MADE) >= _KEEP:
                _MADE.clear()
            found = _MADE[id(scenario)] = (scenario, _make(scenario))
        return found[1]


#: Keys that ``Scenario.parameters`` may use here.
NAMES = tuple(field.name for field in fields(Parameters))
_KEEP = 16
_MADE: dict[int, tuple[Scenario, Parameters]] = {}


def _make(scenario: Scenario) -> Parameters:
    return Parameters(
        **{name: int(scenario.parameters[name]) for name in NAMES if name in scenario.parameters}
    )
