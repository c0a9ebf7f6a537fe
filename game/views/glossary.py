"""The rules in plain words: what each generic term of the game means and where it is felt."""

from __future__ import annotations

from game.scenario.model import Scenario

#: Term -> (name, explanation). The scenario's own label replaces the name where it has one.
TERMS: dict[str, tuple[str, str]] = {
    "banzhaf": (
        "Share of power",
        "In how many coalitions a voter's weight decides, as a share of all such cases (the Banzhaf index). "
        "One by one it takes every vote for itself. As they vote it takes those who stand together as one: "
        "a band with the majority leaves nothing to the others.",
    ),
    "machine": (
        "Machine strength",
        "How far a first secretary's line fills the delegation, whatever the members think. It grows towards "
        "what lower secretaries of the same patron and long tenure can uphold; a new first secretary finds it "
        "loosened.",
    ),
    "autonomy": (
        "Autonomy",
        "How well an organisation resists a secretary sent from above, and the instructors of the centre.",
    ),
    "clients": (
        "Lower secretaries",
        "To whom the secretaries of districts and cells owe their place. They push elections at every tier "
        "above the cell.",
    ),
    "grievance": ("Grievance", "Anger with the leadership. Independent members vote it; others keep it."),
    "fear": ("Fear", "It makes the ban on factions weigh more. Purges and condemnations raise it."),
    "independence": (
        "Independence",
        "How far members make up their own minds. Mass recruitment lowers it.",
    ),
    "sentiment": (
        "Mood of the members",
        "What an organisation thinks of each leader. It drifts towards old loyalty, the founder's mantle, the "
        "press and what the first secretary says.",
    ),
    "staircase": (
        "The staircase",
        "Cells elect districts, districts the province, the province the delegation. At each tier the majority "
        "takes most of the next, and secretaries push. A popular minority arrives with nobody.",
    ),
    "push": (
        "Push of the secretaries",
        "The weight of first and lower secretaries at elections above the cell.",
    ),
    "mantle": (
        "The founder's mantle",
        "The right to speak as the founder's heir. It is nearly zero-sum: what one wins the others lose. It moves "
        "the members' mood and is a quarter of power.",
    ),
    "authority": (
        "Authority",
        "Personal weight in the party. It moves on results: carried and lost motions, condemnations.",
    ),
    "credit": (
        "Credit",
        "The right to be heard against a colleague. Attacks, placements over a rival and polemics are paid with it.",
    ),
    "health": (
        "Health",
        "Of others only the looks are seen. It falls with work and shocks; rest and cures restore it.",
    ),
    "press": ("Press", "How loudly a leader is heard in print. It fades unless it is fed."),
    "severity": (
        "Legal standing",
        "Tolerated, warned, condemned, banned. It changes only by a carried motion or a recantation, and open allies "
        "share it.",
    ),
    "charge": ("Open charge", "For a few turns a motion against a bloc is allowed and cheap."),
    "cohesion": ("Cohesion", "How firmly a bloc holds together under pressure."),
    "exposure": ("Exposure", "How much of a bloc's secret work has been noticed."),
    "pact": (
        "Understanding",
        "An agreement between leaders: alliance, support, peace, silence, a post. From a strength of 50 of 100 it "
        "makes allies, who lean together and share guilt. One with a name is proposed to those it is meant for "
        "and binds whoever says yes. Breaking one is legal, dear and remembered.",
    ),
    "offer": (
        "Offer",
        "Both sides weigh an offer as a sum of terms. Above zero it is worth having. "
        "A refusal names its heaviest line.",
    ),
    "debt": ("Favour owed", "It can be called in once."),
    "dossier": ("Material", "What somebody holds on another. It weighs in bargains and may be used."),
    "patron": ("Patron", "Whom somebody follows. Chains of patrons end in a leader and make his bloc."),
    "bloc": ("Bloc", "A leader and everybody whose chain of patrons ends in him."),
    "line": ("The line", "Where a bloc stands on a motion. Loyal people vote it."),
    "margin": (
        "Margin",
        "How the leading bureau stands on a motion. A clear margin makes one side the leadership, "
        "and unity works for it.",
    ),
    "unity": ("Unity", "Going with the leadership because the party must not split."),
    "bandwagon": ("Bandwagon", "Voters go with the side they expect to win."),
    "lean": (
        "Lean",
        "The sum of everything a voter weighs on a motion; certainty says how sure the ballot is.",
    ),
    "delegates": ("Delegates", "Seats go to organisations by members and are filled through the staircase."),
    "divergence": (
        "Departure",
        "A point where this run and the record differ: it did not happen, happened otherwise, earlier, later or only "
        "here. "
        "The score is W / (W + 600), W the weight of the departures open now.",
    ),
    "marks": (
        "Marks of evidence",
        "Tick: a fact with a source. Dotted question: computed by the model. Open ring: speculation.",
    ),
    "hinge": ("Decision", "A dated moment with alternatives that were argued at the time."),
    "orders": (
        "Orders",
        "What you can do in a turn, before the bodies meet and in session. Replies and votes cost none.",
    ),
    "visibility": (
        "What is known",
        "Other people's machines are mostly hidden until a congress shows them. What you have not learned is shown "
        "as unknown, never as zero.",
    ),
    "recruitment": (
        "Recruitment",
        "It enlarges the party, lowers independence and leaves newcomers to whoever teaches or places them first.",
    ),
}


def name_of(scenario: Scenario, term: str) -> str:
    """What a term is called in a scenario."""
    name = scenario.labels.get(term, TERMS[term][0])
    return name[:1].upper() + name[1:]
